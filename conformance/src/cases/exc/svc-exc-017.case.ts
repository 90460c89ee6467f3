import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { ownSession } from "../../near-slots.ts";
import { reschedule, rescheduleToFree } from "../../reschedule-steps.ts";

export default defineCase({
  requirement: "SVC-EXC-017",
  title: "a session is not moved to a time that is taken",
  async run(context) {
    const whole = await context.world.declares("scheduling.reschedule");
    const control = await context.positive("to a free time", async (check) => {
      const session = await ownSession(context, "confirmed");
      check.resource((await rescheduleToFree(context, session)).answer, 200, "sessions");
      return ownSession(context, "confirmed");
    });
    await context.negative("to the time of another session of the provider", control, async (check) => {
      const session = await ownSession(context, "confirmed");
      const { session: before, answer: then } = await context.journeys.read(session.id);
      check.refused(await reschedule(context, session, need(control.value).slot.startsAt), "CONFLICT");
      const { answer, session: after } = await context.journeys.read(session.id);
      // Without the operation the session is moved in two calls, and the first one stands.
      const expected = whole ? before.transitions : after.transitions.slice(0, before.transitions.length + 1);
      check.equal("lifecycle.transitions", { expected, actual: after.transitions, answer });
      check.equal("state", { expected: whole ? before.state : "rescheduling", actual: after.state, answer });
      const start = "data.attributes.schedule.scheduled_for";
      check.equal("scheduled_for stays", { expected: then.at(start), actual: answer.at(start), answer });
      const records = after.exceptions.filter((one) => one.type === "reschedule" && one.resolved_at !== undefined);
      check.equal("settled records of a move", { expected: 0, actual: records.length, answer });
      // The old time is still held.
      const { attributes } = await context.journeys.bookingAttributes({
        slot: session.slot,
        clientId: await context.world.newClient(),
      });
      check.refused(await context.node.call("scheduling.book", { attributes }), "CONFLICT", "RESOURCE_UNAVAILABLE");
    });
  },
});
