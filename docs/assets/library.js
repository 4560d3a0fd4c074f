/* The library: narrows the list by what is chosen, and keeps that in the address, so that a list
   can be shared and the browser's own back button takes a choice back. */
(() => {
  "use strict";
  const form = document.querySelector("form.filters.scripted");
  if (!form) return;
  const one = selector => form.querySelector(selector);
  const tally = one(".tally"), chips = one(".chosen"), all = one(".all"), nothing = one(".nothing");
  const fields = Array.from(form.elements).filter(field => field.name);
  const cards = Array.from(document.querySelectorAll(".cards li"));
  const head = document.querySelector(".cards-head");
  const title = document.title;
  const isBox = field => field.type === "checkbox";
  fields.filter(field => !isBox(field)).forEach(field => Array.from(field.options).forEach(each => { each.dataset.name = each.text; }));

  /* What is chosen: each field's name with its value */
  const valueOf = field => (isBox(field) ? (field.checked ? field.value : "") : field.value);
  const chosen = () => new Map(fields.map(field => [field.name, valueOf(field)]).filter(([, value]) => value));
  const nameOf = (name, value) => {
    const field = form.elements[name];
    return isBox(field) ? field.parentNode.textContent.trim() : Array.from(field.options).find(each => each.value === value).dataset.name;
  };
  function choose(name, value) {
    const field = form.elements[name];
    if (isBox(field)) field.checked = value === field.value;
    else field.value = value;
    return !value || valueOf(field) === value;
  }

  const fits = (card, wanted) => Array.from(wanted).every(([name, value]) =>
    name === "minutes" ? Number(card.dataset.minutes) <= Number(value) : card.dataset[name].split(" ").includes(value));
  const count = wanted => cards.filter(card => fits(card, wanted)).length;
  const articles = number => `${number} ${number === 1 ? "article" : "articles"}`;
  function without(wanted, name) {
    const rest = new Map(wanted);
    rest.delete(name);
    return rest;
  }

  function button(words, label, name, next) {
    const item = document.createElement("li"), made = document.createElement("button");
    Object.assign(made, { type: "button", textContent: words });
    if (label) made.setAttribute("aria-label", label);
    made.addEventListener("click", () => {
      choose(name, "");
      go();
      (next() || tally).focus();
    });
    item.append(made);
    return item;
  }

  function show(unknown = []) {
    const wanted = chosen(), number = count(wanted);
    cards.forEach(card => { card.hidden = !fits(card, wanted); });
    head.hidden = number === 0;
    all.hidden = wanted.size === 0;
    fields.filter(field => !isBox(field)).forEach(field => Array.from(field.options).forEach(each => {
      const rest = without(wanted, field.name);
      if (each.value) each.text = `${each.dataset.name} (${count(rest.set(field.name, each.value))})`;
    }));
    const said = wanted.size ? `${number} of ${articles(cards.length)}` : articles(cards.length);
    tally.textContent = [said, ...unknown.map(each => `Nothing here answers to “${each}”.`)].join(". ");
    chips.replaceChildren(...Array.from(wanted, ([name, value]) => {
      const words = nameOf(name, value);
      return button(words, `${words}: take this choice back`, name, () => chips.querySelector("button"));
    }));
    nothing.hidden = number > 0;
    const ways = number ? [] : Array.from(wanted.keys(), name => [name, count(without(wanted, name))]).filter(([, left]) => left);
    ways.sort(([, a], [, b]) => b - a);
    nothing.querySelector("p").hidden = !ways.length;
    nothing.querySelector("ul").replaceChildren(...ways.map(([name, left]) =>
      button(`without “${nameOf(name, wanted.get(name))}”: ${articles(left)}`, "", name, () => tally)));
    document.title = wanted.size ? `${Array.from(wanted, ([name, value]) => nameOf(name, value)).join(", ")} · ${title}` : title;
  }

  /* Each choice is a step back */
  function go() {
    const query = new URLSearchParams(Array.from(chosen())).toString();
    try { history.pushState(null, "", query ? `?${query}` : location.pathname); } catch { /* from disk: the address stays */ }
    show();
  }
  function read() {
    const query = new URLSearchParams(location.search);
    show(fields.flatMap(field => {
      const value = query.get(field.name) || "";
      if (choose(field.name, value)) return [];
      choose(field.name, "");
      return [value];
    }));
  }

  tally.tabIndex = -1;
  form.addEventListener("change", go);
  form.addEventListener("submit", event => event.preventDefault());
  all.addEventListener("click", () => {
    fields.forEach(field => choose(field.name, ""));
    go();
    tally.focus();
  });
  addEventListener("popstate", read);
  read();
})();
