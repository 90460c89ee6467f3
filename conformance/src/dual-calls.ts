import { findOperation, type OperationId, type operations } from "./artefacts.ts";
import type { CaseContext } from "./case-context.ts";
import { need } from "./case-steps.ts";
import type { OwnedSession } from "./journey-steps.ts";
import { pickText } from "./json-path.ts";
import type { CallOptions } from "./protocol-client.ts";
import { type ScopedOperation, sampleCalls } from "./sample-calls.ts";
import type { CredentialKind } from "./settings.ts";

/** Operations that have a tool: served over HTTP and over MCP. */
export type DualOperation = {
  [Id in OperationId]: (typeof operations)[Id]["tool"] extends null ? never : Id;
}[OperationId];

/** A lawful call of one operation, good for either door. */
export interface DualCall {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string | number | undefined>>;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly as: CredentialKind;
}

type Wish = Partial<Omit<DualCall, "as">> & { readonly as?: CredentialKind };

const SPAN_MS = 3 * 86_400_000;

/** Makes a call anew, with a subject of its own where the operation changes it. */
export type MakeCall = () => Promise<DualCall>;

/**
 * Lawful calls of every operation that has a tool. One that is new in the table has to be added here: the suite does not
 * compile until it is.
 */
export async function dualCalls(context: CaseContext): Promise<Readonly<Record<DualOperation, MakeCall>>> {
  const slug = await context.world.organizationSlug();
  const { country, vertical = "health" } = await context.world.organization();
  const { offer, slots } = await context.world.bookable();
  const place = { country: country ?? "cl", org_slug: slug };
  const day = (at: number) => new Date(at).toISOString().slice(0, 10);
  const make = (wish: Wish | (() => Promise<Wish>)): MakeCall => {
    return async () => {
      const {
        path = {},
        query = {},
        attributes = {},
        as = "organization",
      } = typeof wish === "function" ? await wish() : wish;
      return { path, query, attributes, as };
    };
  };
  // Samples are made for one caller; each twin gets its own, so that neither finds what the other has done.
  const scoped = (id: ScopedOperation): MakeCall =>
    make(async () => {
      const { path = {}, query = {}, attributes = {} } = await (await sampleCalls(context))[id]();
      return { path, query, attributes };
    });
  const inState = (state: string, wish: (session: OwnedSession) => Wish | Promise<Wish>): MakeCall =>
    make(async () => {
      const session = await context.journeys.walkTo(state, { clientId: await context.world.newClient() });
      return { path: { session_id: session.id }, ...(await wish(session)) };
    });
  const providerSide = context.node.has("provider") ? ("provider" as const) : ("organization" as const);
  return {
    "a2a.get_agent_card": make({ path: { org_slug: slug } }),
    "clients.get_or_create": scoped("clients.get_or_create"),
    "contract.get": scoped("contract.get"),
    "delivery.checkin": inState("confirmed", () => ({ as: providerSide })),
    "delivery.checkout": inState("in_progress", () => ({ as: providerSide })),
    "delivery.record_evidence": inState("in_progress", () => ({
      as: providerSide,
      attributes: { evidence_type: "notes", data: { text: "certification run" } },
    })),
    "docs.quickstart": make({}),
    "documentation.create": inState("delivered", async (session) => {
      await context.journeys.recordRequiredEvidence(session);
      return { as: providerSide, attributes: { content: "Written by a certification run." } };
    }),
    "lifecycle.get_state": scoped("lifecycle.get_state"),
    "lifecycle.transition": scoped("lifecycle.transition"),
    "mandates.get": scoped("mandates.get"),
    "mandates.list": scoped("mandates.list"),
    "mandates.suspend": scoped("mandates.suspend"),
    "payments.create_sale": make(async () => {
      const session = await context.journeys.walkTo("documented", { clientId: await context.world.newClient() });
      const parties = { client_id: session.clientId, service_id: offer.serviceId, provider_id: offer.providerId };
      return { attributes: { ...parties, session_id: session.id, unit_price: session.offer.price.value } };
    }),
    "payments.get_status": make(async () => ({ query: { client_id: await context.world.newClient() } })),
    "payments.record_payment": make(async () => {
      const session = await context.journeys.walkTo("documented", { clientId: await context.world.newClient() });
      const sale = await context.journeys.charge(session);
      const path = { sale_id: need(pickText(sale.body, "data.id"), "a sale") };
      return { path, attributes: { amount: session.offer.price, method: "transferencia" } };
    }),
    "registry.get_organization": make({ path: { org_slug: slug } }),
    "registry.manifest": make({}),
    "registry.search": make({ query: { vertical } }),
    "resolve.lookup": make({ path: place }),
    // Whoever is registered already is told so; registered first, both doors meet the same register.
    "resolve.register": make(async () => {
      const { attributes = {} } = await (await sampleCalls(context))["resolve.register"]();
      const actor = await context.world.actorOf("organization");
      await context.node.call("resolve.register", { attributes: { actor, ...attributes } });
      return { attributes };
    }),
    "resolve.search": make({ path: { country: place.country } }),
    "resolve.update_endpoint": scoped("resolve.update_endpoint"),
    "resource.create": scoped("resource.create"),
    "resource.delete": scoped("resource.delete"),
    "resource.get": scoped("resource.get"),
    "resource.get_availability": scoped("resource.get_availability"),
    "resource.list": scoped("resource.list"),
    "resource.update": scoped("resource.update"),
    "scheduling.book": make(async () => {
      const { attributes } = await context.journeys.bookingAttributes({ clientId: await context.world.newClient() });
      return { attributes };
    }),
    "scheduling.cancel": inState("scheduled", () => ({ attributes: { reason: "certification run" } })),
    "scheduling.check_availability": make(async () => {
      const { startsAt } = slots.take();
      const days = { date_from: day(Date.parse(startsAt)), date_to: day(Date.parse(startsAt) + SPAN_MS) };
      return { query: { org_slug: slug, service_id: offer.serviceId, ...days } };
    }),
    "scheduling.confirm": inState("scheduled", () => ({})),
    "scheduling.reschedule": inState("scheduled", () => ({ attributes: { new_datetime: slots.take().startsAt } })),
    "service.get": scoped("service.get"),
    "service_orders.activate": scoped("service_orders.activate"),
    "service_orders.create": scoped("service_orders.create"),
    "service_orders.get": scoped("service_orders.get"),
    "service_orders.get_ledger": scoped("service_orders.get_ledger"),
    "service_orders.list": scoped("service_orders.list"),
    "service_orders.propose": scoped("service_orders.propose"),
    "services.list": make({ path: { org_slug: slug } }),
    "telemetry.heartbeat": scoped("telemetry.heartbeat"),
    "trust.get_score": make({ path: place }),
  };
}

/** The call with the actor of its credential, where the operation takes one. */
export async function withActor(context: CaseContext, id: DualOperation, call: DualCall): Promise<DualCall> {
  const operation = findOperation(id);
  if (operation?.attributes.includes("actor") !== true) return call;
  return { ...call, attributes: { actor: await context.world.actorOf(call.as), ...call.attributes } };
}

/** How the call goes over HTTP. */
export function overHttp(call: DualCall, deliberate = false): CallOptions {
  return { path: call.path, query: call.query, attributes: call.attributes, as: call.as, deliberate };
}

/** How the call goes over MCP: path, query and body side by side (channels 2.3). */
export function flatInput({ path, query, attributes }: DualCall): Record<string, unknown> {
  const all = { ...path, ...query, ...attributes };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}
