import { beforeAll, describe, expect, it } from "vitest";
import type { MachineNode } from "../../ir/model.ts";
import { artefact, protocolArtefacts } from "../../testing/protocol.ts";
import { arrowsOf, coreLine } from "./arrows.ts";
import { type PlacedState, type Point, placeMachine } from "./layout.ts";
import { mermaidOf } from "./mermaid.ts";

let machines: readonly MachineNode[];
const position = { file: "test.tsp", line: 1 };

beforeAll(async () => {
  const { models } = await protocolArtefacts();
  machines = models.flatMap((model) => model.machines);
});

describe("a picture of a machine", () => {
  it("shows every state once and every move by its id", async () => {
    const generation = await protocolArtefacts();
    for (const model of generation.models) {
      for (const { name, states, moves } of model.machines) {
        const svg = artefact(generation, `machines/${model.version}/${name}.svg`);
        const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].flatMap(([, text = ""]) => text.split(", "));
        expect(texts.filter((text) => states.some((state) => state.name === text)).sort()).toEqual(
          states.map((state) => state.name).sort(),
        );
        for (const { id } of moves) expect(texts).toContain(id);
      }
    }
  });

  it("has its core states on one line from top to bottom, in their order", () => {
    for (const machine of machines) {
      const { states } = placeMachine(machine);
      const line = coreLine(machine).map((name) => states.find(({ state }) => state?.name === name)?.centre);
      expect(
        Math.max(...line.map((centre) => centre?.x ?? 0)) - Math.min(...line.map((centre) => centre?.x ?? 0)),
      ).toBeLessThan(4);
      const heights = line.map((centre) => centre?.y ?? 0);
      expect(heights).toEqual(heights.toSorted((a, b) => a - b));
    }
  });

  it("keeps boxes apart, and everything inside the picture", () => {
    for (const machine of machines) {
      const { states, arrows, width, height } = placeMachine(machine);
      for (const [index, one] of states.entries()) {
        for (const other of states.slice(index + 1)) expect(overlap(one, other)).toBe(false);
      }
      for (const { curve, tip, label } of arrows) {
        for (const { x, y } of [...pointsOn(curve), tip, label]) {
          expect(x >= -5 && x <= width + 5 && y >= -5 && y <= height + 5).toBe(true);
        }
      }
    }
  });

  it("draws one arrow for all moves between the same two states", () => {
    const move = (id: string) => ({ id, from: "a", to: "b" });
    const machine = { moves: [move("X-01"), move("X-02"), move("X-01")] } as unknown as MachineNode;
    expect(arrowsOf(machine)).toEqual([{ from: "a", to: "b", moves: ["X-01", "X-02"] }]);
  });
});

describe("a Mermaid diagram of a machine", () => {
  it("has every state and move, with names that Mermaid can read", () => {
    for (const machine of machines) {
      const text = mermaidOf(machine);
      for (const { name } of machine.states) expect(text).toContain(name);
      const arrows = [...text.matchAll(/^ {2}(\S+) --> (\S+) : (.+)$/gm)];
      expect(arrows.length).toBe(arrowsOf(machine).length);
      for (const [, from = "", to = ""] of arrows) {
        expect(from).toMatch(/^(?:\w+|\[\*\])$/);
        expect(to).toMatch(/^\w+$/);
      }
    }
  });

  it("refuses two states that Mermaid could not tell apart", () => {
    const state = (name: string) => ({ name, kind: "core", order: 1, terminal: true, summary: "", position });
    const machine = {
      name: "odd",
      states: [state("a-b"), state("a_b")],
      moves: [],
      position,
    } as unknown as MachineNode;
    expect(() => mermaidOf(machine)).toThrow(/differ only in punctuation/);
  });
});

function overlap(one: PlacedState, other: PlacedState): boolean {
  const near = (a: number, b: number, size: number) => Math.abs(a - b) < size;
  return (
    near(one.centre.x, other.centre.x, (one.width + other.width) / 2) &&
    near(one.centre.y, other.centre.y, (one.height + other.height) / 2)
  );
}

/** Points along the Bézier curves; their control points may well lie outside. */
function pointsOn(curve: readonly Point[]): Point[] {
  const points: Point[] = [];
  for (let index = 0; index + 3 < curve.length; index += 3) {
    const [a, b, c, d] = curve.slice(index, index + 4) as [Point, Point, Point, Point];
    for (const t of [0, 0.25, 0.5, 0.75, 1]) {
      const mix = (axis: keyof Point) =>
        (1 - t) ** 3 * a[axis] + 3 * (1 - t) ** 2 * t * b[axis] + 3 * (1 - t) * t ** 2 * c[axis] + t ** 3 * d[axis];
      points.push({ x: mix("x"), y: mix("y") });
    }
  }
  return points;
}
