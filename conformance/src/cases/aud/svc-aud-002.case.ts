import { bookRequested, expectActs, expectAsked } from "../../agent-steps.ts";
import { defineCase } from "../../define-case.ts";

const SKEW_MS = 5 * 60_000;

export default defineCase({
  requirement: "SVC-AUD-002",
  title: "an entry says who did what, for whom, where, when and with what result",
  async run(context) {
    await context.positive("entries of every kind of result", async (check) => {
      const mandate = await context.agents.issue({ scopes: ["service:read", "service:write"] });
      const session = await bookRequested(context);
      await expectActs(context, check, { mandate, session });
      expectAsked(
        check,
        await context.agents.move(mandate, session, { to_state: "cancelled", reason: "certification run" }),
      );
      check.refused(await context.agents.move(mandate, session, { to_state: "delivered" }), "FORBIDDEN");
      const trail = await context.agents.trail(mandate);
      check.equal("results", {
        expected: ["halted", "rejected", "success"],
        actual: [...new Set(trail.map(({ result }) => result))].sort(),
      });
      check.equal("ids of entries differ", { expected: trail.length, actual: new Set(trail.map(({ id }) => id)).size });
      for (const { action, attributes } of trail) {
        check.equal(`findings against the schema audit-entry: ${action}`, {
          expected: [],
          actual: context.validator.findings("audit-entry", attributes),
        });
        const { mandate_id, agent_id, principal_id, acting_for, context: where, timestamp, audit_id } = attributes;
        check.equal(`who, for whom and where: ${action}`, {
          expected: [mandate.id, mandate.agentId, mandate.principalId, mandate.actingFor, mandate.context],
          actual: [mandate_id, agent_id, principal_id, acting_for, where],
        });
        const at = Date.parse(String(timestamp));
        check.holds(
          `audit_id and timestamp: ${action}`,
          typeof audit_id === "string" && Math.abs(at - context.world.now()) < SKEW_MS,
          {
            expected: "an id, and a moment ago",
            actual: [audit_id, timestamp],
          },
        );
      }
    });
  },
});
