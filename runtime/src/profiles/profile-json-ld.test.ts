import type { ProviderAttribute, ProviderProfile } from "@servicialo/schema/0.8/types";
import { describe, expect, it } from "vitest";
import { profileJsonLd } from "./profile-json-ld.ts";

const profile = (values: Record<string, unknown>): ProviderProfile => ({
  profile_id: "7b0a4f0e-5a36-4f0d-9d0f-3c2a6f1b8e11",
  provider_id: "prv_1",
  organization_id: "org_1",
  display_name: "Camila Rojas",
  slug: "camila-rojas",
  attributes: Object.entries(values).map(([key, value]) => ({ key, value }) as ProviderAttribute),
  created_at: "2026-03-02T11:00:00Z",
  updated_at: "2026-03-02T11:00:00Z",
  version: 1,
});

describe("a profile as JSON-LD (objects 2.1)", () => {
  it("says in schema.org's terms what these have, and the rest in the protocol's", () => {
    const values = {
      profession: "physician",
      primary_specialty: "sports medicine",
      bio: "In own words.",
      city: "Santiago",
      address: "Avenida Providencia 1234",
      coordinates: { lat: -33.4, lng: -70.6 },
      price_range: { min: 30_000, max: 45_000, currency: "CLP" },
      rating_avg: 4.7,
      rating_count: 131,
      languages: ["es"],
      "x-clinic:parking": "yes",
    };
    expect(profileJsonLd(profile(values))).toEqual({
      "@context": ["https://schema.org", { servicialo: "https://servicialo.com/schema/0.8/" }],
      "@type": "Physician",
      "@id": "urn:uuid:7b0a4f0e-5a36-4f0d-9d0f-3c2a6f1b8e11",
      name: "Camila Rojas",
      identifier: "camila-rojas",
      medicalSpecialty: "sports medicine",
      description: "In own words.",
      areaServed: "Santiago",
      address: "Avenida Providencia 1234",
      geo: { "@type": "GeoCoordinates", latitude: -33.4, longitude: -70.6 },
      priceRange: "CLP 30000-45000",
      aggregateRating: { "@type": "AggregateRating", ratingValue: 4.7, reviewCount: 131 },
      "servicialo:languages": ["es"],
      "servicialo:x-clinic:parking": "yes",
    });
  });

  it.each([
    [{}, "Person"],
    [{ profession: "Kinesióloga deportiva" }, "servicialo:KinesiologaDeportiva"],
    [{ profession: "Dentist" }, "Dentist"],
  ])("of %o is a %s", (values, type) => {
    expect(profileJsonLd(profile(values))["@type"]).toBe(type);
  });

  it("has no rating without one", () => {
    expect(profileJsonLd(profile({ city: "Santiago" }))).not.toHaveProperty("aggregateRating");
  });
});
