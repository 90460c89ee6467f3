// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

import { Type } from "typebox";

/** Where tasks are taken. */
export const A2aEndpoint = Type.Literal("/servicialo/v1/a2a");

/** Errors of the endpoint. */
export const A2aError = Type.Literal("parse_error");

/** What the endpoint can be asked. */
export const A2aMethod = Type.Literal("message/send");

/** States of a task. */
export const A2aTaskState = Type.Enum(["working", "completed"]);

/** An opaque id. */
export const Id = Type.String({ minLength: 1, maxLength: 8 });

/** Role of a person. */
export const Role = Type.Enum(["client", "the-provider"]);

/** Who acts. */
export const Actor = Type.Object({
  role: Role,
  licence: Type.Optional(Id),
}, { additionalProperties: false, allOf: [
  {
    if: { properties: { role: { enum: ["the-provider"] } }, required: ["role"] },
    then: { required: ["licence"] },
  },
] });

/** A photo taken on arrival. */
export const ArrivalPhoto = Type.Object({
  moment: Type.Enum(["arrival", "departure"]),
  uri: Type.String(),
});

/** A calendar day. */
export const Day = Type.String({ pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])$" });

/** Where a visit takes place. */
export const Place = Type.Object({
  room: Type.Optional(Type.Integer({ minimum: 1, maximum: 9 })),
  address: Type.Optional(Type.String({ minLength: 2, maxLength: 20 })),
}, { allOf: [{ oneOf: [{ required: ["room"] }, { required: ["address"] }] }] });

/** Asks for a visit. */
export const BookVisit = Type.Object({
  day: Type.Optional(Day),
  urgent: Type.Optional(Type.Boolean()),
  place: Type.Optional(Place),
  actor: Type.Optional(Actor),
}, { allOf: [{ anyOf: [{ required: ["day"] }, { required: ["urgent"] }] }] });

export const ErrorCode = Type.Enum(["NOT_FOUND", "CONFLICT"]);

/** Body of every refused request. */
export const ErrorDocument = Type.Object({
  errors: Type.Array(Type.String()),
});

/** A share of a whole. */
export const Percent = Type.Number({ maximum: 100, exclusiveMinimum: 0 });

/** Shares of several payers. */
export const Split = Type.Object({}, { additionalProperties: Percent });

/** How a visit is paid. */
export const Price = Type.Union([Type.Literal("free"), Type.Integer({ minimum: -2147483648, maximum: 2147483647 }), Split]);

/** State of a visit. */
export const VisitState = Type.Enum(["booked", "done", "called-off"]);

/** A visit of several people. */
export const GroupVisit = Type.Object({
  id: Id,
  state: VisitState,
  day: Day,
  places: Type.Array(Place, { minItems: 1, maxItems: 3, uniqueItems: true }),
  price: Price,
  urgent: Type.Boolean(),
  replaced_by: Type.Union([Id, Type.Null()]),
  "the \"note\"": Type.Optional(Type.String()),
  tags: Type.Optional(Type.Union([Type.Array(Type.String(), { uniqueItems: true }), Type.Null()])),
  extra: Type.Optional(Type.Unknown()),
  heads: Type.Enum([2, 3, 4]),
  paired: Type.Literal(true),
});

/** What a node says of itself. */
export const Health = Type.Object({
  status: Type.Enum(["ok", "degraded"]),
});

/** Labels by language. */
export const Labels = Type.Object({}, { additionalProperties: Type.String() });

/** Books a visit and looks at it, or only looks. */
export const ManageVisitTask = Type.Object({
  action: Type.Enum(["book", "look"]),
  visit_id: Type.Optional(Id),
  when_day: Type.Optional(Day),
}, { additionalProperties: false, allOf: [
  {
    if: { properties: { action: { enum: ["book"] } }, required: ["action"] },
    then: { required: ["when_day"] },
  },
] });

/** Labels by language, with one that is always there. */
export const NamedLabels = Type.Object({
  name: Type.String(),
}, { additionalProperties: Type.Union([Type.String(), Split]) });

/** Any document. */
export const Paper = Type.Object({
  pages: Type.Optional(Type.Integer({ minimum: -2147483648, maximum: 2147483647 })),
});

export const ProofType = Type.Enum(["photo", "doc"]);

export const Scope = Type.Enum(["visit:read", "visit:write"]);

export const Vertical = Type.Literal("health");

/** A visit. */
export const Visit = Type.Object({
  id: Id,
  state: VisitState,
  day: Day,
  places: Type.Array(Place, { minItems: 1, maxItems: 3, uniqueItems: true }),
  price: Price,
  urgent: Type.Boolean(),
  replaced_by: Type.Union([Id, Type.Null()]),
  "the \"note\"": Type.Optional(Type.String()),
  tags: Type.Optional(Type.Union([Type.Array(Type.String(), { uniqueItems: true }), Type.Null()])),
  extra: Type.Optional(Type.Unknown()),
});

/** Everything about visits in one piece. */
export const VisitOverview = Type.Object({
  visits: Type.Array(Id),
});
