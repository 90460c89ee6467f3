import type { Answer } from "./answer.ts";
import { coreStates, type OperationId } from "./artefacts.ts";
import { evidenceOfKind } from "./evidence-kinds.ts";
import { pickList, pickText } from "./json-path.ts";
import type { Actor, CallOptions, ProtocolClient } from "./protocol-client.ts";
import { type SessionView, sessionOf } from "./session-view.ts";
import type { CredentialKind } from "./settings.ts";
import type { BookableOffer, Slot, SlotBook } from "./slot-book.ts";
import { Unmet } from "./verdict.ts";
import type { World } from "./world.ts";

const MOST_BOOKING_TRIES = 8;

/** A session that a case owns, with what it was booked from. */
export interface OwnedSession {
  readonly id: string;
  readonly offer: BookableOffer;
  readonly clientId: string;
  readonly slot: Slot;
  /** The answer that the booking got. */
  readonly booked: Answer;
}

/** What a booking may differ in. */
export interface BookingWish {
  readonly clientId?: string;
  readonly elsewhere?: boolean;
  readonly slot?: Slot;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/**
 * Reusable steps through the life of a session. Each succeeds or throws Unmet: a case whose way to its subject is
 * blocked ends as NOT_VERIFIED, and the blocked step fails the requirement that is about that step.
 */
export class Journeys {
  readonly #client: ProtocolClient;
  readonly #world: World;
  readonly #owned: string[];

  constructor(parts: { client: ProtocolClient; world: World; owned: string[] }) {
    this.#client = parts.client;
    this.#world = parts.world;
    this.#owned = parts.owned;
  }

  /** Attributes of a lawful booking of a slot (operations 4.4). */
  async bookingAttributes(wish: BookingWish = {}): Promise<{ attributes: Record<string, unknown>; slot: Slot; offer: BookableOffer }> {
    const { offer, slots } = await this.#place(wish);
    const slot = wish.slot ?? slots.take();
    const attributes = {
      service_id: offer.serviceId,
      provider_id: offer.providerId,
      client_id: wish.clientId ?? (await this.#world.clientId()),
      starts_at: slot.startsAt,
      ...(slot.resourceId === undefined ? {} : { resource_id: slot.resourceId }),
      actor: await this.#world.actorOf("organization"),
      ...wish.attributes,
    };
    return { attributes, slot, offer };
  }

  /**
   * Books a free slot; a slot that somebody else took meanwhile is passed over.
   * @throws Unmet when the node does not book what it offers.
   */
  async book(wish: BookingWish = {}): Promise<OwnedSession> {
    for (let tries = 0; tries < MOST_BOOKING_TRIES; tries += 1) {
      const { attributes, slot, offer } = await this.bookingAttributes(wish);
      const booked = await this.#client.call("scheduling.book", { attributes });
      const id = pickText(booked.body, "data.id");
      if (booked.status === 201 && id !== undefined) {
        this.#owned.push(id);
        return { id, offer, slot, booked, clientId: String(attributes.client_id) };
      }
      if (booked.status !== 409 || wish.slot !== undefined) throw new Unmet(`a booking was needed, and answered ${booked.describe()}`);
    }
    throw new Unmet(`${MOST_BOOKING_TRIES} slots offered as free were all taken when booked`);
  }

  /** Remembers a session that a case booked itself, so that it is cancelled at the end of the run. */
  adopt(answer: Answer): void {
    const id = pickText(answer.body, "data.id");
    if (id !== undefined) this.#owned.push(id);
  }

  /** Reads a session again. @throws Unmet when it cannot be read. */
  async read(id: string, as: CredentialKind = "organization"): Promise<{ answer: Answer; session: SessionView }> {
    const answer = await this.#client.call("service.get", { path: { service_id: id }, as });
    const session = sessionOf(answer);
    if (answer.status !== 200 || session === null) throw new Unmet(`reading the session back answered ${answer.describe()}`);
    return { answer, session };
  }

  /** One transition with everything that its target needs; never throws for a refusal. */
  async transition(session: { id: string }, to: string, wish: TransitionWish = {}): Promise<Answer> {
    const as = wish.as ?? actorFor(to);
    const actor = wish.actor ?? (await this.#world.actorOf(as as "organization" | "provider" | "client"));
    return this.#client.call("lifecycle.transition", {
      path: { session_id: session.id },
      attributes: { to_state: to, actor, ...requiredInput(to), ...wish.attributes },
      as,
      ...wish.options,
    });
  }

  /** Calls a convenience operation of a session with the actor of its credential. */
  async operate(id: OperationId, session: { id: string }, wish: Omit<TransitionWish, "actor"> = {}): Promise<Answer> {
    const as = wish.as ?? "organization";
    return this.#client.call(id, {
      path: { session_id: session.id },
      attributes: { actor: await this.#world.actorOf(as as "organization" | "provider" | "client"), ...wish.attributes },
      as,
      ...wish.options,
    });
  }

  /** Moves a session one step along the happy path. @throws Unmet when the step is refused. */
  async advance(session: OwnedSession, to: string): Promise<Answer> {
    if (to === "documented") await this.#recordRequiredEvidence(session);
    const answer = to === "charged" ? await this.charge(session) : await this.transition(session, to);
    if (!answer.ok) throw new Unmet(`the way to ${to} is blocked: ${answer.describe()}`);
    return answer;
  }

  /** Books a session and walks it, state by state, to a state of the happy path. */
  async walkTo(state: string, wish: BookingWish = {}): Promise<OwnedSession> {
    const session = await this.book(wish);
    const path = coreStates();
    for (const next of path.slice(1, path.indexOf(state) + 1)) await this.advance(session, next);
    return session;
  }

  /** Charges a documented session by its id; the price is the offer's (operations 4.7). */
  async charge(session: OwnedSession, attributes: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    return this.#client.call("payments.create_sale", {
      attributes: {
        client_id: session.clientId,
        service_id: session.offer.serviceId,
        provider_id: session.offer.providerId,
        unit_price: session.offer.price.value,
        session_id: session.id,
        actor: await this.#world.actorOf("organization"),
        ...attributes,
      },
    });
  }

  /** Records one evidence item as the session's provider. */
  async recordEvidence(session: { id: string }, item: Readonly<Record<string, unknown>>, options: CallOptions = {}): Promise<Answer> {
    const as = this.#client.has("provider") ? "provider" : "organization";
    return this.#client.call("delivery.record_evidence", {
      path: { session_id: session.id },
      attributes: { actor: await this.#world.actorOf(as), ...item },
      as,
      ...options,
    });
  }

  /** Cancels what is still before delivery; what cannot be cancelled stays. */
  async cleanUp(): Promise<void> {
    for (const id of this.#owned) {
      const answer = await this.#client.call("service.get", { path: { service_id: id } });
      const state = sessionOf(answer)?.state ?? "";
      if (["requested", "scheduled", "confirmed", "rescheduling", "reassigning"].includes(state)) {
        await this.transition({ id }, "cancelled");
      }
    }
  }

  async #recordRequiredEvidence(session: OwnedSession): Promise<void> {
    const { session: present } = await this.read(session.id);
    const missing = new Set(session.offer.requiredEvidence);
    for (const kind of missing) {
      const item = evidenceOfKind(kind, { clientId: session.clientId, atMs: this.#world.now() });
      if (item === null) throw new Unmet(`the contract requires evidence of the kind ${kind}, which the suite does not know`);
      const answer = await this.recordEvidence({ id: present.id }, item);
      if (!answer.ok) throw new Unmet(`recording ${kind} evidence answered ${answer.describe()}`);
    }
  }

  async #place(wish: BookingWish): Promise<{ offer: BookableOffer; slots: SlotBook }> {
    return wish.elsewhere === true ? this.#world.bookableElsewhere() : this.#world.bookable();
  }
}

/** What a transition may differ in. */
export interface TransitionWish {
  readonly as?: CredentialKind;
  readonly actor?: Actor;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly options?: CallOptions;
}

/** The party that may make moves into a state, so that authority is never the reason of a refusal (lifecycle 2). */
export function actorFor(to: string): "organization" | "provider" | "client" {
  if (to === "delivered" || to === "partial") return "provider";
  if (to === "verified" || to === "disputed") return "client";
  return "organization";
}

/** Attributes that a transition to a state must carry (operations 3), so that only the move itself is judged. */
export function requiredInput(to: string): Record<string, unknown> {
  switch (to) {
    case "cancelled":
    case "disputed":
    case "rescheduling":
      return { reason: "certification run" };
    case "reassigning":
      return { reason: "certification run", no_show_type: "provider" };
    case "partial":
      return {
        reason: "certification run",
        partial: { description: "half of it was delivered", delivered_minutes: 1 },
      };
    case "documented":
      return { content: "Record written by a certification run." };
    default:
      return {};
  }
}

/** Codes of evidence kinds that an answer says are missing. */
export function missingEvidence(answer: Answer): readonly string[] {
  return pickList(answer.body, "errors.0.meta.missing_evidence").filter((kind): kind is string => typeof kind === "string");
}
