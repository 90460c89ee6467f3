import type { ProviderProfile } from "@servicialo/schema/0.8/types";

/** Terms that schema.org does not have. */
const SERVICIALO = "https://servicialo.com/schema/0.8/";

/** Professions that are types of schema.org; any other is a type of the protocol's own namespace. */
const KNOWN_TYPES: ReadonlyMap<string, string> = new Map([
  ["physician", "Physician"],
  ["doctor", "Physician"],
  ["dentist", "Dentist"],
  ["lawyer", "Attorney"],
  ["attorney", "Attorney"],
  ["notary", "Notary"],
  ["accountant", "AccountingService"],
  ["electrician", "Electrician"],
  ["plumber", "Plumber"],
  ["locksmith", "Locksmith"],
  ["house painter", "HousePainter"],
]);

type Values = ReadonlyMap<string, unknown>;
type Terms = Record<string, unknown>;

/** How keys become terms of schema.org (objects page 2.1); what is not listed stands under `servicialo:`. */
const TERMS: Readonly<Record<string, (value: unknown, all: Values) => Terms>> = {
  profession: () => ({}),
  primary_specialty: (value) => ({ medicalSpecialty: value }),
  bio: (value) => ({ description: value }),
  city: (value) => ({ areaServed: value }),
  address: (value) => ({ address: value }),
  coordinates: (value) => {
    const { lat, lng } = value as { lat: number; lng: number };
    return { geo: { "@type": "GeoCoordinates", latitude: lat, longitude: lng } };
  },
  price_range: (value) => {
    const { min, max, currency } = value as { min: number; max: number; currency: string };
    return { priceRange: min === max ? `${currency} ${min}` : `${currency} ${min}-${max}` };
  },
  rating_avg: (value, all) => ({
    aggregateRating: {
      "@type": "AggregateRating",
      ratingValue: value,
      ...(all.has("rating_count") && { reviewCount: all.get("rating_count") }),
    },
  }),
  rating_count: (value, all) =>
    all.has("rating_avg") ? {} : { aggregateRating: { "@type": "AggregateRating", reviewCount: value } },
};

/** A profile as JSON-LD, with the attributes that it shows (objects page 2.1). */
export function profileJsonLd(profile: ProviderProfile): Terms {
  const all: Values = new Map(profile.attributes.map(({ key, value }) => [key, value]));
  const terms = [...all].map(([key, value]) => TERMS[key]?.(value, all) ?? { [`servicialo:${key}`]: value });
  return {
    "@context": ["https://schema.org", { servicialo: SERVICIALO }],
    "@type": typeOf(all.get("profession")),
    "@id": `urn:uuid:${profile.profile_id}`,
    name: profile.display_name,
    identifier: profile.slug,
    ...Object.assign({}, ...terms),
  };
}

function typeOf(profession: unknown): string {
  if (typeof profession !== "string") return "Person";
  const known = KNOWN_TYPES.get(profession.toLowerCase());
  if (known) return known;
  const words =
    profession
      .normalize("NFD")
      .replaceAll(/\p{M}/gu, "")
      .match(/[A-Za-z0-9]+/g) ?? [];
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase()).join("");
  return name === "" ? "Person" : `servicialo:${name}`;
}
