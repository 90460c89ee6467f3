import type { MachineNode } from "../../ir/model.ts";
import { type PlacedArrow, type PlacedState, type Placement, type Point, placeMachine } from "./layout.ts";

const MARGIN = 10;
const LABEL_LETTER = 6.7;
const LABEL_HEIGHT = 15;

/** Style of every picture; a page that holds pictures has it once. It follows the reader's choice of light or dark. */
export const MACHINE_STYLE = `.machine { --machine-line: #57606a; --machine-ink: #1f2328; --machine-paper: #ffffff; --machine-core: #0b63ce; }
@media (prefers-color-scheme: dark) {
  .machine { --machine-line: #9aa4af; --machine-ink: #e6edf3; --machine-paper: #0d1117; --machine-core: #6cb0ff; }
}
.machine text { font: 13px ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; fill: var(--machine-ink); text-anchor: middle; dominant-baseline: central; }
.machine .move text { font-size: 11px; fill: var(--machine-line); }
.machine .main text { fill: var(--machine-core); }
.machine .label { fill: var(--machine-paper); opacity: 0.9; }
.machine path { fill: none; stroke: var(--machine-line); stroke-width: 1.2; }
.machine polygon { fill: var(--machine-line); }
.machine .main path { stroke: var(--machine-core); stroke-width: 1.8; }
.machine .main polygon { fill: var(--machine-core); }
.machine rect.box { fill: var(--machine-paper); stroke: var(--machine-line); stroke-width: 1.4; }
.machine .core rect.box { stroke: var(--machine-core); stroke-width: 1.8; }
.machine .optional rect.box { stroke-dasharray: 2 2; }
.machine .exception rect.box { stroke-dasharray: 6 3; }
.machine circle { fill: var(--machine-ink); }`;

/** Where a name in a picture leads; null for a picture that stands alone. */
export interface PictureLinks {
  readonly state: (name: string) => string;
  readonly move: (id: string) => string;
}

/** A machine as an SVG file of its own. */
export function standaloneSvg(machine: MachineNode): string {
  return svgOf(machine, null).replace(/>/, `>\n<style>\n${MACHINE_STYLE}\n</style>`);
}

/** A machine as an SVG element; the page brings the style. */
export function svgOf(machine: MachineNode, links: PictureLinks | null): string {
  const placement = placeMachine(machine);
  const width = Math.ceil(placement.width + 2 * MARGIN);
  const height = Math.ceil(placement.height + 2 * MARGIN);
  const title = `machine-${machine.name}-title`;
  return `<svg xmlns="http://www.w3.org/2000/svg" class="machine" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="${links ? "group" : "img"}" aria-labelledby="${title}">
<title id="${title}">${escapeXml(`States and moves of the ${machine.name} machine`)}</title>
<g transform="translate(${MARGIN} ${MARGIN})">
${[...lines(placement, links), ...boxes(placement, links)].join("\n")}
</g>
</svg>`;
}

function lines({ arrows }: Placement, links: PictureLinks | null): string[] {
  return arrows.map((arrow) => {
    const [start, ...rest] = arrow.curve;
    const curve = `M${coordinates(start)}C${rest.map(coordinates).join(" ")}`;
    const head = arrowHead(arrow);
    const label = moveLabel(arrow, links);
    return `<g class="move${arrow.main ? " main" : ""}"><path d="${curve}"/><polygon points="${head}"/>${label}</g>`;
  });
}

function moveLabel({ moves, label }: PlacedArrow, links: PictureLinks | null): string {
  const width = moves.join(", ").length * LABEL_LETTER + 4;
  const box = `<rect class="label" x="${round(label.x - width / 2)}" y="${round(label.y - LABEL_HEIGHT / 2)}" width="${round(width)}" height="${LABEL_HEIGHT}"/>`;
  const words = moves.map((id) =>
    links ? `<a href="${escapeXml(links.move(id))}">${escapeXml(id)}</a>` : escapeXml(id),
  );
  return `${box}<text x="${round(label.x)}" y="${round(label.y)}">${words.join(", ")}</text>`;
}

function arrowHead({ curve, tip }: PlacedArrow): string {
  const base = curve.at(-1) ?? tip;
  const length = Math.hypot(tip.x - base.x, tip.y - base.y) || 1;
  const across = { x: (-(tip.y - base.y) / length) * 4, y: ((tip.x - base.x) / length) * 4 };
  const corners = [tip, { x: base.x + across.x, y: base.y + across.y }, { x: base.x - across.x, y: base.y - across.y }];
  return corners.map(coordinates).join(" ");
}

function boxes({ states }: Placement, links: PictureLinks | null): string[] {
  return states.map((placed) => (placed.state ? stateBox(placed, placed.state.name, links) : startDot(placed)));
}

function startDot({ centre, width }: PlacedState): string {
  return `<circle cx="${round(centre.x)}" cy="${round(centre.y)}" r="${round(width / 2)}"/>`;
}

function stateBox({ state, centre, width, height }: PlacedState, name: string, links: PictureLinks | null): string {
  const box = (inset: number) =>
    `<rect class="box" x="${round(centre.x - width / 2 + inset)}" y="${round(centre.y - height / 2 + inset)}" width="${round(width - 2 * inset)}" height="${round(height - 2 * inset)}" rx="5"/>`;
  const text = `<text x="${round(centre.x)}" y="${round(centre.y)}">${escapeXml(name)}</text>`;
  const content = `${box(0)}${state?.terminal ? box(3) : ""}${text}`;
  const linked = links ? `<a href="${escapeXml(links.state(name))}">${content}</a>` : content;
  return `<g class="${state?.kind}">${linked}</g>`;
}

function coordinates(point: Point | undefined): string {
  return `${round(point?.x ?? 0)},${round(point?.y ?? 0)}`;
}

function round(value: number): string {
  return String(Number(value.toFixed(1)));
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
