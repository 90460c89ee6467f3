import { expectBooking, expectMove, expectUnmoved, need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import type { OwnedSession } from "../../journey-steps.ts";

export default defineCase({
  requirement: "SVC-LIFE-006",
  title: "confirming a requested session records scheduled by the system, then confirmed by the actor",
  async run(context) {
    await context.world.needs("scheduling.confirm");
    const { offer } = await context.world.bookable();
    if (offer.confirmationPolicy === "auto")
      context.notVerified("the contract confirms at booking, so no session waits in requested");
    /** Confirms as the policy asks; with `both` the provider side first, whose word is stored (lifecycle P-03). */
    const confirm = async (session: OwnedSession) => {
      const last = ["client", "both"].includes(offer.confirmationPolicy) ? "client" : "organization";
      if (offer.confirmationPolicy === "both") await context.journeys.operate("scheduling.confirm", session);
      return {
        by: (await context.world.actorOf(last)).id,
        answer: await context.journeys.operate("scheduling.confirm", session, { as: last }),
      };
    };
    const records = async (check: Check, session: OwnedSession, by: string, expected: readonly unknown[]) => {
      const { answer, session: read } = await context.journeys.read(session.id);
      const actual = read.transitions.map(({ from, to, by: author, method }) => ({ from, to, by: author, method }));
      check.equal("the records", {
        expected: [{ from: null, to: "requested", by: actual[0]?.by, method: actual[0]?.method }, ...expected],
        actual,
        answer,
      });
      const times = read.transitions.map((record) => Date.parse(record.at ?? ""));
      check.equal("records in the order of time", {
        expected: [...times].sort((a, b) => a - b),
        actual: times,
        answer,
      });
      check.holds("who confirmed", by !== "system", { expected: "a party", actual: by, answer });
    };
    const control = await context.positive("from requested: two records", async (check) => {
      const session = await expectBooking(context, check);
      const { by, answer } = await confirm(session);
      if (check.resource(answer, 200, "sessions")) check.state(answer, "confirmed");
      await records(check, session, by, [
        { from: "requested", to: "scheduled", by: "system", method: "auto" },
        { from: "scheduled", to: "confirmed", by, method: "manual" },
      ]);
    });
    await context.positive("from scheduled: one record", async (check) => {
      const session = await expectBooking(context, check);
      await expectMove(context, check, { session, to: "scheduled" });
      const { by, answer } = await confirm(session);
      if (check.resource(answer, 200, "sessions")) check.state(answer, "confirmed");
      const { session: read, answer: reading } = await context.journeys.read(session.id);
      check.equal("states in the history", {
        expected: ["requested", "scheduled", "confirmed"],
        actual: read.transitions.map((record) => record.to),
        answer: reading,
      });
      check.equal("who confirmed", { expected: by, actual: read.transitions.at(-1)?.by, answer: reading });
    });
    for (const from of ["in_progress", "cancelled"]) {
      await context.negative(`from ${from}`, control, async (check) => {
        const session = await context.journeys.reach(from);
        const { session: before } = await context.journeys.read(session.id);
        const { answer } = await confirm(need(session));
        check.refused(answer, "INVALID_TRANSITION");
        await expectUnmoved(context, check, before);
      });
    }
  },
});
