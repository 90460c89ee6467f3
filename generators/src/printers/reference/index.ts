import { readFileSync } from "node:fs";
import type { ProtocolModel } from "../../ir/model.ts";
import { assetFile, type GeneratedFile, htmlFile } from "../generated-file.ts";
import { MACHINE_STYLE } from "../machine-pictures/svg.ts";
import { anchorOf, areaOf, Book, CATALOGUES, titleOf } from "./book.ts";
import { errataView, errorsView, evidenceKindsView, requirementsView, scopesView } from "./catalogues.ts";
import { type Content, html } from "./html.ts";
import { machineView } from "./machine-view.ts";
import { noteLinks } from "./notes.ts";
import { objectView } from "./object-view.ts";
import { operationView } from "./operation-view.ts";
import { type Entry, type Page, pageOf } from "./page.ts";
import { searchIndexScript } from "./search-index.ts";

const asset = (name: string) => readFileSync(new URL(`assets/${name}`, import.meta.url), "utf8");
const STYLE = asset("reference.css");
const SCRIPT = asset("search.js");

/** The reference for people: one page per area and catalogue, searchable, without a network. */
export function printReference(model: ProtocolModel): GeneratedFile[] {
  const book = new Book(model);
  const pages = [indexPage(book), ...book.areas.map((area) => areaPage(book, area)), ...cataloguePages(book)];
  const folder = `reference/${model.version}`;
  return [
    ...pages.map((page) => htmlFile(`${folder}/${page.name}.html`, pageOf(book, page))),
    assetFile(`${folder}/reference.css`, `${STYLE}\n${MACHINE_STYLE}`),
    assetFile(`${folder}/search.js`, SCRIPT),
    assetFile(`${folder}/search-index.js`, searchIndexScript(book)),
  ];
}

function indexPage(book: Book): Page {
  const { model, areas } = book;
  const counts = [
    [model.operations.length, "operations"],
    [model.definitions.length, "objects"],
    [model.machines.length, "machines"],
    [model.requirements.length, "requirements"],
  ] as const;
  const rows = areas.map((area) => {
    const { operations, machines, definitions } = partsOf(book, area);
    return html`<article><h2><a href="${area}.html">${titleOf(area)}</a></h2>
${
  operations.length > 0 &&
  html`<p>Operations: ${book.links(
    "operation",
    operations.map(({ id }) => id),
  )}</p>`
}
${
  machines.length > 0 &&
  html`<p>Machines: ${book.links(
    "machine",
    machines.map(({ name }) => name),
  )}</p>`
}
${
  definitions.length > 0 &&
  html`<p class="many">Objects: ${book.links(
    "object",
    definitions.map(({ name }) => name),
  )}</p>`
}</article>
`;
  });
  const content = html`<p>How a professional service is found, booked, delivered, evidenced, charged and verified: everything that protocol version ${model.version} says, printed from its specification.</p>
<ul class="counts">${counts.map(([count, what]) => html`<li><b>${count}</b> ${what}</li>`)}</ul>
<p>Every operation is served below <code>${model.basePath}</code> unless its path says otherwise. Anchors such as <code>requirements.html#SVC-LIFE-001</code> stay the same in every version.</p>
${rows}
<article><h2>Everywhere</h2>
<p>What no single object or operation stands for.</p>
${noteLinks(book, "protocol")}</article>`;
  return { name: "index", title: "Reference", entries: [], content };
}

function partsOf({ model }: Book, area: string) {
  const here = ({ position }: { position: Parameters<typeof areaOf>[0] }) => areaOf(position) === area;
  return {
    operations: model.operations.filter(here),
    machines: model.machines.filter(here),
    definitions: model.definitions.filter(here),
  };
}

function areaPage(book: Book, area: string): Page {
  const { operations, machines, definitions } = partsOf(book, area);
  const entries: Entry[] = [
    ...operations.map(({ id }) => ({ text: id, anchor: anchorOf(`operation ${id}`) })),
    ...machines.map(({ name }) => ({ text: `${name} machine`, anchor: anchorOf(`machine ${name}`) })),
    ...definitions.map(({ name }) => ({ text: name, anchor: anchorOf(`object ${name}`) })),
  ];
  const content = [
    section("Operations", "operations", operations, (operation) => operationView(book, operation)),
    section("Machines", "machines", machines, (machine) => machineView(book, machine)),
    section("Objects", "objects", definitions, (definition) => objectView(book, definition)),
  ];
  return { name: area, title: titleOf(area), entries, content };
}

function section<T>(title: string, id: string, parts: readonly T[], view: (part: T) => Content): Content {
  return parts.length > 0 && html`<section><h2 id="${id}">${title}</h2>\n${parts.map(view)}</section>\n`;
}

function cataloguePages(book: Book): Page[] {
  const { requirements } = book.model;
  const areas = [...new Set(requirements.map(({ area }) => area))];
  const page = (name: keyof typeof CATALOGUES, content: Content, entries: readonly Entry[] = []): Page => ({
    name,
    title: CATALOGUES[name],
    entries,
    content,
  });
  return [
    page("evidence-kinds", evidenceKindsView(book)),
    page("scopes", scopesView(book)),
    page("errors", errorsView(book)),
    page(
      "requirements",
      requirementsView(book),
      areas.map((area) => ({ text: area.toUpperCase(), anchor: `area-${area}` })),
    ),
    page("errata", errataView(book)),
  ];
}
