import { type Setting, settingList } from "./settings.ts";

/** The JSON Schema of a configuration file, by which editors complete and check it. */
export function settingsSchema(): Readonly<Record<string, unknown>> {
  const properties = Object.fromEntries(settingList.map(([name, one]) => [name, schemaOf(one)]));
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Configuration of a Servicialo node",
    type: "object",
    properties: { $schema: { type: "string", description: "this schema, for editors" }, ...properties },
    additionalProperties: false,
  };
}

function schemaOf({ description, kind, default: usual, environment }: Setting<unknown>): Record<string, unknown> {
  return {
    description: `${description} (${environment})`,
    ...kind.schema,
    ...(usual !== undefined && usual !== null && { default: usual }),
  };
}

/** A configuration file to begin with: every setting with its meaning, all of them commented out. */
export function exampleFile(): string {
  const parts = settingList.map(([name, one]) => {
    const value = one.secret ? "…" : JSON.stringify(one.default ?? sampleOf(name));
    return `# ${one.description}\n# ${name}: ${value}\n`;
  });
  const head =
    "# yaml-language-server: $schema=./node-config.schema.json\n# The schema: servicialo-node config schema > node-config.schema.json\n# A flag goes before the environment, the environment before this file.\n";
  return [head, ...parts].join("\n");
}

function sampleOf(name: string): string | number {
  const samples: Readonly<Record<string, string | number>> = {
    database: "node.db",
    publicUrl: "https://node.example",
    metricsPort: 9464,
    tracesEndpoint: "http://127.0.0.1:4318",
  };
  return samples[name] ?? "";
}

/** Every setting as a line of a table: file member, variable, option, default, meaning. */
export function settingsTable(): string {
  const rows = settingList.map(([name, one]) => [
    name,
    one.environment,
    one.flag === undefined ? "" : `--${one.flag}`,
    one.default === undefined || one.default === null ? "" : String(one.default),
    one.description,
  ]);
  const head = ["in the file", "in the environment", "option", "default", "meaning"];
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0), title.length),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => (column === 4 ? cell : cell.padEnd(widths[column] ?? 0)))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
