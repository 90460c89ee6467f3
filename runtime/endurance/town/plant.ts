import { randomBytes } from "node:crypto";
import { type Clock, systemClock } from "../../src/clock.ts";
import { type KeysFile, plantSeed } from "../../src/seed/plant-seed.ts";
import { parseSeedDocument } from "../../src/seed/seed-document.ts";
import { openDatabase } from "../../src/storage/open-database.ts";

/** How large a town is, and how tight. */
export interface TownSize {
  readonly providers: number;
  readonly clients: number;
  /** Room by room: how many sessions it holds at once, and the minutes that it is kept free after each. */
  readonly rooms: readonly { readonly capacity: number; readonly bufferMinutes: number }[];
  /** Agents with a key each. */
  readonly agents?: number;
}

/** A database with one organization that never closes. */
export interface Town {
  /** What `--database` takes. */
  readonly location: string;
  readonly keys: KeysFile;
  readonly organizationId: string;
  /** An offer that every provider delivers, in any room or in none. */
  readonly offerId: string;
  readonly providerIds: readonly string[];
  readonly clientIds: readonly string[];
  readonly roomIds: readonly string[];
  readonly agentIds: readonly string[];
}

export const SLUG = "tireless-town";

/** Minutes that a session takes. */
export const SESSION_MINUTES = 30;

/** A public booking that nobody confirms is let go after so many minutes. */
export const CONFIRM_WITHIN_MINUTES = 2;

/** Brings up the schema, plants the organization, and gives nodes the key that restricted evidence is sealed with. */
export async function plantTown(location: string, size: TownSize, clock: Clock = systemClock): Promise<Town> {
  process.env["SERVICIALO_EVIDENCE_KEY"] ??= randomBytes(32).toString("base64");
  const database = await openDatabase({ location });
  try {
    const keys = await database.transaction((tx) => plantSeed(tx, clock, parseSeedDocument(seedOf(size))));
    return await database.read(async ({ db }) => {
      const idsOf = async (table: "providers" | "clients" | "resources", prefix: string) => {
        const rows = await db.selectFrom(table).select(["id", "name"]).execute();
        const byName = new Map(rows.map(({ id, name }) => [name, id]));
        return rows.map((_, index) => byName.get(`${prefix} ${index}`) ?? "");
      };
      const offer = await db.selectFrom("offers").select(["id", "organizationId"]).executeTakeFirstOrThrow();
      return {
        location,
        keys,
        organizationId: offer.organizationId,
        offerId: offer.id,
        providerIds: await idsOf("providers", "Provider"),
        clientIds: await idsOf("clients", "Client"),
        roomIds: await idsOf("resources", "Room"),
        agentIds: agentIdsOf(size),
      };
    });
  } finally {
    await database.close();
  }
}

function agentIdsOf({ agents = 0 }: TownSize): string[] {
  return Array.from({ length: agents }, (_, agent) => `agent_${agent}`);
}

function seedOf(size: TownSize) {
  const always = [{ days: [0, 1, 2, 3, 4, 5, 6], from: "00:00", to: "24:00" }];
  const each = <Made>(count: number, make: (index: number) => Made) =>
    Array.from({ length: count }, (_, index) => make(index));
  const providers = each(size.providers, (n) => ({
    ref: `provider-${n}`,
    name: `Provider ${n}`,
    availability: always,
  }));
  const named = (kind: "provider" | "client", count: number) =>
    each(count, (n) => [`${kind}-${n}`, { organization: SLUG, [kind]: `${kind}-${n}` }] as const);
  return {
    organizations: [
      {
        slug: SLUG,
        name: "Tireless town",
        vertical: "health",
        country: "cl",
        timezone: "America/Santiago",
        currency: "CLP",
        discoverable: true,
        booking: {
          public_lane: true,
          auto_assignment: "least_booked",
          max_advance_days: 365,
          confirmation_ttl_minutes: CONFIRM_WITHIN_MINUTES,
        },
        resources: size.rooms.map(({ capacity, bufferMinutes }, n) => ({
          ref: `room-${n}`,
          name: `Room ${n}`,
          type: "room",
          capacity,
          buffer_minutes: bufferMinutes,
          availability: always,
        })),
        providers,
        offers: [
          {
            ref: "session",
            type: "physical_therapy_session",
            name: "Session",
            duration_minutes: SESSION_MINUTES,
            price: 20_000,
            modality: "in_person",
            providers: providers.map(({ ref }) => ref),
            contract: { required_evidence: [], dispute_window_hours: 1, verification_deadline_hours: 1 },
          },
        ],
        clients: each(size.clients, (n) => ({ ref: `client-${n}`, name: `Client ${n}`, last_name: "Town" })),
      },
    ],
    keys: {
      organization: { organization: SLUG },
      ...Object.fromEntries(named("provider", size.providers)),
      ...Object.fromEntries(named("client", size.clients)),
      ...Object.fromEntries(agentIdsOf(size).map((agent) => [agent, { organization: SLUG, agent }])),
    },
  };
}
