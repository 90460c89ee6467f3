import { existsSync, readFileSync } from "node:fs";
import { parse } from "yaml";

/** What the certification suite of a version says of its requirements. */
export interface Judged {
  /** Requirements that have a case on the list that certifies the version. */
  readonly cases: ReadonlySet<string>;
  /** Why a requirement has none. */
  readonly excluded: ReadonlyMap<string, string>;
}

/** Where the cases stand, seen from the pages of a version. */
export const CASES_HREF = "../../../conformance/src/cases";

/** Reads the list that certifies a version; a version that nothing certifies yet has no cases. */
export function judgedIn(version: string): Judged {
  const list = new URL(`../../../../conformance/certification/${version}.yaml`, import.meta.url);
  if (!existsSync(list)) return { cases: new Set(), excluded: new Map() };
  const { cases, excluded } = parse(readFileSync(list, "utf8")) as Record<"cases" | "excluded", Record<string, string>>;
  return { cases: new Set(Object.keys(cases)), excluded: new Map(Object.entries(excluded)) };
}
