import type { CaseContext } from "./case-context.ts";
import { need } from "./case-steps.ts";

/** Terms of a plain order of the run's client: a fixed price, paid upfront, for services of the bookable offer's type. */
export async function orderTerms(
  context: CaseContext,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<Record<string, unknown>> {
  const { offer } = await context.world.bookable();
  const clientId = await context.world.clientId();
  const type = need(offer.type, "the type of the bookable offer");
  return {
    organization_id: await context.world.organizationId(),
    client_id: clientId,
    payer_id: clientId,
    scope: { description: "Certification run", service_types: [type], quantity_limit: 4 },
    term: { type: "per_event", starts_at: new Date(context.world.now()).toISOString() },
    pricing: { model: "fixed", currency: offer.price.currency, fixed_amount: offer.price.value * 4 },
    payment_schedule: { type: "upfront" },
    actor: await context.world.actorOf("organization"),
    ...changes,
  };
}
