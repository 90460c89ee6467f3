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

/** What an A2A agent can do beyond answering. */
export const A2aCapabilities = z.looseObject({
  streaming: z.boolean().optional(),
  pushNotifications: z.boolean().optional(),
  stateTransitionHistory: z.boolean().optional(),
});

/** A short text of one line. */
export const ShortText = z.string().refine(lengthBetween(1, 200));

/** An absolute URI of any scheme, without credentials in it. */
export const Uri = z.string().regex(new RegExp("^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$", "u")).refine(lengthBetween(0, 2048));

/** An address where an A2A agent is reached, as A2A 1.0 writes it. */
export const A2aInterface = z.looseObject({
  url: Uri,
  protocolBinding: ShortText,
  protocolVersion: ShortText,
});

/** Who runs an A2A agent. */
export const A2aProvider = z.looseObject({
  organization: ShortText,
  url: Uri.optional(),
});

/** Addresses of a node's doors. */
export const ManifestEndpoints = z.looseObject({
  rest: Uri.optional(),
  mcp: Uri.optional(),
  a2a: Uri.optional(),
  health: Uri.optional(),
});

/** A protocol version, `major.minor`; a patch part is ignored (E-13). */
export const ProtocolVersion = z.string().regex(new RegExp("^\\d+\\.\\d+(?:\\.\\d+)?$", "u"));

/** What A2A does not know about a node of this protocol. */
export const A2aServicialoExtension = z.looseObject({
  protocolVersion: ProtocolVersion.optional(),
  implementer: z.string().optional(),
  endpoints: ManifestEndpoints.optional(),
  registry: Uri.optional(),
});

/** One type of task an A2A agent takes. */
export const A2aSkill = z.looseObject({
  id: z.string().refine(lengthBetween(1, 128)),
  name: ShortText,
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  examples: z.array(z.string()).optional(),
  inputSchema: z.record(z.string(), z.unknown()).optional(),
});

/** A version of three numbers. */
export const SemanticVersion = z.string().regex(new RegExp("^\\d+\\.\\d+\\.\\d+$", "u"));

/** An organization as an A2A agent. */
export const A2aCard = z.looseObject({
  name: ShortText,
  description: z.string().optional(),
  url: Uri,
  version: z.string(),
  protocolVersion: SemanticVersion.optional(),
  supportedInterfaces: z.array(A2aInterface).optional(),
  provider: A2aProvider.optional(),
  capabilities: A2aCapabilities.optional(),
  defaultInputModes: z.array(z.string()).optional(),
  defaultOutputModes: z.array(z.string()).optional(),
  skills: z.array(A2aSkill),
  authentication: z.record(z.string(), z.unknown()).optional(),
  securitySchemes: z.record(z.string(), z.unknown()).optional(),
  securityRequirements: z.array(z.record(z.string(), z.unknown())).optional(),
  "x-servicialo": A2aServicialoExtension.optional(),
});

/** An e-mail address. */
export const Email = z.string().regex(new RegExp("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$", "u")).refine(lengthBetween(0, 254));

/** A telephone number; E.164 is recommended. */
export const Phone = z.string().regex(new RegExp("^\\+?[0-9](?:[0-9 ().-]{2,30}[0-9])$", "u"));

/** Who a session is booked for, as some senders write it beside the params. */
export const A2aClient = z.looseObject({
  email: Email.optional(),
  name: ShortText.optional(),
  last_name: ShortText.optional(),
  phone: Phone.optional(),
});

/** An opaque identifier. Never parse it. */
export const Id = z.string().refine(lengthBetween(1, 128));

/** An instant: ISO 8601 date-time with an offset or `Z`. Never a local time. */
export const Instant = z.string().regex(new RegExp("^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$", "u")).refine(lengthBetween(0, 35));

/** Where a human confirms what an agent asks for (mandates page 10). */
export const A2aConfirmation = z.looseObject({
  confirmation_id: Id,
  expires_at: Instant.optional(),
  decide_url: Uri,
});

/** Paths at which an organization takes A2A tasks; all mean the same. */
export const A2aEndpoint = z.enum(["/servicialo/v1/organizations/{org_slug}/a2a", "/api/servicialo/{org_slug}/a2a"]);

/** JSON-RPC errors of the A2A endpoint. The array `errors` of the HTTP profile stands in their data. */
export const A2aError = z.enum([
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
export const A2aMethod = z.enum(["message/send", "tasks/get", "tasks/cancel"]);

/** What became of one step of a task. */
export const A2aStepOutcome = z.enum(["done", "refused", "left_out"]);

/** One step of a task as it went. */
export const A2aStepRecord = z.looseObject({
  operation: ShortText,
  outcome: A2aStepOutcome,
  status: z.int().min(-2147483648).max(2147483647).optional(),
  id: Id.optional(),
});

/** States of an A2A task (E-11). */
export const A2aTaskState = z.enum(["submitted", "working", "input-required", "completed", "failed", "canceled", "rejected"]);

/** The data part that says how a task stands: in its artifact once it has ended, in the message of its status before. */
export const A2aTaskOutcome = z.looseObject({
  intent: z.string().optional(),
  status: A2aTaskState,
  result: z.unknown().optional(),
  steps: z.array(A2aStepRecord),
  missing: z.array(z.string()).optional(),
  missing_one_of: z.array(z.string()).optional(),
  task_types: z.array(z.string()).optional(),
  confirmation: A2aConfirmation.optional(),
});

/** Kinds of party that may claim to act. `system` appears in records only. */
export const ActorType = z.enum(["client", "provider", "organization", "agent"]);

/** Kinds of party that an actor may stand in for. */
export const RepresentedType = z.enum(["client", "provider", "organization"]);

/** The party that an actor stands in for. */
export const OnBehalfOf = z.looseObject({
  type: z.union([z.enum(["patient", "professional"]), RepresentedType]),
  id: Id,
});

/** A UUID of any version, in its canonical form. */
export const Uuid = z.string().regex(new RegExp("^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$", "u"));

/**
 * Who acts: a claim, checked against the credential (D-23). An agent always names its mandate (D-24); one that does not is
 * well-formed, and refused by check 0 with `MANDATE_REQUIRED`.
 */
export const Actor = z.looseObject({
  type: ActorType,
  id: Id,
  mandate_id: Uuid.optional(),
  confirmation_id: Id.optional(),
  on_behalf_of: OnBehalfOf.optional(),
});

/** The data part of a message that begins a task, or goes on with one. It wins over every text beside it. */
export const A2aTaskRequest = z.looseObject({
  intent: z.string().refine(lengthBetween(1, 128)).optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  actor: Actor.optional(),
  client: A2aClient.optional(),
});

/** Accepts a proposed order. */
export const ActivateServiceOrder = z.looseObject({
  actor: Actor.optional(),
});

/** Ways to authenticate. */
export const AuthenticationType = z.enum(["api_key", "oauth2", "none"]);

/** A count, 0 or more. */
export const Count = z.int().min(0).max(2147483647);

/** A scope of a node's own, `x-{domain}:{action}`. */
export const CustomScope = z.string().regex(new RegExp("^x-[a-z0-9-]+:[a-z_]+$", "u")).refine(lengthBetween(0, 128));

/** Every scope a mandate can grant: `resource:action`, additive, denied by default. No scope implies another. */
export const Scope = z.enum([
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
export const MandateScope = z.union([Scope, CustomScope]);

/** How to authenticate. */
export const AgentCardAuthentication = z.looseObject({
  type: AuthenticationType,
  registration_url: Uri.optional(),
  scopes: z.array(MandateScope).optional(),
  public_tools_count: Count.optional(),
  authenticated_tools_count: Count.optional(),
});

/** Forms in which a delivery is shown. Each has its payload. */
export const EvidenceType = z.enum(["gps", "signature", "photo", "document", "duration", "notes"]);

/** Exception flows as cards name them (E-09). Conformance counts client and provider no-shows apart. */
export const ExceptionFlow = z.enum(["cancellation", "no_show", "rescheduling", "dispute", "partial_delivery", "resource_conflict"]);

/** States of one delivery. The eight core states are passed strictly in order; none can be skipped. */
export const ServiceState = z.enum([
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
export const AgentCardCapabilities = z.looseObject({
  lifecycle_states: z.array(ServiceState).min(6),
  exception_flows: z.array(ExceptionFlow).min(3),
  evidence_types: z.array(EvidenceType),
  service_orders: z.boolean().optional(),
  resources: z.boolean().optional(),
  a2a: z.boolean().optional(),
  mandates: z.boolean().optional(),
});

/** Where the organization can be reached: over MCP, HTTP or A2A, one of them at least (E-08). */
export const AgentCardEndpoints = z.looseObject({
  mcp: Uri.optional(),
  rest: Uri.optional(),
  a2a: Uri.optional(),
  booking: Uri.optional(),
}).refine((value) => countPresent(value, ["mcp", "rest", "a2a"]) >= 1, { path: ["mcp"] });

/** Name of an organization in a card: words of letters and digits, joined by single hyphens. */
export const CardSlug = z.string().regex(new RegExp("^[a-z0-9]+(?:-[a-z0-9]+)*$", "u")).refine(lengthBetween(0, 50));

/** A country, ISO 3166-1 alpha-2 in lower case. */
export const CountryCode = z.string().regex(new RegExp("^[a-z]{2}$", "u"));

/** A calendar day without a zone, `YYYY-MM-DD`. */
export const LocalDate = z.string().regex(new RegExp("^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))$", "u"));

/** Name of a time zone in the IANA database. */
export const TimeZone = z.string().regex(new RegExp("^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$", "u")).refine(lengthBetween(0, 64));

/** How far a party is trusted, 0 to 100; computed from verified deliveries, never self-declared. */
export const TrustScore = z.number().min(0).max(100);

/** The organization a card is about. */
export const AgentCardOrganization = z.looseObject({
  slug: CardSlug,
  name: ShortText,
  vertical: ShortText,
  country: CountryCode,
  timezone: TimeZone,
  description: z.string().refine(lengthBetween(0, 500)).optional(),
  trust_score: TrustScore.optional(),
  verified_deliveries: Count.optional(),
  active_since: LocalDate.optional(),
});

/** A provider in a card. */
export const AgentCardProvider = z.looseObject({
  id: Id,
  name: ShortText,
  specializations: z.array(z.string()).optional(),
  trust_score: TrustScore.optional(),
  services: z.array(Id).optional(),
});

/** An amount without its currency, which stands beside it or follows from the order, offer or sale. Major units. */
export const BareAmount = z.number().min(0);

/** A currency, ISO 4217. */
export const CurrencyCode = z.string().regex(new RegExp("^[A-Z]{3}$", "u"));

/** A price as cards print it. */
export const CardPrice = z.looseObject({
  amount: BareAmount,
  currency: CurrencyCode,
});

/** How a service reaches its client (D-16). */
export const Modality = z.enum(["in_person", "virtual", "home_visit"]);

/** An offer in a card. */
export const AgentCardService = z.looseObject({
  id: Id,
  name: ShortText,
  vertical: ShortText,
  duration_minutes: z.int().min(5).max(480),
  price: CardPrice,
  modality: Modality,
  description: z.string().optional(),
  requires_resource: z.boolean().optional(),
  required_evidence: z.array(z.string()).optional(),
});

/** Discovery level 2: all an agent needs to know of one organization. Cached for five minutes; foreign members are allowed. */
export const AgentCard = z.looseObject({
  version: SemanticVersion,
  organization: AgentCardOrganization,
  capabilities: AgentCardCapabilities,
  services: z.array(AgentCardService),
  providers: z.array(AgentCardProvider).optional(),
  endpoints: AgentCardEndpoints,
  authentication: AgentCardAuthentication,
});

/** The software that serves a list of organizations. */
export const Implementation = z.looseObject({
  name: ShortText,
  protocol_version: ProtocolVersion,
  platform: ShortText,
});

/** Discovery level 1: one organization in the list of an implementation. */
export const OrgCard = z.looseObject({
  slug: CardSlug,
  name: ShortText,
  vertical: ShortText,
  country: CountryCode,
  agent_card: Uri,
  description: z.string().refine(lengthBetween(0, 500)).optional(),
  region: z.string().refine(lengthBetween(0, 200)).optional(),
  trust_score: TrustScore.optional(),
  services_count: Count.optional(),
  providers_count: Count.optional(),
  verified_deliveries: Count.optional(),
  active_since: LocalDate.optional(),
  last_heartbeat: Instant.optional(),
});

/** Discovery level 1: the discoverable organizations of an implementation. Cached for an hour. */
export const AgentList = z.looseObject({
  version: SemanticVersion,
  implementation: Implementation,
  organizations: z.array(OrgCard),
});

/** Billable time that the parties agreed on, in minutes. */
export const AgreedRangeMinutes = z.looseObject({
  min: z.number().min(0).optional(),
  max: z.number().min(0).optional(),
});

/** A wall-clock time of the 24 h clock, `HH:mm`, in the zone that stands beside it. */
export const TimeOfDay = z.string().regex(new RegExp("^(?:[01]\\d|2[0-3]):[0-5]\\d$", "u"));

/** A window of each day. A start after the end runs over midnight; a start equal to the end is the whole day. */
export const AllowedHours = z.looseObject({
  start: TimeOfDay,
  end: TimeOfDay,
  timezone: TimeZone,
});

/** An amount of money. Held as an integer of the minor unit, never as a binary float (D-17). */
export const Money = z.looseObject({
  value: BareAmount,
  currency: CurrencyCode,
});

/** A share of a whole, 0 to 100. */
export const Percent = z.number().min(0).max(100);

/** What the cancellation policy came to. */
export const AppliedCancellationPolicy = z.looseObject({
  hours_before: z.number(),
  penalty: Money,
  refund: Money,
  penalty_percent: Percent,
});

/** A deliverable that the client has approved. */
export const ApprovedDeliverableData = z.looseObject({
  uri: Uri,
  mime_type: z.string().regex(new RegExp("^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", "u")).refine(lengthBetween(0, 255)).optional(),
  document_type: z.literal("deliverable"),
  approved_by: Id,
  approved_at: Instant,
});

/** The party that has to answer. */
export const Approver = z.looseObject({
  type: RepresentedType,
  id: Id,
});

/** How many arbitrators decide disputes up to an amount. */
export const ArbitrationTier = z.looseObject({
  below: z.union([Money, z.null()]),
  arbitrators: z.int().min(1).max(2147483647),
});

/** Who decides a dispute that the evidence does not settle. */
export const ArbitrationPolicy = z.looseObject({
  tiers: z.array(ArbitrationTier).min(1),
  resolution_hours: z.int().min(1).max(2147483647).optional(),
});

/** Who was present. */
export const AttendanceRecordData = z.looseObject({
  document_type: z.literal("attendance_record"),
  student_present: z.boolean(),
  instructor_present: z.boolean(),
  session_start: Instant.optional(),
  session_end: Instant.optional(),
});

/** How an audited action ended. */
export const AuditResult = z.enum(["success", "failure", "rejected", "halted"]);

/** Where a mandate holds: `org:{slug or id}`, `personal:{person id}` or `order:{order id}`; custom types begin with `x_`. */
export const MandateContext = z.string().regex(new RegExp("^[a-z_]+:.+$", "u")).refine(lengthBetween(0, 256));

/** Role of the party that issues a mandate, and the interests it serves. */
export const PrincipalType = z.enum(["professional", "patient", "organization"]);

/** A SHA-256 digest in lower-case hexadecimal. */
export const Sha256 = z.string().regex(new RegExp("^[0-9a-f]{64}$", "u"));

/** A random UUID (version 4), in its canonical form. */
export const UuidV4 = z.string().regex(new RegExp("^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-4[0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$", "u"));

/** One line of the audit trail. Never changed, never deleted. */
export const AuditEntry = z.looseObject({
  audit_id: UuidV4,
  mandate_id: Uuid,
  agent_id: Id,
  principal_id: Id,
  acting_for: PrincipalType,
  action: z.string().refine(lengthBetween(1, 128)),
  action_input: z.record(z.string(), z.unknown()).optional(),
  action_result: AuditResult,
  failure_reason: z.string().refine(lengthBetween(1, 128)).optional(),
  resource_id: Id.optional(),
  context: MandateContext,
  timestamp: Instant,
  ip_address: z.string().refine(lengthBetween(0, 64)).optional(),
  request_id: z.string().refine(lengthBetween(0, 255)).optional(),
  seq: z.int().min(1).max(9007199254740991).optional(),
  prev_hash: Sha256.optional(),
  hash: Sha256.optional(),
  confirmation_id: Id.optional(),
}).refine((value) => !has(value, "action_result", ["failure", "rejected"]) || present(value, "failure_reason"), { path: ["failure_reason"] });

/** Newest end of a chain of audit entries. */
export const AuditHead = z.looseObject({
  seq: z.int().min(1).max(9007199254740991),
  hash: Sha256,
});

/** When and how a provider can be seen: the value type of each `availability` key. */
export const AvailabilityAttributes = z.looseObject({
  modalities: z.array(Modality).optional(),
  typical_hours: z.record(z.string(), z.unknown()).optional(),
  avg_wait_days: z.number().min(0).optional(),
  next_available: Instant.optional(),
  accepts_new_patients: z.boolean().optional(),
  max_daily_sessions: Count.optional(),
});

/** How two calendars that were asked for together get along. */
export const AvailabilityConflict = z.enum(["none", "provider_available_resource_unavailable", "resource_available_provider_unavailable"]);

/** How two calendars that were asked for together get along, in words too. */
export const ConflictResolution = z.looseObject({
  type: AvailabilityConflict,
  message: z.string().refine(lengthBetween(0, 500)).optional(),
});

/** Whose calendars an answer about free time looks at. */
export const SchedulingMode = z.enum(["provider_only", "resource_only", "provider_and_resource"]);

/** What an answer about free time adds about itself. */
export const AvailabilityMeta = z.looseObject({
  mode: SchedulingMode,
  conflict_resolution: ConflictResolution,
});

/** A free interval that can be booked as it stands. */
export const AvailabilitySlot = z.looseObject({
  provider_id: Id.optional(),
  starts_at: Instant,
  ends_at: Instant,
  resource_id: Id.optional(),
  service_id: Id.optional(),
  remaining_capacity: Count.optional(),
  confidence_score: z.number().min(0).max(1).optional(),
}).refine((value) => countPresent(value, ["provider_id", "resource_id"]) >= 1, { path: ["provider_id"] });

/** Where the billing of a session stands. It moves on its own; no payment moves the lifecycle (D-10). */
export const BillingStatus = z.enum(["pending", "charged", "invoiced", "paid", "disputed"]);

/** Through what a booking came in. */
export const SubmissionChannel = z.enum(["web", "whatsapp", "phone", "chat", "api", "other"]);

/** Who filled a booking in. */
export const SubmitterType = z.enum(["human", "agent", "human_with_agent_assistance"]);

/** How a booking came in. */
export const Submission = z.looseObject({
  channel: SubmissionChannel,
  submitted_by_type: SubmitterType,
  agent_id: Id.optional(),
  agent_name: z.string().refine(lengthBetween(0, 200)).optional(),
  platform: z.string().refine(lengthBetween(0, 200)).optional(),
}).refine((value) => !has(value, "submitted_by_type", ["agent", "human_with_agent_assistance"]) || present(value, "agent_id"), { path: ["agent_id"] });

/** Asks for a session: this offer, this provider, this client, this time. */
export const BookSession = z.looseObject({
  service_id: Id,
  provider_id: Id,
  client_id: Id,
  starts_at: Instant,
  resource_id: Id.optional(),
  actor: Actor.optional(),
  human_intent_confirmed: z.boolean().optional(),
  submission: Submission.optional(),
  service_order_id: Id.optional(),
  payer_id: Id.optional(),
  payment_intent_id: Id.optional(),
});

/** Books a session for a client, who is found or created by mail address, and confirms it. */
export const BookSessionTask = z.strictObject({
  service_id: Id,
  provider_id: Id,
  client_email: Email,
  starts_at: Instant,
  client_name: ShortText.optional(),
  client_last_name: ShortText.optional(),
  client_phone: Phone.optional(),
  resource_id: Id.optional(),
  payment_intent_id: Id.optional(),
});

/** Facts of `booking.created`, `booking.confirmed` and `booking.cancelled`. */
export const BookingData = z.looseObject({
  session_id: Id,
  service_id: Id,
  provider_id: Id,
  starts_at: Instant,
});

/** Key to one public booking, 7 days by default. */
export const BookingToken = z.string().refine(lengthBetween(1, 512));

/** Cancels a public booking. */
export const CancelPublicBooking = z.looseObject({
  reason: z.string().refine(lengthBetween(1, 2000)).optional(),
});

/** Calls a session off. */
export const CancelSession = z.looseObject({
  reason: z.string().refine(lengthBetween(1, 2000)).optional(),
  actor: Actor.optional(),
});

/** Figures of a cancellation. */
export const CancellationDetails = z.looseObject({
  hours_before: z.number(),
  penalty: Money,
  refund: Money,
});

/** One step of a policy that depends on how much time remains until the start. */
export const PolicyTier = z.looseObject({
  hours_before: z.number().min(0),
  inclusive: z.boolean().optional(),
  penalty_percent: Percent,
});

/**
 * What a cancellation by the client costs (lifecycle 8). The first step whose time still remains applies; none: the
 * last one. Anyone else cancels at no cost to the client (P-08).
 */
export const CancellationPolicy = z.looseObject({
  tiers: z.array(PolicyTier).min(1),
  latest_hours_before: z.number().min(0).optional(),
});

/** What a cancellation adds about itself. */
export const CancellationPolicyMeta = z.looseObject({
  policy: AppliedCancellationPolicy,
});

/** How much of the HTTP profile a node serves. */
export const Compliance = z.enum(["minimal", "extended"]);

/** Protocol name of an operation, with dots. */
export const OperationName = z.string().regex(new RegExp("^[a-z0-9_]+(?:\\.[a-z0-9_]+)+$", "u")).refine(lengthBetween(0, 64));

/** What a node can do. What it lists here is tested. */
export const Capabilities = z.looseObject({
  protocol_version: ProtocolVersion,
  profile_version: SemanticVersion,
  compliance: Compliance,
  capabilities: z.array(OperationName),
  levels: z.array(z.enum(["CORE", "FULL", "NETWORK", "AGENT", "EXT"])).optional(),
  protocol_versions: z.array(ProtocolVersion).optional(),
  sandbox_clock: z.boolean().optional(),
  extensions: z.array(z.string()).optional(),
});

/** A range of whole numbers, both ends included. */
export const IntegerRange = z.looseObject({
  min: Count,
  max: Count,
});

/** What a provider can do, and for whom: the value type of each `capability` key. */
export const CapabilityAttributes = z.looseObject({
  conditions_treated: z.array(z.string()).optional(),
  techniques: z.array(z.string()).optional(),
  populations_served: z.array(z.string()).optional(),
  age_range: IntegerRange.optional(),
  contraindications: z.array(z.string()).optional(),
  typical_session_count: IntegerRange.optional(),
  outcome_metrics: z.array(z.string()).optional(),
});

/** A length of time in whole minutes, at least one. */
export const Minutes = z.int().min(1).max(2147483647);

/** Finds free slots of an offer or a provider between two days. */
export const CheckAvailabilityTask = z.strictObject({
  date_from: LocalDate,
  date_to: LocalDate,
  service_id: Id.optional(),
  provider_id: Id.optional(),
  resource_id: Id.optional(),
  duration_minutes: Minutes.optional(),
  timezone: TimeZone.optional(),
}).refine((value) => countPresent(value, ["service_id", "provider_id", "resource_id"]) >= 1, { path: ["service_id"] });

/** Degrees north of the equator. */
export const Latitude = z.number().min(-90).max(90);

/** Degrees east of Greenwich. */
export const Longitude = z.number().min(-180).max(180);

/** A point on the map. Evidence payloads spell the members out instead (D-13). */
export const Coordinates = z.looseObject({
  lat: Latitude,
  lng: Longitude,
});

/** Begins a delivery. */
export const CheckIn = z.looseObject({
  actor: Actor.optional(),
  location: Coordinates.optional(),
  timestamp: Instant.optional(),
});

/** Ends a delivery. */
export const CheckOut = z.looseObject({
  actor: Actor.optional(),
  location: Coordinates.optional(),
  timestamp: Instant.optional(),
});

/** A client's past with the organization, in figures. */
export const HistorySummary = z.looseObject({
  sessions_total: Count.optional(),
  sessions_verified: Count.optional(),
  last_session_at: Instant.optional(),
  no_show_count: Count.optional(),
});

/** The beneficiary of services. Who pays is kept apart: any party, the client by default. */
export const Client = z.looseObject({
  id: Id,
  organization_id: Id,
  email: Email.optional(),
  phone: Phone.optional(),
  name: z.string().refine(lengthBetween(1, 200)),
  last_name: z.string().refine(lengthBetween(1, 200)),
  default_payer_id: Id.optional(),
  no_show_count: Count.optional(),
  history_summary: HistorySummary.optional(),
}).refine((value) => countPresent(value, ["email", "phone"]) >= 1, { path: ["email"] });

/** How a client stands with the organization. */
export const ClientAccountStatus = z.enum(["settled", "owing", "in_credit"]);

/** What follows when the client stays away. */
export const ClientNoShowPolicy = z.looseObject({
  penalty_percent: Percent.optional(),
});

/** Forms of a signature. */
export const SignatureFormat = z.enum(["image/png", "image/svg+xml", "application/pkcs7-signature"]);

/** Signature of the client for what was received. */
export const ClientSignatureData = z.looseObject({
  signer_role: z.literal("client"),
  format: SignatureFormat,
  uri: Uri.optional(),
});

/** Roles that sign a clinical record. */
export const ClinicalSigner = z.enum(["provider", "client"]);

/** The clinical record, signed by provider and client. Restricted, whatever a request says. */
export const ClinicalRecordData = z.looseObject({
  uri: Uri,
  mime_type: z.string().regex(new RegExp("^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", "u")).refine(lengthBetween(0, 255)).optional(),
  document_type: z.literal("clinical_record"),
  signed_by: z.array(ClinicalSigner).min(2).refine(allDifferent),
});

/** Free text of a person. */
export const LongText = z.string().refine(lengthBetween(1, 10000));

/** What a committee discussed and agreed. */
export const CommitteeMinutesData = z.looseObject({
  uri: Uri,
  mime_type: z.string().regex(new RegExp("^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", "u")).refine(lengthBetween(0, 255)).optional(),
  document_type: z.literal("committee_minutes"),
  attendees: z.array(ShortText).optional(),
  agreements: z.array(LongText).optional(),
});

/** How far a competency was reached. */
export const CompetencyLevel = z.enum(["not_started", "in_progress", "achieved"]);

/** One competency of a student. */
export const Competency = z.looseObject({
  name: ShortText,
  level: CompetencyLevel,
});

/** One agreed task. */
export const CompletionTask = z.looseObject({
  task: LongText,
  completed: z.boolean(),
});

/** The agreed tasks, one by one. */
export const CompletionChecklistData = z.looseObject({
  document_type: z.literal("completion_checklist"),
  checklist: z.array(CompletionTask).min(1),
  all_completed: z.boolean().optional(),
});

/** Proof that a person means a public booking: usable once, for one booking, 30 minutes by default. */
export const ConfirmationToken = z.string().refine(lengthBetween(1, 512));

/** Confirms a public booking. */
export const ConfirmPublicBooking = z.looseObject({
  confirmation_token: ConfirmationToken,
});

/** Acknowledges an appointment. */
export const ConfirmSession = z.looseObject({
  actor: Actor.optional(),
});

/** Parties whose acknowledgement a contract may ask for. */
export const ConfirmingParty = z.enum(["client", "provider"]);

/** What a confirmation adds about itself. */
export const ConfirmationMeta = z.looseObject({
  confirmations_missing: z.array(ConfirmingParty).refine(allDifferent).optional(),
});

/** Whose confirmation makes a scheduled session a confirmed one (P-03). */
export const ConfirmationPolicy = z.enum(["any", "client", "provider", "both", "auto"]);

/** Why an agent has to ask. */
export const ConfirmationReason = z.enum(["autonomy", "irreversible", "amount"]);

/** How far a confirmation request is. */
export const ConfirmationStatus = z.enum(["pending", "approved", "rejected", "expired", "voided", "consumed"]);

/** A question to a human about one call of an agent. Never lifts a check, a constraint other than the amount, or a prohibition. */
export const ConfirmationRequest = z.looseObject({
  id: Id,
  status: ConfirmationStatus,
  mandate_id: Uuid,
  agent_id: Id,
  principal_id: Id,
  approver: Approver,
  action: z.string().refine(lengthBetween(1, 128)),
  resource_id: Id.optional(),
  summary: z.string().refine(lengthBetween(1, 2000)),
  amount: Money.optional(),
  reason: ConfirmationReason,
  input_digest: Sha256,
  created_at: Instant,
  expires_at: Instant,
  decided_at: Instant.optional(),
  decided_by: Id.optional(),
  consumed_at: Instant.optional(),
}).refine((value) => !has(value, "status", ["approved", "rejected", "consumed"]) || present(value, "decided_at"), { path: ["decided_at"] }).refine((value) => !has(value, "status", ["approved", "rejected", "consumed"]) || present(value, "decided_by"), { path: ["decided_by"] }).refine((value) => !has(value, "status", ["consumed"]) || present(value, "consumed_at"), { path: ["consumed_at"] });

/** Amount above which a human confirms; up to it, the principal's advance confirmation (M-05). */
export const ConfirmationThreshold = z.looseObject({
  amount: BareAmount,
  currency: CurrencyCode,
});

/** Billable time of a consultant. Every item of type `duration` is one. */
export const ConsultingBillableHoursData = z.looseObject({
  minutes: z.number().min(0),
  description: LongText.optional(),
  category: ShortText,
  budget_authorized_minutes: z.number().min(0).optional(),
  scope_change_ref: ShortText.optional(),
});

/** How an item must be kept and who may read it, in ascending order. */
export const DataSensitivity = z.enum(["public", "internal", "confidential", "restricted"]);

/** One piece of course material. */
export const MaterialItem = z.looseObject({
  title: ShortText,
  uri: Uri.optional(),
});

/** Course material handed to the student. */
export const CourseMaterialData = z.looseObject({
  uri: Uri,
  mime_type: z.string().regex(new RegExp("^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", "u")).refine(lengthBetween(0, 255)).optional(),
  document_type: z.literal("course_material"),
  material_items: z.array(MaterialItem).optional(),
});

/** Payload of type `document`, unless the kind of the item has a rule of its own. */
export const DocumentData = z.looseObject({
  uri: Uri,
  mime_type: z.string().regex(new RegExp("^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", "u")).refine(lengthBetween(0, 255)).optional(),
  document_type: ShortText,
});

/** A document made for the client, and handed over. */
export const LegalDeliverableData = z.looseObject({
  uri: Uri,
  mime_type: z.string().regex(new RegExp("^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", "u")).refine(lengthBetween(0, 255)).optional(),
  document_type: z.literal("legal_deliverable"),
  delivered_to: Id,
  delivered_at: Instant.optional(),
});

/** What was said and agreed. */
export const MeetingMinutesData = z.looseObject({
  uri: Uri,
  mime_type: z.string().regex(new RegExp("^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$", "u")).refine(lengthBetween(0, 255)).optional(),
  document_type: z.literal("meeting_minutes"),
  attendees: z.array(ShortText).optional(),
  agreements: z.array(LongText).optional(),
});

/** How far a milestone has come. */
export const MilestoneProgressData = z.looseObject({
  document_type: z.literal("milestone_progress"),
  milestone_id: Id,
  progress_percent: Percent,
  notes: LongText.optional(),
});

/** How the student did. Needed only where the contract says so. */
export const SessionEvaluationData = z.looseObject({
  document_type: z.literal("session_evaluation"),
  score: z.number().min(0).max(100).optional(),
  feedback: LongText.optional(),
  competencies: z.array(Competency).optional(),
});

/** One item of a treatment plan. */
export const TreatmentItem = z.looseObject({
  item: LongText,
  completed: z.boolean(),
});

/** How far the treatment plan was followed. */
export const TreatmentAdherenceData = z.looseObject({
  document_type: z.literal("treatment_adherence"),
  checklist: z.array(TreatmentItem),
});

/** Payload of an item of type `document`: that of a catalogued kind, or the general one. */
export const DocumentPayload = z.union([ClinicalRecordData, TreatmentAdherenceData, CompletionChecklistData, MeetingMinutesData, LegalDeliverableData, AttendanceRecordData, CourseMaterialData, SessionEvaluationData, ApprovedDeliverableData, CommitteeMinutesData, MilestoneProgressData, DocumentData]);

/** Parties an item can come from. An organization records on behalf of a provider or client. */
export const EvidenceActorType = z.enum(["provider", "client", "system", "agent"]);

/** Who captured an item. */
export const EvidenceActor = z.looseObject({
  type: EvidenceActorType,
  id: Id,
});

/** How an item was captured. */
export const EvidenceMethod = z.enum(["auto", "manual", "agent"]);

/** What stands in place of a restricted payload for those who may not read it. */
export const RedactedData = z.looseObject({
  redacted: z.literal(true),
  reason: z.literal("restricted_evidence"),
});

/** A recorded document. */
export const DocumentEvidence = z.looseObject({
  id: Id.optional(),
  captured_at: Instant,
  actor: EvidenceActor,
  recorded_by: Id.optional(),
  method: EvidenceMethod.optional(),
  data_sensitivity: DataSensitivity.optional(),
  type: z.literal("document"),
  data: z.union([DocumentPayload, RedactedData]),
});

/** Payload of type `duration`. */
export const DurationData = z.looseObject({
  minutes: z.number().min(0),
  description: LongText.optional(),
  category: ShortText.optional(),
});

/** Billable time of a lawyer. Every item of type `duration` is one. */
export const LegalBillableHoursData = z.looseObject({
  minutes: z.number().min(0),
  description: LongText.optional(),
  category: ShortText.optional(),
  agreed_range_minutes: AgreedRangeMinutes.optional(),
  justification: LongText.optional(),
});

/** Payload of an item of type `duration`. */
export const DurationPayload = z.union([LegalBillableHoursData, ConsultingBillableHoursData, DurationData]);

/** Recorded time. */
export const DurationEvidence = z.looseObject({
  id: Id.optional(),
  captured_at: Instant,
  actor: EvidenceActor,
  recorded_by: Id.optional(),
  method: EvidenceMethod.optional(),
  data_sensitivity: DataSensitivity.optional(),
  type: z.literal("duration"),
  data: z.union([DurationPayload, RedactedData]),
});

/** Which end of a delivery a point belongs to. */
export const GpsEvent = z.enum(["checkin", "checkout"]);

/** Payload of type `gps`: where a device was. */
export const GpsData = z.looseObject({
  latitude: Latitude,
  longitude: Longitude,
  accuracy_meters: z.number().min(0).optional(),
  event: GpsEvent.optional(),
});

/** A recorded point. */
export const GpsEvidence = z.looseObject({
  id: Id.optional(),
  captured_at: Instant,
  actor: EvidenceActor,
  recorded_by: Id.optional(),
  method: EvidenceMethod.optional(),
  data_sensitivity: DataSensitivity.optional(),
  type: z.literal("gps"),
  data: z.union([GpsData, RedactedData]),
});

/** A language, ISO 639-1. */
export const LanguageCode = z.string().regex(new RegExp("^[a-z]{2}$", "u"));

/** Payload of type `notes`. */
export const NotesData = z.looseObject({
  text: LongText,
  language: LanguageCode.optional(),
});

/** Recorded notes. */
export const NotesEvidence = z.looseObject({
  id: Id.optional(),
  captured_at: Instant,
  actor: EvidenceActor,
  recorded_by: Id.optional(),
  method: EvidenceMethod.optional(),
  data_sensitivity: DataSensitivity.optional(),
  type: z.literal("notes"),
  data: z.union([NotesData, RedactedData]),
});

/** Where and when a picture was taken, complete enough to prove something. */
export const PhotoProofMetadata = z.looseObject({
  latitude: Latitude,
  longitude: Longitude,
  taken_at: Instant,
});

/** Picture of the state after the work. */
export const PhotoAfterData = z.looseObject({
  uri: Uri,
  metadata: PhotoProofMetadata,
  label: z.literal("after"),
});

/** Picture of the state before the work. */
export const PhotoBeforeData = z.looseObject({
  uri: Uri,
  metadata: PhotoProofMetadata,
  label: z.literal("before"),
});

/** Where and when a picture was taken, as far as known. */
export const PhotoMetadata = z.looseObject({
  latitude: Latitude.optional(),
  longitude: Longitude.optional(),
  taken_at: Instant.optional(),
});

/** Payload of type `photo`. */
export const PhotoData = z.looseObject({
  uri: Uri,
  label: ShortText.optional(),
  metadata: PhotoMetadata.optional(),
});

/** Payload of an item of type `photo`. */
export const PhotoPayload = z.union([PhotoBeforeData, PhotoAfterData, PhotoData]);

/** A recorded picture. */
export const PhotoEvidence = z.looseObject({
  id: Id.optional(),
  captured_at: Instant,
  actor: EvidenceActor,
  recorded_by: Id.optional(),
  method: EvidenceMethod.optional(),
  data_sensitivity: DataSensitivity.optional(),
  type: z.literal("photo"),
  data: z.union([PhotoPayload, RedactedData]),
});

/** Who signed. */
export const SignerRole = z.enum(["provider", "client", "both"]);

/** Payload of type `signature`. */
export const SignatureData = z.looseObject({
  signer_role: SignerRole,
  format: SignatureFormat,
  uri: Uri.optional(),
});

/** A recorded signature. */
export const SignatureEvidence = z.looseObject({
  id: Id.optional(),
  captured_at: Instant,
  actor: EvidenceActor,
  recorded_by: Id.optional(),
  method: EvidenceMethod.optional(),
  data_sensitivity: DataSensitivity.optional(),
  type: z.literal("signature"),
  data: z.union([SignatureData, RedactedData]),
});

/** One item that shows a delivery. Immutable once recorded; valid also when it is of no catalogued kind. */
export const Evidence = z.union([GpsEvidence, SignatureEvidence, PhotoEvidence, DocumentEvidence, DurationEvidence, NotesEvidence]);

/** The evidence of a delivery as a document of its own, checked against the rule of consulting. */
export const ConsultingEvidence = z.looseObject({
  vertical: z.literal("consulting"),
  evidence: z.array(Evidence),
});

/**
 * Name of a kind of evidence: one of the vertical's catalogue, an accepted synonym, or one of the organization's own
 * (`x-…`), which is matched by `document_type`.
 */
export const EvidenceKindName = z.string().regex(new RegExp("^[A-Za-z][A-Za-z0-9]*(?:[_.:-][A-Za-z0-9]+)*$", "u")).refine(lengthBetween(1, 100));

/** What a vertical's evidence rule takes from the contract (evidence 5). */
export const EvidenceRules = z.looseObject({
  evaluation_required: z.boolean().optional(),
  agreed_range_minutes: AgreedRangeMinutes.optional(),
  budget_authorized_minutes: Count.optional(),
  duration_tolerance_percent: z.number().min(0).optional(),
});

/** What becomes of a session whose provider stays away. */
export const ProviderNoShowAction = z.enum(["reassign", "cancel"]);

/** What follows when the provider stays away. */
export const ProviderNoShowPolicy = z.looseObject({
  action: ProviderNoShowAction.optional(),
  penalty_percent: Percent.optional(),
});

/** What follows when a party stays away. */
export const NoShowPolicy = z.looseObject({
  grace_minutes: Count.optional(),
  client: ClientNoShowPolicy.optional(),
  provider: ProviderNoShowPolicy.optional(),
});

/** What moving a session costs. The fee is recorded; the move is never refused for it. */
export const ReschedulingPolicy = z.looseObject({
  tiers: z.array(PolicyTier).min(1),
});

/**
 * The rules of a delivery, known before it is booked. They have to be read before booking or moving, which no node can
 * enforce. A session keeps the contract that held when it was booked.
 */
export const Contract = z.looseObject({
  service_id: Id,
  organization_id: Id,
  version: z.int().min(1).max(2147483647),
  required_evidence: z.array(EvidenceKindName).refine(allDifferent),
  dispute_window_hours: Count,
  verification_deadline_hours: z.int().min(1).max(72),
  confirmation_policy: ConfirmationPolicy,
  cancellation_policy: CancellationPolicy,
  rescheduling_policy: ReschedulingPolicy.optional(),
  no_show_policy: NoShowPolicy,
  arbitration_policy: ArbitrationPolicy.optional(),
  max_dispute_amount: Money.optional(),
  evidence_rules: EvidenceRules.optional(),
});

/** Writes the record of a delivery. */
export const CreateDocumentation = z.looseObject({
  content: z.string().refine(lengthBetween(1, 100000)),
  template_id: Id.optional(),
  actor: Actor.optional(),
});

/** What the person has said of the booking. */
export const PublicAuthorization = z.looseObject({
  human_intent_confirmed: z.literal(true),
});

/** The person who books without a credential. An e-mail address or a telephone number is needed. */
export const PublicRequester = z.looseObject({
  full_name: z.string().refine(lengthBetween(1, 200)),
  email: Email.optional(),
  phone: Phone.optional(),
}).refine((value) => countPresent(value, ["email", "phone"]) >= 1, { path: ["email"] });

/** Asks for a booking without a credential. */
export const CreatePublicBooking = z.looseObject({
  service_id: Id,
  starts_at: Instant,
  provider_id: Id.optional(),
  requester: PublicRequester,
  submission: Submission,
  authorization: PublicAuthorization,
});

/** Kinds of thing a delivery occupies. */
export const ResourceType = z.enum(["room", "box", "chair", "equipment"]);

/** A wall-clock time that ends a span, `HH:mm`; `24:00` is the end of the day. */
export const EndTimeOfDay = z.string().regex(new RegExp("^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$", "u"));

/**
 * A weekly span of wall-clock time in which something is open, or closed. Ends after it starts; what runs over midnight
 * is two blocks. One (owner, day, order) stands only once.
 */
export const WeeklyBlock = z.looseObject({
  day_of_week: z.int().min(0).max(6),
  start_time: TimeOfDay,
  end_time: EndTimeOfDay,
  is_available: z.boolean().optional(),
  timezone: TimeZone.optional(),
  block_order: Count.optional(),
});

/** Asks for a resource. */
export const CreateResource = z.looseObject({
  organization_id: Id,
  name: ShortText,
  type: ResourceType.optional(),
  capacity: z.int().min(1).max(2147483647).optional(),
  buffer_minutes: z.int().min(0).max(2147483647).optional(),
  equipment: z.array(ShortText).optional(),
  location: z.string().refine(lengthBetween(0, 500)).optional(),
  rules: z.record(z.string(), z.unknown()).optional(),
  timezone: TimeZone.optional(),
  availability: z.array(WeeklyBlock).optional(),
  actor: Actor.optional(),
});

/** An amount as a request may give it: with its currency, or bare in the currency already agreed (E-05). */
export const MoneyOrAmount = z.union([Money, BareAmount]);

/** Charges documented sessions to a client (D-22, D-36). */
export const CreateSale = z.looseObject({
  client_id: Id,
  service_id: Id,
  provider_id: Id,
  quantity: z.int().min(1).max(2147483647).optional(),
  unit_price: MoneyOrAmount,
  session_id: Id.optional(),
  actor: Actor.optional(),
});

/** How the value of an order is computed. */
export const OrderPricingModel = z.enum(["fixed", "t&m", "rate_card", "mixed"]);

/** Price of one level of work. */
export const RateCardEntry = z.looseObject({
  level: ShortText,
  billable_rate: BareAmount,
  cost_rate: BareAmount.optional(),
});

/** Prices of an order. All amounts of the order are in its currency. */
export const OrderPricing = z.looseObject({
  model: OrderPricingModel,
  currency: CurrencyCode,
  fixed_amount: BareAmount.optional(),
  rate_card: z.array(RateCardEntry).optional(),
}).refine((value) => !has(value, "model", ["fixed"]) || present(value, "fixed_amount"), { path: ["fixed_amount"] }).refine((value) => !has(value, "model", ["t&m", "rate_card"]) || present(value, "rate_card"), { path: ["rate_card"] });

/** A length of time in hours. */
export const Hours = z.number().min(0);

/** Which services an order covers. */
export const OrderScope = z.looseObject({
  description: LongText,
  service_types: z.array(ShortText).min(1),
  quantity_limit: z.union([z.int().min(1).max(2147483647), z.null()]).optional(),
  hours_limit: z.union([Hours, z.null()]).optional(),
  expiry_condition: LongText.optional(),
});

/** How long an order runs. */
export const OrderTermType = z.enum(["permanent", "annual", "monthly", "per_milestone", "per_event"]);

/** When an order begins, ends and renews. */
export const OrderTerm = z.looseObject({
  type: OrderTermType,
  starts_at: Instant,
  ends_at: z.union([Instant, z.null()]).optional(),
  auto_renews: z.boolean().optional(),
  renewal_notice_days: z.union([z.int().min(1).max(2147483647), z.null()]).optional(),
});

/** One part of the price. */
export const Installment = z.looseObject({
  trigger: ShortText,
  amount: BareAmount.optional(),
  percentage: Percent.optional(),
  due_days: Count.optional(),
}).refine((value) => countPresent(value, ["amount", "percentage"]) === 1, { path: ["amount"] });

/** When the money of an order is due. */
export const PaymentScheduleType = z.enum(["upfront", "milestone", "periodic", "on_delivery", "custom"]);

/** When the money of an order moves. */
export const PaymentSchedule = z.looseObject({
  type: PaymentScheduleType,
  installments: z.array(Installment).optional(),
}).refine((value) => !has(value, "type", ["milestone", "custom"]) || present(value, "installments"), { path: ["installments"] });

/** Who may discover an object. It governs listing, never authorization. */
export const Visibility = z.enum(["public", "unlisted", "private"]);

/** Begins an order, always as a draft. */
export const CreateServiceOrder = z.looseObject({
  organization_id: Id,
  client_id: Id,
  payer_id: Id,
  visibility: Visibility.optional(),
  scope: OrderScope,
  term: OrderTerm,
  pricing: OrderPricing,
  payment_schedule: PaymentSchedule,
  actor: Actor.optional(),
});

/** Events that a node tells its subscribers. */
export const WebhookEventName = z.enum([
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
export const WebhookUrl = z.string().regex(new RegExp("^(?:https://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?|http://(?:localhost|127\\.0\\.0\\.1))(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$", "u")).refine(lengthBetween(0, 2048));

/** Asks to be told of events. */
export const CreateWebhookSubscription = z.looseObject({
  url: WebhookUrl,
  subscribed_events: z.array(WebhookEventName).min(1).refine(allDifferent),
  filters: z.record(z.string(), z.unknown()).optional(),
});

/** Portable name of an organization: 3 to 48 lower-case letters, digits and hyphens. */
export const Slug = z.string().regex(new RegExp("^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$", "u"));

/** A public booking with its tokens, as creation shows them: once. */
export const CreatedPublicBooking = z.looseObject({
  session_id: Id,
  state: ServiceState,
  org_slug: Slug,
  service_id: Id,
  service_name: ShortText,
  starts_at: Instant,
  ends_at: Instant,
  modality: Modality.optional(),
  confirmation_expires_at: Instant.optional(),
  booking_token_expires_at: Instant.optional(),
  previous_session_id: Id.optional(),
  confirmation_token: ConfirmationToken,
  booking_token: BookingToken,
});

/** The figures of a client's account in one currency. */
export const CurrencyAccount = z.looseObject({
  total: Money,
  paid: Money,
  balance: Money,
  status: ClientAccountStatus,
});

/** The approver's answer. */
export const DecideConfirmation = z.looseObject({
  reason: z.string().refine(lengthBetween(1, 2000)).optional(),
});

/** What a dispute is about. */
export const DisputeReasonCategory = z.enum(["quality", "no_show", "billing", "scope", "evidence_missing", "other"]);

/** Whom a dispute was decided for. */
export const DisputeOutcome = z.enum(["provider_prevails", "client_prevails"]);

/** How a dispute was decided. */
export const DisputeResolutionMethod = z.enum(["algorithmic", "manual", "arbitration"]);

/** How a dispute ended. */
export const DisputeResolution = z.looseObject({
  outcome: DisputeOutcome,
  method: DisputeResolutionMethod,
  note: LongText.optional(),
  by: Id,
  at: Instant,
});

/** States of a dispute. */
export const DisputeStatus = z.enum(["open", "escalated", "resolved"]);

/** Why a rule could not decide. */
export const EscalationCause = z.enum(["no_rule", "amount", "missing", "condition", "duration"]);

/** What the evidence rule of a vertical found. It never says that the client prevails. */
export const EvidenceOutcome = z.enum(["accredited", "escalate"]);

/** Result of the evidence rule on one session. */
export const EvidenceEvaluation = z.looseObject({
  outcome: EvidenceOutcome,
  why: EscalationCause.optional(),
  missing: z.array(ShortText).optional(),
  condition: ShortText.optional(),
}).refine((value) => !has(value, "outcome", ["escalate"]) || present(value, "why"), { path: ["why"] }).refine((value) => !has(value, "why", ["missing"]) || present(value, "missing"), { path: ["missing"] }).refine((value) => !has(value, "why", ["condition"]) || present(value, "condition"), { path: ["condition"] });

/** A delivery contested by its client. It stands in the session's exception record. */
export const Dispute = z.looseObject({
  id: Id,
  session_id: Id,
  opened_by: Id,
  opened_at: Instant,
  opened_from: z.enum(["delivered", "documented", "charged"]),
  reason: LongText,
  reason_category: DisputeReasonCategory.optional(),
  amount: Money.optional(),
  status: DisputeStatus,
  evaluation: EvidenceEvaluation.optional(),
  resolution: DisputeResolution.optional(),
}).refine((value) => !has(value, "status", ["resolved"]) || present(value, "resolution"), { path: ["resolution"] });

/** Facts of `dispute.opened` and `dispute.resolved`, without reasons in free text. */
export const DisputeData = z.looseObject({
  session_id: Id,
  dispute: z.looseObject({
    id: Id,
    status: DisputeStatus,
  }),
});

/** How a dispute was decided outside the evidence rules; the target state says for whom. */
export const DisputeDecision = z.looseObject({
  method: z.enum(["manual", "arbitration"]),
  note: LongText,
});

/** The record of a delivery. */
export const Documentation = z.looseObject({
  content: z.string().refine(lengthBetween(1, 100000)),
  template_id: Id.optional(),
  created_by: Id,
  created_at: Instant,
});

/** Usual prices of one session, in major units of the currency. */
export const PriceRange = z.looseObject({
  min: z.number().min(0),
  max: z.number().min(0),
  currency: CurrencyCode,
});

/** What a provider costs and how it is paid: the value type of each `economic` key. */
export const EconomicAttributes = z.looseObject({
  price_range: PriceRange.optional(),
  insurance_accepted: z.array(z.string()).optional(),
  payment_methods: z.array(z.string()).optional(),
  cancellation_policy: z.string().refine(lengthBetween(0, 2000)).optional(),
  cancellation_window_hours: Count.optional(),
  offers_packages: z.boolean().optional(),
});

/** The evidence of a delivery as a document of its own, checked against the rule of teaching. */
export const EducationEvidence = z.looseObject({
  vertical: z.literal("education"),
  evidence: z.array(Evidence),
});

/** Every error code that goes over the wire, with its status and meaning. Own codes of a node never reuse one of these. */
export const ErrorCode = z.enum([
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
export const ErrorMeta = z.looseObject({
  retryable: z.boolean().optional(),
  request_id: z.string().optional(),
  valid_targets: z.array(z.string()).optional(),
  missing_evidence: z.array(z.string()).optional(),
  supported: z.array(z.string()).optional(),
  constraint: z.string().optional(),
  confirmation_id: Id.optional(),
  expires_at: Instant.optional(),
  status: ConfirmationStatus.optional(),
  retry_at: Instant.optional(),
  missing: z.array(z.string()).optional(),
  existing_id: Id.optional(),
  checkout: z.unknown().optional(),
});

/** Which part of the request an error is about. */
export const ErrorSource = z.looseObject({
  pointer: z.string().regex(new RegExp("^(?:/(?:[^/~]|~[01])*)*$", "u")).optional(),
  parameter: z.string().optional(),
});

/** One reason why a request was refused. */
export const ErrorObject = z.looseObject({
  status: z.string().regex(new RegExp("^[45][0-9]{2}$", "u")),
  code: z.string().regex(new RegExp("^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*$", "u")),
  title: z.string().refine(lengthBetween(1, Number.POSITIVE_INFINITY)),
  detail: z.string().optional(),
  source: ErrorSource.optional(),
  meta: ErrorMeta.optional(),
});

/** Body of every refused request. */
export const ErrorDocument = z.looseObject({
  errors: z.array(ErrorObject).min(1),
});

/** One item to be recorded along with another command. */
export const EvidenceItem = z.looseObject({
  evidence_type: EvidenceType,
  data: z.record(z.string(), z.unknown()),
  data_sensitivity: DataSensitivity.optional(),
  captured_at: Instant.optional(),
  method: EvidenceMethod.optional(),
});

/** Several evidence items at once. */
export const EvidenceBatch = z.looseObject({
  items: z.array(EvidenceItem).min(1).max(50),
});

/** Facts of `evidence.submitted`: the item without its payload. */
export const EvidenceSubmittedData = z.looseObject({
  session_id: Id,
  evidence: z.looseObject({
    id: Id.optional(),
    evidence_type: EvidenceType,
    captured_at: Instant,
    method: EvidenceMethod.optional(),
    data_sensitivity: DataSensitivity.optional(),
  }),
});

/** Ways in which a session can leave its plan (D-14). */
export const ExceptionType = z.enum(["no_show", "cancellation", "dispute", "reschedule", "partial", "resource_conflict"]);

/** Facts of `service.exception`: what began, without its free text. */
export const ExceptionData = z.looseObject({
  session_id: Id,
  exception: z.looseObject({
    type: ExceptionType,
    at: Instant,
  }),
});

/** Which side did not come (P-13). */
export const NoShowType = z.enum(["client", "provider"]);

/** Figures of a no-show. */
export const NoShowDetails = z.looseObject({
  no_show_type: NoShowType,
  penalty: Money.optional(),
});

/** Figures of a partial delivery. */
export const PartialDetails = z.looseObject({
  description: LongText,
  delivered_minutes: Count.optional(),
  adjusted_amount: Money.optional(),
}).refine((value) => countPresent(value, ["delivered_minutes", "adjusted_amount"]) >= 1, { path: ["delivered_minutes"] });

/** Why a session needs another time or resource. */
export const RescheduleCause = z.enum(["party_request", "resource_conflict"]);

/** Figures of a rescheduling. */
export const RescheduleDetails = z.looseObject({
  previous: Instant,
  new: Instant.optional(),
  cause: RescheduleCause,
  fee: Money.optional(),
});

/** Figures of a resource conflict. */
export const ResourceConflictDetails = z.looseObject({
  previous: Id,
  new: Id.optional(),
  cause: RescheduleCause,
});

/** Figures of an exception, by its type. */
export const ExceptionDetails = z.union([NoShowDetails, CancellationDetails, RescheduleDetails, ResourceConflictDetails, PartialDetails, Dispute]);

/** How an exception ended. */
export const ExceptionResolution = z.enum([
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
export const ExceptionRecord = z.looseObject({
  type: ExceptionType,
  at: Instant,
  initiated_by: Id,
  resolution: z.union([ExceptionResolution, z.string()]).optional(),
  resolved_at: Instant.optional(),
  details: ExceptionDetails.optional(),
});

/** Work that fell due while the clock moved. */
export const FiredDeadline = z.looseObject({
  kind: z.string().refine(lengthBetween(1, 128)),
  subject_id: Id,
  due_at: Instant,
});

/** From where remote clients are taken. */
export const RemotePolicy = z.enum(["same_region", "national", "international"]);

/** Where a provider works: the value type of each `geography` key. */
export const GeographyAttributes = z.looseObject({
  country: z.string().regex(new RegExp("^[A-Za-z]{2}$", "u")).optional(),
  region: z.string().refine(lengthBetween(0, 200)).optional(),
  city: z.string().refine(lengthBetween(0, 200)).optional(),
  district: z.string().refine(lengthBetween(0, 200)).optional(),
  address: z.string().refine(lengthBetween(0, 500)).optional(),
  coordinates: Coordinates.optional(),
  service_radius_km: z.number().min(0).optional(),
  remote_policy: RemotePolicy.optional(),
});

/** Looks for a client by mail address, then by telephone number, and creates one when there is none. */
export const GetOrCreateClient = z.looseObject({
  email: Email.optional(),
  phone: Phone.optional(),
  name: z.string().refine(lengthBetween(1, 200)).optional(),
  last_name: z.string().refine(lengthBetween(1, 200)).optional(),
  actor: Actor.optional(),
}).refine((value) => countPresent(value, ["email", "phone"]) >= 1, { path: ["email"] });

/** Arrival of the provider. */
export const GpsCheckinData = z.looseObject({
  latitude: Latitude,
  longitude: Longitude,
  accuracy_meters: z.number().min(0).optional(),
  event: z.literal("checkin"),
});

/** Departure of the provider. */
export const GpsCheckoutData = z.looseObject({
  latitude: Latitude,
  longitude: Longitude,
  accuracy_meters: z.number().min(0).optional(),
  event: z.literal("checkout"),
});

/** Whether something works. */
export const HealthStatus = z.enum(["ok", "unavailable"]);

/** What a node needs before it takes requests. */
export const HealthChecks = z.looseObject({
  storage: HealthStatus,
  migrations: HealthStatus,
  deadlines: HealthStatus,
});

/** Condition of a node. */
export const Health = z.looseObject({
  status: HealthStatus,
  checks: HealthChecks.optional(),
});

/** The evidence of a delivery as a document of its own, checked against the rule of health: at least one check-in point. */
export const HealthEvidence = z.looseObject({
  vertical: z.literal("health"),
  evidence: z.array(Evidence).min(1),
});

/** Notes on a patient: confidential at least. */
export const HealthNotesData = z.looseObject({
  text: LongText,
  language: LanguageCode.optional(),
});

/** Figures that a node may send with a sign of life. Counts only. */
export const HeartbeatMetrics = z.looseObject({
  services_active: Count.optional(),
  appointments_30d: Count.optional(),
});

/** The evidence of a delivery as a document of its own, checked against the rule of services at home. */
export const HomeEvidence = z.looseObject({
  vertical: z.literal("home"),
  evidence: z.array(Evidence),
});

/** An absolute `http` or `https` address, without credentials in it. */
export const HttpUrl = z.string().regex(new RegExp("^https?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$", "u")).refine(lengthBetween(0, 2048));

/** Who a provider is: the value type of each `identity` key. */
export const IdentityAttributes = z.looseObject({
  profession: z.string().refine(lengthBetween(1, 200)).optional(),
  primary_specialty: z.string().refine(lengthBetween(1, 200)).optional(),
  subspecialties: z.array(z.string()).optional(),
  title: z.string().refine(lengthBetween(0, 100)).optional(),
  training_institution: z.string().refine(lengthBetween(0, 200)).optional(),
  license_number: z.string().refine(lengthBetween(0, 100)).optional(),
  license_jurisdiction: z.string().regex(new RegExp("^[A-Za-z]{2}$", "u")).optional(),
  years_experience: Count.optional(),
  languages: z.array(LanguageCode).optional(),
  bio: z.string().refine(lengthBetween(0, 5000)).optional(),
  photo_url: Uri.optional(),
});

/** An IPv4 or IPv6 address, or a range of them in CIDR notation. */
export const IpRange = z.string().regex(new RegExp("^(?:(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:/(?:3[0-2]|[12]?\\d))?|(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?:[0-9A-Fa-f]{1,4}:){1,7}:|(?:[0-9A-Fa-f]{1,4}:){1,6}:[0-9A-Fa-f]{1,4}|(?:[0-9A-Fa-f]{1,4}:){1,5}(?::[0-9A-Fa-f]{1,4}){1,2}|(?:[0-9A-Fa-f]{1,4}:){1,4}(?::[0-9A-Fa-f]{1,4}){1,3}|(?:[0-9A-Fa-f]{1,4}:){1,3}(?::[0-9A-Fa-f]{1,4}){1,4}|(?:[0-9A-Fa-f]{1,4}:){1,2}(?::[0-9A-Fa-f]{1,4}){1,5}|[0-9A-Fa-f]{1,4}:(?::[0-9A-Fa-f]{1,4}){1,6}|:(?:(?::[0-9A-Fa-f]{1,4}){1,7}|:)|::(?:[Ff]{4}:)?(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d))(?:/(?:12[0-8]|1[01]\\d|[1-9]?\\d))?)$", "u")).refine(lengthBetween(0, 64));

/** Further limits of a mandate. All of them must hold; an absent one does not limit. */
export const MandateConstraints = z.looseObject({
  max_actions_per_day: z.int().min(1).max(2147483647).optional(),
  allowed_hours: AllowedHours.optional(),
  ip_allowlist: z.array(IpRange).min(1).refine(allDifferent).optional(),
  require_confirmation_above: ConfirmationThreshold.optional(),
  service_types: z.array(ShortText).min(1).refine(allDifferent).optional(),
});

/** Asks for a mandate. What only the node may set is ignored when sent. */
export const IssueMandate = z.looseObject({
  principal_id: Id,
  principal_type: PrincipalType,
  agent_id: Id,
  agent_name: z.string().refine(lengthBetween(0, 200)).optional(),
  acting_for: PrincipalType,
  context: MandateContext,
  scopes: z.array(MandateScope).min(1).refine(allDifferent),
  constraints: MandateConstraints.optional(),
  expires_at: Instant,
  metadata: z.record(z.string(), z.unknown()).optional(),
  signature: z.string().optional(),
});

/**
 * What an order has come to: deliveries, billing and money, each moving on its own.
 * Computed from recorded events at the moment of reading and never written. Amounts are in the order's currency.
 */
export const Ledger = z.looseObject({
  services_verified: Count,
  hours_consumed: Hours,
  amount_consumed: BareAmount,
  amount_billed: BareAmount,
  amount_collected: BareAmount,
  amount_remaining: BareAmount.optional(),
});

/** The evidence of a delivery as a document of its own, checked against the rule of legal work. */
export const LegalEvidence = z.looseObject({
  vertical: z.literal("legal"),
  evidence: z.array(Evidence),
});

/** What the state of a session adds about itself. */
export const LifecycleMeta = z.looseObject({
  evaluation: EvidenceEvaluation.optional(),
});

/** What else is known about a state change. Members of any other name may be added. */
export const TransitionMetadata = z.looseObject({
  reason: z.string().optional(),
  no_show_type: NoShowType.optional(),
  mandate_id: Uuid.optional(),
  acting_for: PrincipalType.optional(),
  principal_id: Id.optional(),
  on_behalf_of: OnBehalfOf.optional(),
  confirmation_id: Id.optional(),
  missing_evidence: z.array(z.string()).optional(),
});

/** How a state change came about. */
export const TransitionMethod = z.enum(["auto", "manual", "agent"]);

/** One state change, as recorded once and for all. */
export const Transition = z.looseObject({
  from: z.union([ServiceState, z.null()]),
  to: ServiceState,
  at: Instant,
  by: Id,
  method: TransitionMethod,
  metadata: TransitionMetadata.optional(),
}).refine((value) => !has(value, "method", ["agent"]) || present(value, "metadata"), { path: ["metadata"] });

/** Where a session stands, where it can go, and how it came there. */
export const LifecycleStates = z.looseObject({
  current_state: ServiceState,
  available_transitions: z.array(ServiceState).refine(allDifferent),
  transitions: z.array(Transition),
  exceptions: z.array(ExceptionRecord).optional(),
  verification_deadline: Instant.optional(),
}).refine((value) => !has(value, "current_state", ["delivered", "partial", "documented", "charged", "disputed"]) || present(value, "verification_deadline"), { path: ["verification_deadline"] });

/** Lists what the organization offers to the public. */
export const ListServicesTask = z.strictObject({});

/** Where a service is delivered. */
export const Location = z.looseObject({
  type: Modality.optional(),
  address: z.string().refine(lengthBetween(0, 500)).optional(),
  room: z.string().refine(lengthBetween(0, 200)).optional(),
  resource_id: Id.optional(),
  coordinates: Coordinates.optional(),
});

/** Ways to manage a session. */
export const ManageSessionAction = z.enum(["reschedule", "cancel", "get_status"]);

/** Moves a session to another time, calls it off, or reads its state. */
export const ManageSessionTask = z.strictObject({
  session_id: Id,
  action: ManageSessionAction,
  new_starts_at: Instant.optional(),
  reason: z.string().refine(lengthBetween(1, 2000)).optional(),
}).refine((value) => !has(value, "action", ["reschedule"]) || present(value, "new_starts_at"), { path: ["new_starts_at"] });

/** Status of a mandate. Computed on every read, never stale. */
export const MandateStatus = z.enum(["active", "suspended", "revoked", "expired"]);

/** Authority that a human hands to one agent, for one party, in one context, for a limited time. Never edited or prolonged. */
export const Mandate = z.looseObject({
  mandate_id: UuidV4,
  principal_id: Id,
  principal_type: PrincipalType,
  agent_id: Id,
  agent_name: z.string().refine(lengthBetween(0, 200)).optional(),
  acting_for: PrincipalType,
  context: MandateContext,
  scopes: z.array(MandateScope).min(1).refine(allDifferent),
  constraints: MandateConstraints.optional(),
  expires_at: Instant,
  metadata: z.record(z.string(), z.unknown()).optional(),
  signature: z.string().optional(),
  issued_at: Instant,
  revoked_at: Instant.optional(),
  revocation_reason: z.string().refine(lengthBetween(0, 2000)).optional(),
  status: MandateStatus,
});

/** Suspends, revokes or reactivates a mandate. */
export const MandateAction = z.looseObject({
  reason: z.string().refine(lengthBetween(1, 2000)).optional(),
  actor: Actor.optional(),
});

/** What the trail of one mandate adds to its answer. */
export const MandateAuditMeta = z.looseObject({
  head: AuditHead.optional(),
});

/** Facts of `mandate.expiring` and `mandate.lost`. */
export const MandateData = z.looseObject({
  mandate_id: Uuid,
});

/** An offer as the manifest names it. */
export const ManifestService = z.looseObject({
  id: Id,
  name: ShortText,
  requires_prepayment: z.boolean().optional(),
});

/** Who a server is. */
export const Manifest = z.looseObject({
  servicialo: ProtocolVersion,
  name: ShortText,
  description: z.string().optional(),
  endpoints: ManifestEndpoints,
  protocol_version: ProtocolVersion.optional(),
  org_slug: z.union([Slug, z.null()]).optional(),
  capabilities_url: Uri.optional(),
  services: z.array(ManifestService).optional(),
});

/**
 * Weight of a group of attributes in matching. The score of a provider is the sum, over the attributes compared, of
 * match weight times origin weight times attribute score (0 or 1 for exact comparisons, 0 to 1 for fuzzy ones).
 */
export const MatchWeights = z.looseObject({
  conditions: z.literal(3),
  population: z.literal(2.5),
  geography: z.literal(2),
  availability: z.literal(1.5),
  economic: z.literal(1),
  trust: z.literal(1),
});

/** Address of an MCP server. */
export const McpServerAddress = z.looseObject({
  url: Uri,
});

/** MCP servers by name. */
export const McpServers = z.looseObject({
  servicialo: McpServerAddress,
});

/** Where MCP clients find this node. */
export const McpPointer = z.looseObject({
  mcpServers: McpServers,
});

/** State of an implementation in the meta-registry. */
export const RegistryStatus = z.enum(["production", "beta", "development", "deprecated"]);

/** Discovery level 0: one implementation in the meta-registry. */
export const RegistryEntry = z.looseObject({
  name: ShortText,
  description: z.string(),
  registry: Uri,
  platform: ShortText,
  status: RegistryStatus,
  since: LocalDate,
  verticals: z.array(z.string()).optional(),
  countries: z.array(CountryCode).optional(),
  certification_level: z.int().min(1).max(3).optional(),
});

/** Discovery level 0: the implementations of the protocol. Served by the protocol, not by a node. */
export const MetaRegistry = z.looseObject({
  version: SemanticVersion,
  description: z.string(),
  registries: z.array(RegistryEntry),
});

/** A public booking after it was moved. One that was still unconfirmed has been replaced, and the new one has tokens of its own. */
export const MovedPublicBooking = z.looseObject({
  session_id: Id,
  state: ServiceState,
  org_slug: Slug,
  service_id: Id,
  service_name: ShortText,
  starts_at: Instant,
  ends_at: Instant,
  modality: Modality.optional(),
  confirmation_expires_at: Instant.optional(),
  booking_token_expires_at: Instant.optional(),
  previous_session_id: Id.optional(),
  confirmation_token: ConfirmationToken.optional(),
  booking_token: BookingToken.optional(),
});

/** The clock after it was moved, with everything that fell due on the way already done. */
export const MovedSandboxClock = z.looseObject({
  now: Instant,
  offset_seconds: z.int().min(0).max(9007199254740991),
  fired: z.array(FiredDeadline),
});

/** Ways a notification can reach a client. */
export const NotificationChannel = z.enum(["whatsapp", "email", "sms"]);

/**
 * A message to a client, made from a template. An extension that no level asks for: older editions had the tool
 * `notifications.send` for it, this one has the shape only.
 */
export const Notification = z.looseObject({
  client_id: Id,
  channel: NotificationChannel,
  template: z.string().refine(lengthBetween(1, 100)),
  data: z.record(z.string(), z.unknown()).optional(),
  actor: Actor,
});

/** What shows that the delivery happened. */
export const ProofOfDelivery = z.looseObject({
  checkin: Instant.optional(),
  checkout: Instant.optional(),
  duration_actual: Count.optional(),
  evidence: z.array(Evidence).optional(),
});

/** What the delivery costs, and how far that is settled. Under an order it only informs: the order bills. */
export const ServiceBilling = z.looseObject({
  amount: Money,
  payer: Id.optional(),
  status: BillingStatus.optional(),
  charged_at: Instant.optional(),
  payment_id: Id.optional(),
  tax_document: z.string().refine(lengthBetween(0, 200)).optional(),
});

/** Who receives. */
export const ServiceClient = z.looseObject({
  id: Id,
  payer_id: Id.optional(),
});

/** Where the delivery stands, and how it came there. */
export const ServiceLifecycle = z.looseObject({
  current_state: ServiceState,
  transitions: z.array(Transition).optional(),
  exceptions: z.array(ExceptionRecord).optional(),
  verification_deadline: Instant.optional(),
}).refine((value) => !has(value, "current_state", ["delivered", "partial", "documented", "charged", "disputed"]) || present(value, "verification_deadline"), { path: ["verification_deadline"] });

/** Who delivers. */
export const ServiceProvider = z.looseObject({
  id: Id,
  organization_id: Id,
  credentials: z.array(z.string()).optional(),
  trust_score: TrustScore.optional(),
  profile_id: Uuid.optional(),
});

/** When it happens. */
export const ServiceSchedule = z.looseObject({
  requested_at: Instant,
  scheduled_for: Instant.optional(),
  duration_expected: Minutes.optional(),
});

/** One delivery of a service in its eight dimensions: what, who, for whom, when, where, in which state, proven how, at what price. */
export const Service = z.looseObject({
  id: Id,
  service_order_id: Id.optional(),
  service_id: Id,
  type: z.string().refine(lengthBetween(1, 100)),
  vertical: z.string().refine(lengthBetween(1, 100)),
  name: z.string().refine(lengthBetween(1, 200)),
  duration_minutes: Minutes,
  requirements: z.array(z.string()).optional(),
  visibility: Visibility.optional(),
  provider: ServiceProvider,
  client: ServiceClient,
  schedule: ServiceSchedule,
  location: Location.optional(),
  lifecycle: ServiceLifecycle,
  proof: ProofOfDelivery.optional(),
  documentation: Documentation.optional(),
  billing: ServiceBilling,
});

/** What an organization offers: an entry of its catalogue. A delivery of it is a Service (D-11). */
export const ServiceOffer = z.looseObject({
  id: Id,
  organization_id: Id,
  type: z.string().refine(lengthBetween(1, 100)),
  vertical: z.string().refine(lengthBetween(1, 100)),
  name: ShortText,
  description: z.string().refine(lengthBetween(0, 2000)).optional(),
  duration_minutes: Minutes,
  price: Money,
  modality: Modality,
  requirements: z.array(ShortText).optional(),
  visibility: Visibility.optional(),
  requires_resource: z.boolean().optional(),
  location: Location.optional(),
  required_evidence: z.array(EvidenceKindName).refine(allDifferent).optional(),
  provider_ids: z.array(Id).refine(allDifferent).optional(),
  requires_prepayment: z.boolean().optional(),
  active: z.boolean(),
});

/** What `service.get` answers: a catalogue entry for the id of an offer, a delivery for the id of a session (D-12). */
export const OfferOrService = z.union([ServiceOffer, Service]);

/** States of a service order. Before `active` the order is what others call a quote. */
export const OrderState = z.enum(["draft", "proposed", "negotiating", "active", "paused", "completed", "cancelled"]);

/** What an order's state change says beside the change itself. */
export const OrderTransitionMetadata = z.looseObject({
  reason: LongText.optional(),
  mandate_id: Uuid.optional(),
  acting_for: PrincipalType.optional(),
  principal_id: Id.optional(),
  on_behalf_of: OnBehalfOf.optional(),
  confirmation_id: Id.optional(),
});

/** One state change of an order. Records are appended, never changed. */
export const OrderTransition = z.looseObject({
  from: z.union([OrderState, z.null()]),
  to: OrderState,
  at: Instant,
  by: Id,
  method: TransitionMethod,
  metadata: OrderTransitionMetadata.optional(),
}).refine((value) => !has(value, "method", ["agent"]) || present(value, "metadata"), { path: ["metadata"] });

/** Where an order stands. */
export const OrderLifecycle = z.looseObject({
  current_state: OrderState,
  transitions: z.array(OrderTransition).optional(),
});

/** How an organization takes bookings, as far as the public may know. */
export const OrganizationBooking = z.looseObject({
  confirmation_policy: ConfirmationPolicy.optional(),
  requires_prepayment: z.boolean().optional(),
  min_advance_minutes: Count.optional(),
  max_advance_days: Count.optional(),
  public_lane: z.boolean().optional(),
  confirmation_ttl_minutes: Minutes.optional(),
  booking_token_ttl_days: z.int().min(1).max(2147483647).optional(),
});

/** What the public sees of a provider in the profile of its organization. */
export const ProviderSummary = z.looseObject({
  id: Id,
  name: z.string().refine(lengthBetween(1, 200)),
  specializations: z.array(z.string()).optional(),
  trust_score: TrustScore.optional(),
});

/** A business that offers services: the tenant everything else belongs to. */
export const Organization = z.looseObject({
  id: Id,
  slug: Slug,
  name: z.string().refine(lengthBetween(1, 200)),
  description: z.string().refine(lengthBetween(0, 500)).optional(),
  vertical: z.string().refine(lengthBetween(1, 100)),
  country: CountryCode,
  location: z.string().refine(lengthBetween(0, 200)).optional(),
  timezone: TimeZone,
  currency: CurrencyCode,
  contact_email: Email.optional(),
  website: HttpUrl.optional(),
  trust_score: TrustScore.optional(),
  verified_deliveries: Count.optional(),
  active_since: LocalDate.optional(),
  created_at: Instant,
  discoverable: z.boolean(),
  services: z.array(ServiceOffer).optional(),
  providers: z.array(ProviderSummary).optional(),
  booking: OrganizationBooking.optional(),
});

/** Who an organization is, without what it offers. */
export const OrganizationName = z.looseObject({
  id: Id.optional(),
  slug: Slug,
  name: z.string().refine(lengthBetween(1, 200)).optional(),
});

/** An organization with everything it offers, as the adapter binding answers it in one piece. */
export const OrganizationCatalogue = z.looseObject({
  organization: OrganizationName,
  services: z.array(ServiceOffer),
  providers: z.array(ProviderSummary),
  booking: z.union([OrganizationBooking, z.null()]),
});

/** Endpoints that an organization declares. */
export const OrganizationEndpoint = z.strictObject({
  mcp: Uri.optional(),
  rest: Uri.optional(),
  health: Uri.optional(),
}).refine((value) => countPresent(value, ["mcp", "rest"]) >= 1, { path: ["mcp"] });

/** Identity that an organization declares. */
export const OrganizationIdentity = z.strictObject({
  legal_name: z.string().refine(lengthBetween(1, 200)),
  verticals: z.array(z.string()).min(1),
  tax_id: z.string().refine(lengthBetween(1, 64)).optional(),
  website: Uri.optional(),
});

/** What an organization lets its node send to the network. */
export const OrganizationTelemetry = z.strictObject({
  heartbeat_enabled: z.boolean().optional(),
  metrics_enabled: z.boolean().optional(),
});

/** What an organization declares of itself to the network. */
export const OrganizationConfig = z.strictObject({
  org_slug: Slug,
  country: CountryCode,
  endpoint: OrganizationEndpoint,
  identity: OrganizationIdentity,
  catalog_url: Uri.optional(),
  telemetry: OrganizationTelemetry.optional(),
});

/** A hit of the search for organizations. */
export const OrganizationSummary = z.looseObject({
  slug: Slug,
  name: z.string().refine(lengthBetween(1, 200)),
  vertical: z.string().refine(lengthBetween(1, 100)),
  location: z.string().refine(lengthBetween(0, 200)).optional(),
  country: CountryCode,
  trust_score: TrustScore.optional(),
  services_count: Count.optional(),
});

/** Weight of an attribute's origin in matching. */
export const OriginWeights = z.looseObject({
  declared: z.literal(1),
  verified: z.literal(1.5),
  inferred: z.literal(2),
});

/** Addresses of the pages around this one. */
export const PageLinks = z.looseObject({
  self: z.string(),
  next: z.union([z.string(), z.null()]),
  prev: z.union([z.string(), z.null()]),
  first: z.string(),
  last: z.string(),
});

/** Which part of a collection an answer holds. */
export const PageMeta = z.looseObject({
  total: z.int().min(0).max(2147483647),
  page: z.int().min(1).max(2147483647),
  per_page: z.int().min(1).max(100),
});

/** What was delivered of a delivery that stopped. */
export const PartialDelivery = z.looseObject({
  description: LongText,
  delivered_minutes: Count.optional(),
  adjusted_amount: MoneyOrAmount.optional(),
}).refine((value) => countPresent(value, ["delivered_minutes", "adjusted_amount"]) >= 1, { path: ["delivered_minutes"] });

/** How money came in (E-06). */
export const PaymentMethod = z.enum(["efectivo", "transferencia", "mercadopago", "tarjeta"]);

/** An amount above zero without its currency, in major units. */
export const PositiveAmount = z.number().gt(0);

/** An amount of money above zero. */
export const PositiveMoney = z.looseObject({
  value: PositiveAmount,
  currency: CurrencyCode,
});

/** Money received for a sale. It never moves the lifecycle. */
export const Payment = z.looseObject({
  id: Id,
  sale_id: Id,
  amount: PositiveMoney,
  method: PaymentMethod,
  reference: z.string().refine(lengthBetween(1, 200)).optional(),
  recorded_at: Instant,
  actor: Actor.optional(),
});

/** Facts of `payment.overdue`. */
export const PaymentOverdueData = z.looseObject({
  sale_id: Id,
});

/** Facts of `payment.received`. */
export const PaymentReceivedData = z.looseObject({
  sale_id: Id,
  payment: z.looseObject({
    id: Id,
    amount: Money,
  }),
});

/** How far a sale is paid. */
export const SaleStatus = z.enum(["open", "partially_paid", "paid", "voided"]);

/** The charge of one or several sessions to a client. */
export const Sale = z.looseObject({
  id: Id,
  client_id: Id,
  service_id: Id,
  provider_id: Id,
  session_ids: z.array(Id).refine(allDifferent),
  quantity: z.int().min(1).max(2147483647),
  unit_price: Money,
  total: Money,
  status: SaleStatus,
  paid: Money,
  due: Money,
  service_order_id: Id.optional(),
  transactional: z.boolean().optional(),
  created_at: Instant,
});

/** What is charged and what is paid, of a sale or of a client's account. The resource id is that of the sale or client. */
export const PaymentStatus = z.looseObject({
  total: Money,
  paid: Money,
  balance: Money,
  status: z.union([SaleStatus, ClientAccountStatus]),
  payments: z.array(Payment),
  sales: z.array(Sale).optional(),
  accounts: z.array(CurrencyAccount).min(2).optional(),
});

/** An amount above zero as a request may give it: with its currency, or bare in the currency already agreed (E-05). */
export const PositiveMoneyOrAmount = z.union([PositiveMoney, PositiveAmount]);

/** Offers a draft to its client. */
export const ProposeServiceOrder = z.looseObject({
  actor: Actor.optional(),
});

/** A professional who delivers services for an organization. May belong to several, with one record in each. */
export const Provider = z.looseObject({
  id: Id,
  organization_id: Id,
  name: z.string().refine(lengthBetween(1, 200)),
  email: Email.optional(),
  specialties: z.array(z.string()).optional(),
  credentials: z.array(z.string()).optional(),
  service_ids: z.array(Id).optional(),
  trust_score: TrustScore.optional(),
  profile_id: Uuid.optional(),
  active: z.boolean(),
});

/** Group a provider attribute belongs to. */
export const ProviderAttributeCategory = z.enum(["identity", "capability", "availability", "geography", "economic", "trust"]);

/** A custom attribute key: `x-{domain}:{name}`. */
export const ProviderAttributeExtensionKey = z.string().regex(new RegExp("^x-[a-z0-9.-]+:[a-z0-9_]+$", "u")).refine(lengthBetween(0, 128));

/** The catalogued keys of provider attributes; a node supports all of them. Value types: the attribute model of the category. */
export const ProviderAttributeKey = z.enum([
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
export const ProviderAttributeOrigin = z.enum(["declared", "verified", "inferred"]);

/**
 * One fact about a provider. The type of `value` follows the key: see the attribute models of each category.
 * Without a credential only `public` ones are seen; a mandate with `discovery:read` adds `unlisted`; with `patient:read`
 * as well, `private` inside the mandate's context.
 */
export const ProviderAttribute = z.looseObject({
  attribute_id: UuidV4,
  provider_id: Id,
  category: ProviderAttributeCategory,
  key: z.union([ProviderAttributeKey, ProviderAttributeExtensionKey]),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string()), z.record(z.string(), z.unknown())]),
  origin: ProviderAttributeOrigin,
  confidence: z.number().min(0).max(1).optional(),
  evidence_count: Count.optional(),
  verified_by: z.string().refine(lengthBetween(0, 200)).optional(),
  verified_at: Instant.optional(),
  visibility: Visibility,
  valid_from: Instant.optional(),
  valid_until: z.union([Instant, z.null()]).optional(),
  version: z.int().min(1).max(2147483647),
  updated_at: Instant,
}).refine((value) => !has(value, "origin", ["inferred"]) || present(value, "confidence"), { path: ["confidence"] });

/** A weekly span in which a provider takes sessions, or takes none. */
export const ProviderAvailability = z.looseObject({
  day_of_week: z.int().min(0).max(6),
  start_time: TimeOfDay,
  end_time: EndTimeOfDay,
  is_available: z.boolean().optional(),
  timezone: TimeZone.optional(),
  block_order: Count.optional(),
  provider_id: Id,
});

/** What is known of a provider, as attributes with origin and visibility; one profile per provider and organization. */
export const ProviderProfile = z.looseObject({
  profile_id: Uuid,
  provider_id: Id,
  organization_id: Id,
  display_name: z.string().refine(lengthBetween(1, 200)),
  slug: z.string().regex(new RegExp("^[a-z0-9]+(?:-[a-z0-9]+)*$", "u")).refine(lengthBetween(0, 100)),
  attributes: z.array(ProviderAttribute),
  created_at: Instant,
  updated_at: Instant,
  version: z.int().min(1).max(2147483647),
});

/** What the holder of a token sees of a booking. Neither the client nor the provider is shown. Its resource id is the session id. */
export const PublicBooking = z.looseObject({
  session_id: Id,
  state: ServiceState,
  org_slug: Slug,
  service_id: Id,
  service_name: ShortText,
  starts_at: Instant,
  ends_at: Instant,
  modality: Modality.optional(),
  confirmation_expires_at: Instant.optional(),
  booking_token_expires_at: Instant.optional(),
  previous_session_id: Id.optional(),
});

/** One step of the way into a node. */
export const QuickstartStep = z.looseObject({
  order: z.int().min(1).max(2147483647),
  title: ShortText,
  description: z.string().optional(),
  operation: OperationName.optional(),
});

/** Operations by who may call them. */
export const QuickstartTools = z.looseObject({
  public: z.array(OperationName),
  authenticated: z.array(OperationName),
});

/** The way into a node, as data. */
export const Quickstart = z.looseObject({
  steps: z.array(QuickstartStep).min(1),
  tools: QuickstartTools,
  links: z.record(z.string(), Uri),
});

/** Records one item. */
export const RecordEvidence = z.looseObject({
  evidence_type: EvidenceType,
  data: z.record(z.string(), z.unknown()),
  data_sensitivity: DataSensitivity.optional(),
  captured_at: Instant.optional(),
  method: EvidenceMethod.optional(),
  actor: Actor.optional(),
});

/** What an answer adds when evidence was recorded. */
export const RecordEvidenceMeta = z.looseObject({
  warning: z.literal("RESTRICTED_EVIDENCE_STORED").optional(),
});

/** Records money received for a sale. */
export const RecordPayment = z.looseObject({
  amount: PositiveMoneyOrAmount,
  method: z.union([z.enum(["cash", "transfer", "card"]), PaymentMethod]),
  reference: z.string().refine(lengthBetween(1, 200)).optional(),
  actor: Actor.optional(),
});

/** Registers an organization in the resolver. It must be bookable already: an active offer, a provider on it, an availability block. */
export const RegisterOrganization = z.looseObject({
  slug: Slug,
  country: CountryCode,
  name: z.string().refine(lengthBetween(1, 200)),
  mcp_url: HttpUrl.optional(),
  rest_url: HttpUrl.optional(),
  health_url: HttpUrl.optional(),
  legal_name: z.string().refine(lengthBetween(1, 200)).optional(),
  verticals: z.array(ShortText).optional(),
  contact_email: Email.optional(),
  website: HttpUrl.optional(),
  tax_id: z.string().refine(lengthBetween(1, 64)).optional(),
  actor: Actor.optional(),
}).refine((value) => countPresent(value, ["mcp_url", "rest_url"]) >= 1, { path: ["mcp_url"] });

/** Moves a public booking to another time. */
export const ReschedulePublicBooking = z.looseObject({
  new_datetime: Instant,
});

/** Moves a session to another time. */
export const RescheduleSession = z.looseObject({
  new_datetime: Instant,
  actor: Actor.optional(),
  reason: z.string().refine(lengthBetween(1, 2000)).optional(),
});

/** Names under which an organization is found. */
export const ResolutionAddresses = z.strictObject({
  path: z.string().regex(new RegExp("^/[a-z]{2}/[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$", "u")),
  subdomain: z.union([z.string().refine(lengthBetween(0, 253)), z.null()]).optional(),
});

/** Where an organization is reached. */
export const ResolutionEndpoint = z.strictObject({
  mcp: z.union([Uri, z.null()]).optional(),
  rest: z.union([Uri, z.null()]).optional(),
  health: z.union([Uri, z.null()]).optional(),
});

/** Who an organization is. */
export const ResolutionIdentity = z.strictObject({
  legal_name: z.string().refine(lengthBetween(1, 200)),
  verticals: z.array(z.string()),
});

/** Whether an organization has been seen lately. */
export const ResolutionStatus = z.enum(["active", "inactive"]);

/** How far the network trusts an organization; follows from the score. */
export const TrustLevel = z.enum(["unverified", "declared", "vouched", "verified"]);

/** What the network knows of an organization's conduct. Never settable by the organization itself. */
export const ResolutionTrust = z.strictObject({
  score: z.int().min(0).max(100),
  level: TrustLevel,
  registered_at: Instant,
  last_seen: z.union([Instant, z.null()]).optional(),
});

/** What a resolver answers for a slug: where the organization is, who it is, how far it is trusted. Its resource id is the slug. */
export const ResolutionRecord = z.strictObject({
  org_slug: Slug,
  country: CountryCode,
  addresses: ResolutionAddresses,
  endpoint: ResolutionEndpoint,
  identity: ResolutionIdentity,
  trust: ResolutionTrust,
  status: ResolutionStatus,
  catalog_url: z.union([Uri, z.null()]).optional(),
});

/** A hit of a resolver's search. Its resource id is the slug. */
export const ResolutionSummary = z.looseObject({
  org_slug: Slug,
  name: z.string().refine(lengthBetween(1, 200)),
  country: CountryCode,
  verticals: z.array(z.string()),
  endpoint: ResolutionEndpoint,
  trust: ResolutionTrust,
});

/** A weekly span in which a resource is open, or closed. */
export const ResourceAvailability = z.looseObject({
  day_of_week: z.int().min(0).max(6),
  start_time: TimeOfDay,
  end_time: EndTimeOfDay,
  is_available: z.boolean().optional(),
  timezone: TimeZone.optional(),
  block_order: Count.optional(),
  resource_id: Id,
});

/** A room, chair or device of an organization. Each use occupies it for the duration plus its buffer. */
export const Resource = z.looseObject({
  id: Id,
  organization_id: Id,
  name: ShortText,
  type: ResourceType.optional(),
  capacity: z.int().min(1).max(2147483647).optional(),
  buffer_minutes: z.int().min(0).max(2147483647).optional(),
  equipment: z.array(ShortText).optional(),
  location: z.string().refine(lengthBetween(0, 500)).optional(),
  rules: z.record(z.string(), z.unknown()).optional(),
  timezone: TimeZone.optional(),
  is_active: z.boolean(),
  availability: z.array(ResourceAvailability).optional(),
});

/** Takes a resource out of use. */
export const ResourceAction = z.looseObject({
  actor: Actor.optional(),
});

/** What time it is on a node under certification. */
export const SandboxClock = z.looseObject({
  now: Instant,
  offset_seconds: z.int().min(0).max(9007199254740991),
});

/** A sign of life. Shares its method and path with the move of endpoints; `heartbeat: true` tells them apart. */
export const SendHeartbeat = z.looseObject({
  heartbeat: z.literal(true),
  metrics: HeartbeatMetrics.optional(),
  actor: Actor.optional(),
});

/** An agreement on services to come: scope, term, prices and payment. A service may do without one. */
export const ServiceOrder = z.looseObject({
  id: Id,
  organization_id: Id,
  client_id: Id,
  payer_id: Id,
  visibility: Visibility.optional(),
  scope: OrderScope,
  term: OrderTerm,
  pricing: OrderPricing,
  payment_schedule: PaymentSchedule,
  ledger: Ledger.optional(),
  lifecycle: OrderLifecycle,
  service_ids: z.array(Id).refine(allDifferent).optional(),
});

/** Facts of `service.verified`. */
export const ServiceVerifiedData = z.looseObject({
  session_id: Id,
});

/** A session: the delivery that commands act on, with its main facts repeated in flat form. */
export const Session = z.looseObject({
  id: Id,
  service_order_id: Id.optional(),
  service_id: Id,
  type: z.string().refine(lengthBetween(1, 100)),
  vertical: z.string().refine(lengthBetween(1, 100)),
  name: z.string().refine(lengthBetween(1, 200)),
  duration_minutes: Minutes,
  requirements: z.array(z.string()).optional(),
  visibility: Visibility.optional(),
  provider: ServiceProvider,
  client: ServiceClient,
  schedule: ServiceSchedule,
  location: Location.optional(),
  lifecycle: ServiceLifecycle,
  proof: ProofOfDelivery.optional(),
  documentation: Documentation.optional(),
  billing: ServiceBilling,
  provider_id: Id,
  client_id: Id,
  starts_at: Instant,
  ends_at: Instant.optional(),
  resource_id: Id.optional(),
  human_intent_confirmed: z.boolean().optional(),
  series_id: Id.optional(),
  previous_session_id: Id.optional(),
  submission: Submission.optional(),
});

/** Moves the node's time forward, never back. */
export const SetSandboxClock = z.looseObject({
  advance_seconds: z.int().min(1).max(9007199254740991).optional(),
  set_to: Instant.optional(),
}).refine((value) => countPresent(value, ["advance_seconds", "set_to"]) === 1, { path: ["advance_seconds"] });

/** Greatest age of an inferred value, in minutes. An older one is refreshed, or left out of matching with a warning. */
export const StalenessLimits = z.looseObject({
  next_available: z.literal(5),
  rating_avg: z.literal(60),
  avg_wait_days: z.literal(1440),
  cancellation_rate: z.literal(1440),
  services_completed: z.literal(1440),
});

/** One state change as an answer repeats it. */
export const TransitionSummary = z.looseObject({
  from: z.union([z.string(), z.null()]),
  to: z.string(),
  at: Instant,
});

/** Facts of `service.state_changed`. */
export const StateChangedData = z.looseObject({
  session_id: Id,
  organization_id: Id,
  transition: TransitionSummary,
});

/** Asks for a test delivery. */
export const TestWebhookSubscription = z.looseObject({
  payload: z.record(z.string(), z.unknown()).optional(),
});

/** What a transition adds about itself. */
export const TransitionMeta = z.looseObject({
  policy: AppliedCancellationPolicy.optional(),
});

/** Moves an order. */
export const TransitionServiceOrder = z.looseObject({
  to_state: OrderState,
  reason: LongText.optional(),
  actor: Actor.optional(),
}).refine((value) => !has(value, "to_state", ["cancelled", "paused"]) || present(value, "reason"), { path: ["reason"] });

/** Moves a session by one state. What else is needed depends on the move. */
export const TransitionSession = z.looseObject({
  to_state: ServiceState,
  actor: Actor.optional(),
  reason: z.string().refine(lengthBetween(1, 2000)).optional(),
  evidence: z.union([EvidenceItem, EvidenceBatch]).optional(),
  no_show_type: NoShowType.optional(),
  provider_id: Id.optional(),
  starts_at: Instant.optional(),
  resource_id: Id.optional(),
  partial: PartialDelivery.optional(),
  resolution: DisputeDecision.optional(),
  reason_category: DisputeReasonCategory.optional(),
  amount: MoneyOrAmount.optional(),
  content: z.string().refine(lengthBetween(1, 100000)).optional(),
  unit_price: MoneyOrAmount.optional(),
  location: Coordinates.optional(),
  timestamp: Instant.optional(),
}).refine((value) => !has(value, "to_state", ["cancelled", "disputed", "rescheduling"]) || present(value, "reason"), { path: ["reason"] }).refine((value) => !has(value, "to_state", ["reassigning"]) || present(value, "reason"), { path: ["reason"] }).refine((value) => !has(value, "to_state", ["reassigning"]) || present(value, "no_show_type"), { path: ["no_show_type"] }).refine((value) => !has(value, "to_state", ["partial"]) || present(value, "reason"), { path: ["reason"] }).refine((value) => !has(value, "to_state", ["partial"]) || present(value, "partial"), { path: ["partial"] }).refine((value) => !has(value, "reason", ["no_show"]) || present(value, "no_show_type"), { path: ["no_show_type"] });

/** Track record of a provider; always inferred and public: the value type of each `trust` key. */
export const TrustAttributes = z.looseObject({
  rating_avg: z.number().min(1).max(5).optional(),
  rating_count: Count.optional(),
  cancellation_rate: z.number().min(0).max(1).optional(),
  no_show_rate: z.number().min(0).max(1).optional(),
  response_time_hours: z.number().min(0).optional(),
  platform_tenure_months: Count.optional(),
  services_completed: Count.optional(),
  repeat_client_rate: z.number().min(0).max(1).optional(),
});

/** The part of a resolution record that says how far an organization is trusted. Its resource id is the slug. */
export const TrustReport = z.looseObject({
  org_slug: Slug,
  country: CountryCode,
  trust: ResolutionTrust,
  status: ResolutionStatus,
});

/** Moves the endpoints of a registered organization. Slug and identity stay; what is not given stays too. */
export const UpdateEndpoint = z.looseObject({
  mcp_url: HttpUrl.optional(),
  rest_url: HttpUrl.optional(),
  health_url: HttpUrl.optional(),
  actor: Actor.optional(),
}).refine((value) => countPresent(value, ["mcp_url", "rest_url", "health_url"]) >= 1, { path: ["mcp_url"] });

/** Changes what is given and leaves the rest. */
export const UpdateResource = z.looseObject({
  name: ShortText.optional(),
  type: ResourceType.optional(),
  capacity: z.int().min(1).max(2147483647).optional(),
  buffer_minutes: z.int().min(0).max(2147483647).optional(),
  equipment: z.array(ShortText).optional(),
  location: z.string().refine(lengthBetween(0, 500)).optional(),
  is_active: z.boolean().optional(),
  rules: z.record(z.string(), z.unknown()).optional(),
  timezone: TimeZone.optional(),
  availability: z.array(WeeklyBlock).optional(),
  actor: Actor.optional(),
});

/** New terms of an order; each part given replaces the former one as a whole. */
export const UpdateServiceOrder = z.looseObject({
  scope: OrderScope.optional(),
  term: OrderTerm.optional(),
  pricing: OrderPricing.optional(),
  payment_schedule: PaymentSchedule.optional(),
  actor: Actor.optional(),
}).refine((value) => countPresent(value, ["scope", "term", "pricing", "payment_schedule"]) >= 1, { path: ["scope"] });

/** Changes what a subscription asks for. */
export const UpdateWebhookSubscription = z.looseObject({
  subscribed_events: z.array(WebhookEventName).min(1).refine(allDifferent),
});

/** Ways to show a delivery. */
export const VerifyDeliveryAction = z.enum(["checkin", "checkout", "record_evidence"]);

/** Checks in or out of a session, or records an item that shows its delivery. */
export const VerifyDeliveryTask = z.strictObject({
  session_id: Id,
  action: VerifyDeliveryAction,
  location: Coordinates.optional(),
  timestamp: Instant.optional(),
  evidence_type: EvidenceType.optional(),
  data: z.record(z.string(), z.unknown()).optional(),
  data_sensitivity: DataSensitivity.optional(),
  captured_at: Instant.optional(),
  method: EvidenceMethod.optional(),
}).refine((value) => !has(value, "action", ["record_evidence"]) || present(value, "evidence_type"), { path: ["evidence_type"] }).refine((value) => !has(value, "action", ["record_evidence"]) || present(value, "data"), { path: ["data"] });

/** Verticals with an evidence rule of their own. Words are compared in lower case and without accents; any other has no rule. */
export const Vertical = z.enum(["health", "home", "legal", "education", "consulting"]);

/** Why a subscription is off. */
export const WebhookDeactivationReason = z.enum(["delivery_failures", "subscriber_gone_410", "deleted"]);

/** How far a delivery is. */
export const WebhookDeliveryStatus = z.enum(["pending", "delivered", "failed", "abandoned"]);

/** Name of one event, the same in every delivery of it: receivers drop what they have seen. */
export const WebhookEventId = z.string().regex(new RegExp("^evt_[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$", "u"));

/** One event on its way to one subscriber: one attempt and at most three retries, after 1, 5 and 30 minutes. */
export const WebhookDelivery = z.looseObject({
  id: Id,
  subscription_id: Id,
  event_id: WebhookEventId,
  event_type: WebhookEventName,
  status: WebhookDeliveryStatus,
  attempts: Count,
  last_attempt_at: z.union([Instant, z.null()]).optional(),
  response_status: z.union([z.int().min(-2147483648).max(2147483647), z.null()]).optional(),
  response_body: z.union([z.string().refine(lengthBetween(0, 2000)), z.null()]).optional(),
  next_retry_at: z.union([Instant, z.null()]).optional(),
  created_at: Instant,
  delivered_at: z.union([Instant, z.null()]).optional(),
});

/**
 * The body that is posted to a subscriber, as plain JSON. Signed with HMAC-SHA-256 over its raw bytes in
 * `X-Servicialo-Signature`. At least once, in no promised order; ids instead of personal data.
 */
export const WebhookEvent = z.looseObject({
  event: WebhookEventName,
  event_id: WebhookEventId,
  emitted_at: Instant,
  data: z.record(z.string(), z.unknown()),
});

/** Secret that deliveries are signed with: 32 random bytes in lower-case hexadecimal. */
export const WebhookSecret = z.string().regex(new RegExp("^[0-9a-f]{64}$", "u"));

/** Wish of an organization to be told of events. */
export const WebhookSubscription = z.looseObject({
  id: Id,
  url: WebhookUrl,
  subscribed_events: z.array(WebhookEventName).min(1).refine(allDifferent),
  filters: z.record(z.string(), z.unknown()).optional(),
  active: z.boolean(),
  consecutive_failures: Count,
  created_at: Instant,
  updated_at: Instant.optional(),
  last_delivery_at: z.union([Instant, z.null()]).optional(),
  last_successful_delivery_at: z.union([Instant, z.null()]).optional(),
  deactivated_at: z.union([Instant, z.null()]).optional(),
  deactivated_reason: z.union([WebhookDeactivationReason, z.null()]).optional(),
});

/** A subscription with its secret, as creation and rotation show it: once. */
export const WebhookSubscriptionWithSecret = z.looseObject({
  id: Id,
  url: WebhookUrl,
  subscribed_events: z.array(WebhookEventName).min(1).refine(allDifferent),
  filters: z.record(z.string(), z.unknown()).optional(),
  active: z.boolean(),
  consecutive_failures: Count,
  created_at: Instant,
  updated_at: Instant.optional(),
  last_delivery_at: z.union([Instant, z.null()]).optional(),
  last_successful_delivery_at: z.union([Instant, z.null()]).optional(),
  deactivated_at: z.union([Instant, z.null()]).optional(),
  deactivated_reason: z.union([WebhookDeactivationReason, z.null()]).optional(),
  secret: WebhookSecret,
});

/** Facts of `webhook.test`. */
export const WebhookTestData = z.looseObject({
  test: z.literal(true),
  payload: z.record(z.string(), z.unknown()).optional(),
});
