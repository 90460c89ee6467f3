import { expectPenaltyAt } from "../../cancellation-steps.ts";
import { need } from "../../case-steps.ts";
import { DEFAULT_TIERS, offerWhere, type TermedOffer } from "../../contract-view.ts";
import { defineCase } from "../../define-case.ts";
import { bookRow } from "../../near-slots.ts";

const HOUR_MS = 3_600_000;
const SECOND_MS = 1_000;

/**
 * Falling, so that time only goes on. A clock that goes on cannot be stopped at a boundary: the command arrives a moment
 * after it, which at 24 h costs half and at 2 h may be either side.
 */
const DISTANCES: readonly { readonly name: string; readonly beforeMs: number }[] = [
  { name: "25 h", beforeMs: 25 * HOUR_MS },
  { name: "24 h and 5 s", beforeMs: 24 * HOUR_MS + 5 * SECOND_MS },
  { name: "24 h", beforeMs: 24 * HOUR_MS },
  { name: "24 h less 5 s", beforeMs: 24 * HOUR_MS - 5 * SECOND_MS },
  { name: "2 h and 5 s", beforeMs: 2 * HOUR_MS + 5 * SECOND_MS },
  { name: "2 h", beforeMs: 2 * HOUR_MS },
  { name: "2 h less 5 s", beforeMs: 2 * HOUR_MS - 5 * SECOND_MS },
  { name: "1 h", beforeMs: HOUR_MS },
];

/** The hours and percentages of the default; on which side its boundaries lie is what is judged. */
function hasDefault({ contract, offer }: TermedOffer): boolean {
  const named = contract.tiers.map(({ hoursBefore, percent }) => [hoursBefore, percent]);
  const wanted = DEFAULT_TIERS.map(({ hoursBefore, percent }) => [hoursBefore, percent]);
  return String(named) === String(wanted) && contract.latestHoursBefore === undefined && offer.price.value > 0;
}

export default defineCase({
  requirement: "SVC-CANC-003",
  title: "by default a cancellation is free above 24 h, costs half down to 2 h, and all below",
  phase: "clock",
  async run(context) {
    await context.world.advanceClock(1);
    const chosen = await offerWhere(context, hasDefault);
    if (chosen === undefined)
      return context.notApplicable("every contract has a policy of its own in place of the default");
    const from = context.world.now() + 26 * HOUR_MS;
    const sessions = await bookRow(context, chosen.offer, { count: DISTANCES.length, from });
    for (const [index, { name, beforeMs }] of DISTANCES.entries()) {
      await context.positive(`cancelled ${name} before the start`, async (check) => {
        await expectPenaltyAt(context, check, { session: need(sessions[index]), tiers: DEFAULT_TIERS, beforeMs });
      });
    }
  },
});
