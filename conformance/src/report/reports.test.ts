import { createServer, type Server } from "node:http";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findRequirement } from "../artefacts.ts";
import type { CaseDefinition } from "../define-case.ts";
import type { DiscoveredCase } from "../discover-cases.ts";
import { Redactor } from "../redact.ts";
import type { RunReport } from "../run-report.ts";
import { runSuite } from "../run-suite.ts";
import { listen, stop } from "../testing/null-targets.ts";
import { PLANTED_SECRETS, settingsFor } from "../testing/settings-for.ts";
import { jsonReport } from "./json.ts";
import { junitReport } from "./junit.ts";
import { terminalReport, verdictLine } from "./terminal.ts";

let server: Server;
let report: RunReport;
let redactor: Redactor;

/** A node that echoes every credential that it gets, in its answer and in a header. */
beforeEach(async () => {
  server = createServer((request, response) => {
    response.setHeader("x-echo", String(request.headers.authorization ?? ""));
    response.end(
      JSON.stringify({ seen: request.headers.authorization, confirmation_token: "fresh-token-of-the-node" }),
    );
  });
  const settings = settingsFor(await listen(server));
  redactor = new Redactor(settings.credentials, settings.url);
  report = await runSuite(settings, { cases: [failingCase()] });
});

afterEach(() => stop(server));

function failingCase(): DiscoveredCase {
  const requirement = findRequirement("SVC-HTTP-002");
  if (requirement === undefined) throw new Error("no SVC-HTTP-002");
  const definition: CaseDefinition = {
    requirement: "SVC-HTTP-002",
    title: "media type <&>",
    async run(context) {
      await context.positive(`asks as everybody (${PLANTED_SECRETS.organization})`, async (check) => {
        for (const as of ["organization", "provider", "client"] as const) {
          const answer = await context.node.raw({
            method: "POST",
            target: "/sessions",
            as,
            rawBody: `{"note":"it's $5"}`,
            deliberate: true,
          });
          check.equal(`echo of ${PLANTED_SECRETS.client}`, { expected: "nothing", actual: answer.text, answer });
          check.enveloped(answer);
        }
      });
    },
  };
  return { definition, requirement, file: "http/svc-http-002.case.ts" };
}

describe("every report", () => {
  it("is free of each planted secret, in whatever spelling", () => {
    const texts = [
      jsonReport(report, redactor),
      junitReport(report, redactor),
      terminalReport(report, redactor, false),
    ];
    for (const secret of Object.values(PLANTED_SECRETS)) {
      const spellings = [
        secret,
        encodeURIComponent(secret),
        JSON.stringify(secret).slice(1, -1),
        Buffer.from(secret).toString("base64"),
      ];
      for (const text of texts) for (const spelling of spellings) expect(text).not.toContain(spelling);
    }
    for (const text of texts) expect(text).not.toContain("fresh-token-of-the-node");
  });

  it("names the requirement's sentence, expected and actual, and a curl with the variable in place of the secret", () => {
    const text = terminalReport(report, redactor, false);
    expect(text).toContain("First thing to mend: SVC-HTTP-002");
    expect(text).toContain("expected nothing");
    expect(text).toMatch(/curl -i -X POST 'http:\/\/127\.0\.0\.1:\d+\/servicialo\/v1\/sessions'/);
    expect(text).toContain('-H "authorization: Bearer $SERVICIALO_TOKEN_ORGANIZATION"');
    expect(text).toContain(`--data-raw '{"note":"it'\\''s $5"}'`);
  });

  it("ends with the grade over the whole denominator", () => {
    expect(verdictLine(report.level)).toMatch(/^CORE: failed, 0 of \d+, 1 failed$/);
  });

  it("is well-formed JSON and XML", () => {
    const document = JSON.parse(jsonReport(report, redactor)) as {
      level: { outcome: string };
      requirements: { id: string; verdict: string }[];
    };
    expect(document.level.outcome).toBe("failed");
    expect(document.requirements.find((one) => one.id === "SVC-HTTP-002")?.verdict).toBe("FAIL");
    const xml = junitReport(report, redactor);
    expect(xml).toContain("media type &lt;&amp;&gt;");
    expect(xml).toMatch(/<testsuites [^>]*failures="1"/);
    expect(xml.match(/<testcase /g)?.length).toBe(report.results.length);
  });
});
