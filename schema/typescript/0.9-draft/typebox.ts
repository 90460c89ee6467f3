// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

import { Type } from "typebox";

/** What an A2A agent can do beyond answering. */
export const A2aCapabilities = Type.Object({
  streaming: Type.Optional(Type.Boolean({ default: false })),
  pushNotifications: Type.Optional(Type.Boolean()),
  stateTransitionHistory: Type.Optional(Type.Boolean()),
});

/** A short text of one line. */
export const ShortText = Type.String({ minLength: 1, maxLength: 200 });

/** An absolute URI of any scheme, without credentials in it. */
export const Uri = Type.String({ pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$", maxLength: 2048 });

/** An address where an A2A agent is reached, as A2A 1.0 writes it. */
export const A2aInterface = Type.Object({
  url: Uri,
  protocolBinding: ShortText,
  protocolVersion: ShortText,
});

/** Who runs an A2A agent. */
export const A2aProvider = Type.Object({
  organization: ShortText,
  url: Type.Optional(Uri),
});

/** Addresses of a node's doors. */
export const ManifestEndpoints = Type.Object({
  rest: Type.Optional(Uri),
  mcp: Type.Optional(Uri),
  a2a: Type.Optional(Uri),
  health: Type.Optional(Uri),
});

/** A protocol version, `major.minor`; a patch part is ignored (E-13). */
export const ProtocolVersion = Type.String({ pattern: "^\\d+\\.\\d+(?:\\.\\d+)?$" });

/** What A2A does not know about a node of this protocol. */
export const A2aServicialoExtension = Type.Object({
  protocolVersion: Type.Optional(ProtocolVersion),
  implementer: Type.Optional(Type.String()),
  endpoints: Type.Optional(ManifestEndpoints),
  registry: Type.Optional(Uri),
});

/** One type of task an A2A agent takes. */
export const A2aSkill = Type.Object({
  id: Type.String({ minLength: 1, maxLength: 128 }),
  name: ShortText,
  description: Type.Optional(Type.String()),
  tags: Type.Optional(Type.Array(Type.String())),
  examples: Type.Optional(Type.Array(Type.String())),
  inputSchema: Type.Optional(Type.Object({})),
});

/** A version of three numbers. */
export const SemanticVersion = Type.String({ pattern: "^\\d+\\.\\d+\\.\\d+$" });

/** An organization as an A2A agent. */
export const A2aCard = Type.Object({
  name: ShortText,
  description: Type.Optional(Type.String()),
  url: Uri,
  version: Type.String(),
  protocolVersion: Type.Optional(SemanticVersion),
  supportedInterfaces: Type.Optional(Type.Array(A2aInterface)),
  provider: Type.Optional(A2aProvider),
  capabilities: Type.Optional(A2aCapabilities),
  defaultInputModes: Type.Optional(Type.Array(Type.String())),
  defaultOutputModes: Type.Optional(Type.Array(Type.String())),
  skills: Type.Array(A2aSkill),
  authentication: Type.Optional(Type.Object({})),
  securitySchemes: Type.Optional(Type.Object({})),
  securityRequirements: Type.Optional(Type.Array(Type.Object({}))),
  "x-servicialo": Type.Optional(A2aServicialoExtension),
});

/** An e-mail address. */
export const Email = Type.String({ pattern: "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$", maxLength: 254 });

/** A telephone number; E.164 is recommended. */
export const Phone = Type.String({ pattern: "^\\+?[0-9](?:[0-9 ().-]{2,30}[0-9])$" });

/** Who a session is booked for, as some senders write it beside the params. */
export const A2aClient = Type.Object({
  email: Type.Optional(Email),
  name: Type.Optional(ShortText),
  last_name: Type.Optional(ShortText),
  phone: Type.Optional(Phone),
});

/** An opaque identifier. Never parse it. */
export const Id = Type.String({ minLength: 1, maxLength: 128 });

/** An instant: ISO 8601 date-time with an offset or `Z`. Never a local time. */
export const Instant = Type.String({ pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$", maxLength: 35 });

/** Where a human confirms what an agent asks for (mandates page 10). */
export const A2aConfirmation = Type.Object({
  confirmation_id: Id,
  expires_at: Type.Optional(Instant),
  decide_url: Uri,
});

/** Paths at which an organization takes A2A tasks; all mean the same. */
export const A2aEndpoint = Type.Enum(["/servicialo/v1/organizations/{org_slug}/a2a", "/api/servicialo/{org_slug}/a2a"]);

/** JSON-RPC errors of the A2A endpoint. The array `errors` of the HTTP profile stands in their data. */
export const A2aError = Type.Enum([
  "parse_error",
  "invalid_request",
  "method_not_found",
  "invalid_params",
  "internal_error",
  "unauthorized",
  "refused",
  "rate_limited",
]);

/** What the A2A endpoint can be asked, by the names of A2A 0.3; those of A2A 1.0 mean the same. */
export const A2aMethod = Type.Enum(["message/send", "tasks/get", "tasks/cancel"]);

/** What became of one step of a task. */
export const A2aStepOutcome = Type.Enum(["done", "refused", "left_out"]);

/** One step of a task as it went. */
export const A2aStepRecord = Type.Object({
  operation: ShortText,
  outcome: A2aStepOutcome,
  status: Type.Optional(Type.Integer({ minimum: -2147483648, maximum: 2147483647 })),
  id: Type.Optional(Id),
});

/** States of an A2A task (E-11). */
export const A2aTaskState = Type.Enum(["submitted", "working", "input-required", "completed", "failed", "canceled", "rejected"]);

/** The data part that says how a task stands: in its artifact once it has ended, in the message of its status before. */
export const A2aTaskOutcome = Type.Object({
  intent: Type.Optional(Type.String()),
  status: A2aTaskState,
  result: Type.Optional(Type.Unknown()),
  steps: Type.Array(A2aStepRecord),
  missing: Type.Optional(Type.Array(Type.String())),
  missing_one_of: Type.Optional(Type.Array(Type.String())),
  task_types: Type.Optional(Type.Array(Type.String())),
  confirmation: Type.Optional(A2aConfirmation),
});

/** Kinds of party that may claim to act. `system` appears in records only. */
export const ActorType = Type.Enum(["client", "provider", "organization", "agent"]);

/** Kinds of party that an actor may stand in for. */
export const RepresentedType = Type.Enum(["client", "provider", "organization"]);

/** The party that an actor stands in for. */
export const OnBehalfOf = Type.Object({
  type: Type.Union([Type.Enum(["patient", "professional"]), RepresentedType]),
  id: Id,
});

/** A UUID of any version, in its canonical form. */
export const Uuid = Type.String({ pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$" });

/**
 * Who acts: a claim, checked against the credential (D-23). An agent always names its mandate (D-24); one that does not is
 * well-formed, and refused by check 0 with `MANDATE_REQUIRED`.
 */
export const Actor = Type.Object({
  type: ActorType,
  id: Id,
  mandate_id: Type.Optional(Uuid),
  confirmation_id: Type.Optional(Id),
  on_behalf_of: Type.Optional(OnBehalfOf),
});

/** The data part of a message that begins a task, or goes on with one. It wins over every text beside it. */
export const A2aTaskRequest = Type.Object({
  intent: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  params: Type.Optional(Type.Object({})),
  actor: Type.Optional(Actor),
  client: Type.Optional(A2aClient),
});

/** Who may ask a node: the three tiers of access. */
export const AccessTier = Type.Enum(["0", "1", "2"]);

/** Accepts a proposed order. */
export const ActivateServiceOrder = Type.Object({
  actor: Type.Optional(Actor),
});

/** Ways to authenticate. */
export const AuthenticationType = Type.Enum(["api_key", "oauth2", "none"]);

/** A count, 0 or more. */
export const Count = Type.Integer({ minimum: 0, maximum: 2147483647 });

/** A scope of a node's own, `x-{domain}:{action}`. */
export const CustomScope = Type.String({ pattern: "^x-[a-z0-9-]+:[a-z_]+$", maxLength: 128 });

/** Every scope a mandate can grant: `resource:action`, additive, denied by default. No scope implies another. */
export const Scope = Type.Enum([
  "schedule:read",
  "schedule:write",
  "patient:read",
  "patient:write",
  "service:read",
  "service:write",
  "payment:read",
  "payment:write",
  "document:read",
  "document:write",
  "evidence:write",
  "order:read",
  "order:write",
  "discovery:read",
  "profile:write",
  "mandate:read",
  "mandate:admin",
  "resource:read",
  "resource:write",
  "resolve:write",
  "telemetry:write",
]);

/** One scope as a mandate names it. An unknown one without `x-` is refused (M-02). */
export const MandateScope = Type.Union([Scope, CustomScope]);

/** How to authenticate. */
export const AgentCardAuthentication = Type.Object({
  type: AuthenticationType,
  registration_url: Type.Optional(Uri),
  scopes: Type.Optional(Type.Array(MandateScope)),
  public_tools_count: Type.Optional(Count),
  authenticated_tools_count: Type.Optional(Count),
});

/** Forms in which a delivery is shown. Each has its payload. */
export const EvidenceType = Type.Enum(["gps", "signature", "photo", "document", "duration", "notes"]);

/** Exception flows as cards name them (E-09). Conformance counts client and provider no-shows apart. */
export const ExceptionFlow = Type.Enum(["cancellation", "no_show", "rescheduling", "dispute", "partial_delivery", "resource_conflict"]);

/** States of one delivery. The eight core states are passed strictly in order; none can be skipped. */
export const ServiceState = Type.Enum([
  "requested",
  "pending_confirmation",
  "scheduled",
  "confirmed",
  "in_progress",
  "delivered",
  "documented",
  "charged",
  "verified",
  "cancelled",
  "disputed",
  "reassigning",
  "rescheduling",
  "partial",
]);

/** What the organization's node really does. */
export const AgentCardCapabilities = Type.Object({
  lifecycle_states: Type.Array(ServiceState, { minItems: 6 }),
  exception_flows: Type.Array(ExceptionFlow, { minItems: 3 }),
  evidence_types: Type.Array(EvidenceType),
  service_orders: Type.Optional(Type.Boolean()),
  resources: Type.Optional(Type.Boolean()),
  a2a: Type.Optional(Type.Boolean()),
  mandates: Type.Optional(Type.Boolean()),
});

/** Where the organization can be reached: over MCP, HTTP or A2A, one of them at least (E-08). */
export const AgentCardEndpoints = Type.Object({
  mcp: Type.Optional(Uri),
  rest: Type.Optional(Uri),
  a2a: Type.Optional(Uri),
  booking: Type.Optional(Uri),
}, { allOf: [{ anyOf: [{ required: ["mcp"] }, { required: ["rest"] }, { required: ["a2a"] }] }] });

/** Name of an organization in a card: words of letters and digits, joined by single hyphens. */
export const CardSlug = Type.String({ pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$", maxLength: 50 });

/** A country, ISO 3166-1 alpha-2 in lower case. */
export const CountryCode = Type.String({ pattern: "^[a-z]{2}$" });

/** A calendar day without a zone, `YYYY-MM-DD`. */
export const LocalDate = Type.String({ pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))$" });

/** Name of a time zone in the IANA database. */
export const TimeZone = Type.String({ pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$", maxLength: 64 });

/** How far a party is trusted, 0 to 100; computed from verified deliveries, never self-declared. */
export const TrustScore = Type.Number({ minimum: 0, maximum: 100 });

/** The organization a card is about. */
export const AgentCardOrganization = Type.Object({
  slug: CardSlug,
  name: ShortText,
  vertical: ShortText,
  country: CountryCode,
  timezone: TimeZone,
  description: Type.Optional(Type.String({ maxLength: 500 })),
  trust_score: Type.Optional(TrustScore),
  verified_deliveries: Type.Optional(Count),
  active_since: Type.Optional(LocalDate),
});

/** A provider in a card. */
export const AgentCardProvider = Type.Object({
  id: Id,
  name: ShortText,
  specializations: Type.Optional(Type.Array(Type.String())),
  trust_score: Type.Optional(TrustScore),
  services: Type.Optional(Type.Array(Id)),
});

/** An amount without its currency, which stands beside it or follows from the order, offer or sale. Major units. */
export const BareAmount = Type.Number({ minimum: 0 });

/** A currency, ISO 4217. */
export const CurrencyCode = Type.String({ pattern: "^[A-Z]{3}$" });

/** A price as cards print it. */
export const CardPrice = Type.Object({
  amount: BareAmount,
  currency: CurrencyCode,
});

/** How a service reaches its client (D-16). */
export const Modality = Type.Enum(["in_person", "virtual", "home_visit"]);

/** An offer in a card. */
export const AgentCardService = Type.Object({
  id: Id,
  name: ShortText,
  vertical: ShortText,
  duration_minutes: Type.Integer({ minimum: 5, maximum: 480 }),
  price: CardPrice,
  modality: Modality,
  description: Type.Optional(Type.String()),
  requires_resource: Type.Optional(Type.Boolean()),
  required_evidence: Type.Optional(Type.Array(Type.String())),
});

/** Discovery level 2: all an agent needs to know of one organization. Cached for five minutes; foreign members are allowed. */
export const AgentCard = Type.Object({
  version: SemanticVersion,
  organization: AgentCardOrganization,
  capabilities: AgentCardCapabilities,
  services: Type.Array(AgentCardService),
  providers: Type.Optional(Type.Array(AgentCardProvider)),
  endpoints: AgentCardEndpoints,
  authentication: AgentCardAuthentication,
});

/** The software that serves a list of organizations. */
export const Implementation = Type.Object({
  name: ShortText,
  protocol_version: ProtocolVersion,
  platform: ShortText,
});

/** Discovery level 1: one organization in the list of an implementation. */
export const OrgCard = Type.Object({
  slug: CardSlug,
  name: ShortText,
  vertical: ShortText,
  country: CountryCode,
  agent_card: Uri,
  description: Type.Optional(Type.String({ maxLength: 500 })),
  region: Type.Optional(Type.String({ maxLength: 200 })),
  trust_score: Type.Optional(TrustScore),
  services_count: Type.Optional(Count),
  providers_count: Type.Optional(Count),
  verified_deliveries: Type.Optional(Count),
  active_since: Type.Optional(LocalDate),
  last_heartbeat: Type.Optional(Instant),
});

/** Discovery level 1: the discoverable organizations of an implementation. Cached for an hour. */
export const AgentList = Type.Object({
  version: SemanticVersion,
  implementation: Implementation,
  organizations: Type.Array(OrgCard),
});

/** Billable time that the parties agreed on, in minutes. */
export const AgreedRangeMinutes = Type.Object({
  min: Type.Optional(Type.Number({ minimum: 0 })),
  max: Type.Optional(Type.Number({ minimum: 0 })),
});

/** A wall-clock time of the 24 h clock, `HH:mm`, in the zone that stands beside it. */
export const TimeOfDay = Type.String({ pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" });

/** A window of each day. A start after the end runs over midnight; a start equal to the end is the whole day. */
export const AllowedHours = Type.Object({
  start: TimeOfDay,
  end: TimeOfDay,
  timezone: TimeZone,
});

/** An amount of money. Held as an integer of the minor unit, never as a binary float (D-17). */
export const Money = Type.Object({
  value: BareAmount,
  currency: CurrencyCode,
});

/** A share of a whole, 0 to 100. */
export const Percent = Type.Number({ minimum: 0, maximum: 100 });

/** What the cancellation policy came to. */
export const AppliedCancellationPolicy = Type.Object({
  hours_before: Type.Number(),
  penalty: Money,
  refund: Money,
  penalty_percent: Percent,
});

/** A deliverable that the client has approved. */
export const ApprovedDeliverableData = Type.Object({
  uri: Uri,
  mime_type: Type.Optional(Type.String({ pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", maxLength: 255 })),
  document_type: Type.Literal("deliverable"),
  approved_by: Id,
  approved_at: Instant,
});

/** The party that has to answer. */
export const Approver = Type.Object({
  type: RepresentedType,
  id: Id,
});

/** How many arbitrators decide disputes up to an amount. */
export const ArbitrationTier = Type.Object({
  below: Type.Union([Money, Type.Null()]),
  arbitrators: Type.Integer({ minimum: 1, maximum: 2147483647 }),
});

/** Who decides a dispute that the evidence does not settle. */
export const ArbitrationPolicy = Type.Object({
  tiers: Type.Array(ArbitrationTier, { minItems: 1 }),
  resolution_hours: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647 })),
});

/** Who was present. */
export const AttendanceRecordData = Type.Object({
  document_type: Type.Literal("attendance_record"),
  student_present: Type.Boolean(),
  instructor_present: Type.Boolean(),
  session_start: Type.Optional(Instant),
  session_end: Type.Optional(Instant),
});

/** How an audited action ended. */
export const AuditResult = Type.Enum(["success", "failure", "rejected", "halted"]);

/** Where a mandate holds: `org:{slug or id}`, `personal:{person id}` or `order:{order id}`; custom types begin with `x_`. */
export const MandateContext = Type.String({ pattern: "^[a-z_]+:.+$", maxLength: 256 });

/** Role of the party that issues a mandate, and the interests it serves. */
export const PrincipalType = Type.Enum(["professional", "patient", "organization"]);

/** A SHA-256 digest in lower-case hexadecimal. */
export const Sha256 = Type.String({ pattern: "^[0-9a-f]{64}$" });

/** A random UUID (version 4), in its canonical form. */
export const UuidV4 = Type.String({ pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-4[0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$" });

/** One line of the audit trail. Never changed, never deleted. */
export const AuditEntry = Type.Object({
  audit_id: UuidV4,
  mandate_id: Uuid,
  agent_id: Id,
  principal_id: Id,
  acting_for: PrincipalType,
  action: Type.String({ minLength: 1, maxLength: 128 }),
  action_input: Type.Optional(Type.Object({})),
  action_result: AuditResult,
  failure_reason: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
  resource_id: Type.Optional(Id),
  context: MandateContext,
  timestamp: Instant,
  ip_address: Type.Optional(Type.String({ maxLength: 64 })),
  request_id: Type.Optional(Type.String({ maxLength: 255 })),
  seq: Type.Optional(Type.Integer({ minimum: 1, maximum: 9007199254740991 })),
  prev_hash: Type.Optional(Sha256),
  hash: Type.Optional(Sha256),
  confirmation_id: Type.Optional(Id),
}, { allOf: [
  {
    if: { properties: { action_result: { enum: ["failure", "rejected"] } }, required: ["action_result"] },
    then: { required: ["failure_reason"] },
  },
] });

/** Newest end of a chain of audit entries. */
export const AuditHead = Type.Object({
  seq: Type.Integer({ minimum: 1, maximum: 9007199254740991 }),
  hash: Sha256,
});

/** When and how a provider can be seen: the value type of each `availability` key. */
export const AvailabilityAttributes = Type.Object({
  modalities: Type.Optional(Type.Array(Modality)),
  typical_hours: Type.Optional(Type.Object({})),
  avg_wait_days: Type.Optional(Type.Number({ minimum: 0 })),
  next_available: Type.Optional(Instant),
  accepts_new_patients: Type.Optional(Type.Boolean()),
  max_daily_sessions: Type.Optional(Count),
});

/** How two calendars that were asked for together get along. */
export const AvailabilityConflict = Type.Enum(["none", "provider_available_resource_unavailable", "resource_available_provider_unavailable"]);

/** How two calendars that were asked for together get along, in words too. */
export const ConflictResolution = Type.Object({
  type: AvailabilityConflict,
  message: Type.Optional(Type.String({ maxLength: 500 })),
});

/** Whose calendars an answer about free time looks at. */
export const SchedulingMode = Type.Enum(["provider_only", "resource_only", "provider_and_resource"]);

/** What an answer about free time adds about itself. */
export const AvailabilityMeta = Type.Object({
  mode: SchedulingMode,
  conflict_resolution: ConflictResolution,
});

/** A free interval that can be booked as it stands. */
export const AvailabilitySlot = Type.Object({
  provider_id: Type.Optional(Id),
  starts_at: Instant,
  ends_at: Instant,
  resource_id: Type.Optional(Id),
  service_id: Type.Optional(Id),
  remaining_capacity: Type.Optional(Count),
  confidence_score: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
}, { allOf: [{ anyOf: [{ required: ["provider_id"] }, { required: ["resource_id"] }] }] });

/** Where the billing of a session stands. It moves on its own; no payment moves the lifecycle (D-10). */
export const BillingStatus = Type.Enum(["pending", "charged", "invoiced", "paid", "disputed"]);

/** Through what a booking came in. */
export const SubmissionChannel = Type.Enum(["web", "whatsapp", "phone", "chat", "api", "other"]);

/** Who filled a booking in. */
export const SubmitterType = Type.Enum(["human", "agent", "human_with_agent_assistance"]);

/** How a booking came in. */
export const Submission = Type.Object({
  channel: SubmissionChannel,
  submitted_by_type: SubmitterType,
  agent_id: Type.Optional(Id),
  agent_name: Type.Optional(Type.String({ maxLength: 200 })),
  platform: Type.Optional(Type.String({ maxLength: 200 })),
}, { allOf: [
  {
    if: {
      properties: { submitted_by_type: { enum: ["agent", "human_with_agent_assistance"] } },
      required: ["submitted_by_type"],
    },
    then: { required: ["agent_id"] },
  },
] });

/** Asks for a session: this offer, this provider, this client, this time. */
export const BookSession = Type.Object({
  service_id: Id,
  provider_id: Id,
  client_id: Id,
  starts_at: Instant,
  resource_id: Type.Optional(Id),
  actor: Type.Optional(Actor),
  human_intent_confirmed: Type.Optional(Type.Boolean({ default: false })),
  submission: Type.Optional(Submission),
  service_order_id: Type.Optional(Id),
  payer_id: Type.Optional(Id),
  payment_intent_id: Type.Optional(Id),
});

/** Books a session for a client, who is found or created by mail address, and confirms it. */
export const BookSessionTask = Type.Object({
  service_id: Id,
  provider_id: Id,
  client_email: Email,
  starts_at: Instant,
  client_name: Type.Optional(ShortText),
  client_last_name: Type.Optional(ShortText),
  client_phone: Type.Optional(Phone),
  resource_id: Type.Optional(Id),
  payment_intent_id: Type.Optional(Id),
}, { additionalProperties: false });

/** Facts of `booking.created`, `booking.confirmed` and `booking.cancelled`. */
export const BookingData = Type.Object({
  session_id: Id,
  service_id: Id,
  provider_id: Id,
  starts_at: Instant,
});

/** Key to one public booking, 7 days by default. */
export const BookingToken = Type.String({ minLength: 1, maxLength: 512 });

/** Cancels a public booking. */
export const CancelPublicBooking = Type.Object({
  reason: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
});

/** Calls a session off. */
export const CancelSession = Type.Object({
  reason: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
  actor: Type.Optional(Actor),
});

/** Figures of a cancellation. */
export const CancellationDetails = Type.Object({
  hours_before: Type.Number(),
  penalty: Money,
  refund: Money,
});

/** One step of a policy that depends on how much time remains until the start. */
export const PolicyTier = Type.Object({
  hours_before: Type.Number({ minimum: 0 }),
  inclusive: Type.Optional(Type.Boolean({ default: true })),
  penalty_percent: Percent,
});

/**
 * What a cancellation by the client costs (lifecycle 8). The first step whose time still remains applies; none: the
 * last one. Anyone else cancels at no cost to the client (P-08).
 */
export const CancellationPolicy = Type.Object({
  tiers: Type.Array(PolicyTier, { minItems: 1 }),
  latest_hours_before: Type.Optional(Type.Number({ minimum: 0 })),
});

/** What a cancellation adds about itself. */
export const CancellationPolicyMeta = Type.Object({
  policy: AppliedCancellationPolicy,
});

/** How much of the HTTP profile a node serves. */
export const Compliance = Type.Enum(["minimal", "extended"]);

/** Protocol name of an operation, with dots. */
export const OperationName = Type.String({ pattern: "^[a-z0-9_]+(?:\\.[a-z0-9_]+)+$", maxLength: 64 });

/** What a node can do. What it lists here is tested. */
export const Capabilities = Type.Object({
  protocol_version: ProtocolVersion,
  profile_version: SemanticVersion,
  compliance: Compliance,
  capabilities: Type.Array(OperationName),
  levels: Type.Optional(Type.Array(Type.Enum(["CORE", "FULL", "NETWORK", "AGENT", "EXT"]))),
  protocol_versions: Type.Optional(Type.Array(ProtocolVersion)),
  sandbox_clock: Type.Optional(Type.Boolean({ default: false })),
  extensions: Type.Optional(Type.Array(Type.String())),
  access_tiers: Type.Optional(Type.Array(AccessTier, { uniqueItems: true })),
});

/** A range of whole numbers, both ends included. */
export const IntegerRange = Type.Object({
  min: Count,
  max: Count,
});

/** What a provider can do, and for whom: the value type of each `capability` key. */
export const CapabilityAttributes = Type.Object({
  conditions_treated: Type.Optional(Type.Array(Type.String())),
  techniques: Type.Optional(Type.Array(Type.String())),
  populations_served: Type.Optional(Type.Array(Type.String())),
  age_range: Type.Optional(IntegerRange),
  contraindications: Type.Optional(Type.Array(Type.String())),
  typical_session_count: Type.Optional(IntegerRange),
  outcome_metrics: Type.Optional(Type.Array(Type.String())),
});

/** A length of time in whole minutes, at least one. */
export const Minutes = Type.Integer({ minimum: 1, maximum: 2147483647 });

/** Finds free slots of an offer or a provider between two days. */
export const CheckAvailabilityTask = Type.Object({
  date_from: LocalDate,
  date_to: LocalDate,
  service_id: Type.Optional(Id),
  provider_id: Type.Optional(Id),
  resource_id: Type.Optional(Id),
  duration_minutes: Type.Optional(Minutes),
  timezone: Type.Optional(TimeZone),
}, { additionalProperties: false, allOf: [
  {
    anyOf: [{ required: ["service_id"] }, { required: ["provider_id"] }, { required: ["resource_id"] }],
  },
] });

/** Degrees north of the equator. */
export const Latitude = Type.Number({ minimum: -90, maximum: 90 });

/** Degrees east of Greenwich. */
export const Longitude = Type.Number({ minimum: -180, maximum: 180 });

/** A point on the map. Evidence payloads spell the members out instead (D-13). */
export const Coordinates = Type.Object({
  lat: Latitude,
  lng: Longitude,
});

/** Begins a delivery. */
export const CheckIn = Type.Object({
  actor: Type.Optional(Actor),
  location: Type.Optional(Coordinates),
  timestamp: Type.Optional(Instant),
});

/** Ends a delivery. */
export const CheckOut = Type.Object({
  actor: Type.Optional(Actor),
  location: Type.Optional(Coordinates),
  timestamp: Type.Optional(Instant),
});

/** A client's past with the organization, in figures. */
export const HistorySummary = Type.Object({
  sessions_total: Type.Optional(Count),
  sessions_verified: Type.Optional(Count),
  last_session_at: Type.Optional(Instant),
  no_show_count: Type.Optional(Count),
});

/** The beneficiary of services. Who pays is kept apart: any party, the client by default. */
export const Client = Type.Object({
  id: Id,
  organization_id: Id,
  email: Type.Optional(Email),
  phone: Type.Optional(Phone),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  last_name: Type.String({ minLength: 1, maxLength: 200 }),
  default_payer_id: Type.Optional(Id),
  no_show_count: Type.Optional(Count),
  history_summary: Type.Optional(HistorySummary),
}, { allOf: [{ anyOf: [{ required: ["email"] }, { required: ["phone"] }] }] });

/** How a client stands with the organization. */
export const ClientAccountStatus = Type.Enum(["settled", "owing", "in_credit"]);

/** What follows when the client stays away. */
export const ClientNoShowPolicy = Type.Object({
  penalty_percent: Type.Optional(Type.Number({ minimum: 0, maximum: 100, default: 100 })),
});

/** Forms of a signature. */
export const SignatureFormat = Type.Enum(["image/png", "image/svg+xml", "application/pkcs7-signature"]);

/** Signature of the client for what was received. */
export const ClientSignatureData = Type.Object({
  signer_role: Type.Literal("client"),
  format: SignatureFormat,
  uri: Type.Optional(Uri),
});

/** Roles that sign a clinical record. */
export const ClinicalSigner = Type.Enum(["provider", "client"]);

/** The clinical record, signed by provider and client. Restricted, whatever a request says. */
export const ClinicalRecordData = Type.Object({
  uri: Uri,
  mime_type: Type.Optional(Type.String({ pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", maxLength: 255 })),
  document_type: Type.Literal("clinical_record"),
  signed_by: Type.Array(ClinicalSigner, { minItems: 2, uniqueItems: true }),
});

/** Free text of a person. */
export const LongText = Type.String({ minLength: 1, maxLength: 10000 });

/** What a committee discussed and agreed. */
export const CommitteeMinutesData = Type.Object({
  uri: Uri,
  mime_type: Type.Optional(Type.String({ pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", maxLength: 255 })),
  document_type: Type.Literal("committee_minutes"),
  attendees: Type.Optional(Type.Array(ShortText)),
  agreements: Type.Optional(Type.Array(LongText)),
});

/** How far a competency was reached. */
export const CompetencyLevel = Type.Enum(["not_started", "in_progress", "achieved"]);

/** One competency of a student. */
export const Competency = Type.Object({
  name: ShortText,
  level: CompetencyLevel,
});

/** One agreed task. */
export const CompletionTask = Type.Object({
  task: LongText,
  completed: Type.Boolean(),
});

/** The agreed tasks, one by one. */
export const CompletionChecklistData = Type.Object({
  document_type: Type.Literal("completion_checklist"),
  checklist: Type.Array(CompletionTask, { minItems: 1 }),
  all_completed: Type.Optional(Type.Boolean()),
});

/** Proof that a person means a public booking: usable once, for one booking, 30 minutes by default. */
export const ConfirmationToken = Type.String({ minLength: 1, maxLength: 512 });

/** Confirms a public booking. */
export const ConfirmPublicBooking = Type.Object({
  confirmation_token: ConfirmationToken,
});

/** Acknowledges an appointment. */
export const ConfirmSession = Type.Object({
  actor: Type.Optional(Actor),
});

/** Parties whose acknowledgement a contract may ask for. */
export const ConfirmingParty = Type.Enum(["client", "provider"]);

/** What a confirmation adds about itself. */
export const ConfirmationMeta = Type.Object({
  confirmations_missing: Type.Optional(Type.Array(ConfirmingParty, { uniqueItems: true })),
});

/** Whose confirmation makes a scheduled session a confirmed one (P-03). */
export const ConfirmationPolicy = Type.Enum(["any", "client", "provider", "both", "auto"]);

/** Why an agent has to ask. */
export const ConfirmationReason = Type.Enum(["autonomy", "irreversible", "amount"]);

/** How far a confirmation request is. */
export const ConfirmationStatus = Type.Enum(["pending", "approved", "rejected", "expired", "voided", "consumed"]);

/** A question to a human about one call of an agent. Never lifts a check, a constraint other than the amount, or a prohibition. */
export const ConfirmationRequest = Type.Object({
  id: Id,
  status: ConfirmationStatus,
  mandate_id: Uuid,
  agent_id: Id,
  principal_id: Id,
  approver: Approver,
  action: Type.String({ minLength: 1, maxLength: 128 }),
  resource_id: Type.Optional(Id),
  summary: Type.String({ minLength: 1, maxLength: 2000 }),
  amount: Type.Optional(Money),
  reason: ConfirmationReason,
  input_digest: Sha256,
  created_at: Instant,
  expires_at: Instant,
  decided_at: Type.Optional(Instant),
  decided_by: Type.Optional(Id),
  consumed_at: Type.Optional(Instant),
}, { allOf: [
  {
    if: { properties: { status: { enum: ["approved", "rejected", "consumed"] } }, required: ["status"] },
    then: { required: ["decided_at", "decided_by"] },
  },
  {
    if: { properties: { status: { enum: ["consumed"] } }, required: ["status"] },
    then: { required: ["consumed_at"] },
  },
] });

/** Amount above which a human confirms; up to it, the principal's advance confirmation (M-05). */
export const ConfirmationThreshold = Type.Object({
  amount: BareAmount,
  currency: CurrencyCode,
});

/** Billable time of a consultant. Every item of type `duration` is one. */
export const ConsultingBillableHoursData = Type.Object({
  minutes: Type.Number({ minimum: 0 }),
  description: Type.Optional(LongText),
  category: ShortText,
  budget_authorized_minutes: Type.Optional(Type.Number({ minimum: 0 })),
  scope_change_ref: Type.Optional(ShortText),
});

/** How an item must be kept and who may read it, in ascending order. */
export const DataSensitivity = Type.Enum(["public", "internal", "confidential", "restricted"]);

/** One piece of course material. */
export const MaterialItem = Type.Object({
  title: ShortText,
  uri: Type.Optional(Uri),
});

/** Course material handed to the student. */
export const CourseMaterialData = Type.Object({
  uri: Uri,
  mime_type: Type.Optional(Type.String({ pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", maxLength: 255 })),
  document_type: Type.Literal("course_material"),
  material_items: Type.Optional(Type.Array(MaterialItem)),
});

/** Payload of type `document`, unless the kind of the item has a rule of its own. */
export const DocumentData = Type.Object({
  uri: Uri,
  mime_type: Type.Optional(Type.String({ pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", maxLength: 255 })),
  document_type: ShortText,
});

/** A document made for the client, and handed over. */
export const LegalDeliverableData = Type.Object({
  uri: Uri,
  mime_type: Type.Optional(Type.String({ pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", maxLength: 255 })),
  document_type: Type.Literal("legal_deliverable"),
  delivered_to: Id,
  delivered_at: Type.Optional(Instant),
});

/** What was said and agreed. */
export const MeetingMinutesData = Type.Object({
  uri: Uri,
  mime_type: Type.Optional(Type.String({ pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", maxLength: 255 })),
  document_type: Type.Literal("meeting_minutes"),
  attendees: Type.Optional(Type.Array(ShortText)),
  agreements: Type.Optional(Type.Array(LongText)),
});

/** How far a milestone has come. */
export const MilestoneProgressData = Type.Object({
  document_type: Type.Literal("milestone_progress"),
  milestone_id: Id,
  progress_percent: Percent,
  notes: Type.Optional(LongText),
});

/** How the student did. Needed only where the contract says so. */
export const SessionEvaluationData = Type.Object({
  document_type: Type.Literal("session_evaluation"),
  score: Type.Optional(Type.Number({ minimum: 0, maximum: 100 })),
  feedback: Type.Optional(LongText),
  competencies: Type.Optional(Type.Array(Competency)),
});

/** One item of a treatment plan. */
export const TreatmentItem = Type.Object({
  item: LongText,
  completed: Type.Boolean(),
});

/** How far the treatment plan was followed. */
export const TreatmentAdherenceData = Type.Object({
  document_type: Type.Literal("treatment_adherence"),
  checklist: Type.Array(TreatmentItem),
});

/** Payload of an item of type `document`: that of a catalogued kind, or the general one. */
export const DocumentPayload = Type.Union([ClinicalRecordData, TreatmentAdherenceData, CompletionChecklistData, MeetingMinutesData, LegalDeliverableData, AttendanceRecordData, CourseMaterialData, SessionEvaluationData, ApprovedDeliverableData, CommitteeMinutesData, MilestoneProgressData, DocumentData]);

/** Parties an item can come from. An organization records on behalf of a provider or client. */
export const EvidenceActorType = Type.Enum(["provider", "client", "system", "agent"]);

/** Who captured an item. */
export const EvidenceActor = Type.Object({
  type: EvidenceActorType,
  id: Id,
});

/** How an item was captured. */
export const EvidenceMethod = Type.Enum(["auto", "manual", "agent"]);

/** What stands in place of a restricted payload for those who may not read it. */
export const RedactedData = Type.Object({
  redacted: Type.Literal(true),
  reason: Type.Literal("restricted_evidence"),
});

/** A recorded document. */
export const DocumentEvidence = Type.Object({
  id: Type.Optional(Id),
  captured_at: Instant,
  actor: EvidenceActor,
  recorded_by: Type.Optional(Id),
  method: Type.Optional(EvidenceMethod),
  data_sensitivity: Type.Optional(DataSensitivity),
  type: Type.Literal("document"),
  data: Type.Union([DocumentPayload, RedactedData]),
});

/** Payload of type `duration`. */
export const DurationData = Type.Object({
  minutes: Type.Number({ minimum: 0 }),
  description: Type.Optional(LongText),
  category: Type.Optional(ShortText),
});

/** Billable time of a lawyer. Every item of type `duration` is one. */
export const LegalBillableHoursData = Type.Object({
  minutes: Type.Number({ minimum: 0 }),
  description: Type.Optional(LongText),
  category: Type.Optional(ShortText),
  agreed_range_minutes: Type.Optional(AgreedRangeMinutes),
  justification: Type.Optional(LongText),
});

/** Payload of an item of type `duration`. */
export const DurationPayload = Type.Union([LegalBillableHoursData, ConsultingBillableHoursData, DurationData]);

/** Recorded time. */
export const DurationEvidence = Type.Object({
  id: Type.Optional(Id),
  captured_at: Instant,
  actor: EvidenceActor,
  recorded_by: Type.Optional(Id),
  method: Type.Optional(EvidenceMethod),
  data_sensitivity: Type.Optional(DataSensitivity),
  type: Type.Literal("duration"),
  data: Type.Union([DurationPayload, RedactedData]),
});

/** Which end of a delivery a point belongs to. */
export const GpsEvent = Type.Enum(["checkin", "checkout"]);

/** Payload of type `gps`: where a device was. */
export const GpsData = Type.Object({
  latitude: Latitude,
  longitude: Longitude,
  accuracy_meters: Type.Optional(Type.Number({ minimum: 0 })),
  event: Type.Optional(GpsEvent),
});

/** A recorded point. */
export const GpsEvidence = Type.Object({
  id: Type.Optional(Id),
  captured_at: Instant,
  actor: EvidenceActor,
  recorded_by: Type.Optional(Id),
  method: Type.Optional(EvidenceMethod),
  data_sensitivity: Type.Optional(DataSensitivity),
  type: Type.Literal("gps"),
  data: Type.Union([GpsData, RedactedData]),
});

/** A language, ISO 639-1. */
export const LanguageCode = Type.String({ pattern: "^[a-z]{2}$" });

/** Payload of type `notes`. */
export const NotesData = Type.Object({
  text: LongText,
  language: Type.Optional(LanguageCode),
});

/** Recorded notes. */
export const NotesEvidence = Type.Object({
  id: Type.Optional(Id),
  captured_at: Instant,
  actor: EvidenceActor,
  recorded_by: Type.Optional(Id),
  method: Type.Optional(EvidenceMethod),
  data_sensitivity: Type.Optional(DataSensitivity),
  type: Type.Literal("notes"),
  data: Type.Union([NotesData, RedactedData]),
});

/** Where and when a picture was taken, complete enough to prove something. */
export const PhotoProofMetadata = Type.Object({
  latitude: Latitude,
  longitude: Longitude,
  taken_at: Instant,
});

/** Picture of the state after the work. */
export const PhotoAfterData = Type.Object({
  uri: Uri,
  metadata: PhotoProofMetadata,
  label: Type.Literal("after"),
});

/** Picture of the state before the work. */
export const PhotoBeforeData = Type.Object({
  uri: Uri,
  metadata: PhotoProofMetadata,
  label: Type.Literal("before"),
});

/** Where and when a picture was taken, as far as known. */
export const PhotoMetadata = Type.Object({
  latitude: Type.Optional(Latitude),
  longitude: Type.Optional(Longitude),
  taken_at: Type.Optional(Instant),
});

/** Payload of type `photo`. */
export const PhotoData = Type.Object({
  uri: Uri,
  label: Type.Optional(ShortText),
  metadata: Type.Optional(PhotoMetadata),
});

/** Payload of an item of type `photo`. */
export const PhotoPayload = Type.Union([PhotoBeforeData, PhotoAfterData, PhotoData]);

/** A recorded picture. */
export const PhotoEvidence = Type.Object({
  id: Type.Optional(Id),
  captured_at: Instant,
  actor: EvidenceActor,
  recorded_by: Type.Optional(Id),
  method: Type.Optional(EvidenceMethod),
  data_sensitivity: Type.Optional(DataSensitivity),
  type: Type.Literal("photo"),
  data: Type.Union([PhotoPayload, RedactedData]),
});

/** Who signed. */
export const SignerRole = Type.Enum(["provider", "client", "both"]);

/** Payload of type `signature`. */
export const SignatureData = Type.Object({
  signer_role: SignerRole,
  format: SignatureFormat,
  uri: Type.Optional(Uri),
});

/** A recorded signature. */
export const SignatureEvidence = Type.Object({
  id: Type.Optional(Id),
  captured_at: Instant,
  actor: EvidenceActor,
  recorded_by: Type.Optional(Id),
  method: Type.Optional(EvidenceMethod),
  data_sensitivity: Type.Optional(DataSensitivity),
  type: Type.Literal("signature"),
  data: Type.Union([SignatureData, RedactedData]),
});

/** One item that shows a delivery. Immutable once recorded; valid also when it is of no catalogued kind. */
export const Evidence = Type.Union([GpsEvidence, SignatureEvidence, PhotoEvidence, DocumentEvidence, DurationEvidence, NotesEvidence]);

/** The evidence of a delivery as a document of its own, checked against the rule of consulting. */
export const ConsultingEvidence = Type.Object({
  vertical: Type.Literal("consulting"),
  evidence: Type.Array(Evidence),
});

/**
 * Name of a kind of evidence: one of the vertical's catalogue, an accepted synonym, or one of the organization's own
 * (`x-…`), which is matched by `document_type`.
 */
export const EvidenceKindName = Type.String({ pattern: "^[A-Za-z][A-Za-z0-9]*(?:[_.:-][A-Za-z0-9]+)*$", minLength: 1, maxLength: 100 });

/** What a vertical's evidence rule takes from the contract (evidence 5). */
export const EvidenceRules = Type.Object({
  evaluation_required: Type.Optional(Type.Boolean({ default: false })),
  agreed_range_minutes: Type.Optional(AgreedRangeMinutes),
  budget_authorized_minutes: Type.Optional(Count),
  duration_tolerance_percent: Type.Optional(Type.Number({ minimum: 0 })),
});

/** What becomes of a session whose provider stays away. */
export const ProviderNoShowAction = Type.Enum(["reassign", "cancel"]);

/** What follows when the provider stays away. */
export const ProviderNoShowPolicy = Type.Object({
  action: Type.Optional(Type.Enum(["reassign", "cancel"], { default: "reassign" })),
  penalty_percent: Type.Optional(Type.Number({ minimum: 0, maximum: 100, default: 0 })),
});

/** What follows when a party stays away. */
export const NoShowPolicy = Type.Object({
  grace_minutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 2147483647, default: 15 })),
  client: Type.Optional(Type.Object({
    penalty_percent: Type.Optional(Type.Number({ minimum: 0, maximum: 100, default: 100 })),
  }, { default: { penalty_percent: 100 } })),
  provider: Type.Optional(Type.Object({
    action: Type.Optional(Type.Enum(["reassign", "cancel"], { default: "reassign" })),
    penalty_percent: Type.Optional(Type.Number({ minimum: 0, maximum: 100, default: 0 })),
  }, { default: { action: "reassign", penalty_percent: 0 } })),
});

/** What moving a session costs. The fee is recorded; the move is never refused for it. */
export const ReschedulingPolicy = Type.Object({
  tiers: Type.Array(PolicyTier, { minItems: 1 }),
});

/**
 * The rules of a delivery, known before it is booked. They have to be read before booking or moving, which no node can
 * enforce. A session keeps the contract that held when it was booked.
 */
export const Contract = Type.Object({
  service_id: Id,
  organization_id: Id,
  version: Type.Integer({ minimum: 1, maximum: 2147483647 }),
  required_evidence: Type.Array(EvidenceKindName, { uniqueItems: true }),
  dispute_window_hours: Count,
  verification_deadline_hours: Type.Integer({ minimum: 1, maximum: 72 }),
  confirmation_policy: ConfirmationPolicy,
  cancellation_policy: CancellationPolicy,
  rescheduling_policy: Type.Optional(ReschedulingPolicy),
  no_show_policy: NoShowPolicy,
  arbitration_policy: Type.Optional(ArbitrationPolicy),
  max_dispute_amount: Type.Optional(Money),
  evidence_rules: Type.Optional(EvidenceRules),
});

/** Writes the record of a delivery. */
export const CreateDocumentation = Type.Object({
  content: Type.String({ minLength: 1, maxLength: 100000 }),
  template_id: Type.Optional(Id),
  actor: Type.Optional(Actor),
});

/** What the person has said of the booking. */
export const PublicAuthorization = Type.Object({
  human_intent_confirmed: Type.Literal(true),
});

/** The person who books without a credential. An e-mail address or a telephone number is needed. */
export const PublicRequester = Type.Object({
  full_name: Type.String({ minLength: 1, maxLength: 200 }),
  email: Type.Optional(Email),
  phone: Type.Optional(Phone),
}, { allOf: [{ anyOf: [{ required: ["email"] }, { required: ["phone"] }] }] });

/** Asks for a booking without a credential. */
export const CreatePublicBooking = Type.Object({
  service_id: Id,
  starts_at: Instant,
  provider_id: Type.Optional(Id),
  requester: PublicRequester,
  submission: Submission,
  authorization: PublicAuthorization,
});

/** Kinds of thing a delivery occupies. */
export const ResourceType = Type.Enum(["room", "box", "chair", "equipment"]);

/** A wall-clock time that ends a span, `HH:mm`; `24:00` is the end of the day. */
export const EndTimeOfDay = Type.String({ pattern: "^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$" });

/**
 * A weekly span of wall-clock time in which something is open, or closed. Ends after it starts; what runs over midnight
 * is two blocks. One (owner, day, order) stands only once.
 */
export const WeeklyBlock = Type.Object({
  day_of_week: Type.Integer({ minimum: 0, maximum: 6 }),
  start_time: TimeOfDay,
  end_time: EndTimeOfDay,
  is_available: Type.Optional(Type.Boolean({ default: true })),
  timezone: Type.Optional(TimeZone),
  block_order: Type.Optional(Type.Integer({ minimum: 0, maximum: 2147483647, default: 0 })),
});

/** Asks for a resource. */
export const CreateResource = Type.Object({
  organization_id: Id,
  name: ShortText,
  type: Type.Optional(Type.Enum(["room", "box", "chair", "equipment"], { default: "room" })),
  capacity: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 1 })),
  buffer_minutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 2147483647, default: 0 })),
  equipment: Type.Optional(Type.Array(ShortText)),
  location: Type.Optional(Type.String({ maxLength: 500 })),
  rules: Type.Optional(Type.Object({})),
  timezone: Type.Optional(TimeZone),
  availability: Type.Optional(Type.Array(WeeklyBlock)),
  actor: Type.Optional(Actor),
});

/** An amount as a request may give it: with its currency, or bare in the currency already agreed (E-05). */
export const MoneyOrAmount = Type.Union([Money, BareAmount]);

/** Charges documented sessions to a client (D-22, D-36). */
export const CreateSale = Type.Object({
  client_id: Id,
  service_id: Id,
  provider_id: Id,
  quantity: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 1 })),
  unit_price: MoneyOrAmount,
  session_id: Type.Optional(Id),
  actor: Type.Optional(Actor),
});

/** How the value of an order is computed. */
export const OrderPricingModel = Type.Enum(["fixed", "t&m", "rate_card", "mixed"]);

/** Price of one level of work. */
export const RateCardEntry = Type.Object({
  level: ShortText,
  billable_rate: BareAmount,
  cost_rate: Type.Optional(BareAmount),
});

/** Prices of an order. All amounts of the order are in its currency. */
export const OrderPricing = Type.Object({
  model: OrderPricingModel,
  currency: CurrencyCode,
  fixed_amount: Type.Optional(BareAmount),
  rate_card: Type.Optional(Type.Array(RateCardEntry)),
}, { allOf: [
  {
    if: { properties: { model: { enum: ["fixed"] } }, required: ["model"] },
    then: { required: ["fixed_amount"] },
  },
  {
    if: { properties: { model: { enum: ["t&m", "rate_card"] } }, required: ["model"] },
    then: { required: ["rate_card"] },
  },
] });

/** A length of time in hours. */
export const Hours = Type.Number({ minimum: 0 });

/** Which services an order covers. */
export const OrderScope = Type.Object({
  description: LongText,
  service_types: Type.Array(ShortText, { minItems: 1 }),
  quantity_limit: Type.Optional(Type.Union([Type.Integer({ minimum: 1, maximum: 2147483647 }), Type.Null()])),
  hours_limit: Type.Optional(Type.Union([Hours, Type.Null()])),
  expiry_condition: Type.Optional(LongText),
});

/** How long an order runs. */
export const OrderTermType = Type.Enum(["permanent", "annual", "monthly", "per_milestone", "per_event"]);

/** When an order begins, ends and renews. */
export const OrderTerm = Type.Object({
  type: OrderTermType,
  starts_at: Instant,
  ends_at: Type.Optional(Type.Union([Instant, Type.Null()])),
  auto_renews: Type.Optional(Type.Boolean({ default: false })),
  renewal_notice_days: Type.Optional(Type.Union([Type.Integer({ minimum: 1, maximum: 2147483647 }), Type.Null()])),
});

/** One part of the price. */
export const Installment = Type.Object({
  trigger: ShortText,
  amount: Type.Optional(BareAmount),
  percentage: Type.Optional(Percent),
  due_days: Type.Optional(Count),
}, { allOf: [{ oneOf: [{ required: ["amount"] }, { required: ["percentage"] }] }] });

/** When the money of an order is due. */
export const PaymentScheduleType = Type.Enum(["upfront", "milestone", "periodic", "on_delivery", "custom"]);

/** When the money of an order moves. */
export const PaymentSchedule = Type.Object({
  type: PaymentScheduleType,
  installments: Type.Optional(Type.Array(Installment)),
}, { allOf: [
  {
    if: { properties: { type: { enum: ["milestone", "custom"] } }, required: ["type"] },
    then: { required: ["installments"] },
  },
] });

/** Who may discover an object. It governs listing, never authorization. */
export const Visibility = Type.Enum(["public", "unlisted", "private"]);

/** Begins an order, always as a draft. */
export const CreateServiceOrder = Type.Object({
  organization_id: Id,
  client_id: Id,
  payer_id: Id,
  visibility: Type.Optional(Type.Enum(["public", "unlisted", "private"], { default: "private" })),
  scope: OrderScope,
  term: OrderTerm,
  pricing: OrderPricing,
  payment_schedule: PaymentSchedule,
  actor: Type.Optional(Actor),
});

/** Events that a node tells its subscribers. */
export const WebhookEventName = Type.Enum([
  "service.state_changed",
  "service.exception",
  "service.verified",
  "booking.created",
  "booking.confirmed",
  "booking.cancelled",
  "evidence.submitted",
  "dispute.opened",
  "dispute.resolved",
  "payment.received",
  "payment.overdue",
  "mandate.expiring",
  "mandate.lost",
  "webhook.test",
]);

/** Address that events are posted to: `https`, or `http` on localhost or 127.0.0.1. */
export const WebhookUrl = Type.String({ pattern: "^(?:https://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?|http://(?:localhost|127\\.0\\.0\\.1))(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$", maxLength: 2048 });

/** Asks to be told of events. */
export const CreateWebhookSubscription = Type.Object({
  url: WebhookUrl,
  subscribed_events: Type.Array(WebhookEventName, { minItems: 1, uniqueItems: true }),
  filters: Type.Optional(Type.Object({})),
});

/** Portable name of an organization: 3 to 48 lower-case letters, digits and hyphens. */
export const Slug = Type.String({ pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" });

/** A public booking with its tokens, as creation shows them: once. */
export const CreatedPublicBooking = Type.Object({
  session_id: Id,
  state: ServiceState,
  org_slug: Slug,
  service_id: Id,
  service_name: ShortText,
  starts_at: Instant,
  ends_at: Instant,
  modality: Type.Optional(Modality),
  confirmation_expires_at: Type.Optional(Instant),
  booking_token_expires_at: Type.Optional(Instant),
  previous_session_id: Type.Optional(Id),
  confirmation_token: ConfirmationToken,
  booking_token: BookingToken,
});

/** The figures of a client's account in one currency. */
export const CurrencyAccount = Type.Object({
  total: Money,
  paid: Money,
  balance: Money,
  status: ClientAccountStatus,
});

/** The approver's answer. */
export const DecideConfirmation = Type.Object({
  reason: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
});

/** What a dispute is about. */
export const DisputeReasonCategory = Type.Enum(["quality", "no_show", "billing", "scope", "evidence_missing", "other"]);

/** Whom a dispute was decided for. */
export const DisputeOutcome = Type.Enum(["provider_prevails", "client_prevails"]);

/** How a dispute was decided. */
export const DisputeResolutionMethod = Type.Enum(["algorithmic", "manual", "arbitration"]);

/** How a dispute ended. */
export const DisputeResolution = Type.Object({
  outcome: DisputeOutcome,
  method: DisputeResolutionMethod,
  note: Type.Optional(LongText),
  by: Id,
  at: Instant,
});

/** States of a dispute. */
export const DisputeStatus = Type.Enum(["open", "escalated", "resolved"]);

/** Why a rule could not decide. */
export const EscalationCause = Type.Enum(["no_rule", "amount", "missing", "condition", "duration"]);

/** What the evidence rule of a vertical found. It never says that the client prevails. */
export const EvidenceOutcome = Type.Enum(["accredited", "escalate"]);

/** Result of the evidence rule on one session. */
export const EvidenceEvaluation = Type.Object({
  outcome: EvidenceOutcome,
  why: Type.Optional(EscalationCause),
  missing: Type.Optional(Type.Array(ShortText)),
  condition: Type.Optional(ShortText),
}, { allOf: [
  {
    if: { properties: { outcome: { enum: ["escalate"] } }, required: ["outcome"] },
    then: { required: ["why"] },
  },
  {
    if: { properties: { why: { enum: ["missing"] } }, required: ["why"] },
    then: { required: ["missing"] },
  },
  {
    if: { properties: { why: { enum: ["condition"] } }, required: ["why"] },
    then: { required: ["condition"] },
  },
] });

/** A delivery contested by its client. It stands in the session's exception record. */
export const Dispute = Type.Object({
  id: Id,
  session_id: Id,
  opened_by: Id,
  opened_at: Instant,
  opened_from: Type.Enum(["delivered", "documented", "charged"]),
  reason: LongText,
  reason_category: Type.Optional(DisputeReasonCategory),
  amount: Type.Optional(Money),
  status: DisputeStatus,
  evaluation: Type.Optional(EvidenceEvaluation),
  resolution: Type.Optional(DisputeResolution),
}, { allOf: [
  {
    if: { properties: { status: { enum: ["resolved"] } }, required: ["status"] },
    then: { required: ["resolution"] },
  },
] });

/** Facts of `dispute.opened` and `dispute.resolved`, without reasons in free text. */
export const DisputeData = Type.Object({
  session_id: Id,
  dispute: Type.Object({
    id: Id,
    status: DisputeStatus,
  }),
});

/** How a dispute was decided outside the evidence rules; the target state says for whom. */
export const DisputeDecision = Type.Object({
  method: Type.Enum(["manual", "arbitration"]),
  note: LongText,
});

/** The record of a delivery. */
export const Documentation = Type.Object({
  content: Type.String({ minLength: 1, maxLength: 100000 }),
  template_id: Type.Optional(Id),
  created_by: Id,
  created_at: Instant,
});

/** Usual prices of one session, in major units of the currency. */
export const PriceRange = Type.Object({
  min: Type.Number({ minimum: 0 }),
  max: Type.Number({ minimum: 0 }),
  currency: CurrencyCode,
});

/** What a provider costs and how it is paid: the value type of each `economic` key. */
export const EconomicAttributes = Type.Object({
  price_range: Type.Optional(PriceRange),
  insurance_accepted: Type.Optional(Type.Array(Type.String())),
  payment_methods: Type.Optional(Type.Array(Type.String())),
  cancellation_policy: Type.Optional(Type.String({ maxLength: 2000 })),
  cancellation_window_hours: Type.Optional(Count),
  offers_packages: Type.Optional(Type.Boolean()),
});

/** The evidence of a delivery as a document of its own, checked against the rule of teaching. */
export const EducationEvidence = Type.Object({
  vertical: Type.Literal("education"),
  evidence: Type.Array(Evidence),
});

/** Every error code that goes over the wire, with its status and meaning. Own codes of a node never reuse one of these. */
export const ErrorCode = Type.Enum([
  "UNAUTHORIZED",
  "FORBIDDEN",
  "MANDATE_REQUIRED",
  "MANDATE_EXPIRED",
  "SCOPE_INSUFFICIENT",
  "NOT_FOUND",
  "UNSUPPORTED_VERSION",
  "CONFLICT",
  "RESOURCE_UNAVAILABLE",
  "TRANSITION_CONFLICT",
  "VALIDATION_ERROR",
  "INVALID_TRANSITION",
  "EVIDENCE_REQUIRED",
  "EVIDENCE_INVALID",
  "SERVICE_ORDER_EXHAUSTED",
  "CANCELLATION_OUTSIDE_POLICY",
  "DISPUTE_WINDOW_CLOSED",
  "MALFORMED_REQUEST",
  "PAYMENT_REQUIRED",
  "MANDATE_SUSPENDED",
  "MANDATE_NOT_YET_VALID",
  "AGENT_MISMATCH",
  "CONTEXT_MISMATCH",
  "CONFLICT_OF_INTEREST",
  "CONSTRAINT_VIOLATED",
  "CONFIRMATION_REQUIRED",
  "CONFIRMATION_INVALID",
  "METHOD_NOT_ALLOWED",
  "NOT_ACCEPTABLE",
  "IDEMPOTENCY_IN_PROGRESS",
  "PAYLOAD_TOO_LARGE",
  "UNSUPPORTED_MEDIA_TYPE",
  "IDEMPOTENCY_KEY_REUSED",
  "NOT_BOOKABLE",
  "MISSING_AVAILABILITY_TARGET",
  "CURRENCY_MISMATCH",
  "RATE_LIMITED",
  "INTERNAL_ERROR",
  "NOT_IMPLEMENTED",
  "UPSTREAM_UNAVAILABLE",
  "AUDIT_UNAVAILABLE",
]);

/** Facts a program needs to react to an error. Which of them stand depends on the code. */
export const ErrorMeta = Type.Object({
  retryable: Type.Optional(Type.Boolean()),
  request_id: Type.Optional(Type.String()),
  valid_targets: Type.Optional(Type.Array(Type.String())),
  missing_evidence: Type.Optional(Type.Array(Type.String())),
  supported: Type.Optional(Type.Array(Type.String())),
  constraint: Type.Optional(Type.String()),
  confirmation_id: Type.Optional(Id),
  expires_at: Type.Optional(Instant),
  status: Type.Optional(ConfirmationStatus),
  retry_at: Type.Optional(Instant),
  missing: Type.Optional(Type.Array(Type.String())),
  existing_id: Type.Optional(Id),
  checkout: Type.Optional(Type.Unknown()),
});

/** Which part of the request an error is about. */
export const ErrorSource = Type.Object({
  pointer: Type.Optional(Type.String({ pattern: "^(?:/(?:[^/~]|~[01])*)*$" })),
  parameter: Type.Optional(Type.String()),
});

/** One reason why a request was refused. */
export const ErrorObject = Type.Object({
  status: Type.String({ pattern: "^[45][0-9]{2}$" }),
  code: Type.String({ pattern: "^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$" }),
  title: Type.String({ minLength: 1 }),
  detail: Type.Optional(Type.String()),
  source: Type.Optional(ErrorSource),
  meta: Type.Optional(ErrorMeta),
});

/** Body of every refused request. */
export const ErrorDocument = Type.Object({
  errors: Type.Array(ErrorObject, { minItems: 1 }),
});

/** One item to be recorded along with another command. */
export const EvidenceItem = Type.Object({
  evidence_type: EvidenceType,
  data: Type.Object({}),
  data_sensitivity: Type.Optional(DataSensitivity),
  captured_at: Type.Optional(Instant),
  method: Type.Optional(EvidenceMethod),
});

/** Several evidence items at once. */
export const EvidenceBatch = Type.Object({
  items: Type.Array(EvidenceItem, { minItems: 1, maxItems: 50 }),
});

/** Facts of `evidence.submitted`: the item without its payload. */
export const EvidenceSubmittedData = Type.Object({
  session_id: Id,
  evidence: Type.Object({
    id: Type.Optional(Id),
    evidence_type: EvidenceType,
    captured_at: Instant,
    method: Type.Optional(EvidenceMethod),
    data_sensitivity: Type.Optional(DataSensitivity),
  }),
});

/** Ways in which a session can leave its plan (D-14). */
export const ExceptionType = Type.Enum(["no_show", "cancellation", "dispute", "reschedule", "partial", "resource_conflict"]);

/** Facts of `service.exception`: what began, without its free text. */
export const ExceptionData = Type.Object({
  session_id: Id,
  exception: Type.Object({
    type: ExceptionType,
    at: Instant,
  }),
});

/** Which side did not come (P-13). */
export const NoShowType = Type.Enum(["client", "provider"]);

/** Figures of a no-show. */
export const NoShowDetails = Type.Object({
  no_show_type: NoShowType,
  penalty: Type.Optional(Money),
});

/** Figures of a partial delivery. */
export const PartialDetails = Type.Object({
  description: LongText,
  delivered_minutes: Type.Optional(Count),
  adjusted_amount: Type.Optional(Money),
}, { allOf: [{ anyOf: [{ required: ["delivered_minutes"] }, { required: ["adjusted_amount"] }] }] });

/** Why a session needs another time or resource. */
export const RescheduleCause = Type.Enum(["party_request", "resource_conflict"]);

/** Figures of a rescheduling. */
export const RescheduleDetails = Type.Object({
  previous: Instant,
  new: Type.Optional(Instant),
  cause: RescheduleCause,
  fee: Type.Optional(Money),
});

/** Figures of a resource conflict. */
export const ResourceConflictDetails = Type.Object({
  previous: Id,
  new: Type.Optional(Id),
  cause: RescheduleCause,
});

/** Figures of an exception, by its type. */
export const ExceptionDetails = Type.Union([NoShowDetails, CancellationDetails, RescheduleDetails, ResourceConflictDetails, PartialDetails, Dispute]);

/** How an exception ended. */
export const ExceptionResolution = Type.Enum([
  "client_penalized",
  "free",
  "provider_reassigned",
  "no_replacement",
  "provider_prevails",
  "client_prevails",
  "rescheduled",
  "resource_replaced",
]);

/** One departure of a session from its plan. */
export const ExceptionRecord = Type.Object({
  type: ExceptionType,
  at: Instant,
  initiated_by: Id,
  resolution: Type.Optional(Type.Union([ExceptionResolution, Type.String()])),
  resolved_at: Type.Optional(Instant),
  details: Type.Optional(ExceptionDetails),
});

/** Work that fell due while the clock moved. */
export const FiredDeadline = Type.Object({
  kind: Type.String({ minLength: 1, maxLength: 128 }),
  subject_id: Id,
  due_at: Instant,
});

/** From where remote clients are taken. */
export const RemotePolicy = Type.Enum(["same_region", "national", "international"]);

/** Where a provider works: the value type of each `geography` key. */
export const GeographyAttributes = Type.Object({
  country: Type.Optional(Type.String({ pattern: "^[A-Za-z]{2}$" })),
  region: Type.Optional(Type.String({ maxLength: 200 })),
  city: Type.Optional(Type.String({ maxLength: 200 })),
  district: Type.Optional(Type.String({ maxLength: 200 })),
  address: Type.Optional(Type.String({ maxLength: 500 })),
  coordinates: Type.Optional(Coordinates),
  service_radius_km: Type.Optional(Type.Number({ minimum: 0 })),
  remote_policy: Type.Optional(RemotePolicy),
});

/** Looks for a client by mail address, then by telephone number, and creates one when there is none. */
export const GetOrCreateClient = Type.Object({
  email: Type.Optional(Email),
  phone: Type.Optional(Phone),
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  last_name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  actor: Type.Optional(Actor),
}, { allOf: [{ anyOf: [{ required: ["email"] }, { required: ["phone"] }] }] });

/** Arrival of the provider. */
export const GpsCheckinData = Type.Object({
  latitude: Latitude,
  longitude: Longitude,
  accuracy_meters: Type.Optional(Type.Number({ minimum: 0 })),
  event: Type.Literal("checkin"),
});

/** Departure of the provider. */
export const GpsCheckoutData = Type.Object({
  latitude: Latitude,
  longitude: Longitude,
  accuracy_meters: Type.Optional(Type.Number({ minimum: 0 })),
  event: Type.Literal("checkout"),
});

/** Whether something works. */
export const HealthStatus = Type.Enum(["ok", "unavailable"]);

/** What a node needs before it takes requests. */
export const HealthChecks = Type.Object({
  storage: HealthStatus,
  migrations: HealthStatus,
  deadlines: HealthStatus,
});

/** Condition of a node. */
export const Health = Type.Object({
  status: HealthStatus,
  checks: Type.Optional(HealthChecks),
});

/** The evidence of a delivery as a document of its own, checked against the rule of health: at least one check-in point. */
export const HealthEvidence = Type.Object({
  vertical: Type.Literal("health"),
  evidence: Type.Array(Evidence, { minItems: 1 }),
});

/** Notes on a patient: confidential at least. */
export const HealthNotesData = Type.Object({
  text: LongText,
  language: Type.Optional(LanguageCode),
});

/** Figures that a node may send with a sign of life. Counts only. */
export const HeartbeatMetrics = Type.Object({
  services_active: Type.Optional(Count),
  appointments_30d: Type.Optional(Count),
});

/** The evidence of a delivery as a document of its own, checked against the rule of services at home. */
export const HomeEvidence = Type.Object({
  vertical: Type.Literal("home"),
  evidence: Type.Array(Evidence),
});

/** An absolute `http` or `https` address, without credentials in it. */
export const HttpUrl = Type.String({ pattern: "^https?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$", maxLength: 2048 });

/** Who a provider is: the value type of each `identity` key. */
export const IdentityAttributes = Type.Object({
  profession: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  primary_specialty: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  subspecialties: Type.Optional(Type.Array(Type.String())),
  title: Type.Optional(Type.String({ maxLength: 100 })),
  training_institution: Type.Optional(Type.String({ maxLength: 200 })),
  license_number: Type.Optional(Type.String({ maxLength: 100 })),
  license_jurisdiction: Type.Optional(Type.String({ pattern: "^[A-Za-z]{2}$" })),
  years_experience: Type.Optional(Count),
  languages: Type.Optional(Type.Array(LanguageCode)),
  bio: Type.Optional(Type.String({ maxLength: 5000 })),
  photo_url: Type.Optional(Uri),
});

/** An IPv4 or IPv6 address, or a range of them in CIDR notation. */
export const IpRange = Type.String({ pattern: "^(?:(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:/(?:3[0-2]|[12]?\\d))?|(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?:[0-9A-Fa-f]{1,4}:){1,7}:|(?:[0-9A-Fa-f]{1,4}:){1,6}:[0-9A-Fa-f]{1,4}|(?:[0-9A-Fa-f]{1,4}:){1,5}(?::[0-9A-Fa-f]{1,4}){1,2}|(?:[0-9A-Fa-f]{1,4}:){1,4}(?::[0-9A-Fa-f]{1,4}){1,3}|(?:[0-9A-Fa-f]{1,4}:){1,3}(?::[0-9A-Fa-f]{1,4}){1,4}|(?:[0-9A-Fa-f]{1,4}:){1,2}(?::[0-9A-Fa-f]{1,4}){1,5}|[0-9A-Fa-f]{1,4}:(?::[0-9A-Fa-f]{1,4}){1,6}|:(?:(?::[0-9A-Fa-f]{1,4}){1,7}|:)|::(?:[Ff]{4}:)?(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d))(?:/(?:12[0-8]|1[01]\\d|[1-9]?\\d))?)$", maxLength: 64 });

/** Further limits of a mandate. All of them must hold; an absent one does not limit. */
export const MandateConstraints = Type.Object({
  max_actions_per_day: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647 })),
  allowed_hours: Type.Optional(AllowedHours),
  ip_allowlist: Type.Optional(Type.Array(IpRange, { minItems: 1, uniqueItems: true })),
  require_confirmation_above: Type.Optional(ConfirmationThreshold),
  service_types: Type.Optional(Type.Array(ShortText, { minItems: 1, uniqueItems: true })),
});

/** Asks for a mandate. What only the node may set is ignored when sent. */
export const IssueMandate = Type.Object({
  principal_id: Id,
  principal_type: PrincipalType,
  agent_id: Id,
  agent_name: Type.Optional(Type.String({ maxLength: 200 })),
  acting_for: PrincipalType,
  context: MandateContext,
  scopes: Type.Array(MandateScope, { minItems: 1, uniqueItems: true }),
  constraints: Type.Optional(MandateConstraints),
  expires_at: Instant,
  metadata: Type.Optional(Type.Object({})),
  signature: Type.Optional(Type.String()),
});

/**
 * What an order has come to: deliveries, billing and money, each moving on its own.
 * Computed from recorded events at the moment of reading and never written. Amounts are in the order's currency.
 */
export const Ledger = Type.Object({
  services_verified: Count,
  hours_consumed: Hours,
  amount_consumed: BareAmount,
  amount_billed: BareAmount,
  amount_collected: BareAmount,
  amount_remaining: Type.Optional(BareAmount),
});

/** The evidence of a delivery as a document of its own, checked against the rule of legal work. */
export const LegalEvidence = Type.Object({
  vertical: Type.Literal("legal"),
  evidence: Type.Array(Evidence),
});

/** What the state of a session adds about itself. */
export const LifecycleMeta = Type.Object({
  evaluation: Type.Optional(EvidenceEvaluation),
});

/** What else is known about a state change. Members of any other name may be added. */
export const TransitionMetadata = Type.Object({
  reason: Type.Optional(Type.String()),
  no_show_type: Type.Optional(NoShowType),
  mandate_id: Type.Optional(Uuid),
  acting_for: Type.Optional(PrincipalType),
  principal_id: Type.Optional(Id),
  on_behalf_of: Type.Optional(OnBehalfOf),
  confirmation_id: Type.Optional(Id),
  missing_evidence: Type.Optional(Type.Array(Type.String())),
});

/** How a state change came about. */
export const TransitionMethod = Type.Enum(["auto", "manual", "agent"]);

/** One state change, as recorded once and for all. */
export const Transition = Type.Object({
  from: Type.Union([ServiceState, Type.Null()]),
  to: ServiceState,
  at: Instant,
  by: Id,
  method: TransitionMethod,
  metadata: Type.Optional(TransitionMetadata),
}, { allOf: [
  {
    if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
    then: { required: ["metadata"] },
  },
] });

/** Where a session stands, where it can go, and how it came there. */
export const LifecycleStates = Type.Object({
  current_state: ServiceState,
  available_transitions: Type.Array(ServiceState, { uniqueItems: true }),
  transitions: Type.Array(Transition),
  exceptions: Type.Optional(Type.Array(ExceptionRecord)),
  verification_deadline: Type.Optional(Instant),
}, { allOf: [
  {
    if: {
      properties: { current_state: { enum: ["delivered", "partial", "documented", "charged", "disputed"] } },
      required: ["current_state"],
    },
    then: { required: ["verification_deadline"] },
  },
] });

/** Lists what the organization offers to the public. */
export const ListServicesTask = Type.Object({}, { additionalProperties: false });

/** Where a service is delivered. */
export const Location = Type.Object({
  type: Type.Optional(Modality),
  address: Type.Optional(Type.String({ maxLength: 500 })),
  room: Type.Optional(Type.String({ maxLength: 200 })),
  resource_id: Type.Optional(Id),
  coordinates: Type.Optional(Coordinates),
});

/** Ways to manage a session. */
export const ManageSessionAction = Type.Enum(["reschedule", "cancel", "get_status"]);

/** Moves a session to another time, calls it off, or reads its state. */
export const ManageSessionTask = Type.Object({
  session_id: Id,
  action: ManageSessionAction,
  new_starts_at: Type.Optional(Instant),
  reason: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
}, { additionalProperties: false, allOf: [
  {
    if: { properties: { action: { enum: ["reschedule"] } }, required: ["action"] },
    then: { required: ["new_starts_at"] },
  },
] });

/** Status of a mandate. Computed on every read, never stale. */
export const MandateStatus = Type.Enum(["active", "suspended", "revoked", "expired"]);

/** Authority that a human hands to one agent, for one party, in one context, for a limited time. Never edited or prolonged. */
export const Mandate = Type.Object({
  mandate_id: UuidV4,
  principal_id: Id,
  principal_type: PrincipalType,
  agent_id: Id,
  agent_name: Type.Optional(Type.String({ maxLength: 200 })),
  acting_for: PrincipalType,
  context: MandateContext,
  scopes: Type.Array(MandateScope, { minItems: 1, uniqueItems: true }),
  constraints: Type.Optional(MandateConstraints),
  expires_at: Instant,
  metadata: Type.Optional(Type.Object({})),
  signature: Type.Optional(Type.String()),
  issued_at: Instant,
  revoked_at: Type.Optional(Instant),
  revocation_reason: Type.Optional(Type.String({ maxLength: 2000 })),
  status: MandateStatus,
});

/** Suspends, revokes or reactivates a mandate. */
export const MandateAction = Type.Object({
  reason: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
  actor: Type.Optional(Actor),
});

/** What the trail of one mandate adds to its answer. */
export const MandateAuditMeta = Type.Object({
  head: Type.Optional(AuditHead),
});

/** Facts of `mandate.expiring` and `mandate.lost`. */
export const MandateData = Type.Object({
  mandate_id: Uuid,
});

/** An offer as the manifest names it. */
export const ManifestService = Type.Object({
  id: Id,
  name: ShortText,
  requires_prepayment: Type.Optional(Type.Boolean({ default: false })),
});

/** Who a server is. */
export const Manifest = Type.Object({
  servicialo: ProtocolVersion,
  name: ShortText,
  description: Type.Optional(Type.String()),
  endpoints: ManifestEndpoints,
  protocol_version: Type.Optional(ProtocolVersion),
  org_slug: Type.Optional(Type.Union([Slug, Type.Null()])),
  capabilities_url: Type.Optional(Uri),
  services: Type.Optional(Type.Array(ManifestService)),
});

/**
 * Weight of a group of attributes in matching. The score of a provider is the sum, over the attributes compared, of
 * match weight times origin weight times attribute score (0 or 1 for exact comparisons, 0 to 1 for fuzzy ones).
 */
export const MatchWeights = Type.Object({
  conditions: Type.Literal(3),
  population: Type.Literal(2.5),
  geography: Type.Literal(2),
  availability: Type.Literal(1.5),
  economic: Type.Literal(1),
  trust: Type.Literal(1),
});

/** Address of an MCP server. */
export const McpServerAddress = Type.Object({
  url: Uri,
});

/** MCP servers by name. */
export const McpServers = Type.Object({
  servicialo: McpServerAddress,
});

/** Where MCP clients find this node. */
export const McpPointer = Type.Object({
  mcpServers: McpServers,
});

/** State of an implementation in the meta-registry. */
export const RegistryStatus = Type.Enum(["production", "beta", "development", "deprecated"]);

/** Discovery level 0: one implementation in the meta-registry. */
export const RegistryEntry = Type.Object({
  name: ShortText,
  description: Type.String(),
  registry: Uri,
  platform: ShortText,
  status: RegistryStatus,
  since: LocalDate,
  verticals: Type.Optional(Type.Array(Type.String())),
  countries: Type.Optional(Type.Array(CountryCode)),
  certification_level: Type.Optional(Type.Integer({ minimum: 1, maximum: 3 })),
});

/** Discovery level 0: the implementations of the protocol. Served by the protocol, not by a node. */
export const MetaRegistry = Type.Object({
  version: SemanticVersion,
  description: Type.String(),
  registries: Type.Array(RegistryEntry),
});

/** A public booking after it was moved. One that was still unconfirmed has been replaced, and the new one has tokens of its own. */
export const MovedPublicBooking = Type.Object({
  session_id: Id,
  state: ServiceState,
  org_slug: Slug,
  service_id: Id,
  service_name: ShortText,
  starts_at: Instant,
  ends_at: Instant,
  modality: Type.Optional(Modality),
  confirmation_expires_at: Type.Optional(Instant),
  booking_token_expires_at: Type.Optional(Instant),
  previous_session_id: Type.Optional(Id),
  confirmation_token: Type.Optional(ConfirmationToken),
  booking_token: Type.Optional(BookingToken),
});

/** The clock after it was moved, with everything that fell due on the way already done. */
export const MovedSandboxClock = Type.Object({
  now: Instant,
  offset_seconds: Type.Integer({ minimum: 0, maximum: 9007199254740991 }),
  fired: Type.Array(FiredDeadline),
});

/** Ways a notification can reach a client. */
export const NotificationChannel = Type.Enum(["whatsapp", "email", "sms"]);

/**
 * A message to a client, made from a template. An extension that no level asks for: older editions had the tool
 * `notifications.send` for it, this one has the shape only.
 */
export const Notification = Type.Object({
  client_id: Id,
  channel: NotificationChannel,
  template: Type.String({ minLength: 1, maxLength: 100 }),
  data: Type.Optional(Type.Object({})),
  actor: Actor,
});

/** What shows that the delivery happened. */
export const ProofOfDelivery = Type.Object({
  checkin: Type.Optional(Instant),
  checkout: Type.Optional(Instant),
  duration_actual: Type.Optional(Count),
  evidence: Type.Optional(Type.Array(Evidence)),
});

/** What the delivery costs, and how far that is settled. Under an order it only informs: the order bills. */
export const ServiceBilling = Type.Object({
  amount: Money,
  payer: Type.Optional(Id),
  status: Type.Optional(BillingStatus),
  charged_at: Type.Optional(Instant),
  payment_id: Type.Optional(Id),
  tax_document: Type.Optional(Type.String({ maxLength: 200 })),
});

/** Who receives. */
export const ServiceClient = Type.Object({
  id: Id,
  payer_id: Type.Optional(Id),
});

/** Where the delivery stands, and how it came there. */
export const ServiceLifecycle = Type.Object({
  current_state: ServiceState,
  transitions: Type.Optional(Type.Array(Transition)),
  exceptions: Type.Optional(Type.Array(ExceptionRecord)),
  verification_deadline: Type.Optional(Instant),
}, { allOf: [
  {
    if: {
      properties: { current_state: { enum: ["delivered", "partial", "documented", "charged", "disputed"] } },
      required: ["current_state"],
    },
    then: { required: ["verification_deadline"] },
  },
] });

/** Who delivers. */
export const ServiceProvider = Type.Object({
  id: Id,
  organization_id: Id,
  credentials: Type.Optional(Type.Array(Type.String())),
  trust_score: Type.Optional(TrustScore),
  profile_id: Type.Optional(Uuid),
});

/** When it happens. */
export const ServiceSchedule = Type.Object({
  requested_at: Instant,
  scheduled_for: Type.Optional(Instant),
  duration_expected: Type.Optional(Minutes),
});

/** One delivery of a service in its eight dimensions: what, who, for whom, when, where, in which state, proven how, at what price. */
export const Service = Type.Object({
  id: Id,
  service_order_id: Type.Optional(Id),
  service_id: Id,
  type: Type.String({ minLength: 1, maxLength: 100 }),
  vertical: Type.String({ minLength: 1, maxLength: 100 }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  duration_minutes: Minutes,
  requirements: Type.Optional(Type.Array(Type.String())),
  visibility: Type.Optional(Type.Enum(["public", "unlisted", "private"], { default: "public" })),
  provider: ServiceProvider,
  client: ServiceClient,
  schedule: ServiceSchedule,
  location: Type.Optional(Location),
  lifecycle: ServiceLifecycle,
  proof: Type.Optional(ProofOfDelivery),
  documentation: Type.Optional(Documentation),
  billing: ServiceBilling,
});

/** What an organization offers: an entry of its catalogue. A delivery of it is a Service (D-11). */
export const ServiceOffer = Type.Object({
  id: Id,
  organization_id: Id,
  type: Type.String({ minLength: 1, maxLength: 100 }),
  vertical: Type.String({ minLength: 1, maxLength: 100 }),
  name: ShortText,
  description: Type.Optional(Type.String({ maxLength: 2000 })),
  duration_minutes: Minutes,
  price: Money,
  modality: Modality,
  requirements: Type.Optional(Type.Array(ShortText)),
  visibility: Type.Optional(Type.Enum(["public", "unlisted", "private"], { default: "public" })),
  requires_resource: Type.Optional(Type.Boolean({ default: false })),
  location: Type.Optional(Location),
  required_evidence: Type.Optional(Type.Array(EvidenceKindName, { uniqueItems: true })),
  provider_ids: Type.Optional(Type.Array(Id, { uniqueItems: true })),
  requires_prepayment: Type.Optional(Type.Boolean({ default: false })),
  active: Type.Boolean(),
});

/** What `service.get` answers: a catalogue entry for the id of an offer, a delivery for the id of a session (D-12). */
export const OfferOrService = Type.Union([ServiceOffer, Service]);

/** States of a service order. Before `active` the order is what others call a quote. */
export const OrderState = Type.Enum(["draft", "proposed", "negotiating", "active", "paused", "completed", "cancelled"]);

/** What an order's state change says beside the change itself. */
export const OrderTransitionMetadata = Type.Object({
  reason: Type.Optional(LongText),
  mandate_id: Type.Optional(Uuid),
  acting_for: Type.Optional(PrincipalType),
  principal_id: Type.Optional(Id),
  on_behalf_of: Type.Optional(OnBehalfOf),
  confirmation_id: Type.Optional(Id),
});

/** One state change of an order. Records are appended, never changed. */
export const OrderTransition = Type.Object({
  from: Type.Union([OrderState, Type.Null()]),
  to: OrderState,
  at: Instant,
  by: Id,
  method: TransitionMethod,
  metadata: Type.Optional(OrderTransitionMetadata),
}, { allOf: [
  {
    if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
    then: { required: ["metadata"] },
  },
] });

/** Where an order stands. */
export const OrderLifecycle = Type.Object({
  current_state: OrderState,
  transitions: Type.Optional(Type.Array(OrderTransition)),
});

/** How an organization takes bookings, as far as the public may know. */
export const OrganizationBooking = Type.Object({
  confirmation_policy: Type.Optional(ConfirmationPolicy),
  requires_prepayment: Type.Optional(Type.Boolean({ default: false })),
  min_advance_minutes: Type.Optional(Count),
  max_advance_days: Type.Optional(Count),
  public_lane: Type.Optional(Type.Boolean()),
  confirmation_ttl_minutes: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 30 })),
  booking_token_ttl_days: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 7 })),
});

/** What the public sees of a provider in the profile of its organization. */
export const ProviderSummary = Type.Object({
  id: Id,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  specializations: Type.Optional(Type.Array(Type.String())),
  trust_score: Type.Optional(TrustScore),
});

/** A business that offers services: the tenant everything else belongs to. */
export const Organization = Type.Object({
  id: Id,
  slug: Slug,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  description: Type.Optional(Type.String({ maxLength: 500 })),
  vertical: Type.String({ minLength: 1, maxLength: 100 }),
  country: CountryCode,
  location: Type.Optional(Type.String({ maxLength: 200 })),
  timezone: TimeZone,
  currency: CurrencyCode,
  contact_email: Type.Optional(Email),
  website: Type.Optional(HttpUrl),
  trust_score: Type.Optional(TrustScore),
  verified_deliveries: Type.Optional(Count),
  active_since: Type.Optional(LocalDate),
  created_at: Instant,
  discoverable: Type.Boolean(),
  services: Type.Optional(Type.Array(ServiceOffer)),
  providers: Type.Optional(Type.Array(ProviderSummary)),
  booking: Type.Optional(OrganizationBooking),
});

/** Who an organization is, without what it offers. */
export const OrganizationName = Type.Object({
  id: Type.Optional(Id),
  slug: Slug,
  name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
});

/** An organization with everything it offers, as the adapter binding answers it in one piece. */
export const OrganizationCatalogue = Type.Object({
  organization: OrganizationName,
  services: Type.Array(ServiceOffer),
  providers: Type.Array(ProviderSummary),
  booking: Type.Union([OrganizationBooking, Type.Null()]),
});

/** Endpoints that an organization declares. */
export const OrganizationEndpoint = Type.Object({
  mcp: Type.Optional(Uri),
  rest: Type.Optional(Uri),
  health: Type.Optional(Uri),
}, { additionalProperties: false, allOf: [{ anyOf: [{ required: ["mcp"] }, { required: ["rest"] }] }] });

/** Identity that an organization declares. */
export const OrganizationIdentity = Type.Object({
  legal_name: Type.String({ minLength: 1, maxLength: 200 }),
  verticals: Type.Array(Type.String(), { minItems: 1 }),
  tax_id: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  website: Type.Optional(Uri),
}, { additionalProperties: false });

/** What an organization lets its node send to the network. */
export const OrganizationTelemetry = Type.Object({
  heartbeat_enabled: Type.Optional(Type.Boolean({ default: true })),
  metrics_enabled: Type.Optional(Type.Boolean({ default: false })),
}, { additionalProperties: false });

/** What an organization declares of itself to the network. */
export const OrganizationConfig = Type.Object({
  org_slug: Slug,
  country: CountryCode,
  endpoint: OrganizationEndpoint,
  identity: OrganizationIdentity,
  catalog_url: Type.Optional(Uri),
  telemetry: Type.Optional(OrganizationTelemetry),
}, { additionalProperties: false });

/** A hit of the search for organizations. */
export const OrganizationSummary = Type.Object({
  slug: Slug,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  vertical: Type.String({ minLength: 1, maxLength: 100 }),
  location: Type.Optional(Type.String({ maxLength: 200 })),
  country: CountryCode,
  trust_score: Type.Optional(TrustScore),
  services_count: Type.Optional(Count),
});

/** Weight of an attribute's origin in matching. */
export const OriginWeights = Type.Object({
  declared: Type.Literal(1),
  verified: Type.Literal(1.5),
  inferred: Type.Literal(2),
});

/** Addresses of the pages around this one. */
export const PageLinks = Type.Object({
  self: Type.String(),
  next: Type.Union([Type.String(), Type.Null()]),
  prev: Type.Union([Type.String(), Type.Null()]),
  first: Type.String(),
  last: Type.String(),
});

/** Which part of a collection an answer holds. */
export const PageMeta = Type.Object({
  total: Type.Integer({ minimum: 0, maximum: 2147483647 }),
  page: Type.Integer({ minimum: 1, maximum: 2147483647 }),
  per_page: Type.Integer({ minimum: 1, maximum: 100 }),
});

/** What was delivered of a delivery that stopped. */
export const PartialDelivery = Type.Object({
  description: LongText,
  delivered_minutes: Type.Optional(Count),
  adjusted_amount: Type.Optional(MoneyOrAmount),
}, { allOf: [{ anyOf: [{ required: ["delivered_minutes"] }, { required: ["adjusted_amount"] }] }] });

/** How money came in (E-06). */
export const PaymentMethod = Type.Enum(["efectivo", "transferencia", "mercadopago", "tarjeta"]);

/** An amount above zero without its currency, in major units. */
export const PositiveAmount = Type.Number({ exclusiveMinimum: 0 });

/** An amount of money above zero. */
export const PositiveMoney = Type.Object({
  value: PositiveAmount,
  currency: CurrencyCode,
});

/** Money received for a sale. It never moves the lifecycle. */
export const Payment = Type.Object({
  id: Id,
  sale_id: Id,
  amount: PositiveMoney,
  method: PaymentMethod,
  reference: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  recorded_at: Instant,
  actor: Type.Optional(Actor),
});

/** Facts of `payment.overdue`. */
export const PaymentOverdueData = Type.Object({
  sale_id: Id,
});

/** Facts of `payment.received`. */
export const PaymentReceivedData = Type.Object({
  sale_id: Id,
  payment: Type.Object({
    id: Id,
    amount: Money,
  }),
});

/** How far a sale is paid. */
export const SaleStatus = Type.Enum(["open", "partially_paid", "paid", "voided"]);

/** The charge of one or several sessions to a client. */
export const Sale = Type.Object({
  id: Id,
  client_id: Id,
  service_id: Id,
  provider_id: Id,
  session_ids: Type.Array(Id, { uniqueItems: true }),
  quantity: Type.Integer({ minimum: 1, maximum: 2147483647 }),
  unit_price: Money,
  total: Money,
  status: SaleStatus,
  paid: Money,
  due: Money,
  service_order_id: Type.Optional(Id),
  transactional: Type.Optional(Type.Boolean({ default: true })),
  created_at: Instant,
});

/** What is charged and what is paid, of a sale or of a client's account. The resource id is that of the sale or client. */
export const PaymentStatus = Type.Object({
  total: Money,
  paid: Money,
  balance: Money,
  status: Type.Union([SaleStatus, ClientAccountStatus]),
  payments: Type.Array(Payment),
  sales: Type.Optional(Type.Array(Sale)),
  accounts: Type.Optional(Type.Array(CurrencyAccount, { minItems: 2 })),
});

/** An amount above zero as a request may give it: with its currency, or bare in the currency already agreed (E-05). */
export const PositiveMoneyOrAmount = Type.Union([PositiveMoney, PositiveAmount]);

/** Offers a draft to its client. */
export const ProposeServiceOrder = Type.Object({
  actor: Type.Optional(Actor),
});

/** A professional who delivers services for an organization. May belong to several, with one record in each. */
export const Provider = Type.Object({
  id: Id,
  organization_id: Id,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  email: Type.Optional(Email),
  specialties: Type.Optional(Type.Array(Type.String())),
  credentials: Type.Optional(Type.Array(Type.String())),
  service_ids: Type.Optional(Type.Array(Id)),
  trust_score: Type.Optional(TrustScore),
  profile_id: Type.Optional(Uuid),
  active: Type.Boolean(),
});

/** Group a provider attribute belongs to. */
export const ProviderAttributeCategory = Type.Enum(["identity", "capability", "availability", "geography", "economic", "trust"]);

/** A custom attribute key: `x-{domain}:{name}`. */
export const ProviderAttributeExtensionKey = Type.String({ pattern: "^x-[a-z0-9.-]+:[a-z0-9_]+$", maxLength: 128 });

/** The catalogued keys of provider attributes; a node supports all of them. Value types: the attribute model of the category. */
export const ProviderAttributeKey = Type.Enum([
  "profession",
  "primary_specialty",
  "subspecialties",
  "title",
  "training_institution",
  "license_number",
  "license_jurisdiction",
  "years_experience",
  "languages",
  "bio",
  "photo_url",
  "conditions_treated",
  "techniques",
  "populations_served",
  "age_range",
  "contraindications",
  "typical_session_count",
  "outcome_metrics",
  "modalities",
  "typical_hours",
  "avg_wait_days",
  "next_available",
  "accepts_new_patients",
  "max_daily_sessions",
  "country",
  "region",
  "city",
  "district",
  "address",
  "coordinates",
  "service_radius_km",
  "remote_policy",
  "price_range",
  "insurance_accepted",
  "payment_methods",
  "cancellation_policy",
  "cancellation_window_hours",
  "offers_packages",
  "rating_avg",
  "rating_count",
  "cancellation_rate",
  "no_show_rate",
  "response_time_hours",
  "platform_tenure_months",
  "services_completed",
  "repeat_client_rate",
]);

/** Where an attribute comes from; sets its weight in matching. */
export const ProviderAttributeOrigin = Type.Enum(["declared", "verified", "inferred"]);

/**
 * One fact about a provider. The type of `value` follows the key: see the attribute models of each category.
 * Without a credential only `public` ones are seen; a mandate with `discovery:read` adds `unlisted`; with `patient:read`
 * as well, `private` inside the mandate's context.
 */
export const ProviderAttribute = Type.Object({
  attribute_id: UuidV4,
  provider_id: Id,
  category: ProviderAttributeCategory,
  key: Type.Union([ProviderAttributeKey, ProviderAttributeExtensionKey]),
  value: Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Array(Type.String()), Type.Object({})]),
  origin: ProviderAttributeOrigin,
  confidence: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  evidence_count: Type.Optional(Count),
  verified_by: Type.Optional(Type.String({ maxLength: 200 })),
  verified_at: Type.Optional(Instant),
  visibility: Visibility,
  valid_from: Type.Optional(Instant),
  valid_until: Type.Optional(Type.Union([Instant, Type.Null()])),
  version: Type.Integer({ minimum: 1, maximum: 2147483647 }),
  updated_at: Instant,
}, { allOf: [
  {
    if: { properties: { origin: { enum: ["inferred"] } }, required: ["origin"] },
    then: { required: ["confidence"] },
  },
] });

/** A weekly span in which a provider takes sessions, or takes none. */
export const ProviderAvailability = Type.Object({
  day_of_week: Type.Integer({ minimum: 0, maximum: 6 }),
  start_time: TimeOfDay,
  end_time: EndTimeOfDay,
  is_available: Type.Optional(Type.Boolean({ default: true })),
  timezone: Type.Optional(TimeZone),
  block_order: Type.Optional(Type.Integer({ minimum: 0, maximum: 2147483647, default: 0 })),
  provider_id: Id,
});

/** What is known of a provider, as attributes with origin and visibility; one profile per provider and organization. */
export const ProviderProfile = Type.Object({
  profile_id: Uuid,
  provider_id: Id,
  organization_id: Id,
  display_name: Type.String({ minLength: 1, maxLength: 200 }),
  slug: Type.String({ pattern: "^[a-z0-9]+(?:-[a-z0-9]+)*$", maxLength: 100 }),
  attributes: Type.Array(ProviderAttribute),
  created_at: Instant,
  updated_at: Instant,
  version: Type.Integer({ minimum: 1, maximum: 2147483647 }),
});

/** What the holder of a token sees of a booking. Neither the client nor the provider is shown. Its resource id is the session id. */
export const PublicBooking = Type.Object({
  session_id: Id,
  state: ServiceState,
  org_slug: Slug,
  service_id: Id,
  service_name: ShortText,
  starts_at: Instant,
  ends_at: Instant,
  modality: Type.Optional(Modality),
  confirmation_expires_at: Type.Optional(Instant),
  booking_token_expires_at: Type.Optional(Instant),
  previous_session_id: Type.Optional(Id),
});

/** One step of the way into a node. */
export const QuickstartStep = Type.Object({
  order: Type.Integer({ minimum: 1, maximum: 2147483647 }),
  title: ShortText,
  description: Type.Optional(Type.String()),
  operation: Type.Optional(OperationName),
});

/** Operations by who may call them. */
export const QuickstartTools = Type.Object({
  public: Type.Array(OperationName),
  authenticated: Type.Array(OperationName),
});

/** The way into a node, as data. */
export const Quickstart = Type.Object({
  steps: Type.Array(QuickstartStep, { minItems: 1 }),
  tools: QuickstartTools,
  links: Type.Object({}, { additionalProperties: Uri }),
});

/** Records one item. */
export const RecordEvidence = Type.Object({
  evidence_type: EvidenceType,
  data: Type.Object({}),
  data_sensitivity: Type.Optional(DataSensitivity),
  captured_at: Type.Optional(Instant),
  method: Type.Optional(EvidenceMethod),
  actor: Type.Optional(Actor),
});

/** What an answer adds when evidence was recorded. */
export const RecordEvidenceMeta = Type.Object({
  warning: Type.Optional(Type.Literal("RESTRICTED_EVIDENCE_STORED")),
});

/** Records money received for a sale. */
export const RecordPayment = Type.Object({
  amount: PositiveMoneyOrAmount,
  method: Type.Union([Type.Enum(["cash", "transfer", "card"]), PaymentMethod]),
  reference: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  actor: Type.Optional(Actor),
});

/** Registers an organization in the resolver. It must be bookable already: an active offer, a provider on it, an availability block. */
export const RegisterOrganization = Type.Object({
  slug: Slug,
  country: CountryCode,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  mcp_url: Type.Optional(HttpUrl),
  rest_url: Type.Optional(HttpUrl),
  health_url: Type.Optional(HttpUrl),
  legal_name: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
  verticals: Type.Optional(Type.Array(ShortText)),
  contact_email: Type.Optional(Email),
  website: Type.Optional(HttpUrl),
  tax_id: Type.Optional(Type.String({ minLength: 1, maxLength: 64 })),
  actor: Type.Optional(Actor),
}, { allOf: [{ anyOf: [{ required: ["mcp_url"] }, { required: ["rest_url"] }] }] });

/** Moves a public booking to another time. */
export const ReschedulePublicBooking = Type.Object({
  new_datetime: Instant,
});

/** Moves a session to another time. */
export const RescheduleSession = Type.Object({
  new_datetime: Instant,
  actor: Type.Optional(Actor),
  reason: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
});

/** Names under which an organization is found. */
export const ResolutionAddresses = Type.Object({
  path: Type.String({ pattern: "^/[a-z]{2}/[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" }),
  subdomain: Type.Optional(Type.Union([Type.String({ maxLength: 253 }), Type.Null()])),
}, { additionalProperties: false });

/** Where an organization is reached. */
export const ResolutionEndpoint = Type.Object({
  mcp: Type.Optional(Type.Union([Uri, Type.Null()])),
  rest: Type.Optional(Type.Union([Uri, Type.Null()])),
  health: Type.Optional(Type.Union([Uri, Type.Null()])),
}, { additionalProperties: false });

/** Who an organization is. */
export const ResolutionIdentity = Type.Object({
  legal_name: Type.String({ minLength: 1, maxLength: 200 }),
  verticals: Type.Array(Type.String()),
}, { additionalProperties: false });

/** Whether an organization has been seen lately. */
export const ResolutionStatus = Type.Enum(["active", "inactive"]);

/** How far the network trusts an organization; follows from the score. */
export const TrustLevel = Type.Enum(["unverified", "declared", "vouched", "verified"]);

/** What the network knows of an organization's conduct. Never settable by the organization itself. */
export const ResolutionTrust = Type.Object({
  score: Type.Integer({ minimum: 0, maximum: 100 }),
  level: TrustLevel,
  registered_at: Instant,
  last_seen: Type.Optional(Type.Union([Instant, Type.Null()])),
}, { additionalProperties: false });

/** What a resolver answers for a slug: where the organization is, who it is, how far it is trusted. Its resource id is the slug. */
export const ResolutionRecord = Type.Object({
  org_slug: Slug,
  country: CountryCode,
  addresses: ResolutionAddresses,
  endpoint: ResolutionEndpoint,
  identity: ResolutionIdentity,
  trust: ResolutionTrust,
  status: ResolutionStatus,
  catalog_url: Type.Optional(Type.Union([Uri, Type.Null()])),
}, { additionalProperties: false });

/** A hit of a resolver's search. Its resource id is the slug. */
export const ResolutionSummary = Type.Object({
  org_slug: Slug,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  country: CountryCode,
  verticals: Type.Array(Type.String()),
  endpoint: ResolutionEndpoint,
  trust: ResolutionTrust,
});

/** A weekly span in which a resource is open, or closed. */
export const ResourceAvailability = Type.Object({
  day_of_week: Type.Integer({ minimum: 0, maximum: 6 }),
  start_time: TimeOfDay,
  end_time: EndTimeOfDay,
  is_available: Type.Optional(Type.Boolean({ default: true })),
  timezone: Type.Optional(TimeZone),
  block_order: Type.Optional(Type.Integer({ minimum: 0, maximum: 2147483647, default: 0 })),
  resource_id: Id,
});

/** A room, chair or device of an organization. Each use occupies it for the duration plus its buffer. */
export const Resource = Type.Object({
  id: Id,
  organization_id: Id,
  name: ShortText,
  type: Type.Optional(Type.Enum(["room", "box", "chair", "equipment"], { default: "room" })),
  capacity: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 1 })),
  buffer_minutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 2147483647, default: 0 })),
  equipment: Type.Optional(Type.Array(ShortText)),
  location: Type.Optional(Type.String({ maxLength: 500 })),
  rules: Type.Optional(Type.Object({})),
  timezone: Type.Optional(TimeZone),
  is_active: Type.Boolean(),
  availability: Type.Optional(Type.Array(ResourceAvailability)),
});

/** Takes a resource out of use. */
export const ResourceAction = Type.Object({
  actor: Type.Optional(Actor),
});

/** What time it is on a node under certification. */
export const SandboxClock = Type.Object({
  now: Instant,
  offset_seconds: Type.Integer({ minimum: 0, maximum: 9007199254740991 }),
});

/** A sign of life. Shares its method and path with the move of endpoints; `heartbeat: true` tells them apart. */
export const SendHeartbeat = Type.Object({
  heartbeat: Type.Literal(true),
  metrics: Type.Optional(HeartbeatMetrics),
  actor: Type.Optional(Actor),
});

/** An agreement on services to come: scope, term, prices and payment. A service may do without one. */
export const ServiceOrder = Type.Object({
  id: Id,
  organization_id: Id,
  client_id: Id,
  payer_id: Id,
  visibility: Type.Optional(Type.Enum(["public", "unlisted", "private"], { default: "private" })),
  scope: OrderScope,
  term: OrderTerm,
  pricing: OrderPricing,
  payment_schedule: PaymentSchedule,
  ledger: Type.Optional(Ledger),
  lifecycle: OrderLifecycle,
  service_ids: Type.Optional(Type.Array(Id, { uniqueItems: true })),
});

/** Facts of `service.verified`. */
export const ServiceVerifiedData = Type.Object({
  session_id: Id,
});

/** A session: the delivery that commands act on, with its main facts repeated in flat form. */
export const Session = Type.Object({
  id: Id,
  service_order_id: Type.Optional(Id),
  service_id: Id,
  type: Type.String({ minLength: 1, maxLength: 100 }),
  vertical: Type.String({ minLength: 1, maxLength: 100 }),
  name: Type.String({ minLength: 1, maxLength: 200 }),
  duration_minutes: Minutes,
  requirements: Type.Optional(Type.Array(Type.String())),
  visibility: Type.Optional(Type.Enum(["public", "unlisted", "private"], { default: "public" })),
  provider: ServiceProvider,
  client: ServiceClient,
  schedule: ServiceSchedule,
  location: Type.Optional(Location),
  lifecycle: ServiceLifecycle,
  proof: Type.Optional(ProofOfDelivery),
  documentation: Type.Optional(Documentation),
  billing: ServiceBilling,
  provider_id: Id,
  client_id: Id,
  starts_at: Instant,
  ends_at: Type.Optional(Instant),
  resource_id: Type.Optional(Id),
  human_intent_confirmed: Type.Optional(Type.Boolean({ default: false })),
  series_id: Type.Optional(Id),
  previous_session_id: Type.Optional(Id),
  submission: Type.Optional(Submission),
});

/** Moves the node's time forward, never back. */
export const SetSandboxClock = Type.Object({
  advance_seconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 9007199254740991 })),
  set_to: Type.Optional(Instant),
}, { allOf: [{ oneOf: [{ required: ["advance_seconds"] }, { required: ["set_to"] }] }] });

/** Greatest age of an inferred value, in minutes. An older one is refreshed, or left out of matching with a warning. */
export const StalenessLimits = Type.Object({
  next_available: Type.Literal(5),
  rating_avg: Type.Literal(60),
  avg_wait_days: Type.Literal(1440),
  cancellation_rate: Type.Literal(1440),
  services_completed: Type.Literal(1440),
});

/** One state change as an answer repeats it. */
export const TransitionSummary = Type.Object({
  from: Type.Union([Type.String(), Type.Null()]),
  to: Type.String(),
  at: Instant,
});

/** Facts of `service.state_changed`. */
export const StateChangedData = Type.Object({
  session_id: Id,
  organization_id: Id,
  transition: TransitionSummary,
});

/** Asks for a test delivery. */
export const TestWebhookSubscription = Type.Object({
  payload: Type.Optional(Type.Object({})),
});

/** What a transition adds about itself. */
export const TransitionMeta = Type.Object({
  policy: Type.Optional(AppliedCancellationPolicy),
});

/** Moves an order. */
export const TransitionServiceOrder = Type.Object({
  to_state: OrderState,
  reason: Type.Optional(LongText),
  actor: Type.Optional(Actor),
}, { allOf: [
  {
    if: { properties: { to_state: { enum: ["cancelled", "paused"] } }, required: ["to_state"] },
    then: { required: ["reason"] },
  },
] });

/** Moves a session by one state. What else is needed depends on the move. */
export const TransitionSession = Type.Object({
  to_state: ServiceState,
  actor: Type.Optional(Actor),
  reason: Type.Optional(Type.String({ minLength: 1, maxLength: 2000 })),
  evidence: Type.Optional(Type.Union([EvidenceItem, EvidenceBatch])),
  no_show_type: Type.Optional(NoShowType),
  provider_id: Type.Optional(Id),
  starts_at: Type.Optional(Instant),
  resource_id: Type.Optional(Id),
  partial: Type.Optional(PartialDelivery),
  resolution: Type.Optional(DisputeDecision),
  reason_category: Type.Optional(DisputeReasonCategory),
  amount: Type.Optional(MoneyOrAmount),
  content: Type.Optional(Type.String({ minLength: 1, maxLength: 100000 })),
  unit_price: Type.Optional(MoneyOrAmount),
  location: Type.Optional(Coordinates),
  timestamp: Type.Optional(Instant),
}, { allOf: [
  {
    if: {
      properties: { to_state: { enum: ["cancelled", "disputed", "rescheduling"] } },
      required: ["to_state"],
    },
    then: { required: ["reason"] },
  },
  {
    if: { properties: { to_state: { enum: ["reassigning"] } }, required: ["to_state"] },
    then: { required: ["reason", "no_show_type"] },
  },
  {
    if: { properties: { to_state: { enum: ["partial"] } }, required: ["to_state"] },
    then: { required: ["reason", "partial"] },
  },
  {
    if: { properties: { reason: { enum: ["no_show"] } }, required: ["reason"] },
    then: { required: ["no_show_type"] },
  },
] });

/** Track record of a provider; always inferred and public: the value type of each `trust` key. */
export const TrustAttributes = Type.Object({
  rating_avg: Type.Optional(Type.Number({ minimum: 1, maximum: 5 })),
  rating_count: Type.Optional(Count),
  cancellation_rate: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  no_show_rate: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
  response_time_hours: Type.Optional(Type.Number({ minimum: 0 })),
  platform_tenure_months: Type.Optional(Count),
  services_completed: Type.Optional(Count),
  repeat_client_rate: Type.Optional(Type.Number({ minimum: 0, maximum: 1 })),
});

/** The part of a resolution record that says how far an organization is trusted. Its resource id is the slug. */
export const TrustReport = Type.Object({
  org_slug: Slug,
  country: CountryCode,
  trust: ResolutionTrust,
  status: ResolutionStatus,
});

/** Moves the endpoints of a registered organization. Slug and identity stay; what is not given stays too. */
export const UpdateEndpoint = Type.Object({
  mcp_url: Type.Optional(HttpUrl),
  rest_url: Type.Optional(HttpUrl),
  health_url: Type.Optional(HttpUrl),
  actor: Type.Optional(Actor),
}, { allOf: [{ anyOf: [{ required: ["mcp_url"] }, { required: ["rest_url"] }, { required: ["health_url"] }] }] });

/** Changes what is given and leaves the rest. */
export const UpdateResource = Type.Object({
  name: Type.Optional(ShortText),
  type: Type.Optional(ResourceType),
  capacity: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647 })),
  buffer_minutes: Type.Optional(Type.Integer({ minimum: 0, maximum: 2147483647 })),
  equipment: Type.Optional(Type.Array(ShortText)),
  location: Type.Optional(Type.String({ maxLength: 500 })),
  is_active: Type.Optional(Type.Boolean()),
  rules: Type.Optional(Type.Object({})),
  timezone: Type.Optional(TimeZone),
  availability: Type.Optional(Type.Array(WeeklyBlock)),
  actor: Type.Optional(Actor),
});

/** New terms of an order; each part given replaces the former one as a whole. */
export const UpdateServiceOrder = Type.Object({
  scope: Type.Optional(OrderScope),
  term: Type.Optional(OrderTerm),
  pricing: Type.Optional(OrderPricing),
  payment_schedule: Type.Optional(PaymentSchedule),
  actor: Type.Optional(Actor),
}, { allOf: [
  {
    anyOf: [
      { required: ["scope"] },
      { required: ["term"] },
      { required: ["pricing"] },
      { required: ["payment_schedule"] },
    ],
  },
] });

/** Changes what a subscription asks for. */
export const UpdateWebhookSubscription = Type.Object({
  subscribed_events: Type.Array(WebhookEventName, { minItems: 1, uniqueItems: true }),
});

/** Ways to show a delivery. */
export const VerifyDeliveryAction = Type.Enum(["checkin", "checkout", "record_evidence"]);

/** Checks in or out of a session, or records an item that shows its delivery. */
export const VerifyDeliveryTask = Type.Object({
  session_id: Id,
  action: VerifyDeliveryAction,
  location: Type.Optional(Coordinates),
  timestamp: Type.Optional(Instant),
  evidence_type: Type.Optional(EvidenceType),
  data: Type.Optional(Type.Object({})),
  data_sensitivity: Type.Optional(DataSensitivity),
  captured_at: Type.Optional(Instant),
  method: Type.Optional(EvidenceMethod),
}, { additionalProperties: false, allOf: [
  {
    if: { properties: { action: { enum: ["record_evidence"] } }, required: ["action"] },
    then: { required: ["evidence_type", "data"] },
  },
] });

/** Verticals with an evidence rule of their own. Words are compared in lower case and without accents; any other has no rule. */
export const Vertical = Type.Enum(["health", "home", "legal", "education", "consulting"]);

/** Why a subscription is off. */
export const WebhookDeactivationReason = Type.Enum(["delivery_failures", "subscriber_gone_410", "deleted"]);

/** How far a delivery is. */
export const WebhookDeliveryStatus = Type.Enum(["pending", "delivered", "failed", "abandoned"]);

/** Name of one event, the same in every delivery of it: receivers drop what they have seen. */
export const WebhookEventId = Type.String({ pattern: "^evt_[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$" });

/** One event on its way to one subscriber: one attempt and at most three retries, after 1, 5 and 30 minutes. */
export const WebhookDelivery = Type.Object({
  id: Id,
  subscription_id: Id,
  event_id: WebhookEventId,
  event_type: WebhookEventName,
  status: WebhookDeliveryStatus,
  attempts: Count,
  last_attempt_at: Type.Optional(Type.Union([Instant, Type.Null()])),
  response_status: Type.Optional(Type.Union([Type.Integer({ minimum: -2147483648, maximum: 2147483647 }), Type.Null()])),
  response_body: Type.Optional(Type.Union([Type.String({ maxLength: 2000 }), Type.Null()])),
  next_retry_at: Type.Optional(Type.Union([Instant, Type.Null()])),
  created_at: Instant,
  delivered_at: Type.Optional(Type.Union([Instant, Type.Null()])),
});

/**
 * The body that is posted to a subscriber, as plain JSON. Signed with HMAC-SHA-256 over its raw bytes in
 * `X-Servicialo-Signature`. At least once, in no promised order; ids instead of personal data.
 */
export const WebhookEvent = Type.Object({
  event: WebhookEventName,
  event_id: WebhookEventId,
  emitted_at: Instant,
  data: Type.Object({}),
});

/** Secret that deliveries are signed with: 32 random bytes in lower-case hexadecimal. */
export const WebhookSecret = Type.String({ pattern: "^[0-9a-f]{64}$" });

/** Wish of an organization to be told of events. */
export const WebhookSubscription = Type.Object({
  id: Id,
  url: WebhookUrl,
  subscribed_events: Type.Array(WebhookEventName, { minItems: 1, uniqueItems: true }),
  filters: Type.Optional(Type.Object({})),
  active: Type.Boolean(),
  consecutive_failures: Count,
  created_at: Instant,
  updated_at: Type.Optional(Instant),
  last_delivery_at: Type.Optional(Type.Union([Instant, Type.Null()])),
  last_successful_delivery_at: Type.Optional(Type.Union([Instant, Type.Null()])),
  deactivated_at: Type.Optional(Type.Union([Instant, Type.Null()])),
  deactivated_reason: Type.Optional(Type.Union([WebhookDeactivationReason, Type.Null()])),
});

/** A subscription with its secret, as creation and rotation show it: once. */
export const WebhookSubscriptionWithSecret = Type.Object({
  id: Id,
  url: WebhookUrl,
  subscribed_events: Type.Array(WebhookEventName, { minItems: 1, uniqueItems: true }),
  filters: Type.Optional(Type.Object({})),
  active: Type.Boolean(),
  consecutive_failures: Count,
  created_at: Instant,
  updated_at: Type.Optional(Instant),
  last_delivery_at: Type.Optional(Type.Union([Instant, Type.Null()])),
  last_successful_delivery_at: Type.Optional(Type.Union([Instant, Type.Null()])),
  deactivated_at: Type.Optional(Type.Union([Instant, Type.Null()])),
  deactivated_reason: Type.Optional(Type.Union([WebhookDeactivationReason, Type.Null()])),
  secret: WebhookSecret,
});

/** Facts of `webhook.test`. */
export const WebhookTestData = Type.Object({
  test: Type.Literal(true),
  payload: Type.Optional(Type.Object({})),
});
