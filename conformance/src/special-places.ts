import type { CaseContext } from "./case-context.ts";
import { pick, pickList, pickText } from "./json-path.ts";
import type { CredentialKind } from "./settings.ts";
import type { BookableOffer, Slot, SlotBook } from "./slot-book.ts";
import type { World } from "./world.ts";

const MOST_OFFERS_TRIED = 12;
const DAY_MS = 86_400_000;

/** An offer, and free times of the provider that it is booked with. */
export interface Place {
  readonly offer: BookableOffer;
  readonly slots: SlotBook;
}

/**
 * An offer that is delivered with a resource of the booker's choice, free times of the bound provider, and those of its
 * other providers. Where there is none, the plainest offer: a request may name a resource, too (lifecycle 9.1).
 * @throws Unmet when nothing at all is bookable.
 */
export function placeWithResource(world: World): Promise<Place & { others: readonly Slot[] }> {
  return world.once("with a resource", async () => {
    const plain = await world.bookable();
    const provider = plain.offer.providerId;
    for (const id of (await world.offerIds()).slice(0, MOST_OFFERS_TRIED)) {
      const offer = await world.readOffer(id);
      if (offer === null || !offer.needsResource || offer.fixedResourceId !== undefined || offer.needsPrepayment)
        continue;
      const own = await world.slotsOf(offer, { provider });
      if (own.length === 0) continue;
      const others = await world.slotsOf(offer, { notProvider: provider });
      return { offer: { ...offer, providerId: provider }, slots: plain.slots.sharingClient(own), others };
    }
    return { ...plain, others: await world.slotsOf(plain.offer, { notProvider: provider }) };
  });
}

/** What a booking of an offer that is paid first has to say, and as whom it is asked for. */
export interface PrepaidPlace {
  readonly as: CredentialKind;
  readonly attributes: Readonly<Record<string, unknown>>;
}

/**
 * Free times of a public offer that is paid before it is booked: of the organization under test, else of its neighbour on
 * the same node, where the run has a credential of it. Null where neither has such an offer.
 */
export async function prepaidPlaces(context: CaseContext): Promise<readonly PrepaidPlace[] | null> {
  for (const [as, client] of [
    ["organization", null],
    ["foreign_organization", "foreign_client"],
  ] as const) {
    if (client !== null && !(context.node.has(as) && context.node.has(client))) continue;
    const slug = client === null ? await context.world.organizationSlug() : context.node.credential(as).organization;
    if (slug === undefined) continue;
    const offer = await prepaidOffer(context, slug, as);
    if (offer === null) continue;
    const from = context.world.now() + DAY_MS;
    const answer = await context.node.call("scheduling.check_availability", {
      query: {
        org_slug: slug,
        service_id: offer,
        date_from: dateOf(from),
        date_to: dateOf(from + 27 * DAY_MS),
        per_page: 100,
      },
      as: null,
    });
    const actor = await context.world.actorOf(as);
    const clientId = client === null ? await context.world.newClient() : context.node.partyId(client);
    const places = pickList(answer.body, "data").map((item) => ({
      as,
      attributes: {
        service_id: offer,
        provider_id: pickText(item, "attributes.provider_id"),
        client_id: clientId,
        starts_at: pickText(item, "attributes.starts_at"),
        actor,
      },
    }));
    if (places.length > 0) return places;
  }
  return null;
}

/** Id of a public offer that needs prepayment and no resource. */
async function prepaidOffer(context: CaseContext, slug: string, as: CredentialKind): Promise<string | null> {
  const answer = await context.node.call("services.list", { path: { org_slug: slug }, query: { per_page: 100 }, as });
  const found = pickList(answer.body, "data").find(
    (item) =>
      pick(item, "attributes.requires_prepayment") === true && pick(item, "attributes.requires_resource") !== true,
  );
  return pickText(found, "id") ?? null;
}

function dateOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
