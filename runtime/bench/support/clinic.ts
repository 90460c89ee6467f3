import { SandboxClock } from "../../src/clock.ts";
import { readConfig } from "../../src/config.ts";
import { parseSeedDocument, type SeedDocument } from "../../src/seed/seed-document.ts";

/** Monday morning in Santiago. Time stands still in a bench, so that what is recorded once can be replayed. */
export const NOW = Date.parse("2026-03-02T08:00:00-03:00");

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;

/** Length of every session here. */
export const SESSION_MS = 30 * MINUTE;

export const PROVIDERS = 10;
export const CLIENTS = 200;

/** Midday UTC, a morning at the clinic, of the first day on which nothing is booked yet: beyond every span asked for. */
export const FREE_FROM = Date.parse("2026-04-20T12:00:00Z");

export const SLUG = "clinica-bench";

/** Sessions that a provider has room for in a day, in the hours that are open before and after clocks are changed. */
export const SEATS_A_DAY = 20;

const daily = [{ days: [0, 1, 2, 3, 4, 5, 6], from: "08:00", to: "20:00" }];
const named = (prefix: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ ref: `${prefix}-${index}`, name: `${prefix} ${index}` }));

/** A clinic that opens every day: ten providers, a box for each, and one offer, delivered by all of them in a box. */
export function benchClinic(): SeedDocument {
  const resource = { type: "box", capacity: 1, buffer_minutes: 0, availability: daily };
  return parseSeedDocument({
    organizations: [
      {
        ...{ slug: SLUG, name: "Clinic of the benches", vertical: "health", country: "cl" },
        ...{ timezone: "America/Santiago", currency: "CLP", discoverable: true, booking: { public_lane: true } },
        resources: named("box", PROVIDERS).map((one) => ({ ...one, ...resource })),
        providers: named("provider", PROVIDERS).map((one) => ({ ...one, availability: daily })),
        offers: [
          {
            ...{ ref: "treatment", type: "treatment", name: "Treatment", duration_minutes: SESSION_MS / MINUTE },
            ...{ price: 35_000, modality: "in_person", requires_resource: true },
            providers: named("provider", PROVIDERS).map(({ ref }) => ref),
            contract: { required_evidence: ["gps_checkin", "gps_checkout"] },
          },
        ],
        clients: named("client", CLIENTS).map((one) => ({ ...one, last_name: "Bench" })),
      },
    ],
    keys: {
      ...Object.fromEntries(
        named("provider", PROVIDERS).map(({ ref }) => [ref, { organization: SLUG, provider: ref }]),
      ),
      organization: { organization: SLUG },
      agent: { organization: SLUG, agent: "agent_bench" },
    },
  });
}

/** A clock that stands still. */
export const benchClock = () => new SandboxClock({ now: () => NOW });

/** A node's configuration without limits that a bench would run into. */
export function benchConfig(database: string) {
  const unlimited = { publicRateLimit: 1_000_000_000, publicOrganizationRateLimit: 1_000_000_000 };
  return readConfig({}, { database, port: 0, logLevel: "silent", sandboxClock: true, ...unlimited });
}
