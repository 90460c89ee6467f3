import type { Answer } from "./answer.ts";
import type { Actor, CallOptions } from "./protocol-client.ts";
import type { CredentialKind } from "./settings.ts";
import type { BookableOffer, Slot } from "./slot-book.ts";

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
  /** How the request itself may differ. */
  readonly options?: CallOptions;
}

/** How states off the happy path are entered, and which flow of the card they belong to. */
export const DETOURS: Readonly<Record<string, { from: string; flow: string | null }>> = {
  cancelled: { from: "scheduled", flow: null },
  rescheduling: { from: "scheduled", flow: "rescheduling" },
  reassigning: { from: "confirmed", flow: "no_show" },
  partial: { from: "in_progress", flow: "partial_delivery" },
  disputed: { from: "delivered", flow: "dispute" },
};

/** What a transition may differ in. */
export interface TransitionWish {
  readonly as?: CredentialKind;
  readonly actor?: Actor;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly options?: CallOptions;
}

/** The party that may make moves into a state, so that authority is never the reason of a refusal (lifecycle 2). */
export function actorFor(to: string): "organization" | "provider" | "client" {
  // Before the grace period only the provider can say that the provider will not come (move L-20).
  if (to === "delivered" || to === "partial" || to === "reassigning") return "provider";
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
