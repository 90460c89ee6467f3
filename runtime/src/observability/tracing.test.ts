import { execFile } from "node:child_process";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { TestAgent } from "../testing/agents.ts";
import { Clinic, succeeded } from "../testing/clinic.ts";

interface OtlpSpan {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly attributes: readonly { readonly key: string; readonly value: Record<string, unknown> }[];
  readonly status?: { readonly code?: number };
}

const TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
const PARENT = "00f067aa0ba902b7";
const TRACEPARENT = `00-${TRACE}-${PARENT}-01`;

const received: OtlpSpan[] = [];
const bodies: string[] = [];
let receiver: Server;
let clinic: Clinic;
beforeAll(async () => {
  receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (part) => {
      body += part;
    });
    request.on("end", () => {
      bodies.push(`${request.method} ${request.url} ${request.headers["content-type"]} ${body}`);
      for (const { scopeSpans } of JSON.parse(body).resourceSpans)
        for (const { spans } of scopeSpans) received.push(...spans);
      response.setHeader("content-type", "application/json").end("{}");
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  clinic = await Clinic.open({ tracesEndpoint: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}` });
});
afterAll(async () => {
  await clinic.close();
  receiver.close();
});
afterEach(() => {
  received.length = 0;
});

/** The spans of a trace, once they have arrived and the one of the request is among them. */
async function spansOf(traceId: string, count: number): Promise<OtlpSpan[]> {
  await expect
    .poll(() => received.filter((span) => span.traceId === traceId).length, { timeout: 10_000 })
    .toBeGreaterThanOrEqual(count);
  return received.filter((span) => span.traceId === traceId);
}

function attributesOf(span: OtlpSpan | undefined): Record<string, unknown> {
  return Object.fromEntries((span?.attributes ?? []).map(({ key, value }) => [key, Object.values(value)[0]]));
}

const sending = (token: string, more: Record<string, string> = {}) => ({
  authorization: `Bearer ${token}`,
  traceparent: TRACEPARENT,
  ...more,
});

const tokenOf = (party: string) => clinic.demo.keys.credentials[party]?.token ?? "";

describe("traces", () => {
  it("have a span for the request below the caller's, and one for each step of the pipeline", async () => {
    const answer = await fetch(`${clinic.demo.node.url}/servicialo/v1/sessions`, {
      method: "POST",
      headers: sending(tokenOf("organization"), { "content-type": "application/json", "idempotency-key": "traced-1" }),
      body: JSON.stringify({
        service_id: clinic.id("Physiotherapy session"),
        provider_id: clinic.id("Camila Rojas"),
        client_id: clinic.id("María"),
        starts_at: clinic.nextSlot(),
        actor: { type: "organization", id: clinic.demo.as("organization").id },
      }),
    });
    expect(answer.status).toBe(201);
    const spans = await spansOf(TRACE, 8);
    const request = spans.find(({ name }) => name === "scheduling.book");
    expect(request?.parentSpanId).toBe(PARENT);
    expect(attributesOf(request)).toEqual({
      "http.request.method": "POST",
      "http.route": "/servicialo/v1/sessions",
      "http.response.status_code": 201,
      "servicialo.operation": "scheduling.book",
      "servicialo.door": "http",
      "servicialo.outcome": "ok",
    });
    const steps = spans.filter((span) => span !== request);
    expect(steps.map(({ name }) => name).toSorted()).toEqual(
      ["actor", "credential", "deadlines", "idempotency", "operation", "validation", "version"].toSorted(),
    );
    for (const step of steps) expect(step.parentSpanId, step.name).toBe(request?.spanId);
    expect(bodies[0]).toMatch(/^POST \/v1\/traces application\/json /);
  });

  it("have the mandate and the audit of an agent's call", async () => {
    const agent = await TestAgent.for(clinic, "organization", { scopes: ["service:read"] });
    const id = await clinic.sessionIn("scheduled");
    succeeded(await agent.call("lifecycle.get_state", { session_id: id }));
    await expect
      .poll(() => received.some(({ name }) => name === "lifecycle.get_state"), { timeout: 10_000 })
      .toBe(true);
    const request = received.find(({ name }) => name === "lifecycle.get_state");
    const names = received.filter(({ traceId }) => traceId === request?.traceId).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(["actor", "mandate", "operation", "audit"]));
    expect(names.filter((name) => name === "audit").length).toBe(2);
  });

  it("tell a refusal by its code, and call only the node's own faults errors", async () => {
    const headers = { traceparent: TRACEPARENT };
    expect((await fetch(`${clinic.demo.node.url}/servicialo/v1/sessions/x/lifecycle`, { headers })).status).toBe(401);
    const spans = await spansOf(TRACE, 3);
    const request = spans.find(({ name }) => name === "lifecycle.get_state");
    expect(attributesOf(request)).toMatchObject({ "servicialo.outcome": "UNAUTHORIZED" });
    expect(attributesOf(spans.find(({ name }) => name === "credential"))).toEqual({
      "servicialo.outcome": "UNAUTHORIZED",
    });
    expect(spans.every(({ status }) => status?.code !== 2)).toBe(true);
  });

  it("keep what another door asks of the operations in the trace of who asked the door", async () => {
    await fetch(`${clinic.demo.node.url}/mcp`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "application/json, text/event-stream",
        traceparent: TRACEPARENT,
      },
      body: JSON.stringify({
        jsonrpc: "2.0",
        id: 1,
        method: "tools/call",
        params: { name: "registry_search", arguments: {} },
      }),
    });
    await expect.poll(() => received.some(({ name }) => name === "registry.search"), { timeout: 10_000 }).toBe(true);
    const inner = received.find(({ name }) => name === "registry.search");
    const outer = received.find(({ name }) => name === "POST /mcp");
    expect([inner?.traceId, outer?.traceId]).toEqual([TRACE, TRACE]);
    expect(inner?.parentSpanId).toBe(outer?.spanId);
    expect(attributesOf(inner)).toMatchObject({ "servicialo.door": "mcp" });
  });

  it("hold no key, no name, no id of anybody and nothing of what was said", async () => {
    succeeded(await clinic.call("client", "service.get", { service_id: await clinic.sessionIn("documented") }));
    await expect.poll(() => received.some(({ name }) => name === "service.get"), { timeout: 10_000 }).toBe(true);
    expect(bodies.join("\n")).not.toMatch(
      /svk_|cli_|prv_|ses_|mnd_|key_|María|Camila|clinical_record|traced-1|127\.0\.0\.1:\d+\/servicialo/,
    );
  });
});

describe("a node whose receiver of traces is gone", () => {
  it("works all the same, and stops without waiting for it", async () => {
    const other = await Clinic.open({ tracesEndpoint: "http://127.0.0.1:9" });
    succeeded(await other.book());
    const began = performance.now();
    await other.close();
    expect(performance.now() - began).toBeLessThan(5_000);
  });
});

describe("a node without a receiver of traces", () => {
  it("loads nothing of OpenTelemetry, nor of Prometheus or the reference, at its start", async () => {
    const script = `
      import { registerHooks } from "node:module";
      const loaded = [];
      registerHooks({ load: (url, context, next) => { loaded.push(url); return next(url, context); } });
      const { readConfig } = await import(${JSON.stringify(new URL("../config.ts", import.meta.url).href)});
      const { startNode } = await import(${JSON.stringify(new URL("../serve.ts", import.meta.url).href)});
      const node = await startNode(readConfig({}, { database: ":memory:", port: 0, logLevel: "silent" }));
      await node.close();
      console.log(loaded.length > 100, loaded.filter((url) => /@opentelemetry|prom-client|@scalar/.test(url)).join(" "));`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--input-type=module", "--eval", script]);
    expect(stdout.trim()).toBe("true");
  });
});
