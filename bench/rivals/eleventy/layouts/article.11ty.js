import { made } from "../made.mjs";
import { strip, voices as speaking, wording } from "../parts.mjs";
import { shell } from "./shell.mjs";

const each = (of, line) => Object.entries(of ?? {}).map(([key, value]) => line(value, key)).join("\n");

export function render(data) {
  const { title, summary, original, genre, level, topics, records, missing, questions } = data;
  const article = made.get(data.page.inputPath);
  const published = original.published.toISOString().slice(0, 10);
  const content = `<div class="opening" id="top">
<h1 lang="en" dir="auto">${title}</h1>
<div class="facts">
<ul><li><b>${original.publisher}</b></li><li>${published}</li></ul>
<ul><li>ages ${level}</li><li>${genre}</li><li>${topics.join(", ")}</li></ul>
</div>
</div>
<!--body-->
<h2 id="glance">At a glance</h2>
${strip(article)}
<h2 id="reading">The reading</h2>
<div class="reading">
${data.content}
</div>
<h2 id="voices">Who speaks</h2>
${speaking(article)}
<h2 id="wording">Wording</h2>
${wording(article)}
<h2 id="missing">What is missing</h2>
<ul>
${each(missing, (one) => `<li><b>${one.what}</b> ${one.why} <a href="#${one.at}">${one.at}</a></li>`)}
</ul>
<h2 id="records">Records checked</h2>
<ul>
${each(records, (one, id) => `<li id="record-${id}"><b>${one.title}</b>, ${one.publisher}. ${one.says}</li>`)}
</ul>
<h2 id="discuss">Discuss</h2>
<ol>
${each(questions, (one) => `<li><p>${one.ask}</p><p class="small">${one.standard}</p><details><summary>A good answer</summary><p>${one.answer}</p></details></li>`)}
</ol>
<!--/body-->`;
  return shell({ title, description: summary, kind: "article", root: "../../", content });
}
