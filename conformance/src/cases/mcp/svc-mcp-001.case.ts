import { Answer } from "../../answer.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { demandMcp, type ListedTool, McpChannel } from "../../mcp-channel.ts";

export default defineCase({
  requirement: "SVC-MCP-001",
  title: "an MCP server takes clients with and without a credential, with the same tools",
  negativeOmitted:
    "a server that is missing or lists other tools fails the positive checks; there is nothing to refuse",
  async run(context) {
    const listed = async (check: Check, as: "organization" | null): Promise<readonly ListedTool[]> => {
      const channel = await McpChannel.open(context, await demandMcp(context, "FAIL"), as);
      try {
        const tools = await channel.tools();
        const answer = channel.opening === null ? undefined : new Answer(channel.opening);
        check.holds("the handshake, and tools", tools.length > 0, { expected: "tools", actual: tools.length, answer });
        for (const { name, definition } of tools)
          check.equal(`type of the input of ${name}`, { expected: "object", actual: inputType(definition) });
        return tools;
      } finally {
        await channel.close();
      }
    };
    const open = await context.positive("discovery mode", (check) => listed(check, null));
    const closed = await context.positive("authenticated mode", (check) => listed(check, "organization"));
    await context.positive("a tool of both modes is the same in both", async (check) => {
      const later = new Map((closed.value ?? []).map((tool) => [tool.name, tool]));
      const both = (open.value ?? []).filter(({ name }) => later.has(name));
      check.holds("tools of both modes", both.length > 0, { expected: "some", actual: both.length });
      const lost = (open.value ?? []).filter(({ name }) => !later.has(name)).map(({ name }) => name);
      check.equal("tools that a credential takes away", { expected: [], actual: lost });
      for (const { name, definition } of both) {
        const other = later.get(name)?.definition;
        check.equal(`input of ${name}`, { expected: definition.inputSchema, actual: other?.inputSchema });
      }
    });
  },
});

function inputType(definition: ListedTool["definition"]): unknown {
  return (definition.inputSchema as { type?: unknown } | undefined)?.type;
}
