import { askAvailability, datesAround } from "../../availability-steps.ts";
import { need } from "../../case-steps.ts";
import type { Check } from "../../check.ts";
import { defineCase } from "../../define-case.ts";
import { pickText } from "../../json-path.ts";
import { PublicLane } from "../../public-lane.ts";
import type { BookableOffer, Slot } from "../../slot-book.ts";
import { NotApplicable, Unmet } from "../../verdict.ts";

export default defineCase({
  requirement: "SVC-SCHED-017",
  title: "an assigned provider delivers the offer and is free",
  async run(context) {
    const lane = await PublicLane.open(context);
    await context.world.needs("scheduling.check_availability");
    const { offer, slots } = await context.world.bookable();
    if (offer.needsResource)
      context.notVerified("the plainest offer needs a resource, which an assignment has to find as well");

    const freeAt = async (check: Check, slot: Slot): Promise<readonly string[]> => {
      const start = Date.parse(slot.startsAt);
      const shown = await askAvailability(context, check, { ...datesAround(start), service_id: offer.serviceId });
      const ids = shown.slots.filter((one) => one.start === start).flatMap((one) => one.providerId ?? []);
      return [...new Set(ids)];
    };
    const occupy = async (check: Check, slot: Slot, providerId: string) => {
      const { attributes } = await context.journeys.bookingAttributes({
        slot,
        clientId: await context.world.newClient(),
        attributes: { provider_id: providerId },
      });
      const answer = await context.node.call("scheduling.book", { attributes });
      context.journeys.adopt(answer);
      check.resource(answer, 201, "sessions");
    };

    const control = await context.positive("of two providers the one who is free is assigned", async (check) => {
      const { slot, free } = await sharedSlot(
        slots.all,
        (one) => freeAt(check, one),
        () => slots.take(),
      );
      const [busy, ...others] = free;
      await occupy(check, slot, need(busy));
      const answer = await lane.tryBook({ slot, providerId: null });
      // An organization that leaves the choice to the caller asks for provider_id (lifecycle 9.5).
      if (answer.status === 422) throw new NotApplicable("the organization does not assign providers");
      check.resource(answer, 201, "public_bookings");
      const assigned = await providerOf(pickText(answer.body, "data.attributes.session_id"));
      check.holds("the assigned provider", others.includes(assigned), {
        expected: others.join(" or "),
        actual: assigned,
        answer,
      });
      check.holds("the assigned provider delivers the offer", delivers(offer, assigned), {
        expected: offer.providerIds.join(" or "),
        actual: assigned,
        answer,
      });
      return slot;
    });
    await context.negative("with nobody free", control, async (check) => {
      const slot = need(control.value);
      for (const id of await freeAt(check, slot)) await occupy(check, slot, id);
      check.refused(await lane.tryBook({ slot, providerId: null }), "CONFLICT");
    });

    async function providerOf(sessionId: string | undefined): Promise<string> {
      const { session } = await context.journeys.read(need(sessionId, "the session of the booking"));
      return pickText(session.attributes, "provider.id") ?? "nobody";
    }
  },
});

function delivers({ providerIds }: BookableOffer, id: string): boolean {
  return providerIds.length === 0 || providerIds.includes(id);
}

/** A time at which two providers of the offer are free. */
async function sharedSlot(
  all: readonly Slot[],
  freeAt: (slot: Slot) => Promise<readonly string[]>,
  take: () => Slot,
): Promise<{ slot: Slot; free: readonly string[] }> {
  for (let tries = 0; tries < Math.min(all.length, 12); tries += 1) {
    const slot = take();
    const free = await freeAt(slot);
    if (free.length >= 2) return { slot, free };
  }
  throw new Unmet("no time at which two providers of an offer are free");
}
