import { need } from "../../case-steps.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { PublicLane } from "../../public-lane.ts";

const LIFE_MS = 30 * 60_000;

export default defineCase({
  requirement: "SVC-PUB-002",
  title: "a public booking waits for its credential, which works once and for 30 minutes",
  phase: "clock",
  async run(context) {
    const lane = await PublicLane.open(context);
    await context.world.meetClock();
    const control = await context.positive("the credential leads to scheduled", async (check) => {
      const booking = await lane.book(check);
      await lane.expectState(check, booking.sessionId, "pending_confirmation");
      const until = Date.parse(pickText(booking.answer.body, "data.attributes.confirmation_expires_at") ?? "");
      if (!Number.isNaN(until)) {
        const life = until - context.world.now();
        check.holds("life of the credential", life <= LIFE_MS + 5_000, {
          expected: "at most 30 minutes",
          actual: `${Math.round(life / 60_000)} minutes`,
          answer: booking.answer,
        });
      }
      const answer = await lane.confirm(booking.confirmationToken);
      check.resource(answer, 200, "public_bookings");
      await lane.expectState(check, booking.sessionId, "scheduled");
      return booking;
    });
    await context.negative("the same credential again", control, async (check) => {
      const { sessionId, confirmationToken } = need(control.value);
      check.refused(await lane.confirm(confirmationToken), "NOT_FOUND");
      await lane.expectState(check, sessionId, "scheduled");
    });
    await context.negative("a credential that nobody was given", control, async (check) => {
      const booking = await lane.book(check);
      for (const token of [
        `${booking.confirmationToken.slice(0, -1)}~`,
        context.world.uniqueWord(),
        booking.bookingToken,
      ])
        check.refused(await lane.confirm(token), "NOT_FOUND");
      await lane.expectState(check, booking.sessionId, "pending_confirmation");
    });
    await context.negative("under another organization", control, async (check) => {
      const foreign = need(context.node.credential("foreign_organization").organization, "its slug");
      const booking = await lane.book(check);
      check.refused(await lane.confirm(booking.confirmationToken, foreign), "NOT_FOUND");
      await lane.expectState(check, booking.sessionId, "pending_confirmation");
    });
    const late = await context.positive("a minute before its end the credential works", async (check) => {
      await context.world.advanceClock(1);
      const [early, tooLate] = [await lane.book(check), await lane.book(check)];
      await context.world.advanceClock(LIFE_MS / 1000 - 60);
      check.resource(await lane.confirm(early.confirmationToken), 200, "public_bookings");
      return tooLate;
    });
    await context.negative("after 30 minutes it does not", late, async (check) => {
      const booking = need(late.value);
      await context.world.advanceClock(120);
      check.refused(await lane.confirm(booking.confirmationToken), "NOT_FOUND");
      await lane.expectState(check, booking.sessionId, "cancelled");
    });
  },
});
