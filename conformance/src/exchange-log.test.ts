import { describe, expect, it } from "vitest";
import { ExchangeLog } from "./exchange-log.ts";
import type { Exchange } from "./node-connection.ts";

function exchange(seq: number, text: string): Exchange {
  return {
    seq,
    sender: "SVC-HTTP-001",
    operation: null,
    deliberate: false,
    request: { method: "GET", url: "http://node.example/", headers: { accept: "*/*" }, body: null },
    response: { status: 200, headers: { "content-type": "text/plain" }, text },
    failure: null,
    sentAtMs: seq,
    durationMs: 1,
    limited: false,
  };
}

describe("the transcript of a run", () => {
  it("keeps a bounded part of what passed in memory, and gives everything back as it was", () => {
    const log = new ExchangeLog(100_000);
    const texts = Array.from({ length: 200 }, (_, seq) => `${seq} ñ € ${"x".repeat(5_000)}`);
    for (const [seq, text] of texts.entries()) log.add(exchange(seq + 1, text));
    expect(log.keptBytes).toBeLessThanOrEqual(100_000);
    expect(log.exchanges.map((one) => one.response?.text)).toEqual(texts);
    expect(log.exchanges[0]?.request).toEqual(exchange(1, "").request);
    log.close();
  });

  it("cannot be read once it is given back", () => {
    const log = new ExchangeLog(0);
    const added = log.add(exchange(1, "gone"));
    log.close();
    expect(() => added.response).toThrow("after the log was closed");
  });
});
