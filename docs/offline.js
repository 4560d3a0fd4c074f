/* Keeps a student page, its explainer and what they load, or the workbench, for when there is no network: the
   network comes first, what was kept is the fallback. The workbench's engine is large, and each of its files
   always the same: there what was kept comes first. Only this site's own files, and only those that a page asks for. */
"use strict";
const SITE = self.registration.scope;
const CACHE = `whosays 1 ${SITE}`;
const ENGINE = `whosays engine ${SITE}`;
const IN_ENGINE = `${SITE}contribute/workbench/engine/`;
const COMPILED = `whosays compiled ${IN_ENGINE}`; // what the engine makes of its sources, and keeps by itself
const LOADED_BY_PAGE = /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+)"/g;
const LOADED_BY_STYLE = /url\(["']?([^"')]+)["']?\)/g;
const LOADED_BY_SCRIPT = /\b(?:from|import)\s*\(?"(\.\.?\/[^"]+)"/g;
const ON_DEMAND = ["assets/compare.js", "assets/share.js", "assets/marks.js", "assets/compare.css"]; // what an explainer loads when it is asked to compare

const isOurs = url => url.startsWith(SITE) && /^https?:/.test(url);
const bare = url => { const clean = new URL(url); clean.hash = clean.search = ""; return clean.href; };

async function keep(url, cache, seen) {
  if (!isOurs(url) || seen.has(url)) return;
  seen.add(url);
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok || response.redirected) return;
  await cache.put(url, response.clone());
  const type = response.headers.get("content-type") || "";
  const pattern = type.includes("html") ? LOADED_BY_PAGE : type.includes("css") ? LOADED_BY_STYLE
    : type.includes("javascript") ? LOADED_BY_SCRIPT : null;
  if (!pattern) return;
  const text = await response.text();
  const loads = [...text.matchAll(pattern)].map(([, address]) => bare(new URL(address, url)));
  await Promise.all(loads.filter(load => /\.(?:css|js|woff2|svg)$/.test(load)).map(load => keep(load, cache, seen)));
}

async function keepEngine(urls) {
  const cache = await caches.open(ENGINE);
  const lacking = [];
  for (const url of urls) if (isOurs(url) && !await cache.match(url)) lacking.push(url);
  await Promise.all(lacking.map(async url => {
    const response = await fetch(url, { cache: "force-cache" });
    if (response.ok && !response.redirected) await cache.put(url, response);
  }));
  for (const { url } of await cache.keys()) if (!urls.includes(url)) await cache.delete(url);
}

async function forget(folders) {
  for (const name of [ENGINE, COMPILED]) await caches.delete(name);
  const cache = await caches.open(CACHE);
  for (const { url } of await cache.keys()) if (folders.some(folder => url.startsWith(folder))) await cache.delete(url);
}

async function answer(request) {
  const url = bare(request.url);
  const engine = url.startsWith(IN_ENGINE) && await caches.match(url, { cacheName: ENGINE });
  if (engine) return engine;
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok && !response.redirected && await cache.match(url)) await cache.put(url, response.clone());
    return response;
  } catch (error) {
    const kept = await cache.match(url);
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", event => {
  const stale = name => name.startsWith("whosays ") && name.endsWith(` ${SITE}`) && name !== CACHE && name !== ENGINE;
  event.waitUntil(caches.keys()
    .then(names => Promise.all(names.filter(stale).map(name => caches.delete(name))))
    .then(() => self.clients.claim()));
});
self.addEventListener("fetch", event => {
  const { request } = event;
  if (request.method === "GET" && isOurs(request.url) && !request.headers.has("range")) event.respondWith(answer(request));
});
self.addEventListener("message", event => {
  const list = name => ((event.data && Array.isArray(event.data[name]) && event.data[name]) || []).filter(url => typeof url === "string");
  const wanted = list("keep"), engine = list("engine"), unwanted = list("forget");
  if (unwanted.length) event.waitUntil(forget(unwanted));
  if (!wanted.length) return;
  const urls = [...wanted, ...ON_DEMAND.map(path => SITE + path)];
  const seen = new Set();
  event.waitUntil(caches.open(CACHE)
    .then(cache => Promise.all([...urls.map(url => keep(bare(url), cache, seen)), ...engine.length ? [keepEngine(engine)] : []]))
    .then(() => event.source.postMessage("kept"))
    .catch(() => { /* without a network there is nothing new to keep */ }));
});
