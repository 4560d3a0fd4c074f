// Eleventy on our articles as they are: each gives an explainer, a student page, an embed, data and
// its source, and all together the library's pages. Each file is parsed once, for all of them.

import path from "node:path";
import markdownIt from "markdown-it";
import attrs from "markdown-it-attrs";
import spans from "markdown-it-bracketed-spans";
import footnote from "markdown-it-footnote";
import { annotated } from "./annotated.mjs";
import { writeBeside } from "./beside.mjs";
import { made } from "./made.mjs";
import { reading } from "./parts.mjs";

const PER_PAGE = 50;

export default function (config) {
  const markdown = markdownIt({ html: false }).use(footnote).use(spans).use(attrs);
  config.setLibrary("md", {
    render(source, data) {
      const article = annotated(markdown.parse(source, {}), data.voices);
      made.set(data.page.inputPath, { ...article, title: data.title, source });
      return reading(article);
    },
  });
  config.addCollection("articles", (all) => all.getFilteredByGlob("articles/*.md"));
  config.addPassthroughCopy("assets");
  config.addTemplate("library.11ty.js", library, {
    pagination: { data: "collections.articles", size: PER_PAGE },
    permalink: (data) =>
      data.pagination.pageNumber ? `articles/${data.pagination.pageNumber + 1}/` : "articles/",
    title: "Articles",
    layout: "library.11ty.js",
  });
  // Further files from the same parse, without a template for each: the least work there is.
  config.addTransform("beside", function (content) {
    const article = made.get(this.page.inputPath);
    if (article) writeBeside(path.dirname(this.page.outputPath), content, article);
    return content;
  });
  return {
    dir: { input: ".", includes: "layouts", output: "site" },
    markdownTemplateEngine: false,
    htmlTemplateEngine: false,
    templateFormats: ["md", "11ty.js"],
  };
}

function library({ pagination }) {
  const card = ({ url, data }) =>
    `<li><a href="${url}">${data.title}</a> <small>ages ${data.level}, ${data.topics}</small><p>${data.summary}</p></li>`;
  return `<ul class="cards">\n${pagination.items.map(card).join("\n")}\n</ul>`;
}
