import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Caller, SubjectType } from "../pipeline/caller.ts";
import type { EvidenceRow, SessionRow } from "../storage/rows.ts";
import { TestAgent } from "../testing/agents.ts";
import { CLINICAL_RECORD, Clinic, succeeded } from "../testing/clinic.ts";
import type { Party, TestAnswer } from "../testing/party-client.ts";
import { Disclosures } from "./disclosures.ts";
import { openVault } from "./vault.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const accessesTo = (sessionId: string) =>
  clinic.demo.node.services.database.read(({ db }) =>
    db.selectFrom("evidence_accesses").selectAll().where("sessionId", "=", sessionId).orderBy("id").execute(),
  );

describe("each access to restricted evidence (SVC-SENS-004)", () => {
  it("is written down with who, what, when and from where, whoever reads it and by whatever operation", async () => {
    const id = await clinic.sessionIn("documented");
    const { lifecycle, proof } = await clinic.session(id);
    expect(lifecycle.current_state).toBe("documented");
    const record = proof.evidence.find((item: { data_sensitivity: string }) => item.data_sensitivity === "restricted");
    const before = (await accessesTo(id)).length;
    const readers: Party[] = ["client", "provider", "organization"];
    const answers: TestAnswer[] = [];
    for (const party of readers) answers.push(succeeded(await clinic.call(party, "service.get", { service_id: id })));
    succeeded(await clinic.transition("organization", id, { to_state: "charged" }));
    const written = (await accessesTo(id)).slice(before);
    expect(written).toMatchObject([
      ...readers.map((party, index) => ({
        evidenceId: record.id,
        subjectType: party,
        subjectId: clinic.demo.as(party).id,
        operation: "service.get",
        at: clinic.demo.clock.now(),
        address: "127.0.0.1",
        requestId: answers[index]?.headers.get("x-request-id"),
      })),
      { evidenceId: record.id, subjectType: "organization", operation: "lifecycle.transition" },
    ]);
  });

  it("is an agent's, too, under a mandate with document:read, and nobody's else of that principal", async () => {
    const id = await clinic.sessionIn("documented");
    const before = (await accessesTo(id)).length;
    const payloadFor = async (party: Party, scopes: readonly string[]) => {
      const agent = await TestAgent.for(clinic, party, { scopes });
      const { body } = succeeded(await agent.call("service.get", { service_id: id }));
      const item = body.data.attributes.proof.evidence.find(
        (one: { data_sensitivity: string }) => one.data_sensitivity === "restricted",
      );
      return { agent, data: item.data };
    };
    const hidden = { redacted: true, reason: "restricted_evidence" };
    const readers: string[] = [];
    for (const party of ["client", "provider", "organization"] as const) {
      expect((await payloadFor(party, ["service:read"])).data, party).toEqual(hidden);
      const { agent, data } = await payloadFor(party, ["service:read", "document:read"]);
      expect(data, party).not.toEqual(hidden);
      readers.push(agent.id);
    }
    const written = (await accessesTo(id)).slice(before);
    expect(written.map(({ subjectType, subjectId }) => [subjectType, subjectId])).toEqual(
      readers.map((reader) => ["agent", reader]),
    );
  });

  it("counts a replayed answer, too", async () => {
    const id = await clinic.sessionIn("delivered");
    const item = { session_id: id, ...CLINICAL_RECORD };
    const key = { "idempotency-key": "access-once" };
    succeeded(await clinic.call("provider", "delivery.record_evidence", item, key));
    expect(await accessesTo(id)).toHaveLength(1);
    const replay = await clinic.call("provider", "delivery.record_evidence", item, key);
    expect(replay.headers.get("idempotent-replayed")).toBe("true");
    expect((await accessesTo(id)).map(({ operation }) => operation)).toEqual(Array(2).fill("delivery.record_evidence"));
  });

  it("is not counted where no payload leaves", async () => {
    const id = await clinic.sessionIn("documented");
    const before = (await accessesTo(id)).length;
    succeeded(await clinic.call("client", "lifecycle.get_state", { session_id: id }));
    expect((await clinic.call("foreign_organization", "service.get", { service_id: id })).status).toBe(404);
    expect(await accessesTo(id)).toHaveLength(before);
  });

  it("gives no answer when it cannot be written down", async () => {
    const id = await clinic.sessionIn("documented");
    const { database } = clinic.demo.node.services;
    await database.transaction(({ db }) => sql`alter table evidence_accesses rename to lost`.execute(db));
    try {
      const answer = await clinic.call("client", "service.get", { service_id: id });
      expect(answer.status).toBe(500);
      expect(answer.text).not.toContain("records.clinica-andes.example");
    } finally {
      await database.transaction(({ db }) => sql`alter table lost rename to evidence_accesses`.execute(db));
    }
    succeeded(await clinic.call("client", "service.get", { service_id: id }));
  });
});

describe("a restricted payload", () => {
  const vault = openVault(":memory:", {});
  const session = { id: "ses_1", organizationId: "org_1", clientId: "cli_1", providerId: "prv_1" } as SessionRow;
  const item = { id: "evd_1", sealedData: vault.seal("evd_1", { uri: "secret" }) } as EvidenceRow;
  const readBy = (subjectType: SubjectType, subjectId: string, organizationId = "org_1") => {
    const credential = { id: "key_1", organizationId, subjectType, subjectId, mandateId: null, memberId: null };
    return new Disclosures(vault, { credential, actor: null, requestId: "req_1", address: null } satisfies Caller);
  };

  it.each([
    ["client", "cli_1"],
    ["provider", "prv_1"],
    ["organization", "org_1"],
  ] as const)("is opened for the session's %s", (type, id) => {
    const disclosures = readBy(type, id);
    expect(disclosures.payloadOf(session, item)).toEqual({ uri: "secret" });
    expect(disclosures.disclosed).toEqual([{ sessionId: "ses_1", evidenceId: "evd_1" }]);
  });

  it.each([
    ["client", "cli_2", "org_1"],
    ["provider", "prv_2", "org_1"],
    ["organization", "org_2", "org_2"],
    ["agent", "agt_1", "org_1"],
  ] as const)("stays closed for another %s", (type, id, organization) => {
    const disclosures = readBy(type, id, organization);
    expect(disclosures.payloadOf(session, item)).toEqual({ redacted: true, reason: "restricted_evidence" });
    expect(disclosures.disclosed).toEqual([]);
  });
});
