import { connect } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import { expectRefusal } from "../../testing/refusal.ts";
import { storedDigest } from "../../testing/stored-rows.ts";
import { JSON_API } from "./media-types.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open({ bodyLimitBytes: 20_000 });
});
afterAll(() => clinic.close());

const BASE = "/servicialo/v1";

describe("paths and methods", () => {
  it.each(["/", "/servicialo", `${BASE}/nothing`, `${BASE}/sessions/a/b/c`, "/servicialo/v2/manifest"])(
    "%s answers 404 NOT_FOUND",
    async (path) => {
      expectRefusal(await clinic.demo.stranger.send("GET", path), "NOT_FOUND");
      expectRefusal(
        await clinic.demo.stranger.send("POST", path, { body: "hello", headers: { "content-type": "text/plain" } }),
        "NOT_FOUND",
      );
    },
  );

  it("answers a path that is wrongly encoded as malformed, in the same envelope", async () => {
    const answer = await clinic.demo.as("organization").send("GET", `${BASE}/services/%zz`);
    expectRefusal(answer, "MALFORMED_REQUEST");
  });

  it("answers OPTIONS with 405 and Allow, and HEAD like GET without a body", async () => {
    const refused = await clinic.demo.stranger.send("OPTIONS", `${BASE}/manifest`);
    expectRefusal(refused, "METHOD_NOT_ALLOWED");
    expect(refused.headers.get("allow")).toBe("GET");
    const head = await clinic.demo.stranger.send("HEAD", `${BASE}/manifest`);
    expect([head.status, head.text]).toEqual([200, ""]);
  });

  it("takes a trailing slash", async () => {
    succeeded(await clinic.demo.stranger.send("GET", `${BASE}/manifest/`));
    succeeded(await clinic.demo.stranger.send("GET", `${BASE}/`));
  });
});

describe("order of judgement", () => {
  const wrong = { "content-type": "text/plain", "x-servicialo-version": "9.9", authorization: "Bearer nonsense" };
  it("names the path before the method, the media type before the version, the version before the credential", async () => {
    const { stranger } = clinic.demo;
    expectRefusal(await stranger.send("DELETE", `${BASE}/nothing`, { body: "{", headers: wrong }), "NOT_FOUND");
    expectRefusal(
      await stranger.send("DELETE", `${BASE}/sessions`, { body: "{", headers: wrong }),
      "METHOD_NOT_ALLOWED",
    );
    expectRefusal(
      await stranger.send("POST", `${BASE}/sessions`, { body: "{", headers: wrong }),
      "UNSUPPORTED_MEDIA_TYPE",
    );
    const readable = { ...wrong, "content-type": JSON_API };
    expectRefusal(
      await stranger.send("POST", `${BASE}/sessions`, { body: "{", headers: readable }),
      "UNSUPPORTED_VERSION",
    );
    const spoken = { ...readable, "x-servicialo-version": "0.8" };
    expectRefusal(await stranger.send("POST", `${BASE}/sessions`, { body: "{", headers: spoken }), "UNAUTHORIZED");
  });

  it("names the schema before the actor, the actor before the entity, the entity before the state", async () => {
    const claim = { type: "client", id: "somebody" };
    const session = { session_id: "ses_unknown" };
    expectRefusal(
      await clinic.call("client", "lifecycle.transition", { ...session, to_state: "no_show", actor: claim }),
      "VALIDATION_ERROR",
    );
    expectRefusal(
      await clinic.call("client", "lifecycle.transition", { ...session, to_state: "scheduled", actor: claim }),
      "FORBIDDEN",
    );
    expectRefusal(
      await clinic.call("client", "lifecycle.transition", { ...session, to_state: "scheduled" }),
      "NOT_FOUND",
    );
  });
});

describe("version negotiation", () => {
  it.each([undefined, "", "0.8", "0.8.0", "0.8.17"])("serves version header %s as 0.8", async (version) => {
    const answer = await clinic.demo.stranger.call(
      "registry.manifest",
      {},
      version === undefined ? {} : { "x-servicialo-version": version },
    );
    expect(answer.status).toBe(200);
    expect(answer.headers.get("x-servicialo-version")).toBe("0.8");
  });

  it.each(["0.80", "00.8", "0.8-rc1", "v0.8", "0.8, 0.8"])("refuses %s", async (version) => {
    expectRefusal(
      await clinic.demo.stranger.call("registry.manifest", {}, { "x-servicialo-version": version }),
      "UNSUPPORTED_VERSION",
    );
  });
});

describe("media types", () => {
  it("takes application/json with an envelope or with bare attributes, and points into whichever was sent", async () => {
    const { as } = clinic.demo;
    const attributes = { email: "maria.gonzalez@correo.example", actor: as("organization").actor };
    const headers = { "content-type": "application/json; charset=utf-8" };
    const send = (body: unknown) =>
      as("organization").send("POST", `${BASE}/clients`, { body: JSON.stringify(body), headers });
    expect((await send({ data: { type: "clients", attributes } })).status).toBe(200);
    expect((await send(attributes)).status).toBe(200);
    expectRefusal(await send({ ...attributes, email: "no mail" }), { code: "VALIDATION_ERROR", pointer: "/email" });
    expectRefusal(await send({ email: attributes.email }), { code: "VALIDATION_ERROR", pointer: "/actor" });
  });

  it.each(["application/vnd.api+json", "application/json", "*/*", "text/html, application/json;q=0.5"])(
    "answers Accept: %s",
    async (accept) => {
      const answer = await clinic.demo.stranger.call("registry.search", { vertical: "health" }, { accept });
      expect([answer.status, answer.headers.get("content-type")]).toEqual([200, JSON_API]);
    },
  );

  it("answers a body that grows over the limit without having said so with 413", async () => {
    const { token } = clinic.demo.keys.credentials["organization"] ?? { token: "" };
    const chunk = JSON.stringify({ padding: "x".repeat(8000) });
    const head = `POST ${BASE}/sessions HTTP/1.1\r\nhost: node\r\nauthorization: Bearer ${token}\r\ncontent-type: ${JSON_API}\r\ntransfer-encoding: chunked\r\nconnection: close\r\n\r\n`;
    const framed = `${chunk.length.toString(16)}\r\n${chunk}\r\n`;
    expect(await overSocket(`${head}${framed.repeat(4)}0\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 413 [\s\S]*"PAYLOAD_TOO_LARGE"/,
    );
  });
});

describe("what a request addresses", () => {
  it("is what its path says, whatever the attributes and the query hold", async () => {
    const addressed = await clinic.sessionIn("requested");
    const other = await clinic.sessionIn("requested");
    const { organization } = { organization: clinic.demo.as("organization") };
    const attributes = { session_id: other, to_state: "scheduled", actor: organization.actor };
    const body = JSON.stringify({ data: { type: "transitions", attributes } });
    const path = `${BASE}/sessions/${addressed}/transitions?session_id=${other}`;
    const answer = succeeded(await organization.send("POST", path, { body, headers: { "content-type": JSON_API } }));
    expect(answer.body.data.id).toBe(addressed);
    expect((await clinic.lifecycle(other)).current_state).toBe("requested");
  });

  it("takes no attribute from the query", async () => {
    const documented = await clinic.sessionIn("documented");
    const organization = clinic.demo.as("organization");
    const attributes = {
      client_id: clinic.id("María"),
      service_id: clinic.id("Physiotherapy session"),
      provider_id: clinic.id("Camila Rojas"),
      unit_price: 35_000,
    };
    const body = JSON.stringify({ data: { type: "sales", attributes } });
    const answer = await organization.send("POST", `${BASE}/sales?quantity=many&session_id=ses_unknown`, {
      body,
      headers: { "content-type": JSON_API },
    });
    expect(succeeded(answer).body.data.attributes).toMatchObject({ quantity: 1, session_ids: [documented] });
  });
});

describe("credentials", () => {
  it("are not needed for public operations, and a bad one does not harm there", async () => {
    succeeded(
      await clinic.demo.stranger.send("GET", `${BASE}/manifest`, { headers: { authorization: "Bearer nonsense" } }),
    );
  });

  it("must fit X-Servicialo-Org", async () => {
    const read = (slug: string) =>
      clinic.call(
        "organization",
        "payments.get_status",
        { client_id: clinic.id("María") },
        { "x-servicialo-org": slug },
      );
    succeeded(await read("clinica-andes"));
    expectRefusal(await read("tutores-plaza"), "FORBIDDEN");
  });

  it("that belong to a client or provider do not move the sandbox clock", async () => {
    const before = await storedDigest(clinic.demo);
    for (const party of ["client", "provider"] as const) {
      expectRefusal(await clinic.call(party, "sandbox.set_clock", { advance_seconds: 3600 }), "FORBIDDEN");
    }
    expect(await storedDigest(clinic.demo)).toEqual(before);
  });
});

describe("request ids", () => {
  it("are echoed when they are printable, and made up otherwise", async () => {
    const given = await clinic.demo.stranger.call("registry.manifest", {}, { "x-request-id": "walk-17" });
    expect(given.headers.get("x-request-id")).toBe("walk-17");
    const replaced = await clinic.demo.stranger.call("registry.manifest", {}, { "x-request-id": "a b" });
    expect(replaced.headers.get("x-request-id")).toMatch(/^req_/);
  });
});

describe("the sandbox clock", () => {
  it.each([
    { advance_seconds: 9_007_199_254_740_991 },
    { advance_seconds: 9_000_000_000_000 },
    { set_to: "2026-03-01T00:00:00Z" },
  ])("refuses %o and keeps the time", async (attributes) => {
    const { now } = clinic;
    expectRefusal(await clinic.call("organization", "sandbox.set_clock", attributes), "VALIDATION_ERROR");
    expect((await clinic.call("organization", "sandbox.get_clock")).body.data.attributes.now).toBe(now);
  });

  it("refuses both ways of moving at once", async () => {
    const both = { advance_seconds: 1, set_to: "2026-03-05T00:00:00Z" };
    expectRefusal(await clinic.call("organization", "sandbox.set_clock", both), {
      code: "VALIDATION_ERROR",
      pointer: "/data/attributes",
    });
  });
});

/** Everything that comes back for bytes sent as they are. */
function overSocket(bytes: string): Promise<string> {
  const { hostname, port } = new URL(clinic.demo.node.url);
  return new Promise((resolve, reject) => {
    let received = "";
    const socket = connect(Number(port), hostname, () => socket.write(bytes));
    socket.setEncoding("utf8").on("data", (text: string) => {
      received += text;
    });
    socket.on("close", () => resolve(received)).on("error", reject);
  });
}
