import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { settleIntent } from "../../billing/payment-intents.ts";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import { expectLedgerToHold } from "../../testing/orders.ts";
import {
  bookedPublicly,
  bookPublicly,
  confirmPublicly,
  decisionsOf,
  LANE,
  setBookingRules,
  somebody,
} from "../../testing/public-lane.ts";
import { expectRefusal } from "../../testing/refusal.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const stranger = (operation: Parameters<typeof clinic.call>[1], input: Record<string, unknown>) =>
  clinic.demo.stranger.call(operation, { ...LANE, ...input });

const outcomesOf = async (sessionId: string) =>
  (await decisionsOf(clinic)).filter((one) => one.sessionId === sessionId).map(({ outcome }) => outcome);

/** A booking that its requester has confirmed. */
async function scheduled(wish: Parameters<typeof bookedPublicly>[1] = {}) {
  const booking = await bookedPublicly(clinic, wish);
  succeeded(await confirmPublicly(clinic, booking.confirmation_token));
  return booking;
}

describe("the holder of a booking token", () => {
  it("cancels what waits for its confirmation, free of charge", async () => {
    const startsAt = clinic.nextSlot();
    const { booking_token, confirmation_token, session_id } = await bookedPublicly(clinic, { startsAt });
    const { body } = succeeded(await stranger("public_bookings.cancel", { booking_token, reason: "changed my mind" }));
    expect(body.data.attributes.state).toBe("cancelled");
    expect(body.meta).toMatchObject({
      transition: { from: "pending_confirmation", to: "cancelled" },
      policy: { penalty: { value: 0 }, penalty_percent: 0 },
    });
    expectRefusal(await confirmPublicly(clinic, confirmation_token), "NOT_FOUND");
    expect(await outcomesOf(session_id)).toEqual(["BOOKED", "CANCELLED", "TOKEN_USED"]);
    succeeded(await clinic.book({ startsAt }));
  });

  it("cancels on the client's terms: late is not free", async () => {
    const startsAt = clinic.nextSlot();
    const { booking_token, session_id } = await scheduled({ startsAt });
    clinic.moveTimeTo(startsAt, -3 * 3600);
    const { body } = succeeded(await stranger("public_bookings.cancel", { booking_token }));
    expect(body.meta.policy).toMatchObject({ penalty_percent: 50, penalty: { value: 17_500, currency: "CLP" } });
    const session = await clinic.session(session_id);
    expect(session.lifecycle.transitions.at(-1)).toMatchObject({ to: "cancelled", by: session.client_id });
    expect(session.lifecycle.exceptions).toMatchObject([{ type: "cancellation", resolution: "client_penalized" }]);
    await expectLedgerToHold(clinic);
  });

  it.each(["in_progress", "rescheduling", "cancelled"] as const)(
    "neither cancels nor moves what is %s",
    async (state) => {
      const { booking_token, session_id } = await scheduled();
      const { database } = clinic.demo.node.services;
      await database.transaction(({ db }) =>
        db.updateTable("sessions").set({ state }).where("id", "=", session_id).execute(),
      );
      expectRefusal(await stranger("public_bookings.cancel", { booking_token }), "INVALID_TRANSITION");
      const new_datetime = clinic.nextSlot();
      expectRefusal(
        await stranger("public_bookings.reschedule", { booking_token, new_datetime }),
        "INVALID_TRANSITION",
      );
      expect((await outcomesOf(session_id)).slice(-2)).toEqual(["INVALID_TRANSITION", "INVALID_TRANSITION"]);
    },
  );

  it("moves a scheduled booking: the same session at another time", async () => {
    const [from, to] = [clinic.nextSlot(), clinic.nextSlot()];
    const { booking_token, session_id } = await scheduled({ startsAt: from });
    const { body } = succeeded(await stranger("public_bookings.reschedule", { booking_token, new_datetime: to }));
    expect(body.data.id).toBe(session_id);
    expect(body.data.attributes).toMatchObject({ state: "scheduled" });
    expect(body.data.attributes).not.toHaveProperty("booking_token");
    expect(Date.parse(body.data.attributes.starts_at)).toBe(Date.parse(to));
    expect(body.meta.transitions.map((one: { to: string }) => one.to)).toEqual(["rescheduling", "scheduled"]);
    succeeded(await clinic.book({ startsAt: from, client: "Sofía" }));
    expect((await clinic.session(session_id)).lifecycle.exceptions).toMatchObject([
      { type: "reschedule", resolution: "rescheduled" },
    ]);
  });

  it("keeps the old time when the new one is taken", async () => {
    const [from, taken] = [clinic.nextSlot(), clinic.nextSlot()];
    succeeded(await clinic.book({ startsAt: taken }));
    for (const book of [scheduled, (wish: object) => bookedPublicly(clinic, wish)]) {
      const startsAt = book === scheduled ? from : clinic.nextSlot();
      const { booking_token } = await book({ startsAt });
      expectRefusal(await stranger("public_bookings.reschedule", { booking_token, new_datetime: taken }), "CONFLICT");
      const { body } = succeeded(await stranger("public_bookings.get", { booking_token }));
      expect(Date.parse(body.data.attributes.starts_at)).toBe(Date.parse(startsAt));
      expect(body.data.attributes.state).toBe(book === scheduled ? "scheduled" : "pending_confirmation");
    }
  });

  it("replaces what waits for its confirmation by a new booking, linked to it, free of charge (P-11)", async () => {
    const [startsAt] = [clinic.nextSlot(), clinic.nextSlot()];
    const old = await bookedPublicly(clinic, { startsAt });
    // Overlaps the old time, which therefore has to be given up first.
    const later = new Date(Date.parse(startsAt) + 15 * 60_000).toISOString();
    const { body } = succeeded(
      await stranger("public_bookings.reschedule", { booking_token: old.booking_token, new_datetime: later }),
    );
    const next = body.data.attributes;
    expect(next.session_id).not.toBe(old.session_id);
    expect(next).toMatchObject({
      state: "pending_confirmation",
      previous_session_id: old.session_id,
      confirmation_token: expect.stringMatching(/^pbc_/),
      booking_token: expect.stringMatching(/^pbt_/),
    });
    const [before, after] = [await clinic.session(old.session_id), await clinic.session(next.session_id)];
    expect(before.lifecycle.transitions.at(-1)).toMatchObject({ to: "cancelled", metadata: { reason: "replaced" } });
    expect(before.lifecycle.exceptions).toMatchObject([{ type: "cancellation", resolution: "free" }]);
    expect([after.client_id, after.provider_id]).toEqual([before.client_id, before.provider_id]);
    expectRefusal(await confirmPublicly(clinic, old.confirmation_token), "NOT_FOUND");
    const look = await stranger("public_bookings.get", { booking_token: old.booking_token });
    expect(succeeded(look).body.data.attributes.state).toBe("cancelled");
    expect(succeeded(await confirmPublicly(clinic, next.confirmation_token)).body.data.id).toBe(next.session_id);
    expect(await outcomesOf(old.session_id)).toEqual(["BOOKED", "REPLACED", "TOKEN_USED", "SHOWN"]);
  });
});

describe("the lane", () => {
  const RULES = { public_lane: true } as const;
  afterAll(() => setBookingRules(clinic, RULES));

  it("is not there for organizations that are unknown or keep it closed, whatever is asked", async () => {
    const { booking_token, confirmation_token } = await bookedPublicly(clinic);
    await setBookingRules(clinic, {});
    expectRefusal(await bookPublicly(clinic), "NOT_FOUND");
    expectRefusal(await confirmPublicly(clinic, confirmation_token), "NOT_FOUND");
    for (const operation of ["public_bookings.get", "public_bookings.cancel"] as const) {
      expectRefusal(await stranger(operation, { booking_token }), "NOT_FOUND");
      expectRefusal(await clinic.demo.stranger.call(operation, { org_slug: "nobody", booking_token }), "NOT_FOUND");
    }
    await setBookingRules(clinic, RULES);
    const closed = (await decisionsOf(clinic)).filter(({ outcome }) => outcome === "LANE_CLOSED");
    expect(closed).toHaveLength(4);
  });

  it("keeps to the organization's booking window", async () => {
    await setBookingRules(clinic, { ...RULES, min_advance_minutes: 60 * 24 * 30 });
    const pointer = "/data/attributes/starts_at";
    expectRefusal(await bookPublicly(clinic), { code: "VALIDATION_ERROR", pointer });
    await setBookingRules(clinic, { ...RULES, max_advance_days: 60 });
    expectRefusal(await bookPublicly(clinic, { startsAt: "2026-07-01T10:00:00-04:00" }), {
      code: "VALIDATION_ERROR",
      pointer,
    });
    const { booking_token } = await bookedPublicly(clinic);
    expectRefusal(
      await stranger("public_bookings.reschedule", { booking_token, new_datetime: "2026-07-01T10:00:00-04:00" }),
      { code: "VALIDATION_ERROR", pointer: "/data/attributes/new_datetime" },
    );
    await setBookingRules(clinic, RULES);
  });

  it("shows no providers in the public profile and the card where the organization hides them", async () => {
    const profile = () => clinic.demo.stranger.call("registry.get_organization", LANE);
    expect((await profile()).text).toContain("Camila Rojas");
    await setBookingRules(clinic, { ...RULES, hide_providers: true });
    const hidden = await profile();
    const card = await clinic.demo.stranger.call("discovery.get_agent_card", LANE);
    await setBookingRules(clinic, RULES);
    for (const { status, text } of [hidden, card]) {
      expect(status).toBe(200);
      expect(text).not.toContain("Camila");
    }
    expect(hidden.body.data.attributes.booking).toEqual({ public_lane: true, requires_prepayment: false });
  });

  it("keeps of an address only a digest, the same for the same caller", async () => {
    const hashes = new Set((await decisionsOf(clinic)).map(({ addressHash }) => addressHash));
    hashes.delete(null);
    expect(hashes.size).toBe(1);
    expect([...hashes][0]).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe("an offer that is paid first", () => {
  it("answers 402 with the checkout, books when it is paid, and keeps the payment through a replacement", async () => {
    await setBookingRules(clinic, { public_lane: true, requires_prepayment: true });
    const requester = somebody();
    const startsAt = clinic.nextSlot();
    const asked = await bookPublicly(clinic, { startsAt, requester });
    expectRefusal(asked, "PAYMENT_REQUIRED");
    const checkout = asked.errors[0]?.meta?.["checkout"] as { payment_intent_id: string } | undefined;
    const intent = checkout?.payment_intent_id ?? "";
    const again = await bookPublicly(clinic, { startsAt, requester });
    expect(again.errors[0]?.meta?.["checkout"]).toMatchObject({ payment_intent_id: intent });
    await clinic.demo.node.services.database.transaction((tx) =>
      settleIntent({ tx, clock: clinic.demo.clock }, intent, { method: "tarjeta" }),
    );
    const { booking_token, session_id } = await bookedPublicly(clinic, { startsAt, requester });
    expect((await clinic.session(session_id)).billing.status).toBe("paid");
    expectRefusal(await bookPublicly(clinic, { requester }), "PAYMENT_REQUIRED");
    const moved = succeeded(
      await stranger("public_bookings.reschedule", { booking_token, new_datetime: clinic.nextSlot() }),
    ).body.data.attributes;
    expect((await clinic.session(moved.session_id)).billing.status).toBe("paid");
    expect((await clinic.session(session_id)).billing.status).toBe("pending");
    await expectLedgerToHold(clinic);
    clinic.moveTimeTo(moved.confirmation_expires_at);
    expect((await clinic.session(moved.session_id)).billing.status).toBe("pending");
    await expectLedgerToHold(clinic);
    await setBookingRules(clinic, { public_lane: true });
  });
});

describe("an offer that needs a resource", () => {
  const startsAt = "2026-03-25T09:00:00-03:00";
  const offer = "Rehabilitation with equipment";

  it("gets one that is free, another one when it moves, and none when all are taken", async () => {
    await setBookingRules(clinic, { public_lane: true });
    const box = async (id: string) => (await clinic.session(id)).resource_id;
    const first = await scheduled({ offer, startsAt, provider: "Camila Rojas" });
    const second = await scheduled({ offer, startsAt, provider: "Diego Fuentes" });
    const boxes = [clinic.id("Box 1"), clinic.id("Box 2")];
    expect([await box(first.session_id), await box(second.session_id)]).toEqual(boxes);
    const later = "2026-03-25T11:30:00-03:00";
    succeeded(
      await clinic.book({ offer, resource: "Box 2", startsAt: later, provider: "Camila Rojas", client: "Sofía" }),
    );
    const { booking_token } = second;
    succeeded(await stranger("public_bookings.reschedule", { booking_token, new_datetime: later }));
    expect(await box(second.session_id)).toBe(clinic.id("Box 1"));
    await clinic.demo.node.services.database.transaction(({ db }) =>
      db.updateTable("resources").set({ isActive: false }).where("id", "!=", clinic.id("Box 1")).execute(),
    );
    const refused = await bookPublicly(clinic, { offer, startsAt, provider: "Diego Fuentes" });
    expectRefusal(refused, "RESOURCE_UNAVAILABLE");
  });
});
