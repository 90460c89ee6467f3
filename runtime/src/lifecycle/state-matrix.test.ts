import { machines, serviceTargets } from "@servicialo/schema/0.8/machines";
import type { ServiceState } from "@servicialo/schema/0.8/types";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLINICAL_RECORD, Clinic, succeeded } from "../testing/clinic.ts";
import type { Party } from "../testing/party-client.ts";
import { expectRefusal } from "../testing/refusal.ts";
import { storedDigest } from "../testing/stored-rows.ts";

let clinic: Clinic;
/** One session in each state; refused moves leave it there. */
const standing = new Map<ServiceState, string>();

const states = machines.service.states.map((state) => state.name) as ServiceState[];
const targets: Readonly<Record<ServiceState, readonly ServiceState[]>> = serviceTargets;

beforeAll(async () => {
  clinic = await Clinic.open();
  for (const state of states) standing.set(state, await clinic.sessionIn(state));
});
afterAll(() => clinic.close());

/** Who moves a session there, and with what; a refused move is asked for by the same party. */
const MOVES: Readonly<Record<ServiceState, readonly [Party, Record<string, unknown>]>> = {
  requested: ["organization", {}],
  pending_confirmation: ["organization", {}],
  scheduled: ["organization", {}],
  confirmed: ["client", {}],
  in_progress: ["provider", {}],
  delivered: ["provider", {}],
  documented: ["provider", { content: "as planned" }],
  charged: ["organization", {}],
  verified: ["client", {}],
  cancelled: ["organization", { reason: "closed" }],
  disputed: ["client", { reason: "too short" }],
  reassigning: ["provider", { reason: "ill", no_show_type: "provider" }],
  rescheduling: ["client", { reason: "strike" }],
  partial: ["provider", { reason: "power cut", partial: { description: "half", delivered_minutes: 20 } }],
};

/** What a move needs beyond that, depending on where it begins. */
function extras(from: ServiceState, to: ServiceState): Record<string, unknown> {
  if (from === "rescheduling" && to === "scheduled") return { starts_at: clinic.nextSlot() };
  if (from === "reassigning" && to === "scheduled")
    return { provider_id: clinic.id("Diego Fuentes"), starts_at: freeForDiego() };
  if (from === "delivered" && to === "documented") return { evidence: CLINICAL_RECORD };
  if (from === "disputed") return { resolution: { method: "manual", note: "records compared" } };
  return {};
}

let diegosDay = 16;
const freeForDiego = () => `2026-03-${diegosDay++}T12:00:00-03:00`;

const pairs = states.flatMap((from) => states.map((to) => [from, to] as const));
const allowed = pairs.filter(([from, to]) => targets[from].includes(to));
const forbidden = pairs.filter(([from, to]) => !targets[from].includes(to));

describe("the matrix of the lifecycle", () => {
  it("has 27 allowed pairs and 169 forbidden ones", () => {
    expect([allowed.length, forbidden.length]).toEqual([27, 169]);
  });

  it.each(forbidden)("refuses %s → %s with 422 and the valid targets, and records nothing", async (from, to) => {
    const id = standing.get(from) ?? "";
    const [party, attributes] = MOVES[to];
    const before = await storedDigest(clinic.demo);
    const answer = await clinic.transition(party, id, { to_state: to, ...attributes });
    expectRefusal(answer, { code: "INVALID_TRANSITION", pointer: "/data/attributes/to_state" });
    expect(answer.errors[0]?.meta?.["valid_targets"]).toEqual(targets[from]);
    expect(answer.errors[0]?.detail).toContain(`'${from}'`);
    expect(await storedDigest(clinic.demo)).toEqual(before);
  });

  // Only the public lane leads to pending_confirmation, and no party does.
  it.each(allowed.filter(([, to]) => to !== "pending_confirmation"))(
    "lets %s → %s happen, with one record of it",
    async (from, to) => {
      const id = await clinic.sessionIn(from);
      const before = (await clinic.lifecycle(id)).transitions;
      const [usual, attributes] = MOVES[to];
      const party = from === "disputed" ? "organization" : usual;
      const answer = succeeded(
        await clinic.transition(party, id, { to_state: to, ...attributes, ...extras(from, to) }),
      );
      const { current_state, transitions } = answer.body.data.attributes.lifecycle;
      expect(current_state).toBe(to);
      expect(transitions.slice(0, -1)).toEqual(before);
      expect(transitions.at(-1)).toMatchObject({
        from,
        to,
        at: clinic.now,
        by: clinic.demo.as(party).id,
        method: "manual",
      });
      expect(answer.body.meta.transition).toEqual({ from, to, at: clinic.now });
    },
  );

  it("keeps requested → pending_confirmation to the node: every party gets 403", async () => {
    const id = standing.get("requested") ?? "";
    for (const party of ["client", "provider", "organization"] as const) {
      expectRefusal(await clinic.transition(party, id, { to_state: "pending_confirmation" }), "FORBIDDEN");
    }
  });

  it.each(["completed", "invoiced", "collected", "no_show", "paid", "CONFIRMED", ""])(
    "knows no state %j",
    async (word) => {
      const answer = await clinic.transition("organization", standing.get("confirmed") ?? "", { to_state: word });
      expectRefusal(answer, { code: "VALIDATION_ERROR", pointer: "/data/attributes/to_state" });
    },
  );

  it.each(states)("is what lifecycle.get_state offers in %s, whoever asks", async (state) => {
    const id = standing.get(state) ?? "";
    for (const party of ["client", "provider", "organization"] as const) {
      const { body } = succeeded(await clinic.call(party, "lifecycle.get_state", { session_id: id }));
      expect(body.data.attributes).toMatchObject({ current_state: state, available_transitions: targets[state] });
    }
  });
});

describe("authority", () => {
  const never: readonly (readonly [Party, ServiceState])[] = [
    ["client", "scheduled"],
    ["client", "delivered"],
    ["organization", "delivered"],
    ["second_provider", "delivered"],
    ["client", "partial"],
    ["organization", "partial"],
    ["client", "documented"],
    ["client", "charged"],
    ["provider", "verified"],
    ["organization", "verified"],
    ["provider", "disputed"],
    ["organization", "disputed"],
    ["client", "reassigning"],
    ["second_provider", "cancelled"],
  ];
  it.each(never)(
    "of %s to move to %s is denied before the state is looked at: 403 in every state",
    async (party, to) => {
      const before = await storedDigest(clinic.demo);
      for (const id of standing.values()) {
        expectRefusal(await clinic.transition(party, id, { to_state: to, ...MOVES[to][1] }), "FORBIDDEN");
      }
      expect(await storedDigest(clinic.demo)).toEqual(before);
    },
  );

  it("over a delivery is the bound provider's alone: its organization, acting for it, gets 403", async () => {
    const session = { session_id: standing.get("in_progress") ?? "", actor: clinic.demo.as("provider").actor };
    expectRefusal(await clinic.call("organization", "delivery.checkout", session), "FORBIDDEN");
    expectRefusal(
      await clinic.call("organization", "lifecycle.transition", { ...session, to_state: "delivered" }),
      "FORBIDDEN",
    );
  });

  it("depends on where a move begins: only the organization settles a dispute or replaces a provider", async () => {
    const [disputed, reassigning] = [standing.get("disputed") ?? "", standing.get("reassigning") ?? ""];
    for (const party of ["client", "provider"] as const) {
      expectRefusal(await clinic.transition(party, disputed, { to_state: "cancelled", reason: "enough" }), "FORBIDDEN");
    }
    expectRefusal(await clinic.transition("provider", disputed, { to_state: "charged" }), "FORBIDDEN");
    expectRefusal(await clinic.transition("provider", reassigning, { to_state: "scheduled" }), "FORBIDDEN");
  });
});
