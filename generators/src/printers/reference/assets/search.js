(() => {
  const entries = (window.servicialoSearch ?? []).map(([kind, name, href, text]) => ({
    kind,
    name,
    href,
    text,
    plainName: name.toLowerCase(),
    plainText: `${kind} ${name} ${text}`.toLowerCase(),
  }));
  const form = document.querySelector("form.search");
  const input = document.querySelector("#search");
  const list = document.querySelector("#search-results");
  const status = document.querySelector("#search-status");
  const found = document.querySelector(".found");
  const MOST = 40;

  form.hidden = false;

  function rank(entry, query, words) {
    if (!words.every((word) => entry.plainText.includes(word))) return 0;
    if (entry.plainName === query) return 5;
    if (entry.plainName.startsWith(query)) return 4;
    if (entry.plainName.includes(query)) return 3;
    return words.every((word) => entry.plainName.includes(word)) ? 2 : 1;
  }

  function search(text) {
    const query = text.trim().toLowerCase();
    if (query === "") return [];
    const words = query.split(/\s+/);
    return entries
      .map((entry, index) => ({ entry, index, rank: rank(entry, query, words) }))
      .filter((hit) => hit.rank > 0)
      .sort((a, b) => b.rank - a.rank || a.index - b.index)
      .map((hit) => hit.entry);
  }

  function element(name, text) {
    const made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function row({ kind, name, href, text }) {
    const link = element("a", "");
    link.href = href;
    link.append(element("code", name), element("small", text === "" ? kind : `${kind} · ${text}`));
    const item = document.createElement("li");
    item.append(link);
    return item;
  }

  function show() {
    const hits = search(input.value);
    const asked = input.value.trim() !== "";
    found.classList.toggle("open", asked);
    list.replaceChildren(...hits.slice(0, MOST).map(row));
    const more = hits.length > MOST ? `, the first ${MOST} are shown` : "";
    status.textContent = asked ? `${hits.length === 1 ? "1 result" : `${hits.length} results`}${more}` : "";
  }

  function close() {
    found.classList.remove("open");
  }

  function step(event, by) {
    const links = [...list.querySelectorAll("a")];
    const target = links[links.indexOf(document.activeElement) + by] ?? input;
    target.focus();
    event.preventDefault();
  }

  input.addEventListener("input", show);
  input.addEventListener("focus", show);
  list.addEventListener("click", close);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "ArrowDown") step(event, 1);
    if (event.key === "ArrowUp") step(event, -1);
    if (event.key === "Escape") {
      input.focus();
      close();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || /^(?:INPUT|TEXTAREA)$/.test(document.activeElement?.tagName ?? "")) return;
    input.focus();
    event.preventDefault();
  });
  document.addEventListener("click", (event) => {
    if (!form.contains(event.target)) close();
  });
})();
