// Conveniences. Without this script the whole page can be read: what only works with it stays hidden (.live in html.css).
// html.py takes indentation and lines like these out, and allows this text alone, by its hash.
(() => {
  const root = document.documentElement;
  root.classList.add("live");
  const first = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const chosen = { theme: new Set(), source: new Set() };
  const filtered = () => chosen.theme.size + chosen.source.size > 0;
  const has = (statement, kind, value) => statement.dataset[kind].split(" ").includes(value);
  const fits = (statement, kind) => !chosen[kind].size || [...chosen[kind]].some((value) => has(statement, kind, value));
  let bar;

  // Show the statements that fit and tell how many there are; html.css hides the parts that have none.
  const filter = () => {
    const statements = all(".statement"), picks = all(".pick", bar);
    for (const one of statements) one.hidden = !fits(one, "theme") || !fits(one, "source");
    for (const one of picks) one.ariaPressed = chosen[one.name].has(one.value);
    const names = picks.filter((one) => chosen[one.name].has(one.value)).map((one) => one.textContent);
    const left = statements.filter((one) => !one.hidden).length;
    const told = `${left} of ${statements.length} statements: ${names.join(", ")}`;
    first(".matches", bar).textContent = filtered() ? told : "";
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

  // A field of the coverage map becomes a button where the briefing quotes a sentence of that theme and source.
  const pickCell = (theme, source) => {
    chosen.theme = new Set([theme]);
    chosen.source = new Set([source]);
    filter();
    bar.scrollIntoView();
    first(".reset", bar).focus({ preventScroll: true });
  };
  const makeCell = (field, theme, source) => {
    if (!all(".statement").some((one) => has(one, "theme", theme) && has(one, "source", source))) return;
    const button = document.createElement("button"), count = field.textContent;
    Object.assign(button, { type: "button", textContent: count, ariaLabel: `${count}, show what is quoted` });
    button.onclick = () => pickCell(theme, source);
    field.replaceChildren(button);
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
    for (let fold = place?.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    if (place && filtered() && !place.checkVisibility()) reset();
  };

  const citation = (button) => {
    const entry = document.getElementById(button.value), title = first(".entry-title", entry);
    const about = [title, first(".byline", entry), button].map((one) => one?.dataset.id ?? one?.textContent);
    const quotation = first("blockquote", button.closest(".popover")).textContent;
    return [`“${quotation}”`, about.filter(Boolean).join(", "), first("a", title)?.href].filter(Boolean).join("\n");
  };
  // Where the clipboard is barred, the words are selected, to be copied by hand if need be.
  const copySelected = (button, text) => {
    const box = Object.assign(document.createElement("textarea"), { value: text, readOnly: true, ariaLabel: "Citation" });
    button.closest(".popover").append(box);
    box.select();
    return document.execCommand("copy");
  };
  const copy = async (button) => {
    const text = citation(button);
    const done = await navigator.clipboard?.writeText(text).then(() => true, () => false);
    button.textContent = done || copySelected(button, text) ? "Copied" : "Selected: copy it now";
    first(".told").textContent = button.textContent;
  };

  document.addEventListener("click", ({ target }) => {
    const link = target.closest('a[href^="#"]'), button = target.closest("button");
    if (link) {
      reveal(link.hash);
      link.closest(":popover-open")?.hidePopover();
    }
    const act = { pick, reset, copy }[button?.className.split(" ")[0]];
    act?.(button);
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape" && filtered() && !first(":popover-open")) reset();
  });
  addEventListener("hashchange", () => reveal(location.hash));
  document.addEventListener("DOMContentLoaded", () => {
    bar = first(".filters");
    if (bar) {
      makeCells();
      filter();
    }
    reveal(location.hash);
  });
})();
