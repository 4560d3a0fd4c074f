// The document round every page, with as many bytes of head, header and footer as ours.

export function shell({ title, description, kind, root, content }) {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Who Says?</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#fbf7ee" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#15171b" media="(prefers-color-scheme: dark)">
<meta property="og:site_name" content="Who Says?">
<meta property="og:type" content="website">
<meta property="og:title" content="${title}">
<meta property="og:description" content="${description}">
<meta property="og:locale" content="en_GB">
<meta name="twitter:card" content="summary">
<link rel="icon" href="${root}assets/icon.svg" type="image/svg+xml">
<link rel="preload" href="${root}assets/fonts/vollkorn-400.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="${root}assets/fonts/vollkorn-900.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="${root}assets/fonts/sans-400.woff2" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="${root}assets/fonts/sans-600.woff2" as="font" type="font/woff2" crossorigin>
<script src="${root}assets/scheme.js"></script>
<link rel="stylesheet" href="${root}assets/whosays.css">
<script src="${root}assets/whosays.js" defer></script>
</head>
<body class="page-${kind}">
<a class="skip" href="#content">Skip to the text</a>
<header class="top">
<a class="wordmark nowrap" href="${root}">Who <span>Says?</span></a>
<nav class="main" aria-label="Main">
<ul>
<li><a href="${root}articles/" aria-current="true">Articles</a></li>
<li><a href="${root}techniques/">Techniques</a></li>
<li><a href="${root}teach/">Teach</a></li>
<li><a href="${root}method/">Method</a></li>
<li><a href="${root}about/">About</a></li>
</ul>
</nav>
<form class="seek" role="search" action="${root}search/"><label class="vh" for="seek">Search the library</label><input id="seek" name="q" type="search" placeholder="Search the library" autocomplete="off" enterkeyhint="search"></form>
<a class="seek-link" href="${root}search/" aria-label="Search"><svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false"><path d="M11.2 11.2 16 16" stroke="currentColor" stroke-width="2.4" stroke-linecap="round"/><circle cx="7.2" cy="7.2" r="5" fill="none" stroke="currentColor" stroke-width="2"/></svg></a>
<button class="scheme" type="button" aria-label="Dark colours" aria-pressed="false"><svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true" focusable="false"><circle cx="9" cy="9" r="7" fill="none" stroke="currentColor" stroke-width="2"/><path d="M9 2a7 7 0 0 1 0 14z" fill="currentColor"/></svg></button>
</header>
<main id="content" tabindex="-1">
<article class="sheet">
${content}
</article>
</main>
<footer class="bottom">
<p>This site never rates an article true or false. It shows how the article is built, and lets the reader judge.</p>
<p>No accounts, no trackers, nothing loaded from elsewhere. <a href="${root}corrections/">Corrections</a></p>
</footer>
</body>
</html>
`;
}
