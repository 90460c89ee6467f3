import { randomUUID } from "node:crypto";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { isoInstant } from "../../src/clock.ts";
import { callTool } from "../../src/testing/mcp-client.ts";
import type { Chance } from "../chance.ts";
import { SESSION_MINUTES, SLUG, type Town } from "../town/plant.ts";
import type { Tally } from "./tally.ts";
import { type Answer, TownCaller, type Who } from "./town-caller.ts";

const DAY_MS = 86_400_000;
const SLOT_MS = SESSION_MINUTES * 60_000;

/** Slots that are booked: of so many days, from the day after tomorrow on. */
const DAYS = 60;

/** A node that has too much to do says so. */
const SHED = 503;

/** Of all writes, so many are sent a second time under their key. */
const REPEATED = 0.05;

/** A client of MCP, as far as a load uses one. */
export type ToolClient = Parameters<typeof callTool>[0];

/** A session that the load has booked and goes on with. */
interface Known {
  readonly id: string;
  readonly provider: number;
  readonly client: number;
  /** Booked under an order, which is what is paid. */
  readonly isUnderOrder?: boolean;
}

/** What a mix needs. */
export interface MixOptions {
  readonly town: Town;
  readonly urls: readonly string[];
  /** A client of each node's MCP door, with the organization's key. */
  readonly tools: readonly ToolClient[];
  /** Mandate of the agent, for booking and reading. */
  readonly mandateId: string;
  readonly tally: () => readonly Tally[];
  readonly chance: Chance;
}

const RECORD = {
  evidence_type: "document",
  data: { uri: "https://records.example/1", document_type: "clinical_record", signed_by: ["provider", "client"] },
};

const FULL = ["CONFLICT", "RESOURCE_UNAVAILABLE"];

/** Calls of every kind, in the proportions of a clinic that is busy; each goes on where earlier ones have led. */
export class Mix {
  /** Answers that the mix had no explanation for, the first ones of them. */
  readonly surprises: string[] = [];
  repeated = 0;
  readonly #options: MixOptions;
  readonly #caller: TownCaller;
  readonly #from = Math.ceil((Date.now() + 2 * DAY_MS) / DAY_MS) * DAY_MS;
  readonly #pools = new Map<string, Known[]>();
  readonly #orders: { id: string; client: number }[] = [];
  readonly #sales: { id: string }[] = [];
  readonly #ways: readonly (readonly [weight: number, step: () => Promise<unknown>])[];
  readonly #weight: number;
  #next = 0;

  constructor(options: MixOptions) {
    this.#options = options;
    this.#caller = new TownCaller(options.town);
    this.#ways = [
      [14, () => this.#availability(null)],
      [6, () => this.#availability(`client-${this.#any(options.town.clientIds)}`)],
      [10, () => this.#book()],
      [3, () => this.#bookPublicly()],
      [9, () => this.#advance("requested", (known) => this.#confirm(known))],
      [7, () => this.#advance("confirmed", (known) => this.#presence(known, "delivery.checkin"))],
      [6, () => this.#advance("in_progress", (known) => this.#presence(known, "delivery.checkout"))],
      [4, () => this.#advance("in_progress", (known) => this.#evidence(known))],
      [5, () => this.#advance("delivered", (known) => this.#document(known))],
      [4, () => this.#advance("documented", (known) => this.#charge(known))],
      [3, () => this.#pay()],
      [3, () => this.#advance("confirmed", (known) => this.#reschedule(known))],
      [2, () => this.#advance("requested", (known) => this.#cancel(known))],
      [1, () => this.#advance("confirmed", (known) => this.#cancel(known))],
      [2, () => this.#order()],
      [2, () => this.#bookUnderOrder()],
      [4, () => this.#agentBooks()],
      [2, () => this.#advance("agent", (known) => this.#agentCancels(known))],
      [3, () => this.#agentReads()],
      [1, () => this.#briefMandate()],
      [4, () => this.#list()],
      [8, () => this.#getState()],
      [4, () => this.#tool()],
    ];
    this.#weight = this.#ways.reduce((sum, [weight]) => sum + weight, 0);
  }

  /** Makes one step; settles when its answers are in. */
  async step(): Promise<void> {
    let left = this.#options.chance.next() * this.#weight;
    for (const [weight, step] of this.#ways) {
      left -= weight;
      if (left >= 0) continue;
      await step();
      return;
    }
  }

  #any(all: { readonly length: number }): number {
    return this.#options.chance.between(0, all.length);
  }

  get #url(): string {
    this.#next += 1;
    return this.#options.urls[this.#next % this.#options.urls.length] ?? "";
  }

  /** Calls, counts, and holds the answer against what may come; a part of the writes is sent again. */
  async #call(
    who: Who,
    operation: OperationId,
    input: Record<string, unknown>,
    { refusals = [], label = operation }: { refusals?: readonly string[]; label?: string } = {},
  ): Promise<Answer> {
    const key = randomUUID();
    const send = () => this.#timed(label, () => this.#caller.call(this.#url, { who, operation, input, key }), refusals);
    const answer = await send();
    const isRead = operations[operation].method === "GET";
    if (isRead || answer.status === 0 || answer.status >= 500 || this.#options.chance.next() >= REPEATED) return answer;
    const again = await send();
    this.repeated += 1;
    if (again.status === SHED) return answer;
    if (again.status !== answer.status || (answer.status < 300 && again.text !== answer.text))
      this.#surprise(
        `${label} was answered ${answer.status}, and under the same key then ${again.status}: ${again.text}`,
      );
    return answer;
  }

  async #timed(label: string, call: () => Promise<Answer>, refusals: readonly string[]): Promise<Answer> {
    const began = performance.now();
    const answer = await call().catch((error: unknown) => ({
      status: 0,
      text: String(error),
      body: null,
      code: "NO_ANSWER",
    }));
    const milliseconds = performance.now() - began;
    const { status, code } = answer;
    for (const tally of this.#options.tally()) tally.add({ operation: label, status, code, milliseconds });
    if (status === SHED) return answer;
    if (status < 200 || (status >= 300 && !refusals.includes(code ?? "")))
      this.#surprise(`${label} was answered ${status}: ${answer.text}`);
    return answer;
  }

  #surprise(what: string): void {
    this.surprises.push(what.slice(0, 400));
  }

  #put(pool: string, known: Known): void {
    const all = this.#pools.get(pool) ?? [];
    all.push(known);
    this.#pools.set(pool, all);
  }

  /** Takes one session out of a pool, so that nobody else goes on with it; books one where there is none. */
  async #advance(pool: string, go: (known: Known) => Promise<unknown>): Promise<unknown> {
    const all = this.#pools.get(pool) ?? [];
    const index = this.#any(all);
    const known = all[index];
    if (!known) return this.#book();
    all[index] = all.at(-1) as Known;
    all.pop();
    return go(known);
  }

  /** Puts a session where its answer says it stands. */
  #settle(known: Known, { status, body }: Answer): void {
    const state: string | undefined = body?.data?.attributes?.lifecycle?.current_state;
    if (status < 300 && state !== undefined) this.#put(state, known);
  }

  #slot(): string {
    return isoInstant(this.#from + this.#options.chance.between(0, DAYS * 48) * SLOT_MS);
  }

  #availability(who: Who): Promise<Answer> {
    const { town, chance } = this.#options;
    const day = this.#from + chance.between(0, DAYS - 7) * DAY_MS;
    const provider = town.providerIds[this.#any(town.providerIds)];
    const input = {
      org_slug: SLUG,
      date_from: isoInstant(day).slice(0, 10),
      date_to: isoInstant(day + 6 * DAY_MS).slice(0, 10),
      service_id: town.offerId,
      ...(chance.next() < 0.8 && { provider_id: provider }),
    };
    const label = who === null ? "availability (public)" : "availability (client)";
    return this.#call(who, "scheduling.check_availability", input, { label });
  }

  #wish(provider: number, client: number): Record<string, unknown> {
    const { town, chance } = this.#options;
    return {
      service_id: town.offerId,
      provider_id: town.providerIds[provider],
      client_id: town.clientIds[client],
      starts_at: this.#slot(),
      ...(chance.next() < 0.5 && { resource_id: town.roomIds[this.#any(town.roomIds)] }),
    };
  }

  async #book(): Promise<void> {
    const { town } = this.#options;
    const known = { provider: this.#any(town.providerIds), client: this.#any(town.clientIds) };
    const wish = this.#wish(known.provider, known.client);
    const answer = await this.#call("organization", "scheduling.book", wish, { refusals: FULL });
    if (answer.status === 201) this.#put("requested", { ...known, id: answer.body.data.id });
  }

  async #bookPublicly(): Promise<void> {
    const { town, chance } = this.#options;
    const person = randomUUID().slice(0, 8);
    const input = {
      org_slug: SLUG,
      service_id: town.offerId,
      provider_id: town.providerIds[this.#any(town.providerIds)],
      starts_at: this.#slot(),
      requester: { full_name: `Ana ${person}`, email: `ana.${person}@correo.example` },
      submission: { channel: "web", submitted_by_type: "human" },
      authorization: { human_intent_confirmed: true },
    };
    const booked = await this.#call(null, "public_bookings.create", input, { refusals: FULL });
    // Every other one is left alone until its hold runs out.
    if (booked.status !== 201 || chance.next() < 0.5) return;
    const token = booked.body.data.attributes.confirmation_token;
    await this.#call(null, "public_bookings.confirm", { org_slug: SLUG, confirmation_token: token });
  }

  async #confirm(known: Known): Promise<void> {
    const actor = this.#caller.actorOf(`client-${known.client}`);
    const input = { session_id: known.id, actor };
    this.#settle(known, await this.#call(`client-${known.client}`, "scheduling.confirm", input));
  }

  async #presence(known: Known, operation: "delivery.checkin" | "delivery.checkout"): Promise<void> {
    const location = { lat: -33.4263, lng: -70.6171 };
    this.#settle(known, await this.#call(`provider-${known.provider}`, operation, { session_id: known.id, location }));
  }

  async #evidence(known: Known): Promise<void> {
    await this.#call(`provider-${known.provider}`, "delivery.record_evidence", { session_id: known.id, ...RECORD });
    this.#put("in_progress", known);
  }

  async #document(known: Known): Promise<void> {
    const input = { session_id: known.id, to_state: "documented", evidence: RECORD };
    this.#settle(known, await this.#call(`provider-${known.provider}`, "lifecycle.transition", input));
  }

  async #charge(known: Known): Promise<void> {
    const { town, chance } = this.#options;
    if (chance.next() < 0.3) {
      await this.#call("organization", "lifecycle.transition", { session_id: known.id, to_state: "charged" });
      return;
    }
    const sold = await this.#call("organization", "payments.create_sale", {
      session_id: known.id,
      client_id: town.clientIds[known.client],
      service_id: town.offerId,
      provider_id: town.providerIds[known.provider],
      unit_price: 20_000,
    });
    if (sold.status < 300 && !known.isUnderOrder) this.#sales.push({ id: sold.body.data.id });
  }

  async #pay(): Promise<void> {
    const sale = this.#sales.shift();
    if (!sale) return void (await this.#list());
    for (const amount of [5_000, 15_000]) {
      const input = { sale_id: sale.id, amount, method: "efectivo" };
      if ((await this.#call("organization", "payments.record_payment", input)).status >= 300) return;
    }
  }

  async #reschedule(known: Known): Promise<void> {
    const input = { session_id: known.id, new_datetime: this.#slot() };
    const answer = await this.#call("organization", "scheduling.reschedule", input, { refusals: FULL });
    if (answer.status < 300) this.#settle(known, answer);
    else this.#put("confirmed", known);
  }

  #cancel(known: Known): Promise<Answer> {
    return this.#call("organization", "scheduling.cancel", { session_id: known.id, reason: "no time" });
  }

  async #order(): Promise<void> {
    const { town } = this.#options;
    const client = this.#any(town.clientIds);
    const drafted = await this.#call("organization", "service_orders.create", {
      organization_id: town.organizationId,
      client_id: town.clientIds[client],
      payer_id: town.clientIds[client],
      scope: { description: "Twelve sessions", service_types: ["physical_therapy_session"], quantity_limit: 12 },
      term: { type: "per_event", starts_at: isoInstant(Date.now()), ends_at: isoInstant(this.#from + 365 * DAY_MS) },
      pricing: { model: "fixed", currency: "CLP", fixed_amount: 200_000 },
      payment_schedule: { type: "upfront" },
    });
    if (drafted.status >= 300) return;
    const id: string = drafted.body.data.id;
    if ((await this.#call("organization", "service_orders.propose", { order_id: id })).status >= 300) return;
    if ((await this.#call(`client-${client}`, "service_orders.activate", { order_id: id })).status >= 300) return;
    this.#orders.push({ id, client });
  }

  async #bookUnderOrder(): Promise<void> {
    const { town } = this.#options;
    const order = this.#orders.shift();
    if (!order) return this.#order();
    const known = { provider: this.#any(town.providerIds), client: order.client, isUnderOrder: true };
    const wish = { ...this.#wish(known.provider, known.client), service_order_id: order.id };
    const answer = await this.#call("organization", "scheduling.book", wish, {
      refusals: FULL,
      label: "book under an order",
    });
    if (answer.status === 201) this.#put("requested", { ...known, id: answer.body.data.id });
    await this.#call("organization", "service_orders.get_ledger", { order_id: order.id });
  }

  #agent(mandateId = this.#options.mandateId): Record<string, string> {
    return { type: "agent", id: this.#options.town.agentIds[0] ?? "", mandate_id: mandateId };
  }

  async #agentBooks(): Promise<void> {
    const { town } = this.#options;
    const known = { provider: this.#any(town.providerIds), client: this.#any(town.clientIds) };
    const input = { ...this.#wish(known.provider, known.client), actor: this.#agent() };
    const label = "agent: scheduling.book";
    const answer = await this.#call("agent_0", "scheduling.book", input, { refusals: FULL, label });
    if (answer.status === 201) this.#put("agent", { ...known, id: answer.body.data.id });
  }

  /** Where a human is to be asked, one agrees, and the agent comes again. */
  async #agentCancels(known: Known): Promise<void> {
    const input = { session_id: known.id, reason: "no time", actor: this.#agent() };
    const told = { label: "agent: scheduling.cancel", refusals: ["CONFIRMATION_REQUIRED"] };
    const asked = await this.#call("agent_0", "scheduling.cancel", input, told);
    if (asked.code !== "CONFIRMATION_REQUIRED") return;
    const id: string = asked.body.errors[0].meta.confirmation_id;
    const agreed = await this.#call("organization", "confirmations.approve", { confirmation_id: id });
    if (agreed.status >= 300) return;
    const again = { ...input, actor: { ...input.actor, confirmation_id: id } };
    await this.#call("agent_0", "scheduling.cancel", again, { label: "agent: scheduling.cancel (agreed)" });
  }

  async #agentReads(): Promise<void> {
    const all = this.#pools.get("agent") ?? [];
    const known = all[this.#any(all)];
    if (!known) return this.#agentBooks();
    const input = { session_id: known.id, actor: this.#agent() };
    await this.#call("agent_0", "lifecycle.get_state", input, { label: "agent: lifecycle.get_state" });
  }

  /** A mandate that is given, revoked, and then of no use any more. */
  async #briefMandate(): Promise<void> {
    const { town } = this.#options;
    const issued = await this.#call("organization", "mandates.issue", mandateOf(town, 1));
    if (issued.status >= 300) return;
    const mandateId: string = issued.body.data.id;
    const revoked = await this.#call("organization", "mandates.revoke", { mandate_id: mandateId, reason: "no need" });
    if (revoked.status >= 300) return;
    const actor = { ...this.#agent(mandateId), id: town.agentIds[1] };
    const wish = { ...this.#wish(0, 0), actor };
    const refused = await this.#call("agent_1", "scheduling.book", wish, {
      refusals: ["MANDATE_EXPIRED"],
      label: "agent: after revocation",
    });
    if (refused.status < 300) this.#surprise("an agent booked under a mandate that was revoked");
  }

  #list(): Promise<Answer> {
    const { chance, town } = this.#options;
    const lists = [
      ["services.list", { org_slug: SLUG }],
      ["service_orders.list", {}],
      ["mandates.list", {}],
      ["resource.list", { organization_id: town.organizationId }],
      ["registry.search", { vertical: "health" }],
    ] as const;
    const [operation, input] = chance.of(lists);
    return this.#call("organization", operation, { ...input });
  }

  async #getState(): Promise<void> {
    const { chance } = this.#options;
    const all = this.#pools.get(chance.of(["requested", "confirmed", "delivered"])) ?? [];
    const known = all[this.#any(all)];
    if (!known) return void (await this.#list());
    if (chance.next() < 0.7) await this.#call("organization", "lifecycle.get_state", { session_id: known.id });
    else await this.#call(`client-${known.client}`, "service.get", { service_id: known.id });
  }

  async #tool(): Promise<void> {
    const { tools, chance, town } = this.#options;
    const client = chance.of(tools);
    const known = { provider: this.#any(town.providerIds), client: this.#any(town.clientIds) };
    const [name, input] =
      chance.next() < 0.5
        ? (["services_list", { org_slug: SLUG }] as const)
        : ([
            "scheduling_book",
            { ...this.#wish(known.provider, known.client), actor: this.#caller.actorOf("organization") },
          ] as const);
    const call = async (): Promise<Answer> => {
      const { isError, errors, body } = await callTool(client, name, input);
      return {
        status: isError ? Number(errors[0]?.status ?? 599) : 200,
        text: JSON.stringify(body),
        body,
        code: errors[0]?.code,
      };
    };
    const answer = await this.#timed(`mcp: ${name}`, call, FULL);
    const id = answer.body?.data?.id;
    if (name === "scheduling_book" && answer.status === 200 && id !== undefined)
      this.#put("requested", { ...known, id });
  }
}

/** What a mandate of the town's agents is issued with. */
export function mandateOf(town: Town, agent: number): Record<string, unknown> {
  return {
    principal_id: town.organizationId,
    principal_type: "organization",
    agent_id: town.agentIds[agent],
    acting_for: "organization",
    context: `org:${SLUG}`,
    scopes: ["schedule:write", "service:read"],
    expires_at: isoInstant(Date.now() + 2 * DAY_MS),
  };
}
