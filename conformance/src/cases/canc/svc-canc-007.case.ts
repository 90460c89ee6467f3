import { expectPenaltyAt } from "../../cancellation-steps.ts";
import { expectUnmoved, need } from "../../case-steps.ts";
import { offerWhere } from "../../contract-view.ts";
import { defineCase } from "../../define-case.ts";
import { bookRow, startOf } from "../../near-slots.ts";
import { cancelAs, moveAs } from "../../session-acts.ts";

const HOUR_MS = 3_600_000;
// A busy node may take a while between the move of its clock and the call.
const MARGIN_MS = 30_000;

export default defineCase({
  requirement: "SVC-CANC-007",
  title: "a client cannot cancel later than the contract allows; the organization still can",
  phase: "clock",
  async run(context) {
    await context.world.advanceClock(1);
    const chosen = await offerWhere(context, ({ contract }) => contract.latestHoursBefore !== undefined);
    if (chosen === undefined) return context.notApplicable("no contract names latest_hours_before, which is optional");
    const { offer, contract } = chosen;
    const limit = need(contract.latestHoursBefore) * HOUR_MS;
    const from = context.world.now() + limit + HOUR_MS;
    const [early, late] = await bookRow(context, offer, { count: 2, from });
    const control = await context.positive("seconds before the last moment", async (check) => {
      const beforeMs = limit + MARGIN_MS;
      await expectPenaltyAt(context, check, { session: need(early), tiers: contract.tiers, beforeMs });
    });
    const refused = await context.negative("seconds after the last moment", control, async (check) => {
      const session = need(late);
      await context.world.moveClockTo(startOf(session) - limit + MARGIN_MS);
      const { session: before } = await context.journeys.read(session.id);
      check.refused(await cancelAs(context, session, "client"), "CANCELLATION_OUTSIDE_POLICY");
      const moved = await moveAs(context, session, { to: "cancelled", party: "client" });
      check.refused(moved, "CANCELLATION_OUTSIDE_POLICY");
      await expectUnmoved(context, check, before);
    });
    await context.positive("that late, by the organization", async (check) => {
      if (!refused.passed) check.notVerified("the client was not refused before");
      const answer = await cancelAs(context, need(late), "organization");
      check.resource(answer, 200, "sessions");
      check.state(answer, "cancelled");
    });
  },
});
