import { randomUUID } from "node:crypto";
import type { OperationId } from "@servicialo/schema/0.8/operations";
import { isoInstant } from "../../src/clock.ts";
import { AGENT, type House, SESSION_MINUTES } from "./house.ts";

/** One write, with the key that it is repeated under. */
export interface Ask {
  readonly key: string;
  readonly operation: OperationId;
  /** Whose credential it is sent with. */
  readonly as: "organization" | "agent" | `provider-${number}`;
  readonly input: Readonly<Record<string, unknown>>;
}

/** An answer that settled a write. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: journeys read into answers of every shape
  readonly body: any;
}

/** The writes of one session, each made from the answer to the one before it. */
export type Journey = Generator<Ask, void, Answer>;

/** What the writers share. */
export interface Cast {
  readonly house: House;
  /** Mandate of the agent. */
  readonly mandateId: string;
  /** From when on the sessions are, epoch milliseconds. */
  readonly from: number;
}

const SLOT_MS = SESSION_MINUTES * 60_000;

/** Sessions are moved into years in which nobody books. */
const ELSEWHERE_MS = 20 * 365 * 86_400_000;

/** The n-th journey of a writer: its own slot in its own calendars, so that no write is ever in another's way. */
export function journeyOf(cast: Cast, writer: number, n: number): Journey {
  return (n + writer) % 4 === 3 ? byAgent(cast, writer, n) : session(cast, writer, n);
}

function ask(as: Ask["as"], operation: OperationId, input: Record<string, unknown>): Ask {
  return { key: randomUUID(), operation, as, input };
}

function slotOf({ from }: Cast, n: number, years = 0): string {
  return isoInstant(from + years + n * SLOT_MS);
}

function bookingOf(cast: Cast, writer: number, n: number) {
  const { house } = cast;
  const parties = house.parties[writer] ?? { providerId: "", clientId: "", resourceId: "" };
  return {
    service_id: house.offerId,
    provider_id: parties.providerId,
    client_id: parties.clientId,
    ...(n % 2 === 0 && { resource_id: parties.resourceId }),
    starts_at: slotOf(cast, n),
  };
}

/** Booked and confirmed; then given up, or moved and delivered, or delivered, documented, sold and paid in two parts. */
function* session(cast: Cast, writer: number, n: number): Journey {
  const { providerId: provider = "", clientId: client = "" } = cast.house.parties[writer] ?? {};
  const booked = yield ask("organization", "scheduling.book", bookingOf(cast, writer, n));
  const of = { session_id: booked.body.data.id as string };
  yield ask("organization", "lifecycle.transition", { ...of, to_state: "scheduled" });
  if (n % 3 === 0) {
    yield ask("organization", "scheduling.reschedule", { ...of, new_datetime: slotOf(cast, n, ELSEWHERE_MS) });
  }
  yield ask("organization", "scheduling.confirm", { ...of, actor: { type: "client", id: client } });
  if (n % 3 === 1) {
    yield ask("organization", "scheduling.cancel", { ...of, reason: "no time" });
    return;
  }
  const as = `provider-${writer}` as const;
  const actor = { type: "provider", id: provider };
  yield ask(as, "delivery.checkin", { ...of, actor });
  yield ask(as, "delivery.checkout", { ...of, actor });
  if (n % 3 === 0) return;
  const evidence = {
    evidence_type: "document",
    data: { uri: "https://records.example/1", document_type: "clinical_record", signed_by: ["provider", "client"] },
  };
  yield ask(as, "lifecycle.transition", { ...of, actor, to_state: "documented", evidence });
  const sold = yield ask("organization", "payments.create_sale", {
    ...of,
    client_id: client,
    service_id: cast.house.offerId,
    provider_id: provider,
    unit_price: 20_000,
  });
  const payment = { sale_id: sold.body.data.id as string, method: "efectivo" };
  yield ask("organization", "payments.record_payment", { ...payment, amount: 5_000 });
  yield ask("organization", "payments.record_payment", { ...payment, amount: 15_000 });
}

/** Booked and moved by an agent, under its mandate. */
function* byAgent(cast: Cast, writer: number, n: number): Journey {
  const actor = { type: "agent", id: AGENT, mandate_id: cast.mandateId };
  const booked = yield ask("agent", "scheduling.book", { ...bookingOf(cast, writer, n), actor });
  const of = { session_id: booked.body.data.id as string, actor };
  yield ask("organization", "lifecycle.transition", { session_id: of.session_id, to_state: "scheduled" });
  yield ask("agent", "scheduling.reschedule", { ...of, new_datetime: slotOf(cast, n, ELSEWHERE_MS) });
}
