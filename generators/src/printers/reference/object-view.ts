import type { DefinitionNode } from "../../ir/model.ts";
import { anchorOf, type Book } from "./book.ts";
import { type Content, html, join, prose } from "./html.ts";
import { fact, jsonBlock, noteLinks } from "./notes.ts";
import { constraintsOf, fieldList, typeOf } from "./schema-view.ts";

/** One definition: what it holds, what it must satisfy, who uses it. */
export function objectView(book: Book, definition: DefinitionNode): Content {
  const { name, kind, schema, summary, members, examples } = definition;
  const target = `object ${name}`;
  const limits = constraintsOf(schema);
  const machine = book.model.machines.find((candidate) => candidate.definition === name);
  const users = book.usersOf(name).map((user) => book.link(user, html`<code>${user.split(" ")[1]}</code>`));
  return html`<article id="${anchorOf(target)}">
<h3><code>${name}</code> <span class="tag">${kind}</span></h3>
${summary && html`<p>${prose(summary)}</p>`}
${noteLinks(book, target)}
<dl class="facts">${fact("Type", kind === "object" || kind === "enum" ? null : typeOf(book, schema))}${fact("Rules", limits.length > 0 && join(limits, " · "))}${fact("Machine", machine && book.link(`machine ${machine.name}`, machine.name))}${fact("Other fields", schema.kind === "object" && schema.additional && typeOf(book, schema.additional))}${fact("Used by", users.length > 0 && join(users, ", "))}</dl>
${schema.kind === "object" && fieldList(book, schema.properties, name)}
${members.length > 0 && valueList(book, definition)}
${examples.map((example, index) => jsonBlock(examples.length > 1 ? `Example ${index + 1} of ${name}` : `Example of ${name}`, example))}
</article>
`;
}

function valueList(book: Book, { name, members }: DefinitionNode): Content {
  const items = members.map(
    ({
      value,
      summary,
      aliases,
    }) => html`<li id="${anchorOf(`value ${name}.${value}`)}"><p class="field"><code class="name">${value}</code>${aliases.length > 0 && html` <span class="type">also ${join(aliases, ", ")}</span>`}</p>${summary && html`<p>${prose(summary)}</p>`}${noteLinks(book, `value ${name}.${value}`)}</li>
`,
  );
  return html`<ul class="fields">${items}</ul>`;
}
