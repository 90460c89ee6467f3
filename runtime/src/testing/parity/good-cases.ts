import type { OperationId } from "@servicialo/schema/0.8/operations";
import { everythingAddressed } from "../addressed.ts";
import { CLINICAL_RECORD, type Clinic, PLACE, succeeded } from "../clinic.ts";
import { draftOrder, packageTerms } from "../orders.ts";
import { type SampleRequest, sampleRequests } from "../sample-requests.ts";

type Requests = Partial<Record<OperationId, SampleRequest>>;

/** What stands ready at a clinic: requests that are refused or not, and for every tool one that has to succeed. */
export interface Prepared {
  readonly samples: Requests;
  readonly good: Requests;
}

/** Puts things into the clinic so that every tool has one to act on. */
export async function prepare(clinic: Clinic): Promise<Prepared> {
  const samples = sampleRequests(clinic, await everythingAddressed(clinic));
  const inState = async (state: Parameters<Clinic["sessionIn"]>[0]) => ({ session_id: await clinic.sessionIn(state) });
  const delivered = await inState("delivered");
  const recorded = await inState("delivered");
  succeeded(await clinic.call("provider", "delivery.record_evidence", { ...recorded, ...CLINICAL_RECORD }));
  const draft = { order_id: await draftOrder(clinic) };
  const proposed = { order_id: await draftOrder(clinic) };
  succeeded(await clinic.call("organization", "service_orders.propose", proposed));
  const wish = { organization_id: "clinica-andes", name: "Box 9", type: "box", capacity: 1 };
  const { id: spare } = succeeded(await clinic.call("organization", "resource.create", wish)).body.data;
  const parties = {
    service_id: clinic.id("Physiotherapy session"),
    provider_id: clinic.id("Camila Rojas"),
    client_id: clinic.id("María"),
  };
  const by = (as: SampleRequest["as"], input: Record<string, unknown>): SampleRequest => ({ as, input });
  const acting: Requests = {
    "delivery.checkin": by("provider", { ...(await inState("confirmed")), location: PLACE }),
    "delivery.checkout": by("provider", { ...(await inState("in_progress")), location: PLACE }),
    "delivery.record_evidence": by("provider", { ...delivered, ...CLINICAL_RECORD }),
    "documentation.create": by("provider", { ...recorded, content: "As planned." }),
    "lifecycle.transition": by("organization", { ...(await inState("requested")), to_state: "scheduled" }),
    "payments.create_sale": by("organization", {
      ...parties,
      ...(await inState("documented")),
      unit_price: 35_000,
    }),
    "resolve.register": by("foreign_organization", {
      ...samples["resolve.register"]?.input,
      slug: "tutores-plaza",
      name: "Tutores Plaza",
    }),
    "resource.create": by("organization", { ...wish, name: "Box 10" }),
    "resource.delete": by("organization", { resource_id: spare }),
    "scheduling.book": by("client", { ...parties, starts_at: clinic.nextSlot() }),
    "scheduling.cancel": by("organization", { ...(await inState("scheduled")), reason: "strike" }),
    "scheduling.confirm": by("client", await inState("scheduled")),
    "scheduling.reschedule": by("client", { ...(await inState("scheduled")), new_datetime: clinic.nextSlot() }),
    "service_orders.activate": by("client", proposed),
    "service_orders.create": by("organization", packageTerms(clinic)),
    "service_orders.propose": by("organization", draft),
  };
  return { samples, good: { ...samples, ...acting } };
}
