import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readCertification } from "../certification.ts";
import { holdAgainst } from "../expected-failures.ts";
import { Redactor } from "../redact.ts";
import type { RunReport } from "../run-report.ts";
import { runSuite } from "../run-suite.ts";
import { PLANTED_SECRETS, settingsFor } from "../testing/settings-for.ts";
import { bookingCase, caseOf, startSmallNode } from "../testing/small-node.ts";
import { badge } from "./badge.ts";
import { type ReportDocument, reportDocument, reportedExchanges, reportHead } from "./document.ts";
import { htmlReport } from "./html.ts";
import { readJsonReport, writeJsonReport } from "./json.ts";
import { junitReport } from "./junit.ts";
import { markdownReport } from "./markdown.ts";
import { verdictLine } from "./summary.ts";
import { terminalReport } from "./terminal.ts";

const NODE_SECRET = "made-up-by-the-node-51d0";
const folder = mkdtempSync(join(tmpdir(), "reports-"));
let node: Awaited<ReturnType<typeof startSmallNode>>;
let report: RunReport;
let redactor: Redactor;
let document: ReportDocument;
let texts: Record<string, string>;

/** Fails on purpose, with every secret of the run and of the node in what it expects, asks and sees. */
const failing = caseOf("SVC-HTTP-002", async (context) => {
  await context.positive(`asks as everybody (${PLANTED_SECRETS.organization})`, async (check) => {
    for (const as of ["organization", "provider", "client"] as const) {
      const rawBody = `{"note":"it's $5 & <b>","again":"${PLANTED_SECRETS.provider}"}`;
      const answer = await context.node.raw({ method: "POST", target: "/sessions", as, rawBody, deliberate: true });
      const id = String(answer.at("data.id"));
      const read = await context.node.raw({ method: "GET", target: `/sessions/${id}`, as });
      check.equal(`echo of ${PLANTED_SECRETS.client}`, { expected: "nothing", actual: answer.text, answer });
      check.status(read, 204);
    }
  });
});

beforeAll(async () => {
  node = await startSmallNode({ secret: NODE_SECRET });
  const settings = settingsFor(node.url);
  redactor = new Redactor(settings.credentials, settings.url);
  const open = caseOf("SVC-HTTP-004", async (context) => context.notVerified(`no way with ${PLANTED_SECRETS.client}`));
  report = await runSuite(settings, { cases: [failing, bookingCase("SVC-HTTP-003"), open] });
  const entry = { requirement: "SVC-HTTP-003", verdict: "FAIL", reason: "was broken", until: null } as const;
  const expectations = holdAgainst([entry], report.results, "2026-11-21");
  const parts = { report, redactor, certification: readCertification(), expectations };
  document = reportDocument(parts);
  const path = join(folder, "report.json");
  writeJsonReport(path, reportHead(parts), reportedExchanges(report, redactor));
  texts = {
    json: readFileSync(path, "utf8"),
    junit: junitReport(document),
    terminal: terminalReport(document, false),
    html: htmlReport(document),
    markdown: markdownReport(document),
    badge: badge(document),
  };
});

afterAll(async () => {
  await node.close();
  rmSync(folder, { recursive: true });
});

const KINDS = ["json", "junit", "terminal", "html", "markdown", "badge"] as const;

describe.each(KINDS)("the %s report", (kind) => {
  it("is free of each planted secret, of the credentials and of the node's answers, in whatever spelling", () => {
    for (const secret of [...Object.values(PLANTED_SECRETS), NODE_SECRET]) {
      const spellings = [
        secret,
        encodeURIComponent(secret),
        JSON.stringify(secret).slice(1, -1),
        secret.replaceAll('"', "&quot;"),
        Buffer.from(secret).toString("base64"),
      ];
      for (const spelling of spellings) expect(texts[kind]).not.toContain(spelling);
    }
  });
});

describe("what a person gets", () => {
  it("begins with the first thing to mend, and names the sentence, expected and seen", () => {
    expect(texts.terminal?.trimStart()).toMatch(/^First thing to mend: SVC-HTTP-002 /);
    expect(texts.terminal).toContain("expected nothing");
    expect(texts.terminal).toContain("requirements.html#SVC-HTTP-002");
    expect(texts.terminal).toMatch(/By level: CORE \d+\/\d+\nBy area: /);
  });

  it("ends with the grade over the whole denominator", () => {
    expect(verdictLine(report.level)).toMatch(/^CORE: failed, 1 of \d+, 1 failed$/);
  });

  it("says which expected failure is stale", () => {
    expect(texts.terminal).toContain("STALE SVC-HTTP-003: expected FAIL, and it is PASS");
    expect(texts.markdown).toContain("stale: SVC-HTTP-003");
  });
});

describe("the JSON report", () => {
  it("is described by its published schema", () => {
    const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
    (ajvFormats as unknown as (ajv: Ajv2020) => void)(ajv);
    const schema = JSON.parse(readFileSync(new URL("../../schema/report.schema.json", import.meta.url), "utf8"));
    const validate = ajv.compile(schema);
    validate(JSON.parse(texts.json ?? ""));
    expect(validate.errors).toBeNull();
    validate({ ...document, level: { ...document.level, outcome: "passed" } });
    expect(validate.errors).not.toBeNull();
  });

  it("written piece by piece is the document, and makes every other report", () => {
    const read = readJsonReport(join(folder, "report.json"));
    expect(read).toEqual(document);
    expect(htmlReport(read)).toBe(texts.html);
  });

  it("is told from any other file", () => {
    const other = join(folder, "other.json");
    writeFileSync(other, '{"exchanges":[]}');
    expect(() => readJsonReport(other)).toThrow("no report of this suite");
    expect(() => readJsonReport(join(folder, "none.json"))).toThrow("cannot be read");
  });
});

describe("the JUnit report", () => {
  it("has a test case for each requirement, and is well-formed", () => {
    expect(texts.junit).toContain("a case of &lt;this&gt; &amp; &quot;test&quot;");
    expect(texts.junit).toMatch(/<testsuites [^>]*failures="1"/);
    expect(texts.junit?.match(/<testcase /g)?.length).toBe(report.results.length);
  });
});

describe("the Markdown report", () => {
  it("keeps what a node answered from being markup", () => {
    expect(texts.markdown).not.toMatch(/<b>"|<script/);
    expect(texts.markdown).toContain("| CORE | 1 |");
  });
});

describe("the script of a failure", () => {
  it("runs, and sends the sequence again with the ids of the new answers and the tokens of the environment", async () => {
    const script = document.requirements.find((one) => one.id === "SVC-HTTP-002")?.failures[0]?.script ?? "";
    expect(script).toContain('ID_1="$(echo "$ANSWER" | jq -r \'.data.id\')"');
    const file = join(folder, "again.sh");
    writeFileSync(file, script);
    const before = node.requests.length;
    const env = {
      PATH: process.env.PATH,
      SERVICIALO_TOKEN_ORGANIZATION: "o",
      SERVICIALO_TOKEN_PROVIDER: "p",
      SERVICIALO_TOKEN_CLIENT: "c",
    };
    const missing = await promisify(execFile)("bash", [file], { env: { PATH: process.env.PATH } }).catch(
      (e) => e.stderr,
    );
    expect(missing).toContain("set it to the token of that party");
    await promisify(execFile)("bash", [file], { env });
    const sent = node.requests.slice(before);
    expect(sent.map((one) => one.split(" ")[0])).toEqual(["POST", "GET", "POST", "GET", "POST", "GET"]);
    const earlier = new Set(node.requests.slice(0, before));
    expect(sent.filter((one) => one.startsWith("GET") && earlier.has(one))).toEqual([]);
  });
});
