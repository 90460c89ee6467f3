import type { AnswerNode, BodyNode, OperationNode } from "../../ir/model.ts";
import { operationPath } from "../../ir/operation-path.ts";
import type { SchemaNode } from "../../ir/schema.ts";
import { anchorOf, type Book } from "./book.ts";
import { type Content, html, join, prose } from "./html.ts";
import { fact, jsonBlock, noteLinks } from "./notes.ts";
import { fieldList, typeOf } from "./schema-view.ts";

const AUTONOMY = {
  alone: "on its own",
  conditional: "on its own under a condition",
  asks: "after asking a human",
  forbidden: "never",
} as const;

const ANSWERS = {
  single: "One resource",
  collection: "A page of resources",
  action: "The resource and what happened to it",
  document: "A plain document",
} as const;

/** One operation: how it is called, by whom, and what comes back. */
export function operationView(book: Book, operation: OperationNode): Content {
  const { id, title, summary, method, phase, parameters, body, answers } = operation;
  const target = `operation ${id}`;
  const inputs = parameters
    .filter((parameter) => parameter.in !== "header")
    .map((parameter) => ({ ...parameter, place: parameter.in }));
  const headers = parameters
    .filter((parameter) => parameter.in === "header")
    .map((parameter) => html`<code>${parameter.name}</code>`);
  return html`<article id="${anchorOf(target)}">
<h3><code>${id}</code></h3>
<p class="title">${title}</p>
<p class="route"><b>${method}</b> <code>${operationPath(operation)}</code></p>
<p>${prose(summary)}</p>
${noteLinks(book, target)}
<dl class="facts">${fact("Access", access(book, operation))}${fact("Level", `${operation.level}${operation.required ? ", required" : ""}`)}${fact("Phase", phase)}${fact("MCP tool", tool(operation))}${fact("Agents", autonomy(operation))}${fact("Actor", operation.actor)}${fact("Moves", moves(book, id))}${fact("Errors", operation.errors.length > 0 && book.links("error", operation.errors))}${fact("Headers", headers.length > 0 && join(headers, ", "))}${fact("Former name", operation.renamedFrom)}${fact("Adapter binding", adapterCalls(book, id))}</dl>
${(inputs.length > 0 || body) && html`<h4>Input</h4>`}
${fieldList(book, inputs, null)}
${body && bodyView(book, body)}
<h4>Answers</h4>
<ul class="answers">${answers.map((answer) => answerView(book, answer))}</ul>
${examplesView(book, operation)}
</article>
`;
}

function access(book: Book, { tier, scopes }: OperationNode): Content {
  return html`${tier}${scopes.length > 0 && html`, scope ${book.links("scope", scopes)}${scopes.length > 1 && " (one suffices)"}`}`;
}

function tool({ tool }: OperationNode): Content {
  if (!tool) return null;
  const hints = [
    tool.readOnly ? "read only" : "writes",
    tool.destructive && "destructive",
    tool.idempotent && "idempotent",
    tool.openWorld && "open world",
  ].filter(Boolean);
  return html`<code>${tool.name}</code> (${join(hints, ", ")})`;
}

function autonomy({ agent }: OperationNode): Content {
  return agent && html`${AUTONOMY[agent.autonomy]}${agent.condition && html`: ${prose(agent.condition)}`}`;
}

/** How published clients call it, at the root of the host. */
function adapterCalls({ model }: Book, id: string): Content {
  const calls = model.adapterCalls.filter(({ operation }) => operation === id);
  const routes = [...new Set(calls.map(({ method, path }) => `${method} ${path}`))];
  return (
    routes.length > 0 &&
    join(
      routes.map((route) => html`<code>${route}</code>`),
      ", ",
    )
  );
}

function moves(book: Book, id: string): Content {
  const made = book.model.machines.flatMap((machine) => machine.moves.filter((move) => move.operations.includes(id)));
  const ids = [...new Set(made.map((move) => move.id))];
  return ids.length > 0 && book.links("move", ids);
}

function bodyView(book: Book, body: BodyNode): Content {
  const what = body.type === null ? "Body" : html`Command of type <code>${body.type}</code>`;
  const { attributes } = body;
  return html`<p>${what}${!body.required && " (may be left out)"}: ${typeOf(book, attributes)}.</p>${attributes.kind === "object" && fieldList(book, attributes.properties, null)}`;
}

function answerView(book: Book, { status, kind, types, attributes }: AnswerNode): Content {
  const named =
    types.length > 0 &&
    html` of type ${join(
      types.map((type) => html`<code>${type}</code>`),
      " or ",
    )}`;
  return html`<li><b>${status}</b> ${ANSWERS[kind]}${named}: ${typeOf(book, attributes)}${attributes.kind === "object" && fieldList(book, attributes.properties, null)}</li>
`;
}

function examplesView(book: Book, { id, body, answers }: OperationNode): Content {
  const [answer] = answers;
  const sent = body && exampleOf(book, body.attributes);
  const got = answer && exampleOf(book, answer.attributes);
  const enveloped = body?.type === null ? sent : { data: { type: body?.type, attributes: sent } };
  return [
    sent !== undefined && body !== null && jsonBlock(`Example of a body for ${id}`, enveloped),
    got !== undefined &&
      jsonBlock(
        answer?.kind === "document"
          ? `Example of an answer of ${id}`
          : `Example of the attributes in an answer of ${id}`,
        got,
      ),
  ];
}

function exampleOf(book: Book, schema: SchemaNode): unknown {
  if (schema.kind !== "reference") return undefined;
  return book.model.definitions.find(({ name }) => name === schema.name)?.examples[0];
}
