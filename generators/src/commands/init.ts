import { existsSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import pc from "picocolors";
import { compileSpecification } from "../compile.ts";
import { buildModels } from "../ir/build-model.ts";
import { initProject } from "../scaffold/init-project.ts";
import { readChannels, readLevel } from "../scaffold/project-settings.ts";
import { type ProjectOptions, wordsOf } from "./project-options.ts";

/** The certification suite of this checkout, which the test of a project wants to be told of. */
const SUITE = join(import.meta.dirname, "../../../conformance/src/cli.ts");

/** Writes a new project: a node that answers every declared operation with 501. */
export async function init(folder: string, options: ProjectOptions): Promise<void> {
  const settings = {
    level: readLevel(options.level ?? "core"),
    channels: readChannels(options.channel ?? "http"),
    with: wordsOf(options.with),
    protocol: options.protocol,
  };
  const { program, warnings } = await compileSpecification(resolve(options.spec), pc.isColorSupported);
  for (const warning of warnings) console.error(warning);
  const plan = await initProject(folder, buildModels(program), settings);
  if (options.quiet) return;
  const { protocol, level } = plan.settings;
  console.log(
    `${pc.green("written")} ${folder}: protocol ${protocol}, level ${level}, ${plan.handlers.length} operations.`,
  );
  console.log(`Next:
  cd ${relative(process.cwd(), resolve(folder)) || "."}
  npm install
  npm start
  ${existsSync(SUITE) ? `SERVICIALO_CERTIFY=${SUITE} ` : ""}npm test`);
}
