import { afterEach, describe, expect, it } from "vitest";
import { Redactor } from "./redact.ts";
import { reportHead } from "./report/document.ts";
import { runSuite } from "./run-suite.ts";
import { settingsFor } from "./testing/settings-for.ts";
import { bookingCase, caseOf, type SmallNodeFaults, startSmallNode } from "./testing/small-node.ts";
import { type TranscriptExchange, transcriptHashes } from "./transcript.ts";

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

async function hashOfRun(faults: SmallNodeFaults = {}, cases = [bookingCase()]): Promise<string> {
  const node = await startSmallNode(faults);
  close = node.close;
  const settings = settingsFor(node.url);
  const report = await runSuite(settings, { cases });
  await node.close();
  return reportHead({ report, redactor: new Redactor(settings.credentials) }).run.transcript_hash;
}

const race = caseOf("SVC-SCHED-005", async (context) => {
  await context.positive("asks together", async (check) => {
    const targets = ["/sessions/unknown-1", "/manifest", "/manifest", "/sessions/unknown-2"];
    const answers = await Promise.all(targets.map((target) => context.node.raw({ method: "GET", target })));
    check.equal("answers", { expected: 4, actual: answers.length });
  });
});

describe("the normalised transcript", () => {
  it("is the same for two runs with one seed, although ids, moments and names differ", async () => {
    expect(await hashOfRun()).toBe(await hashOfRun());
  });

  it("is the same whichever of several requests that are under way together is answered first", async () => {
    expect(await hashOfRun({}, [race])).toBe(await hashOfRun({}, [race]));
  });

  it("is another one when the node answers otherwise, or another case asks", async () => {
    const usual = await hashOfRun();
    expect(await hashOfRun({ bookingStatus: 422 })).not.toBe(usual);
    expect(await hashOfRun({}, [bookingCase("SVC-HTTP-003")])).not.toBe(usual);
  });

  const exchange = (
    at: number,
    url: string,
    text: string,
    more: Partial<TranscriptExchange> = {},
  ): TranscriptExchange => ({
    sender: "SVC-HTTP-001",
    operation: null,
    request: { method: "GET", url: `http://node.example${url}`, headers: {}, body: null },
    response: { status: 200, headers: {}, text },
    sent_at_ms: at,
    duration_ms: 1,
    limited: false,
    ...more,
  });
  const hash = (...exchanges: TranscriptExchange[]) => transcriptHashes(exchanges, "w").get("SVC-HTTP-001");

  it("tells the same id asked for again from another one", () => {
    const [first, second] = ["ses_01M7YVEBQ8ZDASSX7YVVR3KWYV", "ses_01M7YVEBQ8ZDASSX7YVVR3KWZZ"];
    const again = hash(exchange(0, `/s/${first}`, "{}"), exchange(5, "/x", `{"id":"${first}"}`));
    expect(hash(exchange(0, `/s/${second}`, "{}"), exchange(5, "/x", `{"id":"${second}"}`))).toBe(again);
    expect(hash(exchange(0, `/s/${first}`, "{}"), exchange(5, "/x", `{"id":"${second}"}`))).not.toBe(again);
  });

  it("takes what is measured from now on for a moment, and what is agreed for what it is", () => {
    const body = (hours: number, agreed: number) =>
      JSON.stringify({ hours_before: hours, cancel_hours: agreed, detail: `Try again in ${agreed} seconds.` });
    expect(hash(exchange(0, "/x", body(439.2491, 24)))).toBe(hash(exchange(0, "/x", body(439.2285, 24))));
    expect(hash(exchange(0, "/x", '{"cancel_hours":24}'))).not.toBe(hash(exchange(0, "/x", '{"cancel_hours":48}')));
    expect(hash(exchange(0, "/x", '{"retry_after":7}'))).toBe(hash(exchange(0, "/x", '{"retry_after":9}')));
  });

  it("counts repetitions and what the rate limit held up once, and of a collection only the form of its items", () => {
    const list = (...names: string[]) =>
      JSON.stringify({ data: names.map((id) => ({ type: "t", id, attributes: {} })), meta: { total: names.length } });
    const once = hash(exchange(0, "/l", list("a")));
    expect(hash(exchange(0, "/l", list("a")), exchange(5, "/l", list("a", "b")))).toBe(once);
    expect(hash(exchange(0, "/l", "slow down", { limited: true }), exchange(5, "/l", list("c")))).toBe(once);
    expect(hash(exchange(0, "/l", '{"data":[{"type":"t","id":"a"}],"meta":{"total":1}}'))).not.toBe(once);
  });
});
