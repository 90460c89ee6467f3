import { ProtocolError } from "../generated/servicialo.ts";
import type { AppliedCancellationPolicy, Sale, ServiceState } from "../generated/types.ts";
import { fromMinor, share, toMinor } from "./money.ts";
import { record } from "./sessions.ts";
import { newId, type Party, type Store, type StoredSession } from "./store.ts";

const HOUR = 3_600_000;

/** The protocol's default policy: free above 24 hours, half down to 2 hours, then all of it (lifecycle 8). */
const TIERS = [
  { from: (remaining: number) => remaining > 24 * HOUR, percent: 0 },
  { from: (remaining: number) => remaining >= 2 * HOUR, percent: 50 },
  { from: () => true, percent: 100 },
];

const FREE_STATES: readonly ServiceState[] = ["requested", "pending_confirmation", "reassigning"];

/** Makes a sale for sessions of one client, offer and provider. @param unitMinor price of one, in minor units */
export function makeSale(store: Store, sessions: readonly StoredSession[], unitMinor: number): Sale {
  const [first] = sessions;
  if (!first) throw new Error("A sale needs a session.");
  const { currency } = first.document.billing.amount;
  const total = fromMinor(unitMinor * sessions.length, currency);
  const sale: Sale = {
    id: newId("sal"),
    client_id: first.document.client_id,
    service_id: first.document.service_id,
    provider_id: first.document.provider_id,
    session_ids: sessions.map(({ document }) => document.id),
    quantity: sessions.length,
    unit_price: fromMinor(unitMinor, currency),
    total,
    status: "open",
    paid: fromMinor(0, currency),
    due: total,
    created_at: store.instant(),
  };
  store.sales.set(sale.id, sale);
  return sale;
}

/** documented → charged on a copy (L-12). */
export function charge(store: Store, stored: StoredSession, by: string): void {
  record(store, stored, { to: "charged", by });
  Object.assign(stored.document.billing, { status: "charged", charged_at: store.instant() });
}

/** The charge that a session has not yet, or that a dispute freezes. @throws {ProtocolError} `CONFLICT` */
export function requireChargeable({ document: { lifecycle } }: StoredSession): void {
  const state = lifecycle.current_state;
  if (state === "disputed") throw new ProtocolError("CONFLICT", { detail: "The charge is frozen by a dispute." });
  if (state === "charged" || state === "verified")
    throw new ProtocolError("CONFLICT", { detail: "The session was charged already." });
}

/** Takes the sale of a session back: the client prevails in a dispute (lifecycle 6.4). */
export function voidSale(store: Store, sessionId: string): void {
  for (const sale of store.sales.values()) if (sale.session_ids.includes(sessionId)) sale.status = "voided";
}

/** What a cancellation costs now, and charges it to a copy. Only clients pay, and only for what was committed (P-08). */
export function applyCancellationPolicy(
  store: Store,
  stored: StoredSession,
  role: Party["type"],
): AppliedCancellationPolicy {
  const { billing, lifecycle, starts_at } = stored.document;
  const remaining = Date.parse(starts_at) - store.now();
  const free = role !== "client" || FREE_STATES.includes(lifecycle.current_state);
  const percent = free ? 0 : (TIERS.find(({ from }) => from(remaining))?.percent ?? 100);
  const penalty = share(toMinor(billing.amount), percent, 100);
  if (penalty > 0) {
    makeSale(store, [stored], penalty);
    Object.assign(billing, { status: "charged", charged_at: store.instant() });
  }
  const { currency } = billing.amount;
  return {
    hours_before: Number((remaining / HOUR).toFixed(4)),
    penalty_percent: percent,
    penalty: fromMinor(penalty, currency),
    refund: fromMinor(0, currency),
  };
}
