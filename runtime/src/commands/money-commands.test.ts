import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { type CommandRun, runCommand } from "../testing/node-process.ts";
import { activeOrder, ledgerOf, pay, salesOf } from "../testing/orders.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

/** Runs `servicialo-node` on the database of the node that serves meanwhile. */
function run(...words: string[]): Promise<CommandRun> {
  return runCommand([...words, "--database", clinic.demo.node.services.config.database]);
}

describe("servicialo-node ledger", () => {
  it("refunds, charges back and writes off; the ledger of the order follows", async () => {
    const order = await activeOrder(clinic);
    const [sale] = await salesOf(clinic, order);
    succeeded(await pay(clinic, sale.id, 200_000));
    expect(await run("ledger", "refund", sale.id, "--amount", "50000", "--reason", "moved away")).toMatchObject({
      exitCode: 0,
      stdout: `${sale.id} is partially_paid: 150000 CLP received, 160000 CLP due.\n`,
    });
    expect((await run("ledger", "chargeback", sale.id, "--reason", "bank")).stdout).toContain(
      "0 CLP received, 310000 CLP due",
    );
    expect((await run("ledger", "write-off", sale.id, "--reason", "insolvent")).stdout).toContain(
      "0 CLP received, 0 CLP due",
    );
    expect(await ledgerOf(clinic, order)).toMatchObject({ amount_billed: 360_000, amount_collected: 0 });
  });

  it("refuses more than was received, an unknown sale and an amount that is none", async () => {
    const [sale] = await salesOf(clinic, await activeOrder(clinic));
    expect(await run("ledger", "refund", sale.id, "--reason", "x")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("Nothing was received"),
    });
    expect(await run("ledger", "refund", "sal_unknown", "--reason", "x")).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("There is no sale"),
    });
    expect(await run("ledger", "write-off", sale.id, "--reason", "x", "--amount", "much")).toMatchObject({
      exitCode: 1,
    });
    expect(await run("ledger", "write-off", sale.id, "--reason", "x", "--amount", "0.5")).toMatchObject({
      exitCode: 1,
    });
  });

  it("verifies every figure, and reports each that does not follow from its events with exit code 1", async () => {
    const order = await activeOrder(clinic);
    const charged = await clinic.sessionIn("charged", { order });
    const [sale] = await salesOf(clinic, order);
    succeeded(await pay(clinic, sale.id, 1000));
    expect(await run("ledger", "verify")).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining(": 0 differences."),
    });
    const { database } = clinic.demo.node.services;
    await database.transaction(async ({ db }) => {
      await db.updateTable("sales").set({ paidMinor: 999, status: "paid" }).where("id", "=", sale.id).execute();
      await db.updateTable("sessions").set({ billingStatus: "paid" }).where("id", "=", charged).execute();
    });
    const { exitCode, stdout } = await run("ledger", "verify");
    expect(exitCode).toBe(1);
    expect(stdout.split("\n")).toEqual(
      expect.arrayContaining([
        `sale ${sale.id}: paid is 999, but its events make 1000`,
        `sale ${sale.id}: status is paid, but its events make partially_paid`,
        `session ${charged}: billing status is paid, but its events make charged`,
        `order ${order}: amount_collected is 999, but its events make 1000`,
        `client ${clinic.id("María")}: paid in CLP is 999, but its events make 1000`,
      ]),
    );
    expect(stdout).toContain("5 differences.");
  });
});

describe("servicialo-node payments and orders", () => {
  it("settles an open prepayment once, and lists those that wait", async () => {
    const { database } = clinic.demo.node.services;
    const offer = clinic.id("Physiotherapy session");
    await database.transaction(({ db }) =>
      db.updateTable("offers").set({ requiresPrepayment: true }).where("id", "=", offer).execute(),
    );
    const [refusal] = (await clinic.book()).errors;
    const checkout = refusal?.meta?.["checkout"] as { payment_intent_id?: string } | undefined;
    const intent = checkout?.payment_intent_id ?? "";
    expect(await run("payments", "settle", intent)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("expired"),
    });
    // The command has the time of the machine, the node that of its sandbox.
    const later = Date.now() + 3_600_000;
    await database.transaction(({ db }) =>
      db.updateTable("payment_intents").set({ expiresAt: later }).where("id", "=", intent).execute(),
    );
    expect((await run("payments", "list")).stdout).toContain(`${intent}  open`);
    expect((await run("payments", "settle", intent, "--method", "efectivo")).stdout).toContain("is settled: 35000 CLP");
    expect(await run("payments", "settle", intent)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining("paid already"),
    });
    succeeded(await clinic.book({ paymentIntent: intent }));
  });

  it("bills a milestone of an order once", async () => {
    const installments = [{ trigger: "first report", percentage: 100 }];
    const order = await activeOrder(clinic, { payment_schedule: { type: "milestone", installments } });
    expect((await run("orders", "milestone", order, "first report")).stdout).toContain("1 sale");
    expect((await run("orders", "milestone", order, "first report")).stdout).toContain("Nothing is due");
    expect(await run("orders", "milestone", "ord_unknown", "x")).toMatchObject({ exitCode: 1 });
    expect(await ledgerOf(clinic, order)).toMatchObject({ amount_billed: 360_000 });
  });
});
