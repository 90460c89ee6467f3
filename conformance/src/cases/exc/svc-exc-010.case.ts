import { expectUnmoved, need } from "../../case-steps.ts";
import { contractOf, readContract } from "../../contract-view.ts";
import { defineCase } from "../../define-case.ts";
import { DISPUTABLE, dispute, expectDisputed } from "../../dispute-steps.ts";
import { pickText } from "../../json-path.ts";
import { ownSession } from "../../near-slots.ts";

const HOUR_MS = 3_600_000;
// A busy node may take a while between the move of its clock and the call.
const MARGIN_MS = 30_000;

export default defineCase({
  requirement: "SVC-EXC-010",
  title: "a dispute is accepted after the delivery and within the window, and refused later",
  phase: "clock",
  async run(context) {
    await context.world.meetClock();
    let control = null;
    for (const from of DISPUTABLE) {
      control = await context.positive(`from ${from}`, async (check) => {
        await expectDisputed(context, check, await ownSession(context, from), from);
      });
    }
    if (control === null) return;
    await context.negative("from in_progress", control, async (check) => {
      const session = await ownSession(context, "in_progress");
      const { session: before } = await context.journeys.read(session.id);
      check.refused(await dispute(context, session), "INVALID_TRANSITION");
      await expectUnmoved(context, check, before);
    });
    // Not charged, they stay disputable: nothing verifies them before the window ends (lifecycle 5).
    const [early, late] = [await ownSession(context, "documented"), await ownSession(context, "documented")];
    const terms = contractOf(await readContract(context, early.id));
    const endOf = async (id: string): Promise<number> => {
      const { session } = await context.journeys.read(id);
      const delivered = session.transitions.find((record) => record.to === "delivered")?.at;
      return Date.parse(need(delivered, "the moment of delivery")) + terms.disputeWindowHours * HOUR_MS;
    };
    const inTime = await context.positive("seconds before the window ends", async (check) => {
      await context.world.moveClockTo((await endOf(early.id)) - MARGIN_MS);
      await expectDisputed(context, check, early, "documented");
    });
    await context.negative("seconds after the window has ended", inTime, async (check) => {
      await context.world.moveClockTo((await endOf(late.id)) + MARGIN_MS);
      const { session: before, answer } = await context.journeys.read(late.id);
      check.equal("state before", { expected: "documented", actual: before.state, answer });
      check.refused(await dispute(context, late), "DISPUTE_WINDOW_CLOSED");
      await expectUnmoved(context, check, before);
      const { answer: read } = await context.journeys.read(late.id);
      const status = pickText(read.body, "data.attributes.billing.status");
      check.equal("billing.status", { expected: "pending", actual: status, answer: read });
    });
  },
});
