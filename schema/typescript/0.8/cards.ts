// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

/** Protocol version as cards write it. */
export const cardVersion = "0.8.0";

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

/** The types of task that the A2A endpoint takes, as skills of an A2A card. */
export const skills = {
  book_session: {
    id: "book_session",
    name: "Book a session",
    description: "Books a session for a client, who is found or created by mail address, and confirms it.",
    tags: ["commitment"],
    examples: [
      "{\"intent\":\"book_session\",\"params\":{\"service_id\":\"svc_01JQ8Z8W2P\",\"provider_id\":\"prv_01JQ8Z5T3M\",\"client_email\":\"ana.rojas@example.cl\",\"starts_at\":\"2026-03-03T10:00:00-03:00\"}}",
    ],
  },
  check_availability: {
    id: "check_availability",
    name: "Check availability",
    description: "Finds free slots of an offer or a provider between two days.",
    tags: ["discovery"],
    examples: [
      "{\"intent\":\"check_availability\",\"params\":{\"date_from\":\"2026-03-02\",\"date_to\":\"2026-03-06\",\"service_id\":\"svc_01JQ8Z8W2P\"}}",
    ],
  },
  list_services: {
    id: "list_services",
    name: "List services",
    description: "Lists what the organization offers to the public.",
    tags: ["discovery"],
    examples: ["{\"intent\":\"list_services\",\"params\":{}}"],
  },
  manage_session: {
    id: "manage_session",
    name: "Manage a session",
    description: "Moves a session to another time, calls it off, or reads its state.",
    tags: ["lifecycle"],
    examples: [
      "{\"intent\":\"manage_session\",\"params\":{\"session_id\":\"ses_01JQ8ZC7RB\",\"action\":\"reschedule\",\"new_starts_at\":\"2026-03-05T16:30:00-03:00\"}}",
    ],
  },
  verify_delivery: {
    id: "verify_delivery",
    name: "Verify a delivery",
    description: "Checks in or out of a session, or records an item that shows its delivery.",
    tags: ["delivery"],
    examples: [
      "{\"intent\":\"verify_delivery\",\"params\":{\"session_id\":\"ses_01JQ8ZC7RB\",\"action\":\"checkin\",\"location\":{\"lat\":-33.4265,\"lng\":-70.6155}}}",
    ],
  },
} as const;
