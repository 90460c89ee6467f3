import { ProviderProfile } from "@servicialo/schema/0.8/typebox";
import { Compile } from "typebox/compile";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { matchingScore } from "../rules/matching-score.ts";
import { Clinic, PLACE, succeeded } from "../testing/clinic.ts";
import { factsOf, withProfile } from "./clinic-profiles.example.ts";
import { refreshInferred } from "./infer-attributes.ts";
import { profileDocument } from "./profile-document.ts";

const MINUTE = 60_000;
const profileSchema = Compile(ProviderProfile);

let clinic: Clinic;
beforeEach(async () => {
  clinic = await Clinic.open();
});
afterEach(() => clinic.close());

describe("what the node infers of a provider", () => {
  it("comes from its own records, with confidence and evidence, public always", async () => {
    for (let times = 0; times < 2; times++) await clinic.sessionIn("delivered");
    const session_id: string = succeeded(await clinic.book({ client: "Pedro" })).body.data.id;
    succeeded(await clinic.call("organization", "scheduling.confirm", { session_id }));
    succeeded(await clinic.call("provider", "delivery.checkin", { session_id, location: PLACE }));
    succeeded(await clinic.call("provider", "delivery.checkout", { session_id, location: PLACE }));
    succeeded(await clinic.call("provider", "scheduling.cancel", { session_id: await clinic.sessionIn("scheduled") }));
    succeeded(await clinic.call("client", "scheduling.cancel", { session_id: await clinic.sessionIn("scheduled") }));
    await withProfile(clinic, "Camila Rojas", refreshInferred);
    const inferred = await factsOf(clinic, "Camila Rojas");
    const fact = (key: string) => inferred.get(key);
    expect(fact("services_completed")).toMatchObject({
      content: { value: 3 },
      confidence: 1,
      evidenceCount: 3,
      origin: "inferred",
      visibility: "public",
    });
    expect(fact("cancellation_rate")).toMatchObject({ content: { value: 0.2 }, confidence: 0.33, evidenceCount: 5 });
    expect(fact("no_show_rate")).toMatchObject({ content: { value: 0 }, evidenceCount: 3 });
    expect(fact("repeat_client_rate")).toMatchObject({ content: { value: 0.5 }, evidenceCount: 2 });
    expect(fact("platform_tenure_months")).toMatchObject({ content: { value: 0 } });
    expect(fact("typical_hours")?.content.value).toMatchObject({ friday: [{ start: "09:00", end: "13:00" }] });
    expect(fact("typical_hours")?.content.value).not.toHaveProperty("sunday");
    expect(fact("avg_wait_days")?.confidence).toBe(0.9);
    expect(fact("rating_avg")).toBeUndefined();
    await withProfile(clinic, "Camila Rojas", async ({ tx }, profile) => {
      const document = await profileDocument(tx, profile, { now: clinic.demo.clock.now() });
      expect([...profileSchema.Errors(document)]).toEqual([]);
    });
  });

  it("counts clients who did not come", async () => {
    await clinic.sessionIn("delivered");
    const id = await clinic.sessionIn("confirmed");
    clinic.moveTimeTo((await clinic.session(id)).starts_at, 3600);
    succeeded(
      await clinic.transition("organization", id, { to_state: "cancelled", reason: "no_show", no_show_type: "client" }),
    );
    await withProfile(clinic, "Camila Rojas", refreshInferred);
    expect((await factsOf(clinic, "Camila Rojas")).get("no_show_rate")).toMatchObject({
      content: { value: 0.5 },
      evidenceCount: 2,
    });
  });

  it("names a next free slot that can be booked, and another one afterwards", async () => {
    await withProfile(clinic, "Diego Fuentes", refreshInferred);
    const startsAt = (await factsOf(clinic, "Diego Fuentes")).get("next_available")?.content.value as string;
    succeeded(await clinic.book({ provider: "Diego Fuentes", client: "Sofía", startsAt }));
    await withProfile(clinic, "Diego Fuentes", refreshInferred);
    const next = (await factsOf(clinic, "Diego Fuentes")).get("next_available");
    expect(Date.parse(next?.content.value as string)).toBeGreaterThan(Date.parse(startsAt));
    expect(next?.version).toBe(2);
  });

  it("is dated anew without a version while it stays the same, and counts again in matching", async () => {
    await withProfile(clinic, "Camila Rojas", refreshInferred);
    const criteria = [{ key: "next_available", wanted: { before: "2027-01-01T00:00:00Z" } }];
    const match = async () =>
      matchingScore(
        criteria,
        [...(await factsOf(clinic, "Camila Rojas")).values()].map((row) => ({ ...row, value: row.content.value })),
        clinic.demo.clock.now(),
      );
    const before = (await factsOf(clinic, "Camila Rojas")).get("services_completed");
    expect((await match()).score).toBeCloseTo(1.5 * 2 * 0.9);
    clinic.demo.clock.advance(5 * MINUTE + 1);
    expect(await match()).toMatchObject({ score: 0, warnings: [{ key: "next_available", reason: "stale" }] });
    await withProfile(clinic, "Camila Rojas", refreshInferred);
    expect((await match()).warnings).toEqual([]);
    const after = (await factsOf(clinic, "Camila Rojas")).get("services_completed");
    expect(after?.version).toBe(before?.version);
    expect(after?.updatedAt).toBe((before?.updatedAt ?? 0) + 5 * MINUTE + 1);
  });
});
