import { freeRun } from "../../availability-steps.ts";
import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { PublicLane } from "../../public-lane.ts";
import { expectSource } from "../../refusals.ts";

export default defineCase({
  requirement: "SVC-PUB-001",
  title: "a public booking says who books, through what, and that a person wants it",
  async run(context) {
    const lane = await PublicLane.open(context);
    const submission = { channel: "web", submitted_by_type: "human" };
    const requester = lane.requester();
    const control = await context.positive("complete, by mail", async (check) => {
      const booking = await lane.book(check);
      check.equal("state", {
        expected: "pending_confirmation",
        actual: pickText(booking.answer.body, "data.attributes.state"),
        answer: booking.answer,
      });
      await lane.expectState(check, booking.sessionId, "pending_confirmation");
      return need((await freeRun(context, await context.world.bookable()))[0]);
    });
    await context.positive("complete, by telephone", async (check) => {
      const phone = `+569${String(10_000_000 + context.random.below(89_999_999))}`;
      await lane.book(check, { attributes: { requester: { full_name: requester.full_name, phone } } });
    });
    const missing: Readonly<Record<string, readonly [string, Readonly<Record<string, unknown>>]>> = {
      "without full_name": ["full_name", { requester: { email: requester.email } }],
      "without e-mail and telephone": ["", { requester: { full_name: requester.full_name } }],
      "without requester": ["requester", { requester: undefined }],
      "without submission": ["submission", { submission: undefined }],
      "without channel": ["channel", { submission: { submitted_by_type: submission.submitted_by_type } }],
      "without submitted_by_type": ["submitted_by_type", { submission: { channel: submission.channel } }],
      "with an unknown channel": ["channel", { submission: { ...submission, channel: "pigeon" } }],
      "without authorization": ["authorization", { authorization: undefined }],
      "without human intent": ["human_intent_confirmed", { authorization: {} }],
      "with human intent denied": ["human_intent_confirmed", { authorization: { human_intent_confirmed: false } }],
    };
    for (const [name, [member, attributes]] of Object.entries(missing)) {
      await context.negative(name, control, async (check) => {
        const answer = await lane.tryBook({ slot: need(control.value), attributes, deliberate: true });
        check.refused(answer, "VALIDATION_ERROR");
        if (member !== "") expectSource(check, answer, member);
      });
    }
    await context.positive("none of the refused ones holds the time", async (check) => {
      await lane.book(check, { slot: need(control.value) });
    });
  },
});
