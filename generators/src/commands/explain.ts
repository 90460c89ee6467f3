import { existsSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import type { Command } from "commander";
import pc from "picocolors";
import { describeSubject } from "../explain/describe.ts";
import { findSubject, UnknownSubject } from "../explain/find-subject.ts";
import type { Subject } from "../explain/subjects.ts";
import { Trace, versionOf } from "../explain/trace.ts";
import { type Generation, generateArtefacts } from "../generate.ts";
import { readIfPresent } from "../owned-files.ts";
import { type CommandOptions, shownPath, withCommonOptions } from "./command-options.ts";
import { guardedWith } from "./guarded-with.ts";

interface ExplainOptions extends CommandOptions {
  readonly protocol?: string;
}

const HELP = `
A place is a line of an artefact, or a part of the protocol by its kind and name:
  $ servicialo-gen explain schema/openapi/0.8.yaml:120
  $ servicialo-gen explain tool scheduling.book
  $ servicialo-gen explain property Session.starts_at
  $ servicialo-gen explain SVC-CANC-003

Kinds: operation, tool, parameter, object, property, value, machine, state, move, scope, error, evidence-kind,
requirement, erratum. The kind can be left out where the name alone tells.`;

/** Adds `explain <place>`. */
export function addExplainCommand(program: Command): void {
  withCommonOptions(program.command("explain <place...>"))
    .description("lead a line of an artefact, or a name, back to the specification")
    .option("--protocol <version>", "protocol version (default: the oldest that has it)")
    .addHelpText("after", HELP)
    .action(guardedWith<[string[], ExplainOptions]>((_, options) => options.debug, explain));
}

async function explain(words: readonly string[], options: ExplainOptions): Promise<void> {
  const generation = await generateArtefacts(resolve(options.spec), pc.isColorSupported);
  const traces = tracesOf(generation, options.protocol);
  const [word = ""] = words;
  const [, file, line] = /^(.+?):(\d+)(?::\d+)?$/.exec(word) ?? [];
  const subject =
    words.length === 1 && file !== undefined && !file.includes(" ")
      ? subjectAt(traces, { file, line: Number(line) }, { options, generation })
      : subjectNamed(traces, words);
  console.log(
    describeSubject(startingWith(traces, subject), subject, {
      specification: (path) => relative(process.cwd(), join(dirname(resolve(options.spec)), path)),
      artefact: (path) => shownPath(options, path),
    }),
  );
}

function tracesOf({ models, files }: Generation, version: string | undefined): Trace[] {
  const wanted = models.filter((model) => version === undefined || model.version === version);
  if (wanted.length === 0) {
    throw new UnknownSubject(
      `There is no version ${version}. Name one of ${models.map((model) => model.version).join(", ")}.`,
    );
  }
  return wanted.map((model) => new Trace(model, files));
}

/** The first version that knows the name; the last one's complaint when none does. */
function subjectNamed(traces: readonly Trace[], words: readonly string[]): Subject {
  let problem: unknown;
  for (const { subjects } of traces) {
    try {
      return findSubject(subjects, words);
    } catch (error) {
      problem = error;
    }
  }
  throw problem;
}

interface Place {
  readonly file: string;
  readonly line: number;
}

function subjectAt(
  traces: readonly Trace[],
  { file, line }: Place,
  { options, generation }: { readonly options: ExplainOptions; readonly generation: Generation },
): Subject {
  const candidates = [relative(resolve(options.out), resolve(file)), file].map((path) => path.split(sep).join("/"));
  const artefact = generation.files.find(({ path }) => candidates.includes(path));
  const trace = artefact && traces.find(({ subjects }) => subjects.model.version === versionOf(artefact.path));
  const subject = artefact && trace?.at({ path: artefact.path, line });
  if (!artefact || !subject) {
    throw new UnknownSubject(
      existsSync(file) ? `${file} is no artefact of the specification.` : `${file} is neither an artefact nor a name.`,
    );
  }
  const onDisk = readIfPresent(join(resolve(options.out), artefact.path));
  if (onDisk !== undefined && onDisk !== artefact.content) {
    console.error(
      `${shownPath(options, artefact.path)} is not what the specification says, so that its lines may be others. Mend: run servicialo-gen generate.`,
    );
  }
  return subject;
}

/** The version that the subject was found in comes first. */
function startingWith(traces: readonly Trace[], subject: Subject): Trace[] {
  const own = traces.filter(({ subjects }) => subjects.all().includes(subject));
  return [...own, ...traces.filter((trace) => !own.includes(trace))];
}
