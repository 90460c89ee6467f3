import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic } from "../../testing/clinic.ts";
import { decisionsOf } from "../../testing/public-lane.ts";
import { expectRefusal } from "../../testing/refusal.ts";

const LIMIT = 6;
let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open({ publicRateLimit: LIMIT, publicRateWindowSeconds: 600 });
});
afterAll(() => clinic.close());

describe("the public lane", () => {
  it("tells the limit and what is left on every answer, refusals included, and answers 429 when nothing is", async () => {
    const { stranger } = clinic.demo;
    const answers = [
      await stranger.call("registry.manifest"),
      await stranger.call("registry.search", { vertical: "health" }),
      await stranger.call("registry.search", {}),
      await stranger.call("services.list", { org_slug: "nobody-here" }),
      await stranger.call("registry.manifest", {}, { accept: "text/html" }),
      await stranger.call("registry.manifest", {}, { "x-servicialo-version": "9.9" }),
    ];
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 422, 404, 406, 406]);
    expect(answers.map((answer) => answer.headers.get("x-ratelimit-limit"))).toEqual(answers.map(() => String(LIMIT)));
    expect(answers.map((answer) => answer.headers.get("x-ratelimit-remaining"))).toEqual([
      "5",
      "4",
      "3",
      "2",
      "1",
      "0",
    ]);

    const refused = await stranger.call("discovery.list_agents");
    expectRefusal(refused, "RATE_LIMITED");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(refused.headers.get("x-ratelimit-remaining")).toBe("0");
  });

  it("does not limit operations with a credential, nor health", async () => {
    for (let call = 0; call <= LIMIT; call++) {
      const answer = await clinic.call("organization", "service.get", {
        service_id: clinic.id("Physiotherapy session"),
      });
      expect(answer.status).toBe(200);
      expect((await clinic.demo.stranger.call("health.ready")).status).toBe(200);
    }
  });
});

describe("the window", () => {
  it("lets an address in again when it is over", async () => {
    const short = await Clinic.open({ publicRateLimit: 1, publicRateWindowSeconds: 1 });
    try {
      expect((await short.demo.stranger.call("registry.manifest")).status).toBe(200);
      expect((await short.demo.stranger.call("registry.manifest")).status).toBe(429);
      await expect
        .poll(async () => (await short.demo.stranger.call("registry.manifest")).status, { timeout: 5000 })
        .toBe(200);
    } finally {
      await short.close();
    }
  });
});

describe("the public booking lane of an organization", () => {
  const org_slug = "clinica-andes";

  it("has a limit of its own, whoever calls; the tighter one is told, and each window's refusal is kept once", async () => {
    const limited = await Clinic.open({
      publicRateLimit: 9,
      publicOrganizationRateLimit: 3,
      publicRateWindowSeconds: 600,
    });
    try {
      const { stranger } = limited.demo;
      const look = (slug: string) => stranger.call("public_bookings.get", { org_slug: slug, booking_token: "pbt_x" });
      const answers = [await look(org_slug), await look(org_slug), await look(org_slug)];
      expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
      expect(answers.map(({ headers }) => headers.get("x-ratelimit-remaining"))).toEqual(["2", "1", "0"]);
      expect(answers.map(({ headers }) => headers.get("x-ratelimit-limit"))).toEqual(["3", "3", "3"]);
      for (let refused = 0; refused < 3; refused++) {
        const answer = await look(org_slug);
        expectRefusal(answer, "RATE_LIMITED");
        expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
        expect(answer.headers.get("x-ratelimit-remaining")).toBe("0");
      }
      // Another organization's lane, and what is no lane, go on; then the address itself has had enough.
      expect((await look("tutores-plaza")).status).toBe(404);
      const catalogue = await stranger.call("services.list", { org_slug });
      expect([catalogue.status, catalogue.headers.get("x-ratelimit-remaining")]).toEqual([200, "1"]);
      expect((await look("tutores-plaza")).headers.get("x-ratelimit-remaining")).toBe("0");
      expectRefusal(await look("tutores-plaza"), "RATE_LIMITED");
      const outcomes = (await decisionsOf(limited)).map(({ outcome }) => outcome);
      expect(outcomes.filter((outcome) => outcome === "RATE_LIMITED")).toHaveLength(2);
      expect(outcomes.filter((outcome) => outcome === "TOKEN_UNKNOWN")).toHaveLength(3);
    } finally {
      await limited.close();
    }
  });
});
