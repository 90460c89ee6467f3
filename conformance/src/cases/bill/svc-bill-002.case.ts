import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-BILL-002",
  title: "the charge sets billing.status and charged_at, once for a session",
  async run(context) {
    const control = await context.positive("a charged session", async (check) => {
      const session = await context.journeys.walkTo("documented");
      const before = await context.journeys.read(session.id);
      check.equal("billing.status before", {
        expected: "pending",
        actual: before.answer.at("data.attributes.billing.status"),
        answer: before.answer,
      });
      check.resource(await context.journeys.charge(session), 201, "sales");
      const { answer } = await context.journeys.read(session.id);
      check.equal("billing.status", {
        expected: "charged",
        actual: answer.at("data.attributes.billing.status"),
        answer,
      });
      const at = pickText(answer.body, "data.attributes.billing.charged_at") ?? "";
      check.holds("billing.charged_at", !Number.isNaN(Date.parse(at)), { expected: "a datetime", actual: at, answer });
      return session;
    });
    await context.negative("a second sale for the session", control, async (check) => {
      check.refused(await context.journeys.charge(need(control.value)), "CONFLICT");
    });
  },
});
