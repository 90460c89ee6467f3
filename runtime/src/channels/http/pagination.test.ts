import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Clinic, succeeded } from "../../testing/clinic.ts";
import type { TestAnswer } from "../../testing/party-client.ts";

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

const ids = (answer: TestAnswer): string[] => answer.body.data.map((item: { id: string }) => item.id);

/** Every page, by following the links. */
async function allPages(first: TestAnswer): Promise<TestAnswer[]> {
  const pages = [first];
  for (let next = first.body.links.next; next !== null; next = pages.at(-1)?.body.links.next) {
    pages.push(succeeded(await clinic.demo.stranger.send("GET", next)));
  }
  return pages;
}

describe("a collection", () => {
  it("comes in pages of twenty from the first, and says so", async () => {
    const { body } = await clinic.demo.stranger.call("services.list", { org_slug: "clinica-andes" });
    expect(body.meta).toEqual({ total: body.data.length, page: 1, per_page: 20 });
    expect(body.data.length).toBeGreaterThan(2);
    expect(body.links).toMatchObject({ next: null, prev: null });
    expect(body.links.first).toBe(body.links.last);
  });

  it("is whole and without doubles when its links are followed", async () => {
    const request = {
      org_slug: "clinica-andes",
      date_from: "2026-03-09",
      date_to: "2026-03-13",
      service_id: clinic.id("Physiotherapy session"),
    };
    const pages = await allPages(
      succeeded(await clinic.demo.stranger.call("scheduling.check_availability", { ...request, per_page: 7 })),
    );
    const whole = await clinic.demo.stranger.call("scheduling.check_availability", { ...request, per_page: 100 });
    const slots = pages.flatMap(ids);
    expect(new Set(slots).size).toBe(slots.length);
    expect(slots.length).toBe(pages[0]?.body.meta.total);
    expect(slots.slice(0, 100)).toEqual(ids(whole));
    expect(pages.map((page) => page.body.meta.page)).toEqual(pages.map((_, index) => index + 1));
  });

  it("keeps the other parameters in its links, and leads back", async () => {
    const { body } = await clinic.demo.stranger.call("services.list", {
      org_slug: "clinica-andes",
      page: 2,
      per_page: 1,
    });
    const total: number = body.meta.total;
    expect(body.data).toHaveLength(1);
    for (const link of Object.values(body.links) as string[])
      expect(new URL(link, "http://node").searchParams.get("per_page")).toBe("1");
    const page = (link: string) => new URL(link, "http://node").searchParams.get("page");
    expect([
      page(body.links.first),
      page(body.links.prev),
      page(body.links.self),
      page(body.links.next),
      page(body.links.last),
    ]).toEqual(["1", "1", "2", "3", String(total)]);
  });

  it("is empty past its end, however far", async () => {
    for (const page of [9, 2_147_483_647]) {
      const { status, body } = await clinic.demo.stranger.call("registry.search", { vertical: "health", page });
      expect([status, body.data, body.links.next]).toEqual([200, [], null]);
      expect(new URL(body.links.prev, "http://node").searchParams.get("page")).toBe("1");
    }
  });

  it("takes limit for per_page where organizations are searched", async () => {
    const { body } = await clinic.demo.stranger.call("registry.search", { vertical: "health", limit: 1 });
    expect([body.data.length, body.meta.per_page]).toEqual([1, 1]);
  });
});
