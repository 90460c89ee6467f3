import type { CaseContext } from "../../case-context.ts";
import { need } from "../../case-steps.ts";
import { type TermedOffer, termedOffers } from "../../contract-view.ts";
import { defineCase } from "../../define-case.ts";
import { nearSlots, startOf, tryBookAt, walkOn } from "../../near-slots.ts";
import { afterGrace, markAbsent } from "../../no-show-steps.ts";
import type { Slot } from "../../slot-book.ts";

const MINUTE_MS = 60_000;

interface Remainder {
  readonly one: TermedOffer;
  /** Who is booked here does not come. */
  readonly slot: Slot;
  /** Begins after the grace period, and before that slot would have ended. */
  readonly rest: Slot;
}

/** A slot and a later one that takes up the rest of it: the whole interval lies in the past once the grace is over. */
async function findRemainder(context: CaseContext): Promise<Remainder | null> {
  for (const one of await termedOffers(context)) {
    const slots = await nearSlots(context, one.offer);
    for (const slot of slots) {
      const earliest = startOf(slot) + (one.contract.graceMinutes + 2) * MINUTE_MS;
      const rest = slots.find((other) => startOf(other) > earliest && startOf(other) < Date.parse(slot.endsAt));
      if (rest !== undefined) return { one, slot, rest };
    }
  }
  return null;
}

export default defineCase({
  requirement: "SVC-EXC-006",
  title: "a client no-show frees the slot; the counter of the client shows nowhere on the wire",
  phase: "clock",
  async run(context) {
    await context.world.advanceClock(1);
    const found = await findRemainder(context);
    if (found === null)
      return context.notVerified("no slot begins between the grace period and the end of another one");
    const { one, slot, rest } = found;
    const session = need(await tryBookAt(context, { offer: one.offer, slot }), "the booking");
    await walkOn(context, session, "confirmed");
    await context.positive("the rest of the slot, before and after", async (check) => {
      await afterGrace(context, session, one.contract, -1);
      const taken = await tryBookAt(context, { offer: one.offer, slot: rest });
      check.equal("booked while the client may still come", { expected: null, actual: taken?.id ?? null });
      await afterGrace(context, session, one.contract);
      const { answer, session: read } = await markAbsent(context, session);
      check.equal("state", { expected: "cancelled", actual: read.state, answer });
      const free = await tryBookAt(context, { offer: one.offer, slot: rest });
      check.holds("booked after the no-show", free !== null, { expected: "a session", actual: free?.id ?? "refused" });
    });
  },
});
