import { beforeAll, describe, expect, it } from "vitest";
import type { Generation } from "../generate.ts";
import { flatInput } from "../ir/flat-input.ts";
import { type A2aTaskNode, definitionNamed, type ProtocolModel, resolveSchema } from "../ir/model.ts";
import type { ObjectSchema } from "../ir/schema.ts";
import { protocolArtefacts } from "../testing/protocol.ts";

let generation: Generation;

beforeAll(async () => {
  generation = await protocolArtefacts();
});

/** What the door itself knows. */
const KNOWN = ["org_slug", "actor"];

const paramsOf = (model: ProtocolModel, task: A2aTaskNode) =>
  resolveSchema(model, definitionNamed(model, task.params).schema) as ObjectSchema;

const operationOf = (model: ProtocolModel, id: string) => {
  const operation = model.operations.find((each) => each.id === id);
  if (!operation) throw new Error(`There is no operation ${id}.`);
  return operation;
};

/** Every task of every version with its steps. */
const everyTask = () => generation.models.flatMap((model) => model.a2a.tasks.map((task) => ({ model, task })));

describe("the tasks of the A2A endpoint", () => {
  it("are the five of the protocol, and public operations make public tasks", () => {
    for (const { model, task } of everyTask()) {
      const path = `a2a-tasks/${model.version}.json`;
      const file = generation.files.find((each) => each.path === path);
      const printed = JSON.parse(file?.content ?? "{}").tasks[task.id];
      expect([task.id, printed.credential]).toEqual([
        task.id,
        ["book_session", "manage_session", "verify_delivery"].includes(task.id),
      ]);
    }
    expect(everyTask().length).toBe(5 * generation.models.length);
  });

  it("feed every input that a step cannot do without", () => {
    for (const { model, task } of everyTask()) {
      const params = paramsOf(model, task);
      const given = new Set(KNOWN);
      for (const step of task.steps) {
        const input = flatInput(model, operationOf(model, step.operation));
        for (const { name, required } of input.properties) {
          if (!required || given.has(name)) continue;
          const param = step.takes[name] ?? name;
          const value = step.when?.value;
          const isThere = params.properties.some((each) => each.name === param && each.required);
          const isAsked = params.presence.some(
            (rule) =>
              rule.kind === "requiredWhen" &&
              value !== undefined &&
              rule.values.includes(value) &&
              rule.needed.includes(param),
          );
          expect(isThere || isAsked, `${task.id}: ${step.operation} lacks ${name}`).toBe(true);
        }
        if (step.gives !== null) given.add(step.gives);
      }
    }
  });

  it("have no param that no step uses", () => {
    for (const { model, task } of everyTask()) {
      const used = new Set(
        task.steps.flatMap((step) => [
          ...(step.when ? [step.when.param] : []),
          ...flatInput(model, operationOf(model, step.operation)).properties.map(
            ({ name }) => step.takes[name] ?? name,
          ),
        ]),
      );
      const idle = paramsOf(model, task).properties.filter(({ name }) => !used.has(name));
      expect(idle.map(({ name }) => `${task.id}.${name}`)).toEqual([]);
    }
  });

  it("rename only inputs that their step has", () => {
    for (const { model, task } of everyTask()) {
      for (const { operation, takes } of task.steps) {
        const names = flatInput(model, operationOf(model, operation)).properties.map(({ name }) => name);
        expect(names).toEqual(expect.arrayContaining(Object.keys(takes)));
      }
    }
  });
});
