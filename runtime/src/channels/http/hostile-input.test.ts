import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DemoNode, startDemoNode } from "../../testing/demo-node.ts";
import { expectRefusal } from "../../testing/refusal.ts";

let demo: DemoNode;
beforeAll(async () => {
  demo = await startDemoNode({ requestTimeoutSeconds: 1 });
});
afterAll(() => demo.close());

const MANIFEST = "/servicialo/v1/manifest";

/** Writes bytes on a connection of their own and reads until the node closes it. */
function conversation(...parts: readonly string[]): Promise<string> {
  const { hostname, port } = new URL(demo.node.url);
  return new Promise((resolve, reject) => {
    let text = "";
    const socket = connect(Number(port), hostname, () => {
      for (const part of parts) socket.write(part);
    });
    socket.setEncoding("utf8").on("data", (chunk) => {
      text += chunk;
    });
    socket.on("close", () => resolve(text)).on("error", reject);
  });
}

function expectMalformed(answer: string): { detail?: string } {
  const [head = "", body = ""] = answer.split("\r\n\r\n");
  expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
  expect(head.toLowerCase()).toContain("content-type: application/vnd.api+json");
  expect(head.toLowerCase()).toContain("x-servicialo-version: 0.8");
  const [problem] = JSON.parse(body).errors;
  expect(problem).toMatchObject({ status: "400", code: "MALFORMED_REQUEST" });
  return problem;
}

async function expectWell(): Promise<void> {
  expect((await demo.stranger.send("GET", MANIFEST)).status).toBe(200);
}

describe("a client that takes its time", () => {
  it.each([
    ["headers", [`GET ${MANIFEST} HTTP/1.1\r\nHost: x\r\nX-Slow: `]],
    [
      "a body",
      [
        `POST /servicialo/v1/sessions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer KEY\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n`,
        '{"a":',
      ],
    ],
  ])("with %s is answered as malformed in the envelope, and let go", async (_what, parts) => {
    const began = performance.now();
    const key = demo.keys.credentials["organization"]?.token ?? "";
    const waiting = conversation(...parts.map((part) => part.replace("KEY", key)));
    await expectWell();
    expect(expectMalformed(await waiting).detail).toContain("in time");
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});

describe("what is no request", () => {
  it.each([
    ["no HTTP", "hello there\r\n\r\n", "no HTTP/1.1"],
    ["headers of 20,000 bytes", `GET ${MANIFEST} HTTP/1.1\r\nHost: x\r\nX-A: ${"a".repeat(20_000)}\r\n\r\n`, "16384"],
    ["an address of 20,000 bytes", `GET /${"a".repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`, "16384"],
    [
      "a length and chunks at once",
      `POST ${MANIFEST} HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      "no HTTP/1.1",
    ],
  ])("%s is answered in the envelope", async (_what, request, told) => {
    expect(expectMalformed(await conversation(request)).detail).toContain(told);
    await expectWell();
  });
});

describe("what is too much", () => {
  const headers = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`x-header-${n}`, String(n)]));
  const query = (count: number) => Array.from({ length: count }, (_, n) => `p${n}=${n}`).join("&");

  it("101 headers are refused, 80 are not", async () => {
    expectRefusal(await demo.stranger.send("GET", MANIFEST, { headers: headers(101) }), "MALFORMED_REQUEST");
    expect((await demo.stranger.send("GET", MANIFEST, { headers: headers(80) })).status).toBe(200);
  });

  it("101 parameters are refused, 100 are not", async () => {
    expectRefusal(await demo.stranger.send("GET", `${MANIFEST}?${query(101)}`), "MALFORMED_REQUEST");
    expect((await demo.stranger.send("GET", `${MANIFEST}?${query(100)}`)).status).toBe(200);
  });

  it("an address of more than 8,192 characters is refused", async () => {
    expectRefusal(await demo.stranger.send("GET", `${MANIFEST}?a=${"a".repeat(8_200)}`), "MALFORMED_REQUEST");
  });

  const send = (body: string) =>
    demo.as("organization").send("POST", "/servicialo/v1/sessions", {
      body,
      headers: { "content-type": "application/json" },
    });

  it.each([65, 5_000, 400_000])("a body nested %i deep is refused before anything walks through it", async (depth) => {
    for (const body of ["[".repeat(depth), `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`]) {
      if (body.length > demo.node.services.config.bodyLimitBytes) continue;
      const answer = await send(body);
      expectRefusal(answer, "MALFORMED_REQUEST");
      expect(answer.errors[0]?.detail).toContain("64 deep");
    }
  });

  it("brackets within a text are no nesting", async () => {
    expectRefusal(await send(JSON.stringify({ reason: '[{"\\"'.repeat(100) })), "VALIDATION_ERROR");
  });

  it("a body of more than 1 MiB is refused, whether it says its length or not", async () => {
    expectRefusal(await send(" ".repeat(1024 * 1024 + 1)), "PAYLOAD_TOO_LARGE");
    const key = demo.keys.credentials["organization"]?.token;
    const chunk = `10000\r\n${" ".repeat(0x10000)}\r\n`;
    const answer = await conversation(
      `POST /servicialo/v1/sessions HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nConnection: close\r\n`,
      "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
      chunk.repeat(17),
      "0\r\n\r\n",
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('"code":"PAYLOAD_TOO_LARGE"');
    await expectWell();
  });
});
