/**
 * The only door to the published artefacts. The judge knows a node by a URL and the protocol by what stands here;
 * nothing of any implementation is ever imported.
 */
import { a2aTaskWords } from "@servicialo/schema/0.8/a2a-tasks";
import { cardScopes, exceptionFlows } from "@servicialo/schema/0.8/cards";
import { errors } from "@servicialo/schema/0.8/errors";
import { machines } from "@servicialo/schema/0.8/machines";
import type { OperationId } from "@servicialo/schema/0.8/operations";
import { operations } from "@servicialo/schema/0.8/operations";
import type { RequirementId as BaselineRequirementId } from "@servicialo/schema/0.8/requirements";
import { requirements } from "@servicialo/schema/0.8/requirements";
import { scopes } from "@servicialo/schema/0.8/scopes";
import { requirements as draft } from "@servicialo/schema/0.9-draft/requirements";

export type { OperationId };
export type RequirementId = BaselineRequirementId | Extract<keyof typeof draft, string>;
export { errors, machines, operations, requirements };

/** Version of the protocol that this suite certifies (decision D-01). */
export const PROTOCOL_VERSION = "0.8";

/** The next version, whose new requirements are judged where a node says that it speaks it. */
export const DRAFT_VERSION = "0.9";

/** One normative requirement as the ledger holds it. */
export interface Requirement {
  readonly id: string;
  readonly keyword: string;
  readonly level: string;
  readonly area: string;
  readonly text: string;
  readonly source: string;
  readonly test: string;
}

/** One operation of the published table, with the members that the judge reads. */
export interface OperationEntry {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly basePath: string;
  readonly tier: string;
  readonly level: string;
  readonly required: boolean;
  readonly answer: "single" | "collection" | "action" | "document";
  readonly answerType: string | null;
  readonly commandType: string | null;
  readonly statuses: readonly number[];
  readonly actor: string;
  /** Scopes one of which an agent's mandate has to hold (mandates page 2). */
  readonly scopes: readonly string[];
  /** Members of `data.attributes`. */
  readonly attributes: readonly string[];
  /** Name of its MCP tool, where it has one. */
  readonly tool: string | null;
}

/** Looks a requirement up; undefined when the ledger has no such id. */
export function findRequirement(id: string): Requirement | undefined {
  return (requirements as Readonly<Record<string, Requirement>>)[id] ?? DRAFT_REQUIREMENTS.find((one) => one.id === id);
}

const DRAFT_REQUIREMENTS: readonly Requirement[] = Object.values(draft as Readonly<Record<string, Requirement>>).filter(
  (one) => !Object.hasOwn(requirements, one.id),
);

/** Requirements that a later version adds. */
export function draftRequirements(): readonly Requirement[] {
  return DRAFT_REQUIREMENTS;
}

/** Every requirement of the ledger in the order of the spec. */
export function allRequirements(): readonly Requirement[] {
  return Object.values(requirements as Readonly<Record<string, Requirement>>);
}

/** Looks an operation up by its dotted id. */
export function findOperation(id: string): OperationEntry | undefined {
  return (operations as Readonly<Record<string, OperationEntry>>)[id];
}

/** Every operation of the published table. */
export function allOperations(): readonly OperationEntry[] {
  return Object.values(operations as Readonly<Record<string, OperationEntry>>);
}

/** A row of the error catalogue; `edition` tells published codes from those of this protocol edition (D-34). */
export interface ErrorEntry {
  readonly status: number;
  readonly title: string;
  readonly retryable: boolean;
  readonly edition: string;
}

/** Looks an error code up. */
export function findError(code: string): ErrorEntry | undefined {
  return (errors as Readonly<Record<string, ErrorEntry>>)[code];
}

/** A move of the service machine as generated. */
export interface MoveEntry {
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
  readonly by: readonly string[];
  /** Operations that make it. */
  readonly operations: readonly string[];
  /** What an agent may do about it: `alone`, `conditional`, `asks`, `forbidden` (mandates page 8). */
  readonly agent: string;
}

/** Names of all states of the service machine, in the order of the spec. */
export function serviceStates(): readonly { name: string; kind: string; terminal: boolean }[] {
  return machines.service.states as readonly { name: string; kind: string; terminal: boolean }[];
}

/** The eight core states in their strict order (lifecycle 1). */
export function coreStates(): readonly string[] {
  return serviceStates()
    .filter((state) => state.kind === "core")
    .map((state) => state.name);
}

/** Every scope that a mandate can grant, with the operations that ask for it (mandates page 2). */
export function allScopes(): readonly { readonly name: string; readonly operations: readonly string[] }[] {
  return Object.entries(scopes).map(([name, { operations: opened }]) => ({ name, operations: opened }));
}

/** Every move of the service machine. */
export function serviceMoves(): readonly MoveEntry[] {
  return machines.service.moves as readonly MoveEntry[];
}

/** States that the present one may lead to (decision D-05). */
export function targetsOf(state: string): readonly string[] {
  return [
    ...new Set(
      serviceMoves()
        .filter((move) => move.from === state)
        .map((move) => move.to),
    ),
  ];
}

/** What an agent card can declare. */
export const cardFacts: { readonly exceptionFlows: readonly string[]; readonly scopes: readonly string[] } = {
  exceptionFlows,
  scopes: cardScopes,
};

/** Words for each type of task that an A2A agent takes, its id first (channels 4.3). */
export function a2aTaskTypes(): readonly (readonly string[])[] {
  const words = Object.entries(a2aTaskWords);
  return [...Map.groupBy(words, ([, { task }]) => task)].map(([id, all]) => [id, ...all.map(([word]) => word)]);
}
