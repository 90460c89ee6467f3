import { expectPenaltyAt } from "../../cancellation-steps.ts";
import { need } from "../../case-steps.ts";
import { type TermedOffer, type Tier, termedOffers } from "../../contract-view.ts";
import { defineCase } from "../../define-case.ts";
import { toMinor } from "../../money-amounts.ts";
import { bookRow } from "../../near-slots.ts";

const HOUR_MS = 3_600_000;

interface Rounded {
  readonly one: TermedOffer;
  readonly beforeMs: number;
  /** Hundredths of the smallest unit that rounding decides about. */
  readonly rest: number;
}

/** Where the penalty falls between two smallest units, with the moment in the middle of the tier. */
function roundedIn(one: TermedOffer): readonly Rounded[] {
  const { offer, contract } = one;
  const price = toMinor(offer.price.value, offer.price.currency);
  const latest = contract.latestHoursBefore ?? 0;
  return contract.tiers.flatMap((tier: Tier, index) => {
    const rest = (price * tier.percent) % 100;
    const upper = contract.tiers[index - 1]?.hoursBefore ?? tier.hoursBefore + 4;
    const beforeMs = ((Math.max(tier.hoursBefore, latest) + upper) / 2) * HOUR_MS;
    return rest === 0 || upper <= latest ? [] : [{ one, beforeMs, rest }];
  });
}

export default defineCase({
  requirement: "SVC-CANC-004",
  title: "a penalty is rounded half up to the smallest unit of its currency",
  phase: "clock",
  async run(context) {
    await context.world.advanceClock(1);
    const rounded = (await termedOffers(context)).flatMap(roundedIn);
    // A half is what the rule is about; any other rest still tells rounding down from rounding up.
    const wanted = rounded.find(({ rest }) => rest === 50) ?? rounded[0];
    if (wanted === undefined)
      return context.notApplicable("no price and percentage of a public offer leave anything to round");
    const { one, beforeMs, rest } = wanted;
    const price = `${one.offer.price.value} ${one.offer.price.currency}`;
    await context.positive(`a penalty of a share of ${price} with ${rest} hundredths to round`, async (check) => {
      const from = context.world.now() + beforeMs + HOUR_MS;
      const [session] = await bookRow(context, one.offer, { count: 1, from });
      await expectPenaltyAt(context, check, { session: need(session), tiers: one.contract.tiers, beforeMs });
    });
  },
});
