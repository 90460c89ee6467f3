import { a2aError, a2aTaskOf, aliasesOf, hasEnded } from "@servicialo/spec/vocabulary";
import { type Enum, getDoc, type Model, type Program } from "@typespec/compiler";
import { compareIds } from "./build-machines.ts";
import type { A2aErrorNode, A2aNode, A2aStateNode, A2aTaskNode } from "./model.ts";
import type { Positions } from "./positions.ts";

interface Declared {
  readonly models: readonly Model[];
  readonly enums: readonly Enum[];
}

/** What the specification says of the A2A endpoint: types of task by id, states in their order, errors by code. */
export function buildA2a(program: Program, positions: Positions, { models, enums }: Declared): A2aNode {
  const members = enums.flatMap((type) => [...type.members.values()]);
  return {
    tasks: models
      .flatMap((model): A2aTaskNode[] => {
        const task = a2aTaskOf(program, model);
        return task
          ? [taskNode(task, { summary: getDoc(program, model) ?? "", params: model.name }, positions.of(model))]
          : [];
      })
      .sort((a, b) => compareIds(a.id, b.id)),
    states: members.flatMap((member): A2aStateNode[] => {
      const ended = hasEnded(program, member);
      if (ended === undefined) return [];
      const name = String(member.value ?? member.name);
      const synonyms = aliasesOf(program, member);
      return [{ name, ended, synonyms, summary: getDoc(program, member) ?? "", position: positions.of(member) }];
    }),
    errors: members.flatMap((member): A2aErrorNode[] => {
      const error = a2aError(program, member);
      if (!error) return [];
      return [{ name: member.name, ...error, summary: getDoc(program, member) ?? "", position: positions.of(member) }];
    }),
  };
}

function taskNode(
  task: NonNullable<ReturnType<typeof a2aTaskOf>>,
  ...[described, position]: [Pick<A2aTaskNode, "summary" | "params">, A2aTaskNode["position"]]
): A2aTaskNode {
  const { id, title, steps, synonyms = [] } = task;
  return {
    id,
    title,
    ...described,
    steps: steps.map((step) => ({
      operation: step.operation,
      when: step.when ?? null,
      takes: Object.fromEntries((step.takes ?? []).map(({ input, param }) => [input, param])),
      gives: step.gives ?? null,
      unlessState: step.unlessState ?? null,
    })),
    synonyms: synonyms.map(({ word, means }) => ({ word, means: means ?? null })),
    position,
  };
}
