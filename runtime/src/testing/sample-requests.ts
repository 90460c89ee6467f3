import type { OperationId } from "@servicialo/schema/0.8/operations";
import { mandateWish } from "./agents.ts";
import { CLINICAL_RECORD, type Clinic } from "./clinic.ts";
import { packageTerms } from "./orders.ts";
import type { Party } from "./party-client.ts";
import { publicRequest } from "./public-lane.ts";

/** A request that an operation accepts as far as its schema and its caller go. */
export interface SampleRequest {
  readonly input: Record<string, unknown>;
  /** Who may make it. */
  readonly as: Party;
}

/** What the samples address; all of it exists at the clinic. */
export interface Addressed {
  readonly sessionId: string;
  readonly saleId: string;
  readonly orderId: string;
  /** Of a booking in the public lane. */
  readonly bookingToken: string;
  readonly subscriptionId: string;
  readonly deliveryId: string;
  /** Of the organization. */
  readonly mandateId: string;
  /** Of a question that the organization has to answer. */
  readonly confirmationId: string;
}

/** Such a request for every operation that takes any input. */
export function sampleRequests(
  clinic: Clinic,
  { sessionId, saleId, orderId, bookingToken, subscriptionId, deliveryId, mandateId, confirmationId }: Addressed,
): Partial<Record<OperationId, SampleRequest>> {
  const session = { session_id: sessionId };
  const order = { order_id: orderId };
  const subscription = { subscription_id: subscriptionId };
  const resource = { resource_id: clinic.id("Box 1") };
  const parties = {
    service_id: clinic.id("Physiotherapy session"),
    provider_id: clinic.id("Camila Rojas"),
    client_id: clinic.id("María"),
  };
  const organization = (input: Record<string, unknown>): SampleRequest => ({ input, as: "organization" });
  const slug = { org_slug: "clinica-andes" };
  const mandate = { mandate_id: mandateId };
  const confirmation = { confirmation_id: confirmationId };
  const registered = { ...slug, country: "cl" };
  const endpoint = { rest_url: `${clinic.demo.node.url}/servicialo/v1` };
  return {
    "a2a.get_agent_card": organization(slug),
    "audit.list": organization({ principal_id: "clinica-andes" }),
    "clients.get_or_create": organization({ email: "ana@correo.example", name: "Ana", last_name: "Silva" }),
    "confirmations.approve": organization(confirmation),
    "confirmations.get": organization(confirmation),
    "confirmations.reject": organization(confirmation),
    "contract.get": organization({ service_id: parties.service_id, org_id: "clinica-andes" }),
    "delivery.checkin": organization(session),
    "delivery.checkout": { input: session, as: "provider" },
    "delivery.record_evidence": organization({ ...session, ...CLINICAL_RECORD }),
    "discovery.get_a2a_card": organization(slug),
    "discovery.get_agent_card": organization(slug),
    "documentation.create": organization({ ...session, content: "as planned" }),
    "lifecycle.get_state": organization(session),
    "lifecycle.transition": organization({ ...session, to_state: "scheduled" }),
    "mandates.audit": organization(mandate),
    "mandates.get": organization(mandate),
    "mandates.issue": organization(mandateWish(clinic, "organization", { scopes: ["service:read"] })),
    "mandates.reactivate": organization(mandate),
    "mandates.revoke": organization(mandate),
    "mandates.suspend": organization(mandate),
    "payments.create_sale": organization({ ...parties, unit_price: 35_000 }),
    "payments.get_status": organization({ sale_id: saleId }),
    "payments.record_payment": organization({ sale_id: saleId, amount: 1000, method: "efectivo" }),
    "public_bookings.cancel": organization({ ...slug, booking_token: bookingToken }),
    "public_bookings.confirm": organization({ ...slug, confirmation_token: "pbc_unknown" }),
    "public_bookings.create": organization(publicRequest(clinic, { startsAt: "2026-03-25T10:00:00-03:00" })),
    "public_bookings.get": organization({ ...slug, booking_token: bookingToken }),
    "public_bookings.reschedule": organization({
      ...slug,
      booking_token: bookingToken,
      new_datetime: "2026-03-26T10:00:00-03:00",
    }),
    "registry.get_organization": organization(slug),
    "registry.search": organization({ vertical: "health" }),
    "resolve.lookup": organization(registered),
    "resolve.register": organization({ slug: "clinica-andes", country: "cl", name: "Clínica Andes", ...endpoint }),
    "resolve.search": organization({ country: "cl" }),
    "resolve.update_endpoint": organization({ ...registered, ...endpoint }),
    "resource.create": organization({ organization_id: "clinica-andes", name: "Box 3", type: "box", capacity: 1 }),
    "resource.delete": organization(resource),
    "resource.get": organization(resource),
    "resource.get_availability": organization({ ...resource, date_from: "2026-03-09", date_to: "2026-03-10" }),
    "resource.list": organization({ organization_id: "clinica-andes" }),
    "resource.update": organization({ ...resource, name: "Box one" }),
    "sandbox.set_clock": organization({ advance_seconds: 60 }),
    "scheduling.book": organization({ ...parties, starts_at: "2026-03-25T09:00:00-03:00" }),
    "scheduling.cancel": organization(session),
    "scheduling.check_availability": organization({
      ...slug,
      date_from: "2026-03-09",
      date_to: "2026-03-10",
      service_id: parties.service_id,
    }),
    "scheduling.confirm": organization(session),
    "scheduling.reschedule": organization({ ...session, new_datetime: "2026-03-26T09:00:00-03:00" }),
    "service.get": organization({ service_id: sessionId }),
    "service_orders.activate": { input: order, as: "client" },
    "service_orders.create": organization(packageTerms(clinic)),
    "service_orders.get": organization(order),
    "service_orders.get_ledger": organization(order),
    "service_orders.propose": organization(order),
    "service_orders.transition": organization({ ...order, to_state: "cancelled", reason: "no longer wanted" }),
    "service_orders.update": organization({
      ...order,
      scope: { description: "less", service_types: ["physical_therapy_session"] },
    }),
    "services.list": organization(slug),
    "telemetry.heartbeat": organization({ ...registered, heartbeat: true }),
    "trust.get_score": organization(registered),
    "webhooks.create_subscription": organization({
      url: "https://hooks.example.cl/other",
      subscribed_events: ["booking.created"],
    }),
    "webhooks.delete_subscription": organization(subscription),
    "webhooks.get_delivery": organization({ delivery_id: deliveryId }),
    "webhooks.reactivate_subscription": organization(subscription),
    "webhooks.rotate_secret": organization(subscription),
    "webhooks.test_subscription": organization(subscription),
    "webhooks.update_subscription": organization({ ...subscription, subscribed_events: ["booking.cancelled"] }),
  };
}
