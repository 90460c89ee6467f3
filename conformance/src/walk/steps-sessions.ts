import type { Answer } from "../answer.ts";
import { serviceMoves, serviceStates, targetsOf } from "../artefacts.ts";
import { actorFor } from "../journey-steps.ts";
import { pickText } from "../json-path.ts";
import { Broken } from "./invariants.ts";
import { holds, overlap, spanOf, type WalkModel, type WalkSession, type WalkSlot } from "./model.ts";
import { Step } from "./step.ts";
import type { Walker } from "./walker.ts";

/** A place, a client, and perhaps a resource and an order: choices among what the model has at that moment. */
export interface BookingChoice {
  readonly slot: number;
  readonly client: number;
  readonly resource: number;
  readonly order: number;
}

function choose<Item>(items: readonly Item[], choice: number): Item | undefined {
  return items[choice % items.length];
}

interface Wanted {
  readonly slot: WalkSlot;
  readonly clientId: string;
  readonly resourceId: string | undefined;
  readonly order: number | null;
}

/** What a choice means now; null where nothing can be booked. */
function wantedOf(model: WalkModel, choice: BookingChoice): Wanted | null {
  const slot = choose(
    model.slots.filter(({ lost }) => !lost),
    choice.slot,
  );
  const order = choice.order === 0 ? null : choose(model.orders, choice.order - 1);
  const resource = choice.resource === 0 ? undefined : choose(model.resources, choice.resource - 1);
  if (slot === undefined || (model.offer.needsResource && resource === undefined && slot.slot.resourceId === undefined))
    return null;
  const clientId = order?.clientId ?? choose(model.clients, choice.client) ?? "";
  const resourceId = resource?.id ?? slot.slot.resourceId;
  return { slot, clientId, resourceId, order: order == null ? null : model.orders.indexOf(order) };
}

async function attributesOf(model: WalkModel, walker: Walker, wanted: Wanted): Promise<Record<string, unknown>> {
  const { slot } = wanted.slot;
  const order = wanted.order === null ? undefined : model.orders[wanted.order];
  return {
    service_id: model.offer.serviceId,
    provider_id: slot.providerId,
    client_id: wanted.clientId,
    starts_at: slot.startsAt,
    ...(wanted.resourceId === undefined ? {} : { resource_id: wanted.resourceId }),
    ...(order === undefined ? {} : { service_order_id: order.id }),
    actor: await walker.context.world.actorOf("organization"),
  };
}

/** Whether a session of the walk stands in the way. */
function isTaken(model: WalkModel, { slot, clientId }: Wanted): boolean {
  return model.sessions.some(({ view }) => {
    const span = spanOf(view);
    if (span === null || !overlap(span, slot)) return false;
    const provider = span.providerId === slot.slot.providerId && holds(view.state, "provider");
    return provider || (span.clientId === clientId && holds(view.state, "client"));
  });
}

/** Books a place that may be free or not. */
export class Book extends Step {
  readonly #choice: BookingChoice;

  constructor(choice: BookingChoice) {
    super("book");
    this.#choice = choice;
  }

  check(model: Readonly<WalkModel>): boolean {
    return wantedOf(model, this.#choice) !== null;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const wanted = wantedOf(model, this.#choice);
    if (wanted === null) return;
    const attributes = await attributesOf(model, walker, wanted);
    const key = `certify-${walker.context.world.uniqueWord()}`;
    const answer = await walker.context.node.call("scheduling.book", { attributes, idempotencyKey: key });
    this.say(`${wanted.slot.slot.startsAt} ${answer.describe()}`);
    walker.refusal(answer);
    if (answer.status !== 201) {
      // Taken by somebody else, or closed: it is left alone from now on.
      if (answer.status === 409 && !isTaken(model, wanted) && wanted.resourceId === undefined) wanted.slot.lost = true;
      return;
    }
    model.lastBooking = { key, attributes, text: answer.text };
    watchOrder(model, walker, { wanted, answer });
    walker.adopt(model, { answer, clientId: wanted.clientId, order: wanted.order });
  }
}

/** Expects that a booking under an order was lawful. @throws Broken */
function watchOrder(model: WalkModel, walker: Walker, { wanted, answer }: { wanted: Wanted; answer: Answer }): void {
  const order = wanted.order === null ? undefined : model.orders[wanted.order];
  if (order === undefined || wanted.order === null) return;
  const count = model.countOf(wanted.order);
  walker.hold(["covered"], () => {
    if (order.state === "active") return;
    throw new Broken("covered", {
      what: "a booking under it",
      expected: "refused",
      actual: `accepted in ${order.state}`,
      answer,
    });
  });
  walker.hold(["limit"], () => {
    if (count < order.limit) return;
    throw new Broken("limit", {
      what: `a booking beyond ${order.limit}`,
      expected: "refused",
      actual: "accepted",
      answer,
    });
  });
}

/** Several clients book one place at once. */
export class BookAtOnce extends Step {
  readonly #choice: BookingChoice;

  constructor(choice: BookingChoice) {
    super("book at once");
    this.#choice = choice;
  }

  check(model: Readonly<WalkModel>): boolean {
    return wantedOf(model, { ...this.#choice, order: 0 }) !== null;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const wanted = wantedOf(model, { ...this.#choice, order: 0 });
    if (wanted === null) return;
    const each = await Promise.all(
      model.clients.map(async (clientId) => {
        const attributes = await attributesOf(model, walker, { ...wanted, clientId });
        return { clientId, answer: await walker.context.node.call("scheduling.book", { attributes }) };
      }),
    );
    this.say(`${wanted.slot.slot.startsAt} ${each.map(({ answer }) => answer.describe()).join(", ")}`);
    for (const { answer } of each) walker.refusal(answer);
    const won = each.filter(({ answer }) => answer.status === 201);
    const resource = model.resources.find(({ id }) => id === wanted.resourceId);
    for (const { answer, clientId } of won)
      if (resource !== undefined) walker.adopt(model, { answer, clientId, order: null });
    if (resource !== undefined) return;
    walker.hold(["race"], () => {
      if (won.length <= 1) return;
      const actual = won.map(({ answer }) => pickText(answer.body, "data.id"));
      throw new Broken("race", {
        what: "bookings that succeeded",
        expected: "one at most",
        actual,
        answer: won[1]?.answer,
      });
    });
    for (const { answer, clientId } of won) walker.adopt(model, { answer, clientId, order: null });
  }
}

/** Repeats the last accepted booking under its key. */
export class Repeat extends Step {
  constructor() {
    super("repeat the last booking");
  }

  check(model: Readonly<WalkModel>): boolean {
    return model.lastBooking !== null;
  }

  async act({ lastBooking }: WalkModel, walker: Walker): Promise<void> {
    if (lastBooking === null) return;
    const { attributes, key, text } = lastBooking;
    const answer = await walker.context.node.call("scheduling.book", { attributes, idempotencyKey: key });
    this.say(answer.describe());
    walker.refusal(answer);
    walker.hold(["repeat"], () => {
      if (answer.text === text) return;
      throw new Broken("repeat", {
        what: "the second answer",
        expected: text.slice(0, 300),
        actual: answer.text,
        answer,
      });
    });
  }
}

/** Asks for a state, one of the table from where the session is, or any. */
export class Move extends Step {
  readonly #session: number;
  readonly #to: number;
  readonly #lawful: boolean;

  constructor({ session, to, lawful }: { session: number; to: number; lawful: boolean }) {
    super(lawful ? "move on" : "move anywhere");
    this.#session = session;
    this.#to = to;
    this.#lawful = lawful;
  }

  check(model: Readonly<WalkModel>): boolean {
    return this.#aim(model) !== null;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const aim = this.#aim(model);
    if (aim === null) return;
    const { session, to } = aim;
    const { journeys } = walker.context;
    if (this.#lawful && to === "documented") await recordEvidence(model, walker, session);
    const charges = this.#lawful && to === "charged" && session.view.state === "documented";
    const answer = charges
      ? await journeys.charge(billable(model, session))
      : await journeys.transition(session, to, byParty(walker, to));
    this.say(`${session.view.state} to ${to}: ${answer.describe()}`);
    if (charges && answer.status === 201) {
      walker.refusal(answer);
      session.saleId = pickText(answer.body, "data.id") ?? null;
      await walker.look(model, session);
      return;
    }
    const from = session.view.state;
    const accepted = await walker.settle(model, session, { answer, what: `move to ${to}` });
    walker.hold(["order"], () => {
      if (!accepted || targetsOf(from).includes(to)) return;
      throw new Broken("order", {
        what: `a move from ${from} to ${to}`,
        expected: "refused",
        actual: answer.describe(),
        answer,
      });
    });
  }

  #aim(model: Readonly<WalkModel>): { session: WalkSession; to: string } | null {
    const session = choose(model.sessions, this.#session);
    if (session === undefined) return null;
    const all = serviceStates().map(({ name }) => name);
    const to = choose(this.#lawful ? onward(session.view.state) : all, this.#to);
    return to === undefined ? null : { session, to };
  }
}

/** Lawful targets, the one that leads on before the ones that end it. */
function onward(state: string): readonly string[] {
  const targets = serviceMoves()
    .filter(({ from, operations }) => from === state && operations.includes("lifecycle.transition"))
    .map(({ to }) => to);
  const onwards = targets.filter((to) => to !== "cancelled");
  // Three times, so that most sessions get somewhere.
  return [...onwards, ...onwards, ...onwards, ...targets.filter((to) => to === "cancelled")];
}

/** Without the provider's credential the organization asks, and is refused where only the provider may (D-07). */
function byParty(walker: Walker, to: string): { as?: "organization" } {
  const party = actorFor(to);
  return party === "provider" && !walker.context.node.has("provider") ? { as: "organization" } : {};
}

async function recordEvidence(model: WalkModel, walker: Walker, session: WalkSession): Promise<void> {
  if (!["delivered", "partial"].includes(session.view.state)) return;
  await walker.context.journeys.recordRequiredEvidence(billable(model, session));
}

/** A session with its offer, as its present provider delivers it. */
function billable({ offer }: WalkModel, { id, clientId, view }: WalkSession) {
  const providerId = pickText(view.attributes, "provider.id") ?? offer.providerId;
  return { id, clientId, offer: { ...offer, providerId } };
}

/** Two parties move a session at once. */
export class MoveAtOnce extends Step {
  readonly #session: number;

  constructor(session: number) {
    super("move at once");
    this.#session = session;
  }

  check(model: Readonly<WalkModel>): boolean {
    const state = choose(model.sessions, this.#session)?.view.state;
    return state !== undefined && onward(state).length > 0;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const session = choose(model.sessions, this.#session);
    if (session === undefined) return;
    const to = onward(session.view.state)[0] ?? "cancelled";
    const before = session.view.transitions.length;
    const answers = await Promise.all(
      [0, 1, 2].map(() => walker.context.journeys.transition(session, to, byParty(walker, to))),
    );
    this.say(`${session.view.state} to ${to}: ${answers.map((one) => one.describe()).join(", ")}`);
    for (const answer of answers) walker.refusal(answer);
    const won = answers.filter(({ ok }) => ok);
    const answer = await walker.look(model, session);
    walker.hold(["twice"], () => {
      const moves = session.view.transitions.slice(before).filter((record) => record.to === to).length;
      if (won.length <= 1 && moves <= 1) return;
      const actual = `${won.length} accepted, ${moves} recorded`;
      throw new Broken("twice", { what: `moves to ${to} at once`, expected: "one at most", actual, answer });
    });
  }
}

/** Calls one of the operations that stand for a move. */
export class Convene extends Step {
  readonly #choice: { session: number; operation: number; slot: number };

  constructor(choice: { session: number; operation: number; slot: number }) {
    super("convenience");
    this.#choice = choice;
  }

  check(model: Readonly<WalkModel>): boolean {
    return model.sessions.length > 0 && model.slots.length > 0;
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const session = choose(model.sessions, this.#choice.session);
    const operation = choose(walker.ground.conveniences, this.#choice.operation);
    const slot = choose(model.slots, this.#choice.slot);
    if (session === undefined || operation === undefined || slot === undefined) return;
    const attributes =
      operation === "scheduling.reschedule"
        ? { new_datetime: slot.slot.startsAt }
        : operation === "scheduling.cancel"
          ? { reason: "certification run" }
          : operation === "documentation.create"
            ? { content: "Written by a certification run." }
            : {};
    const delivers = operation.startsWith("delivery.") && walker.context.node.has("provider");
    const as = delivers ? ("provider" as const) : ("organization" as const);
    const answer = await walker.context.journeys.operate(operation, session, { as, attributes });
    this.say(`${operation} in ${session.view.state}: ${answer.describe()}`);
    await walker.settle(model, session, { answer, what: operation });
  }
}
