import { dataOf, expectEqual, expectRefused, expectThat } from "../expect.ts";
import { inWords } from "../money.ts";
import { type Flow, LeftOut, type Offer, type Party, type Scene } from "./cast.ts";
import { DAY_MS, nodeTime } from "./sandbox-time.ts";

interface PrepaidOffer {
  readonly offer: Offer;
  readonly organizationSlug: string;
  readonly client: Party;
}

/** An offer that is paid first: the booking is answered with the way to pay, and nothing is booked. */
export const prepayment: Flow = {
  title: "an offer that is paid first",
  needs: [],
  async play(scene) {
    const { offer, organizationSlug, client } = await findPrepaid(scene);
    const now = (await nodeTime(scene)).getTime();
    const slots = async () =>
      dataOf(
        "scheduling.check_availability",
        await client.call("scheduling.check_availability", {
          org_slug: organizationSlug,
          service_id: offer.id,
          date_from: day(now + 2 * DAY_MS),
          date_to: day(now + 9 * DAY_MS),
        }),
      );
    const [free] = await slots();
    expectThat("the offer that is paid first has a free slot", free?.attributes.provider_id !== undefined);
    const { starts_at, provider_id } = free.attributes;
    const asked = await client.call("scheduling.book", {
      service_id: offer.id,
      provider_id,
      client_id: client.id,
      starts_at,
      actor: { type: "client", id: client.id },
      human_intent_confirmed: true,
    });
    expectRefused("booking before it is paid", asked, 402, "PAYMENT_REQUIRED");
    expectCheckout(asked.refused ? asked.errors[0]?.meta?.checkout : undefined, now);
    const [still] = await slots();
    expectEqual("the slot is still free", still?.attributes.starts_at, starts_at);
    scene.narrate(`"${offer.attributes.name}" is paid first: sent to a checkout of ${inWords(offer.attributes.price)}`);
  },
};

/** @throws {LeftOut} when no public offer is paid first */
async function findPrepaid({ cast }: Scene): Promise<PrepaidOffer> {
  const { client, organizationSlug, neighbour } = cast;
  const catalogues = [{ client, organizationSlug }, ...(neighbour === null ? [] : [neighbour])];
  for (const catalogue of catalogues) {
    const offers = dataOf(
      "services.list",
      await cast.stranger.call("services.list", { org_slug: catalogue.organizationSlug }),
    );
    const offer = offers.find(({ attributes }) => attributes.requires_prepayment);
    if (offer) return { ...catalogue, offer };
  }
  throw new LeftOut("no public offer is paid before it is booked");
}

function expectCheckout(checkout: unknown, now: number): void {
  expectThat("the refusal says where to pay", typeof checkout === "object" && checkout !== null);
  const { url, payment_intent_id, expires_at } = checkout as Record<string, unknown>;
  expectThat("the checkout has an address", typeof url === "string" && URL.canParse(url));
  expectThat("the checkout has an id", typeof payment_intent_id === "string" && payment_intent_id !== "");
  expectThat("the checkout ends later", Date.parse(String(expires_at)) > now);
}

function day(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
