import { isoInstant } from "../../src/clock.ts";
import { DAY, FREE_FROM, NOW, PROVIDERS, SEATS_A_DAY, SESSION_MS, SLUG } from "./clinic.ts";
import type { Cast } from "./stage.ts";

/** What a step of an operation is asked for: the ids and the instant in which one call differs from the next. */
export interface Input {
  readonly startsAt?: number;
  readonly ids: readonly string[];
}

/** One request to a node. */
export interface NodeRequest {
  readonly method: "GET" | "POST";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** An operation of the benches: one request or several in a row. */
export interface Operation {
  readonly steps: readonly ((cast: Cast, input: Input) => NodeRequest)[];
  /** The n-th input; no two are alike where the operation writes. */
  readonly input: (cast: Cast, n: number) => Input;
}

const PLACE = { lat: -33.4263, lng: -70.6171 };

const date = (days: number) => isoInstant(NOW + days * DAY).slice(0, 10);

function get(cast: Cast, path: string): NodeRequest {
  return { method: "GET", path, headers: { authorization: `Bearer ${cast.token}` } };
}

function command(cast: Cast, path: string, type: string, attributes: object, token = cast.token): NodeRequest {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/vnd.api+json" };
  return { method: "POST", path, headers, body: JSON.stringify({ data: { type, attributes } }) };
}

function availability(days: number): Operation {
  return {
    steps: [
      (cast) =>
        get(
          cast,
          `/servicialo/v1/availability?org_slug=${SLUG}&service_id=${cast.offerId}&date_from=${date(1)}&date_to=${date(days)}`,
        ),
    ],
    input: () => ({ ids: [] }),
  };
}

/** The n-th free place of the calendars: provider, box and client who all have nothing else then. */
function freePlace(cast: Cast, n: number): Input {
  const at = (list: readonly string[], index: number) => list[index % list.length] ?? "";
  const seat = n % PROVIDERS;
  const place = Math.floor(n / PROVIDERS);
  const startsAt = FREE_FROM + Math.floor(place / SEATS_A_DAY) * DAY + (place % SEATS_A_DAY) * SESSION_MS;
  return { startsAt, ids: [at(cast.providers, seat), at(cast.resources, seat), at(cast.clients, n)] };
}

export function bookingRequest(cast: Cast, { startsAt = 0, ids }: Input, agent?: object): NodeRequest {
  const [provider_id, resource_id, client_id] = ids;
  const attributes = { service_id: cast.offerId, provider_id, resource_id, client_id, starts_at: isoInstant(startsAt) };
  const actor = agent ?? { type: "organization", id: cast.organizationId };
  const token = agent ? cast.agentToken : cast.token;
  return command(cast, "/servicialo/v1/sessions", "sessions", { ...attributes, actor }, token);
}

/** Something that its provider does with a session. */
const onSession =
  (name: string, type: string, attributes: object) =>
  (cast: Cast, { ids: [session, provider = ""] }: Input) => {
    const given = { ...attributes, actor: { type: "provider", id: provider } };
    const token = cast.providerTokens[cast.providers.indexOf(provider)];
    return command(cast, `/servicialo/v1/sessions/${session}/${name}`, type, given, token);
  };

/** The n-th session that was planted to be lived through; see plant.ts. */
export const stockId = (n: number) => `ses_stock${String(n).padStart(8, "0")}`;

/** The n-th session of the past that was planted; see plant.ts. */
export const pastId = (n: number) => `ses_past${String(n).padStart(9, "0")}`;

export const operations = {
  "availability, a week": availability(7),
  "availability, a month": availability(30),
  book: { steps: [(cast, input) => bookingRequest(cast, input)], input: freePlace },
  "confirm, check in, check out": {
    steps: [
      onSession("confirm", "confirmations", {}),
      onSession("checkin", "checkins", { location: PLACE }),
      onSession("checkout", "checkouts", { location: PLACE }),
    ],
    input: (cast, n) => ({ ids: [stockId(n), cast.providers[n % PROVIDERS] ?? ""] }),
  },
  get_state: {
    steps: [(cast, input) => get(cast, `/servicialo/v1/sessions/${input.ids[0]}/lifecycle`)],
    input: (_cast, n) => ({ ids: [pastId((n * 7919) % 1000)] }),
  },
  list: { steps: [(cast) => get(cast, `/servicialo/v1/organizations/${SLUG}/services`)], input: () => ({ ids: [] }) },
} satisfies Readonly<Record<string, Operation>> as Readonly<Record<OperationName, Operation>>;

export type OperationName =
  | "availability, a week"
  | "availability, a month"
  | "book"
  | "confirm, check in, check out"
  | "get_state"
  | "list";

/** The name of an operation as a part of a path. */
export function slugOf(name: string): string {
  return name.replaceAll(/[^a-z_]+/g, "-");
}
