import { accountOf, type SaleView } from "./accounts.ts";
import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import type { Check } from "./check.ts";
import type { OwnedSession } from "./journey-steps.ts";
import { pickNumber, pickText } from "./json-path.ts";
import { demand } from "./level-demands.ts";
import { toMinor } from "./money-amounts.ts";
import { walkOn } from "./near-slots.ts";
import { orderTerms } from "./order-terms.ts";
import type { CallOptions } from "./protocol-client.ts";
import type { CredentialKind } from "./settings.ts";
import { Unmet } from "./verdict.ts";

/** Figures of a ledger; amounts in smallest units of the order's currency (objects 13). */
export interface LedgerView {
  readonly verified: number | undefined;
  readonly hours: number | undefined;
  readonly consumed: number | undefined;
  readonly billed: number | undefined;
  readonly collected: number | undefined;
  readonly remaining: number | undefined;
}

/** An order that a case owns. */
export interface OwnedOrder {
  readonly id: string;
  readonly currency: string;
  readonly clientId: string;
  readonly created: Answer;
}

type Changes = Readonly<Record<string, unknown>>;

/** Orders of one case: drafted, accepted by the client, and ended at the end of the case. */
export class OrderDesk {
  readonly #context: CaseContext;
  readonly #orders: string[] = [];

  constructor(context: CaseContext) {
    this.#context = context;
  }

  /** Works with a desk of its own, and leaves no order open behind. */
  static async use(context: CaseContext, work: (desk: OrderDesk) => Promise<void>): Promise<void> {
    await demand(context, "service_orders.create", "service_orders.propose", "service_orders.activate");
    await demand(context, "service_orders.get", "service_orders.get_ledger");
    const desk = new OrderDesk(context);
    try {
      await work(desk);
    } finally {
      await desk.#clear();
    }
  }

  /** Asks for an order of the run's client; a fixed price for four sessions, paid upfront, unless changed. */
  async tryDraft(changes: Changes = {}, options: CallOptions = {}): Promise<Answer> {
    const attributes = await orderTerms(this.#context, changes);
    const answer = await this.#context.node.call("service_orders.create", { attributes, ...options });
    const id = pickText(answer.body, "data.id");
    if (answer.status === 201 && id !== undefined) this.#orders.push(id);
    return answer;
  }

  /** A draft. @throws Unmet when the node makes none */
  async draft(changes: Changes = {}): Promise<OwnedOrder> {
    const created = await this.tryDraft(changes);
    const id = pickText(created.body, "data.id");
    if (created.status !== 201 || id === undefined)
      throw new Unmet(`an order was needed, and service_orders.create answered ${created.describe()}`);
    const clientId = pickText(created.body, "data.attributes.client_id") ?? (await this.#context.world.clientId());
    return { id, clientId, created, currency: pickText(created.body, "data.attributes.pricing.currency") ?? "" };
  }

  /** The organization proposes, or the client accepts; anybody may try. */
  async move(
    order: { id: string },
    operation: "service_orders.propose" | "service_orders.activate",
    as: CredentialKind = operation === "service_orders.propose" ? "organization" : "client",
  ): Promise<Answer> {
    return this.#context.node.call(operation, {
      path: { order_id: order.id },
      attributes: { actor: await this.#context.world.actorOf(as) },
      as,
    });
  }

  /** An order that its client has accepted. @throws Unmet when a step is refused */
  async active(changes: Changes = {}): Promise<OwnedOrder> {
    const order = await this.draft(changes);
    for (const operation of ["service_orders.propose", "service_orders.activate"] as const) {
      const answer = await this.move(order, operation);
      if (!answer.ok) throw new Unmet(`an active order was needed, and ${operation} answered ${answer.describe()}`);
    }
    return order;
  }

  async read(order: { id: string }, as: CredentialKind = "organization"): Promise<Answer> {
    return this.#context.node.call("service_orders.get", { path: { order_id: order.id }, as });
  }

  /** The ledger as the client of the order reads it. @throws Unmet when it cannot be read */
  async ledger(order: Pick<OwnedOrder, "id" | "currency">): Promise<{ ledger: LedgerView; answer: Answer }> {
    const path = { order_id: order.id };
    const answer = await this.#context.node.call("service_orders.get_ledger", { path, as: "client" });
    if (answer.status !== 200) throw new Unmet(`service_orders.get_ledger answered ${answer.describe()}`);
    const number = (name: string) => pickNumber(answer.body, `data.attributes.${name}`);
    const amount = (name: string) => {
      const value = number(name);
      return value === undefined ? undefined : toMinor(value, order.currency);
    };
    const ledger = {
      verified: number("services_verified"),
      hours: number("hours_consumed"),
      consumed: amount("amount_consumed"),
      billed: amount("amount_billed"),
      collected: amount("amount_collected"),
      remaining: amount("amount_remaining"),
    };
    return { ledger, answer };
  }

  /** Expects figures of the ledger; those that are not named may be anything. */
  async expectLedger(
    check: Check,
    ...[order, when, wanted]: readonly [OwnedOrder, string, Partial<LedgerView>]
  ): Promise<void> {
    const { ledger, answer } = await this.ledger(order);
    const names = Object.keys(wanted) as (keyof LedgerView)[];
    const seen = Object.fromEntries(names.map((name) => [name, ledger[name] ?? null]));
    check.equal(`the ledger ${when}`, { expected: wanted, actual: seen, answer });
  }

  /** Sales that the order has issued and that stand. */
  async sales(order: OwnedOrder): Promise<readonly SaleView[]> {
    const { sales } = await accountOf(this.#context, order.clientId);
    return sales.filter((sale) => sale.orderId === order.id && sale.transactional && sale.status !== "voided");
  }

  /** Tries to book the plainest offer under an order. */
  async tryBook(
    order: { id: string },
    attributes: Changes = {},
  ): Promise<{ answer: Answer; session: OwnedSession | null }> {
    return this.#context.journeys.tryBook({ attributes: { service_order_id: order.id, ...attributes } });
  }

  /** A session under an order in a state. @throws Unmet when the way is blocked */
  async sessionIn(order: { id: string }, state: string): Promise<OwnedSession> {
    const { answer, session } = await this.tryBook(order);
    if (session === null) throw new Unmet(`a session of an order was needed, and answered ${answer.describe()}`);
    await walkOn(this.#context, session, state);
    return session;
  }

  /** What a session costs under its order, in smallest units. */
  async priceOf(session: OwnedSession): Promise<number> {
    const { answer } = await this.#context.journeys.read(session.id);
    const value = pickNumber(answer.body, "data.attributes.billing.amount.value");
    const currency = pickText(answer.body, "data.attributes.billing.amount.currency");
    if (value === undefined || currency === undefined) throw new Unmet("the session of an order shows no amount");
    return toMinor(value, currency);
  }

  async #clear(): Promise<void> {
    if (!(await this.#context.world.declares("service_orders.transition"))) return;
    for (const id of this.#orders) {
      const actor = await this.#context.world.actorOf("organization");
      await this.#context.node.call("service_orders.transition", {
        path: { order_id: id },
        attributes: { to_state: "cancelled", reason: "end of a certification run", actor },
      });
    }
  }
}

/** State of the order in an answer. */
export function orderState(answer: Answer): string | undefined {
  return pickText(answer.body, "data.attributes.lifecycle.current_state");
}
