import { randomBytes } from "node:crypto";
import { systemClock } from "../../src/clock.ts";
import { type KeysFile, plantSeed } from "../../src/seed/plant-seed.ts";
import { parseSeedDocument } from "../../src/seed/seed-document.ts";
import { openDatabase } from "../../src/storage/open-database.ts";

/** A database with an organization that never closes: each writer has a provider, a client and a room of its own. */
export interface House {
  /** What `--database` takes. */
  readonly location: string;
  readonly keys: KeysFile;
  readonly organizationId: string;
  readonly offerId: string;
  readonly parties: readonly Parties[];
}

/** Whom one writer books for and with. */
export interface Parties {
  readonly providerId: string;
  readonly clientId: string;
  readonly resourceId: string;
}

export const SLUG = "house-of-crashes";
export const AGENT = "agent_crash";

/** Minutes that a session takes. */
export const SESSION_MINUTES = 30;

/** Gives this process, and the nodes that it starts, the key that PostgreSQL nodes seal restricted evidence with. */
export function giveEvidenceKey(): void {
  process.env["SERVICIALO_EVIDENCE_KEY"] ??= randomBytes(32).toString("base64");
}

/** Brings up the schema and plants the organization. */
export async function plantHouse(location: string, writers: number): Promise<House> {
  const database = await openDatabase({ location });
  try {
    const keys = await database.transaction((tx) => plantSeed(tx, systemClock, seedFor(writers)));
    return await database.read(async ({ db }) => {
      const named = async (table: "providers" | "clients" | "resources") =>
        new Map(
          (await db.selectFrom(table).select(["id", "name"]).execute()).map(({ id, name }) => [name, id] as const),
        );
      const [providers, clients, resources] = await Promise.all([
        named("providers"),
        named("clients"),
        named("resources"),
      ]);
      const offer = await db.selectFrom("offers").select(["id", "organizationId"]).executeTakeFirstOrThrow();
      const parties = Array.from({ length: writers }, (_, writer) => ({
        providerId: providers.get(`Provider ${writer}`) ?? "",
        clientId: clients.get(`Client ${writer}`) ?? "",
        resourceId: resources.get(`Room ${writer}`) ?? "",
      }));
      return { location, keys, organizationId: offer.organizationId, offerId: offer.id, parties };
    });
  } finally {
    await database.close();
  }
}

function seedFor(writers: number) {
  const always = [{ days: [0, 1, 2, 3, 4, 5, 6], from: "00:00", to: "24:00" }];
  const each = <T>(make: (writer: number) => T) => Array.from({ length: writers }, (_, writer) => make(writer));
  return parseSeedDocument({
    organizations: [
      {
        slug: SLUG,
        name: "House of crashes",
        vertical: "health",
        country: "cl",
        timezone: "UTC",
        currency: "CLP",
        discoverable: false,
        resources: each((n) => ({
          ref: `room-${n}`,
          name: `Room ${n}`,
          type: "room",
          capacity: 1,
          buffer_minutes: 0,
          availability: always,
        })),
        providers: each((n) => ({ ref: `provider-${n}`, name: `Provider ${n}`, availability: always })),
        offers: [
          {
            ref: "session",
            type: "physical_therapy_session",
            name: "Session",
            duration_minutes: SESSION_MINUTES,
            price: 20_000,
            modality: "in_person",
            providers: each((n) => `provider-${n}`),
            contract: { required_evidence: [], verification_deadline_hours: 24 },
          },
        ],
        clients: each((n) => ({ ref: `client-${n}`, name: `Client ${n}`, last_name: "Crash" })),
      },
    ],
    keys: {
      organization: { organization: SLUG },
      agent: { organization: SLUG, agent: AGENT },
      ...Object.fromEntries(each((n) => [`provider-${n}`, { organization: SLUG, provider: `provider-${n}` }])),
    },
  });
}
