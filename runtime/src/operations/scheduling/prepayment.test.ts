import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { settleIntent } from "../../billing/payment-intents.ts";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import { activeOrder, expectLedgerToHold } from "../../testing/orders.ts";
import type { TestAnswer } from "../../testing/party-client.ts";
import { expectRefusal } from "../../testing/refusal.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
  await clinic.demo.node.services.database.transaction(({ db }) =>
    db
      .updateTable("offers")
      .set({ requiresPrepayment: true })
      .where("id", "=", clinic.id("Physiotherapy session"))
      .execute(),
  );
});
afterEach(() => expectLedgerToHold(clinic));
afterAll(() => clinic.close());

const MINUTE = 60_000;

const settle = (intent: string) =>
  clinic.demo.node.services.database.transaction((tx) =>
    settleIntent({ tx, clock: clinic.demo.clock }, intent, { method: "tarjeta" }),
  );

interface Checkout {
  readonly url: string;
  readonly payment_intent_id: string;
  readonly expires_at: string;
}

/** The checkout that a booking was sent to. */
function checkoutIn(answer: TestAnswer): Checkout {
  expectRefusal(answer, "PAYMENT_REQUIRED");
  return answer.errors[0]?.meta?.["checkout"] as Checkout;
}

async function checkout(): Promise<Checkout> {
  return checkoutIn(await clinic.book());
}

async function paidIntent(): Promise<string> {
  const { payment_intent_id: intent } = await checkout();
  await settle(intent);
  return intent;
}

const account = async () =>
  succeeded(await clinic.call("organization", "payments.get_status", { client_id: clinic.id("María") })).body.data
    .attributes;

describe("an offer that is paid before it is booked (lifecycle 9.5)", () => {
  it("answers 402 with the checkout, valid for 15 minutes, and books nothing (SVC-BILL-004)", async () => {
    const startsAt = clinic.nextSlot();
    const asked = checkoutIn(await clinic.book({ startsAt, as: "client" }));
    const { url, payment_intent_id: intent, expires_at: expiresAt } = asked;
    expect(Date.parse(expiresAt)).toBe(clinic.demo.clock.now() + 15 * MINUTE);
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(new RegExp(`35000 CLP[\\s\\S]*${intent}[\\s\\S]*to be paid`));
    expect(checkoutIn(await clinic.book({ startsAt, as: "client" })).payment_intent_id).toBe(intent);
    expect(checkoutIn(await clinic.book({ startsAt, as: "client", paymentIntent: intent }))).toEqual(asked);
    await settle(intent);
    expect(succeeded(await clinic.book({ startsAt, paymentIntent: intent })).body.data.attributes).toMatchObject({
      lifecycle: { current_state: "requested" },
      billing: { status: "paid" },
    });
  });

  it("stays paid on its whole way, and skips no state (SVC-BILL-003)", async () => {
    const id = await clinic.sessionIn("verified", { paymentIntent: await paidIntent() });
    const { billing, lifecycle } = await clinic.session(id);
    expect(billing).toMatchObject({
      status: "paid",
      payment_id: expect.stringMatching(/^pay_/),
      charged_at: expect.any(String),
    });
    expect(lifecycle.transitions).toHaveLength(8);
    const sale = (await account()).sales.find((one: { session_ids: string[] }) => one.session_ids.includes(id));
    expect(sale).toMatchObject({ status: "paid", paid: { value: 35_000 }, due: { value: 0 } });
  });

  it("uses a prepayment once, also when two bookings come with it at the same moment", async () => {
    const intent = await paidIntent();
    const answers = await Promise.all([clinic.book({ paymentIntent: intent }), clinic.book({ paymentIntent: intent })]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([201, 409]);
    expectRefusal(await clinic.book({ paymentIntent: intent }), "CONFLICT");
  });

  it("takes a prepayment only from its client, for its offer", async () => {
    const intent = await paidIntent();
    const pointer = "/data/attributes/payment_intent_id";
    expectRefusal(await clinic.book({ paymentIntent: intent, client: "Pedro" }), { code: "VALIDATION_ERROR", pointer });
    expectRefusal(await clinic.book({ paymentIntent: "pin_unknown" }), { code: "VALIDATION_ERROR", pointer });
    const elsewhere = { paymentIntent: intent, offer: "Rehabilitation with equipment", resource: "Box 1" };
    expectRefusal(await clinic.book(elsewhere), { code: "VALIDATION_ERROR", pointer });
    succeeded(await clinic.book({ paymentIntent: intent }));
  });

  it("refuses what was not paid in time", async () => {
    const { payment_intent_id: intent } = await checkout();
    clinic.demo.clock.advance(15 * MINUTE);
    expectRefusal(await clinic.book({ paymentIntent: intent }), {
      code: "VALIDATION_ERROR",
      pointer: "/data/attributes/payment_intent_id",
    });
    await expect(settle(intent)).rejects.toThrow("expired");
    expect((await checkout()).payment_intent_id).not.toBe(intent);
  });

  it("gives back what was paid and not used in time", async () => {
    const before = await account();
    const intent = await paidIntent();
    expect((await account()).paid.value).toBe(before.paid.value + 35_000);
    clinic.demo.clock.advance(15 * MINUTE);
    expectRefusal(await clinic.book({ paymentIntent: intent }), "VALIDATION_ERROR");
    expect((await account()).paid).toEqual(before.paid);
  });

  it("gives the whole back when it is cancelled free of charge, and the rest when it costs a penalty (P-15)", async () => {
    const before = await account();
    const free = succeeded(await clinic.book({ paymentIntent: await paidIntent() })).body.data.id;
    const { meta } = succeeded(await clinic.call("client", "scheduling.cancel", { session_id: free })).body;
    expect(meta.policy.refund.value).toBe(35_000);
    expect((await clinic.session(free)).billing.status).toBe("pending");
    expect(await account()).toMatchObject({ total: before.total, paid: before.paid });
    const startsAt = clinic.nextSlot();
    const intent = await paidIntent();
    const late = await clinic.sessionIn("confirmed", { startsAt, paymentIntent: intent });
    clinic.moveTimeTo(startsAt, -3 * 3600);
    const cancelled = succeeded(await clinic.call("client", "scheduling.cancel", { session_id: late })).body;
    expect(cancelled.meta.policy).toMatchObject({ penalty: { value: 17_500 }, refund: { value: 17_500 } });
    expect((await clinic.session(late)).billing.status).toBe("paid");
    expect(await account()).toMatchObject({
      total: { value: before.total.value + 17_500 },
      paid: { value: before.paid.value + 17_500 },
    });
  });

  it("gives the whole back when its client wins a dispute before it was charged", async () => {
    const before = await account();
    const id = await clinic.sessionIn("disputed", { paymentIntent: await paidIntent() });
    const resolution = { method: "manual", note: "not delivered" };
    succeeded(
      await clinic.transition("organization", id, { to_state: "cancelled", reason: "not delivered", resolution }),
    );
    expect((await clinic.session(id)).billing.status).toBe("pending");
    expect((await account()).paid).toEqual(before.paid);
  });

  it("asks for no prepayment under an order, nor for a time that is gone", async () => {
    const order = await activeOrder(clinic);
    const startsAt = clinic.nextSlot();
    succeeded(await clinic.book({ order, startsAt }));
    expectRefusal(await clinic.book({ startsAt, client: "Sofía" }), "CONFLICT");
  });
});
