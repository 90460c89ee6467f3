// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

/** Protocol version as cards write it. */
export const cardVersion = "0.9.0";

/** States that a card can declare, by kind. */
export const lifecycleStates = {
  core: [
    "requested",
    "scheduled",
    "confirmed",
    "in_progress",
    "delivered",
    "documented",
    "charged",
    "verified",
  ],
  optional: ["pending_confirmation"],
  exception: ["cancelled", "disputed", "reassigning", "rescheduling", "partial"],
} as const;

/** Exception flows that a card can declare. */
export const exceptionFlows = ["cancellation","no_show","rescheduling","dispute","partial_delivery","resource_conflict"] as const;

/** Types of evidence that a card can declare. */
export const evidenceTypes = ["gps","signature","photo","document","duration","notes"] as const;

/** Scopes that a card can offer. */
export const cardScopes = ["discovery:read","document:read","document:write","evidence:write","mandate:admin","mandate:read","order:read","order:write","patient:read","patient:write","payment:read","payment:write","profile:write","resolve:write","resource:read","resource:write","schedule:read","schedule:write","service:read","service:write","telemetry:write"] as const;

/** The operations that are tools, as skills of an A2A card, by operation. */
export const skills = {
  "a2a.get_agent_card": {
    id: "a2a_get_agent_card",
    name: "Read an A2A card",
    description: "The A2A card of one organization.",
    tags: ["discovery"],
  },
  "clients.get_or_create": {
    id: "clients_get_or_create",
    name: "Find or create a client",
    description: "Finds a client and answers 200 without changing anything, or creates one and answers 201.",
    tags: ["commitment"],
  },
  "contract.get": {
    id: "contract_get",
    name: "Read the contract",
    description: "The rules of a service before anyone acts on it. The id of a session answers the contract it was booked under.",
    tags: ["understanding"],
  },
  "delivery.checkin": {
    id: "delivery_checkin",
    name: "Check in",
    description: "Begins the delivery: `confirmed → in_progress`.",
    tags: ["delivery"],
  },
  "delivery.checkout": {
    id: "delivery_checkout",
    name: "Check out",
    description: "Ends the delivery: `in_progress → delivered`. Only for the provider of the session; never for an agent.",
    tags: ["delivery"],
  },
  "delivery.record_evidence": {
    id: "delivery_record_evidence",
    name: "Record evidence",
    description: "Records one item that shows the delivery. From `in_progress` until `verified`; the caller's command moves no state.",
    tags: ["delivery"],
  },
  "docs.quickstart": {
    id: "docs_quickstart",
    name: "How to begin",
    description: "The way into this node, as data.",
    tags: ["discovery"],
  },
  "documentation.create": {
    id: "documentation_create",
    name: "Document a delivery",
    description: "Writes the record of the delivery: `delivered` or `partial → documented`.",
    tags: ["closing"],
  },
  "lifecycle.get_state": {
    id: "lifecycle_get_state",
    name: "Read the state of a session",
    description: "Where a session stands, where it can go, and its whole history.",
    tags: ["lifecycle"],
  },
  "lifecycle.transition": {
    id: "lifecycle_transition",
    name: "Move a session to another state",
    description: "Moves a session by exactly one allowed state. Evidence that comes along is recorded first, in the same step. All\nexception flows are expressed by it: no-show, reassignment, dispute and its decision, partial delivery, cancellation.",
    tags: ["lifecycle"],
  },
  "mandates.get": {
    id: "mandates_get",
    name: "Read a mandate",
    description: "One mandate, for its principal or its agent.",
    tags: ["mandates"],
  },
  "mandates.list": {
    id: "mandates_list",
    name: "List mandates",
    description: "The caller's own mandates, as principal or as agent.",
    tags: ["mandates"],
  },
  "mandates.suspend": {
    id: "mandates_suspend",
    name: "Suspend a mandate",
    description: "Blocks an active mandate until it is reactivated. The only thing `mandate:admin` allows.",
    tags: ["mandates"],
  },
  "payments.create_sale": {
    id: "payments_create_sale",
    name: "Charge a session",
    description: "Charges the session named, or the oldest documented ones, and moves each from documented to charged.",
    tags: ["closing"],
  },
  "payments.get_status": {
    id: "payments_get_status",
    name: "Read what is paid",
    description: "What is charged, paid and due, of one sale or of a client's account. Exactly one of both has to be named.",
    tags: ["closing"],
  },
  "payments.record_payment": {
    id: "payments_record_payment",
    name: "Record a payment",
    description: "Records money received for a sale. When its total is reached, sale and sessions are paid; no lifecycle moves.",
    tags: ["closing"],
  },
  "registry.get_organization": {
    id: "registry_get_organization",
    name: "Read an organization",
    description: "Public profile of an organization, with its offers, providers and booking rules. Its resource id is the slug.",
    tags: ["discovery"],
  },
  "registry.manifest": {
    id: "registry_manifest",
    name: "Who this server is",
    description: "Who this server is.",
    tags: ["discovery"],
  },
  "registry.search": {
    id: "registry_search",
    name: "Find organizations",
    description: "Finds discoverable organizations of a vertical, by trust score, then name.",
    tags: ["discovery"],
  },
  "resolve.lookup": {
    id: "resolve_lookup",
    name: "Resolve a slug",
    description: "Where the organization of a slug is reached.",
    tags: ["resolver"],
  },
  "resolve.register": {
    id: "resolve_register",
    name: "Register in the resolver",
    description: "Registers an organization that can be booked. It begins with a score of 10.",
    tags: ["resolver_administration"],
  },
  "resolve.search": {
    id: "resolve_search",
    name: "Search the resolver",
    description: "Registered organizations of a country, by trust score.",
    tags: ["resolver"],
  },
  "resolve.update_endpoint": {
    id: "resolve_update_endpoint",
    name: "Move endpoints",
    description: "Points a registered organization to new endpoints; its slug, identity and trust stay.",
    tags: ["resolver_administration"],
  },
  "resource.create": {
    id: "resource_create",
    name: "Add a resource",
    description: "Adds a resource, in use at once. Two blocks with the same day and order are a conflict.",
    tags: ["resources"],
  },
  "resource.delete": {
    id: "resource_delete",
    name: "Take a resource out of use",
    description: "Takes a resource out of use; it stays readable. Sessions to come on it begin the flow of a lost resource. Repeatable.",
    tags: ["resources"],
  },
  "resource.get": {
    id: "resource_get",
    name: "Read a resource",
    description: "One resource with its week.",
    tags: ["resources"],
  },
  "resource.get_availability": {
    id: "resource_get_availability",
    name: "When a resource is free",
    description: "Free capacity of a resource, whatever the service.",
    tags: ["resources"],
  },
  "resource.list": {
    id: "resource_list",
    name: "List resources",
    description: "Resources of an organization.",
    tags: ["resources"],
  },
  "resource.update": {
    id: "resource_update",
    name: "Change a resource",
    description: "Changes a resource. What is not given stays as it was.",
    tags: ["resources"],
  },
  "scheduling.book": {
    id: "scheduling_book",
    name: "Book a session",
    description: "Books a session. It starts in `requested`, holds provider, client and resource, and keeps the contract as it stands\nnow; with confirmation policy `auto` it goes on to `confirmed` in the same call.",
    tags: ["commitment"],
  },
  "scheduling.cancel": {
    id: "scheduling_cancel",
    name: "Cancel a session",
    description: "Calls off a session that has not begun, and applies the cancellation policy of its contract.",
    tags: ["lifecycle"],
  },
  "scheduling.check_availability": {
    id: "scheduling_check_availability",
    name: "Find free slots",
    description: "Finds free slots, earliest first: the provider's free time, the resource's, or what both have in common. With a\ncredential the client's own sessions are left out too. Shows nothing about clients.",
    tags: ["discovery"],
  },
  "scheduling.confirm": {
    id: "scheduling_confirm",
    name: "Confirm a session",
    description: "Acknowledges an appointment. A `requested` session is scheduled first, with a record of its own (D-06); one in\n`pending_confirmation` becomes `scheduled`. Where both parties have to confirm, the first is stored and the state waits.",
    tags: ["commitment"],
  },
  "scheduling.reschedule": {
    id: "scheduling_reschedule",
    name: "Reschedule a session",
    description: "Moves a session to another time, with the same id and provider. The old interval is freed only when the new one is\ntaken; a session that was confirmed has to be confirmed again.",
    tags: ["lifecycle"],
  },
  "service.get": {
    id: "service_get",
    name: "Read a service",
    description: "Reads an offer, or one delivery. The id of an offer answers `service_offers`, that of a session `services`, which\nonly its parties and its organization may read.",
    tags: ["understanding"],
  },
  "service_orders.activate": {
    id: "service_orders_activate",
    name: "Accept a service order",
    description: "Accepts a proposed order: `proposed → active`. For its client or payer; never for an agent of the organization.",
    tags: ["orders"],
  },
  "service_orders.create": {
    id: "service_orders_create",
    name: "Draft a service order",
    description: "Begins an order as a draft, whatever lifecycle or ledger is sent along. An agent needs a mandate of the organization.",
    tags: ["orders"],
  },
  "service_orders.get": {
    id: "service_orders_get",
    name: "Read a service order",
    description: "One order, with its ledger.",
    tags: ["orders"],
  },
  "service_orders.get_ledger": {
    id: "service_orders_get_ledger",
    name: "Read the ledger of a service order",
    description: "What an order has come to, computed at the moment of reading. Its resource id is that of the order.",
    tags: ["orders"],
  },
  "service_orders.list": {
    id: "service_orders_list",
    name: "List service orders",
    description: "Orders that the caller may see.",
    tags: ["orders"],
  },
  "service_orders.propose": {
    id: "service_orders_propose",
    name: "Propose a service order",
    description: "Offers a draft to its client: `draft → proposed`.",
    tags: ["orders"],
  },
  "services.list": {
    id: "services_list",
    name: "List services",
    description: "Public catalogue of an organization: its active, public offers.",
    tags: ["discovery"],
  },
  "telemetry.heartbeat": {
    id: "telemetry_heartbeat",
    name: "Send a heartbeat",
    description: "Shows that the node lives. Silent for 7 days, an organization counts as inactive. A body with `heartbeat: true` is this operation.",
    tags: ["resolver_administration"],
  },
  "trust.get_score": {
    id: "trust_get_score",
    name: "Read a trust score",
    description: "How far an organization is trusted.",
    tags: ["resolver"],
  },
} as const;
