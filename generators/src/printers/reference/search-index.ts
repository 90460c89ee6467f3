import type { Book } from "./book.ts";

/** Kind, name, address, and the text to search besides the name. */
type SearchEntry = readonly [kind: string, name: string, href: string, text: string];

const TEXT_LENGTH = 160;

/** Everything that can be found, as a script that a page can load without a network. */
export function searchIndexScript(book: Book): string {
  const rows = entriesOf(book).map((entry) => JSON.stringify(entry));
  return `window.servicialoSearch = [\n${rows.join(",\n")}\n];`;
}

function entriesOf(book: Book): SearchEntry[] {
  const { definitions, operations, machines, scopes, errors, evidenceKinds, requirements, errata } = book.model;
  const entry = (kind: string, name: string, text: string, target = `${kind} ${name}`): SearchEntry => [
    kind,
    name,
    book.href(target) ?? "index.html",
    shortened(text),
  ];
  return [
    ...operations.map(({ id, title, tool, method, path }) =>
      entry("operation", id, [title, tool?.name, method, path].filter(Boolean).join(" · ")),
    ),
    ...definitions.map(({ name, summary }) => entry("object", name, summary)),
    ...machines.flatMap(({ name, summary, states, moves }) => [
      entry("machine", name, summary),
      ...states.map((state) => entry("state", `${name}.${state.name}`, state.summary)),
      ...unique(moves.map(({ id }) => id)).map((id) => entry("move", id, movesText(moves, id))),
    ]),
    ...evidenceKinds.map((kind) =>
      entry("evidence kind", kind.name, kind.summary, `evidence-kind ${kind.vertical}.${kind.name}`),
    ),
    ...scopes.map(({ name, summary }) => entry("scope", name, summary)),
    ...errors.map(({ code, title, status }) => entry("error", code, `${status} ${title}`)),
    ...requirements.map(({ id, text }) => entry("requirement", id, text)),
    ...errata.map(({ id, question }) => entry("erratum", id, question)),
    ...definitions.flatMap(({ name, schema }) =>
      schema.kind === "object"
        ? schema.properties.map((property) => entry("property", `${name}.${property.name}`, ""))
        : [],
    ),
  ];
}

function movesText(moves: readonly { id: string; from: string | null; to: string }[], id: string): string {
  return moves
    .filter((move) => move.id === id)
    .map(({ from, to }) => `${from ?? "(begins)"} → ${to}`)
    .join(", ");
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function shortened(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > TEXT_LENGTH ? `${line.slice(0, TEXT_LENGTH - 1)}…` : line;
}
