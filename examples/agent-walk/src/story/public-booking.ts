import type { OperationId } from "@servicialo/schema/0.8/operations";
import type { CreatedPublicBooking } from "@servicialo/schema/0.8/types";
import { bodyOf, dataOf, expectEqual, expectRefused, expectThat } from "../expect.ts";
import { exceptionOf, expectRecord, readSession, statesOf, tryToBook } from "./book.ts";
import type { Flow, Scene } from "./cast.ts";
import { nextSlot, nextSlots } from "./find-slots.ts";
import { MINUTE_MS, moveTimeTo, nodeTime } from "./sandbox-time.ts";

const LANE: readonly OperationId[] = [
  "public_bookings.create",
  "public_bookings.confirm",
  "public_bookings.get",
  "public_bookings.reschedule",
  "public_bookings.cancel",
];

/** How long a public booking waits for its confirmation at most (SVC-PUB-002). */
const CONFIRMATION_MS = 30 * MINUTE_MS;

/** Somebody without any credential books, confirms, looks, moves and cancels. */
export const publicBooking: Flow = {
  title: "the public booking lane",
  needs: LANE,
  async play(scene) {
    const [first, second, third] = await nextSlots(scene, 3);
    await demandHumanIntent(scene, first.starts_at);
    const booking = await bookPublicly(scene, first.starts_at);
    expectRefused("the slot is held", await tryToBook(scene, first), 409, "CONFLICT");
    await confirmOnce(scene, booking);
    await look(scene, booking, "scheduled");
    await moveScheduled(scene, booking, second.starts_at);
    scene.narrate("a stranger booked publicly, confirmed by token, looked at it and moved it");
    const pending = await bookPublicly(scene, third.starts_at);
    const replacement = await replacePending(scene, pending, first.starts_at);
    await cancel(scene, booking, "scheduled");
    await cancel(scene, replacement, "pending_confirmation");
    scene.narrate("what was not confirmed yet was replaced by a new booking; both were cancelled, free of charge");
  },
};

/** Nobody confirms in time: the system cancels, and the slot is free again. */
export const publicBookingExpiry: Flow = {
  title: "a public booking that nobody confirms",
  needs: LANE,
  movesTime: true,
  async play(scene) {
    const { cast } = scene;
    const slot = await nextSlot(scene);
    const booking = await bookPublicly(scene, slot.starts_at);
    const expiry = Date.parse(booking.confirmation_expires_at ?? "");
    await moveTimeTo(cast, expiry - 1000);
    await look(scene, booking, "pending_confirmation");
    await moveTimeTo(cast, expiry);
    await look(scene, booking, "cancelled");
    const late = await tryToConfirm(scene, booking);
    expectRefused("confirming too late", late, 404, "NOT_FOUND");
    const session = await readSession(scene, booking.session_id);
    const last = session.lifecycle.transitions?.at(-1);
    expectEqual("author of the cancellation", [last?.to, last?.by, last?.method], ["cancelled", "system", "auto"]);
    expectRecord(exceptionOf(session, "cancellation"), "free");
    expectEqual("billing of what expired", session.billing.status, "pending");
    dataOf("booking the slot that is free again", await tryToBook(scene, slot), 201);
    scene.narrate("a public booking that nobody confirmed was cancelled by the system, its slot is free again");
  },
};

/** Asks for a booking without any credential; the answer may be a refusal. */
function tryToBookPublicly({ cast, clinic }: Scene, startsAt: string, changes: Record<string, unknown> = {}) {
  return cast.stranger.call("public_bookings.create", {
    org_slug: cast.organizationSlug,
    service_id: clinic.offer.id,
    provider_id: cast.provider.id,
    starts_at: startsAt,
    requester: { full_name: "Ana Luisa Rojas", email: `ana.${crypto.randomUUID()}@correo.example` },
    submission: { channel: "web", submitted_by_type: "human" },
    authorization: { human_intent_confirmed: true },
    ...changes,
  });
}

/** Nobody is booked without a human who wants it, and a way to reach them (SVC-PUB-001). */
async function demandHumanIntent(scene: Scene, startsAt: string): Promise<void> {
  const flaws: readonly Record<string, unknown>[] = [
    { authorization: { human_intent_confirmed: false } },
    { requester: { full_name: "Ana Luisa Rojas" } },
    { submission: undefined },
  ];
  for (const flaw of flaws) {
    const refused = await tryToBookPublicly(scene, startsAt, flaw);
    expectRefused(`a public booking with ${JSON.stringify(flaw)}`, refused, 422, "VALIDATION_ERROR");
  }
}

async function bookPublicly(scene: Scene, startsAt: string): Promise<CreatedPublicBooking> {
  const now = (await nodeTime(scene)).getTime();
  const booking = dataOf("public_bookings.create", await tryToBookPublicly(scene, startsAt), 201).attributes;
  expectEqual("state after a public booking", booking.state, "pending_confirmation");
  expectEqual("start of a public booking", Date.parse(booking.starts_at), Date.parse(startsAt));
  const wait = Date.parse(booking.confirmation_expires_at ?? "") - now;
  // Real time goes on between the two readings.
  expectThat("it waits half an hour at most", wait > 0 && wait <= CONFIRMATION_MS + MINUTE_MS);
  expectEqual("states passed", statesOf(await readSession(scene, booking.session_id)), [
    "requested",
    "pending_confirmation",
  ]);
  return booking;
}

function tryToConfirm({ cast }: Scene, { confirmation_token }: CreatedPublicBooking) {
  return cast.stranger.call("public_bookings.confirm", { org_slug: cast.organizationSlug, confirmation_token });
}

async function confirmOnce(scene: Scene, booking: CreatedPublicBooking): Promise<void> {
  const confirmed = dataOf("public_bookings.confirm", await tryToConfirm(scene, booking));
  expectEqual("state after confirming", [confirmed.id, confirmed.attributes.state], [booking.session_id, "scheduled"]);
  expectRefused("confirming a second time", await tryToConfirm(scene, booking), 404, "NOT_FOUND");
}

/** The holder of the token sees where the booking stands, and no token again. */
async function look({ cast }: Scene, booking: CreatedPublicBooking, state: string): Promise<void> {
  const { booking_token } = booking;
  const answer = await cast.stranger.call("public_bookings.get", { org_slug: cast.organizationSlug, booking_token });
  const seen = dataOf("public_bookings.get", answer).attributes;
  expectEqual("the booking", [seen.session_id, seen.state], [booking.session_id, state]);
  const text = JSON.stringify(seen);
  for (const secret of [booking.booking_token, booking.confirmation_token, "Ana Luisa", "correo.example"]) {
    expectThat("a public view shows no token and nobody's name", !text.includes(secret));
  }
  const unknown = { org_slug: cast.organizationSlug, booking_token: `${booking_token}x` };
  expectRefused("another token", await cast.stranger.call("public_bookings.get", unknown), 404, "NOT_FOUND");
}

function tryToMovePublicly({ cast }: Scene, { booking_token }: CreatedPublicBooking, startsAt: string) {
  const { organizationSlug: org_slug } = cast;
  return cast.stranger.call("public_bookings.reschedule", { org_slug, booking_token, new_datetime: startsAt });
}

/** A confirmed booking keeps its session. */
async function moveScheduled(scene: Scene, booking: CreatedPublicBooking, startsAt: string): Promise<void> {
  const moved = dataOf("public_bookings.reschedule", await tryToMovePublicly(scene, booking, startsAt)).attributes;
  expectEqual("session after moving", [moved.session_id, moved.state], [booking.session_id, "scheduled"]);
  expectEqual("start after moving", Date.parse(moved.starts_at), Date.parse(startsAt));
  const session = await readSession(scene, booking.session_id);
  expectEqual("last two moves", statesOf(session).slice(-2), ["rescheduling", "scheduled"]);
  expectRecord(exceptionOf(session, "reschedule"), "rescheduled");
}

/** A booking that waits for its confirmation is replaced by a new one, which is linked to it (P-11). */
async function replacePending(
  scene: Scene,
  booking: CreatedPublicBooking,
  startsAt: string,
): Promise<CreatedPublicBooking> {
  const moved = dataOf("public_bookings.reschedule", await tryToMovePublicly(scene, booking, startsAt)).attributes;
  const { booking_token, confirmation_token } = moved;
  expectThat("the replacement has tokens of its own", booking_token !== undefined && confirmation_token !== undefined);
  expectEqual("link to what it replaced", moved.previous_session_id, booking.session_id);
  expectThat("the replacement is another session", moved.session_id !== booking.session_id);
  expectEqual("state of the replacement", moved.state, "pending_confirmation");
  await look(scene, booking, "cancelled");
  return { ...moved, booking_token, confirmation_token };
}

async function cancel(scene: Scene, booking: CreatedPublicBooking, from: string): Promise<void> {
  const { cast } = scene;
  const { booking_token, session_id } = booking;
  const answer = await cast.stranger.call("public_bookings.cancel", { org_slug: cast.organizationSlug, booking_token });
  const { data, meta } = bodyOf("public_bookings.cancel", answer);
  expectEqual("state after cancelling", [data.id, data.attributes.state], [session_id, "cancelled"]);
  expectEqual("move of the cancellation", [meta.transition.from, meta.transition.to], [from, "cancelled"]);
  expectEqual("penalty two days before", [meta.policy.penalty_percent, meta.policy.penalty.value], [0, 0]);
  expectRecord(exceptionOf(await readSession(scene, session_id), "cancellation"), "free");
}
