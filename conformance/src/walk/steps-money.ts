import { accountOf } from "../accounts.ts";
import type { Answer } from "../answer.ts";
import { pickNumber, pickText } from "../json-path.ts";
import { ledgerOf } from "../ledger-model.ts";
import { fromMinor, toMinor } from "../money-amounts.ts";
import { Broken } from "./invariants.ts";
import { hasMove, type WalkModel, type WalkOrder } from "./model.ts";
import { Step } from "./step.ts";
import { orderStateOf, type Walker } from "./walker.ts";

const LIMIT = 2;

/** Charges a session that has been charged already. */
export class ChargeAgain extends Step {
  readonly #session: number;

  constructor(session: number) {
    super("charge again");
    this.#session = session;
  }

  check(model: Readonly<WalkModel>): boolean {
    return this.pick("session", { candidates: charged(model), choice: this.#session }) !== undefined;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const session = this.pick("session", { candidates: charged(model), choice: this.#session });
    if (session === undefined) return;
    const answer = await walker.context.node.call("payments.create_sale", {
      attributes: {
        client_id: session.clientId,
        service_id: model.offer.serviceId,
        provider_id: String(pickText(session.view.attributes, "provider.id")),
        unit_price: model.offer.price.value,
        session_id: session.id,
        actor: await walker.context.world.actorOf("organization"),
      },
    });
    this.say(answer.describe());
    walker.hold(["charge"], () => {
      if (!answer.ok) return;
      throw new Broken("charge", { what: "a second sale", expected: "refused", actual: answer.describe(), answer });
    });
    await walker.settle(model, session, { answer, what: "second charge" });
  }
}

function charged(model: Readonly<WalkModel>) {
  return model.sessions.filter(({ saleId }) => saleId !== null);
}

/** Pays a part of a sale, or all of it, or more. */
export class Pay extends Step {
  readonly #session: number;
  readonly #share: number;

  constructor({ session, share }: { session: number; share: number }) {
    super("pay");
    this.#session = session;
    this.#share = share;
  }

  check(model: Readonly<WalkModel>): boolean {
    return this.pick("session", { candidates: charged(model), choice: this.#session }) !== undefined;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const unfinished = charged(model).filter(({ view }) => view.state === "charged");
    // A verified session shows less: nothing could move it any more.
    const candidates = unfinished.length > 0 ? unfinished : charged(model);
    const session = this.pick("session", { candidates, choice: this.#session, all: charged(model) });
    if (session?.saleId == null || !walker.ground.withPayments) return;
    const { value, currency } = model.offer.price;
    const units = Math.ceil((toMinor(value, currency) * (1 + (this.#share % 5))) / 4);
    if (units === 0) return;
    const before = session.view;
    const answer = await walker.context.node.call("payments.record_payment", {
      path: { sale_id: session.saleId },
      attributes: { amount: { value: fromMinor(units, currency), currency }, method: "transferencia" },
    });
    this.say(answer.describe());
    walker.refusal(answer);
    const read = await walker.look(model, session);
    walker.hold(["billing"], () => {
      const [was, is] = [before.transitions.length, session.view.transitions.length];
      if (before.state === session.view.state && was === is) return;
      const expected = `${before.state} with ${was} records`;
      throw new Broken("billing", {
        what: "the session after a payment",
        expected,
        actual: `${session.view.state} with ${is}`,
        answer: read,
      });
    });
  }
}

/** Drafts an order with a limit of two sessions. */
export class Draft extends Step {
  constructor() {
    super("draft an order");
  }

  check(model: Readonly<WalkModel>): boolean {
    return model.orders.length < 3;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    if (!walker.ground.withOrders) return;
    const { price, type } = model.offer;
    const totalMinor = toMinor(price.value, price.currency) * LIMIT + 1;
    const answer = await walker.desk.tryDraft({
      scope: { description: "Certification run", service_types: [type], quantity_limit: LIMIT },
      pricing: { model: "fixed", currency: price.currency, fixed_amount: fromMinor(totalMinor, price.currency) },
    });
    this.say(answer.describe());
    walker.refusal(answer);
    const id = pickText(answer.body, "data.id");
    if (answer.status !== 201 || id === undefined) return;
    const clientId = pickText(answer.body, "data.attributes.client_id") ?? "";
    const state = orderStateOf(answer) ?? "draft";
    const order = {
      origin: "",
      id,
      clientId,
      limit: LIMIT,
      totalMinor,
      currency: price.currency,
      state: "draft",
      accepted: false,
      paidMinor: 0,
    };
    takeState(walker, order, { state, answer, from: null });
    model.orders.push(order);
  }
}

const ORDER_STEPS = ["propose", "activate", "pause", "resume", "cancel", "complete"] as const;
/** What leads an order on; the other half of the steps asks for anything. */
const ONWARD: Readonly<Record<string, (typeof ORDER_STEPS)[number]>> = {
  draft: "propose",
  proposed: "activate",
  paused: "resume",
};
const TARGETS: Readonly<Record<string, string>> = {
  pause: "paused",
  resume: "active",
  cancel: "cancelled",
  complete: "completed",
};

/** Proposes, accepts, pauses, resumes or ends an order, whatever state it is in. */
export class MoveOrder extends Step {
  readonly #order: number;
  readonly #what: number;

  constructor({ order, what }: { order: number; what: number }) {
    super("move an order");
    this.#order = order;
    this.#what = what;
  }

  check(model: Readonly<WalkModel>): boolean {
    return this.pick("order", { candidates: model.orders, choice: this.#order }) !== undefined;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const order = this.pick("order", { candidates: model.orders, choice: this.#order });
    if (order === undefined) return;
    const any = ORDER_STEPS[this.#what % ORDER_STEPS.length] ?? "propose";
    const what = this.#what >= ORDER_STEPS.length ? (ONWARD[order.state] ?? any) : any;
    const answer = await this.#send(order, what, walker);
    if (answer === null) return;
    this.say(`${what} in ${order.state}: ${answer.describe()}`);
    walker.refusal(answer);
    const from = order.state;
    const read = await walker.desk.read(order);
    const state = orderStateOf(read) ?? from;
    if (answer.ok) takeState(walker, order, { state, answer: read, from });
    else if (state !== from)
      walker.hold(["moves"], () => {
        throw new Broken("moves", {
          what: `the order after a refused ${what}`,
          expected: from,
          actual: state,
          answer: read,
        });
      });
    if (state === "active") order.accepted = true;
    order.state = state;
    await watchLedger(model, order, walker);
  }

  async #send(order: WalkOrder, what: (typeof ORDER_STEPS)[number], walker: Walker): Promise<Answer | null> {
    if (what === "propose" || what === "activate") return walker.desk.move(order, `service_orders.${what}`);
    if (!(await walker.context.world.declares("service_orders.transition"))) return null;
    return walker.context.node.call("service_orders.transition", {
      path: { order_id: order.id },
      attributes: {
        to_state: TARGETS[what] ?? "cancelled",
        reason: "certification run",
        actor: await walker.context.world.actorOf("organization"),
      },
    });
  }
}

function takeState(
  walker: Walker,
  order: WalkOrder,
  { state, answer, from }: { state: string; answer: Answer; from: string | null },
): void {
  walker.hold(["moves"], () => {
    if (hasMove("order", from, state)) return;
    throw new Broken("moves", {
      what: "a move of an order",
      expected: `one of the table from ${from}`,
      actual: state,
      answer,
    });
  });
  order.state = state;
}

/** Pays a part of what an order has billed. */
export class PayOrder extends Step {
  readonly #order: number;

  constructor(order: number) {
    super("pay an order");
    this.#order = order;
  }

  check(model: Readonly<WalkModel>): boolean {
    return this.#aim(model) !== undefined;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const order = this.#aim(model);
    if (order === undefined || !walker.ground.withPayments) return;
    const { sales } = await accountOf(walker.context, order.clientId);
    const sale = sales.find((one) => one.orderId === order.id && one.transactional && one.due > 0);
    if (sale === undefined) return;
    const units = Math.ceil(sale.due / 3);
    const answer = await walker.context.node.call("payments.record_payment", {
      path: { sale_id: sale.id },
      attributes: {
        amount: { value: fromMinor(units, sale.currency), currency: sale.currency },
        method: "transferencia",
      },
    });
    this.say(answer.describe());
    walker.refusal(answer);
    if (answer.ok) order.paidMinor += units;
    await watchLedger(model, order, walker);
  }

  #aim(model: Readonly<WalkModel>): WalkOrder | undefined {
    const candidates = model.orders.filter(({ state }) => state === "active");
    return this.pick("order", { candidates, choice: this.#order, all: model.orders });
  }
}

/** Reads a ledger, whatever has happened since. */
export class ReadLedger extends Step {
  readonly #order: number;

  constructor(order: number) {
    super("read a ledger");
    this.#order = order;
  }

  check(model: Readonly<WalkModel>): boolean {
    return this.pick("order", { candidates: model.orders, choice: this.#order }) !== undefined;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const order = this.pick("order", { candidates: model.orders, choice: this.#order });
    if (order !== undefined) await watchLedger(model, order, walker);
  }
}

/** Expects that a ledger is what the events of the model add up to. @throws Broken */
async function watchLedger(model: WalkModel, order: WalkOrder, walker: Walker): Promise<void> {
  const index = model.orders.indexOf(order);
  const own = model.sessions.filter((session) => session.order === index);
  const verified = own.filter(({ view }) => view.state === "verified");
  // A share of a session is priced by its minutes, which this walk does not spend.
  const inShares = own.some(({ view }) => view.transitions.some(({ to }) => to === "partial" || to === "disputed"));
  if (inShares || !["active", "paused"].includes(order.state)) return;
  const { ledger, answer } = await walker.desk.ledger(order);
  const wanted = ledgerOf({
    total: order.totalMinor,
    sessions: order.limit,
    accepted: order.accepted,
    verifiedMinutes: verified.map(({ view }) => pickNumber(view.attributes, "duration_minutes") ?? 0),
    payments: [order.paidMinor],
  });
  walker.hold(["ledger"], () => {
    for (const name of ["verified", "consumed", "billed", "collected", "remaining"] as const) {
      if (ledger[name] === wanted[name]) continue;
      throw new Broken("ledger", { what: name, expected: String(wanted[name]), actual: ledger[name], answer });
    }
  });
}
