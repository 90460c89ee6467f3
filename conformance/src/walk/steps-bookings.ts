import type { Answer } from "../answer.ts";
import { pickText } from "../json-path.ts";
import { Broken } from "./invariants.ts";
import { choose, holds, overlap, spanOf, type WalkModel, type WalkSlot } from "./model.ts";
import { Step } from "./step.ts";
import type { Walker } from "./walker.ts";

/** A place, a client, and perhaps a resource and an order: choices among what the model has at that moment. */
export interface BookingChoice {
  readonly slot: number;
  readonly client: number;
  readonly resource: number;
  readonly order: number;
}

interface Wanted {
  readonly slot: WalkSlot;
  readonly clientId: string;
  readonly resourceId: string | undefined;
  readonly order: number | null;
}

/** A step that books: one place and client, with or without a resource and an order. */
abstract class Booking extends Step {
  protected readonly choice: BookingChoice;

  constructor(name: string, choice: BookingChoice) {
    super(name);
    this.choice = choice;
  }

  check(model: Readonly<WalkModel>): boolean {
    return this.wanted(model) !== null;
  }

  /** What the choice means now; null where it means nothing. */
  protected wanted(model: WalkModel): Wanted | null {
    const { choice } = this;
    const free = model.slots.filter(({ lost }) => !lost);
    const slot = this.pick("slot", { candidates: free, choice: choice.slot, all: model.slots });
    const order =
      choice.order === 0 ? null : this.pick("order", { candidates: model.orders, choice: choice.order - 1 });
    const resource =
      choice.resource === 0
        ? null
        : this.pick("resource", { candidates: model.resources, choice: choice.resource - 1 });
    if (slot === undefined || order === undefined || resource === undefined) return null;
    const resourceId = resource?.id ?? slot.slot.resourceId;
    if (model.offer.needsResource && resourceId === undefined) return null;
    const clientId = order?.clientId ?? choose(model.clients, choice.client) ?? "";
    return { slot, clientId, resourceId, order: order === null ? null : model.orders.indexOf(order) };
  }
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
export class Book extends Booking {
  constructor(choice: BookingChoice) {
    super("book", choice);
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const wanted = this.wanted(model);
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
export class BookAtOnce extends Booking {
  constructor(choice: BookingChoice) {
    super("book at once", choice);
  }

  async act(model: WalkModel, walker: Walker): Promise<void> {
    const wanted = this.wanted(model);
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
    walker.hold(["race"], () => {
      // Several may share a place that is made for several (lifecycle 9.1).
      if (won.length <= (resource?.capacity ?? 1)) return;
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
