import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execa } from "execa";
import { runScript, script } from "./command-line.ts";
import { childOptions, ROOT } from "./workspace.ts";

const README = "README.md";
const SCORE = "conformance/certification/mutation-score.json";

/** How many requirements are what, as the suite's ledger counts them. */
interface Count {
  readonly tested: number;
  readonly excluded: number;
  readonly unclassified: number;
  readonly total: number;
}

export interface LevelCoverage {
  readonly level: string;
  readonly must: Count;
  readonly should: Count;
}

interface Tally {
  readonly killed: number;
  readonly total: number;
  readonly requirements: number;
}

export interface PublishedScore extends Tally {
  readonly levels: Readonly<Record<string, Tally>>;
}

/** Figures by the name that stands in their marker. */
export type Figures = Readonly<Record<string, string>>;

/** The ledger's counts and the mutation score as the README shows them. */
export function figuresOf(levels: readonly LevelCoverage[], score: PublishedScore): Figures {
  const sum = (pick: (level: LevelCoverage) => number) => levels.reduce((total, level) => total + pick(level), 0);
  const rows = levels.map(({ level, must, should }) => {
    const { killed, total, requirements } = score.levels[level] ?? { killed: 0, total: 0, requirements: 0 };
    return [level, tested(must), tested(should), String(requirements), `${killed} of ${total}`];
  });
  const table = [
    ["level", "MUST tested", "SHOULD and MAY tested", "requirements broken on purpose", "faulty nodes caught"],
    ["---", "--:", "--:", "--:", "--:"],
    ...rows,
  ].map((cells) => `| ${cells.join(" | ")} |`);
  const excluded = sum(({ must, should }) => must.excluded + should.excluded);
  const of = sum(({ must, should }) => must.total + should.total);
  const known = sum(({ must, should }) => must.tested + should.tested);
  const summary = [
    `Of ${of} requirements ${known} are tested and ${excluded} are excluded with a reason.`,
    `The suite catches ${score.killed} of ${score.total} faulty nodes, each by the case of the requirement that it breaks.`,
  ];
  return { "mutation score": [...summary, "", ...table].join("\n") };
}

function tested({ tested: count, total, excluded }: Count): string {
  return `${count} of ${total}${excluded > 0 ? `, ${excluded} excluded` : ""}`;
}

/** What stands between `<!-- generated: NAME -->` and `<!-- end -->`. */
const BLOCK = /<!-- generated: (?<name>[^>]+?) -->\n(?<figures>[\s\S]*?)<!-- end -->/g;

/**
 * A document with its figures as they are generated.
 * @throws {Error} when it has a marker for figures that there are not, lacks one, or leaves one open
 */
export function withFigures(document: string, figures: Figures): string {
  const found = [...document.matchAll(BLOCK)].map(({ groups }) => groups?.["name"] ?? "");
  const opened = document.match(/<!-- generated: /g)?.length ?? 0;
  if (opened !== found.length) throw new Error("A marker of generated figures has no <!-- end -->.");
  const unknown = found.find((name) => !Object.hasOwn(figures, name));
  if (unknown !== undefined) throw new Error(`There are no figures called "${unknown}".`);
  const missing = Object.keys(figures).find((name) => !found.includes(name));
  if (missing !== undefined) throw new Error(`The marker <!-- generated: ${missing} --> is missing.`);
  return document.replaceAll(
    BLOCK,
    (_block, name: string) => `<!-- generated: ${name} -->\n\n${figures[name]}\n\n<!-- end -->`,
  );
}

async function currentFigures(): Promise<Figures> {
  const { stdout } = await execa("node", ["conformance/src/cli.ts", "list", "--json"], childOptions());
  const { levels } = JSON.parse(stdout) as { levels: readonly LevelCoverage[] };
  const score = JSON.parse(await readFile(join(ROOT, SCORE), "utf8")) as PublishedScore;
  return figuresOf(levels, score);
}

async function main(options: { write?: boolean; quiet?: boolean }): Promise<void> {
  const path = join(ROOT, README);
  const before = await readFile(path, "utf8");
  const after = withFigures(before, await currentFigures());
  if (before === after) {
    if (!options.quiet) console.log(`${README} has the figures that are generated`);
    return;
  }
  if (options.write !== true) throw new Error(`${README} has other figures than generated; run it with --write`);
  await writeFile(path, after);
  if (!options.quiet) console.log(`${README} has new figures`);
}

if (import.meta.main) {
  await runScript(
    script("readme-figures", "Fails when the figures in the README are not the generated ones.")
      .option("--write", "write them")
      .action(main),
  );
}
