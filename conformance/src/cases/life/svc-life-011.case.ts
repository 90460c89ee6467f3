import { serviceStates, targetsOf } from "../../artefacts.ts";
import { expectUnmoved, need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { PublicLane } from "../../public-lane.ts";

const LIFE_SECONDS = 30 * 60;

export default defineCase({
  requirement: "SVC-LIFE-011",
  title: "pending_confirmation lies between requested and scheduled, and ends with its credential",
  phase: "clock",
  async run(context) {
    const lane = await PublicLane.open(context);
    const history = async (id: string) => (await context.journeys.read(id)).session.transitions.map((one) => one.to);
    const control = await context.positive(
      "it is entered from requested, and confirmed into scheduled",
      async (check) => {
        const booking = await lane.book(check);
        check.equal("the history", {
          expected: ["requested", "pending_confirmation"],
          actual: await history(booking.sessionId),
        });
        check.status(await lane.confirm(booking.confirmationToken), 200);
        check.equal("the history after the confirmation", {
          expected: ["requested", "pending_confirmation", "scheduled"],
          actual: await history(booking.sessionId),
        });
      },
    );
    await context.positive("the organization confirms into scheduled, and cancels", async (check) => {
      await context.world.needs("scheduling.confirm");
      const [first, second] = [await lane.book(check), await lane.book(check)];
      const confirmed = await context.journeys.operate("scheduling.confirm", { id: first.sessionId });
      if (check.resource(confirmed, 200, "sessions")) check.state(confirmed, "scheduled");
      const cancelled = await context.journeys.transition({ id: second.sessionId }, "cancelled", {
        as: "organization",
      });
      if (check.resource(cancelled, 200, "sessions")) check.state(cancelled, "cancelled");
    });
    const allowed = targetsOf("pending_confirmation");
    await context.negative("every other target", control, async (check) => {
      check.equal("targets of the table", { expected: ["cancelled", "scheduled"], actual: [...allowed].sort() });
      const booking = await lane.book(check);
      const { session: before } = await context.journeys.read(booking.sessionId);
      for (const { name } of serviceStates()) {
        if (allowed.includes(name)) continue;
        // The party that a move is reserved for is asked, so that the state is the only obstacle.
        const answer = await context.journeys.transition({ id: booking.sessionId, clientId: "" }, name, {
          as: ["delivered", "partial"].includes(name) ? "provider" : "organization",
        });
        check.refused(answer, ...refusalsOf(name));
      }
      await expectUnmoved(context, check, before);
    });
    const waiting = await context.positive("just before 30 minutes it still waits", async (check) => {
      await context.world.advanceClock(1);
      const booking = await lane.book(check);
      await context.world.advanceClock(LIFE_SECONDS - 60);
      await lane.expectState(check, booking.sessionId, "pending_confirmation");
      return booking;
    });
    await context.negative("after 30 minutes the system has cancelled it", waiting, async (check) => {
      const { sessionId, slot } = need(waiting.value);
      await context.world.advanceClock(120);
      const { answer, session } = await context.journeys.read(sessionId);
      const last = session.transitions.at(-1);
      check.equal("the last record", {
        expected: { from: "pending_confirmation", to: "cancelled", by: "system", method: "auto" },
        actual: { from: last?.from, to: last?.to, by: last?.by, method: last?.method },
        answer,
      });
      // Its time is free again.
      const { session: next } = await context.journeys.tryBook({ slot, clientId: await context.world.newClient() });
      check.holds("its time is booked by somebody else", next !== null, {
        expected: "201",
        actual: next === null ? "refused" : "201",
      });
    });
  },
});

/** Moves that only a client makes are refused for the asker before the state is looked at (errors page, step 9). */
function refusalsOf(to: string): readonly string[] {
  return ["disputed", "verified"].includes(to) ? ["INVALID_TRANSITION", "FORBIDDEN"] : ["INVALID_TRANSITION"];
}
