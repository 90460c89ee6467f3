import { dataOf, expectEqual, expectThat } from "../expect.ts";
import { inWords } from "../money.ts";
import type { Cast, Clinic, Narrate } from "./cast.ts";

/** Discovery and understanding: find the clinic, its offer and the contract that will bind. */
export async function findClinic(cast: Cast, narrate: Narrate): Promise<Clinic> {
  const manifest = await cast.stranger.call("registry.manifest");
  expectEqual("status of the manifest", manifest.status, 200);
  const capabilities = dataOf("capabilities", await cast.stranger.call("capabilities.get")).attributes;
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
    ({ attributes }) =>
      attributes.provider_ids?.includes(cast.provider.id) &&
      !attributes.requires_resource &&
      !attributes.requires_prepayment,
  );
  expectThat("the provider of the story delivers an offer", offer !== undefined);
  const contract = dataOf(
    "contract.get",
    await cast.client.call("contract.get", { service_id: offer.id, org_id: cast.organizationSlug }),
  ).attributes;
  narrate(
    `read the contract of "${offer.attributes.name}": ${inWords(offer.attributes.price)}, evidence ${contract.required_evidence.join(", ") || "none"}`,
  );
  return {
    organizationId: contract.organization_id,
    offer,
    contract,
    declared: new Set(capabilities.capabilities),
    sandboxClock: capabilities.sandbox_clock === true,
  };
}
