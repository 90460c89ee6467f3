import { serviceTargets } from "@servicialo/schema/0.8/machines";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, PLACE, succeeded } from "../testing/clinic.ts";
import { expectRefusal } from "../testing/refusal.ts";
import { moveSession, theSystem } from "./move-session.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

interface TransitionRecord {
  readonly from: string | null;
  readonly to: string;
  readonly at: string;
  readonly by: string;
  readonly method: string;
}

describe("the records of a session", () => {
  it("form one chain from null to the present state, never back in time", async () => {
    const id = await clinic.sessionIn("confirmed");
    clinic.demo.clock.advance(61_000);
    succeeded(await clinic.call("provider", "delivery.checkin", { session_id: id }));
    const { current_state, transitions } = await clinic.lifecycle(id);
    const records = transitions as TransitionRecord[];
    expect(records.map((record) => record.from)).toEqual([null, ...records.slice(0, -1).map((record) => record.to)]);
    expect(records[0]?.to).toBe("requested");
    expect(records.at(-1)?.to).toBe(current_state);
    expect(records.map((record) => Date.parse(record.at)).toSorted()).toEqual(
      records.map((record) => Date.parse(record.at)),
    );
    for (const record of records) {
      expect(record.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/);
      expect(record.by === "system").toBe(record.method === "auto");
    }
    expect((await clinic.session(id)).lifecycle.transitions).toEqual(transitions);
  });

  it("are two when a requested session is confirmed: the node schedules, the actor confirms (D-06)", async () => {
    const id = await clinic.sessionIn("requested");
    const { body } = succeeded(await clinic.call("client", "scheduling.confirm", { session_id: id }));
    expect(body.data.attributes.lifecycle.transitions.slice(1)).toEqual([
      { from: "requested", to: "scheduled", at: clinic.now, by: "system", method: "auto" },
      { from: "scheduled", to: "confirmed", at: clinic.now, by: clinic.id("María"), method: "manual" },
    ]);
    expect(body.meta.transitions.map(({ from, to }: TransitionRecord) => [from, to])).toEqual([
      ["requested", "scheduled"],
      ["scheduled", "confirmed"],
    ]);
    expect(body.meta.transition).toEqual(body.meta.transitions[1]);
  });

  it("are none when the state may not be skipped: a transition does not confirm a requested session", async () => {
    const id = await clinic.sessionIn("requested");
    expectRefusal(await clinic.transition("client", id, { to_state: "confirmed" }), "INVALID_TRANSITION");
    expect((await clinic.lifecycle(id)).transitions).toHaveLength(1);
  });

  it("keep the reason of a move that needs one", async () => {
    const id = await clinic.sessionIn("scheduled");
    succeeded(await clinic.transition("client", id, { to_state: "cancelled", reason: "moved away" }));
    expect((await clinic.lifecycle(id)).transitions.at(-1).metadata).toEqual({ reason: "moved away" });
  });

  it.each([
    ["scheduled", "cancelled", "organization", "/reason"],
    ["scheduled", "rescheduling", "client", "/reason"],
    ["confirmed", "reassigning", "provider", "/reason"],
    ["in_progress", "partial", "provider", "/reason"],
    ["delivered", "disputed", "client", "/reason"],
    ["delivered", "documented", "provider", "/content"],
    ["disputed", "charged", "organization", "/resolution"],
    ["disputed", "cancelled", "organization", "/resolution"],
    ["rescheduling", "scheduled", "organization", "/starts_at"],
    ["reassigning", "scheduled", "organization", "/provider_id"],
  ] as const)("%s → %s is refused without what %s must say", async (from, to, party, member) => {
    const id = await clinic.sessionIn(from);
    const reason = member === "/resolution" && { reason: "decided" };
    const answer = await clinic.transition(party, id, { to_state: to, ...reason });
    expectRefusal(answer, { code: "VALIDATION_ERROR", pointer: `/data/attributes${member}` });
    expect((await clinic.lifecycle(id)).current_state).toBe(from);
  });
});

describe("a convenience operation", () => {
  it.each([
    ["scheduling.confirm", "scheduled", "confirmed", "client", {}],
    ["delivery.checkin", "confirmed", "in_progress", "provider", { location: PLACE }],
    ["delivery.checkout", "in_progress", "delivered", "provider", { location: PLACE }],
    ["scheduling.cancel", "confirmed", "cancelled", "client", { reason: "ill" }],
  ] as const)(
    "%s does exactly what the transition from %s to %s does",
    async (operation, from, to, party, attributes) => {
      const [one, other] = [await clinic.sessionIn(from), await clinic.sessionIn(from)];
      const byOperation = succeeded(await clinic.call(party, operation, { session_id: one, ...attributes }));
      const byTransition = succeeded(await clinic.transition(party, other, { to_state: to, ...attributes }));
      const comparable = ({ data, meta }: { data: { attributes: object }; meta: object }, id: string) =>
        JSON.parse(
          JSON.stringify({ ...data.attributes, meta })
            .replaceAll(id, "ses")
            .replaceAll(/"evd_\w+"/g, '"evd"')
            .replaceAll(/"(starts_at|ends_at|scheduled_for)":"[^"]*"/g, '"$1":"then"')
            .replaceAll(/"hours_before":[\d.]+/g, '"hours_before":0'),
        );
      expect(comparable(byOperation.body, one)).toEqual(comparable(byTransition.body, other));
    },
  );

  it("is refused from every other state like the transition", async () => {
    const id = await clinic.sessionIn("scheduled");
    const session = { session_id: id };
    const refused = [
      await clinic.call("provider", "delivery.checkin", session),
      await clinic.call("provider", "delivery.checkout", session),
      await clinic.call("provider", "documentation.create", { ...session, content: "early" }),
    ];
    for (const answer of refused) {
      expectRefusal(answer, "INVALID_TRANSITION");
      expect(answer.errors[0]?.meta?.["valid_targets"]).toEqual(serviceTargets.scheduled);
    }
  });
});

describe("transitions that race", () => {
  it("let one win: the others are told the conflict or the new state, and leave no record", async () => {
    const id = await clinic.sessionIn("scheduled");
    const answers = await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        clinic.call(index % 2 === 0 ? "client" : "provider", "scheduling.confirm", { session_id: id }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const lost = answers.filter((answer) => answer.status !== 200);
    for (const answer of lost)
      expectRefusal(answer, answer.status === 409 ? "TRANSITION_CONFLICT" : "INVALID_TRANSITION");
    expect((await clinic.lifecycle(id)).transitions).toHaveLength(3);
  });

  it("are told the conflict when the session was moved since it was read", async () => {
    const id = await clinic.sessionIn("scheduled");
    const { database, clock } = clinic.demo.node.services;
    const stale = database.transaction(async (tx) => {
      const session = await tx.db.selectFrom("sessions").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
      await moveSession({ tx, clock }, session, { to: "confirmed", author: theSystem });
      await moveSession({ tx, clock }, session, { to: "cancelled", author: theSystem });
    });
    await expect(stale).rejects.toMatchObject({ code: "TRANSITION_CONFLICT" });
    expect((await clinic.lifecycle(id)).current_state).toBe("scheduled");
  });

  it("let one of two different moves win", async () => {
    const id = await clinic.sessionIn("confirmed");
    const answers = await Promise.all([
      clinic.call("client", "scheduling.cancel", { session_id: id }),
      clinic.call("provider", "delivery.checkin", { session_id: id }),
      clinic.call("organization", "scheduling.reschedule", { session_id: id, new_datetime: clinic.nextSlot() }),
    ]);
    const won = answers.filter((answer) => answer.status === 200);
    // A reschedule leaves the session scheduled, which a cancellation that is judged afterwards would find possible.
    expect(won).toHaveLength(1);
    const { transitions } = await clinic.lifecycle(id);
    const from = transitions.findIndex((record: TransitionRecord) => record.from === "confirmed");
    expect(transitions.filter((record: TransitionRecord) => record.from === "confirmed")).toHaveLength(1);
    expect(transitions.length - from).toBeLessThanOrEqual(2);
  });
});
