import type { BookingRules } from "../storage/json-shapes.ts";
import { type Clinic, succeeded } from "./clinic.ts";
import type { TestAnswer } from "./party-client.ts";

export const LANE = { org_slug: "clinica-andes" };

/** What a booking in the public lane is asked for with; everything has a default that works. */
export interface PublicWish {
  readonly offer?: string;
  readonly provider?: string;
  readonly startsAt?: string;
  readonly requester?: Record<string, unknown>;
}

let strangers = 0;

/** A person whom the clinic does not know yet. */
export function somebody(): { full_name: string; email: string } {
  strangers += 1;
  return { full_name: `Ana Luisa Rojas ${strangers}`, email: `ana.rojas.${strangers}@correo.example` };
}

/** A complete request, with Camila unless told otherwise; `provider: "any"` names none. */
export function publicRequest(clinic: Clinic, wish: PublicWish = {}): Record<string, unknown> {
  const { offer = "Physiotherapy session", provider = "Camila Rojas", startsAt, requester = somebody() } = wish;
  return {
    ...LANE,
    service_id: clinic.id(offer),
    ...(provider !== "any" && { provider_id: clinic.id(provider) }),
    starts_at: startsAt ?? clinic.nextSlot(),
    requester,
    submission: { channel: "web", submitted_by_type: "human" },
    authorization: { human_intent_confirmed: true },
  };
}

/** Books in the public lane, without a credential. */
export function bookPublicly(clinic: Clinic, wish: PublicWish = {}): Promise<TestAnswer> {
  return clinic.demo.stranger.call("public_bookings.create", publicRequest(clinic, wish));
}

/** A booking that must have succeeded, as it was answered. */
export async function bookedPublicly(clinic: Clinic, wish: PublicWish = {}): Promise<TestAnswer["body"]> {
  return succeeded(await bookPublicly(clinic, wish)).body.data.attributes;
}

export function confirmPublicly(clinic: Clinic, token: string): Promise<TestAnswer> {
  return clinic.demo.stranger.call("public_bookings.confirm", { ...LANE, confirmation_token: token });
}

/** Changes how the clinic takes bookings. */
export async function setBookingRules(clinic: Clinic, rules: BookingRules): Promise<void> {
  await clinic.demo.node.services.database.transaction(({ db }) =>
    db.updateTable("organizations").set({ booking: rules }).where("slug", "=", LANE.org_slug).execute(),
  );
}

export interface Decision {
  readonly operation: string;
  readonly outcome: string;
  readonly sessionId: string | null;
  readonly addressHash: string | null;
}

/** What the lane has recorded, oldest first. */
export async function decisionsOf(clinic: Clinic): Promise<Decision[]> {
  return clinic.demo.node.services.database.read(({ db }) =>
    db
      .selectFrom("public_decisions")
      .select(["operation", "outcome", "sessionId", "addressHash"])
      .orderBy("id")
      .execute(),
  );
}
