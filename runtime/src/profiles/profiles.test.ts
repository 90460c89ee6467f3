import { ProviderProfile } from "@servicialo/schema/0.8/typebox";
import { Compile } from "typebox/compile";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { anybody } from "../rules/attribute-visibility.ts";
import type { ProviderRow } from "../storage/rows.ts";
import { Clinic, succeeded } from "../testing/clinic.ts";
import { factsOf, withProfile } from "./clinic-profiles.example.ts";
import { profileDocument } from "./profile-document.ts";
import { attributeHistory, declareAttribute, profileOf, slugOf, verifyAttribute } from "./profile-store.ts";

const MINUTE = 60_000;
const INSIDER = { scopes: ["discovery:read", "patient:read"], inContext: true };
const profileSchema = Compile(ProviderProfile);

let clinic: Clinic;
beforeAll(async () => {
  clinic = await Clinic.open();
});
afterAll(() => clinic.close());

describe("an attribute of a provider", () => {
  it("is declared, verified, and declared again when it changes; its former versions stay", async () => {
    await withProfile(clinic, "Camila Rojas", async (work, profile) => {
      await declareAttribute(work, profile, { key: "languages", value: ["es"], visibility: "public" });
      clinic.demo.clock.advance(MINUTE);
      await verifyAttribute(work, profile, { key: "languages", verifiedBy: "Instituto Cervantes" });
      await declareAttribute(work, profile, { key: "languages", value: ["es", "en"] });
      const history = await attributeHistory(work.tx, profile.id, "languages");
      expect(
        history.map(({ version, origin, content, verifiedBy, visibility }) => ({
          version,
          origin,
          value: content.value,
          verifiedBy,
          visibility,
        })),
      ).toEqual([
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
    await expect(
      withProfile(clinic, "Camila Rojas", (work, profile) => declareAttribute(work, profile, { key, value })),
    ).rejects.toThrow(key);
  });

  it.each(["rating_avg", "cancellation_rate", "next_available", "typical_hours"])(
    "%s is computed, and nobody declares it",
    async (key) => {
      await expect(
        withProfile(clinic, "Camila Rojas", (work, profile) => declareAttribute(work, profile, { key, value: 5 })),
      ).rejects.toThrow("computed");
    },
  );

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
    await withProfile(clinic, "Camila Rojas", async (work, profile) => {
      for (const [key, value] of Object.entries(values))
        await declareAttribute(work, profile, { key, value, visibility: "public" });
    });
    const stored = await factsOf(clinic, "Camila Rojas");
    for (const [key, value] of Object.entries(values)) expect(stored.get(key)?.content.value).toEqual(value);
  });

  it("is private unless told otherwise, and a document shows what its reader may see", async () => {
    await withProfile(clinic, "Diego Fuentes", async (work, profile) => {
      await declareAttribute(work, profile, { key: "license_number", value: "187442" });
      await declareAttribute(work, profile, { key: "bio", value: "Runs.", visibility: "unlisted" });
      await declareAttribute(work, profile, { key: "city", value: "Santiago", visibility: "public" });
      await declareAttribute(work, profile, {
        key: "district",
        value: "Ñuñoa",
        visibility: "public",
        validUntil: clinic.demo.clock.now(),
      });
      const now = clinic.demo.clock.now();
      const keysFor = async (reader = anybody) =>
        (await profileDocument(work.tx, profile, { reader, now })).attributes.map(({ key }) => key);
      await expect(keysFor()).resolves.toEqual(["city"]);
      await expect(keysFor(INSIDER)).resolves.toEqual(["bio", "city", "license_number"]);
      expect(profile).toMatchObject({ slug: "diego-fuentes", displayName: "Diego Fuentes" });
      const document = await profileDocument(work.tx, profile, { reader: INSIDER, now });
      expect([...profileSchema.Errors(document)]).toEqual([]);
    });
  });
});

describe("the profile in the protocol's answers", () => {
  it("is named in the provider dimension of a session", async () => {
    const profile = await withProfile(clinic, "Camila Rojas", async (_work, row) => row);
    const session = await clinic.session(await clinic.sessionIn("requested"));
    expect(session.provider.profile_id).toBe(profile.id);
  });

  it("gives the public listings its public fields, and no others", async () => {
    const listed = async (name: string) => {
      const profile = succeeded(
        await clinic.demo.stranger.call("registry.get_organization", { org_slug: "clinica-andes" }),
      ).body.data.attributes;
      const card = succeeded(
        await clinic.demo.stranger.call("discovery.get_agent_card", { org_slug: "clinica-andes" }),
      ).body;
      const [one, other] = [profile, card].map((source) =>
        source.providers.find((entry: { name: string }) => entry.name === name),
      );
      expect(other.specializations).toEqual(one.specializations);
      return one.specializations;
    };
    await expect(listed("Valentina Soto")).resolves.toEqual(["cognitive behavioural therapy"]);
    await withProfile(clinic, "Valentina Soto", async (work, profile) => {
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
