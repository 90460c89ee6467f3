import { allOperations } from "../../artefacts.ts";
import { defineCase } from "../../define-case.ts";
import { isRecord } from "../../json-path.ts";
import { demandMcp, McpChannel } from "../../mcp-channel.ts";
import { toolNames } from "../../tool-table.ts";

/** What only a human does, over HTTP (decision D-25): operations of principals. */
const HUMAN_ONLY = allOperations().filter(({ tier }) => tier === "principal");

export default defineCase({
  requirement: "SVC-MCP-007",
  title: "what hands out or takes back authority, approves or reads the audit is no tool",
  async run(context) {
    const channel = await McpChannel.open(context, await demandMcp(context, "NOT_VERIFIED"), "organization");
    try {
      const control = await context.positive("the list of a principal has none of them", async (check) => {
        const listed = new Set((await channel.tools()).map(({ name }) => name));
        check.holds("tools listed", listed.size > 0, { expected: "some", actual: listed.size });
        const found = HUMAN_ONLY.flatMap(({ id }) => toolNames(id)).filter((name) => listed.has(name));
        check.equal("tools that only a human may use", { expected: [], actual: found });
      });
      await context.negative("calling one of them does nothing", control, async (check) => {
        const issuance = context.node.has("agent") ? await context.agents.wishOf() : {};
        for (const { id } of HUMAN_ONLY) {
          for (const name of toolNames(id)) {
            const outcome = await channel.attempt(name, id === "mandates.issue" ? issuance : {});
            const data = isRecord(outcome.content) ? outcome.content.data : undefined;
            check.holds(`calling ${name}`, outcome.isError && data === undefined, {
              expected: "an unknown tool",
              actual: outcome.texts[0] ?? outcome.refusal,
            });
          }
        }
      });
    } finally {
      await channel.close();
    }
  },
});
