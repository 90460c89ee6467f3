// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

import { z } from "zod";

/** Length in code points, as JSON Schema counts. */
const lengthBetween = (minimum: number, maximum: number) => (text: string) => {
  const length = [...text].length;
  return length >= minimum && length <= maximum;
};

const has = (value: object, name: string, values: readonly unknown[]) => values.includes((value as Record<string, unknown>)[name]);

const present = (value: object, name: string) => (value as Record<string, unknown>)[name] !== undefined;

const countPresent = (value: object, names: readonly string[]) => names.filter((name) => present(value, name)).length;

/** Text that is the same for equal values, whatever the order of their members. */
const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, item: unknown) =>
    typeof item === "object" && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );

const allDifferent = (items: readonly unknown[]) => new Set(items.map(canonical)).size === items.length;

/** Where tasks are taken. */
export const A2aEndpoint = z.literal("/servicialo/v1/a2a");

/** Errors of the endpoint. */
export const A2aError = z.literal("parse_error");

/** What the endpoint can be asked. */
export const A2aMethod = z.literal("message/send");

/** States of a task. */
export const A2aTaskState = z.enum(["working", "completed"]);

/** An opaque id. */
export const Id = z.string().refine(lengthBetween(1, 8));

/** Role of a person. */
export const Role = z.enum(["client", "the-provider"]);

/** Who acts. */
export const Actor = z.strictObject({
  role: Role,
  licence: Id.optional(),
}).refine((value) => !has(value, "role", ["the-provider"]) || present(value, "licence"), { path: ["licence"] });

/** A photo taken on arrival. */
export const ArrivalPhoto = z.looseObject({
  moment: z.enum(["arrival", "departure"]),
  uri: z.string(),
});

/** A calendar day. */
export const Day = z.string().regex(new RegExp("^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])$", "u"));

/** Where a visit takes place. */
export const Place = z.looseObject({
  room: z.int().min(1).max(9).optional(),
  address: z.string().refine(lengthBetween(2, 20)).optional(),
}).refine((value) => countPresent(value, ["room", "address"]) === 1, { path: ["room"] });

/** Asks for a visit. */
export const BookVisit = z.looseObject({
  day: Day.optional(),
  urgent: z.boolean().optional(),
  place: Place.optional(),
  actor: Actor.optional(),
}).refine((value) => countPresent(value, ["day", "urgent"]) >= 1, { path: ["day"] });

export const ErrorCode = z.enum(["NOT_FOUND", "CONFLICT"]);

/** Body of every refused request. */
export const ErrorDocument = z.looseObject({
  errors: z.array(z.string()),
});

/** A share of a whole. */
export const Percent = z.number().max(100).gt(0);

/** Shares of several payers. */
export const Split = z.record(z.string(), Percent);

/** How a visit is paid. */
export const Price = z.union([z.literal("free"), z.int().min(-2147483648).max(2147483647), Split]);

/** State of a visit. */
export const VisitState = z.enum(["booked", "done", "called-off"]);

/** A visit of several people. */
export const GroupVisit = z.looseObject({
  id: Id,
  state: VisitState,
  day: Day,
  places: z.array(Place).min(1).max(3).refine(allDifferent),
  price: Price,
  urgent: z.boolean(),
  replaced_by: z.union([Id, z.null()]),
  "the \"note\"": z.string().optional(),
  tags: z.union([z.array(z.string()).refine(allDifferent), z.null()]).optional(),
  extra: z.unknown().optional(),
  heads: z.literal([2, 3, 4]),
  paired: z.literal(true),
});

/** What a node says of itself. */
export const Health = z.looseObject({
  status: z.enum(["ok", "degraded"]),
});

/** Labels by language. */
export const Labels = z.record(z.string(), z.string());

/** Books a visit and looks at it, or only looks. */
export const ManageVisitTask = z.strictObject({
  action: z.enum(["book", "look"]),
  visit_id: Id.optional(),
  when_day: Day.optional(),
}).refine((value) => !has(value, "action", ["book"]) || present(value, "when_day"), { path: ["when_day"] });

/** Labels by language, with one that is always there. */
export const NamedLabels = z.looseObject({
  name: z.string(),
}).catchall(z.union([z.string(), Split]));

/** Any document. */
export const Paper = z.looseObject({
  pages: z.int().min(-2147483648).max(2147483647).optional(),
});

export const ProofType = z.enum(["photo", "doc"]);

export const Scope = z.enum(["visit:read", "visit:write"]);

export const Vertical = z.literal("health");

/** A visit. */
export const Visit = z.looseObject({
  id: Id,
  state: VisitState,
  day: Day,
  places: z.array(Place).min(1).max(3).refine(allDifferent),
  price: Price,
  urgent: z.boolean(),
  replaced_by: z.union([Id, z.null()]),
  "the \"note\"": z.string().optional(),
  tags: z.union([z.array(z.string()).refine(allDifferent), z.null()]).optional(),
  extra: z.unknown().optional(),
});

/** Everything about visits in one piece. */
export const VisitOverview = z.looseObject({
  visits: z.array(Id),
});
