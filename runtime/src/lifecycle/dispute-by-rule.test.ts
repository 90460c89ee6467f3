import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setContract } from "../contracts/set-contract.ts";
import type { GivenTerms } from "../rules/default-contract.ts";
import { CLINICAL_RECORD, Clinic, succeeded } from "../testing/clinic.ts";
import { expectRefusal } from "../testing/refusal.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const HOUR = 3_600_000;
const DISPUTE = { to_state: "disputed", reason: "too short" };

async function terms(given: GivenTerms): Promise<void> {
  const { database, clock } = clinic.demo.node.services;
  await database.transaction(async (tx) => {
    const offer = await tx.db
      .selectFrom("offers")
      .selectAll()
      .where("id", "=", clinic.id("Physiotherapy session"))
      .executeTakeFirstOrThrow();
    await setContract({ tx, clock }, offer, given);
  });
}

const disputeOf = async (id: string) => (await clinic.lifecycle(id)).exceptions.at(-1);
const evaluation = async (id: string) =>
  (await clinic.call("organization", "lifecycle.get_state", { session_id: id })).body.meta?.evaluation;

describe("the evidence rule", () => {
  it("is reported outside of a dispute, from the delivery on", async () => {
    expect(await evaluation(await clinic.sessionIn("in_progress"))).toBeUndefined();
    expect(await evaluation(await clinic.sessionIn("delivered"))).toEqual({
      outcome: "escalate",
      why: "missing",
      missing: ["clinical_record"],
    });
    const id = await clinic.sessionIn("documented");
    expect(await evaluation(id)).toEqual({ outcome: "accredited" });
    expect((await clinic.lifecycle(id)).current_state).toBe("documented");
  });

  it("escalates a dispute that it cannot decide, and never decides it for anybody", async () => {
    const id = await clinic.sessionIn("disputed");
    const found = { outcome: "escalate", why: "missing", missing: ["clinical_record"] };
    expect(await disputeOf(id)).toMatchObject({ type: "dispute", details: { status: "escalated", evaluation: found } });
    expect(await evaluation(id)).toEqual(found);
    clinic.demo.clock.advance(72 * HOUR);
    expect((await clinic.lifecycle(id)).current_state).toBe("disputed");
    expectRefusal(await clinic.transition("organization", id, { to_state: "charged" }), {
      code: "VALIDATION_ERROR",
      pointer: "/data/attributes/resolution",
    });
  });

  it("decides for the provider once the time of people is over (evidence 5, SVC-EXC-013)", async () => {
    const id = await clinic.sessionIn("charged");
    succeeded(await clinic.transition("client", id, DISPUTE));
    const opened = clinic.now;
    expect(await disputeOf(id)).toMatchObject({ details: { status: "open", evaluation: { outcome: "accredited" } } });
    clinic.moveTimeTo(opened, 24 * 3600 - 1);
    expect((await clinic.lifecycle(id)).current_state).toBe("disputed");
    clinic.moveTimeTo(opened, 24 * 3600);
    const { transitions, exceptions } = await clinic.lifecycle(id);
    expect(transitions.at(-1)).toMatchObject({ from: "disputed", to: "charged", by: "system", method: "auto" });
    expect(exceptions.at(-1)).toMatchObject({
      resolution: "provider_prevails",
      details: {
        status: "resolved",
        resolution: { method: "algorithmic", by: "system", outcome: "provider_prevails" },
      },
    });
    clinic.moveTimeTo(opened, 48 * 3600);
    expect((await clinic.lifecycle(id)).current_state).toBe("verified");
  });

  it("leaves the organization free to decide otherwise before that", async () => {
    const id = await clinic.sessionIn("charged");
    succeeded(await clinic.transition("client", id, DISPUTE));
    const resolution = { method: "manual", note: "the client is right" };
    succeeded(
      await clinic.transition("organization", id, { to_state: "cancelled", reason: "not as agreed", resolution }),
    );
    clinic.demo.clock.advance(48 * HOUR);
    expect((await clinic.lifecycle(id)).current_state).toBe("cancelled");
  });

  it("decides at once when the organization asks for it without a word of its own", async () => {
    const id = await clinic.sessionIn("charged");
    succeeded(await clinic.transition("client", id, DISPUTE));
    expectRefusal(await clinic.transition("provider", id, { to_state: "charged" }), "FORBIDDEN");
    const { body } = succeeded(await clinic.transition("organization", id, { to_state: "charged" }));
    expect(body.data.attributes.lifecycle.transitions.at(-1)).toMatchObject({
      to: "charged",
      by: "system",
      method: "auto",
    });
  });

  it("is asked again with each further item: a record filed late accredits the delivery", async () => {
    const id = await clinic.sessionIn("disputed");
    clinic.demo.clock.advance(49 * HOUR);
    succeeded(await clinic.call("provider", "delivery.record_evidence", { session_id: id, ...CLINICAL_RECORD }));
    const { transitions, exceptions } = await clinic.lifecycle(id);
    expect(transitions.slice(-2).map(({ to }: { to: string }) => to)).toEqual(["charged", "verified"]);
    expect(exceptions.at(-1)).toMatchObject({ details: { status: "resolved", resolution: { method: "algorithmic" } } });
    expect((await clinic.session(id)).billing.status).toBe("charged");
  });

  it("decides as soon as the contract lets it, and not above its limit", async () => {
    await terms({ arbitration_policy: { tiers: [{ below: null, arbitrators: 1 }], resolution_hours: 1 } });
    const id = await clinic.sessionIn("charged");
    succeeded(await clinic.transition("client", id, DISPUTE));
    clinic.demo.clock.advance(HOUR - 1000);
    expect((await clinic.lifecycle(id)).current_state).toBe("disputed");
    clinic.demo.clock.advance(1000);
    expect((await clinic.lifecycle(id)).current_state).toBe("charged");

    await terms({ max_dispute_amount: { value: 34_999, currency: "CLP" } });
    const large = await clinic.sessionIn("charged");
    succeeded(await clinic.transition("client", large, DISPUTE));
    expect(await disputeOf(large)).toMatchObject({
      details: { status: "escalated", evaluation: { outcome: "escalate", why: "amount" } },
    });
    await terms({});
  });
});

describe("a contract", () => {
  const policy = (penalty_percent: number) => ({
    cancellation_policy: { tiers: [{ hours_before: 0, inclusive: true, penalty_percent }] },
  });
  const percentOf = async (id: string) =>
    succeeded(await clinic.call("client", "scheduling.cancel", { session_id: id })).body.meta.policy.penalty_percent;

  it("binds the sessions that were booked under it, whatever holds later (SVC-CONTR-002)", async () => {
    await terms(policy(10));
    const old = await clinic.sessionIn("scheduled");
    await terms(policy(20));
    const young = await clinic.sessionIn("scheduled");
    const { body } = await clinic.call("organization", "contract.get", { service_id: old, org_id: "clinica-andes" });
    expect(body.data.attributes.cancellation_policy.tiers[0].penalty_percent).toBe(10);
    expect([await percentOf(old), await percentOf(young)]).toEqual([10, 20]);
  });

  it("gets a further version by other terms only, with a warning about windows that do not fit (D-33)", async () => {
    const { database, clock } = clinic.demo.node.services;
    const set = (given: GivenTerms) =>
      database.transaction(async (tx) => {
        const id = clinic.id("Physiotherapy session");
        const offer = await tx.db.selectFrom("offers").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
        return setContract({ tx, clock }, offer, given);
      });
    const first = await set({ verification_deadline_hours: 72 });
    expect(first).toMatchObject({ isNew: true, warnings: [] });
    expect(await set({ verification_deadline_hours: 72 })).toMatchObject({ isNew: false, version: first.version });
    const short = await set({ verification_deadline_hours: 6 });
    expect(short).toMatchObject({ isNew: true, version: first.version + 1 });
    expect(short.warnings).toEqual([expect.stringContaining("before the dispute window of 48 h ends")]);
    await expect(set({ verification_deadline_hours: 73 })).rejects.toMatchObject({ code: "VALIDATION_ERROR" });
    await expect(set({ evidence_rules: { evaluation_required: "yes" } } as never)).rejects.toMatchObject({
      code: "VALIDATION_ERROR",
      details: { pointer: "/evidence_rules/evaluation_required" },
    });
  });
});
