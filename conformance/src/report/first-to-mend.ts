import type { RequirementResult, RunReport } from "../run-report.ts";
import type { ReportHead } from "./document.ts";

/** What others stand on comes first: addressing and errors, then discovery, then access, then the life of a session. */
const GROUND: readonly string[] = ["http", "ver", "err", "disc", "card", "sec", "dim", "tran", "life", "sched"];

const MENDS: readonly [RegExp, (reason: string) => string][] = [
  [
    /^no (\w+) credential was given/,
    (reason) => `add credentials.${/^no (\w+)/.exec(reason)?.[1]} to the credentials file`,
  ],
  [/does not say which id it is bound to/, () => "add the id of its party to that credential"],
  [/no sandbox clock/, () => "offer the sandbox clock on a node for tests, and declare it in the capabilities"],
  [
    /the node limits the rate/,
    () => "raise the public rate limit of a node for tests, or certify from another address",
  ],
  [/read-only/, () => "certify a node for tests without --read-only"],
  [/no case covers it yet/, () => "nothing: the suite has no case for it yet"],
];

/** The one thing to do next: a mistake of the set-up, then the most basic failure, then what keeps most from being verified. */
export function firstToMend(report: RunReport): ReportHead["first_to_mend"] {
  const [diagnosis] = [...report.diagnoses].sort((a, b) => Number(b.fatal) - Number(a.fatal));
  if (diagnosis !== undefined) return { what: diagnosis.problem, how: diagnosis.mend, requirement: null };
  const failed = report.results.filter((one) => one.mandatory && one.scored && one.verdict === "FAIL").sort(byGround);
  const [first] = failed;
  if (first !== undefined) {
    const { id, text } = first.requirement;
    return { what: `${id} ${text}`, how: howTo(first, report), requirement: id };
  }
  return commonestObstacle(report);
}

function byGround(a: RequirementResult, b: RequirementResult): number {
  const rank = ({ requirement }: RequirementResult) =>
    (GROUND.indexOf(requirement.area) + GROUND.length + 1) % (GROUND.length + 1);
  return rank(a) - rank(b);
}

function howTo(result: RequirementResult, report: RunReport): string {
  const mismatch = result.checks.flatMap((check) => check.expectations).find((one) => !one.holds);
  const what =
    mismatch === undefined
      ? (result.reason ?? "see its checks")
      : `${mismatch.what}: expected ${mismatch.expected}, seen ${mismatch.actual}`;
  const again = `servicialo-certify run ${report.url} --level ${report.level.level} --only ${result.requirement.id}`;
  return `${what} (again: ${again})`;
}

function commonestObstacle(report: RunReport): ReportHead["first_to_mend"] {
  const open = report.results.filter((one) => one.mandatory && ["NOT_VERIFIED", "HARNESS_ERROR"].includes(one.verdict));
  const [commonest] = [...Map.groupBy(open, (one) => one.reason ?? "")].sort((a, b) => b[1].length - a[1].length);
  if (commonest === undefined) return null;
  const [reason, members] = commonest;
  const mend = MENDS.find(([pattern]) => pattern.test(reason))?.[1](reason) ?? "see the checks of these requirements";
  const which = members.length === 1 ? members[0]?.requirement.id : `${members.length} requirements`;
  return {
    what: `${which} could not be verified: ${reason}`,
    how: mend,
    requirement: members[0]?.requirement.id ?? null,
  };
}
