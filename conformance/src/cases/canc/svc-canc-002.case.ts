import { expectPenaltyAt } from "../../cancellation-steps.ts";
import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import { changesOfClocks } from "../../clock-changes.ts";
import { offerWhere, percentAt, type TermedOffer, type Tier, termedOffers } from "../../contract-view.ts";
import { defineCase } from "../../define-case.ts";
import { bookRow, nearSlots, startOf, tryBookAt, walkOn } from "../../near-slots.ts";
import type { Slot } from "../../slot-book.ts";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
// A busy node may take a while between the move of its clock and the call.
const MARGIN_MS = 30_000;

/** Just above every boundary of a policy, and just below the last one that money depends on; falling. */
function distancesAround(tiers: readonly Tier[]): readonly number[] {
  const limits = tiers.map((tier) => tier.hoursBefore * HOUR_MS).filter((limit) => limit > 0);
  return limits.flatMap((limit) => [limit + MARGIN_MS, limit - MARGIN_MS]);
}

/** A slot, the tiers that bind it, and so much time left that a clock on the wall would choose another tier. */
interface Misleading {
  readonly one: TermedOffer;
  readonly slot: Slot;
  readonly beforeMs: number;
}

/** Looks for a start that is separated by a change of the clocks from the boundary of a tier. */
async function findMisleading(context: CaseContext): Promise<Misleading | null> {
  for (const one of await termedOffers(context)) {
    for (const change of await changesOfClocks(context, one.offer)) {
      const slots = await nearSlots(context, one.offer, { from: change.after, days: 7 });
      for (const { hoursBefore } of one.contract.tiers) {
        // Forward, the wall shows an hour more than has to pass; back, an hour less. Half a shift lies between them.
        const beforeMs = hoursBefore * HOUR_MS - change.shiftMs / 2;
        const { tiers, latestHoursBefore = 0 } = one.contract;
        if (percentAt(tiers, beforeMs) === percentAt(tiers, beforeMs + change.shiftMs)) continue;
        if (beforeMs < latestHoursBefore * HOUR_MS) continue;
        const slot = slots.find((candidate) => startOf(candidate) - beforeMs <= change.before);
        if (slot !== undefined) return { one, slot, beforeMs };
      }
    }
  }
  return null;
}

export default defineCase({
  requirement: "SVC-CANC-002",
  title: "what a cancellation costs follows from the time that has to pass until the start",
  phase: "calendar",
  async run(context) {
    await context.world.advanceClock(1);
    const fits = ({ contract }: TermedOffer) => new Set(contract.tiers.map((tier) => tier.percent)).size > 1;
    const chosen = await offerWhere(context, fits);
    if (chosen === undefined) return context.notApplicable("no contract makes a difference between early and late");
    const { offer, contract } = chosen;
    const latest = (contract.latestHoursBefore ?? 0) * HOUR_MS;
    const distances = distancesAround(contract.tiers).filter((distance) => distance > latest);
    const from = context.world.now() + Math.max(...distances) + HOUR_MS;
    const sessions = await bookRow(context, offer, { count: distances.length, from });
    for (const [index, beforeMs] of distances.entries()) {
      const hours = Number((beforeMs / HOUR_MS).toFixed(4));
      await context.positive(`cancelled ${hours} h before the start`, async (check) => {
        const session = need(sessions[index]);
        await expectPenaltyAt(context, check, { session, tiers: contract.tiers, beforeMs });
      });
    }
    await acrossAChange(context);
  },
});

async function acrossAChange(context: CaseContext): Promise<void> {
  const name = "across a change of the clocks";
  const found = await findMisleading(context);
  if (found === null) {
    const why = "in the coming year no change of the clocks separates a free slot from a boundary of its policy";
    context.note("NOT_APPLICABLE", name, why);
    return;
  }
  await context.positive(name, async (check) => {
    const { one, slot, beforeMs } = found;
    // Booked on the eve: holds and confirmations do not last for months everywhere.
    await context.world.moveClockTo(startOf(slot) - beforeMs - DAY_MS);
    const session = need(await tryBookAt(context, { offer: one.offer, slot }), "the booking after the change");
    await walkOn(context, session, "confirmed");
    await expectPenaltyAt(context, check, { session, tiers: one.contract.tiers, beforeMs });
  });
}
