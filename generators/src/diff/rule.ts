import type { Position } from "../ir/schema.ts";
import type { Comparison } from "./comparison.ts";
import type { Audience, Direction, Verdict } from "./verdict.ts";

/** What a rule says, with `{subject}`, `{from}`, `{to}` and `{name}` filled in for each place it finds. */
export interface RuleText {
  /** What changed. */
  readonly what: string;
  /** Why the verdict is what it is. */
  readonly why: string;
  /** What to do about it. */
  readonly mend: string;
}

/** Parts of the protocol that a change touches, by their ids. */
export interface Touched {
  readonly operations: readonly string[];
  readonly states: readonly string[];
  readonly scopes: readonly string[];
  readonly requirements: readonly string[];
}

/** One place at which a rule applies. */
export interface Occurrence {
  /** What changed, as the protocol names it, e.g. `state session.delivered`. */
  readonly subject: string;
  /** In the newer specification, save for what is gone from it. */
  readonly at: Position & { readonly side: "base" | "head" };
  readonly touched: Partial<Touched>;
  /** Only for what flows: a rule then judges each way by itself. */
  readonly direction?: Direction;
  readonly from?: string;
  readonly to?: string;
  readonly name?: string;
  /** Where the verdict of the rule is not the verdict of this place. */
  readonly verdict?: Verdict;
}

/** One way in which two specifications can differ. */
export interface Rule {
  /** Stable: approvals and reports name it. */
  readonly id: string;
  /** Whether two OpenAPI documents would show the difference, or only the protocol's own model does. */
  readonly seenBy: "openapi" | "protocol";
  /** The rule that reports the reverse change. */
  readonly mirror: string | null;
  readonly verdict: Verdict | Readonly<Record<Direction, Verdict>>;
  readonly hits: readonly Audience[] | Readonly<Record<Direction, readonly Audience[]>>;
  readonly en: RuleText;
  readonly es: RuleText;
  readonly find: (comparison: Comparison) => readonly Occurrence[];
}

export function rule(definition: Rule): Rule {
  return definition;
}

/** Who a narrowing hits: callers who sent more than is now taken, nodes that answered more than they now may. */
export const NARROWING_HITS = { request: ["clients", "agents"], response: ["servers", "certified nodes"] } as const;

/** Who a widening hits: nodes that must now take more, callers who must now read more. */
export const WIDENING_HITS = { request: ["servers", "certified nodes"], response: ["clients", "agents"] } as const;

/** A narrowing breaks who sends and is harmless to who reads. */
export const NARROWING = { request: "breaking", response: "compatible" } as const;

/** A widening is harmless to who sends and breaks who reads. */
export const WIDENING = { request: "compatible", response: "breaking" } as const;
