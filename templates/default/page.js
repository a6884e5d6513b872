// Conveniences. Without this script the whole page can be read: what only works with it stays hidden (.live in html.css).
// html.py takes indentation and lines like these out, and allows this text alone, by its hash.
(() => {
  const root = document.documentElement;
  root.classList.add("live");
  const first = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const make = (tag, values) => Object.assign(document.createElement(tag), values);
  const chosen = { theme: new Set(), source: new Set() };
  const filtered = () => chosen.theme.size + chosen.source.size > 0;
  const has = (one, kind, value) => one.dataset[kind].split(" ").includes(value);
  const fits = (one, kind) => !chosen[kind].size || [...chosen[kind]].some((value) => has(one, kind, value));
  // Words for the reader stand in the page, in its language; {name} in them is filled in.
  const words = (name, values) => first(".told").dataset[name].replace(/{(\w+)}/g, (_, key) => values[key]);
  let bar;

  // Show the statements that fit and tell how many there are; html.css hides the parts that have none.
  const filter = () => {
    const statements = all(".statement"), picks = all(".pick", bar);
    for (const one of statements) one.hidden = !fits(one, "theme") || !fits(one, "source");
    for (const one of picks) one.ariaPressed = chosen[one.name].has(one.value);
    const names = picks.filter((one) => one.ariaPressed == "true").map((one) => one.textContent);
    const left = statements.filter((one) => !one.hidden).length;
    const told = { left, all: statements.length, names: names.join(", ") };
    first(".matches", bar).textContent = filtered() ? words("matches", told) : "";
    root.classList.toggle("filtered", filtered());
  };
  const reset = () => {
    chosen.theme.clear();
    chosen.source.clear();
    filter();
  };
  const pick = ({ name, value }) => {
    if (!chosen[name].delete(value)) chosen[name].add(value);
    filter();
  };

  // A field of the coverage map becomes a button where the briefing quotes a sentence of that theme and source. Nought does not:
  // a sentence is counted for its chief theme alone, and found under each of its themes.
  const pickCell = (theme, source) => {
    chosen.theme = new Set([theme]);
    chosen.source = new Set([source]);
    filter();
    bar.scrollIntoView();
    first(".reset", bar).focus({ preventScroll: true });
  };
  const makeCell = (field, theme, source) => {
    const number = field.textContent, onclick = () => pickCell(theme, source);
    if (number == 0 || !all(".statement").some((one) => has(one, "theme", theme) && has(one, "source", source))) return;
    field.replaceChildren(make("button", { type: "button", textContent: number, ariaLabel: words("show", { number }), onclick }));
  };
  const makeCells = () => {
    for (const row of all("tr[data-theme]")) {
      const heads = row.closest("table").rows[0].cells;
      for (const field of all("td", row)) makeCell(field, row.dataset.theme, heads[field.cellIndex].textContent);
    }
  };

  // Open what encloses the place a link leads to; show it when a filter hides it.
  const reveal = (hash) => {
    const place = document.getElementById(hash.slice(1));
    for (const fold of all("details")) fold.open ||= fold.contains(place);
    if (place && filtered() && !place.checkVisibility()) reset();
  };

  const citation = (button) => {
    const entry = document.getElementById(button.value), title = first(".entry-title", entry);
    const about = [title, first(".byline", entry), button].map((one) => one?.dataset.id ?? one?.textContent);
    const text = first("blockquote", button.closest(".popover")).textContent;
    return [words("quoted", { text }), about.filter(Boolean).join(", "), first("a", title)?.href].filter(Boolean).join("\n");
  };
  // Where the clipboard is barred, the words are selected, to be copied by hand if need be.
  const copySelected = (button, text) => {
    const box = make("textarea", { value: text, readOnly: true, ariaLabel: words("citation") });
    button.closest(".popover").append(box);
    box.select();
    return document.execCommand("copy");
  };
  const copy = async (button) => {
    const text = citation(button);
    const done = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    first(".told").textContent = button.textContent = words(done || copySelected(button, text) ? "copied" : "selected");
  };

  addEventListener("click", ({ target }) => {
    const link = target.closest('a[href^="#"]'), button = target.closest("button");
    if (link) {
      reveal(link.hash);
      link.closest(":popover-open")?.hidePopover();
    }
    const act = { pick, reset, copy }[button?.className.split(" ")[0]];
    act?.(button);
  });
  addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && filtered() && !first(":popover-open")) reset();
  });
  addEventListener("hashchange", () => reveal(location.hash));
  addEventListener("DOMContentLoaded", () => {
    bar = first(".filters");
    if (bar) {
      makeCells();
      filter();
    }
    reveal(location.hash);
  });
})();
