// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

/** What an A2A agent can do beyond answering. */
export interface A2aCapabilities {
  /** Answers in parts; not offered in this edition. */
  streaming?: boolean;
  /** Sends task updates by itself. */
  pushNotifications?: boolean;
  /** Tells the states a task went through. */
  stateTransitionHistory?: boolean;
}

/** An organization as an A2A agent. */
export interface A2aCard {
  /** Display name. */
  name: ShortText;
  /** What the agent does. */
  description?: string;
  /** Task endpoint. */
  url: Uri;
  /** Version of the agent. */
  version: string;
  /** Version of A2A. */
  protocolVersion?: SemanticVersion;
  /** Addresses of the agent for readers of A2A 1.0, which knows no `url`; the first is preferred. */
  supportedInterfaces?: A2aInterface[];
  /** Who runs the agent. */
  provider?: A2aProvider;
  /** What it can do beyond answering. */
  capabilities?: A2aCapabilities;
  /** Media types taken. */
  defaultInputModes?: string[];
  /** Media types answered. */
  defaultOutputModes?: string[];
  /** Types of task taken. */
  skills: A2aSkill[];
  /** How to authenticate, as older readers expect it. */
  authentication?: Record<string, unknown>;
  /** How to authenticate, by scheme name. */
  securitySchemes?: Record<string, unknown>;
  /** Which of these schemes a call needs. */
  securityRequirements?: (Record<string, unknown>)[];
  /** What A2A does not know about this node. */
  "x-servicialo"?: A2aServicialoExtension;
}

/** Who a session is booked for, as some senders write it beside the params. */
export interface A2aClient {
  /** Means the param `client_email`. */
  email?: Email;
  /** Means the param `client_name`. */
  name?: ShortText;
  /** Means the param `client_last_name`. */
  last_name?: ShortText;
  /** Means the param `client_phone`. */
  phone?: Phone;
}

/** Where a human confirms what an agent asks for (mandates page 10). */
export interface A2aConfirmation {
  /** The request for confirmation. */
  confirmation_id: Id;
  /** Until when it can be decided. */
  expires_at?: Instant;
  /** Where its approver reads and decides it; never the agent. */
  decide_url: Uri;
}

/** Paths at which an organization takes A2A tasks; all mean the same. */
export type A2aEndpoint = "/servicialo/v1/organizations/{org_slug}/a2a" | "/api/servicialo/{org_slug}/a2a";

/** JSON-RPC errors of the A2A endpoint. The array `errors` of the HTTP profile stands in their data. */
export type A2aError = "parse_error" | "invalid_request" | "method_not_found" | "invalid_params" | "internal_error" | "unauthorized" | "refused" | "rate_limited";

/** An address where an A2A agent is reached, as A2A 1.0 writes it. */
export interface A2aInterface {
  /** The address. */
  url: Uri;
  /** How messages are carried there: `JSONRPC`, `GRPC`, `HTTP+JSON` or another word. */
  protocolBinding: ShortText;
  /** Version of A2A spoken there, such as `1.0`. */
  protocolVersion: ShortText;
}

/** What the A2A endpoint can be asked, by the names of A2A 0.3; those of A2A 1.0 mean the same. */
export type A2aMethod = "message/send" | "tasks/get" | "tasks/cancel";

/** Who runs an A2A agent. */
export interface A2aProvider {
  /** Name of the organization. */
  organization: ShortText;
  /** Its web site. */
  url?: Uri;
}

/** What A2A does not know about a node of this protocol. */
export interface A2aServicialoExtension {
  /** Protocol version served. */
  protocolVersion?: ProtocolVersion;
  /** Software that serves it. */
  implementer?: string;
  /** The node's other doors. */
  endpoints?: ManifestEndpoints;
  /** Address of the level 1 list. */
  registry?: Uri;
}

/** One type of task an A2A agent takes. */
export interface A2aSkill {
  /** Task type, e.g. `book_session`. */
  id: string;
  /** Display name. */
  name: ShortText;
  /** What the task does. */
  description?: string;
  /** Words to find it by. */
  tags?: string[];
  /** Requests it answers. */
  examples?: string[];
  /** JSON Schema of the task's parameters. */
  inputSchema?: Record<string, unknown>;
}

/** What became of one step of a task. */
export type A2aStepOutcome = "done" | "refused" | "left_out";

/** One step of a task as it went. */
export interface A2aStepRecord {
  /** Operation id. */
  operation: ShortText;
  /** What became of it. */
  outcome: A2aStepOutcome;
  /** HTTP status of its answer; absent when it was left out. */
  status?: number;
  /** Id of what it answered. */
  id?: Id;
}

/** The data part that says how a task stands: in its artifact once it has ended, in the message of its status before. */
export interface A2aTaskOutcome {
  /** Type of task; absent as long as none was named. */
  intent?: string;
  /** State of the task. */
  status: A2aTaskState;
  /** Body of the HTTP answer to the last step. */
  result?: unknown;
  /** The steps so far, in their order. What is done stands. */
  steps: A2aStepRecord[];
  /** Params that are missing: all of them are needed. */
  missing?: string[];
  /** Params of which at least one is needed, and none is there. */
  missing_one_of?: string[];
  /** Types of task to choose from. */
  task_types?: string[];
  /** The human decision that is waited for. */
  confirmation?: A2aConfirmation;
}

/** The data part of a message that begins a task, or goes on with one. It wins over every text beside it. */
export interface A2aTaskRequest {
  /** Type of task, or a synonym of it. A message that goes on with a task may leave it out. */
  intent?: string;
  /** Params of the type of task. Those of a later message come on top of those before. */
  params?: Record<string, unknown>;
  /** Who acts. Absent: the party of the credential. An agent always names its mandate (D-24). */
  actor?: Actor;
  /** Who a session is booked for. */
  client?: A2aClient;
}

/** States of an A2A task (E-11). */
export type A2aTaskState = "submitted" | "working" | "input-required" | "completed" | "failed" | "canceled" | "rejected";

/** Accepts a proposed order. */
export interface ActivateServiceOrder {
  /** Who accepts: the client of the order, or its payer. */
  actor?: Actor;
}

/**
 * Who acts: a claim, checked against the credential (D-23). An agent always names its mandate (D-24); one that does not is
 * well-formed, and refused by check 0 with `MANDATE_REQUIRED`.
 */
export interface Actor {
  /** Kind of party. */
  type: ActorType;
  /** Id of the party. */
  id: Id;
  /** Mandate an agent acts under (D-24). */
  mandate_id?: Uuid;
  /** Repeats a call that a human has approved meanwhile. */
  confirmation_id?: Id;
  /** Party the actor stands in for. */
  on_behalf_of?: OnBehalfOf;
}

/** Kinds of party that may claim to act. `system` appears in records only. */
export type ActorType = "client" | "provider" | "organization" | "agent";

/** Discovery level 2: all an agent needs to know of one organization. Cached for five minutes; foreign members are allowed. */
export interface AgentCard {
  /** Protocol version (E-10). */
  version: SemanticVersion;
  /** The organization. */
  organization: AgentCardOrganization;
  /** What its node really does. */
  capabilities: AgentCardCapabilities;
  /** Its public offers. */
  services: AgentCardService[];
  /** Its public providers. */
  providers?: AgentCardProvider[];
  /** Where it can be reached. */
  endpoints: AgentCardEndpoints;
  /** How to authenticate. */
  authentication: AgentCardAuthentication;
}

/** How to authenticate. */
export interface AgentCardAuthentication {
  /** The way to authenticate. */
  type: AuthenticationType;
  /** Where a credential can be asked for. */
  registration_url?: Uri;
  /** Scopes that can be granted. */
  scopes?: MandateScope[];
  /** Tools callable without a credential. */
  public_tools_count?: Count;
  /** Tools callable with one. */
  authenticated_tools_count?: Count;
}

/** What the organization's node really does. */
export interface AgentCardCapabilities {
  /** States implemented; a conformant node names at least the eight core ones. */
  lifecycle_states: ServiceState[];
  /** Exception flows implemented. */
  exception_flows: ExceptionFlow[];
  /** Types of evidence taken. */
  evidence_types: EvidenceType[];
  /** Orders are served. */
  service_orders?: boolean;
  /** Resources are served. */
  resources?: boolean;
  /** A2A tasks are taken. */
  a2a?: boolean;
  /** Mandates are enforced. */
  mandates?: boolean;
}

/** Where the organization can be reached: over MCP, HTTP or A2A, one of them at least (E-08). */
export interface AgentCardEndpoints {
  /** MCP over streamable HTTP. */
  mcp?: Uri;
  /** HTTP profile: the base path. */
  rest?: Uri;
  /** A2A task endpoint. */
  a2a?: Uri;
  /** Page where a person can book. */
  booking?: Uri;
}

/** The organization a card is about. */
export interface AgentCardOrganization {
  /** Name of the organization. */
  slug: CardSlug;
  /** Display name. */
  name: ShortText;
  /** Main vertical. */
  vertical: ShortText;
  /** Country. */
  country: CountryCode;
  /** Zone of its calendars. */
  timezone: TimeZone;
  /** What it does. */
  description?: string;
  /** Computed from verified deliveries. */
  trust_score?: TrustScore;
  /** Deliveries that reached `verified`. */
  verified_deliveries?: Count;
  /** First day of activity. */
  active_since?: LocalDate;
}

/** A provider in a card. */
export interface AgentCardProvider {
  /** The provider. */
  id: Id;
  /** Name shown to clients. */
  name: ShortText;
  /** Fields of practice. */
  specializations?: string[];
  /** Computed from verified deliveries. */
  trust_score?: TrustScore;
  /** Offers this provider delivers. */
  services?: Id[];
}

/** An offer in a card. */
export interface AgentCardService {
  /** The offer. */
  id: Id;
  /** Display name. */
  name: ShortText;
  /** Vertical of the offer. */
  vertical: ShortText;
  /** Length of a session, in minutes. */
  duration_minutes: number;
  /** Price of a session. */
  price: CardPrice;
  /** Way of meeting (D-16). */
  modality: Modality;
  /** What the offer is. */
  description?: string;
  /** A resource must be booked along. */
  requires_resource?: boolean;
  /** Evidence kinds without which a delivery cannot be documented. */
  required_evidence?: string[];
}

/** Discovery level 1: the discoverable organizations of an implementation. Cached for an hour. */
export interface AgentList {
  /** Protocol version of the list (E-10). */
  version: SemanticVersion;
  /** Who serves it. */
  implementation: Implementation;
  /** Organizations published by an explicit act of a human. */
  organizations: OrgCard[];
}

/** Billable time that the parties agreed on, in minutes. */
export interface AgreedRangeMinutes {
  /** Least time agreed; staying below is no fault. */
  min?: number;
  /** Most time that needs no justification. Absent: any. */
  max?: number;
}

/** A window of each day. A start after the end runs over midnight; a start equal to the end is the whole day. */
export interface AllowedHours {
  /** First minute, included. */
  start: TimeOfDay;
  /** End of the window, not included. */
  end: TimeOfDay;
  /** Zone of the wall clock; an unknown one is refused at issuance. */
  timezone: TimeZone;
}

/** What the cancellation policy came to. */
export interface AppliedCancellationPolicy {
  /** Hours between cancellation and start; negative when the start had passed. */
  hours_before: number;
  /** What the client owes for it. */
  penalty: Money;
  /** What goes back of money already paid. */
  refund: Money;
  /** Share of the price that is owed, 0 to 100. */
  penalty_percent: Percent;
}

/** A deliverable that the client has approved. */
export interface ApprovedDeliverableData {
  /** Where the document is. */
  uri: Uri;
  /** Media type of the document. */
  mime_type?: string;
  /** Marks the kind. */
  document_type: "deliverable";
  /** Client who approved it. */
  approved_by: Id;
  /** When. */
  approved_at: Instant;
}

/** The party that has to answer. */
export interface Approver {
  /** Kind of party; for an organization, one of its human administrators. */
  type: RepresentedType;
  /** Its id. */
  id: Id;
}

/** Who decides a dispute that the evidence does not settle. */
export interface ArbitrationPolicy {
  /** Steps, by rising amount; the first that fits applies. */
  tiers: ArbitrationTier[];
  /** Hours within which the arbitrators decide. */
  resolution_hours?: number;
}

/** How many arbitrators decide disputes up to an amount. */
export interface ArbitrationTier {
  /** Disputed amounts below this fall here; null: every amount that is left. */
  below: Money | null;
  /** How many arbitrators decide: an odd number, so that they cannot tie. */
  arbitrators: number;
}

/** Who was present. */
export interface AttendanceRecordData {
  /** Marks the kind. */
  document_type: "attendance_record";
  /** The student was there. */
  student_present: boolean;
  /** The instructor was there. */
  instructor_present: boolean;
  /** When the lesson began. */
  session_start?: Instant;
  /** When it ended. */
  session_end?: Instant;
}

/** One line of the audit trail. Never changed, never deleted. */
export interface AuditEntry {
  /** The entry; a UUID of version 4. */
  audit_id: UuidV4;
  /** Mandate that was used. */
  mandate_id: Uuid;
  /** Agent that acted. */
  agent_id: Id;
  /** Principal of the mandate. */
  principal_id: Id;
  /** Whose interests the mandate serves. */
  acting_for: PrincipalType;
  /** Operation name, or `mandate.issue`, `.revoke`, `.suspend`, `.reactivate`, `confirmation.approve`, `confirmation.reject`. */
  action: string;
  /** What was asked, redacted by allow-list before it was written: every other value is `[REDACTED]`. */
  action_input?: Record<string, unknown>;
  /** How it ended. */
  action_result: AuditResult;
  /** Code of the refusal or fault. */
  failure_reason?: string;
  /** Object that was touched. */
  resource_id?: Id;
  /** Context of the mandate. */
  context: MandateContext;
  /** When it happened, by the node's clock. */
  timestamp: Instant;
  /** Address the call came from. */
  ip_address?: string;
  /** Name of the request. */
  request_id?: string;
  /** Place in the chain of the mandate, from 1 without gaps. */
  seq?: number;
  /** `hash` of the entry before; 64 zeros for the first. */
  prev_hash?: Sha256;
  /** Digest of the canonical JSON (RFC 8785) of this entry without `hash`. */
  hash?: Sha256;
  /** Confirmation that was asked for, decided or used up. */
  confirmation_id?: Id;
}

/** Newest end of a chain of audit entries. */
export interface AuditHead {
  /** Place of the newest entry. */
  seq: number;
  /** Its digest. */
  hash: Sha256;
}

/** How an audited action ended. */
export type AuditResult = "success" | "failure" | "rejected" | "halted";

/** Ways to authenticate. */
export type AuthenticationType = "api_key" | "oauth2" | "none";

/** When and how a provider can be seen: the value type of each `availability` key. */
export interface AvailabilityAttributes {
  /** Ways of meeting; declared. */
  modalities?: Modality[];
  /** Usual hours by weekday; inferred. */
  typical_hours?: Record<string, unknown>;
  /** Average days until a free slot; inferred, at most 24 hours old. */
  avg_wait_days?: number;
  /** Next free slot; inferred, at most 5 minutes old. */
  next_available?: Instant;
  /** Takes new clients; declared. */
  accepts_new_patients?: boolean;
  /** Sessions a day at most; declared. */
  max_daily_sessions?: Count;
}

/** How two calendars that were asked for together get along. */
export type AvailabilityConflict = "none" | "provider_available_resource_unavailable" | "resource_available_provider_unavailable";

/** What an answer about free time adds about itself. */
export interface AvailabilityMeta {
  /** Whose calendars were looked at. */
  mode: SchedulingMode;
  /** How they get along. */
  conflict_resolution: ConflictResolution;
}

/** A free interval that can be booked as it stands. */
export interface AvailabilitySlot {
  /** Provider who is free; absent only when no more than a resource was asked for. */
  provider_id?: Id;
  /** Start; never in the past. */
  starts_at: Instant;
  /** End: start plus duration, without the buffer of the resource. */
  ends_at: Instant;
  /** Resource that is free, when one was asked for or is needed. */
  resource_id?: Id;
  /** Offer that the slot fits. */
  service_id?: Id;
  /** Further sessions that the resource can take in this slot. */
  remaining_capacity?: Count;
  /** How sure the slot is, 0 to 1; its ceiling depends on the mode. */
  confidence_score?: number;
}

/** An amount without its currency, which stands beside it or follows from the order, offer or sale. Major units. */
export type BareAmount = number;

/** Where the billing of a session stands. It moves on its own; no payment moves the lifecycle (D-10). */
export type BillingStatus = "pending" | "charged" | "invoiced" | "paid" | "disputed";

/** Asks for a session: this offer, this provider, this client, this time. */
export interface BookSession {
  /** Active offer that is booked. */
  service_id: Id;
  /** Active provider of that offer. */
  provider_id: Id;
  /** The beneficiary. */
  client_id: Id;
  /** Start; in the future. */
  starts_at: Instant;
  /** Resource to occupy; needed when the offer requires a resource or names one as its place. */
  resource_id?: Id;
  /** Who books. */
  actor?: Actor;
  /** The caller claims that a person wants this booking. Stored, without effect of its own. */
  human_intent_confirmed?: boolean;
  /** How the booking came in. */
  submission?: Submission;
  /** Active order to book under; its scope and limits must allow it. */
  service_order_id?: Id;
  /** Who pays, when not the client. */
  payer_id?: Id;
  /** Settled prepayment, for offers that are paid before they are booked. */
  payment_intent_id?: Id;
}

/** Books a session for a client, who is found or created by mail address, and confirms it. */
export interface BookSessionTask {
  /** Offer to book. */
  service_id: Id;
  /** Provider of that offer. */
  provider_id: Id;
  /** Mail address of the client. */
  client_email: Email;
  /** Start; in the future. */
  starts_at: Instant;
  /** Given name of the client; needed only to create one. */
  client_name?: ShortText;
  /** Family name of the client; needed only to create one. */
  client_last_name?: ShortText;
  /** Telephone number of the client. */
  client_phone?: Phone;
  /** Resource to occupy, where the offer needs one. */
  resource_id?: Id;
  /** Settled prepayment, for offers that are paid before they are booked. */
  payment_intent_id?: Id;
}

/** Facts of `booking.created`, `booking.confirmed` and `booking.cancelled`. */
export interface BookingData {
  /** The session. */
  session_id: Id;
  /** Offer that was booked. */
  service_id: Id;
  /** Who delivers. */
  provider_id: Id;
  /** When it starts. */
  starts_at: Instant;
}

/** Key to one public booking, 7 days by default. */
export type BookingToken = string;

/** Cancels a public booking. */
export interface CancelPublicBooking {
  /** Why. */
  reason?: string;
}

/** Calls a session off. */
export interface CancelSession {
  /** Why. */
  reason?: string;
  /** Who calls off. */
  actor?: Actor;
}

/** Figures of a cancellation. */
export interface CancellationDetails {
  /** Hours between cancellation and start; negative when the start had passed. */
  hours_before: number;
  /** What the client owes for it. */
  penalty: Money;
  /** What goes back of money already paid. */
  refund: Money;
}

/**
 * What a cancellation by the client costs (lifecycle 8). The first step whose time still remains applies; none: the
 * last one. Anyone else cancels at no cost to the client (P-08).
 */
export interface CancellationPolicy {
  /** Steps, by falling `hours_before`. Default: free above 24 h, half from 24 h to 2 h inclusive, all below 2 h. */
  tiers: PolicyTier[];
  /** With less than this many hours remaining a client may not cancel at all (P-09). Absent: always possible. */
  latest_hours_before?: number;
}

/** What a cancellation adds about itself. */
export interface CancellationPolicyMeta {
  /** How the policy of the contract was applied. */
  policy: AppliedCancellationPolicy;
}

/** What a node can do. What it lists here is tested. */
export interface Capabilities {
  /** Newest protocol version served. */
  protocol_version: ProtocolVersion;
  /** Version of the HTTP profile. */
  profile_version: SemanticVersion;
  /** How much of the profile is served. */
  compliance: Compliance;
  /** Ids of the operations served. */
  capabilities: OperationName[];
  /** Conformance levels claimed. */
  levels?: ("CORE" | "FULL" | "NETWORK" | "AGENT" | "EXT")[];
  /** All protocol versions served. */
  protocol_versions?: ProtocolVersion[];
  /** The clock of this node can be moved, for certification only (D-30). */
  sandbox_clock?: boolean;
  /** Names of optional features served. */
  extensions?: string[];
}

/** What a provider can do, and for whom: the value type of each `capability` key. */
export interface CapabilityAttributes {
  /** Conditions treated; the heaviest key in matching. */
  conditions_treated?: string[];
  /** Methods used. */
  techniques?: string[];
  /** Groups served, e.g. `athletes`, `children`. */
  populations_served?: string[];
  /** Ages served, in years. */
  age_range?: IntegerRange;
  /** Cases the provider does not take. */
  contraindications?: string[];
  /** Sessions a course usually takes. */
  typical_session_count?: IntegerRange;
  /** How results are measured. */
  outcome_metrics?: string[];
}

/** A price as cards print it. */
export interface CardPrice {
  /** Amount in major units. */
  amount: BareAmount;
  /** Currency of the amount. */
  currency: CurrencyCode;
}

/** Name of an organization in a card: words of letters and digits, joined by single hyphens. */
export type CardSlug = string;

/** Finds free slots of an offer or a provider between two days. */
export interface CheckAvailabilityTask {
  /** First day, in the organization's zone. */
  date_from: LocalDate;
  /** Last day, included. */
  date_to: LocalDate;
  /** Offer to find time for. */
  service_id?: Id;
  /** Provider who should be free. */
  provider_id?: Id;
  /** Resource that should be free. */
  resource_id?: Id;
  /** Length of a slot, in minutes. */
  duration_minutes?: Minutes;
  /** Zone to write the slots in. */
  timezone?: TimeZone;
}

/** Begins a delivery. */
export interface CheckIn {
  /** Who checks in. */
  actor?: Actor;
  /** Where; recorded as evidence of type `gps`. */
  location?: Coordinates;
  /** When, not in the future. Absent: now. */
  timestamp?: Instant;
}

/** Ends a delivery. */
export interface CheckOut {
  /** Who checks out: the provider of the session. */
  actor?: Actor;
  /** Where; recorded as evidence of type `gps`. */
  location?: Coordinates;
  /** When: not before the check-in, not in the future. Absent: now. */
  timestamp?: Instant;
}

/** The beneficiary of services. Who pays is kept apart: any party, the client by default. */
export interface Client {
  /** The client. */
  id: Id;
  /** The organization this record belongs to. */
  organization_id: Id;
  /** Mail address, in lower case; the first key a client is searched by. */
  email?: Email;
  /** Telephone number; the second key a client is searched by. */
  phone?: Phone;
  /** Given name. */
  name: string;
  /** Family name. */
  last_name: string;
  /** Party that pays when a session names no payer. */
  default_payer_id?: Id;
  /** How often the client stayed away. */
  no_show_count?: Count;
  /** The client's past; only when an existing client was found. */
  history_summary?: HistorySummary;
}

/** How a client stands with the organization. */
export type ClientAccountStatus = "settled" | "owing" | "in_credit";

/** What follows when the client stays away. */
export interface ClientNoShowPolicy {
  /** Share of the session's amount that is due, 0 to 100. */
  penalty_percent?: Percent;
}

/** Signature of the client for what was received. */
export interface ClientSignatureData {
  /** The client signed. */
  signer_role: "client";
  /** Form of the artefact. */
  format: SignatureFormat;
  /** Where the artefact is. */
  uri?: Uri;
}

/** The clinical record, signed by provider and client. Restricted, whatever a request says. */
export interface ClinicalRecordData {
  /** Where the document is. */
  uri: Uri;
  /** Media type of the document. */
  mime_type?: string;
  /** Marks the kind. */
  document_type: "clinical_record";
  /** Roles that signed, as words and not as ids: both. */
  signed_by: ClinicalSigner[];
}

/** Roles that sign a clinical record. */
export type ClinicalSigner = "provider" | "client";

/** What a committee discussed and agreed. */
export interface CommitteeMinutesData {
  /** Where the document is. */
  uri: Uri;
  /** Media type of the document. */
  mime_type?: string;
  /** Marks the kind. */
  document_type: "committee_minutes";
  /** Ids or names of those present. */
  attendees?: ShortText[];
  /** What was agreed. */
  agreements?: LongText[];
}

/** One competency of a student. */
export interface Competency {
  /** What it is called. */
  name: ShortText;
  /** How far it was reached. */
  level: CompetencyLevel;
}

/** How far a competency was reached. */
export type CompetencyLevel = "not_started" | "in_progress" | "achieved";

/** The agreed tasks, one by one. */
export interface CompletionChecklistData {
  /** Marks the kind. */
  document_type: "completion_checklist";
  /** The tasks; at least one. */
  checklist: CompletionTask[];
  /** Every task was done. Computed; a sent value is ignored. */
  all_completed?: boolean;
}

/** One agreed task. */
export interface CompletionTask {
  /** What was agreed. */
  task: LongText;
  /** Whether it was done. */
  completed: boolean;
}

/** How much of the HTTP profile a node serves. */
export type Compliance = "minimal" | "extended";

/** Confirms a public booking. */
export interface ConfirmPublicBooking {
  /** The token that the booking answered; wrong, used and expired ones are not found. */
  confirmation_token: ConfirmationToken;
}

/** Acknowledges an appointment. */
export interface ConfirmSession {
  /** Who acknowledges. */
  actor?: Actor;
}

/** What a confirmation adds about itself. */
export interface ConfirmationMeta {
  /** Whose acknowledgement is still awaited; absent when the session moved. */
  confirmations_missing?: ConfirmingParty[];
}

/** Whose confirmation makes a scheduled session a confirmed one (P-03). */
export type ConfirmationPolicy = "any" | "client" | "provider" | "both" | "auto";

/** Why an agent has to ask. */
export type ConfirmationReason = "autonomy" | "irreversible" | "amount";

/** A question to a human about one call of an agent. Never lifts a check, a constraint other than the amount, or a prohibition. */
export interface ConfirmationRequest {
  /** The request; sent back as `actor.confirmation_id`. */
  id: Id;
  /** How far it is. */
  status: ConfirmationStatus;
  /** Mandate the agent called under. */
  mandate_id: Uuid;
  /** Agent that called. */
  agent_id: Id;
  /** Principal of the mandate. */
  principal_id: Id;
  /** Who has to answer. */
  approver: Approver;
  /** Operation that was called. */
  action: string;
  /** Object the call was about. */
  resource_id?: Id;
  /** What would happen, in plain words. */
  summary: string;
  /** Money that would move. */
  amount?: Money;
  /** Why a human is asked. */
  reason: ConfirmationReason;
  /** Digest over the canonical JSON (RFC 8785) of method, path and attributes, without `actor.confirmation_id`. */
  input_digest: Sha256;
  /** When it was asked. */
  created_at: Instant;
  /** When it lapses: 24 h by default, 72 h at most, never after the mandate. */
  expires_at: Instant;
  /** When it was decided. */
  decided_at?: Instant;
  /** Human who decided. */
  decided_by?: Id;
  /** When the repeated call used it up. */
  consumed_at?: Instant;
}

/** How far a confirmation request is. */
export type ConfirmationStatus = "pending" | "approved" | "rejected" | "expired" | "voided" | "consumed";

/** Amount above which a human confirms; up to it, the principal's advance confirmation (M-05). */
export interface ConfirmationThreshold {
  /** Greatest amount that needs no confirmation, in major units. */
  amount: BareAmount;
  /** Currency of the amount; an amount in any other currency asks. */
  currency: CurrencyCode;
}

/** Proof that a person means a public booking: usable once, for one booking, 30 minutes by default. */
export type ConfirmationToken = string;

/** Parties whose acknowledgement a contract may ask for. */
export type ConfirmingParty = "client" | "provider";

/** How two calendars that were asked for together get along, in words too. */
export interface ConflictResolution {
  /** What kind of conflict, if any. */
  type: AvailabilityConflict;
  /** What to do about it, for people. */
  message?: string;
}

/** Billable time of a consultant. Every item of type `duration` is one. */
export interface ConsultingBillableHoursData {
  /** Time spent, in minutes. */
  minutes: number;
  /** What the time was spent on. */
  description?: LongText;
  /** Kind of activity. */
  category: ShortText;
  /** Time authorized, in minutes; counts only where contract and order name none. */
  budget_authorized_minutes?: number;
  /** Reference to the authorization of more time. */
  scope_change_ref?: ShortText;
}

/** The evidence of a delivery as a document of its own, checked against the rule of consulting. */
export interface ConsultingEvidence {
  /** Whose rule counts. */
  vertical: "consulting";
  /** The items. */
  evidence: Evidence[];
}

/**
 * The rules of a delivery, known before it is booked. They have to be read before booking or moving, which no node can
 * enforce. A session keeps the contract that held when it was booked.
 */
export interface Contract {
  /** The offer it belongs to; also the id of the contract. */
  service_id: Id;
  /** The organization of the offer. */
  organization_id: Id;
  /** Rises by one with every change. */
  version: number;
  /**
   * Evidence kinds without which a delivery cannot be documented. An organization that names none gets those of its
   * vertical's rule; an empty list means none.
   */
  required_evidence: EvidenceKindName[];
  /** Hours from `delivered` in which the client may open a dispute; over as soon as the session is verified. */
  dispute_window_hours: Count;
  /**
   * Hours from `delivered` after which a charged session verifies by itself, 1 to 72 (D-08). Shorter than the dispute
   * window is valid and answered with a warning (D-33).
   */
  verification_deadline_hours: number;
  /** Whose confirmation counts. */
  confirmation_policy: ConfirmationPolicy;
  /** What a cancellation costs. */
  cancellation_policy: CancellationPolicy;
  /** What moving the session costs. Absent: nothing. */
  rescheduling_policy?: ReschedulingPolicy;
  /** What follows when a party stays away. */
  no_show_policy: NoShowPolicy;
  /** Who decides disputes that the evidence does not settle. Absent: the organization. */
  arbitration_policy?: ArbitrationPolicy;
  /** A dispute above this amount leaves the protocol: it is always escalated. */
  max_dispute_amount?: Money;
  /** What the vertical's evidence rule takes from here. */
  evidence_rules?: EvidenceRules;
}

/** A point on the map. Evidence payloads spell the members out instead (D-13). */
export interface Coordinates {
  /** Degrees north. */
  lat: Latitude;
  /** Degrees east. */
  lng: Longitude;
}

/** A count, 0 or more. */
export type Count = number;

/** A country, ISO 3166-1 alpha-2 in lower case. */
export type CountryCode = string;

/** Course material handed to the student. */
export interface CourseMaterialData {
  /** Where the document is. */
  uri: Uri;
  /** Media type of the document. */
  mime_type?: string;
  /** Marks the kind. */
  document_type: "course_material";
  /** The pieces. */
  material_items?: MaterialItem[];
}

/** Writes the record of a delivery. */
export interface CreateDocumentation {
  /** The record itself. */
  content: string;
  /** Template it was written with. */
  template_id?: Id;
  /** Who writes it. */
  actor?: Actor;
}

/** Asks for a booking without a credential. */
export interface CreatePublicBooking {
  /** Public offer wanted. */
  service_id: Id;
  /** Start wanted; in the future. */
  starts_at: Instant;
  /** Provider wanted. Without one the node assigns one that is free. */
  provider_id?: Id;
  /** Who books. */
  requester: PublicRequester;
  /** Through what, and by whom. */
  submission: Submission;
  /** What the person has said of it. */
  authorization: PublicAuthorization;
}

/** Asks for a resource. */
export interface CreateResource {
  /** Organization it belongs to. */
  organization_id: Id;
  /** Name shown to people. */
  name: ShortText;
  /** What it is. */
  type?: ResourceType;
  /** Sessions it holds at once. */
  capacity?: number;
  /** Minutes it stays occupied after each use; the provider is free meanwhile. */
  buffer_minutes?: number;
  /** What it is equipped with. */
  equipment?: ShortText[];
  /** Where it is, for people. */
  location?: string;
  /** House rules, in the organization's own form. */
  rules?: Record<string, unknown>;
  /** Zone of its week. Default: the organization's. */
  timezone?: TimeZone;
  /** Its week. Without it, the resource is never free. */
  availability?: WeeklyBlock[];
  /** Who acts. */
  actor?: Actor;
}

/** Charges documented sessions to a client (D-22, D-36). */
export interface CreateSale {
  /** The client to charge. */
  client_id: Id;
  /** The offer that was delivered. */
  service_id: Id;
  /** The provider who delivered. */
  provider_id: Id;
  /** How many sessions to charge, the oldest documented ones first. With `session_id` it can only be 1. */
  quantity?: number;
  /** Price of one session; a bare number is in the currency of the offer. */
  unit_price: MoneyOrAmount;
  /** The session to charge. Absent: the oldest documented ones of that client, offer and provider. */
  session_id?: Id;
  /** Who acts. */
  actor?: Actor;
}

/** Begins an order, always as a draft. */
export interface CreateServiceOrder {
  /** Organization that delivers. */
  organization_id: Id;
  /** Client who receives. */
  client_id: Id;
  /** Party that pays; may be the client. */
  payer_id: Id;
  /** Who may find it. */
  visibility?: Visibility;
  /** What is covered. */
  scope: OrderScope;
  /** How long it runs. */
  term: OrderTerm;
  /** What it costs. */
  pricing: OrderPricing;
  /** When it is paid. */
  payment_schedule: PaymentSchedule;
  /** Who acts. */
  actor?: Actor;
}

/** Asks to be told of events. */
export interface CreateWebhookSubscription {
  /** Where events are to be posted to; private and link-local addresses are refused. */
  url: WebhookUrl;
  /** Events wanted. */
  subscribed_events: WebhookEventName[];
  /** Members of `data` and the values they must have for an event to be sent. */
  filters?: Record<string, unknown>;
}

/** A public booking with its tokens, as creation shows them: once. */
export interface CreatedPublicBooking {
  /** The session. */
  session_id: Id;
  /** Where it stands. */
  state: ServiceState;
  /** The organization. */
  org_slug: Slug;
  /** The offer. */
  service_id: Id;
  /** Name of the offer. */
  service_name: ShortText;
  /** Start. */
  starts_at: Instant;
  /** End: start plus duration. */
  ends_at: Instant;
  /** How the service reaches the client. */
  modality?: Modality;
  /** When it is cancelled unless confirmed; only while it waits for that. */
  confirmation_expires_at?: Instant;
  /** When the booking token stops working. */
  booking_token_expires_at?: Instant;
  /** Booking that this one replaced. */
  previous_session_id?: Id;
  /** Confirms the booking, once. */
  confirmation_token: ConfirmationToken;
  /** Opens the booking later on. */
  booking_token: BookingToken;
}

/** The figures of a client's account in one currency. */
export interface CurrencyAccount {
  /** Charged. */
  total: Money;
  /** Received. */
  paid: Money;
  /** Difference of both; the status says in whose favour. */
  balance: Money;
  /** How the client stands in this currency. */
  status: ClientAccountStatus;
}

/** A currency, ISO 4217. */
export type CurrencyCode = string;

/** A scope of a node's own, `x-{domain}:{action}`. */
export type CustomScope = string;

/** How an item must be kept and who may read it, in ascending order. */
export type DataSensitivity = "public" | "internal" | "confidential" | "restricted";

/** The approver's answer. */
export interface DecideConfirmation {
  /** Why. */
  reason?: string;
}

/** A delivery contested by its client. It stands in the session's exception record. */
export interface Dispute {
  /** The dispute. */
  id: Id;
  /** Session contested. */
  session_id: Id;
  /** Client of the session. */
  opened_by: Id;
  /** When. */
  opened_at: Instant;
  /** State that the session was in. */
  opened_from: "delivered" | "documented" | "charged";
  /** Why, in the client's words. */
  reason: LongText;
  /** What it is about. */
  reason_category?: DisputeReasonCategory;
  /** Amount contested. Absent: that of the session. */
  amount?: Money;
  /** Where it stands. */
  status: DisputeStatus;
  /** What the evidence rule found last. */
  evaluation?: EvidenceEvaluation;
  /** How it ended. */
  resolution?: DisputeResolution;
}

/** Facts of `dispute.opened` and `dispute.resolved`, without reasons in free text. */
export interface DisputeData {
  /** The session. */
  session_id: Id;
  /** The dispute. */
  dispute: {
    /** Its id. */
    id: Id;
    /** How far it is. */
    status: DisputeStatus;
  };
}

/** How a dispute was decided outside the evidence rules; the target state says for whom. */
export interface DisputeDecision {
  /** By an administrator of the organization, or by the arbiters that the contract names. */
  method: "manual" | "arbitration";
  /** Grounds of the decision. */
  note: LongText;
}

/** Whom a dispute was decided for. */
export type DisputeOutcome = "provider_prevails" | "client_prevails";

/** What a dispute is about. */
export type DisputeReasonCategory = "quality" | "no_show" | "billing" | "scope" | "evidence_missing" | "other";

/** How a dispute ended. */
export interface DisputeResolution {
  /** For whom. */
  outcome: DisputeOutcome;
  /** How. */
  method: DisputeResolutionMethod;
  /** Why, for people. */
  note?: LongText;
  /** Who decided; `system` for a rule. */
  by: Id;
  /** When. */
  at: Instant;
}

/** How a dispute was decided. */
export type DisputeResolutionMethod = "algorithmic" | "manual" | "arbitration";

/** States of a dispute. */
export type DisputeStatus = "open" | "escalated" | "resolved";

/** Payload of type `document`, unless the kind of the item has a rule of its own. */
export interface DocumentData {
  /** Where the document is. */
  uri: Uri;
  /** Media type of the document. */
  mime_type?: string;
  /** What kind of document it is; names outside the catalogue are matched as they stand. */
  document_type: ShortText;
}

/** A recorded document. */
export interface DocumentEvidence {
  /** Names the item; items never change. */
  id?: Id;
  /** When it was captured; never in the future. */
  captured_at: Instant;
  /** Who captured it. */
  actor: EvidenceActor;
  /** Organization that recorded it on behalf of `actor`. */
  recorded_by?: Id;
  /** How it was captured; absent fits every kind. */
  method?: EvidenceMethod;
  /** How it is kept. Absent: the default of its kind, else `internal`. */
  data_sensitivity?: DataSensitivity;
  /** Tells the payload. */
  type: "document";
  /** The document. */
  data: DocumentPayload | RedactedData;
}

/** Payload of an item of type `document`: that of a catalogued kind, or the general one. */
export type DocumentPayload = ClinicalRecordData | TreatmentAdherenceData | CompletionChecklistData | MeetingMinutesData | LegalDeliverableData | AttendanceRecordData | CourseMaterialData | SessionEvaluationData | ApprovedDeliverableData | CommitteeMinutesData | MilestoneProgressData | DocumentData;

/** The record of a delivery. */
export interface Documentation {
  /** Text of the record. */
  content: string;
  /** Template that it follows. */
  template_id?: Id;
  /** Party that wrote it. */
  created_by: Id;
  /** When it was written. */
  created_at: Instant;
}

/** Payload of type `duration`. */
export interface DurationData {
  /** Time spent, in minutes. */
  minutes: number;
  /** What the time was spent on. */
  description?: LongText;
  /** Kind of activity. */
  category?: ShortText;
}

/** Recorded time. */
export interface DurationEvidence {
  /** Names the item; items never change. */
  id?: Id;
  /** When it was captured; never in the future. */
  captured_at: Instant;
  /** Who captured it. */
  actor: EvidenceActor;
  /** Organization that recorded it on behalf of `actor`. */
  recorded_by?: Id;
  /** How it was captured; absent fits every kind. */
  method?: EvidenceMethod;
  /** How it is kept. Absent: the default of its kind, else `internal`. */
  data_sensitivity?: DataSensitivity;
  /** Tells the payload. */
  type: "duration";
  /** The time. */
  data: DurationPayload | RedactedData;
}

/** Payload of an item of type `duration`. */
export type DurationPayload = LegalBillableHoursData | ConsultingBillableHoursData | DurationData;

/** What a provider costs and how it is paid: the value type of each `economic` key. */
export interface EconomicAttributes {
  /** Usual prices of one session. */
  price_range?: PriceRange;
  /** Insurers accepted. */
  insurance_accepted?: string[];
  /** Ways to pay. */
  payment_methods?: string[];
  /** Cancellation terms, written for people. */
  cancellation_policy?: string;
  /** Hours before the start in which cancelling is free. */
  cancellation_window_hours?: Count;
  /** Sells several sessions together. */
  offers_packages?: boolean;
}

/** The evidence of a delivery as a document of its own, checked against the rule of teaching. */
export interface EducationEvidence {
  /** Whose rule counts. */
  vertical: "education";
  /** The items. */
  evidence: Evidence[];
}

/** An e-mail address. */
export type Email = string;

/** A wall-clock time that ends a span, `HH:mm`; `24:00` is the end of the day. */
export type EndTimeOfDay = string;

/** Every error code that goes over the wire, with its status and meaning. Own codes of a node never reuse one of these. */
export type ErrorCode = "UNAUTHORIZED" | "FORBIDDEN" | "MANDATE_REQUIRED" | "MANDATE_EXPIRED" | "SCOPE_INSUFFICIENT" | "NOT_FOUND" | "UNSUPPORTED_VERSION" | "CONFLICT" | "RESOURCE_UNAVAILABLE" | "TRANSITION_CONFLICT" | "VALIDATION_ERROR" | "INVALID_TRANSITION" | "EVIDENCE_REQUIRED" | "EVIDENCE_INVALID" | "SERVICE_ORDER_EXHAUSTED" | "CANCELLATION_OUTSIDE_POLICY" | "DISPUTE_WINDOW_CLOSED" | "MALFORMED_REQUEST" | "PAYMENT_REQUIRED" | "MANDATE_SUSPENDED" | "MANDATE_NOT_YET_VALID" | "AGENT_MISMATCH" | "CONTEXT_MISMATCH" | "CONFLICT_OF_INTEREST" | "CONSTRAINT_VIOLATED" | "CONFIRMATION_REQUIRED" | "CONFIRMATION_INVALID" | "METHOD_NOT_ALLOWED" | "NOT_ACCEPTABLE" | "IDEMPOTENCY_IN_PROGRESS" | "PAYLOAD_TOO_LARGE" | "UNSUPPORTED_MEDIA_TYPE" | "IDEMPOTENCY_KEY_REUSED" | "NOT_BOOKABLE" | "MISSING_AVAILABILITY_TARGET" | "CURRENCY_MISMATCH" | "RATE_LIMITED" | "INTERNAL_ERROR" | "NOT_IMPLEMENTED" | "UPSTREAM_UNAVAILABLE" | "AUDIT_UNAVAILABLE";

/** Body of every refused request. */
export interface ErrorDocument {
  /** At least one reason; all carry the status of the answer. */
  errors: ErrorObject[];
}

/** Facts a program needs to react to an error. Which of them stand depends on the code. */
export interface ErrorMeta {
  /** The same request may succeed later without change. Absent means it will not. */
  retryable?: boolean;
  /** Name of the request in the node's logs. */
  request_id?: string;
  /** States that can be reached from the present one. */
  valid_targets?: string[];
  /** Evidence kinds still missing. */
  missing_evidence?: string[];
  /** Protocol versions that the node serves. */
  supported?: string[];
  /** Constraint of the mandate that was violated. */
  constraint?: string;
  /** Confirmation that a human has to decide. */
  confirmation_id?: Id;
  /** When that confirmation can no longer be decided or used. */
  expires_at?: Instant;
  /** How far a confirmation is that cannot be used. */
  status?: ConfirmationStatus;
  /** When the same request may succeed. */
  retry_at?: Instant;
  /** What an organization lacks before it can be booked. */
  missing?: string[];
  /** Object that already exists. */
  existing_id?: Id;
  /** Where a prepayment can be made. */
  checkout?: unknown;
}

/** One reason why a request was refused. */
export interface ErrorObject {
  /** HTTP status of the answer, as text. */
  status: string;
  /** A code of the catalogue, or one of the node's own. */
  code: string;
  /** Short text that is fixed per code and never translated. */
  title: string;
  /** What happened this time. */
  detail?: string;
  /** Which part of the request is meant. */
  source?: ErrorSource;
  /** Facts for programs. */
  meta?: ErrorMeta;
}

/** Which part of the request an error is about. */
export interface ErrorSource {
  /** JSON Pointer into the body. */
  pointer?: string;
  /** Name of a query parameter. */
  parameter?: string;
}

/** Why a rule could not decide. */
export type EscalationCause = "no_rule" | "amount" | "missing" | "condition" | "duration";

/** One item that shows a delivery. Immutable once recorded; valid also when it is of no catalogued kind. */
export type Evidence = GpsEvidence | SignatureEvidence | PhotoEvidence | DocumentEvidence | DurationEvidence | NotesEvidence;

/** Who captured an item. */
export interface EvidenceActor {
  /** Kind of party. */
  type: EvidenceActorType;
  /** Its id. */
  id: Id;
}

/** Parties an item can come from. An organization records on behalf of a provider or client. */
export type EvidenceActorType = "provider" | "client" | "system" | "agent";

/** Several evidence items at once. */
export interface EvidenceBatch {
  /** The items; all are recorded, or none. */
  items: EvidenceItem[];
}

/** Result of the evidence rule on one session. */
export interface EvidenceEvaluation {
  /** What was found. */
  outcome: EvidenceOutcome;
  /** Why it could not be accredited. */
  why?: EscalationCause;
  /** Kinds without an item. */
  missing?: ShortText[];
  /** Condition that is not met. */
  condition?: ShortText;
}

/** One item to be recorded along with another command. */
export interface EvidenceItem {
  /** Form of the item. */
  evidence_type: EvidenceType;
  /** The payload: the rule of its kind in the session's vertical, else that of its type. */
  data: Record<string, unknown>;
  /** How to keep it. Absent: the default of its kind, else `internal`. */
  data_sensitivity?: DataSensitivity;
  /** When it was captured, not in the future. Absent: now. */
  captured_at?: Instant;
  /** How it was captured. Absent: `agent` for an agent, `auto` for `gps`, else `manual`. */
  method?: EvidenceMethod;
}

/**
 * Name of a kind of evidence: one of the vertical's catalogue, an accepted synonym, or one of the organization's own
 * (`x-…`), which is matched by `document_type`.
 */
export type EvidenceKindName = string;

/** How an item was captured. */
export type EvidenceMethod = "auto" | "manual" | "agent";

/** What the evidence rule of a vertical found. It never says that the client prevails. */
export type EvidenceOutcome = "accredited" | "escalate";

/** What a vertical's evidence rule takes from the contract (evidence 5). */
export interface EvidenceRules {
  /** Education: an evaluation has to be shown. */
  evaluation_required?: boolean;
  /** Legal: billable time agreed on; it wins over the range that an item names. */
  agreed_range_minutes?: AgreedRangeMinutes;
  /** Consulting: billable minutes that the budget covers; they win over what an item names. */
  budget_authorized_minutes?: Count;
  /** How far the actual duration may stray from the planned one, in percent of it. Absent: not looked at. */
  duration_tolerance_percent?: number;
}

/** Facts of `evidence.submitted`: the item without its payload. */
export interface EvidenceSubmittedData {
  /** The session. */
  session_id: Id;
  /** The item. */
  evidence: {
    /** The item's id, where the node gives it one. */
    id?: Id;
    /** Its type. */
    evidence_type: EvidenceType;
    /** When it was captured. */
    captured_at: Instant;
    /** How it was captured. */
    method?: EvidenceMethod;
    /** How secret its payload is. */
    data_sensitivity?: DataSensitivity;
  };
}

/** Forms in which a delivery is shown. Each has its payload. */
export type EvidenceType = "gps" | "signature" | "photo" | "document" | "duration" | "notes";

/** Facts of `service.exception`: what began, without its free text. */
export interface ExceptionData {
  /** The session. */
  session_id: Id;
  /** What began. */
  exception: {
    /** Kind of exception. */
    type: ExceptionType;
    /** When it began. */
    at: Instant;
  };
}

/** Figures of an exception, by its type. */
export type ExceptionDetails = NoShowDetails | CancellationDetails | RescheduleDetails | ResourceConflictDetails | PartialDetails | Dispute;

/** Exception flows as cards name them (E-09). Conformance counts client and provider no-shows apart. */
export type ExceptionFlow = "cancellation" | "no_show" | "rescheduling" | "dispute" | "partial_delivery" | "resource_conflict";

/** One departure of a session from its plan. */
export interface ExceptionRecord {
  /** What happened. */
  type: ExceptionType;
  /** When it was recorded. */
  at: Instant;
  /** Id of the party that caused or marked it, or `system`. */
  initiated_by: Id;
  /** How it ended; a node may use words of its own. */
  resolution?: ExceptionResolution | string;
  /** When it was settled; absent while it is open. */
  resolved_at?: Instant;
  /** Figures, by type. */
  details?: ExceptionDetails;
}

/** How an exception ended. */
export type ExceptionResolution = "client_penalized" | "free" | "provider_reassigned" | "no_replacement" | "provider_prevails" | "client_prevails" | "rescheduled" | "resource_replaced";

/** Ways in which a session can leave its plan (D-14). */
export type ExceptionType = "no_show" | "cancellation" | "dispute" | "reschedule" | "partial" | "resource_conflict";

/** Work that fell due while the clock moved. */
export interface FiredDeadline {
  /** What was due, in the node's own word. */
  kind: string;
  /** Object it was about. */
  subject_id: Id;
  /** When it was due. */
  due_at: Instant;
}

/** Where a provider works: the value type of each `geography` key. */
export interface GeographyAttributes {
  /** Country, ISO 3166-1 alpha-2. */
  country?: string;
  /** Region or state. */
  region?: string;
  /** City. */
  city?: string;
  /** District or commune. */
  district?: string;
  /** Street address of the practice. */
  address?: string;
  /** Position of the practice. */
  coordinates?: Coordinates;
  /** How far the provider travels, in kilometres. */
  service_radius_km?: number;
  /** From where remote clients are taken. */
  remote_policy?: RemotePolicy;
}

/** Looks for a client by mail address, then by telephone number, and creates one when there is none. */
export interface GetOrCreateClient {
  /** Mail address; compared and stored in lower case. */
  email?: Email;
  /** Telephone number; looked for when no mail address matches. */
  phone?: Phone;
  /** Given name; needed only to create. */
  name?: string;
  /** Family name; needed only to create. */
  last_name?: string;
  /** Who acts. */
  actor?: Actor;
}

/** Arrival of the provider. */
export interface GpsCheckinData {
  /** Degrees north. */
  latitude: Latitude;
  /** Degrees east. */
  longitude: Longitude;
  /** Radius of uncertainty, in metres. */
  accuracy_meters?: number;
  /** Arrival. */
  event: "checkin";
}

/** Departure of the provider. */
export interface GpsCheckoutData {
  /** Degrees north. */
  latitude: Latitude;
  /** Degrees east. */
  longitude: Longitude;
  /** Radius of uncertainty, in metres. */
  accuracy_meters?: number;
  /** Departure. */
  event: "checkout";
}

/** Payload of type `gps`: where a device was. */
export interface GpsData {
  /** Degrees north. */
  latitude: Latitude;
  /** Degrees east. */
  longitude: Longitude;
  /** Radius of uncertainty, in metres. */
  accuracy_meters?: number;
  /** Which end of the delivery. */
  event?: GpsEvent;
}

/** Which end of a delivery a point belongs to. */
export type GpsEvent = "checkin" | "checkout";

/** A recorded point. */
export interface GpsEvidence {
  /** Names the item; items never change. */
  id?: Id;
  /** When it was captured; never in the future. */
  captured_at: Instant;
  /** Who captured it. */
  actor: EvidenceActor;
  /** Organization that recorded it on behalf of `actor`. */
  recorded_by?: Id;
  /** How it was captured; absent fits every kind. */
  method?: EvidenceMethod;
  /** How it is kept. Absent: the default of its kind, else `internal`. */
  data_sensitivity?: DataSensitivity;
  /** Tells the payload. */
  type: "gps";
  /** The point. */
  data: GpsData | RedactedData;
}

/** Condition of a node. */
export interface Health {
  /** All in all. */
  status: HealthStatus;
  /** One by one; only in the readiness answer. */
  checks?: HealthChecks;
}

/** What a node needs before it takes requests. */
export interface HealthChecks {
  /** The store answers. */
  storage: HealthStatus;
  /** The store has the shape this version needs. */
  migrations: HealthStatus;
  /** The worker for deadlines runs and is not behind. */
  deadlines: HealthStatus;
}

/** The evidence of a delivery as a document of its own, checked against the rule of health: at least one check-in point. */
export interface HealthEvidence {
  /** Whose rule counts. */
  vertical: "health";
  /** The items. */
  evidence: Evidence[];
}

/** Notes on a patient: confidential at least. */
export interface HealthNotesData {
  /** The text. */
  text: LongText;
  /** Its language. */
  language?: LanguageCode;
}

/** Whether something works. */
export type HealthStatus = "ok" | "unavailable";

/** Figures that a node may send with a sign of life. Counts only. */
export interface HeartbeatMetrics {
  /** Active offers. */
  services_active?: Count;
  /** Sessions booked in the last 30 days. */
  appointments_30d?: Count;
}

/** A client's past with the organization, in figures. */
export interface HistorySummary {
  /** Sessions booked so far. */
  sessions_total?: Count;
  /** Those that reached `verified`. */
  sessions_verified?: Count;
  /** Start of the latest session. */
  last_session_at?: Instant;
  /** How often the client stayed away. */
  no_show_count?: Count;
}

/** The evidence of a delivery as a document of its own, checked against the rule of services at home. */
export interface HomeEvidence {
  /** Whose rule counts. */
  vertical: "home";
  /** The items. */
  evidence: Evidence[];
}

/** A length of time in hours. */
export type Hours = number;

/** An absolute `http` or `https` address, without credentials in it. */
export type HttpUrl = string;

/** An opaque identifier. Never parse it. */
export type Id = string;

/** Who a provider is: the value type of each `identity` key. */
export interface IdentityAttributes {
  /** Profession, e.g. `kinesiologist`. */
  profession?: string;
  /** Main field of practice. */
  primary_specialty?: string;
  /** Further fields of practice. */
  subspecialties?: string[];
  /** Title or form of address. */
  title?: string;
  /** Where the provider was trained. */
  training_institution?: string;
  /** Number of the professional licence. */
  license_number?: string;
  /** Country of the licence, ISO 3166-1 alpha-2. */
  license_jurisdiction?: string;
  /** Years in the profession. */
  years_experience?: Count;
  /** Languages spoken, ISO 639-1. */
  languages?: LanguageCode[];
  /** The provider in own words. */
  bio?: string;
  /** Portrait. */
  photo_url?: Uri;
}

/** The software that serves a list of organizations. */
export interface Implementation {
  /** Name of the software. */
  name: ShortText;
  /** Protocol version served. */
  protocol_version: ProtocolVersion;
  /** Platform that runs it. */
  platform: ShortText;
}

/** One part of the price. */
export interface Installment {
  /** What makes it due: an event, a milestone or a day. */
  trigger: ShortText;
  /** Its amount, in the order's currency. */
  amount?: BareAmount;
  /** Its share of the total, 0 to 100. */
  percentage?: Percent;
  /** Days from the trigger to the due day. */
  due_days?: Count;
}

/** An instant: ISO 8601 date-time with an offset or `Z`. Never a local time. */
export type Instant = string;

/** A range of whole numbers, both ends included. */
export interface IntegerRange {
  /** Lowest value. */
  min: Count;
  /** Highest value. */
  max: Count;
}

/** An IPv4 or IPv6 address, or a range of them in CIDR notation. */
export type IpRange = string;

/** Asks for a mandate. What only the node may set is ignored when sent. */
export interface IssueMandate {
  /** The person who issues, or the organization that the issuing person administers; never the agent. */
  principal_id: Id;
  /** Role of the principal. */
  principal_type: PrincipalType;
  /** The one agent that may use it; never the principal. */
  agent_id: Id;
  /** Label of the agent, for people. */
  agent_name?: string;
  /** Whose interests the agent serves; equal to `principal_type` (M-01). */
  acting_for: PrincipalType;
  /** Where it holds; the principal must have authority there. */
  context: MandateContext;
  /** What it allows; the principal must have authority over each. Nothing else is allowed, and no scope implies another. */
  scopes: MandateScope[];
  /** What limits it further. */
  constraints?: MandateConstraints;
  /** When it ends: after it is issued, at most 90 days later recommended. */
  expires_at: Instant;
  /** Stored and returned untouched; the node may add `issued_by`. */
  metadata?: Record<string, unknown>;
  /** Accepted, stored and returned, never required or checked (D-15). */
  signature?: string;
}

/** A language, ISO 639-1. */
export type LanguageCode = string;

/** Degrees north of the equator. */
export type Latitude = number;

/**
 * What an order has come to: deliveries, billing and money, each moving on its own.
 * Computed from recorded events at the moment of reading and never written. Amounts are in the order's currency.
 */
export interface Ledger {
  /** Sessions that are verified. */
  services_verified: Count;
  /** Their actual duration, in hours. */
  hours_consumed: Hours;
  /** Their value at the order's prices. */
  amount_consumed: BareAmount;
  /** Sales issued by the payment schedule so far. */
  amount_billed: BareAmount;
  /** Payments less refunds and chargebacks; may be above 0 before anything was delivered. */
  amount_collected: BareAmount;
  /** Authorized value not yet consumed; absent when the order is unlimited. */
  amount_remaining?: BareAmount;
}

/** Billable time of a lawyer. Every item of type `duration` is one. */
export interface LegalBillableHoursData {
  /** Time spent, in minutes. */
  minutes: number;
  /** What the time was spent on. */
  description?: LongText;
  /** Kind of activity. */
  category?: ShortText;
  /** Span agreed; counts only where the contract names none. */
  agreed_range_minutes?: AgreedRangeMinutes;
  /** Why more time was needed than agreed. */
  justification?: LongText;
}

/** A document made for the client, and handed over. */
export interface LegalDeliverableData {
  /** Where the document is. */
  uri: Uri;
  /** Media type of the document. */
  mime_type?: string;
  /** Marks the kind. */
  document_type: "legal_deliverable";
  /** Client who received it. */
  delivered_to: Id;
  /** When. */
  delivered_at?: Instant;
}

/** The evidence of a delivery as a document of its own, checked against the rule of legal work. */
export interface LegalEvidence {
  /** Whose rule counts. */
  vertical: "legal";
  /** The items. */
  evidence: Evidence[];
}

/** What the state of a session adds about itself. */
export interface LifecycleMeta {
  /** What the evidence rule of the vertical finds now, on nodes that report it. It decides in a dispute only. */
  evaluation?: EvidenceEvaluation;
}

/** Where a session stands, where it can go, and how it came there. */
export interface LifecycleStates {
  /** Present state. */
  current_state: ServiceState;
  /** Every state that the machine allows next, whoever asks; empty at the end. */
  available_transitions: ServiceState[];
  /** Every state change so far, oldest first. */
  transitions: Transition[];
  /** Everything that went another way than planned, oldest first. */
  exceptions?: ExceptionRecord[];
  /** When silence of the client counts as acceptance; from `delivered` or `partial` until the session leaves the cycle. */
  verification_deadline?: Instant;
}

/** Lists what the organization offers to the public. */
export type ListServicesTask = Record<never, never>;

/** A calendar day without a zone, `YYYY-MM-DD`. */
export type LocalDate = string;

/** Where a service is delivered. */
export interface Location {
  /** How the service reaches the client. */
  type?: Modality;
  /** Postal address, for people. */
  address?: string;
  /** Label of the room, for people. */
  room?: string;
  /** Resource that the delivery occupies. */
  resource_id?: Id;
  /** Point on the map. */
  coordinates?: Coordinates;
}

/** Free text of a person. */
export type LongText = string;

/** Degrees east of Greenwich. */
export type Longitude = number;

/** Ways to manage a session. */
export type ManageSessionAction = "reschedule" | "cancel" | "get_status";

/** Moves a session to another time, calls it off, or reads its state. */
export interface ManageSessionTask {
  /** The session. */
  session_id: Id;
  /** What to do with it. */
  action: ManageSessionAction;
  /** New start; in the future. */
  new_starts_at?: Instant;
  /** Why. */
  reason?: string;
}

/** Authority that a human hands to one agent, for one party, in one context, for a limited time. Never edited or prolonged. */
export interface Mandate {
  /** The mandate; a UUID of version 4, set by the node. */
  mandate_id: UuidV4;
  /** The person who issues, or the organization that the issuing person administers; never the agent. */
  principal_id: Id;
  /** Role of the principal. */
  principal_type: PrincipalType;
  /** The one agent that may use it; never the principal. */
  agent_id: Id;
  /** Label of the agent, for people. */
  agent_name?: string;
  /** Whose interests the agent serves; equal to `principal_type` (M-01). */
  acting_for: PrincipalType;
  /** Where it holds; the principal must have authority there. */
  context: MandateContext;
  /** What it allows; the principal must have authority over each. Nothing else is allowed, and no scope implies another. */
  scopes: MandateScope[];
  /** What limits it further. */
  constraints?: MandateConstraints;
  /** When it ends: after it is issued, at most 90 days later recommended. */
  expires_at: Instant;
  /** Stored and returned untouched; the node may add `issued_by`. */
  metadata?: Record<string, unknown>;
  /** Accepted, stored and returned, never required or checked (D-15). */
  signature?: string;
  /** When it was issued, by the node's clock. */
  issued_at: Instant;
  /** When it was taken back. */
  revoked_at?: Instant;
  /** Why it was taken back. */
  revocation_reason?: string;
  /** Where it stands now. */
  status: MandateStatus;
}

/** Suspends, revokes or reactivates a mandate. */
export interface MandateAction {
  /** Why. */
  reason?: string;
  /** Who acts. */
  actor?: Actor;
}

/** What the trail of one mandate adds to its answer. */
export interface MandateAuditMeta {
  /** Newest end of the chain, on nodes that chain their entries. */
  head?: AuditHead;
}

/** Further limits of a mandate. All of them must hold; an absent one does not limit. */
export interface MandateConstraints {
  /** Executed operations per calendar day, reads included, in the zone of `allowed_hours`, else of the organization, else UTC. */
  max_actions_per_day?: number;
  /** Hours of the day in which the agent may act. */
  allowed_hours?: AllowedHours;
  /** Peer addresses the agent may call from; an unknown address fails. */
  ip_allowlist?: IpRange[];
  /** Threshold above which the agent asks. */
  require_confirmation_above?: ConfirmationThreshold;
  /** Types of service the agent may act on. An action that names none is not limited. */
  service_types?: ShortText[];
}

/** Where a mandate holds: `org:{slug or id}`, `personal:{person id}` or `order:{order id}`; custom types begin with `x_`. */
export type MandateContext = string;

/** Facts of `mandate.expiring` and `mandate.lost`. */
export interface MandateData {
  /** The mandate. */
  mandate_id: Uuid;
}

/** One scope as a mandate names it. An unknown one without `x-` is refused (M-02). */
export type MandateScope = Scope | CustomScope;

/** Status of a mandate. Computed on every read, never stale. */
export type MandateStatus = "active" | "suspended" | "revoked" | "expired";

/** Who a server is. */
export interface Manifest {
  /** Protocol version served. */
  servicialo: ProtocolVersion;
  /** Name of the node or its organization. */
  name: ShortText;
  /** What it is for. */
  description?: string;
  /** Where its doors are. */
  endpoints: ManifestEndpoints;
  /** Protocol version served, under the name that newer readers look for. */
  protocol_version?: ProtocolVersion;
  /** The one organization of this node; null when it has several. */
  org_slug?: Slug | null;
  /** Where the capabilities document is. */
  capabilities_url?: Uri;
  /** Public offers with what must be known before booking. */
  services?: ManifestService[];
}

/** Addresses of a node's doors. */
export interface ManifestEndpoints {
  /** HTTP profile: the base path. */
  rest?: Uri;
  /** MCP over streamable HTTP. */
  mcp?: Uri;
  /** A2A task endpoint. */
  a2a?: Uri;
  /** Readiness check. */
  health?: Uri;
}

/** An offer as the manifest names it. */
export interface ManifestService {
  /** The offer. */
  id: Id;
  /** Display name. */
  name: ShortText;
  /** Bookings are paid before they are made. */
  requires_prepayment?: boolean;
}

/**
 * Weight of a group of attributes in matching. The score of a provider is the sum, over the attributes compared, of
 * match weight times origin weight times attribute score (0 or 1 for exact comparisons, 0 to 1 for fuzzy ones).
 */
export interface MatchWeights {
  /** Conditions treated. */
  conditions: 3;
  /** Populations served. */
  population: 2.5;
  /** Geography. */
  geography: 2;
  /** Availability. */
  availability: 1.5;
  /** Economic. */
  economic: 1;
  /** Trust. */
  trust: 1;
}

/** One piece of course material. */
export interface MaterialItem {
  /** What it is called. */
  title: ShortText;
  /** Where it is. */
  uri?: Uri;
}

/** Where MCP clients find this node. */
export interface McpPointer {
  /** MCP servers of this host. */
  mcpServers: McpServers;
}

/** Address of an MCP server. */
export interface McpServerAddress {
  /** Its endpoint for streamable HTTP. */
  url: Uri;
}

/** MCP servers by name. */
export interface McpServers {
  /** The server of this protocol. */
  servicialo: McpServerAddress;
}

/** What was said and agreed. */
export interface MeetingMinutesData {
  /** Where the document is. */
  uri: Uri;
  /** Media type of the document. */
  mime_type?: string;
  /** Marks the kind. */
  document_type: "meeting_minutes";
  /** Ids or names of those present. */
  attendees?: ShortText[];
  /** What was agreed. */
  agreements?: LongText[];
}

/** Discovery level 0: the implementations of the protocol. Served by the protocol, not by a node. */
export interface MetaRegistry {
  /** Protocol version of the list. */
  version: SemanticVersion;
  /** What the list is. */
  description: string;
  /** Implementations known. */
  registries: RegistryEntry[];
}

/** How far a milestone has come. */
export interface MilestoneProgressData {
  /** Marks the kind. */
  document_type: "milestone_progress";
  /** The milestone, as the order names it. */
  milestone_id: Id;
  /** Share done, 0 to 100. */
  progress_percent: Percent;
  /** Remarks. */
  notes?: LongText;
}

/** A length of time in whole minutes, at least one. */
export type Minutes = number;

/** How a service reaches its client (D-16). */
export type Modality = "in_person" | "virtual" | "home_visit";

/** An amount of money. Held as an integer of the minor unit, never as a binary float (D-17). */
export interface Money {
  /** Amount in major units; never more decimals than the currency has. */
  value: BareAmount;
  /** Currency of the amount. */
  currency: CurrencyCode;
}

/** An amount as a request may give it: with its currency, or bare in the currency already agreed (E-05). */
export type MoneyOrAmount = Money | BareAmount;

/** A public booking after it was moved. One that was still unconfirmed has been replaced, and the new one has tokens of its own. */
export interface MovedPublicBooking {
  /** The session. */
  session_id: Id;
  /** Where it stands. */
  state: ServiceState;
  /** The organization. */
  org_slug: Slug;
  /** The offer. */
  service_id: Id;
  /** Name of the offer. */
  service_name: ShortText;
  /** Start. */
  starts_at: Instant;
  /** End: start plus duration. */
  ends_at: Instant;
  /** How the service reaches the client. */
  modality?: Modality;
  /** When it is cancelled unless confirmed; only while it waits for that. */
  confirmation_expires_at?: Instant;
  /** When the booking token stops working. */
  booking_token_expires_at?: Instant;
  /** Booking that this one replaced. */
  previous_session_id?: Id;
  /** Confirms the new booking, once; only for a replaced one. */
  confirmation_token?: ConfirmationToken;
  /** Opens the new booking; only for a replaced one. */
  booking_token?: BookingToken;
}

/** The clock after it was moved, with everything that fell due on the way already done. */
export interface MovedSandboxClock {
  /** The node's time. */
  now: Instant;
  /** How far the node is ahead of real time, in seconds. */
  offset_seconds: number;
  /** What fell due and was done, earliest first. */
  fired: FiredDeadline[];
}

/** Figures of a no-show. */
export interface NoShowDetails {
  /** Which side did not come. */
  no_show_type: NoShowType;
  /** What the client owes for it. */
  penalty?: Money;
}

/** What follows when a party stays away. */
export interface NoShowPolicy {
  /** Minutes after the start before anyone counts as absent. */
  grace_minutes?: Count;
  /** When the client stays away. */
  client?: ClientNoShowPolicy;
  /** When the provider stays away. */
  provider?: ProviderNoShowPolicy;
}

/** Which side did not come (P-13). */
export type NoShowType = "client" | "provider";

/** Payload of type `notes`. */
export interface NotesData {
  /** The text. */
  text: LongText;
  /** Its language. */
  language?: LanguageCode;
}

/** Recorded notes. */
export interface NotesEvidence {
  /** Names the item; items never change. */
  id?: Id;
  /** When it was captured; never in the future. */
  captured_at: Instant;
  /** Who captured it. */
  actor: EvidenceActor;
  /** Organization that recorded it on behalf of `actor`. */
  recorded_by?: Id;
  /** How it was captured; absent fits every kind. */
  method?: EvidenceMethod;
  /** How it is kept. Absent: the default of its kind, else `internal`. */
  data_sensitivity?: DataSensitivity;
  /** Tells the payload. */
  type: "notes";
  /** The notes. */
  data: NotesData | RedactedData;
}

/**
 * A message to a client, made from a template. An extension that no level asks for: older editions had the tool
 * `notifications.send` for it, this one has the shape only.
 */
export interface Notification {
  /** The client to notify. */
  client_id: Id;
  /** The way it goes. */
  channel: NotificationChannel;
  /** Name of the template, as the node knows it. */
  template: string;
  /** Values the template is filled with. */
  data?: Record<string, unknown>;
  /** Who sends it. */
  actor: Actor;
}

/** Ways a notification can reach a client. */
export type NotificationChannel = "whatsapp" | "email" | "sms";

/** What `service.get` answers: a catalogue entry for the id of an offer, a delivery for the id of a session (D-12). */
export type OfferOrService = ServiceOffer | Service;

/** The party that an actor stands in for. */
export interface OnBehalfOf {
  /** Kind of party; `patient` and `professional` mean client and provider. */
  type: "patient" | "professional" | RepresentedType;
  /** Its id. */
  id: Id;
}

/** Protocol name of an operation, with dots. */
export type OperationName = string;

/** Where an order stands. */
export interface OrderLifecycle {
  /** Present state. */
  current_state: OrderState;
  /** All changes so far, oldest first. */
  transitions?: OrderTransition[];
}

/** Prices of an order. All amounts of the order are in its currency. */
export interface OrderPricing {
  /** How the value is computed. */
  model: OrderPricingModel;
  /** Currency of every amount of the order and its ledger. */
  currency: CurrencyCode;
  /** Value of the whole order. */
  fixed_amount?: BareAmount;
  /** Prices by level. */
  rate_card?: RateCardEntry[];
}

/** How the value of an order is computed. */
export type OrderPricingModel = "fixed" | "t&m" | "rate_card" | "mixed";

/** Which services an order covers. */
export interface OrderScope {
  /** What is agreed, for people. */
  description: LongText;
  /** Types of service covered; a session of another type is refused. */
  service_types: ShortText[];
  /** Most sessions; null is unlimited. */
  quantity_limit?: number | null;
  /** Most hours; null is unlimited. */
  hours_limit?: Hours | null;
  /** When it is over, for people. */
  expiry_condition?: LongText;
}

/** States of a service order. Before `active` the order is what others call a quote. */
export type OrderState = "draft" | "proposed" | "negotiating" | "active" | "paused" | "completed" | "cancelled";

/** When an order begins, ends and renews. */
export interface OrderTerm {
  /** How long it runs. */
  type: OrderTermType;
  /** When it begins. */
  starts_at: Instant;
  /** When it ends, after `starts_at`; null is open. */
  ends_at?: Instant | null;
  /** Renews by itself at its end. */
  auto_renews?: boolean;
  /** Days before its end at which the renewal is announced. */
  renewal_notice_days?: number | null;
}

/** How long an order runs. */
export type OrderTermType = "permanent" | "annual" | "monthly" | "per_milestone" | "per_event";

/** One state change of an order. Records are appended, never changed. */
export interface OrderTransition {
  /** State before; null for the creation only. */
  from: OrderState | null;
  /** State after. */
  to: OrderState;
  /** When, by the node's clock. */
  at: Instant;
  /** Id of the party, or `system`. */
  by: Id;
  /** How it came about; `auto` exactly when `by` is `system`. */
  method: TransitionMethod;
  /** What else is known; names the mandate when an agent acted. */
  metadata?: OrderTransitionMetadata;
}

/** What an order's state change says beside the change itself. */
export interface OrderTransitionMetadata {
  /** Why. */
  reason?: LongText;
  /** Mandate that the agent acted under; always present with method `agent`. */
  mandate_id?: Uuid;
  /** Whose interests the mandate serves. */
  acting_for?: PrincipalType;
  /** Who issued the mandate. */
  principal_id?: Id;
  /** Party the actor stood in for, as claimed. */
  on_behalf_of?: OnBehalfOf;
  /** Human approval that was used up. */
  confirmation_id?: Id;
}

/** Discovery level 1: one organization in the list of an implementation. */
export interface OrgCard {
  /** Name of the organization. */
  slug: CardSlug;
  /** Display name. */
  name: ShortText;
  /** Main vertical. */
  vertical: ShortText;
  /** Country. */
  country: CountryCode;
  /** Address of the level 2 card. */
  agent_card: Uri;
  /** What the organization does. */
  description?: string;
  /** Region it works in. */
  region?: string;
  /** Computed from verified deliveries. */
  trust_score?: TrustScore;
  /** Active public offers. */
  services_count?: Count;
  /** Active providers. */
  providers_count?: Count;
  /** Deliveries that reached `verified`. */
  verified_deliveries?: Count;
  /** First day of activity. */
  active_since?: LocalDate;
  /** Last sign of life. */
  last_heartbeat?: Instant;
}

/** A business that offers services: the tenant everything else belongs to. */
export interface Organization {
  /** Internal identifier; wherever it is asked for, the slug is accepted too. */
  id: Id;
  /** Portable, globally unique name; it stays when the organization changes platforms. */
  slug: Slug;
  /** Display name. */
  name: string;
  /** What the organization does, in a few lines. */
  description?: string;
  /** Main vertical, in the organization's own word; the node maps it to an evidence vertical. */
  vertical: string;
  /** Country it works in. */
  country: CountryCode;
  /** City or district, searched by `location`. */
  location?: string;
  /** Zone of its wall clocks, calendars and days. */
  timezone: TimeZone;
  /** Default currency of its offers. */
  currency: CurrencyCode;
  /** Public contact address. */
  contact_email?: Email;
  /** Public web site. */
  website?: HttpUrl;
  /** Computed from verified deliveries, 0 to 100; never self-declared. */
  trust_score?: TrustScore;
  /** Deliveries that reached `verified`. */
  verified_deliveries?: Count;
  /** First day of activity. */
  active_since?: LocalDate;
  /** When it was created on this node. */
  created_at: Instant;
  /** Published in search and cards; only ever by an explicit act of a human. */
  discoverable: boolean;
  /** Public offers; only in the organization's own profile. */
  services?: ServiceOffer[];
  /** Public providers; only in the organization's own profile. */
  providers?: ProviderSummary[];
  /** Booking rules; only in the organization's own profile. */
  booking?: OrganizationBooking;
}

/** How an organization takes bookings, as far as the public may know. */
export interface OrganizationBooking {
  /** Who has to confirm a booking. */
  confirmation_policy?: ConfirmationPolicy;
  /** Bookings are paid before they are made. */
  requires_prepayment?: boolean;
  /** Shortest time between booking and start, in minutes. */
  min_advance_minutes?: Count;
  /** Furthest start that can be booked, in days from today. */
  max_advance_days?: Count;
  /** The organization takes bookings without a credential. */
  public_lane?: boolean;
  /** Life of a public confirmation token, in minutes. */
  confirmation_ttl_minutes?: Minutes;
  /** Life of a public booking token, in days. */
  booking_token_ttl_days?: number;
}

/** An organization with everything it offers, as the adapter binding answers it in one piece. */
export interface OrganizationCatalogue {
  /** Who it is, with the other facts of its public profile. */
  organization: OrganizationName;
  /** Its active, public offers. */
  services: ServiceOffer[];
  /** Who delivers them. */
  providers: ProviderSummary[];
  /** How it takes bookings; null where it has no public profile. */
  booking: OrganizationBooking | null;
}

/** What an organization declares of itself to the network. */
export interface OrganizationConfig {
  /** Portable name. */
  org_slug: Slug;
  /** Country it works in. */
  country: CountryCode;
  /** Where it is reached. A change of platform changes only this. */
  endpoint: OrganizationEndpoint;
  /** Who it is. */
  identity: OrganizationIdentity;
  /** Its public catalogue. */
  catalog_url?: Uri;
  /** What may be sent to the network. */
  telemetry?: OrganizationTelemetry;
}

/** Endpoints that an organization declares. */
export interface OrganizationEndpoint {
  /** Its MCP server. */
  mcp?: Uri;
  /** Its HTTP profile. */
  rest?: Uri;
  /** Its health probe. */
  health?: Uri;
}

/** Identity that an organization declares. */
export interface OrganizationIdentity {
  /** Legal or trade name. */
  legal_name: string;
  /** Verticals it serves. */
  verticals: string[];
  /** Tax id, by the rules of its country. */
  tax_id?: string;
  /** Public web site. */
  website?: Uri;
}

/** Who an organization is, without what it offers. */
export interface OrganizationName {
  /** The organization. */
  id?: Id;
  /** Its slug. */
  slug: Slug;
  /** Display name; absent where the node tells the public nothing but the catalogue. */
  name?: string;
}

/** A hit of the search for organizations. */
export interface OrganizationSummary {
  /** Portable name, also the id of the hit. */
  slug: Slug;
  /** Display name. */
  name: string;
  /** Main vertical. */
  vertical: string;
  /** City or district. */
  location?: string;
  /** Country. */
  country: CountryCode;
  /** Trust computed from verified deliveries, 0 to 100. */
  trust_score?: TrustScore;
  /** Active public offers. */
  services_count?: Count;
}

/** What an organization lets its node send to the network. */
export interface OrganizationTelemetry {
  /** Regular signs of life. */
  heartbeat_enabled?: boolean;
  /** Anonymous figures of use. */
  metrics_enabled?: boolean;
}

/** Weight of an attribute's origin in matching. */
export interface OriginWeights {
  /** Said by the provider. */
  declared: 1;
  /** Checked by a third party. */
  verified: 1.5;
  /** Derived from data; to be multiplied by the attribute's confidence. */
  inferred: 2;
}

/** Addresses of the pages around this one. */
export interface PageLinks {
  /** This page. */
  self: string;
  /** The following page; null on the last one. */
  next: string | null;
  /** The page before; null on the first one. */
  prev: string | null;
  /** The first page. */
  first: string;
  /** The last page. */
  last: string;
}

/** Which part of a collection an answer holds. */
export interface PageMeta {
  /** Items on all pages together. */
  total: number;
  /** Number of this page, from 1. */
  page: number;
  /** Items per page. */
  per_page: number;
}

/** What was delivered of a delivery that stopped. */
export interface PartialDelivery {
  /** What was delivered, and what was not. */
  description: LongText;
  /** Minutes that were delivered, 0 when it broke off at once. The price shrinks in proportion unless an amount is given. */
  delivered_minutes?: Count;
  /** Price of what was delivered; at most the agreed price. */
  adjusted_amount?: MoneyOrAmount;
}

/** Figures of a partial delivery. */
export interface PartialDetails {
  /** What was delivered, and what was not. */
  description: LongText;
  /** Minutes that were delivered, 0 when it broke off at once. The price shrinks in proportion unless an amount is given. */
  delivered_minutes?: Count;
  /** Price of what was delivered; never above the agreed price. */
  adjusted_amount?: Money;
}

/** Money received for a sale. It never moves the lifecycle. */
export interface Payment {
  /** The payment. */
  id: Id;
  /** The sale it belongs to. */
  sale_id: Id;
  /** Amount received. */
  amount: PositiveMoney;
  /** How it came in; aliases of a request are answered under the method they mean. */
  method: PaymentMethod;
  /** Reference of the payment elsewhere. */
  reference?: string;
  /** When it was recorded. */
  recorded_at: Instant;
  /** Who recorded it. */
  actor?: Actor;
}

/** How money came in (E-06). */
export type PaymentMethod = "efectivo" | "transferencia" | "mercadopago" | "tarjeta";

/** Facts of `payment.overdue`. */
export interface PaymentOverdueData {
  /** Sale that is not paid in full. */
  sale_id: Id;
}

/** Facts of `payment.received`. */
export interface PaymentReceivedData {
  /** Sale that was paid. */
  sale_id: Id;
  /** The payment. */
  payment: {
    /** Its id. */
    id: Id;
    /** What came in. */
    amount: Money;
  };
}

/** When the money of an order moves. */
export interface PaymentSchedule {
  /** When it is due. */
  type: PaymentScheduleType;
  /** The parts. */
  installments?: Installment[];
}

/** When the money of an order is due. */
export type PaymentScheduleType = "upfront" | "milestone" | "periodic" | "on_delivery" | "custom";

/** What is charged and what is paid, of a sale or of a client's account. The resource id is that of the sale or client. */
export interface PaymentStatus {
  /** Charged; for a client with several currencies, in the organization's own. */
  total: Money;
  /** Received, in the same currency. */
  paid: Money;
  /** Charged minus received, never negative: for an account in credit, received minus charged. */
  balance: Money;
  /** For a sale its status; for a client how the account stands. */
  status: SaleStatus | ClientAccountStatus;
  /** Payments, newest first. */
  payments: Payment[];
  /** Sales; only for a client. */
  sales?: Sale[];
  /** One account per currency; only for a client with several. */
  accounts?: CurrencyAccount[];
}

/** A share of a whole, 0 to 100. */
export type Percent = number;

/** A telephone number; E.164 is recommended. */
export type Phone = string;

/** Picture of the state after the work. */
export interface PhotoAfterData {
  /** Where the picture is. */
  uri: Uri;
  /** Where and when it was taken. */
  metadata: PhotoProofMetadata;
  /** Marks the kind. */
  label: "after";
}

/** Picture of the state before the work. */
export interface PhotoBeforeData {
  /** Where the picture is. */
  uri: Uri;
  /** Where and when it was taken. */
  metadata: PhotoProofMetadata;
  /** Marks the kind. */
  label: "before";
}

/** Payload of type `photo`. */
export interface PhotoData {
  /** Where the picture is. */
  uri: Uri;
  /** What it shows, e.g. `before`, `after`, `damage`. */
  label?: ShortText;
  /** Where and when it was taken. */
  metadata?: PhotoMetadata;
}

/** A recorded picture. */
export interface PhotoEvidence {
  /** Names the item; items never change. */
  id?: Id;
  /** When it was captured; never in the future. */
  captured_at: Instant;
  /** Who captured it. */
  actor: EvidenceActor;
  /** Organization that recorded it on behalf of `actor`. */
  recorded_by?: Id;
  /** How it was captured; absent fits every kind. */
  method?: EvidenceMethod;
  /** How it is kept. Absent: the default of its kind, else `internal`. */
  data_sensitivity?: DataSensitivity;
  /** Tells the payload. */
  type: "photo";
  /** The picture. */
  data: PhotoPayload | RedactedData;
}

/** Where and when a picture was taken, as far as known. */
export interface PhotoMetadata {
  /** Degrees north. */
  latitude?: Latitude;
  /** Degrees east. */
  longitude?: Longitude;
  /** When the picture was taken. */
  taken_at?: Instant;
}

/** Payload of an item of type `photo`. */
export type PhotoPayload = PhotoBeforeData | PhotoAfterData | PhotoData;

/** Where and when a picture was taken, complete enough to prove something. */
export interface PhotoProofMetadata {
  /** Degrees north. */
  latitude: Latitude;
  /** Degrees east. */
  longitude: Longitude;
  /** When the picture was taken. */
  taken_at: Instant;
}

/** One step of a policy that depends on how much time remains until the start. */
export interface PolicyTier {
  /** Remaining time from which on the step applies, in elapsed hours. */
  hours_before: number;
  /** The step applies at exactly `hours_before`, too. */
  inclusive?: boolean;
  /** Share of the session's amount that is due, 0 to 100; rounded half up to the minor unit. */
  penalty_percent: Percent;
}

/** An amount above zero without its currency, in major units. */
export type PositiveAmount = number;

/** An amount of money above zero. */
export interface PositiveMoney {
  /** Amount in major units; never more decimals than the currency has. */
  value: PositiveAmount;
  /** Currency of the amount. */
  currency: CurrencyCode;
}

/** An amount above zero as a request may give it: with its currency, or bare in the currency already agreed (E-05). */
export type PositiveMoneyOrAmount = PositiveMoney | PositiveAmount;

/** Usual prices of one session, in major units of the currency. */
export interface PriceRange {
  /** Lowest price. */
  min: number;
  /** Highest price. */
  max: number;
  /** Currency of both. */
  currency: CurrencyCode;
}

/** Role of the party that issues a mandate, and the interests it serves. */
export type PrincipalType = "professional" | "patient" | "organization";

/** What shows that the delivery happened. */
export interface ProofOfDelivery {
  /** When the delivery began. */
  checkin?: Instant;
  /** When the delivery ended. */
  checkout?: Instant;
  /** Whole minutes between check-in and check-out, rounded down. */
  duration_actual?: Count;
  /** Evidence items, in order of arrival; they never change. */
  evidence?: Evidence[];
}

/** Offers a draft to its client. */
export interface ProposeServiceOrder {
  /** Who proposes: the organization. */
  actor?: Actor;
}

/** A protocol version, `major.minor`; a patch part is ignored (E-13). */
export type ProtocolVersion = string;

/** A professional who delivers services for an organization. May belong to several, with one record in each. */
export interface Provider {
  /** The provider. */
  id: Id;
  /** The organization this record belongs to. */
  organization_id: Id;
  /** Full name. */
  name: string;
  /** Work address. */
  email?: Email;
  /** Fields of practice; cards call them `specializations`. */
  specialties?: string[];
  /** Certifications held. */
  credentials?: string[];
  /** Offers this provider may deliver; an offer without a provider cannot be booked. */
  service_ids?: Id[];
  /** Trust computed from verified deliveries, 0 to 100. */
  trust_score?: TrustScore;
  /** Current profile in this organization. */
  profile_id?: Uuid;
  /** Inactive providers have no slots and take no bookings. */
  active: boolean;
}

/**
 * One fact about a provider. The type of `value` follows the key: see the attribute models of each category.
 * Without a credential only `public` ones are seen; a mandate with `discovery:read` adds `unlisted`; with `patient:read`
 * as well, `private` inside the mandate's context.
 */
export interface ProviderAttribute {
  /** The attribute; version 4. */
  attribute_id: UuidV4;
  /** The provider described. */
  provider_id: Id;
  /** Group of the key. */
  category: ProviderAttributeCategory;
  /** A catalogued key or a custom one. */
  key: ProviderAttributeKey | ProviderAttributeExtensionKey;
  /** The fact; its type follows the key. */
  value: string | number | boolean | string[] | Record<string, unknown>;
  /** Where the fact comes from. */
  origin: ProviderAttributeOrigin;
  /** How sure an inference is, 0 to 1. */
  confidence?: number;
  /** Data points behind an inference. */
  evidence_count?: Count;
  /** Who checked a verified fact. */
  verified_by?: string;
  /** When it was checked. */
  verified_at?: Instant;
  /** Who may find it. */
  visibility: Visibility;
  /** Holds from then on. */
  valid_from?: Instant;
  /** Holds until then; absent or null: indefinitely. */
  valid_until?: Instant | null;
  /** Rises by one with each change, from 1; the former version is kept. */
  version: number;
  /** When it last changed. */
  updated_at: Instant;
}

/** Group a provider attribute belongs to. */
export type ProviderAttributeCategory = "identity" | "capability" | "availability" | "geography" | "economic" | "trust";

/** A custom attribute key: `x-{domain}:{name}`. */
export type ProviderAttributeExtensionKey = string;

/** The catalogued keys of provider attributes; a node supports all of them. Value types: the attribute model of the category. */
export type ProviderAttributeKey = "profession" | "primary_specialty" | "subspecialties" | "title" | "training_institution" | "license_number" | "license_jurisdiction" | "years_experience" | "languages" | "bio" | "photo_url" | "conditions_treated" | "techniques" | "populations_served" | "age_range" | "contraindications" | "typical_session_count" | "outcome_metrics" | "modalities" | "typical_hours" | "avg_wait_days" | "next_available" | "accepts_new_patients" | "max_daily_sessions" | "country" | "region" | "city" | "district" | "address" | "coordinates" | "service_radius_km" | "remote_policy" | "price_range" | "insurance_accepted" | "payment_methods" | "cancellation_policy" | "cancellation_window_hours" | "offers_packages" | "rating_avg" | "rating_count" | "cancellation_rate" | "no_show_rate" | "response_time_hours" | "platform_tenure_months" | "services_completed" | "repeat_client_rate";

/** Where an attribute comes from; sets its weight in matching. */
export type ProviderAttributeOrigin = "declared" | "verified" | "inferred";

/** A weekly span in which a provider takes sessions, or takes none. */
export interface ProviderAvailability {
  /** Day of the week: 0 Sunday to 6 Saturday. */
  day_of_week: number;
  /** Start of the span. */
  start_time: TimeOfDay;
  /** End of the span; `24:00` is the end of the day. */
  end_time: EndTimeOfDay;
  /** False takes the span out of the open ones. */
  is_available?: boolean;
  /** Zone of the times. Default: the owner's, then the organization's. */
  timezone?: TimeZone;
  /** Tells the blocks of one day apart. */
  block_order?: Count;
  /** The provider. */
  provider_id: Id;
}

/** What becomes of a session whose provider stays away. */
export type ProviderNoShowAction = "reassign" | "cancel";

/** What follows when the provider stays away. */
export interface ProviderNoShowPolicy {
  /** What the node does with the session. */
  action?: ProviderNoShowAction;
  /** Share of the session's amount that the provider side owes, 0 to 100; never charged to the client. */
  penalty_percent?: Percent;
}

/** What is known of a provider, as attributes with origin and visibility; one profile per provider and organization. */
export interface ProviderProfile {
  /** The profile. */
  profile_id: Uuid;
  /** The provider described. */
  provider_id: Id;
  /** The organization this variant belongs to. */
  organization_id: Id;
  /** Name shown to clients. */
  display_name: string;
  /** Name of the profile in a URL. */
  slug: string;
  /** Everything known, as far as the reader may see it. */
  attributes: ProviderAttribute[];
  /** When the profile was created. */
  created_at: Instant;
  /** When it last changed. */
  updated_at: Instant;
  /** Rises with each change, from 1. */
  version: number;
}

/** What the public sees of a provider in the profile of its organization. */
export interface ProviderSummary {
  /** The provider. */
  id: Id;
  /** Name shown to clients. */
  name: string;
  /** Fields of practice. */
  specializations?: string[];
  /** Trust computed from verified deliveries, 0 to 100. */
  trust_score?: TrustScore;
}

/** What the person has said of the booking. */
export interface PublicAuthorization {
  /** A person wants this booking. Always true; without it the booking is refused. */
  human_intent_confirmed: true;
}

/** What the holder of a token sees of a booking. Neither the client nor the provider is shown. Its resource id is the session id. */
export interface PublicBooking {
  /** The session. */
  session_id: Id;
  /** Where it stands. */
  state: ServiceState;
  /** The organization. */
  org_slug: Slug;
  /** The offer. */
  service_id: Id;
  /** Name of the offer. */
  service_name: ShortText;
  /** Start. */
  starts_at: Instant;
  /** End: start plus duration. */
  ends_at: Instant;
  /** How the service reaches the client. */
  modality?: Modality;
  /** When it is cancelled unless confirmed; only while it waits for that. */
  confirmation_expires_at?: Instant;
  /** When the booking token stops working. */
  booking_token_expires_at?: Instant;
  /** Booking that this one replaced. */
  previous_session_id?: Id;
}

/** The person who books without a credential. An e-mail address or a telephone number is needed. */
export interface PublicRequester {
  /** Full name. */
  full_name: string;
  /** E-mail address. */
  email?: Email;
  /** Telephone number. */
  phone?: Phone;
}

/** The way into a node, as data. */
export interface Quickstart {
  /** Steps, in order. */
  steps: QuickstartStep[];
  /** Operations of this node. */
  tools: QuickstartTools;
  /** Further reading, by name. */
  links: Record<string, Uri>;
}

/** One step of the way into a node. */
export interface QuickstartStep {
  /** Position, from 1. */
  order: number;
  /** What to do. */
  title: ShortText;
  /** How to do it. */
  description?: string;
  /** The operation to call. */
  operation?: OperationName;
}

/** Operations by who may call them. */
export interface QuickstartTools {
  /** Callable without a credential. */
  public: OperationName[];
  /** Callable with a credential. */
  authenticated: OperationName[];
}

/** Price of one level of work. */
export interface RateCardEntry {
  /** Level of the person who works. */
  level: ShortText;
  /** Price of an hour, in the order's currency. */
  billable_rate: BareAmount;
  /** Cost of an hour to the organization, in the order's currency; never shown to the client's side. */
  cost_rate?: BareAmount;
}

/** Records one item. */
export interface RecordEvidence {
  /** Form of the item. */
  evidence_type: EvidenceType;
  /** The payload: the rule of its kind in the session's vertical, else that of its type. */
  data: Record<string, unknown>;
  /** How to keep it. Absent: the default of its kind, else `internal`. */
  data_sensitivity?: DataSensitivity;
  /** When it was captured, not in the future. Absent: now. */
  captured_at?: Instant;
  /** How it was captured. Absent: `agent` for an agent, `auto` for `gps`, else `manual`. */
  method?: EvidenceMethod;
  /** Who captured it. */
  actor?: Actor;
}

/** What an answer adds when evidence was recorded. */
export interface RecordEvidenceMeta {
  /** Restricted evidence now lies with the node, with the duties that follow. */
  warning?: "RESTRICTED_EVIDENCE_STORED";
}

/** Records money received for a sale. */
export interface RecordPayment {
  /** Amount received, above zero and not above what is due; a bare number is in the currency of the sale. */
  amount: PositiveMoneyOrAmount;
  /** How it came in; `cash`, `transfer` and `card` are understood, too (E-06). */
  method: "cash" | "transfer" | "card" | PaymentMethod;
  /** Reference of the payment elsewhere. */
  reference?: string;
  /** Who acts. */
  actor?: Actor;
}

/** What stands in place of a restricted payload for those who may not read it. */
export interface RedactedData {
  /** The payload was left out. */
  redacted: true;
  /** Why. */
  reason: "restricted_evidence";
}

/** Registers an organization in the resolver. It must be bookable already: an active offer, a provider on it, an availability block. */
export interface RegisterOrganization {
  /** Portable name wanted; must be free. */
  slug: Slug;
  /** Country it works in. */
  country: CountryCode;
  /** Display name. */
  name: string;
  /** Its MCP server. */
  mcp_url?: HttpUrl;
  /** Its HTTP profile. */
  rest_url?: HttpUrl;
  /** Its health probe. */
  health_url?: HttpUrl;
  /** Legal name. Default: the display name. */
  legal_name?: string;
  /** Verticals it serves. */
  verticals?: ShortText[];
  /** Contact address. */
  contact_email?: Email;
  /** Public web site. */
  website?: HttpUrl;
  /** Tax id, by the rules of its country. */
  tax_id?: string;
  /** Who acts. */
  actor?: Actor;
}

/** Discovery level 0: one implementation in the meta-registry. */
export interface RegistryEntry {
  /** Name of the implementation. */
  name: ShortText;
  /** What it is for. */
  description: string;
  /** Address of its level 1 list. */
  registry: Uri;
  /** Platform that runs it. */
  platform: ShortText;
  /** How far it is. */
  status: RegistryStatus;
  /** First day listed. */
  since: LocalDate;
  /** Verticals served. */
  verticals?: string[];
  /** Countries served. */
  countries?: CountryCode[];
  /** Certification, from 1 (CORE) to 3 (NETWORK). */
  certification_level?: number;
}

/** State of an implementation in the meta-registry. */
export type RegistryStatus = "production" | "beta" | "development" | "deprecated";

/** From where remote clients are taken. */
export type RemotePolicy = "same_region" | "national" | "international";

/** Kinds of party that an actor may stand in for. */
export type RepresentedType = "client" | "provider" | "organization";

/** Why a session needs another time or resource. */
export type RescheduleCause = "party_request" | "resource_conflict";

/** Figures of a rescheduling. */
export interface RescheduleDetails {
  /** Start before. */
  previous: Instant;
  /** Start after; absent as long as none is found. */
  new?: Instant;
  /** Why. */
  cause: RescheduleCause;
  /** Fee by the rescheduling policy of the contract. */
  fee?: Money;
}

/** Moves a public booking to another time. */
export interface ReschedulePublicBooking {
  /** New start; in the future. */
  new_datetime: Instant;
}

/** Moves a session to another time. */
export interface RescheduleSession {
  /** New start; in the future. */
  new_datetime: Instant;
  /** Who asks. */
  actor?: Actor;
  /** Why. */
  reason?: string;
}

/** What moving a session costs. The fee is recorded; the move is never refused for it. */
export interface ReschedulingPolicy {
  /** Steps, by falling `hours_before`, read as in the cancellation policy. */
  tiers: PolicyTier[];
}

/** Names under which an organization is found. */
export interface ResolutionAddresses {
  /** Path below the resolver, `/{country}/{slug}`. */
  path: string;
  /** Name in the domain system, if there is one. */
  subdomain?: string | null;
}

/** Where an organization is reached. */
export interface ResolutionEndpoint {
  /** Its MCP server. */
  mcp?: Uri | null;
  /** Its HTTP profile. */
  rest?: Uri | null;
  /** Its health probe. */
  health?: Uri | null;
}

/** Who an organization is. */
export interface ResolutionIdentity {
  /** Legal or trade name. */
  legal_name: string;
  /** Verticals it serves. */
  verticals: string[];
}

/** What a resolver answers for a slug: where the organization is, who it is, how far it is trusted. Its resource id is the slug. */
export interface ResolutionRecord {
  /** The slug that was resolved. */
  org_slug: Slug;
  /** Country it is registered in. */
  country: CountryCode;
  /** Names it is found under. */
  addresses: ResolutionAddresses;
  /** Where it is reached. */
  endpoint: ResolutionEndpoint;
  /** Who it is. */
  identity: ResolutionIdentity;
  /** How far it is trusted. */
  trust: ResolutionTrust;
  /** Whether it has been seen lately. */
  status: ResolutionStatus;
  /** Its public catalogue. */
  catalog_url?: Uri | null;
}

/** Whether an organization has been seen lately. */
export type ResolutionStatus = "active" | "inactive";

/** A hit of a resolver's search. Its resource id is the slug. */
export interface ResolutionSummary {
  /** The slug. */
  org_slug: Slug;
  /** Display name. */
  name: string;
  /** Country it is registered in. */
  country: CountryCode;
  /** Verticals it serves. */
  verticals: string[];
  /** Where it is reached. */
  endpoint: ResolutionEndpoint;
  /** How far it is trusted. */
  trust: ResolutionTrust;
}

/** What the network knows of an organization's conduct. Never settable by the organization itself. */
export interface ResolutionTrust {
  /** 0 for a stranger, 100 for long and consistent conduct. */
  score: number;
  /** Level the score falls into. */
  level: TrustLevel;
  /** When it registered. */
  registered_at: Instant;
  /** Last sign of life; null before the first. */
  last_seen?: Instant | null;
}

/** A room, chair or device of an organization. Each use occupies it for the duration plus its buffer. */
export interface Resource {
  /** The resource. */
  id: Id;
  /** Organization it belongs to. */
  organization_id: Id;
  /** Name shown to people. */
  name: ShortText;
  /** What it is. */
  type?: ResourceType;
  /** Sessions it holds at once. */
  capacity?: number;
  /** Minutes it stays occupied after each use; the provider is free meanwhile. */
  buffer_minutes?: number;
  /** What it is equipped with. */
  equipment?: ShortText[];
  /** Where it is, for people. */
  location?: string;
  /** House rules, in the organization's own form. */
  rules?: Record<string, unknown>;
  /** Zone of its week. Default: the organization's. */
  timezone?: TimeZone;
  /** False once deleted: readable, never bookable. */
  is_active: boolean;
  /** Its week; only when one resource is read. */
  availability?: ResourceAvailability[];
}

/** Takes a resource out of use. */
export interface ResourceAction {
  /** Who acts. */
  actor?: Actor;
}

/** A weekly span in which a resource is open, or closed. */
export interface ResourceAvailability {
  /** Day of the week: 0 Sunday to 6 Saturday. */
  day_of_week: number;
  /** Start of the span. */
  start_time: TimeOfDay;
  /** End of the span; `24:00` is the end of the day. */
  end_time: EndTimeOfDay;
  /** False takes the span out of the open ones. */
  is_available?: boolean;
  /** Zone of the times. Default: the owner's, then the organization's. */
  timezone?: TimeZone;
  /** Tells the blocks of one day apart. */
  block_order?: Count;
  /** The resource. */
  resource_id: Id;
}

/** Figures of a resource conflict. */
export interface ResourceConflictDetails {
  /** Resource that became unavailable. */
  previous: Id;
  /** Resource that took its place; absent when none was free. */
  new?: Id;
  /** Why. */
  cause: RescheduleCause;
}

/** Kinds of thing a delivery occupies. */
export type ResourceType = "room" | "box" | "chair" | "equipment";

/** The charge of one or several sessions to a client. */
export interface Sale {
  /** The sale. */
  id: Id;
  /** The client charged. */
  client_id: Id;
  /** The offer that was delivered. */
  service_id: Id;
  /** The provider who delivered. */
  provider_id: Id;
  /** Sessions charged by it. */
  session_ids: Id[];
  /** How many deliveries it charges. */
  quantity: number;
  /** Price of one delivery. */
  unit_price: Money;
  /** Quantity times unit price. */
  total: Money;
  /** How far it is paid. */
  status: SaleStatus;
  /** Received so far. */
  paid: Money;
  /** Still to be received. */
  due: Money;
  /** Service order that issued it by its payment schedule. */
  service_order_id?: Id;
  /** False for the informative charge of a session inside a service order, which takes no payment (P-17). */
  transactional?: boolean;
  /** When it was created. */
  created_at: Instant;
}

/** How far a sale is paid. */
export type SaleStatus = "open" | "partially_paid" | "paid" | "voided";

/** What time it is on a node under certification. */
export interface SandboxClock {
  /** The node's time. */
  now: Instant;
  /** How far the node is ahead of real time, in seconds. */
  offset_seconds: number;
}

/** Whose calendars an answer about free time looks at. */
export type SchedulingMode = "provider_only" | "resource_only" | "provider_and_resource";

/** Every scope a mandate can grant: `resource:action`, additive, denied by default. No scope implies another. */
export type Scope = "schedule:read" | "schedule:write" | "patient:read" | "patient:write" | "service:read" | "service:write" | "payment:read" | "payment:write" | "document:read" | "document:write" | "evidence:write" | "order:read" | "order:write" | "discovery:read" | "profile:write" | "mandate:read" | "mandate:admin" | "resource:read" | "resource:write" | "resolve:write" | "telemetry:write";

/** A version of three numbers. */
export type SemanticVersion = string;

/** A sign of life. Shares its method and path with the move of endpoints; `heartbeat: true` tells them apart. */
export interface SendHeartbeat {
  /** Always true. */
  heartbeat: true;
  /** Figures, if the organization lets them be sent. */
  metrics?: HeartbeatMetrics;
  /** Who acts. */
  actor?: Actor;
}

/** One delivery of a service in its eight dimensions: what, who, for whom, when, where, in which state, proven how, at what price. */
export interface Service {
  /** Id of the delivery; the id of its session. */
  id: Id;
  /** Order that the delivery belongs to; then billing only informs. */
  service_order_id?: Id;
  /** Offer that was booked. */
  service_id: Id;
  /** Category of the service, in the organization's own word. */
  type: string;
  /** Vertical of the service. */
  vertical: string;
  /** Name of the service, for people. */
  name: string;
  /** Length of the delivery, in minutes. */
  duration_minutes: Minutes;
  /** What the client has to bring or fulfil. */
  requirements?: string[];
  /** Who may discover it; a booked session is private. */
  visibility?: Visibility;
  /** Who delivers. */
  provider: ServiceProvider;
  /** Who receives. */
  client: ServiceClient;
  /** When it happens. */
  schedule: ServiceSchedule;
  /** Where it happens. */
  location?: Location;
  /** Where it stands. */
  lifecycle: ServiceLifecycle;
  /** What shows that it happened. */
  proof?: ProofOfDelivery;
  /** Record of the delivery; from `documented` on, when one was written. */
  documentation?: Documentation;
  /** What it costs. */
  billing: ServiceBilling;
}

/** What the delivery costs, and how far that is settled. Under an order it only informs: the order bills. */
export interface ServiceBilling {
  /** Price of this delivery, after any adjustment. */
  amount: Money;
  /** Who pays: the payer of the client, else the client. */
  payer?: Id;
  /** How far it is settled. Moves apart from the lifecycle (D-10). */
  status?: BillingStatus;
  /** When the amount was debited or became debt. */
  charged_at?: Instant;
  /** Payment that covers it; may be an earlier prepayment. */
  payment_id?: Id;
  /** Tax document that was issued for it. */
  tax_document?: string;
}

/** Who receives. */
export interface ServiceClient {
  /** The beneficiary. */
  id: Id;
  /** Who pays, when that is someone else. */
  payer_id?: Id;
}

/** Where the delivery stands, and how it came there. */
export interface ServiceLifecycle {
  /** Present state. */
  current_state: ServiceState;
  /** Every state change so far, oldest first; only ever appended to. */
  transitions?: Transition[];
  /** Everything that went another way than planned, oldest first. */
  exceptions?: ExceptionRecord[];
  /** When silence of the client counts as acceptance; from `delivered` or `partial` until the session leaves the cycle (P-04). */
  verification_deadline?: Instant;
}

/** What an organization offers: an entry of its catalogue. A delivery of it is a Service (D-11). */
export interface ServiceOffer {
  /** The offer; the `service_id` of booking, sale, availability and contract. */
  id: Id;
  /** The organization that offers it. */
  organization_id: Id;
  /** Category, such as `physical_therapy_session`; service orders name it in their scope. */
  type: string;
  /** Vertical, in the organization's own word; the node maps it to an evidence vertical. */
  vertical: string;
  /** Name shown to clients. */
  name: ShortText;
  /** What the client gets, in a few lines. */
  description?: string;
  /** Planned length of one delivery, in minutes. */
  duration_minutes: Minutes;
  /** Price of one delivery. Cards print it as `amount` and `currency`. */
  price: Money;
  /** How it reaches the client. */
  modality: Modality;
  /** What a client must bring or fulfil. */
  requirements?: ShortText[];
  /** Who may find it. */
  visibility?: Visibility;
  /** A booking must name a resource. */
  requires_resource?: boolean;
  /** Where it is delivered. A `resource_id` here makes one mandatory in booking, too. */
  location?: Location;
  /** Evidence kinds that a delivery must show, copied from the contract. */
  required_evidence?: EvidenceKindName[];
  /** Providers who deliver it. Without any it cannot be booked. */
  provider_ids?: Id[];
  /** It is paid before it is booked. */
  requires_prepayment?: boolean;
  /** It can be booked and is listed. */
  active: boolean;
}

/** An agreement on services to come: scope, term, prices and payment. A service may do without one. */
export interface ServiceOrder {
  /** The order. */
  id: Id;
  /** Organization that delivers. */
  organization_id: Id;
  /** Client who receives. */
  client_id: Id;
  /** Party that pays; may be the client. */
  payer_id: Id;
  /** Who may find it. */
  visibility?: Visibility;
  /** What is covered. */
  scope: OrderScope;
  /** How long it runs. */
  term: OrderTerm;
  /** What it costs. */
  pricing: OrderPricing;
  /** When it is paid. */
  payment_schedule: PaymentSchedule;
  /** What was consumed, billed and collected. Computed. */
  ledger?: Ledger;
  /** Where it stands. */
  lifecycle: OrderLifecycle;
  /** Its sessions. */
  service_ids?: Id[];
}

/** Who delivers. */
export interface ServiceProvider {
  /** The provider. */
  id: Id;
  /** The organization the provider delivers for. */
  organization_id: Id;
  /** Credentials that matter for this delivery, for people. */
  credentials?: string[];
  /** Trust computed from verified deliveries, 0 to 100. */
  trust_score?: TrustScore;
  /** Public profile of the provider (D-15). */
  profile_id?: Uuid;
}

/** When it happens. */
export interface ServiceSchedule {
  /** When the service was asked for. */
  requested_at: Instant;
  /** Start of the delivery; set on entering `scheduled`. */
  scheduled_for?: Instant;
  /** Planned length, in minutes. */
  duration_expected?: Minutes;
}

/** States of one delivery. The eight core states are passed strictly in order; none can be skipped. */
export type ServiceState = "requested" | "pending_confirmation" | "scheduled" | "confirmed" | "in_progress" | "delivered" | "documented" | "charged" | "verified" | "cancelled" | "disputed" | "reassigning" | "rescheduling" | "partial";

/** Facts of `service.verified`. */
export interface ServiceVerifiedData {
  /** The session. */
  session_id: Id;
}

/** A session: the delivery that commands act on, with its main facts repeated in flat form. */
export interface Session {
  /** Id of the delivery; the id of its session. */
  id: Id;
  /** Order that the delivery belongs to; then billing only informs. */
  service_order_id?: Id;
  /** Offer that was booked. */
  service_id: Id;
  /** Category of the service, in the organization's own word. */
  type: string;
  /** Vertical of the service. */
  vertical: string;
  /** Name of the service, for people. */
  name: string;
  /** Length of the delivery, in minutes. */
  duration_minutes: Minutes;
  /** What the client has to bring or fulfil. */
  requirements?: string[];
  /** Who may discover it; a booked session is private. */
  visibility?: Visibility;
  /** Who delivers. */
  provider: ServiceProvider;
  /** Who receives. */
  client: ServiceClient;
  /** When it happens. */
  schedule: ServiceSchedule;
  /** Where it happens. */
  location?: Location;
  /** Where it stands. */
  lifecycle: ServiceLifecycle;
  /** What shows that it happened. */
  proof?: ProofOfDelivery;
  /** Record of the delivery; from `documented` on, when one was written. */
  documentation?: Documentation;
  /** What it costs. */
  billing: ServiceBilling;
  /** Same as `provider.id`. */
  provider_id: Id;
  /** Same as `client.id`. */
  client_id: Id;
  /** Same as `schedule.scheduled_for`; before that is set, the wished start (P-02). */
  starts_at: Instant;
  /** Start plus duration. */
  ends_at?: Instant;
  /** Same as `location.resource_id`. */
  resource_id?: Id;
  /** The caller claims that a person wanted this booking. Stored, without effect of its own. */
  human_intent_confirmed?: boolean;
  /** Series of repeated bookings that it belongs to. */
  series_id?: Id;
  /** Public booking that it replaced (P-11). */
  previous_session_id?: Id;
  /** How the booking came in. */
  submission?: Submission;
}

/** How the student did. Needed only where the contract says so. */
export interface SessionEvaluationData {
  /** Marks the kind. */
  document_type: "session_evaluation";
  /** Result, 0 to 100. */
  score?: number;
  /** What the instructor says of it. */
  feedback?: LongText;
  /** Competencies, one by one. */
  competencies?: Competency[];
}

/** Moves the node's time forward, never back. */
export interface SetSandboxClock {
  /** By so many seconds. */
  advance_seconds?: number;
  /** To this instant; not before the node's present time. */
  set_to?: Instant;
}

/** A SHA-256 digest in lower-case hexadecimal. */
export type Sha256 = string;

/** A short text of one line. */
export type ShortText = string;

/** Payload of type `signature`. */
export interface SignatureData {
  /** Who signed. */
  signer_role: SignerRole;
  /** Form of the artefact. */
  format: SignatureFormat;
  /** Where the artefact is. */
  uri?: Uri;
}

/** A recorded signature. */
export interface SignatureEvidence {
  /** Names the item; items never change. */
  id?: Id;
  /** When it was captured; never in the future. */
  captured_at: Instant;
  /** Who captured it. */
  actor: EvidenceActor;
  /** Organization that recorded it on behalf of `actor`. */
  recorded_by?: Id;
  /** How it was captured; absent fits every kind. */
  method?: EvidenceMethod;
  /** How it is kept. Absent: the default of its kind, else `internal`. */
  data_sensitivity?: DataSensitivity;
  /** Tells the payload. */
  type: "signature";
  /** The signature. */
  data: SignatureData | RedactedData;
}

/** Forms of a signature. */
export type SignatureFormat = "image/png" | "image/svg+xml" | "application/pkcs7-signature";

/** Who signed. */
export type SignerRole = "provider" | "client" | "both";

/** Portable name of an organization: 3 to 48 lower-case letters, digits and hyphens. */
export type Slug = string;

/** Greatest age of an inferred value, in minutes. An older one is refreshed, or left out of matching with a warning. */
export interface StalenessLimits {
  /** 5 minutes. */
  next_available: 5;
  /** 1 hour. */
  rating_avg: 60;
  /** 24 hours. */
  avg_wait_days: 1440;
  /** 24 hours. */
  cancellation_rate: 1440;
  /** 24 hours. */
  services_completed: 1440;
}

/** Facts of `service.state_changed`. */
export interface StateChangedData {
  /** The session. */
  session_id: Id;
  /** Its organization. */
  organization_id: Id;
  /** What it passed from and to, and when. */
  transition: TransitionSummary;
}

/** How a booking came in. */
export interface Submission {
  /** Through what. */
  channel: SubmissionChannel;
  /** By whom. */
  submitted_by_type: SubmitterType;
  /** The program; it must hold a valid mandate. */
  agent_id?: Id;
  /** Name of the program. */
  agent_name?: string;
  /** Platform that the program runs on. */
  platform?: string;
}

/** Through what a booking came in. */
export type SubmissionChannel = "web" | "whatsapp" | "phone" | "chat" | "api" | "other";

/** Who filled a booking in. */
export type SubmitterType = "human" | "agent" | "human_with_agent_assistance";

/** Asks for a test delivery. */
export interface TestWebhookSubscription {
  /** Repeated in the `data` of the test event. */
  payload?: Record<string, unknown>;
}

/** A wall-clock time of the 24 h clock, `HH:mm`, in the zone that stands beside it. */
export type TimeOfDay = string;

/** Name of a time zone in the IANA database. */
export type TimeZone = string;

/** One state change, as recorded once and for all. */
export interface Transition {
  /** State before; null in the first record and nowhere else. */
  from: ServiceState | null;
  /** State after. */
  to: ServiceState;
  /** When, by the clock of the node; never earlier than the record before. */
  at: Instant;
  /** Id of the client, provider, organization or agent that acted, or `system`. */
  by: Id;
  /** How it came about. */
  method: TransitionMethod;
  /** What else is known. */
  metadata?: TransitionMetadata;
}

/** What a transition adds about itself. */
export interface TransitionMeta {
  /** How the cancellation policy was applied; towards `cancelled`. */
  policy?: AppliedCancellationPolicy;
}

/** What else is known about a state change. Members of any other name may be added. */
export interface TransitionMetadata {
  /** Why, where a reason was asked for. */
  reason?: string;
  /** Which side did not come. */
  no_show_type?: NoShowType;
  /** Mandate that the agent acted under; always present with method `agent`. */
  mandate_id?: Uuid;
  /** Whose interests the mandate serves. */
  acting_for?: PrincipalType;
  /** Who issued the mandate. */
  principal_id?: Id;
  /** Party the actor stood in for, as claimed. */
  on_behalf_of?: OnBehalfOf;
  /** Human approval that was used up. */
  confirmation_id?: Id;
  /** Evidence kinds that were missing when a partial delivery was documented. */
  missing_evidence?: string[];
}

/** How a state change came about. */
export type TransitionMethod = "auto" | "manual" | "agent";

/** Moves an order. */
export interface TransitionServiceOrder {
  /** State wanted. `active` from `proposed` only by activation. */
  to_state: OrderState;
  /** Why; needed to pause or cancel. */
  reason?: LongText;
  /** Who acts. */
  actor?: Actor;
}

/** Moves a session by one state. What else is needed depends on the move. */
export interface TransitionSession {
  /** State wanted; must be one of the `available_transitions`. */
  to_state: ServiceState;
  /** Who moves it. */
  actor?: Actor;
  /** Why. `no_show` marks an absence. */
  reason?: string;
  /** Evidence to record first, in the same step. */
  evidence?: EvidenceItem | EvidenceBatch;
  /** Which side did not come: `client` towards cancelled, `provider` towards reassigning. */
  no_show_type?: NoShowType;
  /** The replacement; needed from `reassigning` to `scheduled`. */
  provider_id?: Id;
  /** New start; needed from `rescheduling` to `scheduled`, optional from `reassigning`. */
  starts_at?: Instant;
  /** New resource, from `reassigning` or `rescheduling` to `scheduled`. */
  resource_id?: Id;
  /** What was delivered; towards `partial`. */
  partial?: PartialDelivery;
  /** Decision of a dispute; needed from `disputed`. */
  resolution?: DisputeDecision;
  /** Kind of complaint; towards `disputed`. */
  reason_category?: DisputeReasonCategory;
  /** Amount contested; the session's when absent. */
  amount?: MoneyOrAmount;
  /** Text of the record; towards `documented`. */
  content?: string;
  /** Price of one unit; towards `charged`. The session's amount when absent. */
  unit_price?: MoneyOrAmount;
  /** Where a check-in or check-out happens; towards `in_progress`, `delivered` or `partial`. */
  location?: Coordinates;
  /** When a check-in or check-out happened; now when absent, never in the future. */
  timestamp?: Instant;
}

/** One state change as an answer repeats it. */
export interface TransitionSummary {
  /** State before; null for a creation. */
  from: string | null;
  /** State after. */
  to: string;
  /** When it happened, by the node's clock. */
  at: Instant;
}

/** How far the treatment plan was followed. */
export interface TreatmentAdherenceData {
  /** Marks the kind. */
  document_type: "treatment_adherence";
  /** The plan, item by item. */
  checklist: TreatmentItem[];
}

/** One item of a treatment plan. */
export interface TreatmentItem {
  /** What was planned. */
  item: LongText;
  /** Whether it was done. */
  completed: boolean;
}

/** Track record of a provider; always inferred and public: the value type of each `trust` key. */
export interface TrustAttributes {
  /** Average rating, 1.0 to 5.0; at most 1 hour old. */
  rating_avg?: number;
  /** Ratings behind the average. */
  rating_count?: Count;
  /** Share of sessions cancelled by the provider, 0 to 1; at most 24 hours old. */
  cancellation_rate?: number;
  /** Share of sessions missed by clients, 0 to 1. */
  no_show_rate?: number;
  /** Usual time to answer, in hours. */
  response_time_hours?: number;
  /** Months on the platform. */
  platform_tenure_months?: Count;
  /** Services completed; at most 24 hours old. */
  services_completed?: Count;
  /** Share of clients who come back, 0 to 1. */
  repeat_client_rate?: number;
}

/** How far the network trusts an organization; follows from the score. */
export type TrustLevel = "unverified" | "declared" | "vouched" | "verified";

/** The part of a resolution record that says how far an organization is trusted. Its resource id is the slug. */
export interface TrustReport {
  /** The slug. */
  org_slug: Slug;
  /** Country it is registered in. */
  country: CountryCode;
  /** Score, level and dates. */
  trust: ResolutionTrust;
  /** Whether it has been seen lately. */
  status: ResolutionStatus;
}

/** How far a party is trusted, 0 to 100; computed from verified deliveries, never self-declared. */
export type TrustScore = number;

/** Moves the endpoints of a registered organization. Slug and identity stay; what is not given stays too. */
export interface UpdateEndpoint {
  /** Its MCP server. */
  mcp_url?: HttpUrl;
  /** Its HTTP profile. */
  rest_url?: HttpUrl;
  /** Its health probe. */
  health_url?: HttpUrl;
  /** Who acts. */
  actor?: Actor;
}

/** Changes what is given and leaves the rest. */
export interface UpdateResource {
  /** Name shown to people. */
  name?: ShortText;
  /** What it is. */
  type?: ResourceType;
  /** Sessions it holds at once; never fewer than are booked. */
  capacity?: number;
  /** Minutes it stays occupied after each use. */
  buffer_minutes?: number;
  /** What it is equipped with; replaces the list. */
  equipment?: ShortText[];
  /** Where it is, for people. */
  location?: string;
  /** False takes it out of use, true brings it back. */
  is_active?: boolean;
  /** House rules; replaces them. */
  rules?: Record<string, unknown>;
  /** Zone of its week. */
  timezone?: TimeZone;
  /** Replaces the whole week. */
  availability?: WeeklyBlock[];
  /** Who acts. */
  actor?: Actor;
}

/** New terms of an order; each part given replaces the former one as a whole. */
export interface UpdateServiceOrder {
  /** What is covered. */
  scope?: OrderScope;
  /** How long it runs. */
  term?: OrderTerm;
  /** What it costs. */
  pricing?: OrderPricing;
  /** When it is paid. */
  payment_schedule?: PaymentSchedule;
  /** Who acts. */
  actor?: Actor;
}

/** Changes what a subscription asks for. */
export interface UpdateWebhookSubscription {
  /** Events wanted; replaces the list. */
  subscribed_events: WebhookEventName[];
}

/** An absolute URI of any scheme, without credentials in it. */
export type Uri = string;

/** A UUID of any version, in its canonical form. */
export type Uuid = string;

/** A random UUID (version 4), in its canonical form. */
export type UuidV4 = string;

/** Ways to show a delivery. */
export type VerifyDeliveryAction = "checkin" | "checkout" | "record_evidence";

/** Checks in or out of a session, or records an item that shows its delivery. */
export interface VerifyDeliveryTask {
  /** The session. */
  session_id: Id;
  /** What to show. */
  action: VerifyDeliveryAction;
  /** Where; with check-in and check-out. */
  location?: Coordinates;
  /** When, not in the future; with check-in and check-out. */
  timestamp?: Instant;
  /** Form of the item. */
  evidence_type?: EvidenceType;
  /** The item itself, by the rule of its kind. */
  data?: Record<string, unknown>;
  /** How to keep the item. */
  data_sensitivity?: DataSensitivity;
  /** When the item was captured, not in the future. */
  captured_at?: Instant;
  /** How the item was captured. */
  method?: EvidenceMethod;
}

/** Verticals with an evidence rule of their own. Words are compared in lower case and without accents; any other has no rule. */
export type Vertical = "health" | "home" | "legal" | "education" | "consulting";

/** Who may discover an object. It governs listing, never authorization. */
export type Visibility = "public" | "unlisted" | "private";

/** Why a subscription is off. */
export type WebhookDeactivationReason = "delivery_failures" | "subscriber_gone_410" | "deleted";

/** One event on its way to one subscriber: one attempt and at most three retries, after 1, 5 and 30 minutes. */
export interface WebhookDelivery {
  /** The delivery; the same in all its attempts. */
  id: Id;
  /** Subscription it is for. */
  subscription_id: Id;
  /** Event it carries. */
  event_id: WebhookEventId;
  /** Kind of event. */
  event_type: WebhookEventName;
  /** How far it is. */
  status: WebhookDeliveryStatus;
  /** Attempts made. */
  attempts: Count;
  /** When it was last tried. */
  last_attempt_at?: Instant | null;
  /** HTTP status of the last answer. */
  response_status?: number | null;
  /** Beginning of the last answer, at most 2,000 characters. */
  response_body?: string | null;
  /** When it will be tried again. */
  next_retry_at?: Instant | null;
  /** When the event happened. */
  created_at: Instant;
  /** When it arrived. */
  delivered_at?: Instant | null;
}

/** How far a delivery is. */
export type WebhookDeliveryStatus = "pending" | "delivered" | "failed" | "abandoned";

/**
 * The body that is posted to a subscriber, as plain JSON. Signed with HMAC-SHA-256 over its raw bytes in
 * `X-Servicialo-Signature`. At least once, in no promised order; ids instead of personal data.
 */
export interface WebhookEvent {
  /** What happened. */
  event: WebhookEventName;
  /** This event. */
  event_id: WebhookEventId;
  /** When it was put in line, by the node's clock. */
  emitted_at: Instant;
  /** Facts; their shape follows the event. */
  data: Record<string, unknown>;
}

/** Name of one event, the same in every delivery of it: receivers drop what they have seen. */
export type WebhookEventId = string;

/** Events that a node tells its subscribers. */
export type WebhookEventName = "service.state_changed" | "service.exception" | "service.verified" | "booking.created" | "booking.confirmed" | "booking.cancelled" | "evidence.submitted" | "dispute.opened" | "dispute.resolved" | "payment.received" | "payment.overdue" | "mandate.expiring" | "mandate.lost" | "webhook.test";

/** Secret that deliveries are signed with: 32 random bytes in lower-case hexadecimal. */
export type WebhookSecret = string;

/** Wish of an organization to be told of events. */
export interface WebhookSubscription {
  /** The subscription. */
  id: Id;
  /** Where events are posted to. */
  url: WebhookUrl;
  /** Events wanted. */
  subscribed_events: WebhookEventName[];
  /** Members of `data` and the values they must have for an event to be sent. */
  filters?: Record<string, unknown>;
  /** Whether events are sent. */
  active: boolean;
  /** Deliveries abandoned since the last success. */
  consecutive_failures: Count;
  /** When it was made. */
  created_at: Instant;
  /** When it last changed. */
  updated_at?: Instant;
  /** When a delivery was last tried. */
  last_delivery_at?: Instant | null;
  /** When a delivery last arrived. */
  last_successful_delivery_at?: Instant | null;
  /** When it was turned off. */
  deactivated_at?: Instant | null;
  /** Why it was turned off. */
  deactivated_reason?: WebhookDeactivationReason | null;
}

/** A subscription with its secret, as creation and rotation show it: once. */
export interface WebhookSubscriptionWithSecret {
  /** The subscription. */
  id: Id;
  /** Where events are posted to. */
  url: WebhookUrl;
  /** Events wanted. */
  subscribed_events: WebhookEventName[];
  /** Members of `data` and the values they must have for an event to be sent. */
  filters?: Record<string, unknown>;
  /** Whether events are sent. */
  active: boolean;
  /** Deliveries abandoned since the last success. */
  consecutive_failures: Count;
  /** When it was made. */
  created_at: Instant;
  /** When it last changed. */
  updated_at?: Instant;
  /** When a delivery was last tried. */
  last_delivery_at?: Instant | null;
  /** When a delivery last arrived. */
  last_successful_delivery_at?: Instant | null;
  /** When it was turned off. */
  deactivated_at?: Instant | null;
  /** Why it was turned off. */
  deactivated_reason?: WebhookDeactivationReason | null;
  /** Secret of the signatures; never shown again. */
  secret: WebhookSecret;
}

/** Facts of `webhook.test`. */
export interface WebhookTestData {
  /** Always true. */
  test: true;
  /** What the owner sent along. */
  payload?: Record<string, unknown>;
}

/** Address that events are posted to: `https`, or `http` on localhost or 127.0.0.1. */
export type WebhookUrl = string;

/**
 * A weekly span of wall-clock time in which something is open, or closed. Ends after it starts; what runs over midnight
 * is two blocks. One (owner, day, order) stands only once.
 */
export interface WeeklyBlock {
  /** Day of the week: 0 Sunday to 6 Saturday. */
  day_of_week: number;
  /** Start of the span. */
  start_time: TimeOfDay;
  /** End of the span; `24:00` is the end of the day. */
  end_time: EndTimeOfDay;
  /** False takes the span out of the open ones. */
  is_available?: boolean;
  /** Zone of the times. Default: the owner's, then the organization's. */
  timezone?: TimeZone;
  /** Tells the blocks of one day apart. */
  block_order?: Count;
}
