// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

/** A tool as an MCP server lists it, with the facts of its operation in `_meta`. */
export interface McpTool {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: Readonly<Record<string, unknown>> & { readonly type: "object" };
  readonly outputSchema: Readonly<Record<string, unknown>> & { readonly type: "object" };
  readonly annotations: {
    readonly title: string;
    readonly readOnlyHint: boolean;
    readonly destructiveHint: boolean;
    readonly idempotentHint: boolean;
    readonly openWorldHint: boolean;
  };
  readonly _meta: {
    readonly "servicialo/operation": string;
    readonly "servicialo/scopes": readonly string[];
    readonly "servicialo/phase": string;
    readonly "servicialo/tier": string;
  };
}

export const tools: readonly McpTool[] = [
  {
    name: "visits_book",
    title: "Book a visit",
    description: "Books a visit. Repeats are harmless.",
    inputSchema: {
      title: "visits.book input",
      type: "object",
      properties: {
        day: { $ref: "#/$defs/Day" },
        urgent: { type: "boolean" },
        place: { $ref: "#/$defs/Place" },
        actor: { $ref: "#/$defs/Actor" },
      },
      required: ["actor"],
      additionalProperties: false,
      allOf: [{ anyOf: [{ required: ["day"] }, { required: ["urgent"] }] }],
      $defs: {
        Actor: {
          type: "object",
          properties: { role: { $ref: "#/$defs/Role" }, licence: { $ref: "#/$defs/Id" } },
          required: ["role"],
          additionalProperties: false,
          allOf: [
            {
              if: { properties: { role: { enum: ["the-provider"] } }, required: ["role"] },
              then: { required: ["licence"] },
            },
          ],
        },
        Day: { type: "string", format: "date", pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])$" },
        Id: { type: "string", minLength: 1, maxLength: 8 },
        Place: {
          type: "object",
          properties: {
            room: { type: "integer", minimum: 1, maximum: 9 },
            address: {
              type: "string",
              minLength: 2,
              maxLength: 20,
              description: "Postal address.",
              "x-sensitivity": "personal",
            },
          },
          allOf: [{ oneOf: [{ required: ["room"] }, { required: ["address"] }] }],
        },
        Role: { type: "string", enum: ["client", "the-provider"] },
      },
    },
    outputSchema: {
      title: "visits.book output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "visits" },
            id: { $ref: "#/$defs/Id" },
            attributes: { $ref: "#/$defs/Visit" },
          },
          required: ["type", "id", "attributes"],
        },
        errors: {
          type: "array",
          minItems: 1,
          items: { type: "object", properties: { code: { type: "string" } }, required: ["code"] },
          description: "Why it was refused, instead of an answer.",
        },
      },
      anyOf: [{ required: ["data"] }, { required: ["errors"] }],
      $defs: {
        Day: { type: "string", format: "date", pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])$" },
        Id: { type: "string", minLength: 1, maxLength: 8 },
        Percent: { type: "number", maximum: 100, exclusiveMinimum: 0 },
        Place: {
          type: "object",
          properties: {
            room: { type: "integer", minimum: 1, maximum: 9 },
            address: {
              type: "string",
              minLength: 2,
              maxLength: 20,
              description: "Postal address.",
              "x-sensitivity": "personal",
            },
          },
          allOf: [{ oneOf: [{ required: ["room"] }, { required: ["address"] }] }],
        },
        Price: {
          anyOf: [
            { type: "string", const: "free" },
            { type: "integer", minimum: -2147483648, maximum: 2147483647 },
            { $ref: "#/$defs/Split" },
          ],
        },
        Split: { type: "object", additionalProperties: { $ref: "#/$defs/Percent" } },
        Visit: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id" },
            state: { $ref: "#/$defs/VisitState" },
            day: { $ref: "#/$defs/Day" },
            places: {
              type: "array",
              items: { $ref: "#/$defs/Place" },
              minItems: 1,
              maxItems: 3,
              uniqueItems: true,
              description: "In the order of going there.",
            },
            price: { $ref: "#/$defs/Price" },
            urgent: { type: "boolean" },
            replaced_by: {
              anyOf: [{ $ref: "#/$defs/Id" }, { type: "null" }],
              description: "Set once another visit takes its place.",
            },
            "the \"note\"": { type: "string", description: "Member names may hold spaces and `\"` quotes." },
            tags: { anyOf: [{ type: "array", items: { type: "string" }, uniqueItems: true }, { type: "null" }] },
            extra: {},
          },
          required: ["id", "state", "day", "places", "price", "urgent", "replaced_by"],
        },
        VisitState: { type: "string", enum: ["booked", "done", "called-off"] },
      },
    },
    annotations: {
      title: "Book a visit",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "visits.book",
      "servicialo/scopes": ["visit:write"],
      "servicialo/phase": "commitment",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "visits_list",
    title: "List visits",
    description: "Lists visits.",
    inputSchema: {
      title: "visits.list input",
      type: "object",
      properties: {
        day: { $ref: "#/$defs/Day" },
        person: { $ref: "#/$defs/Id" },
        limit: { type: "integer", minimum: -2147483648, maximum: 2147483647, default: 20 },
        actor: { $ref: "#/$defs/Actor", description: "Who calls; an agent names its mandate." },
      },
      additionalProperties: false,
      allOf: [{ oneOf: [{ required: ["day"] }, { required: ["person"] }] }],
      $defs: {
        Actor: {
          type: "object",
          properties: { role: { $ref: "#/$defs/Role" }, licence: { $ref: "#/$defs/Id" } },
          required: ["role"],
          additionalProperties: false,
          allOf: [
            {
              if: { properties: { role: { enum: ["the-provider"] } }, required: ["role"] },
              then: { required: ["licence"] },
            },
          ],
        },
        Day: { type: "string", format: "date", pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])$" },
        Id: { type: "string", minLength: 1, maxLength: 8 },
        Role: { type: "string", enum: ["client", "the-provider"] },
      },
    },
    outputSchema: {
      title: "visits.list output",
      type: "object",
      properties: {
        data: {
          type: "array",
          items: {
            type: "object",
            properties: {
              type: { type: "string", const: "visits" },
              id: { $ref: "#/$defs/Id" },
              attributes: { $ref: "#/$defs/Visit" },
            },
            required: ["type", "id", "attributes"],
          },
        },
        meta: {
          type: "object",
          properties: { total: { type: "integer", minimum: -2147483648, maximum: 2147483647 } },
          required: ["total"],
        },
        errors: {
          type: "array",
          minItems: 1,
          items: { type: "object", properties: { code: { type: "string" } }, required: ["code"] },
          description: "Why it was refused, instead of an answer.",
        },
      },
      anyOf: [{ required: ["data", "meta"] }, { required: ["errors"] }],
      $defs: {
        Day: { type: "string", format: "date", pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\\d|2[0-8])$" },
        Id: { type: "string", minLength: 1, maxLength: 8 },
        Percent: { type: "number", maximum: 100, exclusiveMinimum: 0 },
        Place: {
          type: "object",
          properties: {
            room: { type: "integer", minimum: 1, maximum: 9 },
            address: {
              type: "string",
              minLength: 2,
              maxLength: 20,
              description: "Postal address.",
              "x-sensitivity": "personal",
            },
          },
          allOf: [{ oneOf: [{ required: ["room"] }, { required: ["address"] }] }],
        },
        Price: {
          anyOf: [
            { type: "string", const: "free" },
            { type: "integer", minimum: -2147483648, maximum: 2147483647 },
            { $ref: "#/$defs/Split" },
          ],
        },
        Split: { type: "object", additionalProperties: { $ref: "#/$defs/Percent" } },
        Visit: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id" },
            state: { $ref: "#/$defs/VisitState" },
            day: { $ref: "#/$defs/Day" },
            places: {
              type: "array",
              items: { $ref: "#/$defs/Place" },
              minItems: 1,
              maxItems: 3,
              uniqueItems: true,
              description: "In the order of going there.",
            },
            price: { $ref: "#/$defs/Price" },
            urgent: { type: "boolean" },
            replaced_by: {
              anyOf: [{ $ref: "#/$defs/Id" }, { type: "null" }],
              description: "Set once another visit takes its place.",
            },
            "the \"note\"": { type: "string", description: "Member names may hold spaces and `\"` quotes." },
            tags: { anyOf: [{ type: "array", items: { type: "string" }, uniqueItems: true }, { type: "null" }] },
            extra: {},
          },
          required: ["id", "state", "day", "places", "price", "urgent", "replaced_by"],
        },
        VisitState: { type: "string", enum: ["booked", "done", "called-off"] },
      },
    },
    annotations: {
      title: "List visits",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: true,
    },
    _meta: {
      "servicialo/operation": "visits.list",
      "servicialo/scopes": ["visit:read", "visit:write"],
      "servicialo/phase": "delivery",
      "servicialo/tier": "credential",
    },
  },
];
