import { type Book, CATALOGUES, titleOf } from "./book.ts";
import { type Content, html } from "./html.ts";

/** A heading of a page, for the list of contents. */
export interface Entry {
  readonly text: string;
  readonly anchor: string;
}

export interface Page {
  /** Name of the file, without `.html`. */
  readonly name: string;
  readonly title: string;
  /** What the list of contents shows below this page while it is open. */
  readonly entries: readonly Entry[];
  readonly content: Content;
}

/** A whole page. Search needs the script beside it, nothing else does. */
export function pageOf(book: Book, { name, title, entries, content }: Page): string {
  const { version } = book.model;
  return html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – Servicialo ${version}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="reference.css">
<script src="search-index.js" defer></script>
<script src="search.js" defer></script>
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<p class="brand"><a href="index.html">Servicialo ${version}</a></p>
<a class="to-contents" href="#contents">Contents</a>
<form class="search" role="search" hidden>
<label for="search">Search</label>
<input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="scheduling.book, SVC-CANC-003 …" aria-describedby="search-status">
<div class="found"><p id="search-status" role="status"></p><ol id="search-results" aria-label="Search results"></ol></div>
</form>
</header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${content}
</main>
<nav id="contents" aria-label="Contents">
<h2>Areas</h2>
<ul>${book.areas.map((area) => navItem(area, titleOf(area), name, entries))}</ul>
<h2>Catalogues</h2>
<ul>${Object.entries(CATALOGUES).map(([page, text]) => navItem(page, text, name, entries))}</ul>
</nav>
</body>
</html>`.text;
}

function navItem(page: string, text: string, open: string, entries: readonly Entry[]): Content {
  if (page !== open) return html`<li><a href="${page}.html">${text}</a></li>\n`;
  const inside = entries.map((entry) => html`<li><a href="#${entry.anchor}">${entry.text}</a></li>`);
  return html`<li><a href="${page}.html" aria-current="page">${text}</a>${inside.length > 0 && html`<ul>${inside}</ul>`}</li>\n`;
}
