import { operations } from "@servicialo/schema/0.8/operations";
import { type Outcome, UNKNOWN_TOOL } from "./callers.ts";
import type { TwinCase } from "./cases.ts";

/** A place where the doors differ, and why they may. */
export interface Difference {
  readonly name: string;
  readonly reason: string;
  /** Whether a case is about it. Every such case has to differ, and no other case may. */
  readonly concerns: (given: TwinCase) => boolean;
  /** What the other door has to make of it then. */
  readonly overMcp: (outcome: Outcome, given: TwinCase) => boolean;
}

const refusesAt = ({ status, errors }: Outcome, member: string): boolean => {
  const [error] = errors as readonly { code?: string; place?: string }[];
  return status === 422 && error?.code === "VALIDATION_ERROR" && error.place === `/${member}`;
};

/** Every difference between HTTP and MCP; there are no others. */
export const DIFFERENCES: readonly Difference[] = [
  {
    name: "sealed input",
    reason: "Documents may carry foreign members over HTTP; the input of a tool is sealed, since models guess names.",
    concerns: ({ kind }) => kind === "an unknown member",
    overMcp: (outcome) => refusesAt(outcome, "colour"),
  },
  {
    name: "members in the path",
    reason: "Without its path member, or with one that is no text, a call over HTTP is one to another address.",
    concerns: ({ kind }) => kind === "a path member missing" || kind === "a path member that is no text",
    overMcp: (outcome, { what }) => refusesAt(outcome, what),
  },
  {
    name: "parameters that are no values",
    reason: "A query is text: over HTTP there is no object to refuse.",
    concerns: ({ kind }) => kind === "a parameter that is no value",
    overMcp: (outcome, { what }) => refusesAt(outcome, what),
  },
  {
    name: "strangers",
    reason: "Without a credential only the public tools are there; the path of an operation is there for everybody.",
    concerns: ({ as, operationId }) => as === "nobody" && operations[operationId].tier === "credential",
    overMcp: (outcome) => outcome === UNKNOWN_TOOL,
  },
];
