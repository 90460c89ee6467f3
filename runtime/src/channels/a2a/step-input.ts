import { createHash } from "node:crypto";
import { a2aTasks } from "@servicialo/schema/0.8/a2a-tasks";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import type { Actor } from "@servicialo/schema/0.8/types";
import type { Credential } from "../../pipeline/caller.ts";
import type { Task, TaskDocument } from "./task-store.ts";

/** One operation that a task is done with, as the specification has it. */
export interface Step {
  readonly operation: OperationId;
  readonly when: { readonly param: string; readonly value: string } | null;
  readonly takes: Readonly<Record<string, string>>;
  readonly gives: string | null;
  readonly unlessState: string | null;
}

/** The steps of a task, as far as its params choose them. */
export function stepsOf({ intent, params }: TaskDocument): readonly Step[] {
  if (intent === null) return [];
  const steps: readonly Step[] = a2aTasks[intent].steps;
  return steps.filter(({ when }) => when === null || params[when.param] === when.value);
}

/** Param that an input of a step comes from. */
export function paramOf({ takes }: Step, input: string): string {
  return takes[input] ?? input;
}

/** Params that steps which are done have used: another value for them would change nothing any more. */
export function usedParams(document: TaskDocument): ReadonlySet<string> {
  const done = stepsOf(document).filter((_step, index) => document.steps[index]?.outcome === "done");
  return new Set(done.flatMap((step) => inputNames(step).map((name) => paramOf(step, name))));
}

function inputNames({ operation }: Step): readonly string[] {
  const { pathParameters, queryParameters, attributes } = operations[operation];
  return [...pathParameters, ...queryParameters, ...attributes];
}

/** Input of a step: what it knows of the task's params, of what earlier steps gave, and of the organization. */
export function inputOf(
  step: Step,
  { params, ids }: TaskDocument,
  given: { readonly organization: string; readonly actor: Actor | undefined },
): Record<string, unknown> {
  const { tier } = operations[step.operation];
  const known: Readonly<Record<string, unknown>> = { org_slug: given.organization, ...ids };
  const input: Record<string, unknown> = {};
  for (const name of inputNames(step)) {
    const value = known[name] ?? params[paramOf(step, name)];
    if (value !== undefined) input[name] = value;
  }
  const isPublic = tier === "discovery" || tier === "resolver";
  if (!isPublic && given.actor !== undefined) input["actor"] = given.actor;
  return input;
}

/** Who acts: whom the messages name, else the party of the credential; an agent's key may stand for one mandate. */
export function actorOf(claimed: Actor | null, credential: Credential | null): Actor | undefined {
  if (claimed !== null) return claimed;
  if (credential === null) return undefined;
  const { subjectType: type, subjectId: id, mandateId } = credential;
  return { type, id, ...(mandateId !== null && { mandate_id: mandateId }) };
}

/** Key under which a step is done once, also when a task is gone on with after its process died. */
export function stepKey({ id }: Task, index: number, input: Readonly<Record<string, unknown>>): string {
  const digest = createHash("sha256").update(JSON.stringify(input)).digest("hex").slice(0, 32);
  return `a2a-${id}-${index}-${digest}`;
}
