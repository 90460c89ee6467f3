import type { AvailabilitySlot } from "@servicialo/schema/0.8/types";
import { dataOf, expectEqual, expectThat } from "../expect.ts";
import type { Cast, Clinic, Narrate } from "./cast.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** Discovery and understanding: find the clinic, its offer and the contract that will bind. */
export async function findClinic(cast: Cast, narrate: Narrate): Promise<Clinic> {
  const manifest = await cast.stranger.call("registry.manifest");
  expectEqual("status of the manifest", manifest.status, 200);
  const capabilities = dataOf("capabilities", await cast.stranger.call("capabilities.get"));
  const found = dataOf(
    "registry.search",
    await cast.stranger.call("registry.search", { vertical: "health", country: "cl" }),
  );
  const clinic = found.find((organization) => organization.attributes.slug === cast.organizationSlug);
  expectThat(`the clinic ${cast.organizationSlug} is found by its vertical`, clinic !== undefined);
  narrate(`found ${clinic.attributes.name} (${cast.organizationSlug})`);
  const offers = dataOf(
    "services.list",
    await cast.stranger.call("services.list", { org_slug: cast.organizationSlug }),
  );
  const offer = offers.find(
    ({ attributes }) => attributes.provider_ids?.includes(cast.provider.id) && !attributes.requires_resource,
  );
  expectThat("the provider of the story delivers an offer", offer !== undefined);
  const contract = dataOf(
    "contract.get",
    await cast.client.call("contract.get", { service_id: offer.id, org_id: cast.organizationSlug }),
  );
  const price = offer.attributes.price;
  narrate(
    `read the contract of "${offer.attributes.name}": ${price.value} ${price.currency}, evidence ${contract.attributes.required_evidence.join(", ") || "none"}`,
  );
  return {
    organizationId: contract.attributes.organization_id,
    offer,
    contract: contract.attributes,
    sandboxClock: capabilities.attributes.sandbox_clock === true,
  };
}

/**
 * Free slots of the story's provider for the coming two weeks, by start, seen with the client's own calendar.
 * @param notBefore earliest start that is of use
 */
export async function findSlots(cast: Cast, clinic: Clinic, notBefore: Date): Promise<AvailabilitySlot[]> {
  const slots = dataOf(
    "scheduling.check_availability",
    await cast.client.call("scheduling.check_availability", {
      org_slug: cast.organizationSlug,
      service_id: clinic.offer.id,
      provider_id: cast.provider.id,
      date_from: localDate(notBefore),
      date_to: localDate(new Date(notBefore.getTime() + 14 * DAY_MS)),
      per_page: 100,
    }),
  );
  const free = slots
    .map(({ attributes }) => attributes)
    .filter((slot) => Date.parse(slot.starts_at) >= notBefore.getTime());
  expectThat("the provider has free slots within two weeks", free.length >= 2);
  return free;
}

function localDate(instant: Date): string {
  return instant.toISOString().slice(0, 10);
}
