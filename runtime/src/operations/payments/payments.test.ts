import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import { expectRefusal } from "../../testing/refusal.ts";
import { storedDigest } from "../../testing/stored-rows.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const clp = (value: number) => ({ value, currency: "CLP" });
const parties = () => ({
  client_id: clinic.id("María"),
  service_id: clinic.id("Physiotherapy session"),
  provider_id: clinic.id("Camila Rojas"),
});
const charge = (attributes: Record<string, unknown> = {}) =>
  clinic.call("organization", "payments.create_sale", { ...parties(), unit_price: 35_000, ...attributes });
const pay = (sale_id: string, amount: unknown, method = "efectivo") =>
  clinic.call("organization", "payments.record_payment", { sale_id, amount, method });
const status = async (query: Record<string, string>) =>
  succeeded(await clinic.call("client", "payments.get_status", query)).body.data.attributes;

/** A documented session and the sale that charges it. */
async function chargedSession(): Promise<{ id: string; sale: string }> {
  const id = await clinic.sessionIn("documented");
  return { id, sale: succeeded(await charge({ session_id: id })).body.data.id };
}

describe("a sale", () => {
  it("charges the session named, moves it and opens the debt", async () => {
    const id = await clinic.sessionIn("documented");
    const { status: http, body } = await charge({ session_id: id });
    expect(http).toBe(201);
    expect(body.data).toMatchObject({
      type: "sales",
      attributes: {
        ...parties(),
        session_ids: [id],
        quantity: 1,
        unit_price: clp(35_000),
        total: clp(35_000),
        paid: clp(0),
        due: clp(35_000),
        status: "open",
        transactional: true,
      },
    });
    expect(await clinic.session(id)).toMatchObject({
      lifecycle: { current_state: "charged" },
      billing: { status: "charged", charged_at: clinic.now },
    });
  });

  it("without a session charges the oldest documented ones, as many as its quantity", async () => {
    const ids = [
      await clinic.sessionIn("documented"),
      await clinic.sessionIn("documented"),
      await clinic.sessionIn("documented"),
    ];
    const { body } = succeeded(await charge({ quantity: 2 }));
    expect(body.data.attributes).toMatchObject({
      quantity: 2,
      total: clp(70_000),
      session_ids: ids.slice(0, 2).toSorted(),
    });
    const tooMany = await charge({ quantity: 2 });
    expectRefusal(tooMany, { code: "VALIDATION_ERROR", pointer: "/data/attributes/quantity" });
    expect((await clinic.lifecycle(ids[2] ?? "")).current_state).toBe("documented");
    succeeded(await charge());
    expectRefusal(await charge(), { code: "VALIDATION_ERROR", pointer: "/data/attributes/service_id" });
  });

  it.each([
    ["more than one with session_id", { quantity: 2 }, "VALIDATION_ERROR", "/quantity"],
    ["another currency", { unit_price: { value: 40, currency: "USD" } }, "CURRENCY_MISMATCH", "/unit_price/currency"],
    ["a fraction of a peso", { unit_price: 35_000.5 }, "VALIDATION_ERROR", "/unit_price"],
    ["more than can be held", { unit_price: 1e15 }, "VALIDATION_ERROR", "/unit_price"],
    ["another provider's session", { provider_id: "Diego Fuentes" }, "VALIDATION_ERROR", "/provider_id"],
  ] as const)("is refused for %s", async (_what, wrong, code, pointer) => {
    const id = await clinic.sessionIn("documented");
    const before = await storedDigest(clinic.demo);
    const attributes = "provider_id" in wrong ? { provider_id: clinic.id(wrong.provider_id) } : wrong;
    expectRefusal(await charge({ session_id: id, ...attributes }), { code, pointer: `/data/attributes${pointer}` });
    expect(await storedDigest(clinic.demo)).toEqual(before);
    succeeded(await charge({ session_id: id }));
  });

  it("is refused for a session that is not documented, or was charged", async () => {
    expectRefusal(await charge({ session_id: await clinic.sessionIn("delivered") }), "INVALID_TRANSITION");
    const { id } = await chargedSession();
    expectRefusal(await charge({ session_id: id }), "CONFLICT");
  });

  it("is refused to the client and to another provider", async () => {
    const id = await clinic.sessionIn("documented");
    for (const party of ["client", "second_provider"] as const) {
      expectRefusal(
        await clinic.call(party, "payments.create_sale", { ...parties(), unit_price: 1, session_id: id }),
        "FORBIDDEN",
      );
    }
    succeeded(await clinic.call("provider", "payments.create_sale", { ...parties(), unit_price: 1, session_id: id }));
  });

  it("is made once by twenty charges that race", async () => {
    const id = await clinic.sessionIn("documented");
    const answers = await Promise.all(Array.from({ length: 20 }, () => charge({ session_id: id })));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(1);
    const { sales } = await status({ client_id: clinic.id("María") });
    expect(sales.filter((sale: { session_ids: string[] }) => sale.session_ids.includes(id))).toHaveLength(1);
  });
});

describe("payments", () => {
  it("in parts leave the session charged until the last one, and never move the lifecycle", async () => {
    const { id, sale } = await chargedSession();
    const first = succeeded(await pay(sale, 10_000));
    expect(first.body.data).toMatchObject({
      type: "payments",
      attributes: { sale_id: sale, amount: clp(10_000), method: "efectivo", recorded_at: clinic.now },
    });
    expect(await status({ sale_id: sale })).toMatchObject({
      total: clp(35_000),
      paid: clp(10_000),
      balance: clp(25_000),
      status: "partially_paid",
    });
    expect((await clinic.session(id)).billing.status).toBe("charged");
    succeeded(await pay(sale, { value: 25_000, currency: "CLP" }));
    expect(await status({ sale_id: sale })).toMatchObject({ paid: clp(35_000), balance: clp(0), status: "paid" });
    const session = await clinic.session(id);
    expect([session.billing.status, session.lifecycle.current_state]).toEqual(["paid", "charged"]);
    expectRefusal(await pay(sale, 1), { code: "VALIDATION_ERROR", pointer: "/data/attributes/amount" });
  });

  it("above the balance are refused whole", async () => {
    const { sale } = await chargedSession();
    succeeded(await pay(sale, 30_000));
    expectRefusal(await pay(sale, 5001), { code: "VALIDATION_ERROR", pointer: "/data/attributes/amount" });
    expect(await status({ sale_id: sale })).toMatchObject({ paid: clp(30_000), payments: [{ amount: clp(30_000) }] });
  });

  it("that race never take more than is due", async () => {
    const { sale } = await chargedSession();
    const answers = await Promise.all(Array.from({ length: 20 }, () => pay(sale, 4000)));
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(8);
    expect(await status({ sale_id: sale })).toMatchObject({ paid: clp(32_000), balance: clp(3000) });
  });

  it.each([
    ["cash", "efectivo"],
    ["transfer", "transferencia"],
    ["card", "tarjeta"],
    ["mercadopago", "mercadopago"],
    ["tarjeta", "tarjeta"],
  ])("by %s are kept as %s", async (given, kept) => {
    const { sale } = await chargedSession();
    expect(succeeded(await pay(sale, 1000, given)).body.data.attributes.method).toBe(kept);
  });

  it.each([
    [0, "VALIDATION_ERROR"],
    [-1, "VALIDATION_ERROR"],
    [0.5, "VALIDATION_ERROR"],
    [{ value: 10, currency: "USD" }, "CURRENCY_MISMATCH"],
    [{ value: 10 }, "VALIDATION_ERROR"],
    ["1000", "VALIDATION_ERROR"],
  ] as const)("of %o are refused", async (amount, code) => {
    const { sale } = await chargedSession();
    expectRefusal(await pay(sale, amount), code);
    expect((await status({ sale_id: sale })).payments).toEqual([]);
  });

  it("are not the client's to record, and another tenant finds no sale", async () => {
    const { sale } = await chargedSession();
    const request = { sale_id: sale, amount: 1000, method: "cash" };
    expectRefusal(await clinic.call("client", "payments.record_payment", request), "FORBIDDEN");
    expectRefusal(await clinic.call("second_client", "payments.record_payment", request), "NOT_FOUND");
    expectRefusal(await clinic.call("foreign_organization", "payments.record_payment", request), "NOT_FOUND");
  });
});

describe("the account of a client", () => {
  it("adds up what is charged and paid, newest payment first", async () => {
    const before = await status({ client_id: clinic.id("María") });
    const { sale } = await chargedSession();
    succeeded(await pay(sale, 5000));
    clinic.demo.clock.advance(1000);
    const last = succeeded(await pay(sale, 6000)).body.data.id;
    const account = await status({ client_id: clinic.id("María") });
    expect(account.total.value - before.total.value).toBe(35_000);
    expect(account.paid.value - before.paid.value).toBe(11_000);
    expect(account.balance.value).toBe(account.total.value - account.paid.value);
    expect([account.status, account.payments[0].id]).toEqual(["owing", last]);
  });

  it("of somebody without sales is settled, and nobody else's to read", async () => {
    const { body } = succeeded(
      await clinic.call("organization", "payments.get_status", { client_id: clinic.id("Sofía") }),
    );
    expect(body.data.attributes).toMatchObject({
      total: clp(0),
      paid: clp(0),
      balance: clp(0),
      status: "settled",
      payments: [],
      sales: [],
    });
    expectRefusal(await clinic.call("client", "payments.get_status", { client_id: clinic.id("Sofía") }), "NOT_FOUND");
    expectRefusal(
      await clinic.call("foreign_organization", "payments.get_status", { client_id: clinic.id("Sofía") }),
      "NOT_FOUND",
    );
  });

  it("is asked for by exactly one id", async () => {
    expectRefusal(await clinic.call("client", "payments.get_status", {}), "VALIDATION_ERROR");
    expectRefusal(
      await clinic.call("client", "payments.get_status", { client_id: "a", sale_id: "b" }),
      "VALIDATION_ERROR",
    );
  });
});
