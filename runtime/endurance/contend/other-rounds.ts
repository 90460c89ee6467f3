import { randomUUID } from "node:crypto";
import { verifyAudit } from "../../src/audit/verify-audit.ts";
import { isoInstant } from "../../src/clock.ts";
import { mandateOf } from "../load/mix.ts";
import { reading, refuse } from "../town/inspect.ts";
import type { Town } from "../town/plant.ts";
import type { Ask } from "./bookers.ts";
import { bookingOf, type Crowd, countOf, exactly, type Field, slotOf } from "./rounds.ts";

const DAY_MS = 86_400_000;

/** @throws {Error} when a request that has to succeed did not */
async function one({ bookers }: Field, ask: Ask): Promise<{ id: string }> {
  const [outcome] = await bookers.send([ask]);
  if (!outcome || outcome.status >= 300)
    throw new Error(`${ask.operation} was answered ${outcome?.status}: ${outcome?.text.slice(0, 300)}`);
  return { id: JSON.parse(outcome.text).data.id };
}

/** The draft of an order for so many sessions of a client. */
function draftOf(
  town: Town,
  { client, places, description }: { client: number; places: number; description: string },
): Ask {
  const input = {
    organization_id: town.organizationId,
    client_id: town.clientIds[client],
    payer_id: town.clientIds[client],
    scope: { description, service_types: ["physical_therapy_session"], quantity_limit: places },
    term: { type: "per_event", starts_at: isoInstant(Date.now()), ends_at: isoInstant(Date.now() + 3650 * DAY_MS) },
    pricing: { model: "fixed", currency: "CLP", fixed_amount: 200_000 },
    payment_schedule: { type: "upfront" },
  };
  return { who: "organization", operation: "service_orders.create", input };
}

/** An order that has places for so many sessions is booked under by more at once, at times and providers of their own. */
export async function orderPlaces(field: Field, round: number, places: number): Promise<Crowd> {
  const { town, bookers } = field;
  const client = round % town.clientIds.length;
  const { id } = await one(field, draftOf(town, { client, places, description: "A few sessions" }));
  await one(field, { who: "organization", operation: "service_orders.propose", input: { order_id: id } });
  await one(field, { who: `client-${client}`, operation: "service_orders.activate", input: { order_id: id } });
  const base = Date.parse(slotOf(round));
  const asks = town.providerIds.map((_, provider): Ask => {
    // A session each half an hour, so that only the order is in the way.
    const ask = bookingOf(town, { client, provider, startsAt: isoInstant(base + provider * 1_800_000) });
    return { ...ask, input: { ...ask.input, service_order_id: id } };
  });
  const crowd = countOf(await bookers.send(asks), ["SERVICE_ORDER_EXHAUSTED"]);
  return exactly(places, crowd, `round ${round} of an order`);
}

/** A session is sold for 20,000 and paid by several at once, 5,000 each: four are taken. */
export async function payments(field: Field, round: number): Promise<Crowd> {
  const { town, bookers } = field;
  const session = await one(field, bookingOf(town, { client: 0, provider: 0, startsAt: slotOf(round) }));
  const of = { session_id: session.id };
  await one(field, { who: "client-0", operation: "scheduling.confirm", input: of });
  await one(field, { who: "provider-0", operation: "delivery.checkin", input: of });
  await one(field, { who: "provider-0", operation: "delivery.checkout", input: of });
  const evidence = {
    evidence_type: "document",
    data: { uri: "https://records.example/1", document_type: "clinical_record", signed_by: ["provider", "client"] },
  };
  await one(field, {
    who: "provider-0",
    operation: "lifecycle.transition",
    input: { ...of, to_state: "documented", evidence },
  });
  const parties = { client_id: town.clientIds[0], service_id: town.offerId, provider_id: town.providerIds[0] };
  const sale = await one(field, {
    who: "organization",
    operation: "payments.create_sale",
    input: { ...of, ...parties, unit_price: 20_000 },
  });
  const pay: Ask = {
    who: "organization",
    operation: "payments.record_payment",
    input: { sale_id: sale.id, amount: 5_000, method: "efectivo" },
  };
  const crowd = countOf(await bookers.send(Array.from({ length: 12 }, () => pay)), ["VALIDATION_ERROR"]);
  return exactly(4, crowd, `round ${round} of payments`);
}

/** One session is confirmed, and then called off, by several at once: one of them does it. */
export async function oneMove(field: Field, round: number): Promise<Crowd> {
  const { town, bookers } = field;
  const client = round % town.clientIds.length;
  const session = await one(field, bookingOf(town, { client, provider: 0, startsAt: slotOf(round) }));
  const confirm: Ask = { who: `client-${client}`, operation: "scheduling.confirm", input: { session_id: session.id } };
  const confirmed = countOf(await bookers.send(Array.from({ length: 16 }, () => confirm)), ["INVALID_TRANSITION"]);
  exactly(1, confirmed, `round ${round} of confirming`);
  const input = { session_id: session.id, reason: "no time" };
  const cancel: Ask = { who: "organization", operation: "scheduling.cancel", input };
  const cancelled = countOf(await bookers.send(Array.from({ length: 16 }, () => cancel)), ["INVALID_TRANSITION"]);
  return exactly(1, cancelled, `round ${round} of calling off`);
}

/** One booking is sent by many at once under one key: one effect, and the same bytes for everybody. */
export async function sameKey(field: Field, round: number, many: number): Promise<Crowd> {
  const { town } = field;
  const client = round % town.clientIds.length;
  const key = randomUUID();
  const booking = { ...bookingOf(town, { client, provider: 0, startsAt: slotOf(round) }), key };
  // Where nothing but the key stands in the way of a second effect.
  const draft = { ...draftOf(town, { client, places: 2, description: key }), key };
  for (const twin of [booking, draft]) await sameAnswer(field, twin, many);
  const same = await reading(town.location, async ({ db }) => {
    const startsAt = Date.parse(slotOf(round));
    const booked = await db.selectFrom("sessions").select("id").where("startsAt", "=", startsAt).execute();
    const drafts = await db.selectFrom("service_orders").select("scope").execute();
    const drafted = drafts.filter(({ scope }) => (scope as { description?: string }).description === key);
    return [booked.length, drafted.length];
  });
  if (same.some((count) => count !== 1)) throw new Error(`round ${round} under one key: ${same.join(" and ")} effects`);
  return { booked: 1, refused: 0 };
}

/** Sends the same under one key until everybody has an answer. */
async function sameAnswer({ bookers }: Field, ask: Ask, many: number): Promise<void> {
  const texts = new Set<string>();
  let left = many;
  for (let tries = 0; left > 0; tries += 1) {
    const outcomes = await bookers.send(Array.from({ length: left }, () => ask));
    const waiting = outcomes.filter(({ code }) => code === "IDEMPOTENCY_IN_PROGRESS");
    const settled = outcomes.filter(({ code }) => code !== "IDEMPOTENCY_IN_PROGRESS");
    const strange = settled.find(({ status }) => status >= 300 || status === 0);
    if (strange)
      throw new Error(`${ask.operation} under one key was answered ${strange.status}: ${strange.text.slice(0, 300)}`);
    for (const { text } of settled) texts.add(text);
    left = waiting.length;
    if (tries > 200) throw new Error(`${left} of ${many} never got their answer`);
  }
  if (texts.size !== 1) throw new Error(`${many} answers under one key differ: ${texts.size} of them`);
}

/** Issues a mandate to an agent of the town; answers its id. */
export async function mandateFor(field: Field, agent: number, constraints?: Record<string, unknown>): Promise<string> {
  const input = { ...mandateOf(field.town, agent), ...(constraints && { constraints }) };
  return (await one(field, { who: "organization", operation: "mandates.issue", input })).id;
}

/** A call of an agent that changes nothing and counts. */
export function readingCall(
  field: Field,
  agent: number,
  { mandateId, sessionId }: { mandateId: string; sessionId: string },
): Ask {
  const id = field.town.agentIds[agent] ?? "";
  const actor = { type: "agent", id, mandate_id: mandateId };
  return { who: id, operation: "lifecycle.get_state", input: { session_id: sessionId, actor } };
}

/** An agent that may act so often a day comes with more calls at once: exactly so many are let. */
export async function dailyLimit(
  field: Field,
  round: number,
  { limit, calls }: { limit: number; calls: number },
): Promise<Crowd> {
  const mandateId = await mandateFor(field, 0, { max_actions_per_day: limit });
  const { id: sessionId } = await one(
    field,
    bookingOf(field.town, { client: 1, provider: 1, startsAt: slotOf(round) }),
  );
  const call = readingCall(field, 0, { mandateId, sessionId });
  const outcomes = await field.bookers.send(Array.from({ length: calls }, () => call));
  return exactly(limit, countOf(outcomes, ["CONSTRAINT_VIOLATED"]), `round ${round} of a daily limit`);
}

/** Agents under mandates of their own act at once: their trails and the organization's stay whole. */
export async function manyTrails(field: Field, round: number): Promise<Crowd> {
  const { town, bookers } = field;
  const mandates = await Promise.all(Array.from({ length: 8 }, () => mandateFor(field, 0)));
  const { id: sessionId } = await one(field, bookingOf(town, { client: 2, provider: 2, startsAt: slotOf(round) }));
  const calls = mandates.flatMap((mandateId) =>
    Array.from({ length: 6 }, () => readingCall(field, 0, { mandateId, sessionId })),
  );
  const crowd = exactly(calls.length, countOf(await bookers.send(calls)), `round ${round} of trails`);
  await reading(town.location, async (tx) => {
    const { faults } = await verifyAudit(tx);
    refuse(faults.map(({ mandateId, seq, what }) => `entry ${seq} of ${mandateId}: ${what}`));
  });
  return crowd;
}

/** A mandate is revoked while its agent calls: what is begun after the revocation was answered is refused. Answers the leaks. */
export async function revocation(
  field: Field,
  round: number,
  calls: number,
): Promise<{ allowed: number; refused: number }> {
  const { bookers, town } = field;
  const mandateId = await mandateFor(field, 1);
  const { id: sessionId } = await one(
    field,
    bookingOf(town, { client: round % town.clientIds.length, provider: 3, startsAt: slotOf(round) }),
  );
  const call = readingCall(field, 1, { mandateId, sessionId });
  const race = bookers.send(Array.from({ length: calls }, () => call));
  const revoke: Ask = {
    who: "organization",
    operation: "mandates.revoke",
    input: { mandate_id: mandateId, reason: "enough" },
  };
  await one(field, revoke);
  const after = await bookers.send(Array.from({ length: calls }, () => call));
  const leaks = after.filter(({ code }) => code !== "MANDATE_EXPIRED");
  if (leaks.length > 0)
    throw new Error(
      `round ${round}: ${leaks.length} of ${calls} calls after the revocation were answered ${leaks[0]?.status}`,
    );
  const during = countOf(await race, ["MANDATE_EXPIRED"]);
  await isRecordedInOrder(field, mandateId, during.booked);
  return { allowed: during.booked, refused: during.refused };
}

/** No entry of an agent's success follows that of the revocation, and every success that was answered is there. */
async function isRecordedInOrder({ town }: Field, mandateId: string, answered: number): Promise<void> {
  const entries = await reading(town.location, ({ db }) =>
    db
      .selectFrom("audit_entries")
      .select(["seq", "action", "actionResult"])
      .where("mandateId", "=", mandateId)
      .orderBy("seq")
      .execute(),
  );
  const revokedAt = entries.find(({ action }) => action === "mandate.revoke")?.seq;
  if (revokedAt === undefined) throw new Error(`the revocation of ${mandateId} is not on its trail`);
  const done = entries.filter(
    ({ action, actionResult }) => !action.startsWith("mandate.") && actionResult === "success",
  );
  if (done.some(({ seq }) => seq > revokedAt))
    throw new Error(`an action of ${mandateId} succeeded after its revocation`);
  if (done.length !== answered)
    throw new Error(`${answered} actions of ${mandateId} were answered, ${done.length} are on its trail`);
}
