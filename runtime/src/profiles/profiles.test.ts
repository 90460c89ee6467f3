import { ProviderProfile } from "@servicialo/schema/0.8/typebox";
import { Compile } from "typebox/compile";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anybody } from "../rules/attribute-visibility.ts";
import { matchingScore } from "../rules/matching-score.ts";
import type { Tx } from "../storage/open-database.ts";
import type { ProviderRow } from "../storage/rows.ts";
import { confine } from "../storage/tenancy.ts";
import { Clinic, PLACE, succeeded } from "../testing/clinic.ts";
import { refreshInferred } from "./infer-attributes.ts";
import { profileDocument } from "./profile-document.ts";
import { attributeHistory, currentAttributes, declareAttribute, profileOf, slugOf, verifyAttribute } from "./profile-store.ts";

const MINUTE = 60_000;
const INSIDER = { scopes: ["discovery:read", "patient:read"], inContext: true };
const profileSchema = Compile(ProviderProfile);

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

/** Works on a provider's profile inside of the clinic. */
function withProfile<Result>(
  name: string,
  work: (work: { tx: Tx; clock: Clinic["demo"]["clock"] }, profile: Awaited<ReturnType<typeof profileOf>>, provider: ProviderRow) => Promise<Result>,
): Promise<Result> {
  return clinic.demo.node.services.database.transaction(async (all) => {
    const provider = await all.db.selectFrom("providers").selectAll().where("id", "=", clinic.id(name)).executeTakeFirstOrThrow();
    const context = { tx: confine(all, provider.organizationId), clock: clinic.demo.clock };
    return work(context, await profileOf(context, provider), provider);
  });
}

const facts = (name: string) =>
  withProfile(name, async ({ tx }, profile) => new Map((await currentAttributes(tx, profile.id)).map((row) => [row.key, row])));

describe("an attribute of a provider", () => {
  it("is declared, verified, and declared again when it changes; its former versions stay", async () => {
    await withProfile("Camila Rojas", async (work, profile) => {
      await declareAttribute(work, profile, { key: "languages", value: ["es"], visibility: "public" });
      clinic.demo.clock.advance(MINUTE);
      await verifyAttribute(work, profile, { key: "languages", verifiedBy: "Instituto Cervantes" });
      await declareAttribute(work, profile, { key: "languages", value: ["es", "en"] });
      const history = await attributeHistory(work.tx, profile.id, "languages");
      expect(history.map(({ version, origin, content, verifiedBy, visibility }) => ({ version, origin, value: content.value, verifiedBy, visibility }))).toEqual([
        { version: 1, origin: "declared", value: ["es"], verifiedBy: null, visibility: "public" },
        { version: 2, origin: "verified", value: ["es"], verifiedBy: "Instituto Cervantes", visibility: "public" },
        { version: 3, origin: "declared", value: ["es", "en"], verifiedBy: null, visibility: "public" },
      ]);
      expect(new Set(history.map(({ attributeId }) => attributeId)).size).toBe(1);
      expect(history.map(({ replacedAt }) => replacedAt === null)).toEqual([false, false, true]);
      expect(history[1]?.verifiedAt).toBe(clinic.demo.clock.now());
      const again = await profileOf(work, { id: profile.providerId } as ProviderRow);
      expect(again.version).toBe(profile.version + 3);
    });
  });

  it.each([
    ["languages", "es"],
    ["years_experience", "eleven"],
    ["coordinates", { lat: "here" }],
    ["remote_policy", "anywhere"],
    ["x-clinic:rooms", [1, 2]],
    ["shoe_size", 43],
    ["bio", null],
  ])("is refused as %s with %o", async (key, value) => {
    await expect(withProfile("Camila Rojas", (work, profile) => declareAttribute(work, profile, { key, value }))).rejects.toThrow(key);
  });

  it.each(["rating_avg", "cancellation_rate", "next_available", "typical_hours"])("%s is computed, and nobody declares it", async (key) => {
    await expect(withProfile("Camila Rojas", (work, profile) => declareAttribute(work, profile, { key, value: 5 }))).rejects.toThrow("computed");
  });

  it("keeps every form of value", async () => {
    const values: Record<string, unknown> = {
      profession: "kinesiologist",
      years_experience: 11,
      accepts_new_patients: true,
      service_radius_km: 7.5,
      age_range: { min: 14, max: 80 },
      conditions_treated: ["low back pain", "knee injury"],
      "x-clinic:parking": "yes",
    };
    await withProfile("Camila Rojas", async (work, profile) => {
      for (const [key, value] of Object.entries(values)) await declareAttribute(work, profile, { key, value, visibility: "public" });
    });
    const stored = await facts("Camila Rojas");
    for (const [key, value] of Object.entries(values)) expect(stored.get(key)?.content.value).toEqual(value);
  });

  it("is private unless told otherwise, and a document shows what its reader may see", async () => {
    await withProfile("Diego Fuentes", async (work, profile) => {
      await declareAttribute(work, profile, { key: "license_number", value: "187442" });
      await declareAttribute(work, profile, { key: "bio", value: "Runs.", visibility: "unlisted" });
      await declareAttribute(work, profile, { key: "city", value: "Santiago", visibility: "public" });
      await declareAttribute(work, profile, { key: "district", value: "Ñuñoa", visibility: "public", validUntil: clinic.demo.clock.now() });
      const now = clinic.demo.clock.now();
      const keysFor = async (reader = anybody) => (await profileDocument(work.tx, profile, { reader, now })).attributes.map(({ key }) => key);
      await expect(keysFor()).resolves.toEqual(["city"]);
      await expect(keysFor(INSIDER)).resolves.toEqual(["bio", "city", "license_number"]);
      expect(profile).toMatchObject({ slug: "diego-fuentes", displayName: "Diego Fuentes" });
      const document = await profileDocument(work.tx, profile, { reader: INSIDER, now });
      expect([...profileSchema.Errors(document)]).toEqual([]);
    });
  });
});

describe("what the node infers of a provider", () => {
  it("comes from its own records, with confidence and evidence, public always", async () => {
    for (let times = 0; times < 2; times++) await clinic.sessionIn("delivered");
    const session_id: string = succeeded(await clinic.book({ client: "Pedro" })).body.data.id;
    succeeded(await clinic.call("organization", "scheduling.confirm", { session_id }));
    succeeded(await clinic.call("provider", "delivery.checkin", { session_id, location: PLACE }));
    succeeded(await clinic.call("provider", "delivery.checkout", { session_id, location: PLACE }));
    succeeded(await clinic.call("provider", "scheduling.cancel", { session_id: await clinic.sessionIn("scheduled") }));
    succeeded(await clinic.call("client", "scheduling.cancel", { session_id: await clinic.sessionIn("scheduled") }));
    await withProfile("Camila Rojas", refreshInferred);
    const inferred = await facts("Camila Rojas");
    const fact = (key: string) => inferred.get(key);
    expect(fact("services_completed")).toMatchObject({ content: { value: 3 }, confidence: 1, evidenceCount: 3, origin: "inferred", visibility: "public" });
    expect(fact("cancellation_rate")).toMatchObject({ content: { value: 0.2 }, confidence: 0.33, evidenceCount: 5 });
    expect(fact("no_show_rate")).toMatchObject({ content: { value: 0 }, evidenceCount: 3 });
    expect(fact("repeat_client_rate")).toMatchObject({ content: { value: 0.5 }, evidenceCount: 2 });
    expect(fact("platform_tenure_months")).toMatchObject({ content: { value: 0 } });
    expect(fact("typical_hours")?.content.value).toMatchObject({ friday: [{ start: "09:00", end: "13:00" }] });
    expect(fact("typical_hours")?.content.value).not.toHaveProperty("sunday");
    expect(fact("avg_wait_days")?.confidence).toBe(0.9);
    expect(fact("rating_avg")).toBeUndefined();
    await withProfile("Camila Rojas", async ({ tx }, profile) => {
      const document = await profileDocument(tx, profile, { now: clinic.demo.clock.now() });
      expect([...profileSchema.Errors(document)]).toEqual([]);
    });
  });

  it("counts clients who did not come", async () => {
    const id = await clinic.sessionIn("confirmed");
    clinic.moveTimeTo((await clinic.session(id)).starts_at, 3600);
    succeeded(await clinic.transition("organization", id, { to_state: "cancelled", reason: "no_show", no_show_type: "client" }));
    await withProfile("Camila Rojas", refreshInferred);
    expect((await facts("Camila Rojas")).get("no_show_rate")).toMatchObject({ content: { value: 0.25 }, evidenceCount: 4 });
  });

  it("names a next free slot that can be booked, and another one afterwards", async () => {
    await withProfile("Diego Fuentes", refreshInferred);
    const startsAt = (await facts("Diego Fuentes")).get("next_available")?.content.value as string;
    succeeded(await clinic.book({ provider: "Diego Fuentes", client: "Sofía", startsAt }));
    await withProfile("Diego Fuentes", refreshInferred);
    const next = (await facts("Diego Fuentes")).get("next_available");
    expect(Date.parse(next?.content.value as string)).toBeGreaterThan(Date.parse(startsAt));
    expect(next?.version).toBe(2);
  });

  it("is dated anew without a version while it stays the same, and counts again in matching", async () => {
    await withProfile("Camila Rojas", refreshInferred);
    const criteria = [{ key: "next_available", wanted: { before: "2027-01-01T00:00:00Z" } }];
    const match = async () =>
      matchingScore(criteria, [...(await facts("Camila Rojas")).values()].map((row) => ({ ...row, value: row.content.value })), clinic.demo.clock.now());
    const before = (await facts("Camila Rojas")).get("services_completed");
    expect((await match()).score).toBeCloseTo(1.5 * 2 * 0.9);
    clinic.demo.clock.advance(5 * MINUTE + 1);
    expect(await match()).toMatchObject({ score: 0, warnings: [{ key: "next_available", reason: "stale" }] });
    await withProfile("Camila Rojas", refreshInferred);
    expect((await match()).warnings).toEqual([]);
    const after = (await facts("Camila Rojas")).get("services_completed");
    expect(after?.version).toBe(before?.version);
    expect(after?.updatedAt).toBe((before?.updatedAt ?? 0) + 5 * MINUTE + 1);
  });
});

describe("the profile in the protocol's answers", () => {
  it("is named in the provider dimension of a session", async () => {
    const session = await clinic.session(await clinic.sessionIn("requested"));
    const profile = await withProfile("Camila Rojas", async (_work, row) => row);
    expect(session.provider.profile_id).toBe(profile.id);
  });

  it("gives the public listings its public fields, and no others", async () => {
    const listed = async (name: string) => {
      const profile = succeeded(await clinic.demo.stranger.call("registry.get_organization", { org_slug: "clinica-andes" })).body.data.attributes;
      const card = succeeded(await clinic.demo.stranger.call("discovery.get_agent_card", { org_slug: "clinica-andes" })).body;
      const [one, other] = [profile, card].map((source) => source.providers.find((entry: { name: string }) => entry.name === name));
      expect(other.specializations).toEqual(one.specializations);
      return one.specializations;
    };
    await expect(listed("Valentina Soto")).resolves.toEqual(["cognitive behavioural therapy"]);
    await withProfile("Valentina Soto", async (work, profile) => {
      await declareAttribute(work, profile, { key: "primary_specialty", value: "anxiety", visibility: "public" });
      await declareAttribute(work, profile, { key: "subspecialties", value: ["hypnosis"], visibility: "private" });
    });
    await expect(listed("Valentina Soto")).resolves.toEqual(["anxiety"]);
  });
});

describe("the name of a profile in a URL", () => {
  it.each([
    ["Dr. Tomás Ñandú-Rojas", "dr-tomas-nandu-rojas"],
    ["李小龙", "provider"],
    ["--", "provider"],
  ])("of %s is %s", (name, slug) => {
    expect(slugOf(name)).toBe(slug);
  });
});
