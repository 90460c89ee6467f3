import { expectUnmoved, need } from "../../case-steps.ts";
import { offerWhere } from "../../contract-view.ts";
import { defineCase } from "../../define-case.ts";
import { bookRow } from "../../near-slots.ts";
import { afterGrace, markAbsent, tryMarkAbsent } from "../../no-show-steps.ts";

export default defineCase({
  requirement: "SVC-EXC-004",
  title: "a client no-show ends a confirmed session, and not before the grace period is over",
  phase: "clock",
  async run(context) {
    await context.world.advanceClock(1);
    const { offer, contract } = need(await offerWhere(context));
    const [absent, waited, unconfirmed] = await bookRow(context, offer, { count: 3, state: "scheduled" });
    for (const session of [absent, waited]) await context.journeys.advance(need(session), "confirmed");
    const control = await context.positive("a minute after the grace period", async (check) => {
      await afterGrace(context, need(absent), contract);
      const { answer, session } = await markAbsent(context, need(absent));
      check.equal("state", { expected: "cancelled", actual: session.state, answer });
      const last = session.transitions.at(-1);
      check.equal("the last move", { expected: ["confirmed", "cancelled"], actual: [last?.from, last?.to], answer });
      const records = session.exceptions.filter((record) => record.type === "no_show");
      check.equal("records of the type no_show", { expected: 1, actual: records.length, answer });
      const by = records[0]?.initiated_by;
      const markers = ["system", (await context.world.actorOf("organization")).id, last?.by];
      check.holds("initiated_by", markers.includes(by as string), {
        expected: "the system, or who marked it",
        actual: by,
        answer,
      });
    });
    await context.negative("a minute before the end of the grace period", control, async (check) => {
      await afterGrace(context, need(waited), contract, -1);
      const { session: before } = await context.journeys.read(need(waited).id);
      check.equal("state before", { expected: "confirmed", actual: before.state });
      check.refused(await tryMarkAbsent(context, need(waited)), "INVALID_TRANSITION");
      await expectUnmoved(context, check, before);
    });
    await context.negative("of a session that is not confirmed", control, async (check) => {
      await afterGrace(context, need(unconfirmed), contract);
      const { session: before } = await context.journeys.read(need(unconfirmed).id);
      check.equal("state before", { expected: "scheduled", actual: before.state });
      check.refused(await tryMarkAbsent(context, need(unconfirmed)), "INVALID_TRANSITION");
      await expectUnmoved(context, check, before);
    });
  },
});
