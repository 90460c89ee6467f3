import { bookRequested, decide, expectApproved, expectAsked } from "../../agent-steps.ts";
import { actorHeader, type HeldMandate } from "../../agents.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import type { CredentialKind } from "../../settings.ts";

const CANCEL = { to_state: "cancelled", reason: "certification run" };

export default defineCase({
  requirement: "SVC-CONF-002",
  title: "the named human decides, nobody else",
  async run(context) {
    const ask = async (check: Parameters<typeof expectAsked>[0], wish = {}) => {
      const mandate: HeldMandate = await context.agents.issue({ scopes: ["service:write"], ...wish });
      const session = await bookRequested(context, { clientId: context.node.partyId("client") });
      return { mandate, session, asked: expectAsked(check, await context.agents.move(mandate, session, CANCEL)) };
    };
    const expectPending = async (check: Parameters<typeof expectAsked>[0], id: string, as: CredentialKind) => {
      const answer = await context.node.call("confirmations.get", { path: { confirmation_id: id }, as });
      check.equal("status of the question", {
        expected: "pending",
        actual: answer.at("data.attributes.status"),
        answer,
      });
    };
    const control = await context.positive("the principal approves, or rejects", async (check) => {
      const first = await ask(check);
      await expectApproved(context, check, first.asked, "organization");
      const second = await ask(check);
      const answer = await decide(context, second.asked, "organization", "reject");
      if (check.resource(answer, 200, "confirmation_requests"))
        check.equal("status", { expected: "rejected", actual: answer.at("data.attributes.status"), answer });
      const clients = await ask(check, { principal: "client" });
      await expectApproved(context, check, clients.asked, "client");
      return first;
    });
    for (const decision of ["approve", "reject"] as const) {
      await context.negative(`an agent wants to ${decision}`, control, async (check) => {
        const { mandate, asked } = await ask(check);
        const path = { confirmation_id: asked.id };
        for (const as of ["agent", "second_agent"] as const) {
          if (!context.node.has(as)) continue;
          const answer = await context.node.call(`confirmations.${decision}`, {
            path,
            attributes: {},
            as,
            headers: actorHeader(context.agents.actorOf(mandate, { id: context.node.partyId(as) })),
          });
          check.refused(answer, "FORBIDDEN");
        }
        await expectPending(check, asked.id, "organization");
      });
      for (const as of ["client", "provider", "foreign_organization"] as const) {
        await context.negative(
          `the ${as} wants to ${decision} what the organization is asked`,
          control,
          async (check) => {
            context.node.credential(as);
            const { asked } = await ask(check);
            check.refused(await decide(context, asked, as, decision), "NOT_FOUND", "FORBIDDEN");
            await expectPending(check, asked.id, "organization");
          },
        );
      }
      await context.negative(`the organization wants to ${decision} what a client is asked`, control, async (check) => {
        const { asked } = await ask(check, { principal: "client" });
        for (const as of ["organization", "second_client"] as const) {
          if (!context.node.has(as)) continue;
          check.refused(await decide(context, asked, as, decision), "NOT_FOUND", "FORBIDDEN");
        }
        await expectPending(check, asked.id, "client");
      });
      await context.negative(`the approver wants to ${decision} what is decided`, control, async (check) => {
        check.refused(await decide(context, need(control.value).asked, "organization", decision), "CONFLICT");
      });
    }
  },
});
