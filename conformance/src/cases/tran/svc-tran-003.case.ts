import { defineCase } from "../../define-case.ts";

const HOUR_MS = 3_600_000;
/** How far the clocks of judge and node may be apart. */
const SKEW_MS = 5 * 60_000;

export default defineCase({
  requirement: "SVC-TRAN-003",
  title: "at is the server's time and never decreases",
  async run(context) {
    await context.positive("the history of a verified session", async (check) => {
      const { answer, session } = await context.journeys.exemplar();
      const times = session.transitions.map((record) => Date.parse(record.at ?? ""));
      check.holds("records with a time", times.length >= 8 && times.every((time) => !Number.isNaN(time)), {
        expected: "eight or more",
        actual: times,
        answer,
      });
      check.equal("times in ascending order", { expected: [...times].sort((a, b) => a - b), actual: times, answer });
    });
    await context.positive("a check-in that states an earlier moment", async (check) => {
      await context.world.needs("delivery.checkin");
      const session = await context.journeys.walkTo("confirmed");
      const timestamp = new Date(context.world.now() - HOUR_MS).toISOString();
      const answer = await context.journeys.operate("delivery.checkin", session, {
        as: "provider",
        attributes: { timestamp },
      });
      check.resource(answer, 200, "sessions");
      const { session: read } = await context.journeys.read(session.id);
      const [before, last] = read.transitions.slice(-2).map((record) => Date.parse(record.at ?? ""));
      check.holds("at of the move", (last ?? Number.NaN) >= (before ?? Number.NaN), {
        expected: "not before the record before",
        actual: read.transitions.slice(-2),
        answer,
      });
      check.holds("at is not the moment that the caller stated", (last ?? 0) > Date.parse(timestamp) + HOUR_MS / 2, {
        expected: "the server's time",
        actual: read.transitions.at(-1),
        answer,
      });
      check.holds("at is not in the future", (last ?? 0) <= context.world.now() + SKEW_MS, {
        expected: "now",
        actual: read.transitions.at(-1),
        answer,
      });
    });
  },
});
