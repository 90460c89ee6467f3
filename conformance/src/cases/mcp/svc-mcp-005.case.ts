import type { OperationId } from "../../artefacts.ts";
import { findOperation } from "../../artefacts.ts";
import { unknownId } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { pick, pickText } from "../../json-path.ts";
import { demandMcp, McpChannel } from "../../mcp-channel.ts";

export default defineCase({
  requirement: "SVC-MCP-005",
  title: "a failure of a tool is a tool error with the code of the protocol",
  async run(context) {
    const channel = await McpChannel.open(context, await demandMcp(context, "NOT_VERIFIED"), "organization");
    const actor = await context.world.actorOf("organization");
    try {
      const control = await context.positive("a tool that works is no error", async (check) => {
        const session = await context.journeys.book();
        const answer = await channel.call("service.get", { service_id: session.id });
        check.resource(answer, 200, "services");
        return session;
      });
      const refused = (name: string, wanted: { id: OperationId; code: string; input: () => Record<string, unknown> }) =>
        context.negative(name, control, async (check) => {
          await context.world.needs(wanted.id);
          await expectToolError(check, wanted);
        });
      await refused("something that is not there", {
        id: "service.get",
        code: "NOT_FOUND",
        input: () => ({ service_id: unknownId(context) }),
      });
      await refused("a booking without its members", {
        id: "scheduling.book",
        code: "VALIDATION_ERROR",
        input: () => ({ actor }),
      });
      await refused("a move that the machine does not have", {
        id: "lifecycle.transition",
        code: "INVALID_TRANSITION",
        input: () => ({ session_id: control.value?.id, to_state: "in_progress", actor }),
      });
      await refused("a move that the party may not make", {
        id: "lifecycle.transition",
        code: "FORBIDDEN",
        input: () => ({ session_id: control.value?.id, to_state: "delivered", actor }),
      });
    } finally {
      await channel.close();
    }

    async function expectToolError(
      check: Check,
      { id, code, input }: { id: OperationId; code: string; input: () => Record<string, unknown> },
    ): Promise<void> {
      const tool = findOperation(id)?.tool ?? id;
      const outcome = await channel.attempt(tool, input());
      check.equal(`${tool}: refused outside of the tool`, { expected: null, actual: outcome.refusal });
      check.equal(`${tool}: isError`, { expected: true, actual: outcome.isError });
      const seen = pickText(outcome.content, "errors.0.code");
      check.equal(`${tool}: code`, { expected: code, actual: seen ?? outcome.texts[0] ?? "no errors array" });
      check.equal(`${tool}: data beside errors`, { expected: null, actual: pick(outcome.content, "data") ?? null });
    }
  },
});
