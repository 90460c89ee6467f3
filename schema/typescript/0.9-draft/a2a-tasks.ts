// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

/** Every type of task that the A2A endpoint takes. */
export const a2aTasks = {
  book_session: {
    id: "book_session",
    title: "Book a session",
    summary: "Books a session for a client, who is found or created by mail address, and confirms it.",
    credential: true,
    tags: ["commitment"],
    steps: [
      {
        operation: "clients.get_or_create",
        when: null,
        takes: { email: "client_email", name: "client_name", last_name: "client_last_name", phone: "client_phone" },
        gives: "client_id",
        unlessState: null,
      },
      { operation: "scheduling.book", when: null, takes: {}, gives: "session_id", unlessState: null },
      { operation: "scheduling.confirm", when: null, takes: {}, gives: null, unlessState: "confirmed" },
    ],
    params: [
      { name: "service_id", type: "Id", required: true, summary: "Offer to book." },
      { name: "provider_id", type: "Id", required: true, summary: "Provider of that offer." },
      { name: "client_email", type: "Email", required: true, summary: "Mail address of the client." },
      { name: "starts_at", type: "Instant", required: true, summary: "Start; in the future." },
      {
        name: "client_name",
        type: "ShortText",
        required: false,
        summary: "Given name of the client; needed only to create one.",
      },
      {
        name: "client_last_name",
        type: "ShortText",
        required: false,
        summary: "Family name of the client; needed only to create one.",
      },
      { name: "client_phone", type: "Phone", required: false, summary: "Telephone number of the client." },
      {
        name: "resource_id",
        type: "Id",
        required: false,
        summary: "Resource to occupy, where the offer needs one.",
      },
      {
        name: "payment_intent_id",
        type: "Id",
        required: false,
        summary: "Settled prepayment, for offers that are paid before they are booked.",
      },
    ],
    inputSchema: {
      title: "BookSessionTask",
      type: "object",
      properties: {
        service_id: { $ref: "#/$defs/Id", description: "Offer to book." },
        provider_id: { $ref: "#/$defs/Id", description: "Provider of that offer." },
        client_email: { $ref: "#/$defs/Email", description: "Mail address of the client.", "x-sensitivity": "personal" },
        starts_at: { $ref: "#/$defs/Instant", description: "Start; in the future." },
        client_name: {
          $ref: "#/$defs/ShortText",
          description: "Given name of the client; needed only to create one.",
          "x-sensitivity": "personal",
        },
        client_last_name: {
          $ref: "#/$defs/ShortText",
          description: "Family name of the client; needed only to create one.",
          "x-sensitivity": "personal",
        },
        client_phone: {
          $ref: "#/$defs/Phone",
          description: "Telephone number of the client.",
          "x-sensitivity": "personal",
        },
        resource_id: { $ref: "#/$defs/Id", description: "Resource to occupy, where the offer needs one." },
        payment_intent_id: {
          $ref: "#/$defs/Id",
          description: "Settled prepayment, for offers that are paid before they are booked.",
        },
      },
      required: ["service_id", "provider_id", "client_email", "starts_at"],
      additionalProperties: false,
      $defs: {
        Email: {
          type: "string",
          format: "email",
          pattern: "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$",
          maxLength: 254,
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        Phone: { type: "string", pattern: "^\\+?[0-9](?:[0-9 ().-]{2,30}[0-9])$" },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
      },
    },
    example: {
      service_id: "svc_01JQ8Z8W2P",
      provider_id: "prv_01JQ8Z5T3M",
      client_email: "ana.rojas@example.cl",
      starts_at: "2026-03-03T10:00:00-03:00",
    },
  },
  check_availability: {
    id: "check_availability",
    title: "Check availability",
    summary: "Finds free slots of an offer or a provider between two days.",
    credential: false,
    tags: ["discovery"],
    steps: [
      {
        operation: "scheduling.check_availability",
        when: null,
        takes: {},
        gives: null,
        unlessState: null,
      },
    ],
    params: [
      {
        name: "date_from",
        type: "LocalDate",
        required: true,
        summary: "First day, in the organization's zone.",
      },
      { name: "date_to", type: "LocalDate", required: true, summary: "Last day, included." },
      { name: "service_id", type: "Id", required: false, summary: "Offer to find time for." },
      { name: "provider_id", type: "Id", required: false, summary: "Provider who should be free." },
      { name: "resource_id", type: "Id", required: false, summary: "Resource that should be free." },
      {
        name: "duration_minutes",
        type: "Minutes",
        required: false,
        summary: "Length of a slot, in minutes.",
      },
      { name: "timezone", type: "TimeZone", required: false, summary: "Zone to write the slots in." },
    ],
    inputSchema: {
      title: "CheckAvailabilityTask",
      type: "object",
      properties: {
        date_from: { $ref: "#/$defs/LocalDate", description: "First day, in the organization's zone." },
        date_to: { $ref: "#/$defs/LocalDate", description: "Last day, included." },
        service_id: { $ref: "#/$defs/Id", description: "Offer to find time for." },
        provider_id: { $ref: "#/$defs/Id", description: "Provider who should be free." },
        resource_id: { $ref: "#/$defs/Id", description: "Resource that should be free." },
        duration_minutes: { $ref: "#/$defs/Minutes", description: "Length of a slot, in minutes." },
        timezone: { $ref: "#/$defs/TimeZone", description: "Zone to write the slots in." },
      },
      required: ["date_from", "date_to"],
      additionalProperties: false,
      allOf: [
        {
          anyOf: [{ required: ["service_id"] }, { required: ["provider_id"] }, { required: ["resource_id"] }],
        },
      ],
      $defs: {
        Id: { type: "string", minLength: 1, maxLength: 128 },
        LocalDate: {
          type: "string",
          format: "date",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))$",
        },
        Minutes: { type: "integer", minimum: 1, maximum: 2147483647 },
        TimeZone: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$",
          maxLength: 64,
        },
      },
    },
    example: { date_from: "2026-03-02", date_to: "2026-03-06", service_id: "svc_01JQ8Z8W2P" },
  },
  list_services: {
    id: "list_services",
    title: "List services",
    summary: "Lists what the organization offers to the public.",
    credential: false,
    tags: ["discovery"],
    steps: [{ operation: "services.list", when: null, takes: {}, gives: null, unlessState: null }],
    params: [],
    inputSchema: { title: "ListServicesTask", type: "object", additionalProperties: false },
    example: {},
  },
  manage_session: {
    id: "manage_session",
    title: "Manage a session",
    summary: "Moves a session to another time, calls it off, or reads its state.",
    credential: true,
    tags: ["lifecycle"],
    steps: [
      {
        operation: "scheduling.reschedule",
        when: { param: "action", value: "reschedule" },
        takes: { new_datetime: "new_starts_at" },
        gives: null,
        unlessState: null,
      },
      {
        operation: "scheduling.cancel",
        when: { param: "action", value: "cancel" },
        takes: {},
        gives: null,
        unlessState: null,
      },
      {
        operation: "lifecycle.get_state",
        when: { param: "action", value: "get_status" },
        takes: {},
        gives: null,
        unlessState: null,
      },
    ],
    params: [
      { name: "session_id", type: "Id", required: true, summary: "The session." },
      { name: "action", type: "ManageSessionAction", required: true, summary: "What to do with it." },
      { name: "new_starts_at", type: "Instant", required: false, summary: "New start; in the future." },
      { name: "reason", type: "string", required: false, summary: "Why." },
    ],
    inputSchema: {
      title: "ManageSessionTask",
      type: "object",
      properties: {
        session_id: { $ref: "#/$defs/Id", description: "The session." },
        action: { $ref: "#/$defs/ManageSessionAction", description: "What to do with it." },
        new_starts_at: { $ref: "#/$defs/Instant", description: "New start; in the future." },
        reason: { type: "string", minLength: 1, maxLength: 2000, description: "Why.", "x-sensitivity": "personal" },
      },
      required: ["session_id", "action"],
      additionalProperties: false,
      allOf: [
        {
          if: { properties: { action: { enum: ["reschedule"] } }, required: ["action"] },
          then: { required: ["new_starts_at"] },
        },
      ],
      $defs: {
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        ManageSessionAction: { type: "string", enum: ["reschedule", "cancel", "get_status"] },
      },
    },
    example: { session_id: "ses_01JQ8ZC7RB", action: "reschedule", new_starts_at: "2026-03-05T16:30:00-03:00" },
  },
  verify_delivery: {
    id: "verify_delivery",
    title: "Verify a delivery",
    summary: "Checks in or out of a session, or records an item that shows its delivery.",
    credential: true,
    tags: ["delivery"],
    steps: [
      {
        operation: "delivery.checkin",
        when: { param: "action", value: "checkin" },
        takes: {},
        gives: null,
        unlessState: null,
      },
      {
        operation: "delivery.checkout",
        when: { param: "action", value: "checkout" },
        takes: {},
        gives: null,
        unlessState: null,
      },
      {
        operation: "delivery.record_evidence",
        when: { param: "action", value: "record_evidence" },
        takes: {},
        gives: null,
        unlessState: null,
      },
    ],
    params: [
      { name: "session_id", type: "Id", required: true, summary: "The session." },
      { name: "action", type: "VerifyDeliveryAction", required: true, summary: "What to show." },
      {
        name: "location",
        type: "Coordinates",
        required: false,
        summary: "Where; with check-in and check-out.",
      },
      {
        name: "timestamp",
        type: "Instant",
        required: false,
        summary: "When, not in the future; with check-in and check-out.",
      },
      { name: "evidence_type", type: "EvidenceType", required: false, summary: "Form of the item." },
      {
        name: "data",
        type: "object",
        required: false,
        summary: "The item itself, by the rule of its kind.",
      },
      {
        name: "data_sensitivity",
        type: "DataSensitivity",
        required: false,
        summary: "How to keep the item.",
      },
      {
        name: "captured_at",
        type: "Instant",
        required: false,
        summary: "When the item was captured, not in the future.",
      },
      { name: "method", type: "EvidenceMethod", required: false, summary: "How the item was captured." },
    ],
    inputSchema: {
      title: "VerifyDeliveryTask",
      type: "object",
      properties: {
        session_id: { $ref: "#/$defs/Id", description: "The session." },
        action: { $ref: "#/$defs/VerifyDeliveryAction", description: "What to show." },
        location: {
          $ref: "#/$defs/Coordinates",
          description: "Where; with check-in and check-out.",
          "x-sensitivity": "personal",
        },
        timestamp: { $ref: "#/$defs/Instant", description: "When, not in the future; with check-in and check-out." },
        evidence_type: { $ref: "#/$defs/EvidenceType", description: "Form of the item." },
        data: {
          type: "object",
          description: "The item itself, by the rule of its kind.",
          "x-sensitivity": "restricted",
        },
        data_sensitivity: { $ref: "#/$defs/DataSensitivity", description: "How to keep the item." },
        captured_at: { $ref: "#/$defs/Instant", description: "When the item was captured, not in the future." },
        method: { $ref: "#/$defs/EvidenceMethod", description: "How the item was captured." },
      },
      required: ["session_id", "action"],
      additionalProperties: false,
      allOf: [
        {
          if: { properties: { action: { enum: ["record_evidence"] } }, required: ["action"] },
          then: { required: ["evidence_type", "data"] },
        },
      ],
      $defs: {
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        DataSensitivity: { type: "string", enum: ["public", "internal", "confidential", "restricted"] },
        EvidenceMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        EvidenceType: { type: "string", enum: ["gps", "signature", "photo", "document", "duration", "notes"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        Latitude: { type: "number", minimum: -90, maximum: 90 },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        VerifyDeliveryAction: { type: "string", enum: ["checkin", "checkout", "record_evidence"] },
      },
    },
    example: { session_id: "ses_01JQ8ZC7RB", action: "checkin", location: { lat: -33.4265, lng: -70.6155 } },
  },
} as const;

export type A2aTaskId = keyof typeof a2aTasks;

/** Every word for a type of task, and the params that it settles by itself. */
export const a2aTaskWords: Readonly<
  Record<string, { readonly task: A2aTaskId; readonly params: Readonly<Record<string, string>> }>
> = {
  book_session: { task: "book_session", params: {} },
  "book-session": { task: "book_session", params: {} },
  check_availability: { task: "check_availability", params: {} },
  "check-availability": { task: "check_availability", params: {} },
  list_services: { task: "list_services", params: {} },
  "list-services": { task: "list_services", params: {} },
  manage_session: { task: "manage_session", params: {} },
  "manage-session": { task: "manage_session", params: {} },
  cancel_session: { task: "manage_session", params: { action: "cancel" } },
  "cancel-session": { task: "manage_session", params: { action: "cancel" } },
  reschedule_session: { task: "manage_session", params: { action: "reschedule" } },
  "reschedule-session": { task: "manage_session", params: { action: "reschedule" } },
  verify_delivery: { task: "verify_delivery", params: {} },
  "verify-delivery": { task: "verify_delivery", params: {} },
};

/** States of a task, whether it has ended in them, and what sources also write. */
export const a2aTaskStates = {
  submitted: { ended: false, synonyms: ["pending"], summary: "Received." },
  working: { ended: false, synonyms: ["running"], summary: "Running." },
  "input-required": {
    ended: false,
    synonyms: ["requires_input"],
    summary: "Needs data, or a human who confirms; the only state that takes more messages.",
  },
  completed: { ended: true, synonyms: [], summary: "Every step is done." },
  failed: { ended: true, synonyms: [], summary: "A step was allowed and did not succeed." },
  canceled: { ended: true, synonyms: [], summary: "Ended by its sender." },
  rejected: { ended: true, synonyms: [], summary: "A step was not allowed." },
} as const;

export type A2aTaskState = keyof typeof a2aTaskStates;

/** Methods of the endpoint by their names in A2A 0.3, and other names for them. */
export const a2aMethods = {
  "message/send": { summary: "Begins a task, or goes on with one.", synonyms: ["tasks/send", "SendMessage"] },
  "tasks/get": { summary: "Reads a task.", synonyms: ["GetTask"] },
  "tasks/cancel": { summary: "Cancels a task, not a session; no-op on one that has ended.", synonyms: ["CancelTask"] },
} as const;

/** JSON-RPC errors of the endpoint, and the HTTP status that carries each. */
export const a2aErrors = {
  parse_error: { code: -32700, status: 200, summary: "The body is no JSON." },
  invalid_request: { code: -32600, status: 200, summary: "The body is no JSON-RPC request with an id." },
  method_not_found: { code: -32601, status: 200, summary: "The method is none of those served." },
  invalid_params: {
    code: -32602,
    status: 200,
    summary: "The params do not have the form that the method or the type of task demands.",
  },
  internal_error: { code: -32603, status: 200, summary: "A fault of the node." },
  unauthorized: { code: -32001, status: 401, summary: "The credential is missing, unknown or no longer valid." },
  refused: {
    code: -32000,
    status: 200,
    summary: "Anything else, such as a task or an organization that is not there.",
  },
  rate_limited: {
    code: -32000,
    status: 429,
    summary: "Too many tasks within a minute; `Retry-After` says when to come back.",
  },
} as const;

export type A2aErrorName = keyof typeof a2aErrors;

/** Paths of the endpoint, from the root of the host. */
export const a2aEndpoints = ["/servicialo/v1/organizations/{org_slug}/a2a", "/api/servicialo/{org_slug}/a2a"] as const;
