import { type Command, Option } from "commander";
import { type ReadConfig, readConfigWithOrigins } from "../config.ts";
import { type SettingName, settingList } from "../settings/settings.ts";
import { readSettingsFile } from "../settings/settings-file.ts";

/** Options as commander collects them. */
export type SettingFlags = Readonly<Record<string, string | boolean | undefined>>;

/** Adds `--config`, and an option for every setting that has one. */
export function withSettings(command: Command): Command {
  command.option("-c, --config <file>", "YAML or JSON file with settings (SERVICIALO_CONFIG)");
  for (const [, one] of settingList) {
    if (one.flag === undefined) continue;
    const names = `${one.letter === undefined ? "" : `-${one.letter}, `}--${one.flag}`;
    const value = one.kind.placeholder === "" ? "" : ` <${one.kind.placeholder}>`;
    const usual = one.default === undefined || one.default === null || value === "" ? "" : `; default ${one.default}`;
    command.addOption(new Option(`${names}${value}`, `${one.description} (${one.environment}${usual})`));
  }
  return command;
}

/**
 * The configuration that options, environment and file make up.
 * @throws {Error} naming every mistake at once
 */
export function configOf(flags: SettingFlags, environment: NodeJS.ProcessEnv): ReadConfig {
  const path = typeof flags["config"] === "string" ? flags["config"] : environment["SERVICIALO_CONFIG"];
  const file = path === undefined || path === "" ? undefined : readSettingsFile(path);
  const given: Partial<Record<SettingName, string | boolean>> = {};
  for (const [name, { flag }] of settingList) {
    const value = flag === undefined ? undefined : flags[memberOf(flag)];
    if (value !== undefined) given[name] = value;
  }
  return readConfigWithOrigins(environment, {}, { file, flags: given });
}

/** `public-url` is collected as `publicUrl`. */
function memberOf(flag: string): string {
  return flag.replaceAll(/-(\w)/g, (_match, letter: string) => letter.toUpperCase());
}
