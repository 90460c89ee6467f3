import { isoInstant, SandboxClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { plantSeed } from "../../src/seed/plant-seed.ts";
import { parseSeedDocument } from "../../src/seed/seed-document.ts";
import { startNode } from "../../src/serve.ts";
import { succeeded } from "../../src/testing/clinic.ts";
import { PartyClient } from "../../src/testing/party-client.ts";
import { newTestDatabase } from "../../src/testing/test-database.ts";
import { Chance } from "../chance.ts";
import { ALL_ZONES } from "./cases.ts";
import { clocksOf, DAY } from "./oracle.ts";

export interface BookingOptions {
  /** How many days of a change. */
  readonly days: number;
  readonly seed: number;
  /** Zones that are taken; by chance unless told. */
  readonly zones?: readonly string[];
}

/** A day in a zone on which its clocks are changed. */
interface ChangeDay {
  readonly zone: string;
  /** First minute after the change, in minutes since the epoch. */
  readonly change: number;
}

const FROM = Date.UTC(2027, 0, 1) / 60_000;

/**
 * Asks a node over HTTP for the slots around changes of the clocks, and books every one of them, each with nobody else in
 * the way.
 * @throws {Error} naming the slot that was offered and not booked, or the day on which none was offered
 */
export async function bookEverythingOffered({
  days,
  seed,
  zones,
}: BookingOptions): Promise<{ days: number; slots: number }> {
  const chosen = changeDays(new Chance(seed), days, zones);
  const [first] = chosen;
  if (first === undefined) return { days: 0, slots: 0 };
  const database = await newTestDatabase();
  const clock = new SandboxClock({ now: () => (first.change - 3 * DAY) * 60_000 });
  const config = readConfig({}, { database: database.location, port: 0, logLevel: "silent", sandboxClock: true });
  const node = await startNode(config, clock);
  let slots = 0;
  try {
    for (const [index, day] of chosen.entries()) {
      clock.set(Math.max(clock.now(), (day.change - 3 * DAY) * 60_000));
      const slug = `zone-${index}`;
      const keys = await node.services.database.transaction((tx) => plantSeed(tx, clock, seedFor(slug, day.zone)));
      slots += await bookDay(new PartyClient(node.url, keys, "organization"), slug, day);
    }
  } finally {
    await node.close();
    await database.drop();
  }
  return { days: chosen.length, slots };
}

function changeDays(chance: Chance, count: number, zones: readonly string[] = ALL_ZONES): ChangeDay[] {
  const changing = zones.filter((zone) => clocksOf(zone).changes.some((change) => change > FROM));
  return Array.from({ length: count }, (_, n) => {
    const zone = zones.length === count ? (zones[n] ?? "UTC") : chance.of(changing);
    return { zone, change: chance.of(clocksOf(zone).changes.filter((change) => change > FROM)) };
  }).toSorted((one, other) => one.change - other.change);
}

async function bookDay(client: PartyClient, slug: string, { zone, change }: ChangeDay): Promise<number> {
  const date = new Date(clocksOf(zone).wall(change - 1) * 60_000).toISOString().slice(0, 10);
  const { body: catalogue } = succeeded(await client.call("services.list", { org_slug: slug }));
  const service = catalogue.data[0].id as string;
  const email = "ana@correo.example";
  const known = succeeded(await client.call("clients.get_or_create", { email, name: "Ana", last_name: "Silva" }));
  const asked = { org_slug: slug, service_id: service, date_from: date, date_to: date };
  const { body } = succeeded(await client.call("scheduling.check_availability", asked));
  const slots = body.data as readonly { attributes: { start: string; starts_at: string; provider_id: string } }[];
  if (slots.length === 0) throw new Error(`Nothing is offered in ${zone} on ${date}.`);
  for (const { attributes } of slots) {
    const startsAt = attributes.starts_at ?? attributes.start;
    const booked = await client.call("scheduling.book", {
      service_id: service,
      provider_id: attributes.provider_id,
      client_id: known.body.data.id,
      starts_at: startsAt,
    });
    if (booked.status !== 201) {
      throw new Error(`${startsAt} was offered in ${zone} and could not be booked: ${booked.text.slice(0, 300)}`);
    }
    const session = booked.body.data;
    const scheduled = session.attributes.schedule.scheduled_for ?? session.attributes.starts_at ?? startsAt;
    if (isoInstant(Date.parse(scheduled)) !== isoInstant(Date.parse(startsAt))) {
      throw new Error(`${startsAt} was offered in ${zone}, and ${scheduled} was booked`);
    }
    succeeded(await client.call("scheduling.cancel", { session_id: session.id, reason: "next slot" }));
  }
  return slots.length;
}

function seedFor(slug: string, zone: string) {
  return parseSeedDocument({
    organizations: [
      {
        slug,
        name: slug,
        vertical: "health",
        country: "cl",
        timezone: zone,
        currency: "CLP",
        discoverable: true,
        resources: [],
        providers: [
          {
            ref: "p",
            name: "Provider",
            availability: [
              { days: [0, 1, 2, 3, 4, 5, 6], from: "00:00", to: "04:00" },
              { days: [0, 1, 2, 3, 4, 5, 6], from: "22:30", to: "24:00" },
            ],
          },
        ],
        offers: [
          {
            ref: "o",
            type: "tutoring",
            name: "Hour",
            duration_minutes: 45,
            price: 10_000,
            modality: "virtual",
            providers: ["p"],
          },
        ],
        clients: [],
      },
    ],
    keys: { organization: { organization: slug } },
  });
}
