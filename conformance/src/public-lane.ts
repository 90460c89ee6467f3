import type { Answer } from "./answer.ts";
import type { CaseContext } from "./case-context.ts";
import type { Check } from "./check.ts";
import { pickText } from "./json-path.ts";
import type { BookableOffer, Slot } from "./slot-book.ts";
import { Unmet } from "./verdict.ts";

const MOST_TRIES = 8;

/** A booking that was made without a credential, with what it was answered. */
export interface PublicBooking {
  readonly sessionId: string;
  readonly confirmationToken: string;
  readonly bookingToken: string;
  readonly slot: Slot;
  readonly answer: Answer;
}

/** What a public booking asks for; everything has a lawful default. */
export interface PublicWish {
  readonly slot?: Slot;
  /** Null leaves the choice to the node. */
  readonly providerId?: string | null;
  readonly offer?: BookableOffer;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly deliberate?: boolean;
}

/** The lane on which people book without a credential (operations 4.12). */
export class PublicLane {
  readonly #context: CaseContext;

  constructor(context: CaseContext) {
    this.#context = context;
  }

  /** @throws NotApplicable when the lane is not declared; Unmet when the organization keeps it closed. */
  static async open(context: CaseContext): Promise<PublicLane> {
    await context.world.needs("public_bookings.create", "public_bookings.confirm", "public_bookings.get");
    return new PublicLane(context);
  }

  async path(): Promise<{ org_slug: string }> {
    return { org_slug: await this.#context.world.organizationSlug() };
  }

  /** Who books, as nobody else is called. */
  requester(): { full_name: string; email: string } {
    const word = this.#context.world.uniqueWord();
    return { full_name: `Certification ${word}`, email: `certify-${word}@example.org` };
  }

  /** Asks for a booking, whatever the answer is. */
  async tryBook(wish: PublicWish = {}): Promise<Answer> {
    const { offer, slots } = await this.#context.world.bookable();
    const slot = wish.slot ?? slots.take();
    const providerId = wish.providerId === undefined ? slot.providerId : wish.providerId;
    const answer = await this.#context.node.call("public_bookings.create", {
      path: await this.path(),
      attributes: {
        service_id: (wish.offer ?? offer).serviceId,
        provider_id: providerId ?? undefined,
        starts_at: slot.startsAt,
        requester: this.requester(),
        submission: { channel: "web", submitted_by_type: "human" },
        authorization: { human_intent_confirmed: true },
        ...wish.attributes,
      },
      deliberate: wish.deliberate ?? false,
    });
    const id = pickText(answer.body, "data.attributes.session_id");
    if (answer.status === 201 && id !== undefined) this.#context.journeys.adoptId(id);
    return answer;
  }

  /** Expects a booking to be accepted, waiting for its confirmation. @throws Unmet after recording a mismatch */
  async book(check: Check, wish: PublicWish = {}): Promise<PublicBooking> {
    const { slots } = await this.#context.world.bookable();
    let slot = wish.slot ?? slots.take();
    let answer = await this.tryBook({ ...wish, slot });
    // A time that somebody else took meanwhile is passed over.
    for (let tries = 1; answer.status === 409 && wish.slot === undefined && tries < MOST_TRIES; tries += 1) {
      slot = slots.take();
      answer = await this.tryBook({ ...wish, slot });
    }
    check.resource(answer, 201, "public_bookings");
    const attributes = answer.at("data.attributes");
    const read = (name: string) => pickText(attributes, name) ?? "";
    const booking = {
      sessionId: read("session_id"),
      confirmationToken: read("confirmation_token"),
      bookingToken: read("booking_token"),
      slot,
      answer,
    };
    for (const name of ["session_id", "confirmation_token", "booking_token"])
      check.holds(name, read(name) !== "", {
        expected: "given",
        actual: read(name) === "" ? "nothing" : "given",
        answer,
      });
    if (booking.sessionId === "" || booking.bookingToken === "") throw new Unmet("a public booking was needed");
    return booking;
  }

  async confirm(token: string, orgSlug?: string): Promise<Answer> {
    return this.#context.node.call("public_bookings.confirm", {
      path: orgSlug === undefined ? await this.path() : { org_slug: orgSlug },
      attributes: { confirmation_token: token },
    });
  }

  async get(token: string, orgSlug?: string): Promise<Answer> {
    const path = { ...(orgSlug === undefined ? await this.path() : { org_slug: orgSlug }), booking_token: token };
    return this.#context.node.call("public_bookings.get", { path });
  }

  async cancel(token: string): Promise<Answer> {
    const path = { ...(await this.path()), booking_token: token };
    return this.#context.node.call("public_bookings.cancel", { path, attributes: {} });
  }

  /** Expects a session to be in a state, as the organization reads it. */
  async expectState(check: Check, sessionId: string, state: string): Promise<void> {
    const { answer, session } = await this.#context.journeys.read(sessionId);
    check.equal(`state of ${sessionId}`, { expected: state, actual: session.state, answer });
  }
}
