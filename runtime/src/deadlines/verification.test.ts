import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { expectRefusal } from "../testing/refusal.ts";
import { runDueDeadlines } from "./run-due-deadlines.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

/** Hours that the physiotherapy contract gives the client. */
const WINDOW = 48 * 3600;

const stateIn = async (id: string): Promise<string> => {
  const row = await clinic.demo.node.services.database.read(({ db }) =>
    db.selectFrom("sessions").select("state").where("id", "=", id).executeTakeFirstOrThrow(),
  );
  return row.state;
};

describe("the verification deadline", () => {
  it("is set on delivery, shown until the session is verified, and counted by the contract", async () => {
    const id = await clinic.sessionIn("delivered");
    const { verification_deadline } = await clinic.lifecycle(id);
    expect(Date.parse(verification_deadline)).toBe(clinic.demo.clock.now() + WINDOW * 1000);
    expect((await clinic.session(id)).lifecycle.verification_deadline).toBe(verification_deadline);
    const verified = await clinic.sessionIn("verified");
    expect(await clinic.lifecycle(verified)).not.toHaveProperty("verification_deadline");
  });

  it("verifies a charged session when it comes, not a second before: a read shows it", async () => {
    const id = await clinic.sessionIn("charged");
    const { verification_deadline } = await clinic.lifecycle(id);
    clinic.moveTimeTo(verification_deadline, -1);
    expect((await clinic.lifecycle(id)).current_state).toBe("charged");
    clinic.moveTimeTo(verification_deadline);
    const { current_state, transitions } = await clinic.lifecycle(id);
    expect(current_state).toBe("verified");
    expect(transitions.at(-1)).toEqual({
      from: "charged",
      to: "verified",
      at: clinic.now,
      by: "system",
      method: "auto",
    });
  });

  it("never verifies what is not charged: the charge verifies at once afterwards", async () => {
    const id = await clinic.sessionIn("delivered");
    clinic.demo.clock.advance((WINDOW + 3600) * 1000);
    expect((await clinic.lifecycle(id)).current_state).toBe("delivered");
    succeeded(
      await clinic.call("provider", "delivery.record_evidence", {
        session_id: id,
        evidence_type: "document",
        data: { uri: "https://records.example/1", document_type: "clinical_record", signed_by: ["provider", "client"] },
      }),
    );
    succeeded(await clinic.call("provider", "documentation.create", { session_id: id, content: "as planned" }));
    expect((await clinic.lifecycle(id)).current_state).toBe("documented");
    const { body } = succeeded(await clinic.transition("organization", id, { to_state: "charged" }));
    expect(body.data.attributes.lifecycle.transitions.slice(-2)).toMatchObject([
      { from: "documented", to: "charged", method: "manual" },
      { from: "charged", to: "verified", at: clinic.now, by: "system", method: "auto" },
    ]);
    expect(body.meta.transitions).toHaveLength(2);
  });

  it("is the client's until then: from charged, and from no other state", async () => {
    const id = await clinic.sessionIn("documented");
    expectRefusal(await clinic.transition("client", id, { to_state: "verified" }), "INVALID_TRANSITION");
    succeeded(await clinic.transition("organization", id, { to_state: "charged" }));
    const { body } = succeeded(await clinic.transition("client", id, { to_state: "verified" }));
    expect(body.data.attributes.lifecycle.transitions.at(-1)).toMatchObject({
      by: clinic.id("María"),
      method: "manual",
    });
  });

  it("is met once, however many calls and the timer come upon it together", async () => {
    const ids = await Promise.all([clinic.sessionIn("charged"), clinic.sessionIn("charged")]);
    clinic.demo.clock.advance(WINDOW * 1000);
    const reads = ids.flatMap((id) => Array.from({ length: 10 }, () => clinic.lifecycle(id)));
    await Promise.all([
      ...reads,
      runDueDeadlines(clinic.demo.node.services),
      runDueDeadlines(clinic.demo.node.services),
    ]);
    for (const id of ids) {
      const { transitions } = await clinic.lifecycle(id);
      expect(transitions.filter((record: { to: string }) => record.to === "verified")).toHaveLength(1);
    }
  });

  it("is met by the node's timer when nobody calls", async () => {
    const id = await clinic.sessionIn("charged");
    clinic.demo.clock.advance(WINDOW * 1000);
    await expect.poll(() => stateIn(id), { timeout: 5000 }).toBe("verified");
  });

  it("is met before the sandbox clock answers, which tells what fired", async () => {
    const id = await clinic.sessionIn("charged");
    const { verification_deadline } = await clinic.lifecycle(id);
    const answer = succeeded(await clinic.call("organization", "sandbox.set_clock", { set_to: verification_deadline }));
    expect(answer.body.data.attributes.now).toBe(verification_deadline);
    expect(answer.body.data.attributes.fired).toContainEqual({
      kind: "verification",
      subject_id: id,
      due_at: verification_deadline,
    });
    expect(await stateIn(id)).toBe("verified");
    const again = succeeded(await clinic.call("organization", "sandbox.set_clock", { advance_seconds: 1 }));
    expect(again.body.data.attributes.fired).toEqual([]);
  });
});
