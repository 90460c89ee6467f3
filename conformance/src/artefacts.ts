/**
 * The only door to the published artefacts. The judge knows a node by a URL and the protocol by what stands here;
 * nothing of any implementation is ever imported.
 */
import { errors } from "@servicialo/schema/0.8/errors";
import { machines } from "@servicialo/schema/0.8/machines";
import type { OperationId } from "@servicialo/schema/0.8/operations";
import { operations } from "@servicialo/schema/0.8/operations";
import type { RequirementId } from "@servicialo/schema/0.8/requirements";
import { requirements } from "@servicialo/schema/0.8/requirements";

export type { OperationId, RequirementId };
export { errors, machines, operations, requirements };

/** Version of the protocol that this suite certifies (decision D-01). */
export const PROTOCOL_VERSION = "0.8";

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
}

/** Looks a requirement up; undefined when the ledger has no such id. */
export function findRequirement(id: string): Requirement | undefined {
  return (requirements as Readonly<Record<string, Requirement>>)[id];
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
