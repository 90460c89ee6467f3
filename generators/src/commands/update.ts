import { join, resolve } from "node:path";
import pc from "picocolors";
import { compileSpecification } from "../compile.ts";
import { buildModels } from "../ir/build-model.ts";
import type { UpdatePlan } from "../scaffold/plan-update.ts";
import { readChannels, readLevel } from "../scaffold/project-settings.ts";
import { updateProject } from "../scaffold/update-project.ts";
import { type ProjectOptions, wordsOf } from "./project-options.ts";

/** Brings a project up to date with the specification. */
export async function update(folder: string, options: ProjectOptions): Promise<void> {
  const { program, warnings } = await compileSpecification(resolve(options.spec), pc.isColorSupported);
  for (const warning of warnings) console.error(warning);
  const plan = await updateProject(folder, buildModels(program), {
    ...(options.protocol !== undefined && { protocol: options.protocol }),
    ...(options.level !== undefined && { level: readLevel(options.level) }),
    ...(options.channel !== undefined && { channels: readChannels(options.channel) }),
    with: wordsOf(options.with),
    force: options.force ?? false,
  });
  for (const line of problemsOf(folder, plan)) console.error(line);
  if (!options.quiet) for (const line of changesOf(folder, plan)) console.log(line);
}

/** What the user has to do, or to know. */
function problemsOf(folder: string, plan: UpdatePlan): string[] {
  const { orphaned, overwritten, foreign, removed } = plan;
  const served = removed.filter((id) => !orphaned.some(({ operation }) => operation === id));
  return [
    ...overwritten.map(
      (path) => `${pc.yellow("overwritten")} ${join(folder, "generated", path)}: the edit in it is lost.`,
    ),
    ...orphaned.map(
      ({ operation, file }) =>
        `${pc.yellow("orphaned")} ${join(folder, file)}: ${operation} is not declared any more. Mend: move what you still need, then delete it.`,
    ),
    ...served.map((operation) => `${pc.yellow("removed")} ${operation} is not declared any more.`),
    ...foreign.map(
      (path) =>
        `${pc.yellow("not ours")} ${join(folder, "generated", path)}: left as it is. Mend: move it out of generated/.`,
    ),
  ];
}

function changesOf(folder: string, plan: UpdatePlan): string[] {
  const { added, renamed, generated, stale, settings } = plan;
  return [
    ...added.map(
      ({ operation, file }) =>
        `${pc.green("added")} ${join(folder, file)} for ${operation}; it answers 501 until you write it.`,
    ),
    ...renamed.map(
      ({ operation, former, file }) =>
        `${pc.cyan("renamed")} ${former} is ${operation} now; ${join(folder, file)} goes on serving it.`,
    ),
    `Protocol ${settings.protocol}, level ${settings.level}: ${added.length} handlers added, ${generated.length} generated files written, ${stale.length} removed. Nothing of yours was changed.`,
  ];
}
