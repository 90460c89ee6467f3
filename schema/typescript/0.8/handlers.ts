// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

import type * as types from "./types.ts";

/** Answer of an operation on one resource. The door adds the envelope. */
export interface SingleResult<Attributes> {
  id: string;
  attributes: Attributes;
  /** JSON:API type, where the operation can answer resources of more than one. */
  type?: string;
  /** HTTP status, where the operation has more than one. */
  status?: number;
  meta?: Record<string, unknown>;
}

/** One page of a collection. The door adds `page`, `per_page` and the links. */
export interface CollectionResult<Attributes> {
  items: { id: string; attributes: Attributes }[];
  /** How many there are on all pages. */
  total: number;
  meta?: Record<string, unknown>;
}

/** A plain document without envelope. */
export interface DocumentResult<Document> {
  document: Document;
  /** HTTP status, where the operation has more than one. */
  status?: number;
}

/** Input of every operation: path and query parameters and attributes in one flat object. */
export interface OperationInputs {
  /** The A2A card of one organization. */
  "a2a.get_agent_card": {
    org_slug: types.Slug;
  };
  /** Audit entries of one principal across mandates, newest first. */
  "audit.list": {
    principal_id: types.Id;
    action?: string;
    action_result?: types.AuditResult;
    from?: types.Instant;
    to?: types.Instant;
    page?: number;
    per_page?: number;
  };
  /** What this node can do. */
  "capabilities.get": Record<never, never>;
  /** Finds a client and answers 200 without changing anything, or creates one and answers 201. */
  "clients.get_or_create": {
    email?: types.Email;
    phone?: types.Phone;
    name?: string;
    last_name?: string;
    actor?: types.Actor;
  };
  /** Agrees. The agent may then repeat its call once, with the same input. */
  "confirmations.approve": {
    confirmation_id: types.Id;
    reason?: string;
  };
  /** One question, for the party that has to answer it. */
  "confirmations.get": {
    confirmation_id: types.Id;
  };
  /** Questions that the caller has to answer. */
  "confirmations.list": {
    page?: number;
    per_page?: number;
    status?: types.ConfirmationStatus;
  };
  /** Refuses. The call stays unexecuted. */
  "confirmations.reject": {
    confirmation_id: types.Id;
    reason?: string;
  };
  /** The rules of a service before anyone acts on it. The id of a session answers the contract it was booked under. */
  "contract.get": {
    service_id: types.Id;
    org_id: types.Id;
  };
  /** Begins the delivery: `confirmed → in_progress`. */
  "delivery.checkin": {
    session_id: types.Id;
    actor?: types.Actor;
    location?: types.Coordinates;
    timestamp?: types.Instant;
  };
  /** Ends the delivery: `in_progress → delivered`. Only for the provider of the session; never for an agent. */
  "delivery.checkout": {
    session_id: types.Id;
    actor?: types.Actor;
    location?: types.Coordinates;
    timestamp?: types.Instant;
  };
  /** Records one item that shows the delivery. From `in_progress` until `verified`; the caller's command moves no state. */
  "delivery.record_evidence": {
    session_id: types.Id;
    evidence_type: types.EvidenceType;
    data: Record<string, unknown>;
    data_sensitivity?: types.DataSensitivity;
    captured_at?: types.Instant;
    method?: types.EvidenceMethod;
    actor?: types.Actor;
  };
  /** The A2A card of one organization, where A2A clients look for it: beside the level 2 card (channels 4.1). */
  "discovery.get_a2a_card": {
    org_slug: types.Slug;
  };
  /** Discovery level 2: the card of one organization. */
  "discovery.get_agent_card": {
    org_slug: types.Slug;
  };
  /** Where MCP clients find this node. */
  "discovery.get_mcp_pointer": Record<never, never>;
  /** The A2A card of the only organization of this host, where A2A clients look for it (channels 4.1). */
  "discovery.get_root_a2a_card": Record<never, never>;
  /** The card of the only organization of this host (E-07). */
  "discovery.get_root_agent_card": Record<never, never>;
  /** Discovery level 1: the discoverable organizations of this host. */
  "discovery.list_agents": Record<never, never>;
  /** The way into this node, as data. */
  "docs.quickstart": Record<never, never>;
  /** Writes the record of the delivery: `delivered` or `partial → documented`. */
  "documentation.create": {
    session_id: types.Id;
    content: string;
    template_id?: types.Id;
    actor?: types.Actor;
  };
  /** The process runs. */
  "health.live": Record<never, never>;
  /** The node takes requests; 503 with the checks that fail when it does not. */
  "health.ready": Record<never, never>;
  /** Where a session stands, where it can go, and its whole history. */
  "lifecycle.get_state": {
    session_id: types.Id;
  };
  /**
   * Moves a session by exactly one allowed state. Evidence that comes along is recorded first, in the same step. All
   * exception flows are expressed by it: no-show, reassignment, dispute and its decision, partial delivery, cancellation.
   */
  "lifecycle.transition": {
    session_id: types.Id;
    to_state: types.ServiceState;
    actor?: types.Actor;
    reason?: string;
    evidence?: types.EvidenceItem | types.EvidenceBatch;
    no_show_type?: types.NoShowType;
    provider_id?: types.Id;
    starts_at?: types.Instant;
    resource_id?: types.Id;
    partial?: types.PartialDelivery;
    resolution?: types.DisputeDecision;
    reason_category?: types.DisputeReasonCategory;
    amount?: types.MoneyOrAmount;
    content?: string;
    unit_price?: types.MoneyOrAmount;
    location?: types.Coordinates;
    timestamp?: types.Instant;
  };
  /** Audit entries of one mandate, newest first; `meta.head` lets anybody check the chain. */
  "mandates.audit": {
    mandate_id: types.Id;
    action?: string;
    action_result?: types.AuditResult;
    from?: types.Instant;
    to?: types.Instant;
    page?: number;
    per_page?: number;
  };
  /** One mandate, for its principal or its agent. */
  "mandates.get": {
    mandate_id: types.Id;
  };
  /** Hands authority to an agent. Warns, and still issues, when it grants or lasts more than it should. */
  "mandates.issue": {
    principal_id: types.Id;
    principal_type: types.PrincipalType;
    agent_id: types.Id;
    agent_name?: string;
    acting_for: types.PrincipalType;
    context: types.MandateContext;
    scopes: types.MandateScope[];
    constraints?: types.MandateConstraints;
    expires_at: types.Instant;
    metadata?: Record<string, unknown>;
    signature?: string;
  };
  /** The caller's own mandates, as principal or as agent. */
  "mandates.list": {
    page?: number;
    per_page?: number;
    status?: types.MandateStatus;
  };
  /** Puts a suspended mandate in force again, until the end it had. */
  "mandates.reactivate": {
    mandate_id: types.Id;
    reason?: string;
    actor?: types.Actor;
  };
  /** Takes a mandate back at once and for good. What was completed stands. */
  "mandates.revoke": {
    mandate_id: types.Id;
    reason?: string;
    actor?: types.Actor;
  };
  /** Blocks an active mandate until it is reactivated. The only thing `mandate:admin` allows. */
  "mandates.suspend": {
    mandate_id: types.Id;
    reason?: string;
    actor?: types.Actor;
  };
  /** Charges the session named, or the oldest documented ones, and moves each from documented to charged. */
  "payments.create_sale": {
    client_id: types.Id;
    service_id: types.Id;
    provider_id: types.Id;
    quantity?: number;
    unit_price: types.MoneyOrAmount;
    session_id?: types.Id;
    actor?: types.Actor;
  };
  /** What is charged, paid and due, of one sale or of a client's account. Exactly one of both has to be named. */
  "payments.get_status": {
    sale_id?: types.Id;
    client_id?: types.Id;
  };
  /** Records money received for a sale. When its total is reached, sale and sessions are paid; no lifecycle moves. */
  "payments.record_payment": {
    sale_id: types.Id;
    amount: types.PositiveMoneyOrAmount;
    method: "cash" | "transfer" | "card" | types.PaymentMethod;
    reference?: string;
    actor?: types.Actor;
  };
  /** Cancels a booking that is pending, scheduled or confirmed. */
  "public_bookings.cancel": {
    org_slug: types.Slug;
    booking_token: types.BookingToken;
    reason?: string;
  };
  /** Confirms a booking with its confirmation token, which is used up. */
  "public_bookings.confirm": {
    org_slug: types.Slug;
    confirmation_token: types.ConfirmationToken;
  };
  /** Books without a credential. The slot is held until the booking is confirmed or its confirmation token expires. */
  "public_bookings.create": {
    org_slug: types.Slug;
    service_id: types.Id;
    starts_at: types.Instant;
    provider_id?: types.Id;
    requester: types.PublicRequester;
    submission: types.Submission;
    authorization: types.PublicAuthorization;
  };
  /** What the holder of a booking token may see. */
  "public_bookings.get": {
    org_slug: types.Slug;
    booking_token: types.BookingToken;
  };
  /** Moves a booking that is scheduled or confirmed; one that is still pending is replaced by a new one (P-11). */
  "public_bookings.reschedule": {
    org_slug: types.Slug;
    booking_token: types.BookingToken;
    new_datetime: types.Instant;
  };
  /** Public profile of an organization, with its offers, providers and booking rules. Its resource id is the slug. */
  "registry.get_organization": {
    org_slug: types.Slug;
    country?: types.CountryCode;
  };
  /** Who this server is. */
  "registry.manifest": Record<never, never>;
  /** Finds discoverable organizations of a vertical, by trust score, then name. */
  "registry.search": {
    vertical: string;
    location?: string;
    country?: types.CountryCode;
    limit?: number;
    page?: number;
  };
  /** Where the organization of a slug is reached. */
  "resolve.lookup": {
    country: types.CountryCode;
    org_slug: types.Slug;
  };
  /** Registers an organization that can be booked. It begins with a score of 10. */
  "resolve.register": {
    slug: types.Slug;
    country: types.CountryCode;
    name: string;
    mcp_url?: types.HttpUrl;
    rest_url?: types.HttpUrl;
    health_url?: types.HttpUrl;
    legal_name?: string;
    verticals?: types.ShortText[];
    contact_email?: types.Email;
    website?: types.HttpUrl;
    tax_id?: string;
    actor?: types.Actor;
  };
  /** Registered organizations of a country, by trust score. */
  "resolve.search": {
    country: types.CountryCode;
    vertical?: string;
    limit?: number;
    page?: number;
  };
  /** Points a registered organization to new endpoints; its slug, identity and trust stay. */
  "resolve.update_endpoint": {
    country: types.CountryCode;
    org_slug: types.Slug;
    mcp_url?: types.HttpUrl;
    rest_url?: types.HttpUrl;
    health_url?: types.HttpUrl;
    actor?: types.Actor;
  };
  /** Adds a resource, in use at once. Two blocks with the same day and order are a conflict. */
  "resource.create": {
    organization_id: types.Id;
    name: types.ShortText;
    type?: types.ResourceType;
    capacity?: number;
    buffer_minutes?: number;
    equipment?: types.ShortText[];
    location?: string;
    rules?: Record<string, unknown>;
    timezone?: types.TimeZone;
    availability?: types.WeeklyBlock[];
    actor?: types.Actor;
  };
  /** Takes a resource out of use; it stays readable. Sessions to come on it begin the flow of a lost resource. Repeatable. */
  "resource.delete": {
    resource_id: types.Id;
    actor?: types.Actor;
  };
  /** One resource with its week. */
  "resource.get": {
    resource_id: types.Id;
  };
  /** Free capacity of a resource, whatever the service. */
  "resource.get_availability": {
    resource_id: types.Id;
    date_from: types.LocalDate;
    date_to: types.LocalDate;
    timezone?: types.TimeZone;
    page?: number;
    per_page?: number;
  };
  /** Resources of an organization. */
  "resource.list": {
    organization_id: types.Id;
    type?: types.ResourceType;
    is_active?: boolean;
    page?: number;
    per_page?: number;
  };
  /** Changes a resource. What is not given stays as it was. */
  "resource.update": {
    resource_id: types.Id;
    name?: types.ShortText;
    type?: types.ResourceType;
    capacity?: number;
    buffer_minutes?: number;
    equipment?: types.ShortText[];
    location?: string;
    is_active?: boolean;
    rules?: Record<string, unknown>;
    timezone?: types.TimeZone;
    availability?: types.WeeklyBlock[];
    actor?: types.Actor;
  };
  /** The node's time. Only on nodes that declare a sandbox clock (D-30). */
  "sandbox.get_clock": Record<never, never>;
  /** Moves the node's time forward and answers once everything that fell due is done: deadlines, expiries, webhook retries. */
  "sandbox.set_clock": {
    advance_seconds?: number;
    set_to?: types.Instant;
  };
  /**
   * Books a session. It starts in `requested`, holds provider, client and resource, and keeps the contract as it stands
   * now; with confirmation policy `auto` it goes on to `confirmed` in the same call.
   */
  "scheduling.book": {
    service_id: types.Id;
    provider_id: types.Id;
    client_id: types.Id;
    starts_at: types.Instant;
    resource_id?: types.Id;
    actor?: types.Actor;
    human_intent_confirmed?: boolean;
    submission?: types.Submission;
    service_order_id?: types.Id;
    payer_id?: types.Id;
    payment_intent_id?: types.Id;
  };
  /** Calls off a session that has not begun, and applies the cancellation policy of its contract. */
  "scheduling.cancel": {
    session_id: types.Id;
    reason?: string;
    actor?: types.Actor;
  };
  /**
   * Finds free slots, earliest first: the provider's free time, the resource's, or what both have in common. With a
   * credential the client's own sessions are left out too. Shows nothing about clients.
   */
  "scheduling.check_availability": {
    org_slug: types.Slug;
    date_from: types.LocalDate;
    date_to: types.LocalDate;
    service_id?: types.Id;
    provider_id?: types.Id;
    resource_id?: types.Id;
    duration_minutes?: types.Minutes;
    timezone?: types.TimeZone;
    page?: number;
    per_page?: number;
  };
  /**
   * Acknowledges an appointment. A `requested` session is scheduled first, with a record of its own (D-06); one in
   * `pending_confirmation` becomes `scheduled`. Where both parties have to confirm, the first is stored and the state waits.
   */
  "scheduling.confirm": {
    session_id: types.Id;
    actor?: types.Actor;
  };
  /**
   * Moves a session to another time, with the same id and provider. The old interval is freed only when the new one is
   * taken; a session that was confirmed has to be confirmed again.
   */
  "scheduling.reschedule": {
    session_id: types.Id;
    new_datetime: types.Instant;
    actor?: types.Actor;
    reason?: string;
  };
  /**
   * Reads an offer, or one delivery. The id of an offer answers `service_offers`, that of a session `services`, which
   * only its parties and its organization may read.
   */
  "service.get": {
    service_id: types.Id;
  };
  /** Accepts a proposed order: `proposed → active`. For its client or payer; never for an agent of the organization. */
  "service_orders.activate": {
    order_id: types.Id;
    actor?: types.Actor;
  };
  /** Begins an order as a draft, whatever lifecycle or ledger is sent along. An agent needs a mandate of the organization. */
  "service_orders.create": {
    organization_id: types.Id;
    client_id: types.Id;
    payer_id: types.Id;
    visibility?: types.Visibility;
    scope: types.OrderScope;
    term: types.OrderTerm;
    pricing: types.OrderPricing;
    payment_schedule: types.PaymentSchedule;
    actor?: types.Actor;
  };
  /** One order, with its ledger. */
  "service_orders.get": {
    order_id: types.Id;
  };
  /** What an order has come to, computed at the moment of reading. Its resource id is that of the order. */
  "service_orders.get_ledger": {
    order_id: types.Id;
  };
  /** Orders that the caller may see. */
  "service_orders.list": {
    organization_id?: types.Id;
    client_id?: types.Id;
    state?: types.OrderState;
    page?: number;
    per_page?: number;
  };
  /** Offers a draft to its client: `draft → proposed`. */
  "service_orders.propose": {
    order_id: types.Id;
    actor?: types.Actor;
  };
  /** Moves an order, save for its activation: negotiates, pauses, resumes, completes or cancels it. */
  "service_orders.transition": {
    order_id: types.Id;
    to_state: types.OrderState;
    reason?: types.LongText;
    actor?: types.Actor;
  };
  /** Changes the terms of an order in `draft` or `negotiating`. */
  "service_orders.update": {
    order_id: types.Id;
    scope?: types.OrderScope;
    term?: types.OrderTerm;
    pricing?: types.OrderPricing;
    payment_schedule?: types.PaymentSchedule;
    actor?: types.Actor;
  };
  /** Public catalogue of an organization: its active, public offers. */
  "services.list": {
    org_slug: types.Slug;
    page?: number;
    per_page?: number;
  };
  /** Shows that the node lives. Silent for 7 days, an organization counts as inactive. A body with `heartbeat: true` is this operation. */
  "telemetry.heartbeat": {
    country: types.CountryCode;
    org_slug: types.Slug;
    heartbeat: true;
    metrics?: types.HeartbeatMetrics;
    actor?: types.Actor;
  };
  /** How far an organization is trusted. */
  "trust.get_score": {
    country: types.CountryCode;
    org_slug: types.Slug;
  };
  /** Subscribes to events. The answer shows the secret, once. The same address and events again are a conflict. */
  "webhooks.create_subscription": {
    url: types.WebhookUrl;
    subscribed_events: types.WebhookEventName[];
    filters?: Record<string, unknown>;
  };
  /** Turns a subscription off for good. Repeatable. */
  "webhooks.delete_subscription": {
    subscription_id: types.Id;
  };
  /** How one delivery went. */
  "webhooks.get_delivery": {
    delivery_id: types.Id;
  };
  /** Subscriptions of the organization, without their secrets. */
  "webhooks.list_subscriptions": {
    page?: number;
    per_page?: number;
  };
  /** Turns a subscription on again and forgets its failures. */
  "webhooks.reactivate_subscription": {
    subscription_id: types.Id;
  };
  /** Gives a subscription a new secret and shows it, once. At most one a minute. */
  "webhooks.rotate_secret": {
    subscription_id: types.Id;
  };
  /** Sends a test event at once and answers how the delivery went. */
  "webhooks.test_subscription": {
    subscription_id: types.Id;
    payload?: Record<string, unknown>;
  };
  /** Replaces the events of a subscription. */
  "webhooks.update_subscription": {
    subscription_id: types.Id;
    subscribed_events: types.WebhookEventName[];
  };
}

/** What every operation answers. */
export interface OperationResults {
  "a2a.get_agent_card": DocumentResult<types.A2aCard>;
  "audit.list": CollectionResult<types.AuditEntry>;
  "capabilities.get": SingleResult<types.Capabilities>;
  "clients.get_or_create": SingleResult<types.Client>;
  "confirmations.approve": SingleResult<types.ConfirmationRequest>;
  "confirmations.get": SingleResult<types.ConfirmationRequest>;
  "confirmations.list": CollectionResult<types.ConfirmationRequest>;
  "confirmations.reject": SingleResult<types.ConfirmationRequest>;
  "contract.get": SingleResult<types.Contract>;
  "delivery.checkin": SingleResult<types.Session>;
  "delivery.checkout": SingleResult<types.Session>;
  "delivery.record_evidence": SingleResult<types.Session>;
  "discovery.get_a2a_card": DocumentResult<types.A2aCard>;
  "discovery.get_agent_card": DocumentResult<types.AgentCard>;
  "discovery.get_mcp_pointer": DocumentResult<types.McpPointer>;
  "discovery.get_root_a2a_card": DocumentResult<types.A2aCard>;
  "discovery.get_root_agent_card": DocumentResult<types.AgentCard>;
  "discovery.list_agents": DocumentResult<types.AgentList>;
  "docs.quickstart": SingleResult<types.Quickstart>;
  "documentation.create": SingleResult<types.Session>;
  "health.live": DocumentResult<types.Health>;
  "health.ready": DocumentResult<types.Health>;
  "lifecycle.get_state": SingleResult<types.LifecycleStates>;
  "lifecycle.transition": SingleResult<types.Session>;
  "mandates.audit": CollectionResult<types.AuditEntry>;
  "mandates.get": SingleResult<types.Mandate>;
  "mandates.issue": SingleResult<types.Mandate>;
  "mandates.list": CollectionResult<types.Mandate>;
  "mandates.reactivate": SingleResult<types.Mandate>;
  "mandates.revoke": SingleResult<types.Mandate>;
  "mandates.suspend": SingleResult<types.Mandate>;
  "payments.create_sale": SingleResult<types.Sale>;
  "payments.get_status": SingleResult<types.PaymentStatus>;
  "payments.record_payment": SingleResult<types.Payment>;
  "public_bookings.cancel": SingleResult<types.PublicBooking>;
  "public_bookings.confirm": SingleResult<types.PublicBooking>;
  "public_bookings.create": SingleResult<types.CreatedPublicBooking>;
  "public_bookings.get": SingleResult<types.PublicBooking>;
  "public_bookings.reschedule": SingleResult<types.MovedPublicBooking>;
  "registry.get_organization": SingleResult<types.Organization>;
  "registry.manifest": DocumentResult<types.Manifest>;
  "registry.search": CollectionResult<types.OrganizationSummary>;
  "resolve.lookup": SingleResult<types.ResolutionRecord>;
  "resolve.register": SingleResult<types.ResolutionRecord>;
  "resolve.search": CollectionResult<types.ResolutionSummary>;
  "resolve.update_endpoint": SingleResult<types.ResolutionRecord>;
  "resource.create": SingleResult<types.Resource>;
  "resource.delete": SingleResult<types.Resource>;
  "resource.get": SingleResult<types.Resource>;
  "resource.get_availability": CollectionResult<types.AvailabilitySlot>;
  "resource.list": CollectionResult<types.Resource>;
  "resource.update": SingleResult<types.Resource>;
  "sandbox.get_clock": SingleResult<types.SandboxClock>;
  "sandbox.set_clock": SingleResult<types.MovedSandboxClock>;
  "scheduling.book": SingleResult<types.Session>;
  "scheduling.cancel": SingleResult<types.Session>;
  "scheduling.check_availability": CollectionResult<types.AvailabilitySlot>;
  "scheduling.confirm": SingleResult<types.Session>;
  "scheduling.reschedule": SingleResult<types.Session>;
  "service.get": (SingleResult<types.OfferOrService> & { type: "service_offers" | "services" });
  "service_orders.activate": SingleResult<types.ServiceOrder>;
  "service_orders.create": SingleResult<types.ServiceOrder>;
  "service_orders.get": SingleResult<types.ServiceOrder>;
  "service_orders.get_ledger": SingleResult<types.Ledger>;
  "service_orders.list": CollectionResult<types.ServiceOrder>;
  "service_orders.propose": SingleResult<types.ServiceOrder>;
  "service_orders.transition": SingleResult<types.ServiceOrder>;
  "service_orders.update": SingleResult<types.ServiceOrder>;
  "services.list": CollectionResult<types.ServiceOffer>;
  "telemetry.heartbeat": SingleResult<types.ResolutionRecord>;
  "trust.get_score": SingleResult<types.TrustReport>;
  "webhooks.create_subscription": SingleResult<types.WebhookSubscriptionWithSecret>;
  "webhooks.delete_subscription": SingleResult<types.WebhookSubscription>;
  "webhooks.get_delivery": SingleResult<types.WebhookDelivery>;
  "webhooks.list_subscriptions": CollectionResult<types.WebhookSubscription>;
  "webhooks.reactivate_subscription": SingleResult<types.WebhookSubscription>;
  "webhooks.rotate_secret": SingleResult<types.WebhookSubscriptionWithSecret>;
  "webhooks.test_subscription": SingleResult<types.WebhookDelivery>;
  "webhooks.update_subscription": SingleResult<types.WebhookSubscription>;
}

/** A handler for one operation; `Context` is the node's own. */
export type OperationHandler<Id extends keyof OperationInputs, Context> = (
  context: Context,
  input: OperationInputs[Id],
) => Promise<OperationResults[Id]>;

/** One handler for every operation: a missing or wrong one does not compile. */
export type OperationHandlers<Context> = { [Id in keyof OperationInputs]: OperationHandler<Id, Context> };
