import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { TestAgent } from "../../testing/agents.ts";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import type { Party } from "../../testing/party-client.ts";

let clinic: Clinic;
let url: string;
beforeAll(async () => {
  clinic = await Clinic.open();
  url = clinic.demo.node.url;
});
afterAll(() => clinic.close());

function tokenOf(party: Party): string {
  const { credentials } = clinic.demo.keys as unknown as { credentials: Record<string, { token: string }> };
  return credentials[party]?.token ?? "";
}

interface Sent {
  readonly cookie?: string | undefined;
  readonly form?: Record<string, string>;
  readonly headers?: Record<string, string>;
}

async function ask(path: string, { cookie, form, headers = {} }: Sent = {}) {
  const answer = await fetch(`${url}${path}`, {
    redirect: "manual",
    headers: { ...headers, ...(cookie !== undefined && { cookie }) },
    ...(form && { method: "POST", body: new URLSearchParams(form) }),
  });
  const given = answer.headers.get("set-cookie");
  return { status: answer.status, headers: answer.headers, text: await answer.text(), given };
}

/** The cookie of a party that logged in. */
async function logIn(party: Party = "organization"): Promise<string> {
  const { given, status } = await ask("/board/login", { form: { key: tokenOf(party) } });
  expect(status).toBe(303);
  return given?.split(";")[0] ?? "";
}

/** How often restricted evidence of a session was read by an organization. */
async function accessesTo(sessionId: string): Promise<number> {
  const rows = await clinic.demo.node.services.database.read(({ db }) =>
    db.selectFrom("evidence_accesses").select("operation").where("sessionId", "=", sessionId).execute(),
  );
  return rows.length;
}

describe("logging in to the board", () => {
  it("gives the key sealed, to this browser and these pages alone", async () => {
    const { given } = await ask("/board/login", { form: { key: tokenOf("organization") } });
    expect(given).toMatch(/^servicialo_board=[A-Za-z0-9+/=]+; Path=\/board; HttpOnly; SameSite=Strict; Max-Age=28800$/);
    expect(given).not.toContain("svk_");
    expect(Buffer.from(given ?? "", "base64").toString("latin1")).not.toContain(tokenOf("organization").slice(-20));
  });

  it("answers every key that opens nothing alike: unknown, malformed, a provider's, a client's, none", async () => {
    const forged = tokenOf("organization").replace(/.{6}$/, "AAAAAA");
    const keys = [forged, "svk_0000000000000000_unknown", "no key", "ñ", "", tokenOf("provider"), tokenOf("client")];
    const answers = [];
    for (const key of keys) answers.push(await ask("/board/login", { form: { key } }));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(401);
    expect(answers[0]?.text).toContain("This key does not open the board.");
    expect(answers.every(({ given }) => given === null)).toBe(true);
  });

  it("is asked for again without a cookie, with a forged one, and with one that has run out", async () => {
    const cookie = await logIn();
    const forged = `${cookie.slice(0, -6)}AAAAA=`;
    for (const other of [undefined, forged, "servicialo_board=", "servicialo_board=%00%", "other=1"]) {
      const { status, headers } = await ask("/board", { cookie: other });
      expect([status, headers.get("location")], other).toEqual([303, "/board/login"]);
    }
    expect((await ask("/board", { cookie })).status).toBe(200);
    clinic.demo.clock.set(clinic.demo.clock.now() + 8 * 3_600_000);
    expect((await ask("/board", { cookie })).status).toBe(303);
  });

  it("takes forms of its own pages only", async () => {
    const form = { key: tokenOf("organization") };
    const foreign = [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://evil.example" },
      { origin: "null" },
    ];
    for (const headers of foreign) {
      const { status, given } = await ask("/board/login", { form, headers });
      expect([status, given]).toEqual([403, null]);
    }
    expect((await ask("/board/login", { form, headers: { origin: url } })).status).toBe(303);
    const cookie = await logIn();
    expect((await ask("/board/logout", { form: {}, cookie, headers: foreign[0] ?? {} })).given).toBeNull();
    expect((await ask("/board/logout", { form: {}, cookie })).given).toContain("Max-Age=0");
  });

  it("ends with the key: one that was revoked opens nothing from the next request on", async () => {
    const cookie = await logIn("foreign_organization");
    expect((await ask("/board", { cookie })).text).toContain("Tutores Plaza");
    const { database, clock } = clinic.demo.node.services;
    await database.transaction(({ db }) =>
      db
        .updateTable("credentials")
        .set({ revokedAt: clock.now() })
        .where("prefix", "=", tokenOf("foreign_organization").split("_")[1] ?? "")
        .execute(),
    );
    const { status, headers, given } = await ask("/board", { cookie });
    expect([status, headers.get("location")]).toEqual([303, "/board/login"]);
    expect(given).toContain("Max-Age=0");
    await database.transaction(({ db }) => db.updateTable("credentials").set({ revokedAt: null }).execute());
  });

  it("refuses a form that is no form, or too large, with a page", async () => {
    const json = await fetch(`${url}/board/login`, {
      method: "POST",
      body: "{}",
      headers: { "content-type": "application/json" },
    });
    expect([json.status, json.headers.get("content-type")]).toEqual([415, "text/html; charset=utf-8"]);
    expect((await ask("/board/login", { form: { key: "x".repeat(5000) } })).status).toBe(413);
  });
});

describe("the pages of the board", () => {
  it("run no script of anybody else, and are kept by nobody", async () => {
    const { headers } = await ask("/board", { cookie: await logIn() });
    expect(headers.get("content-security-policy")).toMatch(
      /default-src 'none'.*script-src 'self'.*frame-ancestors 'none'/,
    );
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("list the sessions that begin today where the organization is, by state, and other days on demand", async () => {
    const id = await clinic.sessionIn("confirmed");
    const { starts_at: startsAt } = await clinic.session(id);
    expect((await ask("/board", { cookie: await logIn() })).text).not.toContain(id);
    // Santiago is three hours behind: one minute to midnight there is the next day in UTC.
    clinic.moveTimeTo(`${startsAt.slice(0, 10)}T23:59:00-03:00`);
    const cookie = await logIn();
    const { text } = await ask("/board", { cookie });
    expect(text).toContain(`id="s-${id}"`);
    expect(text).toContain("America/Santiago");
    expect((await ask("/board?state=verified", { cookie })).text).not.toContain(`id="s-${id}"`);
    expect((await ask(`/board?date=${startsAt.slice(0, 10)}`, { cookie })).text).toContain(`id="s-${id}"`);
    expect((await ask("/board?date=2026-03-02", { cookie })).text).toContain("No sessions on this day.");
    expect((await ask("/board?date=tomorrow", { cookie })).status).toBe(422);
  });

  it("show a session with its timeline, its evidence by name, what agents did and its ledger, and open nothing", async () => {
    const id = await clinic.sessionIn("verified");
    const before = await accessesTo(id);
    const { text } = await ask(`/board/sessions/${id}`, { cookie: await logIn() });
    for (const heading of ["Timeline", "Evidence", "Audit", "Ledger"]) expect(text).toContain(`>${heading}</h2>`);
    expect(text).toContain("restricted");
    expect(text).toMatch(/CLP\s35,000/);
    expect(text).not.toContain("records.clinica-andes.example");
    expect(await accessesTo(id)).toBe(before);
  });

  it("open restricted evidence when asked to, and keep who did", async () => {
    const id = await clinic.sessionIn("documented");
    const before = await accessesTo(id);
    const { text } = await ask(`/board/sessions/${id}/evidence`, { cookie: await logIn() });
    expect(text).toContain("records.clinica-andes.example");
    expect(text).toContain("That you opened it was recorded.");
    expect(await accessesTo(id)).toBe(before + 1);
  });

  it("tell what an agent did to a session, under which mandate", async () => {
    const agent = await TestAgent.for(clinic, "organization", { scopes: ["service:read"] });
    const id = await clinic.sessionIn("confirmed");
    succeeded(await agent.call("service.get", { service_id: id }));
    const { text } = await ask(`/board/sessions/${id}`, { cookie: await logIn() });
    expect(text).toContain("service.get");
    expect(text).toContain(agent.mandateId);
  });

  it("know no session of another organization", async () => {
    const id = await clinic.sessionIn("scheduled");
    const cookie = await logIn("foreign_organization");
    for (const path of [`/board/sessions/${id}`, `/board/sessions/${id}/evidence`]) {
      const foreign = await ask(path, { cookie });
      const unknown = await ask(path.replace(id, "ses_unknown"), { cookie });
      expect([foreign.status, foreign.text]).toEqual([404, unknown.text]);
    }
  });

  it("show text as text, whatever it is", async () => {
    const { database } = clinic.demo.node.services;
    const id = await clinic.sessionIn("scheduled");
    await database.transaction(({ db }) =>
      db.updateTable("sessions").set({ name: `<script>alert("x")</script>` }).where("id", "=", id).execute(),
    );
    const { text } = await ask(`/board/sessions/${id}`, { cookie: await logIn() });
    expect(text).not.toContain("<script>alert");
    expect(text).toContain("&lt;script&gt;alert(&quot;x&quot;)");
  });
});

describe("the agenda behind the board", () => {
  const agenda = "/servicialo/v1/x-agenda";

  it("is an extension that the node declares", async () => {
    const { body } = await clinic.demo.stranger.send("GET", "/servicialo/v1/");
    expect(body.data.attributes.extensions).toContain("x-agenda");
  });

  it("is for the organization's credential, and takes GET", async () => {
    expect((await clinic.demo.stranger.send("GET", agenda)).status).toBe(401);
    expect((await clinic.demo.as("provider").send("GET", agenda)).status).toBe(403);
    expect((await clinic.demo.as("client").send("GET", agenda)).status).toBe(403);
    expect((await clinic.demo.as("organization").send("POST", agenda)).status).toBe(405);
  });
});

describe("a node without a board", () => {
  it("has nothing at its path", async () => {
    const other = await Clinic.open({ board: false, docs: false });
    for (const path of ["/board", "/board/login", "/docs"]) {
      expect((await fetch(`${other.demo.node.url}${path}`)).status).toBe(404);
    }
    await other.close();
  });
});
