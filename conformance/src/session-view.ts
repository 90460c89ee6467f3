import type { Answer } from "./answer.ts";
import { isRecord, pick, pickList, pickText } from "./json-path.ts";

/** One record of `lifecycle.transitions`, as far as it is there (lifecycle 4). */
export interface TransitionView {
  readonly from: string | null | undefined;
  readonly to: string | undefined;
  readonly at: string | undefined;
  readonly by: string | undefined;
  readonly method: string | undefined;
}

/** A session as some answer showed it; nothing is assumed about what an unknown node sends. */
export interface SessionView {
  readonly id: string;
  readonly state: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly transitions: readonly TransitionView[];
  readonly exceptions: readonly Readonly<Record<string, unknown>>[];
  readonly evidence: readonly Readonly<Record<string, unknown>>[];
}

/** Reads the session out of an answer; null when the answer holds none. */
export function sessionOf(answer: Answer): SessionView | null {
  const id = pickText(answer.body, "data.id");
  const attributes = answer.at("data.attributes");
  const state = pickText(attributes, "lifecycle.current_state");
  if (id === undefined || id === "" || !isRecord(attributes) || state === undefined) return null;
  return {
    id,
    state,
    attributes,
    transitions: pickList(attributes, "lifecycle.transitions").map(transitionOf),
    exceptions: pickList(attributes, "lifecycle.exceptions").filter(isRecord),
    evidence: pickList(attributes, "proof.evidence").filter(isRecord),
  };
}

function transitionOf(record: unknown): TransitionView {
  return {
    from: pick(record, "from") === null ? null : pickText(record, "from"),
    to: pickText(record, "to"),
    at: pickText(record, "at"),
    by: pickText(record, "by"),
    method: pickText(record, "method"),
  };
}
