import type { Answer } from "./answer.ts";
import { freeRun } from "./availability-steps.ts";
import type { CaseContext } from "./case-context.ts";
import { need } from "./case-steps.ts";
import type { Check } from "./check.ts";
import type { OwnedSession } from "./journey-steps.ts";
import { isRecord, pickList, pickText } from "./json-path.ts";
import { demand } from "./level-demands.ts";
import type { CallOptions } from "./protocol-client.ts";
import type { BookableOffer, Slot, SlotBook } from "./slot-book.ts";
import { placeWithResource } from "./special-places.ts";
import { Unmet } from "./verdict.ts";

const MOST_PAGES = 50;

/** Open around the clock: whatever is refused is refused for another reason. */
export const ALWAYS_OPEN = Array.from({ length: 7 }, (_, day) => ({
  day_of_week: day,
  start_time: "00:00",
  end_time: "24:00",
}));

/** One weekly span of a resource, as it is sent. */
export interface Block {
  readonly day_of_week: number;
  readonly start_time: string;
  readonly end_time: string;
  readonly is_available?: boolean;
  readonly timezone?: string;
  readonly block_order?: number;
}

/** Who books what, where and when; every member has a lawful default but the slot. */
export interface BenchWish {
  readonly slot: Slot;
  /** Null leaves the resource out. */
  readonly resourceId: string | null;
  readonly clientId?: string;
  readonly providerId?: string;
}

/** Resources that a case makes for itself, what is booked on them, and an offer to book. */
export class ResourceBench {
  readonly #context: CaseContext;
  readonly #resources: string[] = [];
  readonly #sessions: string[] = [];

  constructor(context: CaseContext) {
    this.#context = context;
  }

  /** Works with a bench of its own, and leaves no resource in use behind. */
  static async use(context: CaseContext, work: (bench: ResourceBench) => Promise<void>): Promise<void> {
    const bench = new ResourceBench(context);
    try {
      await work(bench);
    } finally {
      await bench.#clear();
    }
  }

  /** Asks for a resource. Without a week it is open around the clock, in UTC. */
  async tryCreate(attributes: Readonly<Record<string, unknown>> = {}, options: CallOptions = {}): Promise<Answer> {
    await demand(this.#context, "resource.create");
    const answer = await this.#context.node.call("resource.create", {
      attributes: {
        organization_id: await this.#context.world.organizationId(),
        name: `Certification ${this.#context.world.uniqueWord()}`,
        availability: ALWAYS_OPEN,
        actor: await this.#context.world.actorOf("organization"),
        ...attributes,
      },
      ...options,
    });
    const id = pickText(answer.body, "data.id");
    if (answer.status === 201 && id !== undefined) this.#resources.push(id);
    return answer;
  }

  /** A resource of its own. @throws Unmet when the node does not make one */
  async create(attributes: Readonly<Record<string, unknown>> = {}): Promise<string> {
    const answer = await this.tryCreate(attributes);
    const id = pickText(answer.body, "data.id");
    if (answer.status !== 201 || id === undefined)
      throw new Unmet(`a resource was needed, and resource.create answered ${answer.describe()}`);
    return id;
  }

  async update(id: string, attributes: Readonly<Record<string, unknown>>): Promise<Answer> {
    await demand(this.#context, "resource.update");
    return this.#context.node.call("resource.update", {
      path: { resource_id: id },
      attributes: { actor: await this.#context.world.actorOf("organization"), ...attributes },
    });
  }

  async remove(id: string): Promise<Answer> {
    await demand(this.#context, "resource.delete");
    return this.#context.node.call("resource.delete", {
      path: { resource_id: id },
      attributes: { actor: await this.#context.world.actorOf("organization") },
    });
  }

  async get(id: string): Promise<Answer> {
    await demand(this.#context, "resource.get");
    return this.#context.node.call("resource.get", { path: { resource_id: id } });
  }

  /** Attributes of every resource of the organization. @throws Unmet when the list cannot be read */
  async list(): Promise<readonly Readonly<Record<string, unknown>>[]> {
    await demand(this.#context, "resource.list");
    const found: Record<string, unknown>[] = [];
    for (let page = 1; page <= MOST_PAGES; page += 1) {
      const answer = await this.#context.node.call("resource.list", {
        query: { organization_id: await this.#context.world.organizationId(), per_page: 100, page },
      });
      if (answer.status !== 200) throw new Unmet(`resource.list answered ${answer.describe()}`);
      found.push(
        ...pickList(answer.body, "data").flatMap((item) =>
          isRecord(item) && isRecord(item.attributes) ? [item.attributes] : [],
        ),
      );
      if (typeof answer.at("links.next") !== "string") break;
    }
    return found;
  }

  /** The offer that these bookings are of, and free times of its provider. */
  place(): Promise<{ offer: BookableOffer; slots: SlotBook; others: readonly Slot[] }> {
    return placeWithResource(this.#context.world);
  }

  /**
   * Times of one provider at the given minutes after a first one, all free and nobody else's in this run. What somebody
   * else took meanwhile is passed over.
   */
  async run(offsets: readonly number[], accepts?: (first: Slot) => boolean): Promise<readonly Slot[]> {
    const place = await this.place();
    return freeRun(this.#context, place, { offsets, accepts });
  }

  /** One booking, whatever the answer is. */
  async tryBook(wish: BenchWish): Promise<{ answer: Answer; session: OwnedSession | null }> {
    const { offer } = await this.place();
    const clientId = wish.clientId ?? (await this.#context.world.clientId());
    const answer = await this.#context.node.call("scheduling.book", {
      attributes: {
        service_id: offer.serviceId,
        provider_id: wish.providerId ?? wish.slot.providerId,
        client_id: clientId,
        starts_at: wish.slot.startsAt,
        resource_id: wish.resourceId ?? undefined,
        actor: await this.#context.world.actorOf("organization"),
      },
    });
    const id = pickText(answer.body, "data.id");
    if (answer.status !== 201 || id === undefined) return { answer, session: null };
    this.#context.journeys.adopt(answer);
    this.#sessions.push(id);
    return { answer, session: { id, offer, clientId, slot: wish.slot, booked: answer } };
  }

  /** Expects a booking to be accepted. @throws Unmet after recording the mismatch */
  async expectBooked(check: Check, wish: BenchWish): Promise<OwnedSession> {
    const { answer, session } = await this.tryBook(wish);
    check.resource(answer, 201, "sessions");
    return need(session, "the booked session");
  }

  /** Expects a booking to be refused for the resource: no provider or client is in its way (P-22). */
  async expectUnavailable(check: Check, wish: BenchWish): Promise<void> {
    check.refused((await this.tryBook(wish)).answer, "RESOURCE_UNAVAILABLE");
  }

  /** Gives the place of a session back. */
  async cancel(session: { id: string }): Promise<void> {
    const answer = await this.#context.journeys.transition(session, "cancelled");
    if (!answer.ok) throw new Unmet(`a session could not be cancelled: ${answer.describe()}`);
  }

  async #clear(): Promise<void> {
    // Cancelled first: a resource that is taken away from under a session starts a flow of its own.
    for (const id of this.#sessions) await this.#context.journeys.transition({ id }, "cancelled");
    for (const id of this.#resources) await this.remove(id);
  }
}
