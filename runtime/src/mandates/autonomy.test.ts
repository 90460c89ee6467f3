import { machines } from "@servicialo/schema/0.8/machines";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestAgent } from "../testing/agents.ts";
import { CLINICAL_RECORD, Clinic, PLACE, succeeded } from "../testing/clinic.ts";
import { draftOrder, packageTerms } from "../testing/orders.ts";
import type { TestAnswer } from "../testing/party-client.ts";
import { expectRefusal } from "../testing/refusal.ts";
import { type Deed, isForbiddenToAgents, reasonToAsk } from "./autonomy.ts";
import type { WatchedMove } from "./watch-moves.ts";

const CLP = (minor: number) => ({ minor, currency: "CLP" });
const UP_TO = { amount: 35_000, currency: "CLP" };

const rows = [...machines.service.moves, ...machines.order.moves].filter((move) => move.operations.length > 0);
const moveOf = ({ id, agent, irreversible }: (typeof rows)[number], holds: WatchedMove["holds"]): WatchedMove => ({
  id,
  autonomy: agent,
  holds,
  irreversible,
  session: null,
  order: null,
});

const deed = (changes: Partial<Deed>): Deed => ({
  operationId: "lifecycle.transition",
  moves: [],
  operationHolds: "fails",
  amount: null,
  ...changes,
});

describe("every row of the generated machines", () => {
  it.each(rows.map((row) => [`${row.id} ${row.from} → ${row.to}`, row] as const))(
    "%s asks as the matrix has it",
    (_name, row) => {
      const operationId = row.operations[0] as OperationId;
      const asks = (holds: WatchedMove["holds"], amount: Deed["amount"] = null, threshold?: typeof UP_TO) =>
        reasonToAsk(deed({ operationId, moves: [moveOf(row, holds)], amount }), threshold);
      const reason = row.irreversible ? "irreversible" : "autonomy";
      if (row.agent === "alone") expect(asks("fails")).toBeNull();
      if (row.agent === "asks")
        for (const holds of ["holds", "fails", "if_approved"] as const) expect(asks(holds, CLP(1), UP_TO)).toBe(reason);
      if (row.agent !== "conditional") return;
      expect(asks("holds")).toBeNull();
      expect(asks("fails", CLP(1), UP_TO)).toBe(reason);
      expect(asks("if_approved")).toBe(reason);
      expect(asks("if_approved", CLP(35_000))).toBe(reason);
      expect(asks("if_approved", CLP(35_000), UP_TO)).toBeNull();
      expect(asks("if_approved", CLP(35_001), UP_TO)).toBe(reason);
      expect(asks("if_approved", { minor: 1, currency: "USD" }, UP_TO)).toBe(reason);
      expect(asks("if_approved", "unknown", UP_TO)).toBe(reason);
    },
  );

  it("one part of a command that asks makes the whole of it ask", () => {
    const [alone, asking] = [rows.find(({ agent }) => agent === "alone"), rows.find(({ agent }) => agent === "asks")];
    if (!alone || !asking) throw new Error("The machines have changed.");
    expect(reasonToAsk(deed({ moves: [moveOf(alone, "fails"), moveOf(asking, "fails")] }), undefined)).not.toBeNull();
  });
});

describe("the amount", () => {
  const alone = rows.find(({ id }) => id === "L-01");
  const book = (amount: Deed["amount"]) =>
    deed({ operationId: "scheduling.book", moves: alone ? [moveOf(alone, "fails")] : [], amount });

  it("asks above the threshold, in another currency, and when nobody knows it", () => {
    expect(reasonToAsk(book(CLP(35_000)), UP_TO)).toBeNull();
    expect(reasonToAsk(book(CLP(35_001)), UP_TO)).toBe("amount");
    expect(reasonToAsk(book({ minor: 1, currency: "USD" }), UP_TO)).toBe("amount");
    expect(reasonToAsk(book("unknown"), UP_TO)).toBe("amount");
    expect(reasonToAsk(book(CLP(1_000_000)), undefined)).toBeNull();
    expect(reasonToAsk(book(null), UP_TO)).toBeNull();
  });
});

describe("what no agent does", () => {
  it("is whatever every move of an operation forbids", () => {
    expect(isForbiddenToAgents("delivery.checkout", {})).toBe(true);
    expect(isForbiddenToAgents("lifecycle.transition", { to_state: "delivered" })).toBe(true);
    expect(isForbiddenToAgents("lifecycle.transition", { to_state: "partial" })).toBe(true);
    const others = Object.keys(operations).filter(
      (id) => operations[id as OperationId].tier === "credential" && id !== "delivery.checkout",
    );
    expect(others.filter((id) => isForbiddenToAgents(id as OperationId, {}))).toEqual([]);
  });
});

describe("an agent at the clinic", () => {
  let clinic: Clinic;
  let houses: TestAgent;
  beforeAll(async () => {
    clinic = await Clinic.open();
    const scopes = [
      "schedule:write",
      "service:write",
      "evidence:write",
      "document:write",
      "resource:write",
      "order:write",
      "payment:write",
    ];
    houses = await TestAgent.for(clinic, "organization", {
      scopes,
      constraints: { require_confirmation_above: { amount: 1_000_000, currency: "CLP" } },
    });
  });
  afterAll(() => clinic.close());

  const move = (id: string, to_state: string, rest: Record<string, unknown> = {}): Promise<TestAnswer> =>
    houses.call("lifecycle.transition", { session_id: id, to_state, ...rest });

  it("confirms alone once both parties have said so, and not by its own word", async () => {
    const id = await clinic.sessionIn("scheduled");
    expectRefusal(await houses.call("scheduling.confirm", { session_id: id }), "CONFIRMATION_REQUIRED");
    const { database, clock } = clinic.demo.node.services;
    await database.transaction(async (tx) => {
      const { organizationId } = await tx.db
        .selectFrom("sessions")
        .select("organizationId")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      const word = {
        organizationId,
        sessionId: id,
        party: "client",
        by: clinic.id("María"),
        source: "human_intent",
      } as const;
      await tx.db
        .insertInto("acknowledgements")
        .values({ id: "ack_1", ...word, at: clock.now(), clearedAt: null })
        .execute();
    });
    succeeded(await houses.call("scheduling.confirm", { session_id: id }));
  });

  it("checks in alone when the place tells that somebody came", async () => {
    const id = await clinic.sessionIn("confirmed");
    expectRefusal(await houses.call("delivery.checkin", { session_id: id }), "CONFIRMATION_REQUIRED");
    succeeded(await houses.call("delivery.checkin", { session_id: id, location: PLACE }));
    const { proof } = await clinic.session(id);
    expect(proof.evidence.at(-1)).toMatchObject({ type: "gps", method: "agent" });
  });

  it("does not document alone what it has recorded itself", async () => {
    const id = await clinic.sessionIn("delivered");
    const answer = await move(id, "documented", { evidence: CLINICAL_RECORD });
    expectRefusal(answer, "CONFIRMATION_REQUIRED");
    expect((await clinic.session(id)).proof.evidence).toHaveLength(2);
  });

  it("seeks another provider alone only when there is one", async () => {
    const id = await clinic.sessionIn("confirmed");
    succeeded(await move(id, "reassigning", { reason: "ill", no_show_type: "provider" }));
    const only = await clinic.sessionIn("confirmed");
    await clinic.demo.node.services.database.transaction(({ db }) =>
      db.updateTable("providers").set({ active: false }).where("id", "=", clinic.id("Diego Fuentes")).execute(),
    );
    expectRefusal(
      await move(only, "reassigning", { reason: "ill", no_show_type: "provider" }),
      "CONFIRMATION_REQUIRED",
    );
  });

  it("moves a session alone when the new time costs nothing", async () => {
    const id = await clinic.sessionIn("scheduled");
    succeeded(await houses.call("scheduling.reschedule", { session_id: id, new_datetime: clinic.nextSlot() }));
    await clinic.demo.node.services.database.transaction(async ({ db }) => {
      const { contract } = await db
        .selectFrom("sessions")
        .select("contract")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      const tiers = [{ hours_before: 0, inclusive: true, penalty_percent: 10 }];
      const dear = { ...contract, rescheduling_policy: { tiers } };
      await db.updateTable("sessions").set({ contract: dear }).where("id", "=", id).execute();
    });
    const again = { session_id: id, new_datetime: clinic.nextSlot() };
    expectRefusal(await houses.call("scheduling.reschedule", again), "CONFIRMATION_REQUIRED");
  });

  it("changes resources alone, and asks before it takes one away", async () => {
    const resource_id = clinic.id("Rehabilitation gym");
    succeeded(await houses.call("resource.update", { resource_id, location: "First floor" }));
    expectRefusal(await houses.call("resource.delete", { resource_id }), "CONFIRMATION_REQUIRED");
  });

  it("drafts orders alone, changes its drafts, and asks for everything after", async () => {
    const drafted = succeeded(await houses.call("service_orders.create", packageTerms(clinic)));
    const order_id = drafted.body.data.id;
    succeeded(await houses.call("service_orders.update", { order_id, payment_schedule: { type: "upfront" } }));
    for (const to_state of ["cancelled"]) {
      expectRefusal(
        await houses.call("service_orders.transition", { order_id, to_state, reason: "no" }),
        "CONFIRMATION_REQUIRED",
      );
    }
    const clients = await TestAgent.for(clinic, "client", { scopes: ["order:write"] });
    expectRefusal(await clients.call("service_orders.create", packageTerms(clinic)), "FORBIDDEN");
    expectRefusal(await clients.call("service_orders.propose", { order_id: await draftOrder(clinic) }), "FORBIDDEN");
  });

  it("charges under its standing approval, and still asks before it records money", async () => {
    const id = await clinic.sessionIn("documented");
    succeeded(await move(id, "charged"));
    const { body } = await clinic.call("organization", "payments.get_status", { client_id: clinic.id("María") });
    const sale_id = body.data.attributes.sales[0].id;
    const answer = await houses.call("payments.record_payment", { sale_id, amount: 1000, method: "efectivo" });
    expectRefusal(answer, "CONFIRMATION_REQUIRED");
    expect(answer.errors[0]?.meta?.["reason"]).toBe("irreversible");
  });

  it("asks the client before it accepts the delivery in the client's name", async () => {
    const id = await clinic.sessionIn("charged");
    expectRefusal(await move(id, "verified"), "FORBIDDEN");
    const clients = await TestAgent.for(clinic, "client", { scopes: ["service:write"] });
    const answer = await clients.call("lifecycle.transition", { session_id: id, to_state: "verified" });
    expectRefusal(answer, "CONFIRMATION_REQUIRED");
    expect(answer.errors[0]?.meta?.["approver"]).toEqual({ type: "client", id: clinic.demo.as("client").id });
  });
});
