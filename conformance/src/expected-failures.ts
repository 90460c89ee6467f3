import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { findRequirement } from "./artefacts.ts";
import { isRecord } from "./json-path.ts";
import { UsageError } from "./read-settings.ts";
import type { RequirementResult } from "./run-report.ts";
import type { Verdict } from "./verdict.ts";

const EXPECTABLE: readonly Verdict[] = ["FAIL", "NOT_VERIFIED"];
const MEMBERS = ["requirement", "verdict", "reason", "until"];

/** A verdict that an implementer knows of and lives with for now. */
export interface ExpectedFailure {
  readonly requirement: string;
  readonly verdict: Verdict;
  readonly reason: string;
  /** Last day on which it is accepted, as `YYYY-MM-DD` in UTC; null for ever. */
  readonly until: string | null;
}

/** A run held against the implementer's file. */
export interface ExpectationOutcome {
  readonly expected: readonly ExpectedFailure[];
  /** Entries that no longer hold, each with what is so instead: they have to be taken out. */
  readonly stale: readonly { readonly requirement: string; readonly problem: string }[];
  /** Requirements that block the level and are not in the file. */
  readonly unexpected: readonly string[];
}

/** @throws UsageError with one line that says where the file is wrong. */
export function readExpectedFailures(path: string): readonly ExpectedFailure[] {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch {
    throw new UsageError(`--expected-failures ${path}: the file cannot be read`);
  }
  const document = parseDocument(text);
  const content: unknown = document.errors.length > 0 ? null : document.toJS();
  if (!isRecord(content) || !Array.isArray(content.expected)) {
    const why = document.errors[0]?.message.split("\n")[0] ?? "it has no list named expected";
    throw new UsageError(`--expected-failures ${path}: ${why}`);
  }
  const entries = content.expected.map((entry: unknown, index) => readEntry(entry, `${path}: expected[${index}]`));
  const twice = entries.find(
    (entry, index) => entries.findIndex((one) => one.requirement === entry.requirement) < index,
  );
  if (twice !== undefined) throw new UsageError(`${path}: ${twice.requirement} stands there twice`);
  return entries;
}

function readEntry(entry: unknown, place: string): ExpectedFailure {
  if (!isRecord(entry)) throw new UsageError(`${place} needs requirement and reason`);
  const unknown = Object.keys(entry).find((name) => !MEMBERS.includes(name));
  if (unknown !== undefined) throw new UsageError(`${place}.${unknown} is unknown; members are ${MEMBERS.join(", ")}`);
  const { requirement, verdict = "FAIL", reason, until = null } = entry;
  if (typeof requirement !== "string" || findRequirement(requirement) === undefined)
    throw new UsageError(`${place}.requirement: the ledger has no ${String(requirement)}; see servicialo-certify list`);
  if (!EXPECTABLE.includes(verdict as Verdict))
    throw new UsageError(`${place}.verdict is one of ${EXPECTABLE.join(", ")}`);
  if (typeof reason !== "string" || reason.trim() === "") throw new UsageError(`${place}.reason says why, in words`);
  const day = until instanceof Date ? until.toISOString().slice(0, 10) : until;
  if (day !== null && (typeof day !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day))))
    throw new UsageError(`${place}.until is a day like 2027-01-31`);
  return { requirement, verdict: verdict as Verdict, reason, until: day };
}

/**
 * Holds the verdicts of a whole run against the file. What was left out of the run by `--only` or `--area` is not stale.
 * @param today - day as `YYYY-MM-DD` in UTC
 */
export function holdAgainst(
  expected: readonly ExpectedFailure[],
  results: readonly RequirementResult[],
  today: string,
): ExpectationOutcome {
  const byId = new Map(results.map((result) => [result.requirement.id, result]));
  const stale: { requirement: string; problem: string }[] = [];
  for (const entry of expected) {
    const { requirement } = entry;
    const seen = byId.get(requirement);
    if (seen === undefined) stale.push({ requirement, problem: "it is not part of this level" });
    else if (seen.file !== null && seen.verdict !== entry.verdict)
      stale.push({ requirement, problem: `expected ${entry.verdict}, and it is ${seen.verdict}` });
    else if (entry.until !== null && entry.until < today)
      stale.push({ requirement, problem: `it was accepted until ${entry.until}` });
  }
  const known = new Set(expected.map((entry) => entry.requirement));
  const unexpected = results
    .filter((one) => one.mandatory && one.verdict !== "PASS" && one.verdict !== "NOT_APPLICABLE")
    .map((one) => one.requirement.id)
    .filter((id) => !known.has(id));
  return { expected, stale, unexpected };
}
