import type { OperationNode } from "../ir/model.ts";
import { operationPath } from "../ir/operation-path.ts";
import type { GeneratedFile } from "../printers/generated-file.ts";
import { docComment } from "../printers/text.ts";
import { canonicalFile } from "./handler-places.ts";
import { DEPENDENCIES, DEV_DEPENDENCIES, MCP_DEPENDENCIES } from "./pins.ts";
import type { ProjectSettings } from "./project-settings.ts";
import { template } from "./template.ts";

/** What `init` writes once, besides the handlers; from then on it belongs to the user. */
export function printUserFiles(name: string, settings: ProjectSettings): GeneratedFile[] {
  const withMcp = settings.channels.includes("mcp");
  const words = {
    name,
    protocol: settings.protocol,
    level: settings.level,
    LEVEL: settings.level.toUpperCase(),
    mcp: withMcp ? `\n${MCP_README}` : "",
  };
  return [
    { path: "package.json", content: packageJson(name, withMcp) },
    { path: "tsconfig.json", content: template("project/tsconfig.json") },
    { path: ".gitignore", content: template("project/gitignore") },
    { path: "README.md", content: `${template("project/README.md", words).trimEnd()}\n` },
    { path: "src/context.ts", content: template("project/src/context.ts") },
    { path: "src/server.ts", content: template("project/src/server.ts") },
    { path: "src/main.ts", content: template("project/src/main.ts") },
    ...(withMcp ? [{ path: "src/mcp.ts", content: template("project/src/mcp.ts") }] : []),
    { path: "test/certification.test.ts", content: template("project/test/certification.test.ts", words) },
  ];
}

const MCP_README = `Over MCP: \`npm run mcp\` serves the same handlers as tools on standard input and output. The client that starts it
hands its key over in \`SERVICIALO_TOKEN\`.`;

function packageJson(name: string, withMcp: boolean): string {
  const content = {
    name,
    version: "0.1.0",
    private: true,
    type: "module",
    engines: { node: ">=22.18" },
    scripts: {
      start: "node src/main.ts",
      ...(withMcp && { mcp: "node src/mcp.ts" }),
      typecheck: "tsc",
      test: "vitest run",
    },
    dependencies: sorted({ ...DEPENDENCIES, ...(withMcp && MCP_DEPENDENCIES) }),
    devDependencies: sorted(DEV_DEPENDENCIES),
  };
  return `${JSON.stringify(content, null, 2)}\n`;
}

function sorted(versions: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(versions).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The first text of a handler: typed, and answering 501 until a function takes its place. */
export function printHandlerFile(operation: OperationNode, lineEnding: "\n" | "\r\n" = "\n"): GeneratedFile {
  const about = `${operation.summary.trim()}\n\n${operation.method} ${operationPath(operation)}`;
  const text = `import { type Handler, notImplemented } from "../generated/servicialo.ts";

${docComment(about)}const handler: Handler<${JSON.stringify(operation.id)}> = notImplemented(${JSON.stringify(operation.id)});

export default handler;
`;
  return { path: canonicalFile(operation.id), content: text.replaceAll("\n", lineEnding) };
}
