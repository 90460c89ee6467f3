import { expectBooking, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";

export default defineCase({
  requirement: "SVC-IDEM-001",
  title: "a repeated POST with its Idempotency-Key gets the first answer again",
  async run(context) {
    const key = `certify-${context.world.uniqueWord()}`;
    const first = await context.positive("the same booking twice under one key", async (check) => {
      const session = await expectBooking(context, check, { options: { idempotencyKey: key } });
      const request = session.booked.exchange.request;
      const again = await context.node.call("scheduling.book", { rawBody: request.body ?? "", idempotencyKey: key });
      check.status(again, session.booked.status);
      check.equal("the body, byte for byte", { expected: session.booked.text, actual: again.text, answer: again });
      const { session: read } = await context.journeys.read(session.id);
      check.equal("records of the session", {
        expected: sessionRecords(session.booked.body),
        actual: read.transitions.length,
      });
      return session;
    });
    await context.positive("a refusal of the state is repeated too", async (check) => {
      const session = await expectBooking(context, check);
      const options = { idempotencyKey: `${key}-refused` };
      const refused = await context.journeys.transition(session, "in_progress", { options });
      check.refused(refused, "INVALID_TRANSITION");
      const again = await context.journeys.transition(session, "in_progress", { options });
      check.equal("the body, byte for byte", { expected: refused.text, actual: again.text, answer: again });
    });
    if (!context.node.has("foreign_organization")) return;
    await context.negative("the key of one organization opens nothing to another", first, async (check) => {
      const { booked, id } = need(first.value);
      const rawBody = booked.exchange.request.body ?? "";
      const foreign = await context.node.call("scheduling.book", {
        rawBody,
        idempotencyKey: key,
        as: "foreign_organization",
      });
      check.holds("the session is not shown", !foreign.ok && pickText(foreign.body, "data.id") !== id, {
        expected: "a refusal",
        actual: foreign.describe(),
        answer: foreign,
      });
      check.status(foreign, 403, 404, 409, 422);
    });
  },
});

function sessionRecords(body: unknown): number {
  const list = (body as { data?: { attributes?: { lifecycle?: { transitions?: unknown[] } } } }).data?.attributes
    ?.lifecycle?.transitions;
  return list?.length ?? -1;
}
