import { resolve } from "node:path";
import { expect, it } from "vitest";
import { planUpdate } from "./plan-update.ts";
import { readProject } from "./project-state.ts";
import { protocolModels } from "./testing/project.ts";

const MINIMAL_NODE = resolve(import.meta.dirname, "../../../examples/minimal-node");

it("examples/minimal-node is what the specification says; if not, run servicialo-gen update examples/minimal-node", async () => {
  const { generated, stale, handlers, orphaned } = planUpdate(await readProject(MINIMAL_NODE), await protocolModels());
  expect({ generated: generated.map(({ path }) => path), stale, handlers, orphaned }).toEqual({
    generated: [],
    stale: [],
    handlers: [],
    orphaned: [],
  });
});
