import { anchorOf, type Book, titleOf } from "./book.ts";
import { type Content, html, join, prose } from "./html.ts";
import { CASES_HREF, type Judged, judgedIn } from "./judged.ts";
import { fact, noteLinks } from "./notes.ts";

/** All kinds of evidence, by vertical. */
export function evidenceKindsView(book: Book): Content {
  const byVertical = Object.groupBy(book.model.evidenceKinds, ({ vertical }) => vertical);
  return Object.entries(byVertical).map(
    ([vertical, kinds = []]) => html`<section><h2 id="${vertical}">${titleOf(vertical)}</h2>
${kinds.map(
  (
    kind,
  ) => html`<article id="${anchorOf(`evidence-kind ${vertical}.${kind.name}`)}"><h3><code>${kind.name}</code></h3><p>${prose(kind.summary)}</p>
<dl class="facts">${fact("Type", html`<code>${kind.type}</code>${kind.discriminator && html` with <code>${kind.discriminator.property}</code> = <code>${kind.discriminator.value}</code>`}`)}${fact("Payload", book.links("object", [kind.payload]))}${fact("Captured", kind.method)}${fact("Required", kind.required.replaceAll("_", " "))}${fact("Sensitivity", `${kind.defaultSensitivity}${kind.floor ? `, never below ${kind.floor}` : ""}`)}${fact("Also called", kind.synonyms.join(", "))}</dl></article>
`,
)}</section>
`,
  );
}

export function scopesView(book: Book): Content {
  return book.model.scopes.map(
    ({
      name,
      summary,
      operations,
    }) => html`<article id="${anchorOf(`scope ${name}`)}"><h2><code>${name}</code></h2><p>${prose(summary)}</p>
${noteLinks(book, `scope ${name}`)}<dl class="facts">${fact("Operations", operations.length > 0 && book.links("operation", operations))}</dl></article>
`,
  );
}

export function errorsView(book: Book): Content {
  return book.model.errors.map(
    ({
      code,
      status,
      title,
      when,
      retryable,
      edition,
      operations,
    }) => html`<article id="${anchorOf(`error ${code}`)}"><h2><code>${code}</code> <span class="tag">${status}</span></h2><p>${title}: ${prose(when)}.</p>
${noteLinks(book, `error ${code}`)}<dl class="facts">${fact("Trying again", retryable ? "may help" : "does not help")}${fact("Edition", edition)}${fact("Operations", operations.length > 0 ? book.links("operation", operations) : "any")}</dl></article>
`,
  );
}

/** All requirements, by area. Their ids are their anchors. */
export function requirementsView(book: Book): Content {
  const judged = judgedIn(book.model.version);
  const byArea = Object.groupBy(book.model.requirements, ({ area }) => area);
  return Object.entries(byArea).map(
    ([area, requirements = []]) => html`<section><h2 id="area-${area}">${area.toUpperCase()}</h2>
${requirements.map(
  (
    requirement,
  ) => html`<article id="${requirement.id}"><h3><a href="#${requirement.id}">${requirement.id}</a> <span class="tag strong">${requirement.keyword}</span> <span class="tag">${requirement.level}</span></h3><p>${prose(requirement.text)}</p>
<dl class="facts">${fact("Applies to", targets(book, requirement.appliesTo))}${fact("Verified by", prose(requirement.test))}${caseOf(requirement, judged)}${fact("Source", requirement.source)}</dl></article>
`,
)}</section>
`,
  );
}

/** The case that judges a requirement, or why none does. */
function caseOf({ id, area }: { id: string; area: string }, { cases, excluded }: Judged): Content {
  if (!cases.has(id)) return fact("Case", excluded.has(id) && html`none: ${prose(excluded.get(id) ?? "")}`);
  const file = `${area}/${id.toLowerCase()}.case.ts`;
  return fact("Case", html`<a href="${CASES_HREF}/${file}">${file}</a>`);
}

/** Where the sources contradict each other or are silent. */
export function errataView(book: Book): Content {
  return book.model.errata.map(
    ({
      id,
      question,
      decision,
      appliesTo,
    }) => html`<article id="${id}"><h2><a href="#${id}">${id}</a></h2><p>${prose(question)}</p>
<dl class="facts">${fact("Settled as", prose(decision))}${fact("Concerns", targets(book, [appliesTo]))}</dl></article>
`,
  );
}

function targets(book: Book, names: readonly string[]): Content {
  return join(
    names.map((name) => book.link(name, name)),
    ", ",
  );
}
