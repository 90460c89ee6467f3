import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../testing/clinic.ts";
import type { Party } from "../testing/party-client.ts";
import { expectRefusal } from "../testing/refusal.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const HOUR = 3600;
const clp = (value: number) => ({ value, currency: "CLP" });

async function salesOf(id: string) {
  const { body } = await clinic.call("organization", "payments.get_status", { client_id: clinic.id("María") });
  return body.data.attributes.sales.filter((sale: { session_ids: string[] }) => sale.session_ids.includes(id));
}

/** Records money that came in before any sale, as a prepayment does. */
async function prepay(id: string, amountMinor: number): Promise<void> {
  const { database, clock } = clinic.demo.node.services;
  await database.transaction(async ({ db }) => {
    const session = await db.selectFrom("sessions").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
    const { organizationId, clientId, payerId, currency } = session;
    await db
      .insertInto("payments")
      .values({
        id: `pay_${id}`,
        organizationId,
        saleId: null,
        sessionId: id,
        clientId,
        payerId,
        currency,
        amountMinor,
        method: "tarjeta",
        reference: null,
        actor: null,
        recordedAt: clock.now(),
      })
      .execute();
    await db.updateTable("sessions").set({ billingStatus: "paid" }).where("id", "=", id).execute();
  });
}

async function refundsOf(id: string) {
  const rows = await clinic.demo.node.services.database.read(({ db }) =>
    db.selectFrom("settlement_events").select(["type", "amountMinor"]).where("sessionId", "=", id).execute(),
  );
  return rows.map((row) => [row.type, Number(row.amountMinor)]);
}

/** The table of lifecycle 8: price 35000 CLP, seconds before the start, what it costs, what comes back of a prepayment. */
const TABLE: readonly (readonly [
  Party,
  "requested" | "scheduled" | "confirmed",
  number,
  number,
  number,
  number,
  number,
])[] = [
  ["client", "confirmed", 24 * HOUR + 1, 0, 0, 0, 0],
  ["client", "confirmed", 24 * HOUR, 50, 17_500, 0, 0],
  ["client", "scheduled", 2 * HOUR, 50, 17_500, 35_000, 17_500],
  ["client", "confirmed", 2 * HOUR - 1, 100, 35_000, 35_000, 0],
  ["provider", "confirmed", HOUR, 0, 0, 35_000, 35_000],
  ["organization", "confirmed", HOUR, 0, 0, 0, 0],
  ["client", "requested", HOUR, 0, 0, 0, 0],
  ["client", "confirmed", -10 * 60, 100, 35_000, 0, 0],
];

describe("the price of a cancellation", () => {
  it.each(TABLE)(
    "by the %s from %s, %i s before the start, is %i %%: %i of 35000; paid before %i → back %i",
    async (party, state, seconds, percent, penalty, paid, refund) => {
      const id = await clinic.sessionIn(state);
      if (paid > 0) await prepay(id, paid);
      clinic.moveTimeTo((await clinic.session(id)).starts_at, -seconds);
      const { body } = succeeded(await clinic.call(party, "scheduling.cancel", { session_id: id }));

      expect(body.meta.policy).toMatchObject({ penalty_percent: percent, penalty: clp(penalty), refund: clp(refund) });
      expect(body.meta.policy.hours_before).toBeCloseTo(seconds / HOUR, 3);
      const { lifecycle, billing } = body.data.attributes;
      expect(lifecycle.current_state).toBe("cancelled");
      expect(lifecycle.exceptions.at(-1)).toMatchObject({
        type: "cancellation",
        initiated_by: clinic.demo.as(party).id,
        resolution: penalty > 0 ? "client_penalized" : "free",
        details: { penalty: clp(penalty), refund: clp(refund) },
      });
      expect(billing.status).toBe(penalty === 0 ? "pending" : paid > 0 ? "paid" : "charged");
      expect((await salesOf(id)).map((sale: { total: unknown }) => sale.total)).toEqual(
        penalty === 0 ? [] : [clp(penalty)],
      );
      expect(await refundsOf(id)).toEqual(refund === 0 ? [] : [["refund", refund]]);
    },
  );

  it("rounds half up to the minor unit", async () => {
    const startsAt = "2026-04-01T10:00:00-03:00";
    const id = await clinic.sessionIn("requested", {
      offer: "Physiotherapy at home",
      provider: "Diego Fuentes",
      startsAt,
    });
    succeeded(await clinic.transition("organization", id, { to_state: "scheduled" }));
    clinic.moveTimeTo(startsAt, -3 * HOUR);
    const { body } = succeeded(await clinic.call("client", "scheduling.cancel", { session_id: id }));
    expect(body.meta.policy.penalty).toEqual(clp(27_501));
  });
});

describe("a cancellation", () => {
  let quiet: Clinic;
  beforeAll(async () => {
    quiet = await Clinic.open();
  });
  afterAll(() => quiet.close());

  it.each(["in_progress", "delivered", "documented", "charged", "verified", "partial", "cancelled"] as const)(
    "is refused from %s",
    async (state) => {
      const id = await quiet.sessionIn(state);
      const refused = [
        await quiet.call("client", "scheduling.cancel", { session_id: id }),
        await quiet.transition("client", id, { to_state: "cancelled", reason: "late" }),
      ];
      for (const answer of refused) expectRefusal(answer, "INVALID_TRANSITION");
      expect((await quiet.lifecycle(id)).current_state).toBe(state);
    },
  );

  it("past the contract's latest hour is refused to the client and open to the others", async () => {
    const id = await quiet.sessionIn("confirmed");
    await quiet.demo.node.services.database.transaction(async ({ db }) => {
      const session = db.selectFrom("sessions").select("contract").where("id", "=", id);
      const { contract } = await session.executeTakeFirstOrThrow();
      const policy = { ...contract.cancellation_policy, latest_hours_before: 12 };
      const terms = { ...contract, cancellation_policy: policy };
      await db.updateTable("sessions").set({ contract: terms }).where("id", "=", id).execute();
    });
    quiet.moveTimeTo((await quiet.session(id)).starts_at, -12 * HOUR + 1);
    const refused = [
      await quiet.call("client", "scheduling.cancel", { session_id: id }),
      await quiet.transition("client", id, { to_state: "cancelled", reason: "late" }),
    ];
    for (const answer of refused) expectRefusal(answer, "CANCELLATION_OUTSIDE_POLICY");
    expect((await quiet.lifecycle(id)).current_state).toBe("confirmed");
    succeeded(await quiet.call("provider", "scheduling.cancel", { session_id: id }));
  });
});
