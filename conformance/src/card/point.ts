/** What a point is about; the report prints them in this order. */
export const AREAS = ["reachability", "schema", "skills", "auth", "freshness", "endpoints"] as const;

export type Area = (typeof AREAS)[number];

/** How a point went. What could not be judged is not counted, and never passed. */
export type Outcome = "passed" | "failed" | "unverified";

/** One thing that a card is judged by. */
export interface Point {
  readonly id: string;
  readonly area: Area;
  readonly title: string;
  /** `MUST` or `SHOULD`, as the protocol has it; the exit code goes by the former. */
  readonly keyword: "MUST" | "SHOULD";
  /** Requirement or section that it comes from. */
  readonly source: string;
  /** Share of the score, out of whatever was judged. */
  readonly weight: number;
  readonly outcome: Outcome;
  readonly expected: string;
  readonly got: string;
  /** What to do about it; null when there is nothing to do. */
  readonly mend: string | null;
}

/** What is known of a point before anything was asked. */
export type Ask = Omit<Point, "outcome" | "got" | "mend"> & { readonly mend: string };

/** What asking has shown. */
export interface Seen {
  /** null: it could not be seen. */
  readonly holds: boolean | null;
  readonly got: unknown;
}

const LONGEST = 300;

/** Judges one point. */
export function judge(ask: Ask, { holds, got }: Seen): Point {
  const outcome = holds === null ? "unverified" : holds ? "passed" : "failed";
  const text = typeof got === "string" ? got : (JSON.stringify(got) ?? "nothing");
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return { ...ask, outcome, got: shown, mend: outcome === "passed" ? null : ask.mend };
}
