import type { AgentCallOptions } from "./agents.ts";
import type { OperationId, operations } from "./artefacts.ts";
import type { CaseContext } from "./case-context.ts";
import { pickText } from "./json-path.ts";
import { orderTerms } from "./order-terms.ts";
import { Unmet } from "./verdict.ts";

/** Operations that ask an agent for a scope. */
export type ScopedOperation = {
  [Id in OperationId]: (typeof operations)[Id]["scopes"] extends readonly [] ? never : Id;
}[OperationId];

/** A lawful call, made when it is needed: what it addresses exists then. */
type Sample = () => Promise<AgentCallOptions>;

const SPAN_MS = 7 * 86_400_000;

/** What the samples of one case address; each is made on first need. */
class Subjects {
  readonly #context: CaseContext;
  readonly #made = new Map<string, Promise<string>>();

  constructor(context: CaseContext) {
    this.#context = context;
  }

  /** A session that nothing has happened to. */
  sessionId(): Promise<string> {
    return this.#once("session", async () => (await this.#context.journeys.book()).id);
  }

  saleId(): Promise<string> {
    return this.#once("sale", async () => {
      const answer = await this.#context.journeys.charge(await this.#context.journeys.walkTo("documented"));
      return made(answer.ok ? pickText(answer.body, "data.id") : undefined, "a sale");
    });
  }

  orderId(): Promise<string> {
    return this.#once("order", async () => {
      const answer = await this.#context.node.call("service_orders.create", {
        attributes: await orderTerms(this.#context),
      });
      return made(pickText(answer.body, "data.id"), "an order");
    });
  }

  resourceId(): Promise<string> {
    return this.#once("resource", async () => {
      const actor = await this.#context.world.actorOf("organization");
      const answer = await this.#context.node.call("resource.create", {
        attributes: { organization_id: await this.#context.world.organizationId(), name: this.word(), actor },
      });
      return made(pickText(answer.body, "data.id"), "a resource");
    });
  }

  /** A mandate that nobody uses. */
  mandateId(): Promise<string> {
    return this.#once("mandate", async () => (await this.#context.agents.issue({ scopes: ["mandate:read"] })).id);
  }

  word(): string {
    return `certify-${this.#context.world.uniqueWord()}`;
  }

  #once(name: string, make: () => Promise<string>): Promise<string> {
    const known = this.#made.get(name);
    if (known !== undefined) return known;
    const making = make();
    this.#made.set(name, making);
    return making;
  }
}

function made(id: string | undefined, what: string): string {
  if (id === undefined) throw new Unmet(`${what} was needed, and could not be made`);
  return id;
}

/**
 * A lawful call of every operation that asks an agent for a scope, so that the scope is what decides about it. One that
 * is missing here does not compile.
 */
export async function sampleCalls(context: CaseContext): Promise<Readonly<Record<ScopedOperation, Sample>>> {
  const subjects = new Subjects(context);
  const { offer, slots } = await context.world.bookable();
  const slug = await context.world.organizationSlug();
  const organizationId = await context.world.organizationId();
  const clientId = await context.world.clientId();
  const { country } = await context.world.organization();
  const parties = { service_id: offer.serviceId, provider_id: offer.providerId, client_id: clientId };
  const session = async () => ({ session_id: await subjects.sessionId() });
  const order = async () => ({ order_id: await subjects.orderId() });
  const resource = async () => ({ resource_id: await subjects.resourceId() });
  const on =
    (path: () => Promise<Record<string, string>>, attributes: Readonly<Record<string, unknown>> = {}): Sample =>
    async () => ({ path: await path(), attributes });
  const read =
    (path: () => Promise<Record<string, string>>, query: Readonly<Record<string, string>> = {}): Sample =>
    async () => ({ path: await path(), query });
  const here = context.node.connection.baseUrl;
  const entry = async () => ({ country: country ?? "cl", org_slug: slug });
  const days = { date_from: day(context.world.now()), date_to: day(context.world.now() + SPAN_MS) };
  return {
    "clients.get_or_create": async () => ({
      attributes: { email: `${subjects.word()}@example.org`, name: "Certification", last_name: "Run" },
    }),
    "contract.get": read(async () => ({ service_id: offer.serviceId }), { org_id: slug }),
    "delivery.checkin": on(session),
    "delivery.checkout": on(session),
    "delivery.record_evidence": on(session, { evidence_type: "notes", data: { text: "certification run" } }),
    "documentation.create": on(session, { content: "Written by a certification run." }),
    "lifecycle.get_state": read(session),
    "lifecycle.transition": on(session, { to_state: "scheduled" }),
    "mandates.get": read(async () => ({ mandate_id: await subjects.mandateId() })),
    "mandates.list": async () => ({}),
    "mandates.suspend": on(async () => ({ mandate_id: await subjects.mandateId() })),
    "payments.create_sale": async () => ({ attributes: { ...parties, unit_price: offer.price.value } }),
    "payments.get_status": async () => ({ query: { client_id: clientId } }),
    "payments.record_payment": on(async () => ({ sale_id: await subjects.saleId() }), {
      amount: 1,
      method: "transferencia",
    }),
    // Whatever a resolver makes of these, the organization stays where it is.
    "resolve.register": async () => ({ attributes: { slug, country: country ?? "cl", name: slug, rest_url: here } }),
    "resolve.update_endpoint": on(entry, { rest_url: here }),
    "resource.create": async () => ({ attributes: { organization_id: organizationId, name: subjects.word() } }),
    "resource.delete": on(resource),
    "resource.get": read(resource),
    "resource.get_availability": read(resource, days),
    "resource.list": async () => ({ query: { organization_id: organizationId } }),
    "resource.update": on(resource, { location: "Certification run" }),
    "scheduling.book": async () => ({ attributes: { ...parties, ...placeOf(slots.take()) } }),
    "scheduling.cancel": on(session),
    "scheduling.confirm": on(session),
    "scheduling.reschedule": async () => ({
      path: await session(),
      attributes: { new_datetime: slots.take().startsAt },
    }),
    "service.get": read(async () => ({ service_id: await subjects.sessionId() })),
    "service_orders.activate": on(order),
    "service_orders.create": async () => ({ attributes: withoutActor(await orderTerms(context)) }),
    "service_orders.get": read(order),
    "service_orders.get_ledger": read(order),
    "service_orders.list": async () => ({ query: { client_id: clientId } }),
    "service_orders.propose": on(order),
    "service_orders.transition": on(order, { to_state: "cancelled", reason: "certification run" }),
    "service_orders.update": on(order, { payment_schedule: { type: "on_delivery" } }),
    "telemetry.heartbeat": on(entry, { heartbeat: true }),
  };
}

function placeOf(slot: { startsAt: string; resourceId: string | undefined }): Record<string, string> {
  return { starts_at: slot.startsAt, ...(slot.resourceId === undefined ? {} : { resource_id: slot.resourceId }) };
}

function withoutActor({ actor: _, ...terms }: Record<string, unknown>): Record<string, unknown> {
  return terms;
}

function day(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
