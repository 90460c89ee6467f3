import type { Answer } from "./answer.ts";
import { coreStates, type OperationId } from "./artefacts.ts";
import { evidenceOfKind } from "./evidence-kinds.ts";
import {
  actorFor,
  type BookingWish,
  DETOURS,
  type OwnedSession,
  requiredInput,
  type TransitionWish,
} from "./journey-steps.ts";
import { pickText } from "./json-path.ts";
import type { Actor, CallOptions, ProtocolClient } from "./protocol-client.ts";
import { type SessionView, sessionOf } from "./session-view.ts";
import type { CredentialKind } from "./settings.ts";
import type { BookableOffer, Slot, SlotBook } from "./slot-book.ts";
import { Unmet } from "./verdict.ts";
import type { World } from "./world.ts";

const MOST_BOOKING_TRIES = 8;

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
  async bookingAttributes(
    wish: BookingWish = {},
  ): Promise<{ attributes: Record<string, unknown>; slot: Slot; offer: BookableOffer }> {
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
    const { answer, session } = await this.tryBook(wish);
    if (session === null) throw new Unmet(`a booking was needed, and answered ${answer.describe()}`);
    return session;
  }

  /** Books as `book` does, and gives the refusal back instead of throwing: for cases about booking itself. */
  async tryBook(wish: BookingWish = {}): Promise<{ answer: Answer; session: OwnedSession | null; slot: Slot }> {
    for (let tries = 1; ; tries += 1) {
      const { attributes, slot, offer } = await this.bookingAttributes(wish);
      const answer = await this.#client.call("scheduling.book", { attributes, ...wish.options });
      const id = pickText(answer.body, "data.id");
      if (answer.status === 201 && id !== undefined) {
        this.#owned.push(id);
        return { answer, slot, session: { id, offer, slot, booked: answer, clientId: String(attributes.client_id) } };
      }
      if (answer.status !== 409 || wish.slot !== undefined || tries === MOST_BOOKING_TRIES)
        return { answer, slot, session: null };
    }
  }

  /** Remembers a session that a case booked itself, so that it is cancelled at the end of the run. */
  adopt(answer: Answer): void {
    const id = pickText(answer.body, "data.id");
    if (id !== undefined) this.#owned.push(id);
  }

  /** Remembers a session by its id, as `adopt` does. */
  adoptId(id: string): void {
    this.#owned.push(id);
  }

  /** Reads a session again. @throws Unmet when it cannot be read. */
  async read(id: string, as: CredentialKind = "organization"): Promise<{ answer: Answer; session: SessionView }> {
    const answer = await this.#client.call("service.get", { path: { service_id: id }, as });
    const session = sessionOf(answer);
    if (answer.status !== 200 || session === null)
      throw new Unmet(`reading the session back answered ${answer.describe()}`);
    return { answer, session };
  }

  /** One transition with everything that its target needs; never throws for a refusal. */
  async transition(session: { id: string; clientId?: string }, to: string, wish: TransitionWish = {}): Promise<Answer> {
    const { as, actor } = wish.as === undefined ? await this.#moverOf(session, to) : { as: wish.as, actor: undefined };
    return this.#client.call("lifecycle.transition", {
      path: { session_id: session.id },
      attributes: {
        to_state: to,
        actor: wish.actor ?? actor ?? (await this.#world.actorOf(as)),
        ...requiredInput(to),
        ...wish.attributes,
      },
      as,
      ...wish.options,
    });
  }

  /**
   * Who may make the move. The client of a booking that was made without a credential has none; the organization acts for
   * its own clients (decision D-23).
   */
  async #moverOf(
    { clientId }: { clientId?: string },
    to: string,
  ): Promise<{ as: CredentialKind; actor: Actor | undefined }> {
    const as = this.#partyFor(to);
    if (as !== "client" || clientId === undefined) return { as, actor: undefined };
    const bound = await this.#world.actorOf("client");
    if (bound.id === clientId) return { as, actor: bound };
    return { as: "organization", actor: { type: "client", id: clientId } };
  }

  /** Calls a convenience operation of a session with the actor of its credential. */
  async operate(id: OperationId, session: { id: string }, wish: Omit<TransitionWish, "actor"> = {}): Promise<Answer> {
    const as = wish.as ?? "organization";
    return this.#client.call(id, {
      path: { session_id: session.id },
      attributes: { actor: await this.#world.actorOf(as), ...wish.attributes },
      as,
      ...wish.options,
    });
  }

  /** Moves a session one step along the happy path. @throws Unmet when the step is refused. */
  async advance(session: OwnedSession, to: string): Promise<Answer> {
    if (to === "documented") await this.recordRequiredEvidence(session);
    let answer: Answer;
    if (to === "charged") answer = await this.charge(session);
    else if (to === "confirmed") answer = await this.#confirm(session);
    else answer = await this.transition(session, to);
    if (!answer.ok) throw new Unmet(`the way to ${to} is blocked: ${answer.describe()}`);
    return answer;
  }

  /** Books a session and walks it, state by state, to a state of the happy path. */
  async walkTo(state: string, wish: BookingWish = {}): Promise<OwnedSession> {
    const session = await this.book(wish);
    const path = coreStates();
    // A contract that confirms at booking leaves the session further on than `requested` (lifecycle P-03).
    const begin = path.indexOf(sessionOf(session.booked)?.state ?? "");
    if (begin < 0 || begin > path.indexOf(state)) throw new Unmet(`a booking is not in ${state} or before it`);
    for (const next of path.slice(begin + 1, path.indexOf(state) + 1)) await this.advance(session, next);
    return session;
  }

  /**
   * Brings a session of its own into any state of the machine.
   * @throws Unmet when the way is blocked; NotApplicable when the card does not declare the flow that leads there.
   */
  async reach(state: string): Promise<OwnedSession> {
    if (state === "pending_confirmation") return this.bookPublicly();
    const detour = DETOURS[state];
    if (detour === undefined) return this.walkTo(state);
    if (detour.flow !== null) await this.#world.needsFlow(detour.flow);
    const session = await this.walkTo(detour.from);
    const answer = await this.transition(session, state);
    if (!answer.ok) throw new Unmet(`the way from ${detour.from} to ${state} is blocked: ${answer.describe()}`);
    return session;
  }

  /**
   * Books over the public lane, without a credential; the session waits in `pending_confirmation` (operations 4.12).
   * @throws NotApplicable when the lane is not declared; Unmet when it is closed for the offer.
   */
  async bookPublicly(): Promise<OwnedSession> {
    await this.#world.needs("public_bookings.create");
    const { offer, slots } = await this.#world.bookable();
    const slot = slots.take();
    const booked = await this.#client.call("public_bookings.create", {
      path: { org_slug: await this.#world.organizationSlug() },
      attributes: {
        service_id: offer.serviceId,
        provider_id: offer.providerId,
        starts_at: slot.startsAt,
        requester: { full_name: "Certification Run", email: `certify-${this.#world.uniqueWord()}@example.org` },
        submission: { channel: "api", submitted_by_type: "human" },
        authorization: { human_intent_confirmed: true },
      },
    });
    const id = pickText(booked.body, "data.attributes.session_id");
    if (booked.status !== 201 || id === undefined)
      throw new Unmet(`a public booking was needed, and answered ${booked.describe()}`);
    this.#owned.push(id);
    const { answer } = await this.read(id);
    return { id, offer, slot, booked, clientId: pickText(answer.body, "data.attributes.client.id") ?? "" };
  }

  /** A session that this run walked through all eight states, read back; the same one for every case that only reads. */
  async exemplar(): Promise<{ owned: OwnedSession; answer: Answer; session: SessionView }> {
    const owned = await this.#world.once("exemplar", () => {
      // Whichever case asks first: it belongs to all of them.
      const shared = { client: this.#client.inTheNameOf("exemplar"), world: this.#world, owned: this.#owned };
      return new Journeys(shared).walkTo("verified");
    });
    return { owned, ...(await this.read(owned.id)) };
  }

  /** Charges a documented session by its id; the price is the offer's (operations 4.7). */
  async charge(
    session: Pick<OwnedSession, "id" | "offer" | "clientId">,
    attributes: Readonly<Record<string, unknown>> = {},
  ): Promise<Answer> {
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
  async recordEvidence(
    session: { id: string },
    item: Readonly<Record<string, unknown>>,
    options: CallOptions = {},
  ): Promise<Answer> {
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
      if (
        ["requested", "pending_confirmation", "scheduled", "confirmed", "rescheduling", "reassigning"].includes(state)
      ) {
        await this.transition({ id }, "cancelled");
      }
    }
  }

  /** Records an item of every kind that the contract requires (evidence 4). @throws Unmet when one is refused. */
  async recordRequiredEvidence(session: Pick<OwnedSession, "id" | "offer" | "clientId">): Promise<void> {
    for (const kind of new Set(session.offer.requiredEvidence)) {
      const item = evidenceOfKind(kind, { clientId: session.clientId, atMs: this.#world.now() });
      if (item === null)
        throw new Unmet(`the contract requires evidence of the kind ${kind}, which the suite does not know`);
      const answer = await this.recordEvidence(session, item);
      if (!answer.ok) throw new Unmet(`recording ${kind} evidence answered ${answer.describe()}`);
    }
  }

  /** Confirms as the contract's policy asks: by the client, by the provider side, or by both (lifecycle P-03). */
  async #confirm(session: OwnedSession): Promise<Answer> {
    const policy = session.offer.confirmationPolicy;
    if (policy === "both") await this.transition(session, "confirmed", { as: "organization" });
    return this.transition(session, "confirmed", {
      as: policy === "both" || policy === "client" ? "client" : "organization",
    });
  }

  #partyFor(to: string): "organization" | "provider" | "client" {
    const party = actorFor(to);
    return party === "provider" && to === "reassigning" && !this.#client.has("provider") ? "organization" : party;
  }

  async #place(wish: BookingWish): Promise<{ offer: BookableOffer; slots: SlotBook }> {
    return wish.elsewhere === true ? this.#world.bookableElsewhere() : this.#world.bookable();
  }
}
