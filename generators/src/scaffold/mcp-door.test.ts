import { spawn } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { describe, expect, it } from "vitest";
import { linkPackages, protocolModels, temporaryProject } from "./testing/project.ts";

interface Reply {
  readonly id: number;
  readonly result?: {
    readonly tools?: readonly { readonly name: string; readonly inputSchema: object }[];
    readonly isError?: boolean;
    readonly structuredContent?: { readonly errors?: readonly { readonly code: string }[] };
  };
}

/** Starts a project's MCP server, sends it messages one after the other, and gives the replies to those with an id. */
async function converse(folder: string, messages: readonly object[]): Promise<readonly Reply[]> {
  const child = spawn(process.execPath, ["src/mcp.ts"], { cwd: folder, stdio: ["pipe", "pipe", "inherit"] });
  const replies: Reply[] = [];
  try {
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    for (const message of messages) {
      child.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
      if (!("id" in message)) continue;
      const { value, done } = await lines.next();
      if (done) throw new Error("The MCP server ended.");
      replies.push(JSON.parse(value) as Reply);
    }
    return replies;
  } finally {
    child.kill();
  }
}

const GREETING = [
  {
    id: 1,
    method: "initialize",
    params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "test", version: "1.0.0" } },
  },
  { method: "notifications/initialized" },
];

describe("the MCP door of a new project", () => {
  it("lists the declared tools, and answers NOT_IMPLEMENTED and NOT_FOUND as tool errors", {
    timeout: 60_000,
  }, async () => {
    await using project = await temporaryProject(await protocolModels(), { channels: ["http", "mcp"] });
    await linkPackages(project.folder);
    const replies = await converse(project.folder, [
      ...GREETING,
      { id: 2, method: "tools/list" },
      { id: 3, method: "tools/call", params: { name: "registry_manifest", arguments: {} } },
      { id: 4, method: "tools/call", params: { name: "no_such_tool", arguments: {} } },
      { id: 5, method: "tools/call", params: { name: "registry_search", arguments: { vertical: 7 } } },
      { id: 6, method: "tools/call", params: { name: "scheduling_book", arguments: {} } },
    ]);
    const [, listed, ...called] = replies;
    const names = listed?.result?.tools?.map(({ name }) => name);
    expect(names).toEqual(
      expect.arrayContaining(["registry_manifest", "registry_search", "scheduling_book", "lifecycle_transition"]),
    );
    expect(called.map(({ result }) => [result?.isError, result?.structuredContent?.errors?.[0]?.code])).toEqual([
      [true, "NOT_IMPLEMENTED"],
      [true, "NOT_FOUND"],
      [true, "NOT_IMPLEMENTED"],
      [true, "NOT_IMPLEMENTED"],
    ]);
  });

  it("serves the same handler as HTTP does, behind the schema of the tool", { timeout: 60_000 }, async () => {
    await using project = await temporaryProject(await protocolModels(), { channels: ["http", "mcp"] });
    await linkPackages(project.folder);
    await writeFile(
      join(project.folder, "handlers/registry.search.ts"),
      `import type { Handler } from "../generated/servicialo.ts";
const search: Handler<"registry.search"> = async (_context, { vertical }) => ({
  items: [{ id: "one", attributes: { slug: "one", name: "One", vertical, country: "cl" } }],
  total: 1,
});
export default search;
`,
    );
    const [, good, bad] = await converse(project.folder, [
      ...GREETING,
      { id: 2, method: "tools/call", params: { name: "registry_search", arguments: { vertical: "health" } } },
      { id: 3, method: "tools/call", params: { name: "registry_search", arguments: {} } },
    ]);
    expect(good?.result?.structuredContent).toMatchObject({
      data: [{ attributes: { vertical: "health" } }],
      meta: { total: 1, page: 1 },
    });
    expect(bad?.result).toMatchObject({ isError: true, structuredContent: { errors: [{ code: "VALIDATION_ERROR" }] } });
  });
});
