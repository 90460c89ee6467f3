import type { RequirementNode } from "../ir/model.ts";
import type { Subject, Subjects } from "./subjects.ts";

/** Requirements that constrain a subject, and through what: itself, or what it belongs to. */
export interface RequirementsOn {
  readonly target: string;
  readonly requirements: readonly RequirementNode[];
}

/** The requirements on a subject itself first, then those on what it belongs to. Targets without any are left out. */
export function requirementsOn(subjects: Subjects, subject: Subject): RequirementsOn[] {
  return targetsOf(subjects, subject)
    .map((target) => ({
      target,
      requirements: subjects.model.requirements.filter(({ appliesTo }) => appliesTo.includes(target)),
    }))
    .filter(({ requirements }) => requirements.length > 0);
}

function targetsOf({ model }: Subjects, { kind, name }: Subject): string[] {
  const own = kind === "protocol" ? "protocol" : `${kind} ${name}`;
  const owner = name.split(".")[0] ?? "";
  const operation = model.operations.find(({ id, tool }) =>
    kind === "tool" ? tool?.name === name : name === id || name.startsWith(`${id}.`),
  );
  switch (kind) {
    case "property":
      return [own, operation ? `operation ${operation.id}` : `object ${owner}`];
    case "value":
      return [own, `object ${owner}`];
    case "tool":
    case "parameter":
      return operation ? [`operation ${operation.id}`] : [];
    case "state":
      return [own, `machine ${owner}`];
    case "move": {
      const machine = model.machines.find(({ moves }) => moves.some(({ id }) => id === name));
      const move = machine?.moves.find(({ id }) => id === name);
      if (!machine || !move) return [own];
      const states = [move.from, move.to].filter((state) => state !== null);
      return [own, ...states.map((state) => `state ${machine.name}.${state}`)];
    }
    default:
      return [own];
  }
}
