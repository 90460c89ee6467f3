import type { Book } from "./book.ts";
import { type Content, html } from "./html.ts";

/** Links to the requirements and errata that concern something; nothing when none does. */
export function noteLinks(book: Book, target: string): Content {
  const requirements = book.requirementsOn(target).map(({ id }) => id);
  const errata = book.errataOn(target).map(({ id }) => id);
  if (requirements.length + errata.length === 0) return null;
  return html`<p class="notes">${requirements.length > 0 && html`Requirements: ${book.links("requirement", requirements)}. `}${errata.length > 0 && html`Errata: ${book.links("erratum", errata)}.`}</p>`;
}

/** A term and what it says; nothing without content. */
export function fact(term: string, content: Content): Content {
  const empty = content === null || content === undefined || content === false || content === "";
  return empty ? null : html`<dt>${term}</dt><dd>${content}</dd>`;
}

/** A value as formatted JSON, in a block that can be scrolled with the keyboard. */
export function jsonBlock(label: string, value: unknown): Content {
  return html`<details class="example"><summary>${label}</summary><pre tabindex="0" role="region" aria-label="${label}"><code>${JSON.stringify(value, null, 2)}</code></pre></details>`;
}
