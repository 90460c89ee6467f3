import { operations } from "@servicialo/schema/0.8/operations";
import type { OrganizationSummary, ServiceOffer } from "@servicialo/schema/0.8/types";
import { bodyOf, expectEqual, expectThat, Mismatch } from "../expect.ts";
import type { Clinic, Offer, Stage } from "./stage.ts";

const TIERS_OF_STRANGERS: readonly string[] = ["discovery", "resolver"];

/** Discovery, without a credential: who is there, and what they offer. Whoever has no key cannot even try to act. */
export async function discover(stage: Stage): Promise<Clinic> {
  const { stranger, narrator, organizationSlug, provider } = stage;
  narrator.scene("Discovery, without a credential");
  const tell = (what: string, ...more: readonly string[]) => narrator.tell("anybody", what, ...more);
  expectThat("the server says how to begin", stranger.mcp.instructions.includes("discover → understand"));
  const tools = await stranger.mcp.tools();
  const acting = Object.values(operations).filter(
    ({ tool, tier }) => tool !== null && tools.includes(tool) && !TIERS_OF_STRANGERS.includes(tier),
  );
  expectEqual("tools that need a credential", acting, []);
  tell(`connects over MCP: ${tools.length} tools, all of them public`);
  await expectUnknown(stage, "scheduling_book");
  tell("scheduling_book", "there is no such tool without a credential");
  const found = await read<OrganizationSummary>(stage, "registry_search", { vertical: "health", country: "cl" });
  const clinic = found.find(({ attributes }) => attributes.slug === organizationSlug);
  expectThat(`the clinic ${organizationSlug} is found by its vertical`, clinic !== undefined);
  tell("registry_search", `found ${clinic.attributes.name} (${organizationSlug})`);
  const { offer, dearOffer } = await chooseOffers(stage, provider.id);
  tell("services_list", ...[offer, dearOffer].map(({ attributes }) => `"${attributes.name}", ${priceOf(attributes)}`));
  const capabilities = bodyOf("capabilities", await stranger.node.call("capabilities.get")).data.attributes;
  return {
    context: `org:${organizationSlug}`,
    offer,
    dearOffer,
    sandboxClock: capabilities.sandbox_clock === true,
  };
}

/** One that the story's provider delivers, and one that costs more; neither needs a room or a payment in advance. */
async function chooseOffers(stage: Stage, providerId: string) {
  const input = { org_slug: stage.organizationSlug, per_page: 100 };
  const offers = (await read<ServiceOffer>(stage, "services_list", input)).filter(
    ({ attributes }) => !attributes.requires_resource && !attributes.requires_prepayment,
  );
  const own = offers.filter(
    ({ attributes: { provider_ids: ids, required_evidence: kinds } }) =>
      ids?.includes(providerId) && kinds?.includes("clinical_record"),
  );
  const [offer] = own;
  expectThat("the provider of the story delivers an offer that asks for a clinical record", offer !== undefined);
  const dearOffer = offers.find(({ attributes }) => attributes.price.value > offer.attributes.price.value);
  expectThat("there is an offer that costs more", dearOffer !== undefined);
  return { offer, dearOffer } satisfies Record<string, Offer>;
}

async function read<Attributes>(
  { stranger }: Stage,
  tool: string,
  input: object,
): Promise<readonly { readonly id: string; readonly attributes: Attributes }[]> {
  const answer = await stranger.mcp.call(tool, input);
  if (!answer.done) throw new Mismatch(`${tool} for anybody: refused with ${answer.errors[0]?.code}`);
  return (answer.body as { data: { id: string; attributes: Attributes }[] }).data;
}

async function expectUnknown({ stranger }: Stage, tool: string): Promise<void> {
  try {
    await stranger.mcp.call(tool, {});
  } catch (error) {
    expectEqual(`code of the JSON-RPC error of ${tool}`, (error as { code?: unknown }).code, -32602);
    return;
  }
  throw new Mismatch(`${tool} is callable without a credential`);
}

function priceOf({ price }: ServiceOffer): string {
  return `${price.value} ${price.currency}`;
}
