import type { Command } from "commander";
import { type Drift, driftOf, freeze, readCertification } from "../certification.ts";
import { discoverCases } from "../discover-cases.ts";
import { EXIT } from "../exit-code.ts";
import { coverage, type LedgerRow, ledger } from "../ledger.ts";
import { isLevel, LEVELS, requirementsOf } from "../levels.ts";
import { UsageError } from "../read-settings.ts";

interface ListFlags {
  readonly json?: boolean;
  readonly level?: string;
  readonly check?: boolean;
  readonly freeze?: boolean;
}

export function addList(program: Command): void {
  program
    .command("list")
    .description("the ledger: every requirement, tested, excluded or unclassified, with counts per level")
    .option("--level <level>", "what counts for core, full, network or agent alone")
    .option("--json", "as JSON")
    .option("--check", "fail unless every requirement is tested or excluded, and the frozen list fits the cases")
    .option("--freeze", "promote every case: write the list of those that certify this version")
    .action(async (flags: ListFlags) => {
      process.exitCode = await list(flags);
    });
}

async function list(flags: ListFlags): Promise<number> {
  const cases = await discoverCases();
  const certification = flags.freeze ? freeze(cases) : readCertification();
  const rows = ledger(cases, certification).filter(inLevel(flags.level));
  const levels = coverage(rows);
  const drift = driftOf(certification, cases);
  if (flags.json) process.stdout.write(`${JSON.stringify({ levels, drift, requirements: rows }, null, 2)}\n`);
  else {
    const lines = [...rows.map(rowLine), ""];
    for (const { level, must, should } of levels)
      lines.push(`${level.padEnd(8)} MUST ${countText(must)}; SHOULD and MAY ${countText(should)}`);
    const scored = rows.filter((row) => row.scored).length;
    lines.push(
      `${scored} cases certify ${certification.version}; complete levels: ${certification.levels.join(", ") || "none"}`,
    );
    process.stdout.write(`${lines.join("\n")}\n`);
  }
  if (!flags.check) return 0;
  const problems = problemsOf(drift);
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  return problems.length === 0 ? 0 : EXIT.failed;
}

function inLevel(level: string | undefined): (row: LedgerRow) => boolean {
  if (level === undefined) return () => true;
  if (!isLevel(level)) throw new UsageError(`--level ${level} is unknown; choose one of ${LEVELS.join(", ")}`);
  const ids = new Set(requirementsOf(level).map((requirement) => requirement.id));
  return (row) => ids.has(row.requirement.id);
}

function rowLine(row: LedgerRow): string {
  const { id, level, keyword, text } = row.requirement;
  const how =
    row.classification === "tested" && row.negativeOmitted !== null ? "tested, positive only" : row.classification;
  const state = `${how}${row.classification === "tested" && !row.scored ? ", unscored" : ""}`;
  return `${id.padEnd(14)} ${level.padEnd(8)} ${keyword.padEnd(10)} ${state.padEnd(22)} ${row.excluded ?? text}`;
}

function countText(count: { tested: number; excluded: number; unclassified: number; total: number }): string {
  return `${count.tested} of ${count.total} tested, ${count.excluded} excluded, ${count.unclassified} unclassified`;
}

function problemsOf(drift: Drift): readonly string[] {
  const problems: readonly (readonly [readonly string[], string])[] = [
    [drift.unclassified, "neither tested nor excluded: write a case, or give a reason below `excluded`"],
    [drift.unscored, "tested, and not promoted: servicialo-certify list --freeze"],
    [drift.changed, "changed since the list was frozen: servicialo-certify list --freeze"],
    [drift.missing, "on the list without a case: servicialo-certify list --freeze"],
    [drift.contradictory, "excluded, although tested or unknown: take it out of `excluded`"],
  ];
  return problems.filter(([ids]) => ids.length > 0).map(([ids, what]) => `${what}\n  ${ids.join(" ")}`);
}
