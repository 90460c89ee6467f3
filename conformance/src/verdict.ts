/** What a run can say about a requirement or about one check of it. */
export type Verdict = "PASS" | "FAIL" | "NOT_APPLICABLE" | "NOT_VERIFIED" | "HARNESS_ERROR" | "INCOMPLETE";

export const VERDICTS: readonly Verdict[] = [
  "PASS",
  "FAIL",
  "NOT_APPLICABLE",
  "NOT_VERIFIED",
  "HARNESS_ERROR",
  "INCOMPLETE",
];

/** From the gravest to the mildest: one failed check fails its requirement whatever the others say. */
const GRAVITY: readonly Verdict[] = ["FAIL", "HARNESS_ERROR", "INCOMPLETE", "NOT_VERIFIED", "PASS", "NOT_APPLICABLE"];

/**
 * Folds the verdicts of the checks of one requirement into one.
 * Nothing checked is NOT_VERIFIED; only a requirement all of whose checks do not apply is NOT_APPLICABLE.
 */
export function gravest(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.length === 0) return "NOT_VERIFIED";
  return GRAVITY.find((verdict) => verdicts.includes(verdict)) ?? "NOT_VERIFIED";
}

/** Stops a check because something it needs is missing (NOT_VERIFIED) or declared and broken (FAIL). */
export class Unmet extends Error {
  readonly verdict: "NOT_VERIFIED" | "FAIL";

  constructor(reason: string, verdict: "NOT_VERIFIED" | "FAIL" = "NOT_VERIFIED") {
    super(reason);
    this.name = "Unmet";
    this.verdict = verdict;
  }
}

/** Stops a check that does not concern this node: optional at the level, and not declared. */
export class NotApplicable extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "NotApplicable";
  }
}

/** Ends the run: the node stopped answering, so nothing that follows could be judged. */
export class ConnectionLost extends Error {
  constructor(reason: string) {
    super(reason);
    this.name = "ConnectionLost";
  }
}

/** Ends the run from outside: its time is spent, or somebody interrupted it. */
export class RunStopped extends ConnectionLost {
  readonly how: "budget" | "interrupted";

  constructor(reason: string, how: "budget" | "interrupted") {
    super(reason);
    this.name = "RunStopped";
    this.how = how;
  }
}
