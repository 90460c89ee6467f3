import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic } from "../testing/clinic.ts";
import { runInProcess } from "../testing/command-in-process.ts";
import { addContract } from "./contract.ts";
import { addEvidence } from "./evidence.ts";

let clinic: Clinic;
let folder: string;
beforeAll(async () => {
  clinic = await Clinic.open();
  folder = await mkdtemp(join(tmpdir(), "servicialo-contract-"));
});
afterAll(async () => {
  await clinic.close();
  await rm(folder, { recursive: true });
});

/** Runs a command in this process on the clinic's database; answers the lines that it printed. */
async function run(...args: readonly string[]): Promise<string[]> {
  const { database } = clinic.demo.node.services.config;
  return runInProcess([addContract, addEvidence], [...args, "--database", database]);
}

async function file(text: string): Promise<string> {
  const path = join(folder, "terms.yaml");
  await writeFile(path, text);
  return path;
}

describe("servicialo-node contract", () => {
  it("makes a further version that bookings from then on are bound by, and warns of windows that do not fit", async () => {
    const offer = clinic.id("Physiotherapy session");
    const old = await clinic.sessionIn("requested");
    const terms = await file("dispute_window_hours: 24\nverification_deadline_hours: 12\n");
    expect(await run("contract", "set", offer, terms)).toEqual([
      "Version 2 holds from now on.",
      expect.stringMatching(/^Warning: .*dispute window of 24 h/),
    ]);
    expect((await run("contract", "set", offer, terms))[0]).toBe("Version 2 says the same already.");
    expect(JSON.parse((await run("contract", "show", offer)).join("\n"))).toMatchObject({
      version: 2,
      dispute_window_hours: 24,
    });
    const versionOf = async (service_id: string) =>
      (await clinic.call("organization", "contract.get", { service_id, org_id: "clinica-andes" })).body.data.attributes
        .version;
    expect([await versionOf(old), await versionOf(await clinic.sessionIn("requested"))]).toEqual([1, 2]);
  });

  it("refuses terms that do not hold, unknown offers and files without terms", async () => {
    const offer = clinic.id("Physiotherapy session");
    await expect(run("contract", "set", offer, await file("verification_deadline_hours: 100"))).rejects.toThrow(
      "from 1 to 72",
    );
    await expect(run("contract", "set", offer, await file("just text"))).rejects.toThrow("holds no terms");
    await expect(run("contract", "show", "svc_unknown")).rejects.toThrow("There is no offer svc_unknown.");
  });
});

describe("servicialo-node evidence accesses", () => {
  it("prints who was shown restricted evidence, what, when and from where", async () => {
    const id = await clinic.sessionIn("delivered");
    expect(await run("evidence", "accesses", id)).toEqual(["Nobody was shown restricted evidence of this session."]);
    const documented = await clinic.sessionIn("documented");
    await clinic.call("client", "service.get", { service_id: documented });
    const lines = await run("evidence", "accesses", documented);
    expect(lines.at(-1)).toMatch(
      new RegExp(
        `^${clinic.now}  evd_\\w+  client ${clinic.id("María")} \\(key_\\w+\\)  service.get  from 127.0.0.1 in req_`,
      ),
    );
  });
});
