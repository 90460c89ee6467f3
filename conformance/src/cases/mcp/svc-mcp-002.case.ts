import { allOperations, findOperation } from "../../artefacts.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { type DualOperation, dualCalls, flatInput, overHttp } from "../../dual-calls.ts";
import { isRecord, pickList, pickText } from "../../json-path.ts";
import { demandMcp, McpChannel } from "../../mcp-channel.ts";
import { isPublic, operationsWithTools } from "../../tool-table.ts";

const CLOSED: readonly string[] = ["UNAUTHORIZED", "FORBIDDEN"];

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
        for (const { tool } of closed) await expectClosed(check, channel, { tool, input });
      });
      await context.negative("what a known party reads is closed to everybody else", control, async (check) => {
        const calls = await dualCalls(context);
        for (const { id, tool, method } of operationsWithTools().filter((one) => !isPublic(one))) {
          if (method !== "GET" || !(await context.world.declares(id as DualOperation))) continue;
          const call = await calls[id as DualOperation]();
          check.status(await context.node.call(id as DualOperation, overHttp(call)), 200);
          await expectClosed(check, channel, { tool, input: flatInput(call) });
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

/** Expects a refusal that has to do with who calls: whose input is looked at has been let in already. */
async function expectClosed(
  check: Check,
  channel: McpChannel,
  { tool, input }: { tool: string | null; input: Readonly<Record<string, unknown>> },
): Promise<void> {
  const outcome = await channel.attempt(tool ?? "", input);
  const data = isRecord(outcome.content) ? outcome.content.data : undefined;
  // A server that has no such tool here says so in words of its own.
  const code = pickText(outcome.content, "errors.0.code");
  const closed = outcome.isError && data === undefined && (code === undefined || CLOSED.includes(code));
  check.holds(`calling ${tool}`, closed, {
    expected: "refused for want of a credential",
    actual: code ?? outcome.texts[0] ?? outcome.refusal,
  });
}
