import { allOperations, findOperation } from "../../artefacts.ts";
import { defineCase } from "../../define-case.ts";
import { isRecord, pickList } from "../../json-path.ts";
import { demandMcp, McpChannel } from "../../mcp-channel.ts";
import { isPublic } from "../../tool-table.ts";

export default defineCase({
  requirement: "SVC-MCP-002",
  title: "without a credential only public tools are listed and callable",
  async run(context) {
    const channel = await McpChannel.open(context, await demandMcp(context, "NOT_VERIFIED"), null);
    try {
      const control = await context.positive("a search works without credential and mandate", async (check) => {
        const { vertical = "health" } = await context.world.organization();
        check.collection(await channel.call("registry.search", { vertical }), "organizations");
      });
      await context.negative("what is listed is public", control, async (check) => {
        const tools = await channel.tools();
        const closed = tools.flatMap(({ operation }) =>
          operation === null || isPublic(operation) ? [] : [operation.id],
        );
        check.equal("tools that need a credential", { expected: [], actual: closed });
      });
      await context.negative("a tool that needs a credential cannot be called", control, async (check) => {
        const { offer } = await context.world.bookable();
        const closed = allOperations().filter((one) => one.tool !== null && !isPublic(one));
        check.holds("such tools", closed.length > 0, { expected: "some", actual: closed.length });
        const input = { service_id: offer.serviceId, session_id: "none", client_id: "none" };
        for (const { tool } of closed) {
          const outcome = await channel.attempt(tool ?? "", input);
          const data = isRecord(outcome.content) ? outcome.content.data : undefined;
          const refused = outcome.isError && data === undefined;
          check.holds(`calling ${tool}`, refused, { expected: "refused", actual: outcome.texts[0] ?? outcome.refusal });
        }
      });
      await context.positive("a public tool is called without mandate", async (check) => {
        const tool = findOperation("registry.manifest");
        const answer = await channel.call("registry.manifest", {});
        check.status(answer, 200);
        check.equal(`errors of ${tool?.tool}`, { expected: [], actual: pickList(answer.body, "errors"), answer });
      });
    } finally {
      await channel.close();
    }
  },
});
