import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

const MINUTE_MS = 60_000;

export default defineCase({
  requirement: "SVC-DIM-006",
  title: "proof.duration_actual is the whole minutes between check-in and check-out",
  async run(context) {
    await context.positive("a session that was started and delivered", async (check) => {
      const session = await context.journeys.walkTo("delivered");
      const { answer } = await context.journeys.read(session.id);
      const proof = answer.at("data.attributes.proof");
      const start = Date.parse(need(pickText(proof, "checkin"), "proof.checkin"));
      const end = Date.parse(need(pickText(proof, "checkout"), "proof.checkout"));
      check.holds("check-out after check-in", end >= start, { expected: "not before", actual: proof, answer });
      check.equal("proof.duration_actual", {
        expected: Math.floor((end - start) / MINUTE_MS),
        actual: answer.at("data.attributes.proof.duration_actual"),
        answer,
      });
    });
    await context.positive("a pair of 45 minutes and 59 seconds", async (check) => {
      await context.world.needs("delivery.checkin", "delivery.checkout");
      const session = await context.journeys.walkTo("confirmed");
      const begun = Math.floor((context.world.now() - 60 * MINUTE_MS) / 1000) * 1000;
      const at = (offset: number) => ({ timestamp: new Date(begun + offset).toISOString() });
      const checkin = await context.journeys.operate("delivery.checkin", session, {
        as: "provider",
        attributes: at(0),
      });
      check.resource(checkin, 200, "sessions");
      const checkout = await context.journeys.operate("delivery.checkout", session, {
        as: "provider",
        attributes: at(46 * MINUTE_MS - 1000),
      });
      check.resource(checkout, 200, "sessions");
      const { answer } = await context.journeys.read(session.id);
      check.equal("proof.duration_actual", {
        expected: 45,
        actual: answer.at("data.attributes.proof.duration_actual"),
        answer,
      });
    });
  },
});
