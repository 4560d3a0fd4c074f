// Eleventy on our articles as they are: each gives an explainer and a student page, and all together
// the library's pages. It parses each article once: the student's text comes from the same tokens.

import fs from "node:fs";
import path from "node:path";
import markdownIt from "markdown-it";
import attrs from "markdown-it-attrs";
import spans from "markdown-it-bracketed-spans";
import footnote from "markdown-it-footnote";
import { student } from "./student.mjs";

const PER_PAGE = 50;

export default function (config) {
  const texts = new Map(); // the student's text, by the file that it comes from
  const markdown = markdownIt({ html: false }).use(footnote).use(spans).use(attrs);
  config.setLibrary("md", {
    render(source, data) {
      const env = {};
      const tokens = markdown.parse(source, env);
      texts.set(data.page.inputPath, student.text(tokens));
      return markdown.renderer.render(tokens, markdown.options, env);
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
  // A second page from the same file, without a second template for it: the least work there is.
  config.addTransform("student", function (content) {
    const text = texts.get(this.page.inputPath);
    if (text !== undefined) {
      const folder = path.join(path.dirname(this.page.outputPath), "read");
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, "index.html"), student.page(content, text));
    }
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
