import { instance } from "@viz-js/viz";
import type { MachineNode, StateNode } from "../../ir/model.ts";
import { type Arrow, arrowsOf, coreLine } from "./arrows.ts";

/** Graphviz, compiled to WebAssembly: it runs in this process, and places everything alike on every machine. */
const graphviz = await instance();

const POINTS_PER_INCH = 72;
const LETTER = 7.9;
const LABEL_SIZE = 11;
const START = "(start)";

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlacedState {
  /** Null: where the machine begins. */
  readonly state: StateNode | null;
  readonly centre: Point;
  readonly width: number;
  readonly height: number;
}

export interface PlacedArrow extends Arrow {
  /** A start, then three points for each Bézier curve. */
  readonly curve: readonly Point[];
  readonly tip: Point;
  readonly label: Point;
  /** It leads along the line of core states. */
  readonly main: boolean;
}

/** A machine on a plane, in pixels, y downwards. */
export interface Placement {
  readonly width: number;
  readonly height: number;
  readonly states: readonly PlacedState[];
  readonly arrows: readonly PlacedArrow[];
}

interface DrawnGraph {
  readonly bb: string;
  readonly objects: readonly {
    readonly name: string;
    readonly pos: string;
    readonly width: string;
    readonly height: string;
  }[];
  readonly edges: readonly { readonly id: string; readonly pos: string; readonly lp: string }[];
}

/** Layouts of this run: a machine is frozen, and is drawn more than once. */
const placements = new WeakMap<MachineNode, Placement>();

/** Places the core states on one line from top to bottom, and the others beside it. */
export function placeMachine(machine: MachineNode): Placement {
  const known = placements.get(machine);
  if (known) return known;
  const placement = placementOf(machine);
  placements.set(machine, placement);
  return placement;
}

/** Drawings of this run: most machines look the same in every version. */
const drawings = new Map<string, DrawnGraph>();

function draw(graph: Parameters<typeof graphviz.renderJSON>[0] & object): DrawnGraph {
  const text = JSON.stringify(graph);
  const drawing = drawings.get(text) ?? (graphviz.renderJSON(graph, { yInvert: true }) as DrawnGraph);
  drawings.set(text, drawing);
  return drawing;
}

function placementOf(machine: MachineNode): Placement {
  const line = coreLine(machine);
  const arrows = arrowsOf(machine);
  const onLine = (name: string | null) => (name === null ? -1 : line.indexOf(name));
  const isMain = ({ from, to }: Arrow) =>
    from === null ? onLine(to) === 0 : onLine(from) >= 0 && onLine(to) === onLine(from) + 1;
  const drawn = draw({
    graphAttributes: { rankdir: "TB", nodesep: 0.4, ranksep: 0.5 },
    nodeAttributes: { shape: "box", fixedsize: true },
    edgeAttributes: { fontname: "Courier", fontsize: LABEL_SIZE },
    nodes: [
      { name: START, attributes: { shape: "circle", width: 0.14, height: 0.14, group: "core" } },
      ...machine.states.map(({ name, kind }) => ({
        name,
        attributes: { width: boxWidth(name), height: 0.42, ...(kind === "core" && { group: "core" }) },
      })),
    ],
    edges: arrows.map((arrow, index) => ({
      tail: arrow.from ?? START,
      head: arrow.to,
      attributes: {
        id: String(index),
        label: ` ${arrow.moves.join(", ")} `,
        weight: isMain(arrow) ? 100 : 1,
        // A move back must not turn the line upside down.
        constraint: !(onLine(arrow.from) > onLine(arrow.to) && onLine(arrow.to) >= 0),
      },
    })),
  });
  return {
    ...sizeOf(drawn),
    states: drawn.objects.map((object) => ({
      state: machine.states.find(({ name }) => name === object.name) ?? null,
      centre: pointOf(object.pos),
      width: Number(object.width) * POINTS_PER_INCH,
      height: Number(object.height) * POINTS_PER_INCH,
    })),
    arrows: drawn.edges.map((edge) => {
      const arrow = arrows[Number(edge.id)] as Arrow;
      return { ...arrow, ...curveOf(edge.pos), label: pointOf(edge.lp), main: isMain(arrow) };
    }),
  };
}

/** In inches, for the monospaced letters that the picture is written in. */
function boxWidth(name: string): number {
  return Number(((name.length * LETTER + 22) / POINTS_PER_INCH).toFixed(3));
}

function sizeOf({ bb }: DrawnGraph): { width: number; height: number } {
  const [left = 0, top = 0, right = 0, bottom = 0] = bb.split(",").map(Number);
  return { width: Math.abs(right - left), height: Math.abs(bottom - top) };
}

function pointOf(text: string): Point {
  const [x = 0, y = 0] = text.split(",").map(Number);
  return { x, y };
}

/** Graphviz writes `e,x,y` for the tip, then the points of the curve. */
function curveOf(position: string): { curve: Point[]; tip: Point } {
  const [end = "", ...points] = position.split(" ");
  return { tip: pointOf(end.slice("e,".length)), curve: points.map(pointOf) };
}
