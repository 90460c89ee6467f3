import { randomUUID } from "node:crypto";
import { expectNotIssued } from "../../agent-steps.ts";
import { actorHeader, type HeldMandate } from "../../agents.ts";
import { allScopes, type OperationId } from "../../artefacts.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";

const HUMANS_ONLY = ["mandates.revoke", "mandates.reactivate"] as const;

export default defineCase({
  requirement: "SVC-MAND-017",
  title: "authority is handed out, changed and taken back by people",
  async run(context) {
    const control = await context.positive("a human issues", async (check) => {
      const { answer, mandate } = await context.agents.tryIssue({ scopes: allScopes().map(({ name }) => name) });
      check.resource(answer, 201, "mandates");
      return need(mandate, "the issued mandate");
    });
    const headersOf = (mandate: HeldMandate) => actorHeader(context.agents.actorOf(mandate));
    await context.negative("an agent issues, for itself and for another agent", control, async (check) => {
      const mandate = need(control.value);
      for (const agent_id of [mandate.agentId, `agent-${randomUUID()}`]) {
        for (const principal of [{}, { principal_id: mandate.agentId }]) {
          const attributes = { ...(await context.agents.wishOf()), agent_id, ...principal };
          const answer = await context.node.call("mandates.issue", {
            attributes,
            as: mandate.agent,
            headers: headersOf(mandate),
          });
          check.refused(answer, "FORBIDDEN", "VALIDATION_ERROR");
        }
      }
    });
    for (const id of HUMANS_ONLY) {
      await context.negative(`an agent calls ${id} on its own mandate`, control, async (check) => {
        const mandate = await context.agents.issue();
        if (id === "mandates.reactivate") await context.agents.mustChange(mandate, "mandates.suspend");
        const before = await context.agents.get(mandate);
        const answer = await context.node.call(id as OperationId, {
          path: { mandate_id: mandate.id },
          attributes: {},
          as: mandate.agent,
          headers: headersOf(need(control.value)),
        });
        check.refused(answer, "FORBIDDEN");
        const after = await context.agents.get(mandate);
        check.resource(after, 200, "mandates");
        check.equal("the mandate", { expected: before.at("data"), actual: after.at("data"), answer: after });
      });
    }
    await context.negative("a mandate is changed in place", control, async (check) => {
      const mandate = need(control.value);
      const before = await context.agents.get(mandate);
      const longer = { data: { type: "mandates", attributes: { expires_at: "2999-01-01T00:00:00Z" } } };
      for (const as of [mandate.agent, mandate.principal]) {
        for (const method of ["PUT", "PATCH", "DELETE"]) {
          const answer = await context.node.raw({
            method,
            target: `/mandates/${encodeURIComponent(mandate.id)}`,
            as,
            rawBody: JSON.stringify(longer),
          });
          check.refused(answer, "METHOD_NOT_ALLOWED", "NOT_FOUND");
        }
      }
      const after = await context.agents.get(mandate);
      check.resource(after, 200, "mandates");
      check.equal("the mandate", { expected: before.at("data"), actual: after.at("data"), answer: after });
    });
    await context.negative("a principal names itself as the agent", control, async (check) => {
      const { principalId } = need(control.value);
      const tried = await context.agents.tryIssue({ attributes: { agent_id: principalId } });
      await expectNotIssued(context, check, tried, "/data/attributes/agent_id");
    });
  },
});
