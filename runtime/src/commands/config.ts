import type { Command } from "commander";
import { settingList } from "../settings/settings.ts";
import { exampleFile, settingsSchema, settingsTable } from "../settings/settings-schema.ts";
import { withoutPassword } from "../storage/database-location.ts";
import { configOf, type SettingFlags, withSettings } from "./setting-flags.ts";

/** `servicialo-node config`: what can be set, and what is set. */
export function addConfig(program: Command): void {
  const config = program.command("config").description("what can be set, and what is set: files, environment, options");
  config
    .command("settings")
    .description("list every setting: its member in a file, its variable, its option, its default, its meaning")
    .action(() => console.log(settingsTable()));
  config
    .command("example")
    .description("print a file to begin with, every setting explained and commented out")
    .action(() => console.log(exampleFile().trimEnd()));
  config
    .command("schema")
    .description("print the JSON Schema of the file, by which editors complete and check it")
    .action(() => console.log(JSON.stringify(settingsSchema(), null, 2)));
  withSettings(config.command("check"))
    .description("say what a node would be set to, and where each value comes from; start nothing")
    .addHelpText(
      "after",
      `
Takes what \`serve\` takes. Names every mistake at once, and exits with 1 when there is one. Secrets are not shown.

Examples:
  servicialo-node config check --config node.yaml
  SERVICIALO_PORT=80 servicialo-node config check -c node.yaml --host 0.0.0.0`,
    )
    .action(check);
  config.addHelpText(
    "after",
    `
A flag goes before the environment, the environment before the file, the file before the default. Secrets (metricsToken,
evidenceKey) come from the environment, from a file that <VARIABLE>_FILE names, or from the configuration file; they have
no flag, and are never printed.

Where to begin:
  servicialo-node config example > node.yaml
  servicialo-node config schema > node-config.schema.json      an editor completes node.yaml by it
  servicialo-node config check --config node.yaml
  servicialo-node serve --config node.yaml`,
  );
}

function check(flags: SettingFlags): void {
  const { config, origins } = configOf(flags, process.env);
  const widest = Math.max(...settingList.map(([name]) => name.length));
  for (const [name, one] of settingList) {
    const value = config[name];
    const shown = one.secret ? (value === null ? "not set" : "set, not shown") : textOf(name, value);
    console.log(`${name.padEnd(widest)}  ${origins[name].padEnd(11)}  ${shown}`);
  }
}

function textOf(name: string, value: unknown): string {
  if (value === null) return "not set";
  if (Array.isArray(value)) return value.length === 0 ? "none" : value.join(", ");
  return name === "database" ? withoutPassword(String(value)) : String(value);
}
