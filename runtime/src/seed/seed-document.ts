import { type Static, type TSchema, Type } from "typebox";
import { Compile } from "typebox/compile";
import { assignmentPolicies } from "../rules/assignment.ts";

const Text = Type.String({ minLength: 1 });
const optional = <T extends TSchema>(schema: T) => Type.Optional(schema);

/** Weekly blocks: days 0 (Sunday) to 6, wall-clock times of the calendar's zone. */
const Week = Type.Array(
  Type.Object({
    days: Type.Array(Type.Integer({ minimum: 0, maximum: 6 }), { minItems: 1 }),
    from: Type.String({ pattern: "^([01]\\d|2[0-3]):[0-5]\\d$" }),
    to: Type.String({ pattern: "^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$" }),
  }),
  { minItems: 1 },
);

/** Days that are not as in other weeks; without times whole days. */
const Exceptions = Type.Array(
  Type.Object({
    from: Text,
    to: optional(Text),
    start: optional(Text),
    end: optional(Text),
    open: optional(Type.Boolean()),
    reason: optional(Text),
  }),
);

/** Facts about a provider by their keys. */
const ProfileSeed = Type.Record(
  Type.String(),
  Type.Object({ value: Type.Unknown(), visibility: optional(Type.Enum(["public", "unlisted", "private"])) }),
);

const Tiers = Type.Array(
  Type.Object({
    hours_before: Type.Number({ minimum: 0 }),
    inclusive: Type.Boolean(),
    penalty_percent: Type.Number({ minimum: 0, maximum: 100 }),
  }),
  { minItems: 1 },
);

/** Terms of an offer; what is left out takes the protocol's defaults (objects page 12). */
const ContractSeed = Type.Object({
  required_evidence: optional(Type.Array(Text)),
  dispute_window_hours: optional(Type.Integer({ minimum: 0 })),
  verification_deadline_hours: optional(Type.Integer({ minimum: 1, maximum: 72 })),
  confirmation_policy: optional(Type.Enum(["any", "client", "provider", "both", "auto"])),
  cancellation_policy: optional(
    Type.Object({ tiers: Tiers, latest_hours_before: optional(Type.Number({ minimum: 0 })) }),
  ),
  no_show_policy: optional(
    Type.Object({
      grace_minutes: Type.Integer({ minimum: 0 }),
      client: Type.Object({ penalty_percent: Type.Number({ minimum: 0, maximum: 100 }) }),
      provider: Type.Object({
        action: Type.Enum(["reassign", "cancel"]),
        penalty_percent: Type.Number({ minimum: 0, maximum: 100 }),
      }),
    }),
  ),
});

/** How an organization takes bookings. */
const BookingSeed = Type.Object(
  {
    requires_prepayment: optional(Type.Boolean()),
    min_advance_minutes: optional(Type.Integer({ minimum: 0 })),
    max_advance_days: optional(Type.Integer({ minimum: 1 })),
    public_lane: optional(Type.Boolean()),
    confirmation_ttl_minutes: optional(Type.Integer({ minimum: 1 })),
    booking_token_ttl_days: optional(Type.Integer({ minimum: 1 })),
    auto_assignment: optional(Type.Enum([...assignmentPolicies])),
    hide_providers: optional(Type.Boolean()),
  },
  { additionalProperties: false },
);

const OrganizationSeed = Type.Object({
  slug: Type.String({ pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" }),
  name: Text,
  description: optional(Text),
  vertical: Text,
  country: Type.String({ pattern: "^[a-z]{2}$" }),
  location: optional(Text),
  timezone: Text,
  currency: Type.String({ pattern: "^[A-Z]{3}$" }),
  contact_email: optional(Text),
  website: optional(Text),
  discoverable: Type.Boolean(),
  booking: optional(BookingSeed),
  members: optional(
    Type.Array(
      Type.Object({ ref: Text, name: Text, email: optional(Text), role: Type.Enum(["administrator", "staff"]) }),
    ),
  ),
  /** The administrator who consented to `discoverable`. */
  published_by: optional(Text),
  /** Days on which all of its calendars are closed. */
  exceptions: optional(Exceptions),
  resources: Type.Array(
    Type.Object({
      ref: Text,
      name: Text,
      type: Type.Enum(["room", "box", "chair", "equipment"]),
      capacity: Type.Integer({ minimum: 1 }),
      buffer_minutes: Type.Integer({ minimum: 0 }),
      equipment: optional(Type.Array(Text)),
      location: optional(Text),
      availability: Week,
      exceptions: optional(Exceptions),
    }),
  ),
  providers: Type.Array(
    Type.Object({
      ref: Text,
      name: Text,
      email: optional(Text),
      specialties: optional(Type.Array(Text)),
      credentials: optional(Type.Array(Text)),
      /** Rank for automatic assignment by priority; lower goes first. */
      priority: optional(Type.Integer()),
      availability: Week,
      exceptions: optional(Exceptions),
      profile: optional(ProfileSeed),
    }),
  ),
  offers: Type.Array(
    Type.Object({
      ref: Text,
      type: Text,
      name: Text,
      description: optional(Text),
      duration_minutes: Type.Integer({ minimum: 1 }),
      price: Type.Number({ minimum: 0 }),
      modality: Type.Enum(["in_person", "virtual", "home_visit"]),
      visibility: optional(Type.Enum(["public", "unlisted", "private"])),
      requires_resource: optional(Type.Boolean()),
      requires_prepayment: optional(Type.Boolean()),
      requirements: optional(Type.Array(Text)),
      address: optional(Text),
      providers: Type.Array(Text, { minItems: 1 }),
      contract: optional(ContractSeed),
    }),
  ),
  clients: Type.Array(
    Type.Object({
      ref: Text,
      name: Text,
      last_name: Text,
      email: optional(Text),
      phone: optional(Text),
      payer: optional(Text),
      titular_provider: optional(Text),
    }),
  ),
});

const SeedDocument = Type.Object({
  organizations: Type.Array(OrganizationSeed, { minItems: 1 }),
  /**
   * Keys to make, by the name under which they stand in the keys file: the organization's, or `provider` and `client`
   * with a ref, or `agent` with the id that mandates are given to.
   */
  keys: Type.Record(
    Type.String(),
    Type.Object({ organization: Text, provider: optional(Text), client: optional(Text), agent: optional(Text) }),
  ),
});

/** What an organization that is there already is given, in the words of a seed: new providers, offers, rooms, clients. */
const Stock = Type.Partial(Type.Pick(OrganizationSeed, ["resources", "providers", "offers", "clients", "exceptions"]));

export type Stock = Static<typeof Stock>;
export type SeedDocument = Static<typeof SeedDocument>;
export type OrganizationSeed = Static<typeof OrganizationSeed>;
export type ContractSeed = Static<typeof ContractSeed>;
export type ExceptionsSeed = Static<typeof Exceptions>;
export type WeekSeed = Static<typeof Week>;

const document = Compile(SeedDocument);
const stock = Compile(Stock);

/**
 * Reads what a node is to be seeded with.
 * @throws {Error} naming the first place that is wrong
 */
export function parseSeedDocument(value: unknown): SeedDocument {
  if (document.Check(value)) return value as SeedDocument;
  throw invalidDocument("seed", document.Errors(value));
}

/**
 * Reads what an organization is to be given.
 * @throws {Error} naming the first place that is wrong
 */
export function parseStock(value: unknown): Stock {
  if (stock.Check(value)) return value as Stock;
  throw invalidDocument("stock", stock.Errors(value));
}

function invalidDocument(kind: string, [first]: readonly { instancePath: string; message: string }[]): Error {
  return new Error(
    `The ${kind} document is not valid at ${first?.instancePath || "/"}: ${first?.message ?? "unknown fault"}.`,
  );
}
