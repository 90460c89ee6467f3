import { bookRequested, expectAsked } from "../../agent-steps.ts";
import { expectUnmoved, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

const CANCEL = { to_state: "cancelled", reason: "certification run" };
const AT_ONCE = 4;

export default defineCase({
  requirement: "SVC-CONF-001",
  title: "a call that waits for a human names its question and does nothing",
  async run(context) {
    const control = await context.positive("the question, and the state as it was", async (check) => {
      const mandate = await context.agents.issue({ scopes: ["service:write"] });
      const session = await bookRequested(context);
      const { session: before } = await context.journeys.read(session.id);
      const asked = expectAsked(check, await context.agents.move(mandate, session, CANCEL));
      const expires = Date.parse(pickText(asked.answer.body, "errors.0.meta.expires_at") ?? "");
      check.holds(
        "errors[].meta.expires_at",
        expires > context.world.now() && expires <= Date.parse(mandate.expiresAt) + 1000,
        {
          expected: "in the future, and not after the mandate",
          actual: asked.answer.at("errors.0.meta"),
          answer: asked.answer,
        },
      );
      await expectUnmoved(context, check, before);
      return { mandate, session, asked };
    });
    await context.positive("the approver reads it", async (check) => {
      const { mandate, session, asked } = need(control.value);
      const path = { confirmation_id: asked.id };
      const answer = await context.node.call("confirmations.get", { path, as: mandate.principal });
      check.resource(answer, 200, "confirmation_requests");
      const attributes = answer.at("data.attributes");
      check.equal("findings against the schema confirmation-request", {
        expected: [],
        actual: context.validator.findings("confirmation-request", attributes),
        answer,
      });
      const { status, mandate_id, agent_id, action, resource_id } = attributes as Record<string, unknown>;
      check.equal("what it is about", {
        expected: ["pending", mandate.id, mandate.agentId, "lifecycle.transition", session.id],
        actual: [status, mandate_id, agent_id, action, resource_id],
        answer,
      });
    });
    await context.positive("the same call again is the same question, another call another one", async (check) => {
      const { mandate, session, asked } = need(control.value);
      const again = await Promise.all(
        Array.from({ length: AT_ONCE }, () => context.agents.move(mandate, session, CANCEL)),
      );
      for (const answer of again) {
        check.equal("id of the question", { expected: asked.id, actual: expectAsked(check, answer).id, answer });
      }
      const otherwise = await context.agents.move(mandate, session, { ...CANCEL, reason: "another reason" });
      const other = expectAsked(check, otherwise);
      check.holds("id of the other question", other.id !== asked.id, { expected: "another id", actual: other.id });
    });
  },
});
