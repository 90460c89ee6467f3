import { expectBooking, expectUnmoved } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { ownSession, startOf } from "../../near-slots.ts";
import { otherTime, reschedule, rescheduleToFree } from "../../reschedule-steps.ts";

export default defineCase({
  requirement: "SVC-EXC-016",
  title: "a session is moved to another time with two records, and its old time is free",
  async run(context) {
    let control = null;
    for (const from of ["scheduled", "confirmed"]) {
      control = await context.positive(`from ${from}`, async (check) => {
        const session = await ownSession(context, from);
        const { session: before } = await context.journeys.read(session.id);
        const { answer, target } = await rescheduleToFree(context, session);
        check.resource(answer, 200, "sessions");
        check.equal("id", { expected: session.id, actual: answer.at("data.id"), answer });
        const { answer: read, session: after } = await context.journeys.read(session.id);
        check.equal("records before stay", {
          expected: before.transitions,
          actual: after.transitions.slice(0, before.transitions.length),
          answer: read,
        });
        check.equal("new records", {
          expected: [
            [from, "rescheduling"],
            ["rescheduling", "scheduled"],
          ],
          actual: after.transitions.slice(before.transitions.length).map((record) => [record.from, record.to]),
          answer: read,
        });
        check.equal("state", { expected: "scheduled", actual: after.state, answer: read });
        const start = Date.parse(pickText(read.body, "data.attributes.schedule.scheduled_for") ?? "");
        check.equal("schedule.scheduled_for", { expected: startOf(target), actual: start, answer: read });
        const record = after.exceptions.find((one) => one.type === "reschedule");
        check.holds("exception record", typeof record?.resolved_at === "string", {
          expected: "one of the type reschedule, settled",
          actual: after.exceptions,
          answer: read,
        });
        const other = await context.journeys.book({ clientId: await context.world.newClient() });
        const taken = await context.journeys.bookingAttributes({ slot: target, clientId: other.clientId });
        const refused = await context.node.call("scheduling.book", { attributes: taken.attributes });
        check.refused(refused, "CONFLICT", "RESOURCE_UNAVAILABLE");
        await expectBooking(context, check, { slot: session.slot, clientId: other.clientId });
      });
    }
    if (control === null) return;
    await context.negative("from in_progress", control, async (check) => {
      const session = await ownSession(context, "in_progress");
      const { session: before } = await context.journeys.read(session.id);
      check.refused(await reschedule(context, session, (await otherTime(context)).startsAt), "INVALID_TRANSITION");
      await expectUnmoved(context, check, before);
    });
  },
});
