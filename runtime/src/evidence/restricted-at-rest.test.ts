import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLINICAL_RECORD, Clinic, succeeded } from "../testing/clinic.ts";
import { storedRows } from "../testing/stored-rows.ts";
import { openVault, Vault } from "./vault.ts";

const SECRET = "https://records.clinica-andes.example/2026/diagnosis-4711";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

/** Everything that lies on disk or in rows, as text. */
async function dump(): Promise<string> {
  const { database } = clinic.demo.node.services.config;
  const files = [database, `${database}-wal`].filter((file) => existsSync(file));
  const bytes = await Promise.all(files.map((file) => readFile(file, "latin1")));
  const rows = Object.values(await storedRows(clinic.demo)).flat();
  return [...bytes, ...rows].join("\n");
}

describe("restricted evidence", () => {
  it("is never in clear text in the store, neither as the item nor in an answer kept for replay", async () => {
    const id = await clinic.sessionIn("delivered");
    const item = { session_id: id, ...CLINICAL_RECORD, data: { ...CLINICAL_RECORD.data, uri: SECRET } };
    const key = { "idempotency-key": "record-once" };
    const first = succeeded(await clinic.call("provider", "delivery.record_evidence", item, key));
    expect(first.body.meta.warning).toBe("RESTRICTED_EVIDENCE_STORED");
    expect(await dump()).not.toContain("diagnosis-4711");
    const replay = await clinic.call("provider", "delivery.record_evidence", item, key);
    expect(replay.text).toBe(first.text);
    expect(await dump()).not.toContain("diagnosis-4711");
  });

  it("is opened for the parties to the session", async () => {
    const id = await clinic.sessionIn("delivered");
    succeeded(
      await clinic.call("provider", "delivery.record_evidence", {
        session_id: id,
        ...CLINICAL_RECORD,
        data: { ...CLINICAL_RECORD.data, uri: SECRET },
      }),
    );
    for (const party of ["provider", "client", "organization"] as const) {
      const { body } = succeeded(await clinic.call(party, "service.get", { service_id: id }));
      expect(body.data.attributes.proof.evidence.at(-1).data.uri).toBe(SECRET);
    }
  });

  it("counts for what a contract demands though it lies sealed", async () => {
    const id = await clinic.sessionIn("delivered");
    succeeded(await clinic.call("provider", "delivery.record_evidence", { session_id: id, ...CLINICAL_RECORD }));
    succeeded(await clinic.call("provider", "documentation.create", { session_id: id, content: "as planned" }));
  });
});

describe("the vault", () => {
  const vault = new Vault(Buffer.alloc(32, 7));

  it("opens what it sealed, for the item it was sealed for", () => {
    const sealed = vault.seal("evd_1", { uri: SECRET });
    expect(sealed).not.toContain("diagnosis");
    expect(vault.open("evd_1", sealed)).toEqual({ uri: SECRET });
    expect(() => vault.open("evd_2", sealed)).toThrow();
    expect(() => new Vault(Buffer.alloc(32, 8)).open("evd_1", sealed)).toThrow();
  });

  it("never seals the same text twice alike, and notices a changed byte", () => {
    const [one, two] = [vault.seal("evd_1", {}), vault.seal("evd_1", {})];
    expect(one).not.toBe(two);
    const bytes = Buffer.from(one, "base64");
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    expect(() => vault.open("evd_1", bytes.toString("base64"))).toThrow();
  });

  it("takes its key from the environment, refuses one of the wrong length", () => {
    const given = { SERVICIALO_EVIDENCE_KEY: Buffer.alloc(32, 7).toString("base64") };
    expect(openVault("/nowhere/node.db", given).open("evd_1", vault.seal("evd_1", { a: 1 }))).toEqual({ a: 1 });
    expect(() => openVault("/nowhere/node.db", { SERVICIALO_EVIDENCE_KEY: "c2hvcnQ=" })).toThrow(/32 bytes/);
  });

  it("makes a key file beside the database once, readable by its owner alone", async () => {
    const folder = await mkdtemp(join(tmpdir(), "servicialo-vault-"));
    try {
      const file = join(folder, "node.db");
      const sealed = openVault(file, {}).seal("evd_1", { a: 1 });
      expect(openVault(file, {}).open("evd_1", sealed)).toEqual({ a: 1 });
      expect((await stat(`${file}.key`)).mode & 0o777).toBe(0o600);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
