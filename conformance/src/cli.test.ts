import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deadAddress } from "./testing/null-targets.ts";
import { startSmallNode } from "./testing/small-node.ts";

const CLI = fileURLToPath(new URL("./cli.ts", import.meta.url));
const SECRET = "planted-in-the-environment-8c1f";
const folder = mkdtempSync(join(tmpdir(), "certify-cli-"));
const at = (name: string) => join(folder, name);
let node: Awaited<ReturnType<typeof startSmallNode>>;

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

function certify(...args: string[]): Promise<Outcome> {
  const env = { PATH: process.env.PATH, SERVICIALO_TOKEN_ORGANIZATION: SECRET, NO_COLOR: "1" };
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...args], { env, maxBuffer: 64 * 1024 * 1024 }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });
}

beforeAll(async () => {
  node = await startSmallNode();
});

afterAll(async () => {
  await node.close();
  rmSync(folder, { recursive: true });
});

const narrow = ["--organization", "clinic-under-test", "--only", "SVC-DISC-001,SVC-HTTP-002"];

describe("servicialo-certify", () => {
  it("says what stands in the way in two lines, and exits with 2", async () => {
    const { code, out } = await certify("run", await deadAddress());
    expect(code).toBe(2);
    expect(out).toMatch(/^\nFirst thing to mend: http.* connection refused: nothing listens there\n {2}start the node/);
    expect(out.split("\n").length).toBeLessThan(8);
  });

  it.each([
    [["run"], "say which node"],
    [["run", "nowhere"], "no http(s) address"],
    [["run", "http://node", "--budget", "soon"], "--budget takes a whole number"],
    [["run", "http://node", "--attest", "a.jws"], "--attest needs --key"],
    [["report", "none.json"], "cannot be read"],
    [["list", "--level", "gold"], "choose one of core"],
    [["sing"], "unknown command"],
  ])("refuses %j in one line, and exits with 2", async (args, message) => {
    const { code, err } = await certify(...args);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
    expect(err).not.toContain("    at ");
  });

  it("announces what it will do, shows progress, and writes every report without the secret", async () => {
    const files = {
      json: at("r.json"),
      junit: at("r.xml"),
      html: at("r.html"),
      markdown: at("r.md"),
      badge: at("r.svg"),
    };
    const flags = Object.entries(files).flatMap(([flag, file]) => [`--${flag}`, file]);
    const { code, out, err } = await certify("run", node.url, ...narrow, ...flags);
    expect(code).not.toBe(0);
    expect(err).toMatch(/^Certifying http.* for CORE; the run books, moves and cancels sessions of its own\.\n2 cases/);
    expect(err).toMatch(/1\/2 \w+ SVC-/);
    expect(out).toContain("First thing to mend: SVC-");
    for (const file of Object.values(files)) expect(readFileSync(file, "utf8")).not.toContain(SECRET);
    expect(out + err).not.toContain(SECRET);
  });

  it("makes other reports from the JSON, and replays a case of it with the same verdict", async () => {
    const again = await certify("report", at("r.json"), "--format", "markdown");
    expect(again.out).toBe(readFileSync(at("r.md"), "utf8"));
    const replayed = await certify("replay", at("r.json"), "svc-disc-001");
    expect(replayed.out).toContain("The same verdict:");
    expect(replayed.code).toBe(0);
    const report = JSON.parse(readFileSync(at("r.json"), "utf8"));
    report.requirements.find((one: { id: string }) => one.id === "SVC-DISC-001").verdict = "INCOMPLETE";
    writeFileSync(at("changed.json"), JSON.stringify(report));
    const other = await certify("replay", at("changed.json"), "SVC-DISC-001");
    expect([other.code, other.out]).toEqual([1, expect.stringContaining("Another verdict: INCOMPLETE")]);
  });

  it("makes keys that only their owner can read, and never writes over one", async () => {
    expect((await certify("keys", "--key", at("key.json"), "--jwks", at("jwks.json"))).code).toBe(0);
    expect(statSync(at("key.json")).mode & 0o077).toBe(0);
    expect(readFileSync(at("jwks.json"), "utf8")).not.toContain('"d"');
    expect((await certify("keys", "--key", at("key.json"), "--jwks", at("jwks.json"))).code).toBe(2);
    expect((await certify("keys", "--key", at("key2.json"), "--jwks", at("jwks.json"))).code).toBe(0);
    expect(JSON.parse(readFileSync(at("jwks.json"), "utf8")).keys.length).toBe(2);
    const { out } = await certify("challenge", node.url, "--key", at("key.json"));
    expect(out).toMatch(/^GET http:.*\/\.well-known\/servicialo-certify\/[\w-]{43}\nhas to answer 200/);
  });

  it("does not sign a run that did not reach its level, and keeps its exit code", async () => {
    const { code, err } = await certify(
      "run",
      node.url,
      ...narrow,
      "--quiet",
      "--attest",
      at("a.jws"),
      "--key",
      at("key.json"),
    );
    expect([code, err]).toEqual([1, expect.stringContaining("nothing to attest")]);
    expect(existsSync(at("a.jws"))).toBe(false);
  });

  it("ends a run whose budget is spent as INCOMPLETE with 3, and still writes its report", async () => {
    const slow = await startSmallNode({ answers: 12 });
    const flags = ["--organization", "clinic-under-test", "--budget", "2", "--json", at("budget.json")];
    const { code, out } = await certify("run", slow.url, ...flags);
    await slow.close();
    expect([code, out]).toEqual([3, expect.stringContaining("The run ended early: the budget of 2 s was spent")]);
    expect(JSON.parse(readFileSync(at("budget.json"), "utf8"))).toMatchObject({
      run: { ended: "budget" },
      level: { outcome: "incomplete" },
    });
  });

  it("lists the ledger with counts for each level", async () => {
    const { code, out } = await certify("list", "--level", "core");
    expect(code).toBe(0);
    expect(out).toMatch(/CORE +MUST \d+ of \d+ tested, \d+ excluded, \d+ unclassified/);
  });
});
