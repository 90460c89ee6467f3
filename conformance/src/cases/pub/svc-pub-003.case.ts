import type { Answer } from "../../answer.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { PublicLane } from "../../public-lane.ts";

const DAY_SECONDS = 86_400;
const LIFE_DAYS = 7;

function hidden(check: Check, answer: Answer): void {
  check.refused(answer, "NOT_FOUND", "FORBIDDEN");
}

export default defineCase({
  requirement: "SVC-PUB-003",
  title: "a booking token opens one booking, for seven days",
  phase: "clock",
  async run(context) {
    const lane = await PublicLane.open(context);
    const control = await context.positive("each token opens its own booking", async (check) => {
      const [first, second] = [await lane.book(check), await lane.book(check)];
      check.holds("the tokens differ", first.bookingToken !== second.bookingToken, {
        expected: "two tokens",
        actual: "compared",
      });
      for (const { bookingToken, sessionId } of [first, second]) {
        const answer = await lane.get(bookingToken);
        check.resource(answer, 200, "public_bookings");
        check.equal("session_id", { expected: sessionId, actual: answer.at("data.attributes.session_id"), answer });
      }
      return { first, second };
    });
    await context.negative("a token that nobody was given", control, async (check) => {
      const { first } = need(control.value);
      hidden(check, await lane.get(`${first.bookingToken.slice(0, -1)}~`));
      hidden(check, await lane.get(context.world.uniqueWord()));
    });
    await context.negative("a session id, and the other credential, in its place", control, async (check) => {
      const { first } = need(control.value);
      hidden(check, await lane.get(first.sessionId));
      hidden(check, await lane.get(first.confirmationToken));
    });
    await context.negative("the token under another organization", control, async (check) => {
      const foreign = need(context.node.credential("foreign_organization").organization, "its slug");
      hidden(check, await lane.get(need(control.value).first.bookingToken, foreign));
    });
    await context.negative("what one token cancels leaves the other booking", control, async (check) => {
      await context.world.needs("public_bookings.cancel");
      const { first, second } = need(control.value);
      check.status(await lane.cancel(first.bookingToken), 200);
      await lane.expectState(check, first.sessionId, "cancelled");
      await lane.expectState(check, second.sessionId, "pending_confirmation");
    });
    const old = await context.positive("an hour before seven days are over it opens the booking", async (check) => {
      await context.world.advanceClock(1);
      const booking = await lane.book(check);
      check.status(await lane.confirm(booking.confirmationToken), 200);
      await context.world.advanceClock(LIFE_DAYS * DAY_SECONDS - 3_600);
      check.resource(await lane.get(booking.bookingToken), 200, "public_bookings");
      return booking;
    });
    await context.negative("after seven days it does not", old, async (check) => {
      await context.world.advanceClock(3_660);
      hidden(check, await lane.get(need(old.value).bookingToken));
    });
  },
});
