import type { MachineNode, MoveNode } from "../../ir/model.ts";
import { svgOf } from "../machine-pictures/svg.ts";
import { anchorOf, type Book } from "./book.ts";
import { type Content, Html, html, prose } from "./html.ts";
import { noteLinks } from "./notes.ts";

/** One machine: its picture, its states and its moves. */
export function machineView(book: Book, machine: MachineNode): Content {
  const { name, summary, states } = machine;
  const target = `machine ${name}`;
  const picture = svgOf(machine, {
    state: (state) => `#${anchorOf(`state ${name}.${state}`)}`,
    move: (id) => `#${anchorOf(`move ${id}`)}`,
  });
  return html`<article id="${anchorOf(target)}">
<h3>The <code>${name}</code> machine</h3>
${summary && html`<p>${prose(summary)}</p>`}
${noteLinks(book, target)}
<figure><div class="scroll" tabindex="0" role="region" aria-label="Picture of the ${name} machine">${new Html(picture)}</div>
<figcaption>Solid boxes: core states. Dotted: optional. Dashed: exceptions. Double border: no way out.</figcaption></figure>
<h4>States</h4>
<ul class="fields">${states.map(
    (
      state,
    ) => html`<li id="${anchorOf(`state ${name}.${state.name}`)}"><p class="field"><code class="name">${state.name}</code> <span class="tag">${state.kind}</span>${state.terminal && html` <span class="tag">end</span>`}</p>${state.summary && html`<p>${prose(state.summary)}</p>`}${noteLinks(book, `state ${name}.${state.name}`)}</li>
`,
  )}</ul>
<h4>Moves</h4>
${moveTable(book, machine)}
</article>
`;
}

function moveTable(book: Book, { name, moves }: MachineNode): Content {
  const seen = new Set<string>();
  const rows = moves.map((move) => {
    const first = !seen.has(move.id);
    seen.add(move.id);
    return html`<tr${first ? html` id="${anchorOf(`move ${move.id}`)}"` : null}>${moveCells(book, name, move)}</tr>
`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Moves of the ${name} machine"><table>
<thead><tr><th scope="col">Move</th><th scope="col">From, to</th><th scope="col">Who</th><th scope="col">Operations</th><th scope="col">Only when</th><th scope="col">What follows</th></tr></thead>
<tbody>${rows}</tbody></table></div>`;
}

function moveCells(book: Book, machine: string, move: MoveNode): Content {
  const state = (name: string) => book.link(`state ${machine}.${name}`, html`<code>${name}</code>`);
  const parties = move.by.map((party) => party.replaceAll("_", " ")).join(", ");
  const agents = `Agents: ${move.agent}${move.agentCondition ? `. ${move.agentCondition}` : ""}`;
  const outcome = [
    ...move.records.map((record) => html`Records ${prose(record)}`),
    ...move.effects.map(prose),
    move.irreversible && html`<strong>Cannot be undone</strong>`,
  ].filter(Boolean);
  const needs = [...move.preconditions.map(prose), ...move.requires.map((name) => html`Given: <code>${name}</code>`)];
  return html`<th scope="row">${move.id}</th><td>${move.from === null ? "(begins)" : state(move.from)} → ${state(move.to)}</td><td><p>${parties}</p><p>${prose(agents)}</p></td><td>${book.links("operation", move.operations)}</td><td>${points(needs)}</td><td>${points(outcome)}</td>`;
}

function points(texts: readonly Content[]): Content {
  return texts.length > 0 && html`<ul>${texts.map((text) => html`<li>${text}</li>`)}</ul>`;
}
