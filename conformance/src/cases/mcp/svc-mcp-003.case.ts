import type { OperationId } from "../../artefacts.ts";
import { defineCase } from "../../define-case.ts";
import { demandMcp, McpChannel } from "../../mcp-channel.ts";
import { operationsWithTools } from "../../tool-table.ts";

export default defineCase({
  requirement: "SVC-MCP-003",
  title: "with a credential every declared operation that has a tool is listed",
  negativeOmitted: "a missing tool fails the positive check; there is nothing to refuse",
  async run(context) {
    const channel = await McpChannel.open(context, await demandMcp(context, "NOT_VERIFIED"), "organization");
    try {
      await context.positive("tools against the capabilities document", async (check) => {
        const listed = new Set((await channel.tools()).map(({ name }) => name));
        const missing: string[] = [];
        let declared = 0;
        for (const { id, tool } of operationsWithTools()) {
          if (!(await context.world.declares(id as OperationId))) continue;
          declared += 1;
          // A name with its dots is the protocol's own; most clients of MCP take only the other one.
          if (!listed.has(tool ?? "") && !listed.has(id)) missing.push(tool ?? id);
        }
        check.holds("declared operations with a tool", declared > 0, { expected: "some", actual: declared });
        check.equal(`tools that are not among the ${listed.size} listed`, { expected: [], actual: missing });
      });
    } finally {
      await channel.close();
    }
  },
});
