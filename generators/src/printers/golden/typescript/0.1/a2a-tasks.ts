// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

/** Every type of task that the A2A endpoint takes. */
export const a2aTasks = {
  manage_visit: {
    id: "manage_visit",
    title: "Manage a visit",
    summary: "Books a visit and looks at it, or only looks.",
    credential: true,
    tags: ["commitment", "delivery"],
    steps: [
      {
        operation: "visits.book",
        when: { param: "action", value: "book" },
        takes: { day: "when_day" },
        gives: "visit_id",
        unlessState: null,
      },
      { operation: "visits.get", when: null, takes: {}, gives: null, unlessState: "done" },
    ],
    params: [
      { name: "action", type: "enum", required: true, summary: "What to do." },
      { name: "visit_id", type: "Id", required: false, summary: "The visit." },
      { name: "when_day", type: "Day", required: false, summary: "Its day." },
    ],
    inputSchema: {
      title: "ManageVisitTask",
      type: "object",
      properties: {
        action: { type: "string", enum: ["book", "look"], description: "What to do." },
        visit_id: { $ref: "#/$defs/Id", description: "The visit." },
        when_day: { $ref: "#/$defs/Day", description: "Its day." },
      },
      required: ["action"],
      additionalProperties: false,
      allOf: [
        {
          if: { properties: { action: { enum: ["book"] } }, required: ["action"] },
          then: { required: ["when_day"] },
        },
      ],
      $defs: {
        Day: { type: "string", format: "date", pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])$" },
        Id: { type: "string", minLength: 1, maxLength: 8 },
      },
    },
    example: { action: "look", visit_id: "vis_1" },
  },
} as const;

export type A2aTaskId = keyof typeof a2aTasks;

/** Every word for a type of task, and the params that it settles by itself. */
export const a2aTaskWords: Readonly<
  Record<string, { readonly task: A2aTaskId; readonly params: Readonly<Record<string, string>> }>
> = {
  manage_visit: { task: "manage_visit", params: {} },
  "manage-visit": { task: "manage_visit", params: {} },
  book_visit: { task: "manage_visit", params: { action: "book" } },
  "book-visit": { task: "manage_visit", params: { action: "book" } },
};

/** States of a task, whether it has ended in them, and what sources also write. */
export const a2aTaskStates = {
  working: { ended: false, synonyms: ["running"], summary: "Running." },
  completed: { ended: true, synonyms: [], summary: "Over." },
} as const;

export type A2aTaskState = keyof typeof a2aTaskStates;

/** Methods of the endpoint by their names in A2A 0.3, and other names for them. */
export const a2aMethods = {
  "message/send": { summary: "Begins a task.", synonyms: ["SendMessage"] },
} as const;

/** JSON-RPC errors of the endpoint, and the HTTP status that carries each. */
export const a2aErrors = {
  parse_error: { code: -32700, status: 200, summary: "No JSON." },
} as const;

export type A2aErrorName = keyof typeof a2aErrors;

/** Paths of the endpoint, from the root of the host. */
export const a2aEndpoints = ["/servicialo/v1/a2a"] as const;
