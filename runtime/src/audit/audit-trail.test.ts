import fc from "fast-check";
import { CompiledQuery } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestAgent, trailOf } from "../testing/agents.ts";
import { CLINICAL_RECORD, Clinic, PLACE, succeeded } from "../testing/clinic.ts";
import { expectRefusal } from "../testing/refusal.ts";
import { testDialect } from "../testing/test-database.ts";
import { canonicalDigest } from "./canonical.ts";
import { haltCutOffActions } from "./intents.ts";
import { verifyAudit } from "./verify-audit.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const services = () => clinic.demo.node.services;
const run = (sql: string) => services().database.transaction(({ db }) => db.executeQuery(CompiledQuery.raw(sql)));
const faults = async () => (await services().database.read(verifyAudit)).faults;

describe("the trail", () => {
  it("holds everything that the protocol asks for, chained so that anybody can recompute it", async () => {
    const id = await clinic.sessionIn("scheduled");
    const agent = await TestAgent.for(clinic, "client", { scopes: ["service:read"] });
    succeeded(await agent.call("service.get", { service_id: id }));
    expectRefusal(await agent.call("scheduling.cancel", { session_id: id }), "SCOPE_INSUFFICIENT");
    const { body } = succeeded(await clinic.call("client", "mandates.audit", { mandate_id: agent.mandateId }));
    const entries = body.data.map((entry: { attributes: unknown }) => entry.attributes).toReversed();
    let prev = "0".repeat(64);
    for (const [index, { hash, ...entry }] of entries.entries()) {
      expect(entry).toMatchObject({
        mandate_id: agent.mandateId,
        agent_id: agent.id,
        principal_id: clinic.id("María"),
        acting_for: "patient",
        context: "org:clinica-andes",
        seq: index + 1,
        prev_hash: prev,
      });
      expect(canonicalDigest(entry)).toBe(hash);
      prev = hash;
    }
    expect(body.meta.head).toEqual({ seq: 3, hash: prev });
    expect(entries.at(-1)).toMatchObject({
      action: "scheduling.cancel",
      action_result: "rejected",
      failure_reason: "SCOPE_INSUFFICIENT",
      resource_id: id,
      ip_address: "127.0.0.1",
      request_id: expect.any(String),
    });
  });

  it("shows ids, states and amounts, and nothing that tells of a person or of what was delivered", async () => {
    const id = await clinic.sessionIn("in_progress");
    const agent = await TestAgent.for(clinic, "provider", {
      scopes: ["evidence:write", "patient:write", "schedule:write"],
    });
    const secrets = [
      "ana.silva@correo.example",
      "+56987654321",
      "Silva",
      "diagnosis-4711",
      "-33.4263",
      "shoulder pain",
    ];
    const record = {
      ...CLINICAL_RECORD,
      data: { ...CLINICAL_RECORD.data, uri: "https://records.example/diagnosis-4711" },
    };
    succeeded(await agent.call("delivery.record_evidence", { session_id: id, ...record }));
    const person = { email: "ana.silva@correo.example", phone: "+56987654321", name: "Ana", last_name: "Silva" };
    succeeded(await agent.call("clients.get_or_create", person));
    await agent.call("delivery.checkin", { session_id: id, location: PLACE });
    await agent.call("scheduling.cancel", { session_id: id, reason: "shoulder pain", "shoulder pain": 1 });
    const { text, body } = await clinic.call("provider", "mandates.audit", { mandate_id: agent.mandateId });
    for (const secret of secrets) expect(text).not.toContain(secret);
    const inputs = body.data.map((entry: { attributes: { action_input: unknown } }) => entry.attributes.action_input);
    expect(inputs.at(-2)).toMatchObject({ session_id: id, evidence_type: "document", data: "[REDACTED]" });
    expect(inputs.at(-3)).toMatchObject({ email: "[REDACTED]", name: "[REDACTED]", actor: { type: "agent" } });
    const stored = await services().database.read(({ db }) => db.selectFrom("audit_entries").selectAll().execute());
    for (const secret of secrets) expect(JSON.stringify(stored)).not.toContain(secret);
  });

  it("can be asked for by mandate and by principal, by action, result and time, page by page", async () => {
    const agents = [
      await TestAgent.for(clinic, "second_client", { scopes: ["mandate:read"] }),
      await TestAgent.for(clinic, "second_client", { scopes: ["mandate:read"] }),
    ];
    for (const agent of agents) for (let n = 0; n < 3; n++) succeeded(await agent.call("mandates.list"));
    const principal_id = clinic.demo.as("second_client").id;
    const all = succeeded(await clinic.call("second_client", "audit.list", { principal_id, per_page: 100 })).body;
    expect(all.meta.total).toBe(8);
    const times = all.data.map((entry: { attributes: { timestamp: string } }) =>
      Date.parse(entry.attributes.timestamp),
    );
    expect(times).toEqual(times.toSorted((a: number, b: number) => b - a));
    const issued = await clinic.call("second_client", "audit.list", { principal_id, action: "mandate.issue" });
    expect(issued.body.meta.total).toBe(2);
    const rejected = await clinic.call("second_client", "audit.list", { principal_id, action_result: "rejected" });
    expect(rejected.body.meta.total).toBe(0);
    const later = await clinic.call("second_client", "audit.list", { principal_id, from: "2030-01-01T00:00:00Z" });
    expect(later.body.meta.total).toBe(0);
    const page = await clinic.call("second_client", "audit.list", { principal_id, per_page: 3, page: 3 });
    expect(page.body.data).toHaveLength(2);
    expect((await clinic.call("organization", "audit.list", { principal_id })).body.meta.total).toBe(8);
    expectRefusal(await clinic.call("client", "audit.list", { principal_id }), "FORBIDDEN");
    expectRefusal(await clinic.call("foreign_organization", "audit.list", { principal_id }), "FORBIDDEN");
    const mandate_id = agents[0]?.mandateId;
    expectRefusal(await clinic.call("client", "mandates.audit", { mandate_id }), "NOT_FOUND");
    expectRefusal(await clinic.call("foreign_organization", "mandates.audit", { mandate_id }), "NOT_FOUND");
  });

  it("has an entry for every move of an agent, under the same mandate and on the same session", async () => {
    const agent = await TestAgent.for(clinic, "organization", { scopes: ["schedule:write", "service:write"] });
    const id = await clinic.sessionIn("requested");
    succeeded(await agent.call("lifecycle.transition", { session_id: id, to_state: "scheduled" }));
    succeeded(await agent.call("lifecycle.transition", { session_id: id, to_state: "rescheduling", reason: "strike" }));
    const moves = (await clinic.lifecycle(id)).transitions.filter(
      ({ method }: { method: string }) => method === "agent",
    );
    expect(moves).toHaveLength(2);
    const trail = await trailOf(clinic, agent.mandateId);
    const done = trail.filter((entry) => entry.action_result === "success" && entry.resource_id === id);
    expect(done.map((entry) => entry.action_input.to_state)).toEqual(moves.map(({ to }: { to: string }) => to));
  });
});

describe("an agent without a known mandate", () => {
  it("is kept in the security log, with what it asked for", async () => {
    const agent = await TestAgent.for(clinic, "client", { scopes: ["service:read"] });
    const unknown = "5f7d8f31-93d0-4b55-8d0b-6a56a0b5b1aa";
    expectRefusal(await agent.under(unknown).call("service.get", { service_id: "ses_1" }), "MANDATE_REQUIRED");
    const rows = await services().database.read(({ db }) =>
      db.selectFrom("security_log").selectAll().where("mandateId", "=", unknown).execute(),
    );
    expect(rows).toMatchObject([
      {
        agentId: agent.id,
        action: "service.get",
        failureReason: "MANDATE_REQUIRED",
        actionInput: { service_id: "ses_1" },
      },
    ]);
  });
});

describe("the database", () => {
  it.each(["audit_entries", "audit_anchors", "audit_intents", "security_log"])(
    "refuses to change or delete rows of %s",
    async (table) => {
      await expect(run(`update ${table} set organization_id = organization_id`)).rejects.toThrow(/never changed/);
      await expect(run(`delete from ${table}`)).rejects.toThrow(/never changed/);
      if (testDialect === "postgres") await expect(run(`truncate ${table} cascade`)).rejects.toThrow(/never changed/);
    },
  );
});

/** Makes a table refuse new rows, as a full disk would. */
const BREAK = {
  sqlite: (table: string) => [
    `create trigger full before insert on ${table} begin select raise(abort, 'disk full'); end`,
  ],
  postgres: (table: string) => [
    "create or replace function disk_full() returns trigger language plpgsql as $$ begin raise exception 'disk full'; end $$",
    `create trigger "full" before insert on ${table} for each row execute function disk_full()`,
  ],
};
const MEND = {
  sqlite: (_table: string) => "drop trigger full",
  postgres: (table: string) => `drop trigger "full" on ${table}`,
};

describe("an action that cannot be audited", () => {
  it.each(["audit_intents", "audit_entries"])("is not executed when %s cannot be written", async (table) => {
    const agent = await TestAgent.for(clinic, "organization", { scopes: ["service:write"] });
    const id = await clinic.sessionIn("requested");
    for (const sql of BREAK[testDialect](table)) await run(sql);
    const move = { session_id: id, to_state: "scheduled" };
    const answer = await agent.call("lifecycle.transition", move);
    await run(MEND[testDialect](table));
    expectRefusal(answer, "AUDIT_UNAVAILABLE");
    expect((await clinic.lifecycle(id)).current_state).toBe("requested");
    succeeded(await agent.call("lifecycle.transition", move));
  });

  it("is halted in the trail when a crash cut it off", async () => {
    const agent = await TestAgent.for(clinic, "organization", { scopes: ["service:write"] });
    await services().database.transaction(async ({ db }) => {
      const { organizationId } = await db
        .selectFrom("mandates")
        .select("organizationId")
        .where("id", "=", agent.mandateId)
        .executeTakeFirstOrThrow();
      const cutOff = {
        id: "intent_1",
        organizationId,
        mandateId: agent.mandateId,
        agentId: agent.id,
        action: "lifecycle.transition",
      };
      const rest = {
        inputDigest: "0".repeat(64),
        resourceId: "ses_1",
        requestId: "req_1",
        ipAddress: null,
        at: clinic.demo.clock.now(),
      };
      await db
        .insertInto("audit_intents")
        .values({ ...cutOff, ...rest })
        .execute();
    });
    expect(await haltCutOffActions(services())).toBe(0);
    clinic.demo.clock.advance(60_000);
    expect(await haltCutOffActions(services())).toBeGreaterThanOrEqual(1);
    expect(await haltCutOffActions(services())).toBe(0);
    const [, last] = await trailOf(clinic, agent.mandateId);
    expect(last).toMatchObject({ action: "lifecycle.transition", action_result: "halted", resource_id: "ses_1" });
  });
});

describe("tampering", () => {
  const TRIGGERS = ["audit_entries", "audit_anchors"].flatMap((table) =>
    testDialect === "sqlite"
      ? [`drop trigger ${table}_no_update`, `drop trigger ${table}_no_delete`]
      : [`drop trigger "${table}_no_change" on ${table}`],
  );

  it("is found, whatever was changed, removed, added or moved", async () => {
    expect(await faults()).toEqual([]);
    for (const sql of TRIGGERS) await run(sql);
    const entries = await services().database.read(({ db }) => db.selectFrom("audit_entries").selectAll().execute());
    const entry = fc.constantFrom(...entries);
    const text = fc.string({ minLength: 1, maxLength: 12, unit: "grapheme-ascii" });
    const edit = fc.oneof(
      fc.record({
        what: fc.constant("change" as const),
        entry,
        column: fc.constantFrom(
          "action",
          "actionResult",
          "resourceId",
          "agentId",
          "principalId",
          "context",
          "failureReason",
          "hash",
          "prevHash",
          "requestId",
        ),
        value: text,
      }),
      fc.record({ what: fc.constant("time" as const), entry, by: fc.integer({ min: 1, max: 1_000_000 }) }),
      fc.record({ what: fc.constant("input" as const), entry, value: text }),
      fc.record({ what: fc.constant("remove" as const), entry }),
      fc.record({ what: fc.constant("remove with its anchor" as const), entry }),
      fc.record({ what: fc.constant("drop the chain" as const), entry }),
      fc.record({ what: fc.constant("swap" as const), entry, other: entry }),
      fc.record({ what: fc.constant("add" as const), entry }),
    );
    await fc.assert(
      fc.asyncProperty(edit, async (change) => {
        let found: readonly unknown[] = [];
        let changed = true;
        const undo = new Error("undo");
        await services()
          .database.transaction(async (tx) => {
            const { db } = tx;
            const { id, mandateId, organizationId, position, seq } = change.entry;
            const update = (set: Record<string, unknown>, of = id) =>
              db.updateTable("audit_entries").set(set).where("id", "=", of).execute();
            if (change.what === "change") {
              changed = change.entry[change.column as "action"] !== change.value;
              await update({ [change.column]: change.value });
            }
            if (change.what === "time") await update({ at: change.entry.at + change.by });
            if (change.what === "input") await update({ actionInput: { forged: change.value } });
            if (change.what === "remove" || change.what === "remove with its anchor") {
              await db.deleteFrom("audit_entries").where("id", "=", id).execute();
            }
            if (change.what === "remove with its anchor") {
              await db
                .deleteFrom("audit_anchors")
                .where("organizationId", "=", organizationId)
                .where("seq", "=", position)
                .execute();
            }
            if (change.what === "drop the chain") {
              await db.deleteFrom("audit_entries").where("mandateId", "=", mandateId).execute();
              await db
                .updateTable("mandates")
                .set({ auditSeq: 0, auditHash: "0".repeat(64) })
                .where("id", "=", mandateId)
                .execute();
            }
            if (change.what === "swap") {
              const { other } = change;
              changed = other.mandateId === mandateId && other.seq !== seq;
              if (changed) {
                await update({ seq: -1 });
                await update({ seq }, other.id);
                await update({ seq: other.seq });
              }
            }
            if (change.what === "add") {
              await db
                .insertInto("audit_entries")
                .values({ ...change.entry, id: "forged", seq: 100_000, position: 100_000, intentId: null })
                .execute();
            }
            found = (await verifyAudit(tx)).faults;
            throw undo;
          })
          .catch((error: unknown) => {
            if (error !== undo) throw error;
          });
        expect(found.length > 0, JSON.stringify(change)).toBe(changed);
      }),
      { numRuns: 120 },
    );
    expect(await faults()).toEqual([]);
  }, 60_000);
});
