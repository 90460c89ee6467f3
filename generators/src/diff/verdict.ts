/** What a change means for somebody who was written against the older specification, gravest first. */
export const VERDICTS = ["breaking", "potentially breaking", "compatible", "editorial"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Who has to do something about a change. */
export const AUDIENCES = ["servers", "clients", "agents", "certified nodes"] as const;
export type Audience = (typeof AUDIENCES)[number];

/** What a change asks of the version number. */
export type Bump = "major" | "minor" | "patch" | "none";

/** Which way data flows: a caller writes requests, a node writes responses. */
export type Direction = "request" | "response";

/**
 * The bump that a set of verdicts asks for: a break a major one, anything else that shows on the wire a minor one,
 * words alone a patch. Before 1.0 the wire knows major.minor only (D-20), so that a major bump is written as the next
 * minor version there; it stays a break all the same.
 */
export function bumpFor(verdicts: readonly Verdict[]): Bump {
  if (verdicts.includes("breaking")) return "major";
  if (verdicts.includes("potentially breaking") || verdicts.includes("compatible")) return "minor";
  return verdicts.includes("editorial") ? "patch" : "none";
}

/** Order of verdicts, gravest first. */
export function compareVerdicts(a: Verdict, b: Verdict): number {
  return VERDICTS.indexOf(a) - VERDICTS.indexOf(b);
}
