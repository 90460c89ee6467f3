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
    name: "a2a_get_agent_card",
    title: "Read an A2A card",
    description: "The A2A card of one organization.",
    inputSchema: {
      title: "a2a.get_agent_card input",
      type: "object",
      properties: { org_slug: { $ref: "#/$defs/Slug", description: "The organization." } },
      required: ["org_slug"],
      additionalProperties: false,
      $defs: { Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" } },
    },
    outputSchema: {
      title: "a2a.get_agent_card output",
      type: "object",
      properties: {
        name: { $ref: "#/$defs/ShortText", description: "Display name." },
        description: { type: "string", description: "What the agent does." },
        url: { $ref: "#/$defs/Uri", description: "Task endpoint." },
        version: { type: "string", description: "Version of the agent." },
        protocolVersion: { $ref: "#/$defs/SemanticVersion", description: "Version of A2A." },
        supportedInterfaces: {
          type: "array",
          items: { $ref: "#/$defs/A2aInterface" },
          description: "Addresses of the agent for readers of A2A 1.0, which knows no `url`; the first is preferred.",
        },
        provider: { $ref: "#/$defs/A2aProvider", description: "Who runs the agent." },
        capabilities: { $ref: "#/$defs/A2aCapabilities", description: "What it can do beyond answering." },
        defaultInputModes: { type: "array", items: { type: "string" }, description: "Media types taken." },
        defaultOutputModes: { type: "array", items: { type: "string" }, description: "Media types answered." },
        skills: { type: "array", items: { $ref: "#/$defs/A2aSkill" }, description: "Types of task taken." },
        authentication: { type: "object", description: "How to authenticate, as older readers expect it." },
        securitySchemes: { type: "object", description: "How to authenticate, by scheme name." },
        securityRequirements: { type: "array", items: { type: "object" }, description: "Which of these schemes a call needs." },
        "x-servicialo": { $ref: "#/$defs/A2aServicialoExtension", description: "What A2A does not know about this node." },
        errors: {
          type: "array",
          minItems: 1,
          items: { type: "object", properties: { code: { type: "string" } }, required: ["code"] },
          description: "Why it was refused, instead of an answer.",
        },
      },
      anyOf: [{ required: ["name", "url", "version", "skills"] }, { required: ["errors"] }],
      $defs: {
        A2aCapabilities: {
          type: "object",
          properties: {
            streaming: { type: "boolean", description: "Answers in parts; not offered in this edition.", default: false },
            pushNotifications: { type: "boolean", description: "Sends task updates by itself." },
            stateTransitionHistory: { type: "boolean", description: "Tells the states a task went through." },
          },
        },
        A2aCard: {
          type: "object",
          properties: {
            name: { $ref: "#/$defs/ShortText", description: "Display name." },
            description: { type: "string", description: "What the agent does." },
            url: { $ref: "#/$defs/Uri", description: "Task endpoint." },
            version: { type: "string", description: "Version of the agent." },
            protocolVersion: { $ref: "#/$defs/SemanticVersion", description: "Version of A2A." },
            supportedInterfaces: {
              type: "array",
              items: { $ref: "#/$defs/A2aInterface" },
              description: "Addresses of the agent for readers of A2A 1.0, which knows no `url`; the first is preferred.",
            },
            provider: { $ref: "#/$defs/A2aProvider", description: "Who runs the agent." },
            capabilities: { $ref: "#/$defs/A2aCapabilities", description: "What it can do beyond answering." },
            defaultInputModes: { type: "array", items: { type: "string" }, description: "Media types taken." },
            defaultOutputModes: { type: "array", items: { type: "string" }, description: "Media types answered." },
            skills: { type: "array", items: { $ref: "#/$defs/A2aSkill" }, description: "Types of task taken." },
            authentication: { type: "object", description: "How to authenticate, as older readers expect it." },
            securitySchemes: { type: "object", description: "How to authenticate, by scheme name." },
            securityRequirements: { type: "array", items: { type: "object" }, description: "Which of these schemes a call needs." },
            "x-servicialo": { $ref: "#/$defs/A2aServicialoExtension", description: "What A2A does not know about this node." },
          },
          required: ["name", "url", "version", "skills"],
        },
        A2aInterface: {
          type: "object",
          properties: {
            url: { $ref: "#/$defs/Uri", description: "The address." },
            protocolBinding: {
              $ref: "#/$defs/ShortText",
              description: "How messages are carried there: `JSONRPC`, `GRPC`, `HTTP+JSON` or another word.",
            },
            protocolVersion: { $ref: "#/$defs/ShortText", description: "Version of A2A spoken there, such as `1.0`." },
          },
          required: ["url", "protocolBinding", "protocolVersion"],
        },
        A2aProvider: {
          type: "object",
          properties: {
            organization: { $ref: "#/$defs/ShortText", description: "Name of the organization." },
            url: { $ref: "#/$defs/Uri", description: "Its web site." },
          },
          required: ["organization"],
        },
        A2aServicialoExtension: {
          type: "object",
          properties: {
            protocolVersion: { $ref: "#/$defs/ProtocolVersion", description: "Protocol version served." },
            implementer: { type: "string", description: "Software that serves it." },
            endpoints: { $ref: "#/$defs/ManifestEndpoints", description: "The node's other doors." },
            registry: { $ref: "#/$defs/Uri", description: "Address of the level 1 list." },
          },
        },
        A2aSkill: {
          type: "object",
          properties: {
            id: { type: "string", minLength: 1, maxLength: 128, description: "Task type, e.g. `book_session`." },
            name: { $ref: "#/$defs/ShortText", description: "Display name." },
            description: { type: "string", description: "What the task does." },
            tags: { type: "array", items: { type: "string" }, description: "Words to find it by." },
            examples: { type: "array", items: { type: "string" }, description: "Requests it answers." },
            inputSchema: { type: "object", description: "JSON Schema of the task's parameters." },
          },
          required: ["id", "name"],
        },
        ManifestEndpoints: {
          type: "object",
          properties: {
            rest: { $ref: "#/$defs/Uri", description: "HTTP profile: the base path." },
            mcp: { $ref: "#/$defs/Uri", description: "MCP over streamable HTTP." },
            a2a: { $ref: "#/$defs/Uri", description: "A2A task endpoint." },
            health: { $ref: "#/$defs/Uri", description: "Readiness check." },
          },
        },
        ProtocolVersion: { type: "string", pattern: "^\\d+\\.\\d+(?:\\.\\d+)?$" },
        SemanticVersion: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+$" },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
      },
    },
    annotations: {
      title: "Read an A2A card",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "a2a.get_agent_card",
      "servicialo/scopes": [],
      "servicialo/phase": "discovery",
      "servicialo/tier": "discovery",
    },
  },
  {
    name: "clients_get_or_create",
    title: "Find or create a client",
    description: "Finds a client and answers 200 without changing anything, or creates one and answers 201.",
    inputSchema: {
      title: "clients.get_or_create input",
      type: "object",
      properties: {
        email: {
          $ref: "#/$defs/Email",
          description: "Mail address; compared and stored in lower case.",
          "x-sensitivity": "personal",
        },
        phone: {
          $ref: "#/$defs/Phone",
          description: "Telephone number; looked for when no mail address matches.",
          "x-sensitivity": "personal",
        },
        name: {
          type: "string",
          minLength: 1,
          maxLength: 200,
          description: "Given name; needed only to create.",
          "x-sensitivity": "personal",
        },
        last_name: {
          type: "string",
          minLength: 1,
          maxLength: 200,
          description: "Family name; needed only to create.",
          "x-sensitivity": "personal",
        },
        actor: { $ref: "#/$defs/Actor", description: "Who acts." },
      },
      required: ["actor"],
      additionalProperties: false,
      allOf: [{ anyOf: [{ required: ["email"] }, { required: ["phone"] }] }],
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Email: {
          type: "string",
          format: "email",
          pattern: "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$",
          maxLength: 254,
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        Phone: { type: "string", pattern: "^\\+?[0-9](?:[0-9 ().-]{2,30}[0-9])$" },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "clients.get_or_create output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "clients", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Client", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        Client: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The client." },
            organization_id: { $ref: "#/$defs/Id", description: "The organization this record belongs to." },
            email: {
              $ref: "#/$defs/Email",
              description: "Mail address, in lower case; the first key a client is searched by.",
              "x-sensitivity": "personal",
            },
            phone: {
              $ref: "#/$defs/Phone",
              description: "Telephone number; the second key a client is searched by.",
              "x-sensitivity": "personal",
            },
            name: {
              type: "string",
              minLength: 1,
              maxLength: 200,
              description: "Given name.",
              "x-sensitivity": "personal",
            },
            last_name: {
              type: "string",
              minLength: 1,
              maxLength: 200,
              description: "Family name.",
              "x-sensitivity": "personal",
            },
            default_payer_id: { $ref: "#/$defs/Id", description: "Party that pays when a session names no payer." },
            no_show_count: {
              $ref: "#/$defs/Count",
              description: "How often the client stayed away.",
              "x-sensitivity": "personal",
            },
            history_summary: {
              $ref: "#/$defs/HistorySummary",
              description: "The client's past; only when an existing client was found.",
              "x-sensitivity": "personal",
            },
          },
          required: ["id", "organization_id", "name", "last_name"],
          allOf: [{ anyOf: [{ required: ["email"] }, { required: ["phone"] }] }],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        Email: {
          type: "string",
          format: "email",
          pattern: "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$",
          maxLength: 254,
        },
        HistorySummary: {
          type: "object",
          properties: {
            sessions_total: { $ref: "#/$defs/Count", description: "Sessions booked so far." },
            sessions_verified: { $ref: "#/$defs/Count", description: "Those that reached `verified`." },
            last_session_at: { $ref: "#/$defs/Instant", description: "Start of the latest session." },
            no_show_count: { $ref: "#/$defs/Count", description: "How often the client stayed away." },
          },
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        Phone: { type: "string", pattern: "^\\+?[0-9](?:[0-9 ().-]{2,30}[0-9])$" },
      },
    },
    annotations: {
      title: "Find or create a client",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "clients.get_or_create",
      "servicialo/scopes": ["patient:write"],
      "servicialo/phase": "commitment",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "contract_get",
    title: "Read the contract",
    description: "The rules of a service before anyone acts on it. The id of a session answers the contract it was booked under.",
    inputSchema: {
      title: "contract.get input",
      type: "object",
      properties: {
        service_id: { $ref: "#/$defs/Id", description: "An offer or a session." },
        org_id: { $ref: "#/$defs/Id", description: "Its organization, by id or slug." },
        actor: { $ref: "#/$defs/Actor", description: "Who calls; an agent names its mandate." },
      },
      required: ["service_id", "org_id"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "contract.get output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "contracts", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Contract", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        AgreedRangeMinutes: {
          type: "object",
          properties: {
            min: { type: "number", minimum: 0, description: "Least time agreed; staying below is no fault." },
            max: { type: "number", minimum: 0, description: "Most time that needs no justification. Absent: any." },
          },
        },
        ArbitrationPolicy: {
          type: "object",
          properties: {
            tiers: {
              type: "array",
              items: { $ref: "#/$defs/ArbitrationTier" },
              minItems: 1,
              description: "Steps, by rising amount; the first that fits applies.",
            },
            resolution_hours: {
              type: "integer",
              minimum: 1,
              maximum: 2147483647,
              description: "Hours within which the arbitrators decide.",
            },
          },
          required: ["tiers"],
        },
        ArbitrationTier: {
          type: "object",
          properties: {
            below: {
              anyOf: [{ $ref: "#/$defs/Money" }, { type: "null" }],
              description: "Disputed amounts below this fall here; null: every amount that is left.",
            },
            arbitrators: {
              type: "integer",
              minimum: 1,
              maximum: 2147483647,
              description: "How many arbitrators decide: an odd number, so that they cannot tie.",
            },
          },
          required: ["below", "arbitrators"],
        },
        BareAmount: { type: "number", minimum: 0 },
        CancellationPolicy: {
          type: "object",
          properties: {
            tiers: {
              type: "array",
              items: { $ref: "#/$defs/PolicyTier" },
              minItems: 1,
              description: "Steps, by falling `hours_before`. Default: free above 24 h, half from 24 h to 2 h inclusive, all below 2 h.",
            },
            latest_hours_before: {
              type: "number",
              minimum: 0,
              description: "With less than this many hours remaining a client may not cancel at all (P-09). Absent: always possible.",
            },
          },
          required: ["tiers"],
        },
        ClientNoShowPolicy: {
          type: "object",
          properties: {
            penalty_percent: {
              $ref: "#/$defs/Percent",
              description: "Share of the session's amount that is due, 0 to 100.",
              default: 100,
            },
          },
        },
        ConfirmationPolicy: { type: "string", enum: ["any", "client", "provider", "both", "auto"] },
        Contract: {
          type: "object",
          properties: {
            service_id: { $ref: "#/$defs/Id", description: "The offer it belongs to; also the id of the contract." },
            organization_id: { $ref: "#/$defs/Id", description: "The organization of the offer." },
            version: { type: "integer", minimum: 1, maximum: 2147483647, description: "Rises by one with every change." },
            required_evidence: {
              type: "array",
              items: { $ref: "#/$defs/EvidenceKindName" },
              uniqueItems: true,
              description: "Evidence kinds without which a delivery cannot be documented. An organization that names none gets those of its\nvertical's rule; an empty list means none.",
            },
            dispute_window_hours: {
              $ref: "#/$defs/Count",
              description: "Hours from `delivered` in which the client may open a dispute; over as soon as the session is verified.",
            },
            verification_deadline_hours: {
              type: "integer",
              minimum: 1,
              maximum: 72,
              description: "Hours from `delivered` after which a charged session verifies by itself, 1 to 72 (D-08). Shorter than the dispute\nwindow is valid and answered with a warning (D-33).",
            },
            confirmation_policy: { $ref: "#/$defs/ConfirmationPolicy", description: "Whose confirmation counts." },
            cancellation_policy: { $ref: "#/$defs/CancellationPolicy", description: "What a cancellation costs." },
            rescheduling_policy: {
              $ref: "#/$defs/ReschedulingPolicy",
              description: "What moving the session costs. Absent: nothing.",
            },
            no_show_policy: { $ref: "#/$defs/NoShowPolicy", description: "What follows when a party stays away." },
            arbitration_policy: {
              $ref: "#/$defs/ArbitrationPolicy",
              description: "Who decides disputes that the evidence does not settle. Absent: the organization.",
            },
            max_dispute_amount: {
              $ref: "#/$defs/Money",
              description: "A dispute above this amount leaves the protocol: it is always escalated.",
            },
            evidence_rules: { $ref: "#/$defs/EvidenceRules", description: "What the vertical's evidence rule takes from here." },
          },
          required: [
            "service_id",
            "organization_id",
            "version",
            "required_evidence",
            "dispute_window_hours",
            "verification_deadline_hours",
            "confirmation_policy",
            "cancellation_policy",
            "no_show_policy",
          ],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        EvidenceKindName: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9]*(?:[_.:-][A-Za-z0-9]+)*$",
          minLength: 1,
          maxLength: 100,
        },
        EvidenceRules: {
          type: "object",
          properties: {
            evaluation_required: { type: "boolean", description: "Education: an evaluation has to be shown.", default: false },
            agreed_range_minutes: {
              $ref: "#/$defs/AgreedRangeMinutes",
              description: "Legal: billable time agreed on; it wins over the range that an item names.",
            },
            budget_authorized_minutes: {
              $ref: "#/$defs/Count",
              description: "Consulting: billable minutes that the budget covers; they win over what an item names.",
            },
            duration_tolerance_percent: {
              type: "number",
              minimum: 0,
              description: "How far the actual duration may stray from the planned one, in percent of it. Absent: not looked at.",
            },
          },
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        NoShowPolicy: {
          type: "object",
          properties: {
            grace_minutes: {
              $ref: "#/$defs/Count",
              description: "Minutes after the start before anyone counts as absent.",
              default: 15,
            },
            client: {
              $ref: "#/$defs/ClientNoShowPolicy",
              description: "When the client stays away.",
              default: { penalty_percent: 100 },
            },
            provider: {
              $ref: "#/$defs/ProviderNoShowPolicy",
              description: "When the provider stays away.",
              default: { action: "reassign", penalty_percent: 0 },
            },
          },
        },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PolicyTier: {
          type: "object",
          properties: {
            hours_before: {
              type: "number",
              minimum: 0,
              description: "Remaining time from which on the step applies, in elapsed hours.",
            },
            inclusive: { type: "boolean", description: "The step applies at exactly `hours_before`, too.", default: true },
            penalty_percent: {
              $ref: "#/$defs/Percent",
              description: "Share of the session's amount that is due, 0 to 100; rounded half up to the minor unit.",
            },
          },
          required: ["hours_before", "penalty_percent"],
        },
        ProviderNoShowAction: { type: "string", enum: ["reassign", "cancel"] },
        ProviderNoShowPolicy: {
          type: "object",
          properties: {
            action: {
              $ref: "#/$defs/ProviderNoShowAction",
              description: "What the node does with the session.",
              default: "reassign",
            },
            penalty_percent: {
              $ref: "#/$defs/Percent",
              description: "Share of the session's amount that the provider side owes, 0 to 100; never charged to the client.",
              default: 0,
            },
          },
        },
        ReschedulingPolicy: {
          type: "object",
          properties: {
            tiers: {
              type: "array",
              items: { $ref: "#/$defs/PolicyTier" },
              minItems: 1,
              description: "Steps, by falling `hours_before`, read as in the cancellation policy.",
            },
          },
          required: ["tiers"],
        },
      },
    },
    annotations: {
      title: "Read the contract",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "contract.get",
      "servicialo/scopes": ["service:read", "order:read"],
      "servicialo/phase": "understanding",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "delivery_checkin",
    title: "Check in",
    description: "Begins the delivery: `confirmed → in_progress`.",
    inputSchema: {
      title: "delivery.checkin input",
      type: "object",
      properties: {
        session_id: { $ref: "#/$defs/Id", description: "The session." },
        actor: { $ref: "#/$defs/Actor", description: "Who checks in." },
        location: {
          $ref: "#/$defs/Coordinates",
          description: "Where; recorded as evidence of type `gps`.",
          "x-sensitivity": "personal",
        },
        timestamp: { $ref: "#/$defs/Instant", description: "When, not in the future. Absent: now." },
      },
      required: ["session_id", "actor"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        Latitude: { type: "number", minimum: -90, maximum: 90 },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "delivery.checkin output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "sessions", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Session", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource after the command.",
        },
        meta: {
          type: "object",
          properties: {
            transition: {
              $ref: "#/$defs/TransitionSummary",
              description: "The last state change that the command recorded.",
            },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/TransitionSummary" },
              description: "All of them, when the command recorded several.",
            },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          required: ["transition"],
          description: "What happened.",
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
        AgreedRangeMinutes: {
          type: "object",
          properties: {
            min: { type: "number", minimum: 0, description: "Least time agreed; staying below is no fault." },
            max: { type: "number", minimum: 0, description: "Most time that needs no justification. Absent: any." },
          },
        },
        ApprovedDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "deliverable", description: "Marks the kind." },
            approved_by: { $ref: "#/$defs/Id", description: "Client who approved it." },
            approved_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "approved_by", "approved_at"],
        },
        AttendanceRecordData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "attendance_record", description: "Marks the kind." },
            student_present: { type: "boolean", description: "The student was there.", "x-sensitivity": "personal" },
            instructor_present: { type: "boolean", description: "The instructor was there.", "x-sensitivity": "personal" },
            session_start: { $ref: "#/$defs/Instant", description: "When the lesson began." },
            session_end: { $ref: "#/$defs/Instant", description: "When it ended." },
          },
          required: ["document_type", "student_present", "instructor_present"],
        },
        BareAmount: { type: "number", minimum: 0 },
        BillingStatus: { type: "string", enum: ["pending", "charged", "invoiced", "paid", "disputed"] },
        CancellationDetails: {
          type: "object",
          properties: {
            hours_before: {
              type: "number",
              description: "Hours between cancellation and start; negative when the start had passed.",
            },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
            refund: { $ref: "#/$defs/Money", description: "What goes back of money already paid." },
          },
          required: ["hours_before", "penalty", "refund"],
        },
        ClinicalRecordData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "clinical_record", description: "Marks the kind." },
            signed_by: {
              type: "array",
              items: { $ref: "#/$defs/ClinicalSigner" },
              minItems: 2,
              uniqueItems: true,
              description: "Roles that signed, as words and not as ids: both.",
            },
          },
          required: ["uri", "document_type", "signed_by"],
        },
        ClinicalSigner: { type: "string", enum: ["provider", "client"] },
        CommitteeMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "committee_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        Competency: {
          type: "object",
          properties: {
            name: { $ref: "#/$defs/ShortText", description: "What it is called." },
            level: {
              $ref: "#/$defs/CompetencyLevel",
              description: "How far it was reached.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["name", "level"],
        },
        CompetencyLevel: { type: "string", enum: ["not_started", "in_progress", "achieved"] },
        CompletionChecklistData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "completion_checklist", description: "Marks the kind." },
            checklist: {
              type: "array",
              items: { $ref: "#/$defs/CompletionTask" },
              minItems: 1,
              description: "The tasks; at least one.",
            },
            all_completed: { type: "boolean", description: "Every task was done. Computed; a sent value is ignored." },
          },
          required: ["document_type", "checklist"],
        },
        CompletionTask: {
          type: "object",
          properties: {
            task: { $ref: "#/$defs/LongText", description: "What was agreed." },
            completed: { type: "boolean", description: "Whether it was done." },
          },
          required: ["task", "completed"],
        },
        ConsultingBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            budget_authorized_minutes: {
              type: "number",
              minimum: 0,
              description: "Time authorized, in minutes; counts only where contract and order name none.",
            },
            scope_change_ref: { $ref: "#/$defs/ShortText", description: "Reference to the authorization of more time." },
          },
          required: ["minutes", "category"],
        },
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CourseMaterialData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "course_material", description: "Marks the kind." },
            material_items: { type: "array", items: { $ref: "#/$defs/MaterialItem" }, description: "The pieces." },
          },
          required: ["uri", "document_type"],
        },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        DataSensitivity: { type: "string", enum: ["public", "internal", "confidential", "restricted"] },
        Dispute: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The dispute." },
            session_id: { $ref: "#/$defs/Id", description: "Session contested." },
            opened_by: { $ref: "#/$defs/Id", description: "Client of the session." },
            opened_at: { $ref: "#/$defs/Instant", description: "When." },
            opened_from: {
              type: "string",
              enum: ["delivered", "documented", "charged"],
              description: "State that the session was in.",
            },
            reason: {
              $ref: "#/$defs/LongText",
              description: "Why, in the client's words.",
              "x-sensitivity": "confidential",
            },
            reason_category: { $ref: "#/$defs/DisputeReasonCategory", description: "What it is about." },
            amount: { $ref: "#/$defs/Money", description: "Amount contested. Absent: that of the session." },
            status: { $ref: "#/$defs/DisputeStatus", description: "Where it stands." },
            evaluation: { $ref: "#/$defs/EvidenceEvaluation", description: "What the evidence rule found last." },
            resolution: { $ref: "#/$defs/DisputeResolution", description: "How it ended." },
          },
          required: ["id", "session_id", "opened_by", "opened_at", "opened_from", "reason", "status"],
          allOf: [
            {
              if: { properties: { status: { enum: ["resolved"] } }, required: ["status"] },
              then: { required: ["resolution"] },
            },
          ],
        },
        DisputeOutcome: { type: "string", enum: ["provider_prevails", "client_prevails"] },
        DisputeReasonCategory: { type: "string", enum: ["quality", "no_show", "billing", "scope", "evidence_missing", "other"] },
        DisputeResolution: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/DisputeOutcome", description: "For whom." },
            method: { $ref: "#/$defs/DisputeResolutionMethod", description: "How." },
            note: { $ref: "#/$defs/LongText", description: "Why, for people.", "x-sensitivity": "confidential" },
            by: { $ref: "#/$defs/Id", description: "Who decided; `system` for a rule." },
            at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["outcome", "method", "by", "at"],
        },
        DisputeResolutionMethod: { type: "string", enum: ["algorithmic", "manual", "arbitration"] },
        DisputeStatus: { type: "string", enum: ["open", "escalated", "resolved"] },
        DocumentData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: {
              $ref: "#/$defs/ShortText",
              description: "What kind of document it is; names outside the catalogue are matched as they stand.",
            },
          },
          required: ["uri", "document_type"],
        },
        DocumentEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "document", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DocumentPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The document.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DocumentPayload: {
          anyOf: [
            { $ref: "#/$defs/ClinicalRecordData" },
            { $ref: "#/$defs/TreatmentAdherenceData" },
            { $ref: "#/$defs/CompletionChecklistData" },
            { $ref: "#/$defs/MeetingMinutesData" },
            { $ref: "#/$defs/LegalDeliverableData" },
            { $ref: "#/$defs/AttendanceRecordData" },
            { $ref: "#/$defs/CourseMaterialData" },
            { $ref: "#/$defs/SessionEvaluationData" },
            { $ref: "#/$defs/ApprovedDeliverableData" },
            { $ref: "#/$defs/CommitteeMinutesData" },
            { $ref: "#/$defs/MilestoneProgressData" },
            { $ref: "#/$defs/DocumentData" },
          ],
        },
        Documentation: {
          type: "object",
          properties: {
            content: {
              type: "string",
              minLength: 1,
              maxLength: 100000,
              description: "Text of the record.",
              "x-sensitivity": "restricted",
            },
            template_id: { $ref: "#/$defs/Id", description: "Template that it follows." },
            created_by: { $ref: "#/$defs/Id", description: "Party that wrote it." },
            created_at: { $ref: "#/$defs/Instant", description: "When it was written." },
          },
          required: ["content", "created_by", "created_at"],
        },
        DurationData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
          },
          required: ["minutes"],
        },
        DurationEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "duration", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DurationPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The time.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DurationPayload: {
          anyOf: [
            { $ref: "#/$defs/LegalBillableHoursData" },
            { $ref: "#/$defs/ConsultingBillableHoursData" },
            { $ref: "#/$defs/DurationData" },
          ],
        },
        EscalationCause: { type: "string", enum: ["no_rule", "amount", "missing", "condition", "duration"] },
        Evidence: {
          anyOf: [
            { $ref: "#/$defs/GpsEvidence" },
            { $ref: "#/$defs/SignatureEvidence" },
            { $ref: "#/$defs/PhotoEvidence" },
            { $ref: "#/$defs/DocumentEvidence" },
            { $ref: "#/$defs/DurationEvidence" },
            { $ref: "#/$defs/NotesEvidence" },
          ],
        },
        EvidenceActor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/EvidenceActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        EvidenceActorType: { type: "string", enum: ["provider", "client", "system", "agent"] },
        EvidenceEvaluation: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/EvidenceOutcome", description: "What was found." },
            why: { $ref: "#/$defs/EscalationCause", description: "Why it could not be accredited." },
            missing: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "Kinds without an item." },
            condition: { $ref: "#/$defs/ShortText", description: "Condition that is not met." },
          },
          required: ["outcome"],
          allOf: [
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
          ],
        },
        EvidenceMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        EvidenceOutcome: { type: "string", enum: ["accredited", "escalate"] },
        ExceptionDetails: {
          anyOf: [
            { $ref: "#/$defs/NoShowDetails" },
            { $ref: "#/$defs/CancellationDetails" },
            { $ref: "#/$defs/RescheduleDetails" },
            { $ref: "#/$defs/ResourceConflictDetails" },
            { $ref: "#/$defs/PartialDetails" },
            { $ref: "#/$defs/Dispute" },
          ],
        },
        ExceptionRecord: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ExceptionType", description: "What happened." },
            at: { $ref: "#/$defs/Instant", description: "When it was recorded." },
            initiated_by: { $ref: "#/$defs/Id", description: "Id of the party that caused or marked it, or `system`." },
            resolution: {
              anyOf: [{ $ref: "#/$defs/ExceptionResolution" }, { type: "string" }],
              description: "How it ended; a node may use words of its own.",
            },
            resolved_at: { $ref: "#/$defs/Instant", description: "When it was settled; absent while it is open." },
            details: { $ref: "#/$defs/ExceptionDetails", description: "Figures, by type.", "x-sensitivity": "personal" },
          },
          required: ["type", "at", "initiated_by"],
        },
        ExceptionResolution: {
          type: "string",
          enum: [
            "client_penalized",
            "free",
            "provider_reassigned",
            "no_replacement",
            "provider_prevails",
            "client_prevails",
            "rescheduled",
            "resource_replaced",
          ],
        },
        ExceptionType: {
          type: "string",
          enum: ["no_show", "cancellation", "dispute", "reschedule", "partial", "resource_conflict"],
        },
        GpsData: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            accuracy_meters: { type: "number", minimum: 0, description: "Radius of uncertainty, in metres." },
            event: { $ref: "#/$defs/GpsEvent", description: "Which end of the delivery." },
          },
          required: ["latitude", "longitude"],
        },
        GpsEvent: { type: "string", enum: ["checkin", "checkout"] },
        GpsEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "gps", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/GpsData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The point.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        LanguageCode: { type: "string", pattern: "^[a-z]{2}$" },
        Latitude: { type: "number", minimum: -90, maximum: 90 },
        LegalBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            agreed_range_minutes: {
              $ref: "#/$defs/AgreedRangeMinutes",
              description: "Span agreed; counts only where the contract names none.",
            },
            justification: {
              $ref: "#/$defs/LongText",
              description: "Why more time was needed than agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["minutes"],
        },
        LegalDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "legal_deliverable", description: "Marks the kind." },
            delivered_to: { $ref: "#/$defs/Id", description: "Client who received it." },
            delivered_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "delivered_to"],
        },
        Location: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/Modality", description: "How the service reaches the client." },
            address: {
              type: "string",
              maxLength: 500,
              description: "Postal address, for people.",
              "x-sensitivity": "personal",
            },
            room: { type: "string", maxLength: 200, description: "Label of the room, for people." },
            resource_id: { $ref: "#/$defs/Id", description: "Resource that the delivery occupies." },
            coordinates: { $ref: "#/$defs/Coordinates", description: "Point on the map.", "x-sensitivity": "personal" },
          },
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        MaterialItem: {
          type: "object",
          properties: {
            title: { $ref: "#/$defs/ShortText", description: "What it is called." },
            uri: { $ref: "#/$defs/Uri", description: "Where it is." },
          },
          required: ["title"],
        },
        MeetingMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "meeting_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        MilestoneProgressData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "milestone_progress", description: "Marks the kind." },
            milestone_id: { $ref: "#/$defs/Id", description: "The milestone, as the order names it." },
            progress_percent: { $ref: "#/$defs/Percent", description: "Share done, 0 to 100." },
            notes: { $ref: "#/$defs/LongText", description: "Remarks.", "x-sensitivity": "confidential" },
          },
          required: ["document_type", "milestone_id", "progress_percent"],
        },
        Minutes: { type: "integer", minimum: 1, maximum: 2147483647 },
        Modality: { type: "string", enum: ["in_person", "virtual", "home_visit"] },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        NoShowDetails: {
          type: "object",
          properties: {
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
          },
          required: ["no_show_type"],
        },
        NoShowType: { type: "string", enum: ["client", "provider"] },
        NotesData: {
          type: "object",
          properties: {
            text: { $ref: "#/$defs/LongText", description: "The text.", "x-sensitivity": "confidential" },
            language: { $ref: "#/$defs/LanguageCode", description: "Its language." },
          },
          required: ["text"],
        },
        NotesEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "notes", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/NotesData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The notes.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        PartialDetails: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What was delivered, and what was not.",
              "x-sensitivity": "personal",
            },
            delivered_minutes: {
              $ref: "#/$defs/Count",
              description: "Minutes that were delivered, 0 when it broke off at once. The price shrinks in proportion unless an amount is given.",
            },
            adjusted_amount: { $ref: "#/$defs/Money", description: "Price of what was delivered; never above the agreed price." },
          },
          required: ["description"],
          allOf: [{ anyOf: [{ required: ["delivered_minutes"] }, { required: ["adjusted_amount"] }] }],
        },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PhotoAfterData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "after", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoBeforeData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "before", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            label: { $ref: "#/$defs/ShortText", description: "What it shows, e.g. `before`, `after`, `damage`." },
            metadata: { $ref: "#/$defs/PhotoMetadata", description: "Where and when it was taken." },
          },
          required: ["uri"],
        },
        PhotoEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "photo", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/PhotoPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The picture.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        PhotoMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
        },
        PhotoPayload: {
          anyOf: [
            { $ref: "#/$defs/PhotoBeforeData" },
            { $ref: "#/$defs/PhotoAfterData" },
            { $ref: "#/$defs/PhotoData" },
          ],
        },
        PhotoProofMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
          required: ["latitude", "longitude", "taken_at"],
        },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        ProofOfDelivery: {
          type: "object",
          properties: {
            checkin: { $ref: "#/$defs/Instant", description: "When the delivery began." },
            checkout: { $ref: "#/$defs/Instant", description: "When the delivery ended." },
            duration_actual: {
              $ref: "#/$defs/Count",
              description: "Whole minutes between check-in and check-out, rounded down.",
            },
            evidence: {
              type: "array",
              items: { $ref: "#/$defs/Evidence" },
              description: "Evidence items, in order of arrival; they never change.",
              "x-sensitivity": "restricted",
            },
          },
        },
        RedactedData: {
          type: "object",
          properties: {
            redacted: { type: "boolean", const: true, description: "The payload was left out." },
            reason: { type: "string", const: "restricted_evidence", description: "Why." },
          },
          required: ["redacted", "reason"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        RescheduleCause: { type: "string", enum: ["party_request", "resource_conflict"] },
        RescheduleDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Instant", description: "Start before." },
            new: { $ref: "#/$defs/Instant", description: "Start after; absent as long as none is found." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
            fee: { $ref: "#/$defs/Money", description: "Fee by the rescheduling policy of the contract." },
          },
          required: ["previous", "cause"],
        },
        ResourceConflictDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Id", description: "Resource that became unavailable." },
            new: { $ref: "#/$defs/Id", description: "Resource that took its place; absent when none was free." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
          },
          required: ["previous", "cause"],
        },
        ServiceBilling: {
          type: "object",
          properties: {
            amount: { $ref: "#/$defs/Money", description: "Price of this delivery, after any adjustment." },
            payer: { $ref: "#/$defs/Id", description: "Who pays: the payer of the client, else the client." },
            status: {
              $ref: "#/$defs/BillingStatus",
              description: "How far it is settled. Moves apart from the lifecycle (D-10).",
            },
            charged_at: { $ref: "#/$defs/Instant", description: "When the amount was debited or became debt." },
            payment_id: { $ref: "#/$defs/Id", description: "Payment that covers it; may be an earlier prepayment." },
            tax_document: {
              type: "string",
              maxLength: 200,
              description: "Tax document that was issued for it.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["amount"],
        },
        ServiceClient: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The beneficiary." },
            payer_id: { $ref: "#/$defs/Id", description: "Who pays, when that is someone else." },
          },
          required: ["id"],
        },
        ServiceLifecycle: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/ServiceState", description: "Present state." },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/Transition" },
              description: "Every state change so far, oldest first; only ever appended to.",
            },
            exceptions: {
              type: "array",
              items: { $ref: "#/$defs/ExceptionRecord" },
              description: "Everything that went another way than planned, oldest first.",
            },
            verification_deadline: {
              $ref: "#/$defs/Instant",
              description: "When silence of the client counts as acceptance; from `delivered` or `partial` until the session leaves the cycle (P-04).",
            },
          },
          required: ["current_state"],
          allOf: [
            {
              if: {
                properties: { current_state: { enum: ["delivered", "partial", "documented", "charged", "disputed"] } },
                required: ["current_state"],
              },
              then: { required: ["verification_deadline"] },
            },
          ],
        },
        ServiceProvider: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The provider." },
            organization_id: { $ref: "#/$defs/Id", description: "The organization the provider delivers for." },
            credentials: {
              type: "array",
              items: { type: "string" },
              description: "Credentials that matter for this delivery, for people.",
            },
            trust_score: { $ref: "#/$defs/TrustScore", description: "Trust computed from verified deliveries, 0 to 100." },
            profile_id: { $ref: "#/$defs/Uuid", description: "Public profile of the provider (D-15)." },
          },
          required: ["id", "organization_id"],
        },
        ServiceSchedule: {
          type: "object",
          properties: {
            requested_at: { $ref: "#/$defs/Instant", description: "When the service was asked for." },
            scheduled_for: { $ref: "#/$defs/Instant", description: "Start of the delivery; set on entering `scheduled`." },
            duration_expected: { $ref: "#/$defs/Minutes", description: "Planned length, in minutes." },
          },
          required: ["requested_at"],
        },
        ServiceState: {
          type: "string",
          enum: [
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
          ],
        },
        Session: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Id of the delivery; the id of its session." },
            service_order_id: {
              $ref: "#/$defs/Id",
              description: "Order that the delivery belongs to; then billing only informs.",
            },
            service_id: { $ref: "#/$defs/Id", description: "Offer that was booked." },
            type: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Category of the service, in the organization's own word.",
            },
            vertical: { type: "string", minLength: 1, maxLength: 100, description: "Vertical of the service." },
            name: { type: "string", minLength: 1, maxLength: 200, description: "Name of the service, for people." },
            duration_minutes: { $ref: "#/$defs/Minutes", description: "Length of the delivery, in minutes." },
            requirements: { type: "array", items: { type: "string" }, description: "What the client has to bring or fulfil." },
            visibility: {
              $ref: "#/$defs/Visibility",
              description: "Who may discover it; a booked session is private.",
              default: "public",
            },
            provider: { $ref: "#/$defs/ServiceProvider", description: "Who delivers." },
            client: { $ref: "#/$defs/ServiceClient", description: "Who receives." },
            schedule: { $ref: "#/$defs/ServiceSchedule", description: "When it happens." },
            location: { $ref: "#/$defs/Location", description: "Where it happens." },
            lifecycle: { $ref: "#/$defs/ServiceLifecycle", description: "Where it stands." },
            proof: { $ref: "#/$defs/ProofOfDelivery", description: "What shows that it happened." },
            documentation: {
              $ref: "#/$defs/Documentation",
              description: "Record of the delivery; from `documented` on, when one was written.",
              "x-sensitivity": "restricted",
            },
            billing: { $ref: "#/$defs/ServiceBilling", description: "What it costs." },
            provider_id: { $ref: "#/$defs/Id", description: "Same as `provider.id`." },
            client_id: { $ref: "#/$defs/Id", description: "Same as `client.id`." },
            starts_at: {
              $ref: "#/$defs/Instant",
              description: "Same as `schedule.scheduled_for`; before that is set, the wished start (P-02).",
            },
            ends_at: { $ref: "#/$defs/Instant", description: "Start plus duration." },
            resource_id: { $ref: "#/$defs/Id", description: "Same as `location.resource_id`." },
            human_intent_confirmed: {
              type: "boolean",
              description: "The caller claims that a person wanted this booking. Stored, without effect of its own.",
              default: false,
            },
            series_id: { $ref: "#/$defs/Id", description: "Series of repeated bookings that it belongs to." },
            previous_session_id: { $ref: "#/$defs/Id", description: "Public booking that it replaced (P-11)." },
            submission: { $ref: "#/$defs/Submission", description: "How the booking came in." },
          },
          required: [
            "id",
            "service_id",
            "type",
            "vertical",
            "name",
            "duration_minutes",
            "provider",
            "client",
            "schedule",
            "lifecycle",
            "billing",
            "provider_id",
            "client_id",
            "starts_at",
          ],
        },
        SessionEvaluationData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "session_evaluation", description: "Marks the kind." },
            score: {
              type: "number",
              minimum: 0,
              maximum: 100,
              description: "Result, 0 to 100.",
              "x-sensitivity": "confidential",
            },
            feedback: {
              $ref: "#/$defs/LongText",
              description: "What the instructor says of it.",
              "x-sensitivity": "confidential",
            },
            competencies: { type: "array", items: { $ref: "#/$defs/Competency" }, description: "Competencies, one by one." },
          },
          required: ["document_type"],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        SignatureData: {
          type: "object",
          properties: {
            signer_role: { $ref: "#/$defs/SignerRole", description: "Who signed." },
            format: { $ref: "#/$defs/SignatureFormat", description: "Form of the artefact." },
            uri: { $ref: "#/$defs/Uri", description: "Where the artefact is.", "x-sensitivity": "confidential" },
          },
          required: ["signer_role", "format"],
        },
        SignatureEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "signature", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/SignatureData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The signature.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        SignatureFormat: { type: "string", enum: ["image/png", "image/svg+xml", "application/pkcs7-signature"] },
        SignerRole: { type: "string", enum: ["provider", "client", "both"] },
        Submission: {
          type: "object",
          properties: {
            channel: { $ref: "#/$defs/SubmissionChannel", description: "Through what." },
            submitted_by_type: { $ref: "#/$defs/SubmitterType", description: "By whom." },
            agent_id: { $ref: "#/$defs/Id", description: "The program; it must hold a valid mandate." },
            agent_name: { type: "string", maxLength: 200, description: "Name of the program." },
            platform: { type: "string", maxLength: 200, description: "Platform that the program runs on." },
          },
          required: ["channel", "submitted_by_type"],
          allOf: [
            {
              if: {
                properties: { submitted_by_type: { enum: ["agent", "human_with_agent_assistance"] } },
                required: ["submitted_by_type"],
              },
              then: { required: ["agent_id"] },
            },
          ],
        },
        SubmissionChannel: { type: "string", enum: ["web", "whatsapp", "phone", "chat", "api", "other"] },
        SubmitterType: { type: "string", enum: ["human", "agent", "human_with_agent_assistance"] },
        Transition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/ServiceState" }, { type: "null" }],
              description: "State before; null in the first record and nowhere else.",
            },
            to: { $ref: "#/$defs/ServiceState", description: "State after." },
            at: {
              $ref: "#/$defs/Instant",
              description: "When, by the clock of the node; never earlier than the record before.",
            },
            by: {
              $ref: "#/$defs/Id",
              description: "Id of the client, provider, organization or agent that acted, or `system`.",
            },
            method: { $ref: "#/$defs/TransitionMethod", description: "How it came about." },
            metadata: { $ref: "#/$defs/TransitionMetadata", description: "What else is known." },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        TransitionMetadata: {
          type: "object",
          properties: {
            reason: { type: "string", description: "Why, where a reason was asked for.", "x-sensitivity": "personal" },
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
            missing_evidence: {
              type: "array",
              items: { type: "string" },
              description: "Evidence kinds that were missing when a partial delivery was documented.",
            },
          },
        },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        TransitionSummary: {
          type: "object",
          properties: {
            from: { anyOf: [{ type: "string" }, { type: "null" }], description: "State before; null for a creation." },
            to: { type: "string", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When it happened, by the node's clock." },
          },
          required: ["from", "to", "at"],
        },
        TreatmentAdherenceData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "treatment_adherence", description: "Marks the kind." },
            checklist: { type: "array", items: { $ref: "#/$defs/TreatmentItem" }, description: "The plan, item by item." },
          },
          required: ["document_type", "checklist"],
        },
        TreatmentItem: {
          type: "object",
          properties: {
            item: { $ref: "#/$defs/LongText", description: "What was planned.", "x-sensitivity": "confidential" },
            completed: { type: "boolean", description: "Whether it was done.", "x-sensitivity": "confidential" },
          },
          required: ["item", "completed"],
        },
        TrustScore: { type: "number", minimum: 0, maximum: 100 },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "Check in",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "delivery.checkin",
      "servicialo/scopes": ["evidence:write"],
      "servicialo/phase": "delivery",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "delivery_checkout",
    title: "Check out",
    description: "Ends the delivery: `in_progress → delivered`. Only for the provider of the session; never for an agent.",
    inputSchema: {
      title: "delivery.checkout input",
      type: "object",
      properties: {
        session_id: { $ref: "#/$defs/Id", description: "The session." },
        actor: { $ref: "#/$defs/Actor", description: "Who checks out: the provider of the session." },
        location: {
          $ref: "#/$defs/Coordinates",
          description: "Where; recorded as evidence of type `gps`.",
          "x-sensitivity": "personal",
        },
        timestamp: {
          $ref: "#/$defs/Instant",
          description: "When: not before the check-in, not in the future. Absent: now.",
        },
      },
      required: ["session_id", "actor"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        Latitude: { type: "number", minimum: -90, maximum: 90 },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "delivery.checkout output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "sessions", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Session", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource after the command.",
        },
        meta: {
          type: "object",
          properties: {
            transition: {
              $ref: "#/$defs/TransitionSummary",
              description: "The last state change that the command recorded.",
            },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/TransitionSummary" },
              description: "All of them, when the command recorded several.",
            },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          required: ["transition"],
          description: "What happened.",
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
        AgreedRangeMinutes: {
          type: "object",
          properties: {
            min: { type: "number", minimum: 0, description: "Least time agreed; staying below is no fault." },
            max: { type: "number", minimum: 0, description: "Most time that needs no justification. Absent: any." },
          },
        },
        ApprovedDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "deliverable", description: "Marks the kind." },
            approved_by: { $ref: "#/$defs/Id", description: "Client who approved it." },
            approved_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "approved_by", "approved_at"],
        },
        AttendanceRecordData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "attendance_record", description: "Marks the kind." },
            student_present: { type: "boolean", description: "The student was there.", "x-sensitivity": "personal" },
            instructor_present: { type: "boolean", description: "The instructor was there.", "x-sensitivity": "personal" },
            session_start: { $ref: "#/$defs/Instant", description: "When the lesson began." },
            session_end: { $ref: "#/$defs/Instant", description: "When it ended." },
          },
          required: ["document_type", "student_present", "instructor_present"],
        },
        BareAmount: { type: "number", minimum: 0 },
        BillingStatus: { type: "string", enum: ["pending", "charged", "invoiced", "paid", "disputed"] },
        CancellationDetails: {
          type: "object",
          properties: {
            hours_before: {
              type: "number",
              description: "Hours between cancellation and start; negative when the start had passed.",
            },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
            refund: { $ref: "#/$defs/Money", description: "What goes back of money already paid." },
          },
          required: ["hours_before", "penalty", "refund"],
        },
        ClinicalRecordData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "clinical_record", description: "Marks the kind." },
            signed_by: {
              type: "array",
              items: { $ref: "#/$defs/ClinicalSigner" },
              minItems: 2,
              uniqueItems: true,
              description: "Roles that signed, as words and not as ids: both.",
            },
          },
          required: ["uri", "document_type", "signed_by"],
        },
        ClinicalSigner: { type: "string", enum: ["provider", "client"] },
        CommitteeMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "committee_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        Competency: {
          type: "object",
          properties: {
            name: { $ref: "#/$defs/ShortText", description: "What it is called." },
            level: {
              $ref: "#/$defs/CompetencyLevel",
              description: "How far it was reached.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["name", "level"],
        },
        CompetencyLevel: { type: "string", enum: ["not_started", "in_progress", "achieved"] },
        CompletionChecklistData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "completion_checklist", description: "Marks the kind." },
            checklist: {
              type: "array",
              items: { $ref: "#/$defs/CompletionTask" },
              minItems: 1,
              description: "The tasks; at least one.",
            },
            all_completed: { type: "boolean", description: "Every task was done. Computed; a sent value is ignored." },
          },
          required: ["document_type", "checklist"],
        },
        CompletionTask: {
          type: "object",
          properties: {
            task: { $ref: "#/$defs/LongText", description: "What was agreed." },
            completed: { type: "boolean", description: "Whether it was done." },
          },
          required: ["task", "completed"],
        },
        ConsultingBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            budget_authorized_minutes: {
              type: "number",
              minimum: 0,
              description: "Time authorized, in minutes; counts only where contract and order name none.",
            },
            scope_change_ref: { $ref: "#/$defs/ShortText", description: "Reference to the authorization of more time." },
          },
          required: ["minutes", "category"],
        },
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CourseMaterialData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "course_material", description: "Marks the kind." },
            material_items: { type: "array", items: { $ref: "#/$defs/MaterialItem" }, description: "The pieces." },
          },
          required: ["uri", "document_type"],
        },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        DataSensitivity: { type: "string", enum: ["public", "internal", "confidential", "restricted"] },
        Dispute: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The dispute." },
            session_id: { $ref: "#/$defs/Id", description: "Session contested." },
            opened_by: { $ref: "#/$defs/Id", description: "Client of the session." },
            opened_at: { $ref: "#/$defs/Instant", description: "When." },
            opened_from: {
              type: "string",
              enum: ["delivered", "documented", "charged"],
              description: "State that the session was in.",
            },
            reason: {
              $ref: "#/$defs/LongText",
              description: "Why, in the client's words.",
              "x-sensitivity": "confidential",
            },
            reason_category: { $ref: "#/$defs/DisputeReasonCategory", description: "What it is about." },
            amount: { $ref: "#/$defs/Money", description: "Amount contested. Absent: that of the session." },
            status: { $ref: "#/$defs/DisputeStatus", description: "Where it stands." },
            evaluation: { $ref: "#/$defs/EvidenceEvaluation", description: "What the evidence rule found last." },
            resolution: { $ref: "#/$defs/DisputeResolution", description: "How it ended." },
          },
          required: ["id", "session_id", "opened_by", "opened_at", "opened_from", "reason", "status"],
          allOf: [
            {
              if: { properties: { status: { enum: ["resolved"] } }, required: ["status"] },
              then: { required: ["resolution"] },
            },
          ],
        },
        DisputeOutcome: { type: "string", enum: ["provider_prevails", "client_prevails"] },
        DisputeReasonCategory: { type: "string", enum: ["quality", "no_show", "billing", "scope", "evidence_missing", "other"] },
        DisputeResolution: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/DisputeOutcome", description: "For whom." },
            method: { $ref: "#/$defs/DisputeResolutionMethod", description: "How." },
            note: { $ref: "#/$defs/LongText", description: "Why, for people.", "x-sensitivity": "confidential" },
            by: { $ref: "#/$defs/Id", description: "Who decided; `system` for a rule." },
            at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["outcome", "method", "by", "at"],
        },
        DisputeResolutionMethod: { type: "string", enum: ["algorithmic", "manual", "arbitration"] },
        DisputeStatus: { type: "string", enum: ["open", "escalated", "resolved"] },
        DocumentData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: {
              $ref: "#/$defs/ShortText",
              description: "What kind of document it is; names outside the catalogue are matched as they stand.",
            },
          },
          required: ["uri", "document_type"],
        },
        DocumentEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "document", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DocumentPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The document.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DocumentPayload: {
          anyOf: [
            { $ref: "#/$defs/ClinicalRecordData" },
            { $ref: "#/$defs/TreatmentAdherenceData" },
            { $ref: "#/$defs/CompletionChecklistData" },
            { $ref: "#/$defs/MeetingMinutesData" },
            { $ref: "#/$defs/LegalDeliverableData" },
            { $ref: "#/$defs/AttendanceRecordData" },
            { $ref: "#/$defs/CourseMaterialData" },
            { $ref: "#/$defs/SessionEvaluationData" },
            { $ref: "#/$defs/ApprovedDeliverableData" },
            { $ref: "#/$defs/CommitteeMinutesData" },
            { $ref: "#/$defs/MilestoneProgressData" },
            { $ref: "#/$defs/DocumentData" },
          ],
        },
        Documentation: {
          type: "object",
          properties: {
            content: {
              type: "string",
              minLength: 1,
              maxLength: 100000,
              description: "Text of the record.",
              "x-sensitivity": "restricted",
            },
            template_id: { $ref: "#/$defs/Id", description: "Template that it follows." },
            created_by: { $ref: "#/$defs/Id", description: "Party that wrote it." },
            created_at: { $ref: "#/$defs/Instant", description: "When it was written." },
          },
          required: ["content", "created_by", "created_at"],
        },
        DurationData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
          },
          required: ["minutes"],
        },
        DurationEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "duration", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DurationPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The time.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DurationPayload: {
          anyOf: [
            { $ref: "#/$defs/LegalBillableHoursData" },
            { $ref: "#/$defs/ConsultingBillableHoursData" },
            { $ref: "#/$defs/DurationData" },
          ],
        },
        EscalationCause: { type: "string", enum: ["no_rule", "amount", "missing", "condition", "duration"] },
        Evidence: {
          anyOf: [
            { $ref: "#/$defs/GpsEvidence" },
            { $ref: "#/$defs/SignatureEvidence" },
            { $ref: "#/$defs/PhotoEvidence" },
            { $ref: "#/$defs/DocumentEvidence" },
            { $ref: "#/$defs/DurationEvidence" },
            { $ref: "#/$defs/NotesEvidence" },
          ],
        },
        EvidenceActor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/EvidenceActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        EvidenceActorType: { type: "string", enum: ["provider", "client", "system", "agent"] },
        EvidenceEvaluation: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/EvidenceOutcome", description: "What was found." },
            why: { $ref: "#/$defs/EscalationCause", description: "Why it could not be accredited." },
            missing: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "Kinds without an item." },
            condition: { $ref: "#/$defs/ShortText", description: "Condition that is not met." },
          },
          required: ["outcome"],
          allOf: [
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
          ],
        },
        EvidenceMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        EvidenceOutcome: { type: "string", enum: ["accredited", "escalate"] },
        ExceptionDetails: {
          anyOf: [
            { $ref: "#/$defs/NoShowDetails" },
            { $ref: "#/$defs/CancellationDetails" },
            { $ref: "#/$defs/RescheduleDetails" },
            { $ref: "#/$defs/ResourceConflictDetails" },
            { $ref: "#/$defs/PartialDetails" },
            { $ref: "#/$defs/Dispute" },
          ],
        },
        ExceptionRecord: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ExceptionType", description: "What happened." },
            at: { $ref: "#/$defs/Instant", description: "When it was recorded." },
            initiated_by: { $ref: "#/$defs/Id", description: "Id of the party that caused or marked it, or `system`." },
            resolution: {
              anyOf: [{ $ref: "#/$defs/ExceptionResolution" }, { type: "string" }],
              description: "How it ended; a node may use words of its own.",
            },
            resolved_at: { $ref: "#/$defs/Instant", description: "When it was settled; absent while it is open." },
            details: { $ref: "#/$defs/ExceptionDetails", description: "Figures, by type.", "x-sensitivity": "personal" },
          },
          required: ["type", "at", "initiated_by"],
        },
        ExceptionResolution: {
          type: "string",
          enum: [
            "client_penalized",
            "free",
            "provider_reassigned",
            "no_replacement",
            "provider_prevails",
            "client_prevails",
            "rescheduled",
            "resource_replaced",
          ],
        },
        ExceptionType: {
          type: "string",
          enum: ["no_show", "cancellation", "dispute", "reschedule", "partial", "resource_conflict"],
        },
        GpsData: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            accuracy_meters: { type: "number", minimum: 0, description: "Radius of uncertainty, in metres." },
            event: { $ref: "#/$defs/GpsEvent", description: "Which end of the delivery." },
          },
          required: ["latitude", "longitude"],
        },
        GpsEvent: { type: "string", enum: ["checkin", "checkout"] },
        GpsEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "gps", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/GpsData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The point.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        LanguageCode: { type: "string", pattern: "^[a-z]{2}$" },
        Latitude: { type: "number", minimum: -90, maximum: 90 },
        LegalBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            agreed_range_minutes: {
              $ref: "#/$defs/AgreedRangeMinutes",
              description: "Span agreed; counts only where the contract names none.",
            },
            justification: {
              $ref: "#/$defs/LongText",
              description: "Why more time was needed than agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["minutes"],
        },
        LegalDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "legal_deliverable", description: "Marks the kind." },
            delivered_to: { $ref: "#/$defs/Id", description: "Client who received it." },
            delivered_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "delivered_to"],
        },
        Location: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/Modality", description: "How the service reaches the client." },
            address: {
              type: "string",
              maxLength: 500,
              description: "Postal address, for people.",
              "x-sensitivity": "personal",
            },
            room: { type: "string", maxLength: 200, description: "Label of the room, for people." },
            resource_id: { $ref: "#/$defs/Id", description: "Resource that the delivery occupies." },
            coordinates: { $ref: "#/$defs/Coordinates", description: "Point on the map.", "x-sensitivity": "personal" },
          },
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        MaterialItem: {
          type: "object",
          properties: {
            title: { $ref: "#/$defs/ShortText", description: "What it is called." },
            uri: { $ref: "#/$defs/Uri", description: "Where it is." },
          },
          required: ["title"],
        },
        MeetingMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "meeting_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        MilestoneProgressData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "milestone_progress", description: "Marks the kind." },
            milestone_id: { $ref: "#/$defs/Id", description: "The milestone, as the order names it." },
            progress_percent: { $ref: "#/$defs/Percent", description: "Share done, 0 to 100." },
            notes: { $ref: "#/$defs/LongText", description: "Remarks.", "x-sensitivity": "confidential" },
          },
          required: ["document_type", "milestone_id", "progress_percent"],
        },
        Minutes: { type: "integer", minimum: 1, maximum: 2147483647 },
        Modality: { type: "string", enum: ["in_person", "virtual", "home_visit"] },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        NoShowDetails: {
          type: "object",
          properties: {
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
          },
          required: ["no_show_type"],
        },
        NoShowType: { type: "string", enum: ["client", "provider"] },
        NotesData: {
          type: "object",
          properties: {
            text: { $ref: "#/$defs/LongText", description: "The text.", "x-sensitivity": "confidential" },
            language: { $ref: "#/$defs/LanguageCode", description: "Its language." },
          },
          required: ["text"],
        },
        NotesEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "notes", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/NotesData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The notes.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        PartialDetails: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What was delivered, and what was not.",
              "x-sensitivity": "personal",
            },
            delivered_minutes: {
              $ref: "#/$defs/Count",
              description: "Minutes that were delivered, 0 when it broke off at once. The price shrinks in proportion unless an amount is given.",
            },
            adjusted_amount: { $ref: "#/$defs/Money", description: "Price of what was delivered; never above the agreed price." },
          },
          required: ["description"],
          allOf: [{ anyOf: [{ required: ["delivered_minutes"] }, { required: ["adjusted_amount"] }] }],
        },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PhotoAfterData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "after", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoBeforeData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "before", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            label: { $ref: "#/$defs/ShortText", description: "What it shows, e.g. `before`, `after`, `damage`." },
            metadata: { $ref: "#/$defs/PhotoMetadata", description: "Where and when it was taken." },
          },
          required: ["uri"],
        },
        PhotoEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "photo", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/PhotoPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The picture.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        PhotoMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
        },
        PhotoPayload: {
          anyOf: [
            { $ref: "#/$defs/PhotoBeforeData" },
            { $ref: "#/$defs/PhotoAfterData" },
            { $ref: "#/$defs/PhotoData" },
          ],
        },
        PhotoProofMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
          required: ["latitude", "longitude", "taken_at"],
        },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        ProofOfDelivery: {
          type: "object",
          properties: {
            checkin: { $ref: "#/$defs/Instant", description: "When the delivery began." },
            checkout: { $ref: "#/$defs/Instant", description: "When the delivery ended." },
            duration_actual: {
              $ref: "#/$defs/Count",
              description: "Whole minutes between check-in and check-out, rounded down.",
            },
            evidence: {
              type: "array",
              items: { $ref: "#/$defs/Evidence" },
              description: "Evidence items, in order of arrival; they never change.",
              "x-sensitivity": "restricted",
            },
          },
        },
        RedactedData: {
          type: "object",
          properties: {
            redacted: { type: "boolean", const: true, description: "The payload was left out." },
            reason: { type: "string", const: "restricted_evidence", description: "Why." },
          },
          required: ["redacted", "reason"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        RescheduleCause: { type: "string", enum: ["party_request", "resource_conflict"] },
        RescheduleDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Instant", description: "Start before." },
            new: { $ref: "#/$defs/Instant", description: "Start after; absent as long as none is found." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
            fee: { $ref: "#/$defs/Money", description: "Fee by the rescheduling policy of the contract." },
          },
          required: ["previous", "cause"],
        },
        ResourceConflictDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Id", description: "Resource that became unavailable." },
            new: { $ref: "#/$defs/Id", description: "Resource that took its place; absent when none was free." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
          },
          required: ["previous", "cause"],
        },
        ServiceBilling: {
          type: "object",
          properties: {
            amount: { $ref: "#/$defs/Money", description: "Price of this delivery, after any adjustment." },
            payer: { $ref: "#/$defs/Id", description: "Who pays: the payer of the client, else the client." },
            status: {
              $ref: "#/$defs/BillingStatus",
              description: "How far it is settled. Moves apart from the lifecycle (D-10).",
            },
            charged_at: { $ref: "#/$defs/Instant", description: "When the amount was debited or became debt." },
            payment_id: { $ref: "#/$defs/Id", description: "Payment that covers it; may be an earlier prepayment." },
            tax_document: {
              type: "string",
              maxLength: 200,
              description: "Tax document that was issued for it.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["amount"],
        },
        ServiceClient: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The beneficiary." },
            payer_id: { $ref: "#/$defs/Id", description: "Who pays, when that is someone else." },
          },
          required: ["id"],
        },
        ServiceLifecycle: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/ServiceState", description: "Present state." },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/Transition" },
              description: "Every state change so far, oldest first; only ever appended to.",
            },
            exceptions: {
              type: "array",
              items: { $ref: "#/$defs/ExceptionRecord" },
              description: "Everything that went another way than planned, oldest first.",
            },
            verification_deadline: {
              $ref: "#/$defs/Instant",
              description: "When silence of the client counts as acceptance; from `delivered` or `partial` until the session leaves the cycle (P-04).",
            },
          },
          required: ["current_state"],
          allOf: [
            {
              if: {
                properties: { current_state: { enum: ["delivered", "partial", "documented", "charged", "disputed"] } },
                required: ["current_state"],
              },
              then: { required: ["verification_deadline"] },
            },
          ],
        },
        ServiceProvider: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The provider." },
            organization_id: { $ref: "#/$defs/Id", description: "The organization the provider delivers for." },
            credentials: {
              type: "array",
              items: { type: "string" },
              description: "Credentials that matter for this delivery, for people.",
            },
            trust_score: { $ref: "#/$defs/TrustScore", description: "Trust computed from verified deliveries, 0 to 100." },
            profile_id: { $ref: "#/$defs/Uuid", description: "Public profile of the provider (D-15)." },
          },
          required: ["id", "organization_id"],
        },
        ServiceSchedule: {
          type: "object",
          properties: {
            requested_at: { $ref: "#/$defs/Instant", description: "When the service was asked for." },
            scheduled_for: { $ref: "#/$defs/Instant", description: "Start of the delivery; set on entering `scheduled`." },
            duration_expected: { $ref: "#/$defs/Minutes", description: "Planned length, in minutes." },
          },
          required: ["requested_at"],
        },
        ServiceState: {
          type: "string",
          enum: [
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
          ],
        },
        Session: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Id of the delivery; the id of its session." },
            service_order_id: {
              $ref: "#/$defs/Id",
              description: "Order that the delivery belongs to; then billing only informs.",
            },
            service_id: { $ref: "#/$defs/Id", description: "Offer that was booked." },
            type: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Category of the service, in the organization's own word.",
            },
            vertical: { type: "string", minLength: 1, maxLength: 100, description: "Vertical of the service." },
            name: { type: "string", minLength: 1, maxLength: 200, description: "Name of the service, for people." },
            duration_minutes: { $ref: "#/$defs/Minutes", description: "Length of the delivery, in minutes." },
            requirements: { type: "array", items: { type: "string" }, description: "What the client has to bring or fulfil." },
            visibility: {
              $ref: "#/$defs/Visibility",
              description: "Who may discover it; a booked session is private.",
              default: "public",
            },
            provider: { $ref: "#/$defs/ServiceProvider", description: "Who delivers." },
            client: { $ref: "#/$defs/ServiceClient", description: "Who receives." },
            schedule: { $ref: "#/$defs/ServiceSchedule", description: "When it happens." },
            location: { $ref: "#/$defs/Location", description: "Where it happens." },
            lifecycle: { $ref: "#/$defs/ServiceLifecycle", description: "Where it stands." },
            proof: { $ref: "#/$defs/ProofOfDelivery", description: "What shows that it happened." },
            documentation: {
              $ref: "#/$defs/Documentation",
              description: "Record of the delivery; from `documented` on, when one was written.",
              "x-sensitivity": "restricted",
            },
            billing: { $ref: "#/$defs/ServiceBilling", description: "What it costs." },
            provider_id: { $ref: "#/$defs/Id", description: "Same as `provider.id`." },
            client_id: { $ref: "#/$defs/Id", description: "Same as `client.id`." },
            starts_at: {
              $ref: "#/$defs/Instant",
              description: "Same as `schedule.scheduled_for`; before that is set, the wished start (P-02).",
            },
            ends_at: { $ref: "#/$defs/Instant", description: "Start plus duration." },
            resource_id: { $ref: "#/$defs/Id", description: "Same as `location.resource_id`." },
            human_intent_confirmed: {
              type: "boolean",
              description: "The caller claims that a person wanted this booking. Stored, without effect of its own.",
              default: false,
            },
            series_id: { $ref: "#/$defs/Id", description: "Series of repeated bookings that it belongs to." },
            previous_session_id: { $ref: "#/$defs/Id", description: "Public booking that it replaced (P-11)." },
            submission: { $ref: "#/$defs/Submission", description: "How the booking came in." },
          },
          required: [
            "id",
            "service_id",
            "type",
            "vertical",
            "name",
            "duration_minutes",
            "provider",
            "client",
            "schedule",
            "lifecycle",
            "billing",
            "provider_id",
            "client_id",
            "starts_at",
          ],
        },
        SessionEvaluationData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "session_evaluation", description: "Marks the kind." },
            score: {
              type: "number",
              minimum: 0,
              maximum: 100,
              description: "Result, 0 to 100.",
              "x-sensitivity": "confidential",
            },
            feedback: {
              $ref: "#/$defs/LongText",
              description: "What the instructor says of it.",
              "x-sensitivity": "confidential",
            },
            competencies: { type: "array", items: { $ref: "#/$defs/Competency" }, description: "Competencies, one by one." },
          },
          required: ["document_type"],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        SignatureData: {
          type: "object",
          properties: {
            signer_role: { $ref: "#/$defs/SignerRole", description: "Who signed." },
            format: { $ref: "#/$defs/SignatureFormat", description: "Form of the artefact." },
            uri: { $ref: "#/$defs/Uri", description: "Where the artefact is.", "x-sensitivity": "confidential" },
          },
          required: ["signer_role", "format"],
        },
        SignatureEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "signature", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/SignatureData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The signature.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        SignatureFormat: { type: "string", enum: ["image/png", "image/svg+xml", "application/pkcs7-signature"] },
        SignerRole: { type: "string", enum: ["provider", "client", "both"] },
        Submission: {
          type: "object",
          properties: {
            channel: { $ref: "#/$defs/SubmissionChannel", description: "Through what." },
            submitted_by_type: { $ref: "#/$defs/SubmitterType", description: "By whom." },
            agent_id: { $ref: "#/$defs/Id", description: "The program; it must hold a valid mandate." },
            agent_name: { type: "string", maxLength: 200, description: "Name of the program." },
            platform: { type: "string", maxLength: 200, description: "Platform that the program runs on." },
          },
          required: ["channel", "submitted_by_type"],
          allOf: [
            {
              if: {
                properties: { submitted_by_type: { enum: ["agent", "human_with_agent_assistance"] } },
                required: ["submitted_by_type"],
              },
              then: { required: ["agent_id"] },
            },
          ],
        },
        SubmissionChannel: { type: "string", enum: ["web", "whatsapp", "phone", "chat", "api", "other"] },
        SubmitterType: { type: "string", enum: ["human", "agent", "human_with_agent_assistance"] },
        Transition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/ServiceState" }, { type: "null" }],
              description: "State before; null in the first record and nowhere else.",
            },
            to: { $ref: "#/$defs/ServiceState", description: "State after." },
            at: {
              $ref: "#/$defs/Instant",
              description: "When, by the clock of the node; never earlier than the record before.",
            },
            by: {
              $ref: "#/$defs/Id",
              description: "Id of the client, provider, organization or agent that acted, or `system`.",
            },
            method: { $ref: "#/$defs/TransitionMethod", description: "How it came about." },
            metadata: { $ref: "#/$defs/TransitionMetadata", description: "What else is known." },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        TransitionMetadata: {
          type: "object",
          properties: {
            reason: { type: "string", description: "Why, where a reason was asked for.", "x-sensitivity": "personal" },
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
            missing_evidence: {
              type: "array",
              items: { type: "string" },
              description: "Evidence kinds that were missing when a partial delivery was documented.",
            },
          },
        },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        TransitionSummary: {
          type: "object",
          properties: {
            from: { anyOf: [{ type: "string" }, { type: "null" }], description: "State before; null for a creation." },
            to: { type: "string", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When it happened, by the node's clock." },
          },
          required: ["from", "to", "at"],
        },
        TreatmentAdherenceData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "treatment_adherence", description: "Marks the kind." },
            checklist: { type: "array", items: { $ref: "#/$defs/TreatmentItem" }, description: "The plan, item by item." },
          },
          required: ["document_type", "checklist"],
        },
        TreatmentItem: {
          type: "object",
          properties: {
            item: { $ref: "#/$defs/LongText", description: "What was planned.", "x-sensitivity": "confidential" },
            completed: { type: "boolean", description: "Whether it was done.", "x-sensitivity": "confidential" },
          },
          required: ["item", "completed"],
        },
        TrustScore: { type: "number", minimum: 0, maximum: 100 },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "Check out",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "delivery.checkout",
      "servicialo/scopes": ["evidence:write"],
      "servicialo/phase": "delivery",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "delivery_record_evidence",
    title: "Record evidence",
    description: "Records one item that shows the delivery. From `in_progress` until `verified`; the caller's command moves no state.",
    inputSchema: {
      title: "delivery.record_evidence input",
      type: "object",
      properties: {
        session_id: { $ref: "#/$defs/Id", description: "The session." },
        evidence_type: { $ref: "#/$defs/EvidenceType", description: "Form of the item." },
        data: {
          type: "object",
          description: "The payload: the rule of its kind in the session's vertical, else that of its type.",
          "x-sensitivity": "restricted",
        },
        data_sensitivity: {
          $ref: "#/$defs/DataSensitivity",
          description: "How to keep it. Absent: the default of its kind, else `internal`.",
        },
        captured_at: { $ref: "#/$defs/Instant", description: "When it was captured, not in the future. Absent: now." },
        method: {
          $ref: "#/$defs/EvidenceMethod",
          description: "How it was captured. Absent: `agent` for an agent, `auto` for `gps`, else `manual`.",
        },
        actor: { $ref: "#/$defs/Actor", description: "Who captured it." },
      },
      required: ["session_id", "evidence_type", "data", "actor"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
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
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "delivery.record_evidence output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "sessions", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Session", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
            warning: {
              type: "string",
              const: "RESTRICTED_EVIDENCE_STORED",
              description: "Restricted evidence now lies with the node, with the duties that follow.",
            },
          },
          description: "About the answer.",
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
        AgreedRangeMinutes: {
          type: "object",
          properties: {
            min: { type: "number", minimum: 0, description: "Least time agreed; staying below is no fault." },
            max: { type: "number", minimum: 0, description: "Most time that needs no justification. Absent: any." },
          },
        },
        ApprovedDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "deliverable", description: "Marks the kind." },
            approved_by: { $ref: "#/$defs/Id", description: "Client who approved it." },
            approved_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "approved_by", "approved_at"],
        },
        AttendanceRecordData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "attendance_record", description: "Marks the kind." },
            student_present: { type: "boolean", description: "The student was there.", "x-sensitivity": "personal" },
            instructor_present: { type: "boolean", description: "The instructor was there.", "x-sensitivity": "personal" },
            session_start: { $ref: "#/$defs/Instant", description: "When the lesson began." },
            session_end: { $ref: "#/$defs/Instant", description: "When it ended." },
          },
          required: ["document_type", "student_present", "instructor_present"],
        },
        BareAmount: { type: "number", minimum: 0 },
        BillingStatus: { type: "string", enum: ["pending", "charged", "invoiced", "paid", "disputed"] },
        CancellationDetails: {
          type: "object",
          properties: {
            hours_before: {
              type: "number",
              description: "Hours between cancellation and start; negative when the start had passed.",
            },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
            refund: { $ref: "#/$defs/Money", description: "What goes back of money already paid." },
          },
          required: ["hours_before", "penalty", "refund"],
        },
        ClinicalRecordData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "clinical_record", description: "Marks the kind." },
            signed_by: {
              type: "array",
              items: { $ref: "#/$defs/ClinicalSigner" },
              minItems: 2,
              uniqueItems: true,
              description: "Roles that signed, as words and not as ids: both.",
            },
          },
          required: ["uri", "document_type", "signed_by"],
        },
        ClinicalSigner: { type: "string", enum: ["provider", "client"] },
        CommitteeMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "committee_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        Competency: {
          type: "object",
          properties: {
            name: { $ref: "#/$defs/ShortText", description: "What it is called." },
            level: {
              $ref: "#/$defs/CompetencyLevel",
              description: "How far it was reached.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["name", "level"],
        },
        CompetencyLevel: { type: "string", enum: ["not_started", "in_progress", "achieved"] },
        CompletionChecklistData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "completion_checklist", description: "Marks the kind." },
            checklist: {
              type: "array",
              items: { $ref: "#/$defs/CompletionTask" },
              minItems: 1,
              description: "The tasks; at least one.",
            },
            all_completed: { type: "boolean", description: "Every task was done. Computed; a sent value is ignored." },
          },
          required: ["document_type", "checklist"],
        },
        CompletionTask: {
          type: "object",
          properties: {
            task: { $ref: "#/$defs/LongText", description: "What was agreed." },
            completed: { type: "boolean", description: "Whether it was done." },
          },
          required: ["task", "completed"],
        },
        ConsultingBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            budget_authorized_minutes: {
              type: "number",
              minimum: 0,
              description: "Time authorized, in minutes; counts only where contract and order name none.",
            },
            scope_change_ref: { $ref: "#/$defs/ShortText", description: "Reference to the authorization of more time." },
          },
          required: ["minutes", "category"],
        },
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CourseMaterialData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "course_material", description: "Marks the kind." },
            material_items: { type: "array", items: { $ref: "#/$defs/MaterialItem" }, description: "The pieces." },
          },
          required: ["uri", "document_type"],
        },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        DataSensitivity: { type: "string", enum: ["public", "internal", "confidential", "restricted"] },
        Dispute: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The dispute." },
            session_id: { $ref: "#/$defs/Id", description: "Session contested." },
            opened_by: { $ref: "#/$defs/Id", description: "Client of the session." },
            opened_at: { $ref: "#/$defs/Instant", description: "When." },
            opened_from: {
              type: "string",
              enum: ["delivered", "documented", "charged"],
              description: "State that the session was in.",
            },
            reason: {
              $ref: "#/$defs/LongText",
              description: "Why, in the client's words.",
              "x-sensitivity": "confidential",
            },
            reason_category: { $ref: "#/$defs/DisputeReasonCategory", description: "What it is about." },
            amount: { $ref: "#/$defs/Money", description: "Amount contested. Absent: that of the session." },
            status: { $ref: "#/$defs/DisputeStatus", description: "Where it stands." },
            evaluation: { $ref: "#/$defs/EvidenceEvaluation", description: "What the evidence rule found last." },
            resolution: { $ref: "#/$defs/DisputeResolution", description: "How it ended." },
          },
          required: ["id", "session_id", "opened_by", "opened_at", "opened_from", "reason", "status"],
          allOf: [
            {
              if: { properties: { status: { enum: ["resolved"] } }, required: ["status"] },
              then: { required: ["resolution"] },
            },
          ],
        },
        DisputeOutcome: { type: "string", enum: ["provider_prevails", "client_prevails"] },
        DisputeReasonCategory: { type: "string", enum: ["quality", "no_show", "billing", "scope", "evidence_missing", "other"] },
        DisputeResolution: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/DisputeOutcome", description: "For whom." },
            method: { $ref: "#/$defs/DisputeResolutionMethod", description: "How." },
            note: { $ref: "#/$defs/LongText", description: "Why, for people.", "x-sensitivity": "confidential" },
            by: { $ref: "#/$defs/Id", description: "Who decided; `system` for a rule." },
            at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["outcome", "method", "by", "at"],
        },
        DisputeResolutionMethod: { type: "string", enum: ["algorithmic", "manual", "arbitration"] },
        DisputeStatus: { type: "string", enum: ["open", "escalated", "resolved"] },
        DocumentData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: {
              $ref: "#/$defs/ShortText",
              description: "What kind of document it is; names outside the catalogue are matched as they stand.",
            },
          },
          required: ["uri", "document_type"],
        },
        DocumentEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "document", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DocumentPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The document.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DocumentPayload: {
          anyOf: [
            { $ref: "#/$defs/ClinicalRecordData" },
            { $ref: "#/$defs/TreatmentAdherenceData" },
            { $ref: "#/$defs/CompletionChecklistData" },
            { $ref: "#/$defs/MeetingMinutesData" },
            { $ref: "#/$defs/LegalDeliverableData" },
            { $ref: "#/$defs/AttendanceRecordData" },
            { $ref: "#/$defs/CourseMaterialData" },
            { $ref: "#/$defs/SessionEvaluationData" },
            { $ref: "#/$defs/ApprovedDeliverableData" },
            { $ref: "#/$defs/CommitteeMinutesData" },
            { $ref: "#/$defs/MilestoneProgressData" },
            { $ref: "#/$defs/DocumentData" },
          ],
        },
        Documentation: {
          type: "object",
          properties: {
            content: {
              type: "string",
              minLength: 1,
              maxLength: 100000,
              description: "Text of the record.",
              "x-sensitivity": "restricted",
            },
            template_id: { $ref: "#/$defs/Id", description: "Template that it follows." },
            created_by: { $ref: "#/$defs/Id", description: "Party that wrote it." },
            created_at: { $ref: "#/$defs/Instant", description: "When it was written." },
          },
          required: ["content", "created_by", "created_at"],
        },
        DurationData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
          },
          required: ["minutes"],
        },
        DurationEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "duration", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DurationPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The time.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DurationPayload: {
          anyOf: [
            { $ref: "#/$defs/LegalBillableHoursData" },
            { $ref: "#/$defs/ConsultingBillableHoursData" },
            { $ref: "#/$defs/DurationData" },
          ],
        },
        EscalationCause: { type: "string", enum: ["no_rule", "amount", "missing", "condition", "duration"] },
        Evidence: {
          anyOf: [
            { $ref: "#/$defs/GpsEvidence" },
            { $ref: "#/$defs/SignatureEvidence" },
            { $ref: "#/$defs/PhotoEvidence" },
            { $ref: "#/$defs/DocumentEvidence" },
            { $ref: "#/$defs/DurationEvidence" },
            { $ref: "#/$defs/NotesEvidence" },
          ],
        },
        EvidenceActor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/EvidenceActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        EvidenceActorType: { type: "string", enum: ["provider", "client", "system", "agent"] },
        EvidenceEvaluation: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/EvidenceOutcome", description: "What was found." },
            why: { $ref: "#/$defs/EscalationCause", description: "Why it could not be accredited." },
            missing: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "Kinds without an item." },
            condition: { $ref: "#/$defs/ShortText", description: "Condition that is not met." },
          },
          required: ["outcome"],
          allOf: [
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
          ],
        },
        EvidenceMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        EvidenceOutcome: { type: "string", enum: ["accredited", "escalate"] },
        ExceptionDetails: {
          anyOf: [
            { $ref: "#/$defs/NoShowDetails" },
            { $ref: "#/$defs/CancellationDetails" },
            { $ref: "#/$defs/RescheduleDetails" },
            { $ref: "#/$defs/ResourceConflictDetails" },
            { $ref: "#/$defs/PartialDetails" },
            { $ref: "#/$defs/Dispute" },
          ],
        },
        ExceptionRecord: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ExceptionType", description: "What happened." },
            at: { $ref: "#/$defs/Instant", description: "When it was recorded." },
            initiated_by: { $ref: "#/$defs/Id", description: "Id of the party that caused or marked it, or `system`." },
            resolution: {
              anyOf: [{ $ref: "#/$defs/ExceptionResolution" }, { type: "string" }],
              description: "How it ended; a node may use words of its own.",
            },
            resolved_at: { $ref: "#/$defs/Instant", description: "When it was settled; absent while it is open." },
            details: { $ref: "#/$defs/ExceptionDetails", description: "Figures, by type.", "x-sensitivity": "personal" },
          },
          required: ["type", "at", "initiated_by"],
        },
        ExceptionResolution: {
          type: "string",
          enum: [
            "client_penalized",
            "free",
            "provider_reassigned",
            "no_replacement",
            "provider_prevails",
            "client_prevails",
            "rescheduled",
            "resource_replaced",
          ],
        },
        ExceptionType: {
          type: "string",
          enum: ["no_show", "cancellation", "dispute", "reschedule", "partial", "resource_conflict"],
        },
        GpsData: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            accuracy_meters: { type: "number", minimum: 0, description: "Radius of uncertainty, in metres." },
            event: { $ref: "#/$defs/GpsEvent", description: "Which end of the delivery." },
          },
          required: ["latitude", "longitude"],
        },
        GpsEvent: { type: "string", enum: ["checkin", "checkout"] },
        GpsEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "gps", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/GpsData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The point.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        LanguageCode: { type: "string", pattern: "^[a-z]{2}$" },
        Latitude: { type: "number", minimum: -90, maximum: 90 },
        LegalBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            agreed_range_minutes: {
              $ref: "#/$defs/AgreedRangeMinutes",
              description: "Span agreed; counts only where the contract names none.",
            },
            justification: {
              $ref: "#/$defs/LongText",
              description: "Why more time was needed than agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["minutes"],
        },
        LegalDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "legal_deliverable", description: "Marks the kind." },
            delivered_to: { $ref: "#/$defs/Id", description: "Client who received it." },
            delivered_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "delivered_to"],
        },
        Location: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/Modality", description: "How the service reaches the client." },
            address: {
              type: "string",
              maxLength: 500,
              description: "Postal address, for people.",
              "x-sensitivity": "personal",
            },
            room: { type: "string", maxLength: 200, description: "Label of the room, for people." },
            resource_id: { $ref: "#/$defs/Id", description: "Resource that the delivery occupies." },
            coordinates: { $ref: "#/$defs/Coordinates", description: "Point on the map.", "x-sensitivity": "personal" },
          },
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        MaterialItem: {
          type: "object",
          properties: {
            title: { $ref: "#/$defs/ShortText", description: "What it is called." },
            uri: { $ref: "#/$defs/Uri", description: "Where it is." },
          },
          required: ["title"],
        },
        MeetingMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "meeting_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        MilestoneProgressData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "milestone_progress", description: "Marks the kind." },
            milestone_id: { $ref: "#/$defs/Id", description: "The milestone, as the order names it." },
            progress_percent: { $ref: "#/$defs/Percent", description: "Share done, 0 to 100." },
            notes: { $ref: "#/$defs/LongText", description: "Remarks.", "x-sensitivity": "confidential" },
          },
          required: ["document_type", "milestone_id", "progress_percent"],
        },
        Minutes: { type: "integer", minimum: 1, maximum: 2147483647 },
        Modality: { type: "string", enum: ["in_person", "virtual", "home_visit"] },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        NoShowDetails: {
          type: "object",
          properties: {
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
          },
          required: ["no_show_type"],
        },
        NoShowType: { type: "string", enum: ["client", "provider"] },
        NotesData: {
          type: "object",
          properties: {
            text: { $ref: "#/$defs/LongText", description: "The text.", "x-sensitivity": "confidential" },
            language: { $ref: "#/$defs/LanguageCode", description: "Its language." },
          },
          required: ["text"],
        },
        NotesEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "notes", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/NotesData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The notes.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        PartialDetails: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What was delivered, and what was not.",
              "x-sensitivity": "personal",
            },
            delivered_minutes: {
              $ref: "#/$defs/Count",
              description: "Minutes that were delivered, 0 when it broke off at once. The price shrinks in proportion unless an amount is given.",
            },
            adjusted_amount: { $ref: "#/$defs/Money", description: "Price of what was delivered; never above the agreed price." },
          },
          required: ["description"],
          allOf: [{ anyOf: [{ required: ["delivered_minutes"] }, { required: ["adjusted_amount"] }] }],
        },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PhotoAfterData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "after", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoBeforeData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "before", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            label: { $ref: "#/$defs/ShortText", description: "What it shows, e.g. `before`, `after`, `damage`." },
            metadata: { $ref: "#/$defs/PhotoMetadata", description: "Where and when it was taken." },
          },
          required: ["uri"],
        },
        PhotoEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "photo", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/PhotoPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The picture.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        PhotoMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
        },
        PhotoPayload: {
          anyOf: [
            { $ref: "#/$defs/PhotoBeforeData" },
            { $ref: "#/$defs/PhotoAfterData" },
            { $ref: "#/$defs/PhotoData" },
          ],
        },
        PhotoProofMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
          required: ["latitude", "longitude", "taken_at"],
        },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        ProofOfDelivery: {
          type: "object",
          properties: {
            checkin: { $ref: "#/$defs/Instant", description: "When the delivery began." },
            checkout: { $ref: "#/$defs/Instant", description: "When the delivery ended." },
            duration_actual: {
              $ref: "#/$defs/Count",
              description: "Whole minutes between check-in and check-out, rounded down.",
            },
            evidence: {
              type: "array",
              items: { $ref: "#/$defs/Evidence" },
              description: "Evidence items, in order of arrival; they never change.",
              "x-sensitivity": "restricted",
            },
          },
        },
        RedactedData: {
          type: "object",
          properties: {
            redacted: { type: "boolean", const: true, description: "The payload was left out." },
            reason: { type: "string", const: "restricted_evidence", description: "Why." },
          },
          required: ["redacted", "reason"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        RescheduleCause: { type: "string", enum: ["party_request", "resource_conflict"] },
        RescheduleDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Instant", description: "Start before." },
            new: { $ref: "#/$defs/Instant", description: "Start after; absent as long as none is found." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
            fee: { $ref: "#/$defs/Money", description: "Fee by the rescheduling policy of the contract." },
          },
          required: ["previous", "cause"],
        },
        ResourceConflictDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Id", description: "Resource that became unavailable." },
            new: { $ref: "#/$defs/Id", description: "Resource that took its place; absent when none was free." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
          },
          required: ["previous", "cause"],
        },
        ServiceBilling: {
          type: "object",
          properties: {
            amount: { $ref: "#/$defs/Money", description: "Price of this delivery, after any adjustment." },
            payer: { $ref: "#/$defs/Id", description: "Who pays: the payer of the client, else the client." },
            status: {
              $ref: "#/$defs/BillingStatus",
              description: "How far it is settled. Moves apart from the lifecycle (D-10).",
            },
            charged_at: { $ref: "#/$defs/Instant", description: "When the amount was debited or became debt." },
            payment_id: { $ref: "#/$defs/Id", description: "Payment that covers it; may be an earlier prepayment." },
            tax_document: {
              type: "string",
              maxLength: 200,
              description: "Tax document that was issued for it.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["amount"],
        },
        ServiceClient: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The beneficiary." },
            payer_id: { $ref: "#/$defs/Id", description: "Who pays, when that is someone else." },
          },
          required: ["id"],
        },
        ServiceLifecycle: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/ServiceState", description: "Present state." },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/Transition" },
              description: "Every state change so far, oldest first; only ever appended to.",
            },
            exceptions: {
              type: "array",
              items: { $ref: "#/$defs/ExceptionRecord" },
              description: "Everything that went another way than planned, oldest first.",
            },
            verification_deadline: {
              $ref: "#/$defs/Instant",
              description: "When silence of the client counts as acceptance; from `delivered` or `partial` until the session leaves the cycle (P-04).",
            },
          },
          required: ["current_state"],
          allOf: [
            {
              if: {
                properties: { current_state: { enum: ["delivered", "partial", "documented", "charged", "disputed"] } },
                required: ["current_state"],
              },
              then: { required: ["verification_deadline"] },
            },
          ],
        },
        ServiceProvider: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The provider." },
            organization_id: { $ref: "#/$defs/Id", description: "The organization the provider delivers for." },
            credentials: {
              type: "array",
              items: { type: "string" },
              description: "Credentials that matter for this delivery, for people.",
            },
            trust_score: { $ref: "#/$defs/TrustScore", description: "Trust computed from verified deliveries, 0 to 100." },
            profile_id: { $ref: "#/$defs/Uuid", description: "Public profile of the provider (D-15)." },
          },
          required: ["id", "organization_id"],
        },
        ServiceSchedule: {
          type: "object",
          properties: {
            requested_at: { $ref: "#/$defs/Instant", description: "When the service was asked for." },
            scheduled_for: { $ref: "#/$defs/Instant", description: "Start of the delivery; set on entering `scheduled`." },
            duration_expected: { $ref: "#/$defs/Minutes", description: "Planned length, in minutes." },
          },
          required: ["requested_at"],
        },
        ServiceState: {
          type: "string",
          enum: [
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
          ],
        },
        Session: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Id of the delivery; the id of its session." },
            service_order_id: {
              $ref: "#/$defs/Id",
              description: "Order that the delivery belongs to; then billing only informs.",
            },
            service_id: { $ref: "#/$defs/Id", description: "Offer that was booked." },
            type: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Category of the service, in the organization's own word.",
            },
            vertical: { type: "string", minLength: 1, maxLength: 100, description: "Vertical of the service." },
            name: { type: "string", minLength: 1, maxLength: 200, description: "Name of the service, for people." },
            duration_minutes: { $ref: "#/$defs/Minutes", description: "Length of the delivery, in minutes." },
            requirements: { type: "array", items: { type: "string" }, description: "What the client has to bring or fulfil." },
            visibility: {
              $ref: "#/$defs/Visibility",
              description: "Who may discover it; a booked session is private.",
              default: "public",
            },
            provider: { $ref: "#/$defs/ServiceProvider", description: "Who delivers." },
            client: { $ref: "#/$defs/ServiceClient", description: "Who receives." },
            schedule: { $ref: "#/$defs/ServiceSchedule", description: "When it happens." },
            location: { $ref: "#/$defs/Location", description: "Where it happens." },
            lifecycle: { $ref: "#/$defs/ServiceLifecycle", description: "Where it stands." },
            proof: { $ref: "#/$defs/ProofOfDelivery", description: "What shows that it happened." },
            documentation: {
              $ref: "#/$defs/Documentation",
              description: "Record of the delivery; from `documented` on, when one was written.",
              "x-sensitivity": "restricted",
            },
            billing: { $ref: "#/$defs/ServiceBilling", description: "What it costs." },
            provider_id: { $ref: "#/$defs/Id", description: "Same as `provider.id`." },
            client_id: { $ref: "#/$defs/Id", description: "Same as `client.id`." },
            starts_at: {
              $ref: "#/$defs/Instant",
              description: "Same as `schedule.scheduled_for`; before that is set, the wished start (P-02).",
            },
            ends_at: { $ref: "#/$defs/Instant", description: "Start plus duration." },
            resource_id: { $ref: "#/$defs/Id", description: "Same as `location.resource_id`." },
            human_intent_confirmed: {
              type: "boolean",
              description: "The caller claims that a person wanted this booking. Stored, without effect of its own.",
              default: false,
            },
            series_id: { $ref: "#/$defs/Id", description: "Series of repeated bookings that it belongs to." },
            previous_session_id: { $ref: "#/$defs/Id", description: "Public booking that it replaced (P-11)." },
            submission: { $ref: "#/$defs/Submission", description: "How the booking came in." },
          },
          required: [
            "id",
            "service_id",
            "type",
            "vertical",
            "name",
            "duration_minutes",
            "provider",
            "client",
            "schedule",
            "lifecycle",
            "billing",
            "provider_id",
            "client_id",
            "starts_at",
          ],
        },
        SessionEvaluationData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "session_evaluation", description: "Marks the kind." },
            score: {
              type: "number",
              minimum: 0,
              maximum: 100,
              description: "Result, 0 to 100.",
              "x-sensitivity": "confidential",
            },
            feedback: {
              $ref: "#/$defs/LongText",
              description: "What the instructor says of it.",
              "x-sensitivity": "confidential",
            },
            competencies: { type: "array", items: { $ref: "#/$defs/Competency" }, description: "Competencies, one by one." },
          },
          required: ["document_type"],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        SignatureData: {
          type: "object",
          properties: {
            signer_role: { $ref: "#/$defs/SignerRole", description: "Who signed." },
            format: { $ref: "#/$defs/SignatureFormat", description: "Form of the artefact." },
            uri: { $ref: "#/$defs/Uri", description: "Where the artefact is.", "x-sensitivity": "confidential" },
          },
          required: ["signer_role", "format"],
        },
        SignatureEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "signature", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/SignatureData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The signature.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        SignatureFormat: { type: "string", enum: ["image/png", "image/svg+xml", "application/pkcs7-signature"] },
        SignerRole: { type: "string", enum: ["provider", "client", "both"] },
        Submission: {
          type: "object",
          properties: {
            channel: { $ref: "#/$defs/SubmissionChannel", description: "Through what." },
            submitted_by_type: { $ref: "#/$defs/SubmitterType", description: "By whom." },
            agent_id: { $ref: "#/$defs/Id", description: "The program; it must hold a valid mandate." },
            agent_name: { type: "string", maxLength: 200, description: "Name of the program." },
            platform: { type: "string", maxLength: 200, description: "Platform that the program runs on." },
          },
          required: ["channel", "submitted_by_type"],
          allOf: [
            {
              if: {
                properties: { submitted_by_type: { enum: ["agent", "human_with_agent_assistance"] } },
                required: ["submitted_by_type"],
              },
              then: { required: ["agent_id"] },
            },
          ],
        },
        SubmissionChannel: { type: "string", enum: ["web", "whatsapp", "phone", "chat", "api", "other"] },
        SubmitterType: { type: "string", enum: ["human", "agent", "human_with_agent_assistance"] },
        Transition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/ServiceState" }, { type: "null" }],
              description: "State before; null in the first record and nowhere else.",
            },
            to: { $ref: "#/$defs/ServiceState", description: "State after." },
            at: {
              $ref: "#/$defs/Instant",
              description: "When, by the clock of the node; never earlier than the record before.",
            },
            by: {
              $ref: "#/$defs/Id",
              description: "Id of the client, provider, organization or agent that acted, or `system`.",
            },
            method: { $ref: "#/$defs/TransitionMethod", description: "How it came about." },
            metadata: { $ref: "#/$defs/TransitionMetadata", description: "What else is known." },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        TransitionMetadata: {
          type: "object",
          properties: {
            reason: { type: "string", description: "Why, where a reason was asked for.", "x-sensitivity": "personal" },
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
            missing_evidence: {
              type: "array",
              items: { type: "string" },
              description: "Evidence kinds that were missing when a partial delivery was documented.",
            },
          },
        },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        TreatmentAdherenceData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "treatment_adherence", description: "Marks the kind." },
            checklist: { type: "array", items: { $ref: "#/$defs/TreatmentItem" }, description: "The plan, item by item." },
          },
          required: ["document_type", "checklist"],
        },
        TreatmentItem: {
          type: "object",
          properties: {
            item: { $ref: "#/$defs/LongText", description: "What was planned.", "x-sensitivity": "confidential" },
            completed: { type: "boolean", description: "Whether it was done.", "x-sensitivity": "confidential" },
          },
          required: ["item", "completed"],
        },
        TrustScore: { type: "number", minimum: 0, maximum: 100 },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "Record evidence",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "delivery.record_evidence",
      "servicialo/scopes": ["evidence:write"],
      "servicialo/phase": "delivery",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "docs_quickstart",
    title: "How to begin",
    description: "The way into this node, as data.",
    inputSchema: { title: "docs.quickstart input", type: "object", additionalProperties: false },
    outputSchema: {
      title: "docs.quickstart output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "quickstarts", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Quickstart", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OperationName: { type: "string", pattern: "^[a-z0-9_]+(?:\\.[a-z0-9_]+)+$", maxLength: 64 },
        Quickstart: {
          type: "object",
          properties: {
            steps: {
              type: "array",
              items: { $ref: "#/$defs/QuickstartStep" },
              minItems: 1,
              description: "Steps, in order.",
            },
            tools: { $ref: "#/$defs/QuickstartTools", description: "Operations of this node." },
            links: {
              type: "object",
              additionalProperties: { $ref: "#/$defs/Uri" },
              description: "Further reading, by name.",
            },
          },
          required: ["steps", "tools", "links"],
        },
        QuickstartStep: {
          type: "object",
          properties: {
            order: { type: "integer", minimum: 1, maximum: 2147483647, description: "Position, from 1." },
            title: { $ref: "#/$defs/ShortText", description: "What to do." },
            description: { type: "string", description: "How to do it." },
            operation: { $ref: "#/$defs/OperationName", description: "The operation to call." },
          },
          required: ["order", "title"],
        },
        QuickstartTools: {
          type: "object",
          properties: {
            public: {
              type: "array",
              items: { $ref: "#/$defs/OperationName" },
              description: "Callable without a credential.",
            },
            authenticated: {
              type: "array",
              items: { $ref: "#/$defs/OperationName" },
              description: "Callable with a credential.",
            },
          },
          required: ["public", "authenticated"],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
      },
    },
    annotations: {
      title: "How to begin",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "docs.quickstart",
      "servicialo/scopes": [],
      "servicialo/phase": "discovery",
      "servicialo/tier": "discovery",
    },
  },
  {
    name: "documentation_create",
    title: "Document a delivery",
    description: "Writes the record of the delivery: `delivered` or `partial → documented`.",
    inputSchema: {
      title: "documentation.create input",
      type: "object",
      properties: {
        session_id: { $ref: "#/$defs/Id", description: "The session." },
        content: {
          type: "string",
          minLength: 1,
          maxLength: 100000,
          description: "The record itself.",
          "x-sensitivity": "restricted",
        },
        template_id: { $ref: "#/$defs/Id", description: "Template it was written with." },
        actor: { $ref: "#/$defs/Actor", description: "Who writes it." },
      },
      required: ["session_id", "content", "actor"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "documentation.create output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "sessions", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Session", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource after the command.",
        },
        meta: {
          type: "object",
          properties: {
            transition: {
              $ref: "#/$defs/TransitionSummary",
              description: "The last state change that the command recorded.",
            },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/TransitionSummary" },
              description: "All of them, when the command recorded several.",
            },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          required: ["transition"],
          description: "What happened.",
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
        AgreedRangeMinutes: {
          type: "object",
          properties: {
            min: { type: "number", minimum: 0, description: "Least time agreed; staying below is no fault." },
            max: { type: "number", minimum: 0, description: "Most time that needs no justification. Absent: any." },
          },
        },
        ApprovedDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "deliverable", description: "Marks the kind." },
            approved_by: { $ref: "#/$defs/Id", description: "Client who approved it." },
            approved_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "approved_by", "approved_at"],
        },
        AttendanceRecordData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "attendance_record", description: "Marks the kind." },
            student_present: { type: "boolean", description: "The student was there.", "x-sensitivity": "personal" },
            instructor_present: { type: "boolean", description: "The instructor was there.", "x-sensitivity": "personal" },
            session_start: { $ref: "#/$defs/Instant", description: "When the lesson began." },
            session_end: { $ref: "#/$defs/Instant", description: "When it ended." },
          },
          required: ["document_type", "student_present", "instructor_present"],
        },
        BareAmount: { type: "number", minimum: 0 },
        BillingStatus: { type: "string", enum: ["pending", "charged", "invoiced", "paid", "disputed"] },
        CancellationDetails: {
          type: "object",
          properties: {
            hours_before: {
              type: "number",
              description: "Hours between cancellation and start; negative when the start had passed.",
            },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
            refund: { $ref: "#/$defs/Money", description: "What goes back of money already paid." },
          },
          required: ["hours_before", "penalty", "refund"],
        },
        ClinicalRecordData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "clinical_record", description: "Marks the kind." },
            signed_by: {
              type: "array",
              items: { $ref: "#/$defs/ClinicalSigner" },
              minItems: 2,
              uniqueItems: true,
              description: "Roles that signed, as words and not as ids: both.",
            },
          },
          required: ["uri", "document_type", "signed_by"],
        },
        ClinicalSigner: { type: "string", enum: ["provider", "client"] },
        CommitteeMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "committee_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        Competency: {
          type: "object",
          properties: {
            name: { $ref: "#/$defs/ShortText", description: "What it is called." },
            level: {
              $ref: "#/$defs/CompetencyLevel",
              description: "How far it was reached.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["name", "level"],
        },
        CompetencyLevel: { type: "string", enum: ["not_started", "in_progress", "achieved"] },
        CompletionChecklistData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "completion_checklist", description: "Marks the kind." },
            checklist: {
              type: "array",
              items: { $ref: "#/$defs/CompletionTask" },
              minItems: 1,
              description: "The tasks; at least one.",
            },
            all_completed: { type: "boolean", description: "Every task was done. Computed; a sent value is ignored." },
          },
          required: ["document_type", "checklist"],
        },
        CompletionTask: {
          type: "object",
          properties: {
            task: { $ref: "#/$defs/LongText", description: "What was agreed." },
            completed: { type: "boolean", description: "Whether it was done." },
          },
          required: ["task", "completed"],
        },
        ConsultingBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            budget_authorized_minutes: {
              type: "number",
              minimum: 0,
              description: "Time authorized, in minutes; counts only where contract and order name none.",
            },
            scope_change_ref: { $ref: "#/$defs/ShortText", description: "Reference to the authorization of more time." },
          },
          required: ["minutes", "category"],
        },
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CourseMaterialData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "course_material", description: "Marks the kind." },
            material_items: { type: "array", items: { $ref: "#/$defs/MaterialItem" }, description: "The pieces." },
          },
          required: ["uri", "document_type"],
        },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        DataSensitivity: { type: "string", enum: ["public", "internal", "confidential", "restricted"] },
        Dispute: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The dispute." },
            session_id: { $ref: "#/$defs/Id", description: "Session contested." },
            opened_by: { $ref: "#/$defs/Id", description: "Client of the session." },
            opened_at: { $ref: "#/$defs/Instant", description: "When." },
            opened_from: {
              type: "string",
              enum: ["delivered", "documented", "charged"],
              description: "State that the session was in.",
            },
            reason: {
              $ref: "#/$defs/LongText",
              description: "Why, in the client's words.",
              "x-sensitivity": "confidential",
            },
            reason_category: { $ref: "#/$defs/DisputeReasonCategory", description: "What it is about." },
            amount: { $ref: "#/$defs/Money", description: "Amount contested. Absent: that of the session." },
            status: { $ref: "#/$defs/DisputeStatus", description: "Where it stands." },
            evaluation: { $ref: "#/$defs/EvidenceEvaluation", description: "What the evidence rule found last." },
            resolution: { $ref: "#/$defs/DisputeResolution", description: "How it ended." },
          },
          required: ["id", "session_id", "opened_by", "opened_at", "opened_from", "reason", "status"],
          allOf: [
            {
              if: { properties: { status: { enum: ["resolved"] } }, required: ["status"] },
              then: { required: ["resolution"] },
            },
          ],
        },
        DisputeOutcome: { type: "string", enum: ["provider_prevails", "client_prevails"] },
        DisputeReasonCategory: { type: "string", enum: ["quality", "no_show", "billing", "scope", "evidence_missing", "other"] },
        DisputeResolution: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/DisputeOutcome", description: "For whom." },
            method: { $ref: "#/$defs/DisputeResolutionMethod", description: "How." },
            note: { $ref: "#/$defs/LongText", description: "Why, for people.", "x-sensitivity": "confidential" },
            by: { $ref: "#/$defs/Id", description: "Who decided; `system` for a rule." },
            at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["outcome", "method", "by", "at"],
        },
        DisputeResolutionMethod: { type: "string", enum: ["algorithmic", "manual", "arbitration"] },
        DisputeStatus: { type: "string", enum: ["open", "escalated", "resolved"] },
        DocumentData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: {
              $ref: "#/$defs/ShortText",
              description: "What kind of document it is; names outside the catalogue are matched as they stand.",
            },
          },
          required: ["uri", "document_type"],
        },
        DocumentEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "document", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DocumentPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The document.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DocumentPayload: {
          anyOf: [
            { $ref: "#/$defs/ClinicalRecordData" },
            { $ref: "#/$defs/TreatmentAdherenceData" },
            { $ref: "#/$defs/CompletionChecklistData" },
            { $ref: "#/$defs/MeetingMinutesData" },
            { $ref: "#/$defs/LegalDeliverableData" },
            { $ref: "#/$defs/AttendanceRecordData" },
            { $ref: "#/$defs/CourseMaterialData" },
            { $ref: "#/$defs/SessionEvaluationData" },
            { $ref: "#/$defs/ApprovedDeliverableData" },
            { $ref: "#/$defs/CommitteeMinutesData" },
            { $ref: "#/$defs/MilestoneProgressData" },
            { $ref: "#/$defs/DocumentData" },
          ],
        },
        Documentation: {
          type: "object",
          properties: {
            content: {
              type: "string",
              minLength: 1,
              maxLength: 100000,
              description: "Text of the record.",
              "x-sensitivity": "restricted",
            },
            template_id: { $ref: "#/$defs/Id", description: "Template that it follows." },
            created_by: { $ref: "#/$defs/Id", description: "Party that wrote it." },
            created_at: { $ref: "#/$defs/Instant", description: "When it was written." },
          },
          required: ["content", "created_by", "created_at"],
        },
        DurationData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
          },
          required: ["minutes"],
        },
        DurationEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "duration", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DurationPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The time.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DurationPayload: {
          anyOf: [
            { $ref: "#/$defs/LegalBillableHoursData" },
            { $ref: "#/$defs/ConsultingBillableHoursData" },
            { $ref: "#/$defs/DurationData" },
          ],
        },
        EscalationCause: { type: "string", enum: ["no_rule", "amount", "missing", "condition", "duration"] },
        Evidence: {
          anyOf: [
            { $ref: "#/$defs/GpsEvidence" },
            { $ref: "#/$defs/SignatureEvidence" },
            { $ref: "#/$defs/PhotoEvidence" },
            { $ref: "#/$defs/DocumentEvidence" },
            { $ref: "#/$defs/DurationEvidence" },
            { $ref: "#/$defs/NotesEvidence" },
          ],
        },
        EvidenceActor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/EvidenceActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        EvidenceActorType: { type: "string", enum: ["provider", "client", "system", "agent"] },
        EvidenceEvaluation: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/EvidenceOutcome", description: "What was found." },
            why: { $ref: "#/$defs/EscalationCause", description: "Why it could not be accredited." },
            missing: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "Kinds without an item." },
            condition: { $ref: "#/$defs/ShortText", description: "Condition that is not met." },
          },
          required: ["outcome"],
          allOf: [
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
          ],
        },
        EvidenceMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        EvidenceOutcome: { type: "string", enum: ["accredited", "escalate"] },
        ExceptionDetails: {
          anyOf: [
            { $ref: "#/$defs/NoShowDetails" },
            { $ref: "#/$defs/CancellationDetails" },
            { $ref: "#/$defs/RescheduleDetails" },
            { $ref: "#/$defs/ResourceConflictDetails" },
            { $ref: "#/$defs/PartialDetails" },
            { $ref: "#/$defs/Dispute" },
          ],
        },
        ExceptionRecord: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ExceptionType", description: "What happened." },
            at: { $ref: "#/$defs/Instant", description: "When it was recorded." },
            initiated_by: { $ref: "#/$defs/Id", description: "Id of the party that caused or marked it, or `system`." },
            resolution: {
              anyOf: [{ $ref: "#/$defs/ExceptionResolution" }, { type: "string" }],
              description: "How it ended; a node may use words of its own.",
            },
            resolved_at: { $ref: "#/$defs/Instant", description: "When it was settled; absent while it is open." },
            details: { $ref: "#/$defs/ExceptionDetails", description: "Figures, by type.", "x-sensitivity": "personal" },
          },
          required: ["type", "at", "initiated_by"],
        },
        ExceptionResolution: {
          type: "string",
          enum: [
            "client_penalized",
            "free",
            "provider_reassigned",
            "no_replacement",
            "provider_prevails",
            "client_prevails",
            "rescheduled",
            "resource_replaced",
          ],
        },
        ExceptionType: {
          type: "string",
          enum: ["no_show", "cancellation", "dispute", "reschedule", "partial", "resource_conflict"],
        },
        GpsData: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            accuracy_meters: { type: "number", minimum: 0, description: "Radius of uncertainty, in metres." },
            event: { $ref: "#/$defs/GpsEvent", description: "Which end of the delivery." },
          },
          required: ["latitude", "longitude"],
        },
        GpsEvent: { type: "string", enum: ["checkin", "checkout"] },
        GpsEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "gps", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/GpsData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The point.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        LanguageCode: { type: "string", pattern: "^[a-z]{2}$" },
        Latitude: { type: "number", minimum: -90, maximum: 90 },
        LegalBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            agreed_range_minutes: {
              $ref: "#/$defs/AgreedRangeMinutes",
              description: "Span agreed; counts only where the contract names none.",
            },
            justification: {
              $ref: "#/$defs/LongText",
              description: "Why more time was needed than agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["minutes"],
        },
        LegalDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "legal_deliverable", description: "Marks the kind." },
            delivered_to: { $ref: "#/$defs/Id", description: "Client who received it." },
            delivered_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "delivered_to"],
        },
        Location: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/Modality", description: "How the service reaches the client." },
            address: {
              type: "string",
              maxLength: 500,
              description: "Postal address, for people.",
              "x-sensitivity": "personal",
            },
            room: { type: "string", maxLength: 200, description: "Label of the room, for people." },
            resource_id: { $ref: "#/$defs/Id", description: "Resource that the delivery occupies." },
            coordinates: { $ref: "#/$defs/Coordinates", description: "Point on the map.", "x-sensitivity": "personal" },
          },
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        MaterialItem: {
          type: "object",
          properties: {
            title: { $ref: "#/$defs/ShortText", description: "What it is called." },
            uri: { $ref: "#/$defs/Uri", description: "Where it is." },
          },
          required: ["title"],
        },
        MeetingMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "meeting_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        MilestoneProgressData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "milestone_progress", description: "Marks the kind." },
            milestone_id: { $ref: "#/$defs/Id", description: "The milestone, as the order names it." },
            progress_percent: { $ref: "#/$defs/Percent", description: "Share done, 0 to 100." },
            notes: { $ref: "#/$defs/LongText", description: "Remarks.", "x-sensitivity": "confidential" },
          },
          required: ["document_type", "milestone_id", "progress_percent"],
        },
        Minutes: { type: "integer", minimum: 1, maximum: 2147483647 },
        Modality: { type: "string", enum: ["in_person", "virtual", "home_visit"] },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        NoShowDetails: {
          type: "object",
          properties: {
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
          },
          required: ["no_show_type"],
        },
        NoShowType: { type: "string", enum: ["client", "provider"] },
        NotesData: {
          type: "object",
          properties: {
            text: { $ref: "#/$defs/LongText", description: "The text.", "x-sensitivity": "confidential" },
            language: { $ref: "#/$defs/LanguageCode", description: "Its language." },
          },
          required: ["text"],
        },
        NotesEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "notes", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/NotesData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The notes.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        PartialDetails: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What was delivered, and what was not.",
              "x-sensitivity": "personal",
            },
            delivered_minutes: {
              $ref: "#/$defs/Count",
              description: "Minutes that were delivered, 0 when it broke off at once. The price shrinks in proportion unless an amount is given.",
            },
            adjusted_amount: { $ref: "#/$defs/Money", description: "Price of what was delivered; never above the agreed price." },
          },
          required: ["description"],
          allOf: [{ anyOf: [{ required: ["delivered_minutes"] }, { required: ["adjusted_amount"] }] }],
        },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PhotoAfterData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "after", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoBeforeData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "before", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            label: { $ref: "#/$defs/ShortText", description: "What it shows, e.g. `before`, `after`, `damage`." },
            metadata: { $ref: "#/$defs/PhotoMetadata", description: "Where and when it was taken." },
          },
          required: ["uri"],
        },
        PhotoEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "photo", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/PhotoPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The picture.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        PhotoMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
        },
        PhotoPayload: {
          anyOf: [
            { $ref: "#/$defs/PhotoBeforeData" },
            { $ref: "#/$defs/PhotoAfterData" },
            { $ref: "#/$defs/PhotoData" },
          ],
        },
        PhotoProofMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
          required: ["latitude", "longitude", "taken_at"],
        },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        ProofOfDelivery: {
          type: "object",
          properties: {
            checkin: { $ref: "#/$defs/Instant", description: "When the delivery began." },
            checkout: { $ref: "#/$defs/Instant", description: "When the delivery ended." },
            duration_actual: {
              $ref: "#/$defs/Count",
              description: "Whole minutes between check-in and check-out, rounded down.",
            },
            evidence: {
              type: "array",
              items: { $ref: "#/$defs/Evidence" },
              description: "Evidence items, in order of arrival; they never change.",
              "x-sensitivity": "restricted",
            },
          },
        },
        RedactedData: {
          type: "object",
          properties: {
            redacted: { type: "boolean", const: true, description: "The payload was left out." },
            reason: { type: "string", const: "restricted_evidence", description: "Why." },
          },
          required: ["redacted", "reason"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        RescheduleCause: { type: "string", enum: ["party_request", "resource_conflict"] },
        RescheduleDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Instant", description: "Start before." },
            new: { $ref: "#/$defs/Instant", description: "Start after; absent as long as none is found." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
            fee: { $ref: "#/$defs/Money", description: "Fee by the rescheduling policy of the contract." },
          },
          required: ["previous", "cause"],
        },
        ResourceConflictDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Id", description: "Resource that became unavailable." },
            new: { $ref: "#/$defs/Id", description: "Resource that took its place; absent when none was free." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
          },
          required: ["previous", "cause"],
        },
        ServiceBilling: {
          type: "object",
          properties: {
            amount: { $ref: "#/$defs/Money", description: "Price of this delivery, after any adjustment." },
            payer: { $ref: "#/$defs/Id", description: "Who pays: the payer of the client, else the client." },
            status: {
              $ref: "#/$defs/BillingStatus",
              description: "How far it is settled. Moves apart from the lifecycle (D-10).",
            },
            charged_at: { $ref: "#/$defs/Instant", description: "When the amount was debited or became debt." },
            payment_id: { $ref: "#/$defs/Id", description: "Payment that covers it; may be an earlier prepayment." },
            tax_document: {
              type: "string",
              maxLength: 200,
              description: "Tax document that was issued for it.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["amount"],
        },
        ServiceClient: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The beneficiary." },
            payer_id: { $ref: "#/$defs/Id", description: "Who pays, when that is someone else." },
          },
          required: ["id"],
        },
        ServiceLifecycle: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/ServiceState", description: "Present state." },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/Transition" },
              description: "Every state change so far, oldest first; only ever appended to.",
            },
            exceptions: {
              type: "array",
              items: { $ref: "#/$defs/ExceptionRecord" },
              description: "Everything that went another way than planned, oldest first.",
            },
            verification_deadline: {
              $ref: "#/$defs/Instant",
              description: "When silence of the client counts as acceptance; from `delivered` or `partial` until the session leaves the cycle (P-04).",
            },
          },
          required: ["current_state"],
          allOf: [
            {
              if: {
                properties: { current_state: { enum: ["delivered", "partial", "documented", "charged", "disputed"] } },
                required: ["current_state"],
              },
              then: { required: ["verification_deadline"] },
            },
          ],
        },
        ServiceProvider: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The provider." },
            organization_id: { $ref: "#/$defs/Id", description: "The organization the provider delivers for." },
            credentials: {
              type: "array",
              items: { type: "string" },
              description: "Credentials that matter for this delivery, for people.",
            },
            trust_score: { $ref: "#/$defs/TrustScore", description: "Trust computed from verified deliveries, 0 to 100." },
            profile_id: { $ref: "#/$defs/Uuid", description: "Public profile of the provider (D-15)." },
          },
          required: ["id", "organization_id"],
        },
        ServiceSchedule: {
          type: "object",
          properties: {
            requested_at: { $ref: "#/$defs/Instant", description: "When the service was asked for." },
            scheduled_for: { $ref: "#/$defs/Instant", description: "Start of the delivery; set on entering `scheduled`." },
            duration_expected: { $ref: "#/$defs/Minutes", description: "Planned length, in minutes." },
          },
          required: ["requested_at"],
        },
        ServiceState: {
          type: "string",
          enum: [
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
          ],
        },
        Session: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Id of the delivery; the id of its session." },
            service_order_id: {
              $ref: "#/$defs/Id",
              description: "Order that the delivery belongs to; then billing only informs.",
            },
            service_id: { $ref: "#/$defs/Id", description: "Offer that was booked." },
            type: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Category of the service, in the organization's own word.",
            },
            vertical: { type: "string", minLength: 1, maxLength: 100, description: "Vertical of the service." },
            name: { type: "string", minLength: 1, maxLength: 200, description: "Name of the service, for people." },
            duration_minutes: { $ref: "#/$defs/Minutes", description: "Length of the delivery, in minutes." },
            requirements: { type: "array", items: { type: "string" }, description: "What the client has to bring or fulfil." },
            visibility: {
              $ref: "#/$defs/Visibility",
              description: "Who may discover it; a booked session is private.",
              default: "public",
            },
            provider: { $ref: "#/$defs/ServiceProvider", description: "Who delivers." },
            client: { $ref: "#/$defs/ServiceClient", description: "Who receives." },
            schedule: { $ref: "#/$defs/ServiceSchedule", description: "When it happens." },
            location: { $ref: "#/$defs/Location", description: "Where it happens." },
            lifecycle: { $ref: "#/$defs/ServiceLifecycle", description: "Where it stands." },
            proof: { $ref: "#/$defs/ProofOfDelivery", description: "What shows that it happened." },
            documentation: {
              $ref: "#/$defs/Documentation",
              description: "Record of the delivery; from `documented` on, when one was written.",
              "x-sensitivity": "restricted",
            },
            billing: { $ref: "#/$defs/ServiceBilling", description: "What it costs." },
            provider_id: { $ref: "#/$defs/Id", description: "Same as `provider.id`." },
            client_id: { $ref: "#/$defs/Id", description: "Same as `client.id`." },
            starts_at: {
              $ref: "#/$defs/Instant",
              description: "Same as `schedule.scheduled_for`; before that is set, the wished start (P-02).",
            },
            ends_at: { $ref: "#/$defs/Instant", description: "Start plus duration." },
            resource_id: { $ref: "#/$defs/Id", description: "Same as `location.resource_id`." },
            human_intent_confirmed: {
              type: "boolean",
              description: "The caller claims that a person wanted this booking. Stored, without effect of its own.",
              default: false,
            },
            series_id: { $ref: "#/$defs/Id", description: "Series of repeated bookings that it belongs to." },
            previous_session_id: { $ref: "#/$defs/Id", description: "Public booking that it replaced (P-11)." },
            submission: { $ref: "#/$defs/Submission", description: "How the booking came in." },
          },
          required: [
            "id",
            "service_id",
            "type",
            "vertical",
            "name",
            "duration_minutes",
            "provider",
            "client",
            "schedule",
            "lifecycle",
            "billing",
            "provider_id",
            "client_id",
            "starts_at",
          ],
        },
        SessionEvaluationData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "session_evaluation", description: "Marks the kind." },
            score: {
              type: "number",
              minimum: 0,
              maximum: 100,
              description: "Result, 0 to 100.",
              "x-sensitivity": "confidential",
            },
            feedback: {
              $ref: "#/$defs/LongText",
              description: "What the instructor says of it.",
              "x-sensitivity": "confidential",
            },
            competencies: { type: "array", items: { $ref: "#/$defs/Competency" }, description: "Competencies, one by one." },
          },
          required: ["document_type"],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        SignatureData: {
          type: "object",
          properties: {
            signer_role: { $ref: "#/$defs/SignerRole", description: "Who signed." },
            format: { $ref: "#/$defs/SignatureFormat", description: "Form of the artefact." },
            uri: { $ref: "#/$defs/Uri", description: "Where the artefact is.", "x-sensitivity": "confidential" },
          },
          required: ["signer_role", "format"],
        },
        SignatureEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "signature", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/SignatureData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The signature.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        SignatureFormat: { type: "string", enum: ["image/png", "image/svg+xml", "application/pkcs7-signature"] },
        SignerRole: { type: "string", enum: ["provider", "client", "both"] },
        Submission: {
          type: "object",
          properties: {
            channel: { $ref: "#/$defs/SubmissionChannel", description: "Through what." },
            submitted_by_type: { $ref: "#/$defs/SubmitterType", description: "By whom." },
            agent_id: { $ref: "#/$defs/Id", description: "The program; it must hold a valid mandate." },
            agent_name: { type: "string", maxLength: 200, description: "Name of the program." },
            platform: { type: "string", maxLength: 200, description: "Platform that the program runs on." },
          },
          required: ["channel", "submitted_by_type"],
          allOf: [
            {
              if: {
                properties: { submitted_by_type: { enum: ["agent", "human_with_agent_assistance"] } },
                required: ["submitted_by_type"],
              },
              then: { required: ["agent_id"] },
            },
          ],
        },
        SubmissionChannel: { type: "string", enum: ["web", "whatsapp", "phone", "chat", "api", "other"] },
        SubmitterType: { type: "string", enum: ["human", "agent", "human_with_agent_assistance"] },
        Transition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/ServiceState" }, { type: "null" }],
              description: "State before; null in the first record and nowhere else.",
            },
            to: { $ref: "#/$defs/ServiceState", description: "State after." },
            at: {
              $ref: "#/$defs/Instant",
              description: "When, by the clock of the node; never earlier than the record before.",
            },
            by: {
              $ref: "#/$defs/Id",
              description: "Id of the client, provider, organization or agent that acted, or `system`.",
            },
            method: { $ref: "#/$defs/TransitionMethod", description: "How it came about." },
            metadata: { $ref: "#/$defs/TransitionMetadata", description: "What else is known." },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        TransitionMetadata: {
          type: "object",
          properties: {
            reason: { type: "string", description: "Why, where a reason was asked for.", "x-sensitivity": "personal" },
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
            missing_evidence: {
              type: "array",
              items: { type: "string" },
              description: "Evidence kinds that were missing when a partial delivery was documented.",
            },
          },
        },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        TransitionSummary: {
          type: "object",
          properties: {
            from: { anyOf: [{ type: "string" }, { type: "null" }], description: "State before; null for a creation." },
            to: { type: "string", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When it happened, by the node's clock." },
          },
          required: ["from", "to", "at"],
        },
        TreatmentAdherenceData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "treatment_adherence", description: "Marks the kind." },
            checklist: { type: "array", items: { $ref: "#/$defs/TreatmentItem" }, description: "The plan, item by item." },
          },
          required: ["document_type", "checklist"],
        },
        TreatmentItem: {
          type: "object",
          properties: {
            item: { $ref: "#/$defs/LongText", description: "What was planned.", "x-sensitivity": "confidential" },
            completed: { type: "boolean", description: "Whether it was done.", "x-sensitivity": "confidential" },
          },
          required: ["item", "completed"],
        },
        TrustScore: { type: "number", minimum: 0, maximum: 100 },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "Document a delivery",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "documentation.create",
      "servicialo/scopes": ["document:write"],
      "servicialo/phase": "closing",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "lifecycle_get_state",
    title: "Read the state of a session",
    description: "Where a session stands, where it can go, and its whole history.",
    inputSchema: {
      title: "lifecycle.get_state input",
      type: "object",
      properties: {
        session_id: { $ref: "#/$defs/Id", description: "The session." },
        actor: { $ref: "#/$defs/Actor", description: "Who calls; an agent names its mandate." },
      },
      required: ["session_id"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "lifecycle.get_state output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "lifecycle_states", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/LifecycleStates", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
            evaluation: {
              $ref: "#/$defs/EvidenceEvaluation",
              description: "What the evidence rule of the vertical finds now, on nodes that report it. It decides in a dispute only.",
            },
          },
          description: "About the answer.",
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
        BareAmount: { type: "number", minimum: 0 },
        CancellationDetails: {
          type: "object",
          properties: {
            hours_before: {
              type: "number",
              description: "Hours between cancellation and start; negative when the start had passed.",
            },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
            refund: { $ref: "#/$defs/Money", description: "What goes back of money already paid." },
          },
          required: ["hours_before", "penalty", "refund"],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        Dispute: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The dispute." },
            session_id: { $ref: "#/$defs/Id", description: "Session contested." },
            opened_by: { $ref: "#/$defs/Id", description: "Client of the session." },
            opened_at: { $ref: "#/$defs/Instant", description: "When." },
            opened_from: {
              type: "string",
              enum: ["delivered", "documented", "charged"],
              description: "State that the session was in.",
            },
            reason: {
              $ref: "#/$defs/LongText",
              description: "Why, in the client's words.",
              "x-sensitivity": "confidential",
            },
            reason_category: { $ref: "#/$defs/DisputeReasonCategory", description: "What it is about." },
            amount: { $ref: "#/$defs/Money", description: "Amount contested. Absent: that of the session." },
            status: { $ref: "#/$defs/DisputeStatus", description: "Where it stands." },
            evaluation: { $ref: "#/$defs/EvidenceEvaluation", description: "What the evidence rule found last." },
            resolution: { $ref: "#/$defs/DisputeResolution", description: "How it ended." },
          },
          required: ["id", "session_id", "opened_by", "opened_at", "opened_from", "reason", "status"],
          allOf: [
            {
              if: { properties: { status: { enum: ["resolved"] } }, required: ["status"] },
              then: { required: ["resolution"] },
            },
          ],
        },
        DisputeOutcome: { type: "string", enum: ["provider_prevails", "client_prevails"] },
        DisputeReasonCategory: { type: "string", enum: ["quality", "no_show", "billing", "scope", "evidence_missing", "other"] },
        DisputeResolution: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/DisputeOutcome", description: "For whom." },
            method: { $ref: "#/$defs/DisputeResolutionMethod", description: "How." },
            note: { $ref: "#/$defs/LongText", description: "Why, for people.", "x-sensitivity": "confidential" },
            by: { $ref: "#/$defs/Id", description: "Who decided; `system` for a rule." },
            at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["outcome", "method", "by", "at"],
        },
        DisputeResolutionMethod: { type: "string", enum: ["algorithmic", "manual", "arbitration"] },
        DisputeStatus: { type: "string", enum: ["open", "escalated", "resolved"] },
        EscalationCause: { type: "string", enum: ["no_rule", "amount", "missing", "condition", "duration"] },
        EvidenceEvaluation: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/EvidenceOutcome", description: "What was found." },
            why: { $ref: "#/$defs/EscalationCause", description: "Why it could not be accredited." },
            missing: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "Kinds without an item." },
            condition: { $ref: "#/$defs/ShortText", description: "Condition that is not met." },
          },
          required: ["outcome"],
          allOf: [
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
          ],
        },
        EvidenceOutcome: { type: "string", enum: ["accredited", "escalate"] },
        ExceptionDetails: {
          anyOf: [
            { $ref: "#/$defs/NoShowDetails" },
            { $ref: "#/$defs/CancellationDetails" },
            { $ref: "#/$defs/RescheduleDetails" },
            { $ref: "#/$defs/ResourceConflictDetails" },
            { $ref: "#/$defs/PartialDetails" },
            { $ref: "#/$defs/Dispute" },
          ],
        },
        ExceptionRecord: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ExceptionType", description: "What happened." },
            at: { $ref: "#/$defs/Instant", description: "When it was recorded." },
            initiated_by: { $ref: "#/$defs/Id", description: "Id of the party that caused or marked it, or `system`." },
            resolution: {
              anyOf: [{ $ref: "#/$defs/ExceptionResolution" }, { type: "string" }],
              description: "How it ended; a node may use words of its own.",
            },
            resolved_at: { $ref: "#/$defs/Instant", description: "When it was settled; absent while it is open." },
            details: { $ref: "#/$defs/ExceptionDetails", description: "Figures, by type.", "x-sensitivity": "personal" },
          },
          required: ["type", "at", "initiated_by"],
        },
        ExceptionResolution: {
          type: "string",
          enum: [
            "client_penalized",
            "free",
            "provider_reassigned",
            "no_replacement",
            "provider_prevails",
            "client_prevails",
            "rescheduled",
            "resource_replaced",
          ],
        },
        ExceptionType: {
          type: "string",
          enum: ["no_show", "cancellation", "dispute", "reschedule", "partial", "resource_conflict"],
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        LifecycleStates: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/ServiceState", description: "Present state." },
            available_transitions: {
              type: "array",
              items: { $ref: "#/$defs/ServiceState" },
              uniqueItems: true,
              description: "Every state that the machine allows next, whoever asks; empty at the end.",
            },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/Transition" },
              description: "Every state change so far, oldest first.",
            },
            exceptions: {
              type: "array",
              items: { $ref: "#/$defs/ExceptionRecord" },
              description: "Everything that went another way than planned, oldest first.",
            },
            verification_deadline: {
              $ref: "#/$defs/Instant",
              description: "When silence of the client counts as acceptance; from `delivered` or `partial` until the session leaves the cycle.",
            },
          },
          required: ["current_state", "available_transitions", "transitions"],
          allOf: [
            {
              if: {
                properties: { current_state: { enum: ["delivered", "partial", "documented", "charged", "disputed"] } },
                required: ["current_state"],
              },
              then: { required: ["verification_deadline"] },
            },
          ],
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        NoShowDetails: {
          type: "object",
          properties: {
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
          },
          required: ["no_show_type"],
        },
        NoShowType: { type: "string", enum: ["client", "provider"] },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        PartialDetails: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What was delivered, and what was not.",
              "x-sensitivity": "personal",
            },
            delivered_minutes: {
              $ref: "#/$defs/Count",
              description: "Minutes that were delivered, 0 when it broke off at once. The price shrinks in proportion unless an amount is given.",
            },
            adjusted_amount: { $ref: "#/$defs/Money", description: "Price of what was delivered; never above the agreed price." },
          },
          required: ["description"],
          allOf: [{ anyOf: [{ required: ["delivered_minutes"] }, { required: ["adjusted_amount"] }] }],
        },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        RescheduleCause: { type: "string", enum: ["party_request", "resource_conflict"] },
        RescheduleDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Instant", description: "Start before." },
            new: { $ref: "#/$defs/Instant", description: "Start after; absent as long as none is found." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
            fee: { $ref: "#/$defs/Money", description: "Fee by the rescheduling policy of the contract." },
          },
          required: ["previous", "cause"],
        },
        ResourceConflictDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Id", description: "Resource that became unavailable." },
            new: { $ref: "#/$defs/Id", description: "Resource that took its place; absent when none was free." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
          },
          required: ["previous", "cause"],
        },
        ServiceState: {
          type: "string",
          enum: [
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
          ],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        Transition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/ServiceState" }, { type: "null" }],
              description: "State before; null in the first record and nowhere else.",
            },
            to: { $ref: "#/$defs/ServiceState", description: "State after." },
            at: {
              $ref: "#/$defs/Instant",
              description: "When, by the clock of the node; never earlier than the record before.",
            },
            by: {
              $ref: "#/$defs/Id",
              description: "Id of the client, provider, organization or agent that acted, or `system`.",
            },
            method: { $ref: "#/$defs/TransitionMethod", description: "How it came about." },
            metadata: { $ref: "#/$defs/TransitionMetadata", description: "What else is known." },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        TransitionMetadata: {
          type: "object",
          properties: {
            reason: { type: "string", description: "Why, where a reason was asked for.", "x-sensitivity": "personal" },
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
            missing_evidence: {
              type: "array",
              items: { type: "string" },
              description: "Evidence kinds that were missing when a partial delivery was documented.",
            },
          },
        },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    annotations: {
      title: "Read the state of a session",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "lifecycle.get_state",
      "servicialo/scopes": ["service:read"],
      "servicialo/phase": "lifecycle",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "lifecycle_transition",
    title: "Move a session to another state",
    description: "Moves a session by exactly one allowed state. Evidence that comes along is recorded first, in the same step. All\nexception flows are expressed by it: no-show, reassignment, dispute and its decision, partial delivery, cancellation.",
    inputSchema: {
      title: "lifecycle.transition input",
      type: "object",
      properties: {
        session_id: { $ref: "#/$defs/Id", description: "The session." },
        to_state: {
          $ref: "#/$defs/ServiceState",
          description: "State wanted; must be one of the `available_transitions`.",
        },
        actor: { $ref: "#/$defs/Actor", description: "Who moves it." },
        reason: {
          type: "string",
          minLength: 1,
          maxLength: 2000,
          description: "Why. `no_show` marks an absence.",
          "x-sensitivity": "personal",
        },
        evidence: {
          anyOf: [{ $ref: "#/$defs/EvidenceItem" }, { $ref: "#/$defs/EvidenceBatch" }],
          description: "Evidence to record first, in the same step.",
        },
        no_show_type: {
          $ref: "#/$defs/NoShowType",
          description: "Which side did not come: `client` towards cancelled, `provider` towards reassigning.",
        },
        provider_id: { $ref: "#/$defs/Id", description: "The replacement; needed from `reassigning` to `scheduled`." },
        starts_at: {
          $ref: "#/$defs/Instant",
          description: "New start; needed from `rescheduling` to `scheduled`, optional from `reassigning`.",
        },
        resource_id: {
          $ref: "#/$defs/Id",
          description: "New resource, from `reassigning` or `rescheduling` to `scheduled`.",
        },
        partial: { $ref: "#/$defs/PartialDelivery", description: "What was delivered; towards `partial`." },
        resolution: { $ref: "#/$defs/DisputeDecision", description: "Decision of a dispute; needed from `disputed`." },
        reason_category: { $ref: "#/$defs/DisputeReasonCategory", description: "Kind of complaint; towards `disputed`." },
        amount: { $ref: "#/$defs/MoneyOrAmount", description: "Amount contested; the session's when absent." },
        content: {
          type: "string",
          minLength: 1,
          maxLength: 100000,
          description: "Text of the record; towards `documented`.",
          "x-sensitivity": "restricted",
        },
        unit_price: {
          $ref: "#/$defs/MoneyOrAmount",
          description: "Price of one unit; towards `charged`. The session's amount when absent.",
        },
        location: {
          $ref: "#/$defs/Coordinates",
          description: "Where a check-in or check-out happens; towards `in_progress`, `delivered` or `partial`.",
          "x-sensitivity": "personal",
        },
        timestamp: {
          $ref: "#/$defs/Instant",
          description: "When a check-in or check-out happened; now when absent, never in the future.",
        },
      },
      required: ["session_id", "to_state", "actor"],
      additionalProperties: false,
      allOf: [
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
      ],
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        BareAmount: { type: "number", minimum: 0 },
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        DataSensitivity: { type: "string", enum: ["public", "internal", "confidential", "restricted"] },
        DisputeDecision: {
          type: "object",
          properties: {
            method: {
              type: "string",
              enum: ["manual", "arbitration"],
              description: "By an administrator of the organization, or by the arbiters that the contract names.",
            },
            note: { $ref: "#/$defs/LongText", description: "Grounds of the decision.", "x-sensitivity": "personal" },
          },
          required: ["method", "note"],
        },
        DisputeReasonCategory: { type: "string", enum: ["quality", "no_show", "billing", "scope", "evidence_missing", "other"] },
        EvidenceBatch: {
          type: "object",
          properties: {
            items: {
              type: "array",
              items: { $ref: "#/$defs/EvidenceItem" },
              minItems: 1,
              maxItems: 50,
              description: "The items; all are recorded, or none.",
            },
          },
          required: ["items"],
        },
        EvidenceItem: {
          type: "object",
          properties: {
            evidence_type: { $ref: "#/$defs/EvidenceType", description: "Form of the item." },
            data: {
              type: "object",
              description: "The payload: the rule of its kind in the session's vertical, else that of its type.",
              "x-sensitivity": "restricted",
            },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How to keep it. Absent: the default of its kind, else `internal`.",
            },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured, not in the future. Absent: now." },
            method: {
              $ref: "#/$defs/EvidenceMethod",
              description: "How it was captured. Absent: `agent` for an agent, `auto` for `gps`, else `manual`.",
            },
          },
          required: ["evidence_type", "data"],
        },
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
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        MoneyOrAmount: { anyOf: [{ $ref: "#/$defs/Money" }, { $ref: "#/$defs/BareAmount" }] },
        NoShowType: { type: "string", enum: ["client", "provider"] },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        PartialDelivery: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What was delivered, and what was not.",
              "x-sensitivity": "personal",
            },
            delivered_minutes: {
              $ref: "#/$defs/Count",
              description: "Minutes that were delivered, 0 when it broke off at once. The price shrinks in proportion unless an amount is given.",
            },
            adjusted_amount: {
              $ref: "#/$defs/MoneyOrAmount",
              description: "Price of what was delivered; at most the agreed price.",
            },
          },
          required: ["description"],
          allOf: [{ anyOf: [{ required: ["delivered_minutes"] }, { required: ["adjusted_amount"] }] }],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        ServiceState: {
          type: "string",
          enum: [
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
          ],
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "lifecycle.transition output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "sessions", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Session", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource after the command.",
        },
        meta: {
          type: "object",
          properties: {
            transition: {
              $ref: "#/$defs/TransitionSummary",
              description: "The last state change that the command recorded.",
            },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/TransitionSummary" },
              description: "All of them, when the command recorded several.",
            },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
            policy: {
              $ref: "#/$defs/AppliedCancellationPolicy",
              description: "How the cancellation policy was applied; towards `cancelled`.",
            },
          },
          required: ["transition"],
          description: "What happened.",
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
        AgreedRangeMinutes: {
          type: "object",
          properties: {
            min: { type: "number", minimum: 0, description: "Least time agreed; staying below is no fault." },
            max: { type: "number", minimum: 0, description: "Most time that needs no justification. Absent: any." },
          },
        },
        AppliedCancellationPolicy: {
          type: "object",
          properties: {
            hours_before: {
              type: "number",
              description: "Hours between cancellation and start; negative when the start had passed.",
            },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
            refund: { $ref: "#/$defs/Money", description: "What goes back of money already paid." },
            penalty_percent: { $ref: "#/$defs/Percent", description: "Share of the price that is owed, 0 to 100." },
          },
          required: ["hours_before", "penalty", "refund", "penalty_percent"],
        },
        ApprovedDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "deliverable", description: "Marks the kind." },
            approved_by: { $ref: "#/$defs/Id", description: "Client who approved it." },
            approved_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "approved_by", "approved_at"],
        },
        AttendanceRecordData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "attendance_record", description: "Marks the kind." },
            student_present: { type: "boolean", description: "The student was there.", "x-sensitivity": "personal" },
            instructor_present: { type: "boolean", description: "The instructor was there.", "x-sensitivity": "personal" },
            session_start: { $ref: "#/$defs/Instant", description: "When the lesson began." },
            session_end: { $ref: "#/$defs/Instant", description: "When it ended." },
          },
          required: ["document_type", "student_present", "instructor_present"],
        },
        BareAmount: { type: "number", minimum: 0 },
        BillingStatus: { type: "string", enum: ["pending", "charged", "invoiced", "paid", "disputed"] },
        CancellationDetails: {
          type: "object",
          properties: {
            hours_before: {
              type: "number",
              description: "Hours between cancellation and start; negative when the start had passed.",
            },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
            refund: { $ref: "#/$defs/Money", description: "What goes back of money already paid." },
          },
          required: ["hours_before", "penalty", "refund"],
        },
        ClinicalRecordData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "clinical_record", description: "Marks the kind." },
            signed_by: {
              type: "array",
              items: { $ref: "#/$defs/ClinicalSigner" },
              minItems: 2,
              uniqueItems: true,
              description: "Roles that signed, as words and not as ids: both.",
            },
          },
          required: ["uri", "document_type", "signed_by"],
        },
        ClinicalSigner: { type: "string", enum: ["provider", "client"] },
        CommitteeMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "committee_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        Competency: {
          type: "object",
          properties: {
            name: { $ref: "#/$defs/ShortText", description: "What it is called." },
            level: {
              $ref: "#/$defs/CompetencyLevel",
              description: "How far it was reached.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["name", "level"],
        },
        CompetencyLevel: { type: "string", enum: ["not_started", "in_progress", "achieved"] },
        CompletionChecklistData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "completion_checklist", description: "Marks the kind." },
            checklist: {
              type: "array",
              items: { $ref: "#/$defs/CompletionTask" },
              minItems: 1,
              description: "The tasks; at least one.",
            },
            all_completed: { type: "boolean", description: "Every task was done. Computed; a sent value is ignored." },
          },
          required: ["document_type", "checklist"],
        },
        CompletionTask: {
          type: "object",
          properties: {
            task: { $ref: "#/$defs/LongText", description: "What was agreed." },
            completed: { type: "boolean", description: "Whether it was done." },
          },
          required: ["task", "completed"],
        },
        ConsultingBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            budget_authorized_minutes: {
              type: "number",
              minimum: 0,
              description: "Time authorized, in minutes; counts only where contract and order name none.",
            },
            scope_change_ref: { $ref: "#/$defs/ShortText", description: "Reference to the authorization of more time." },
          },
          required: ["minutes", "category"],
        },
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CourseMaterialData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "course_material", description: "Marks the kind." },
            material_items: { type: "array", items: { $ref: "#/$defs/MaterialItem" }, description: "The pieces." },
          },
          required: ["uri", "document_type"],
        },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        DataSensitivity: { type: "string", enum: ["public", "internal", "confidential", "restricted"] },
        Dispute: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The dispute." },
            session_id: { $ref: "#/$defs/Id", description: "Session contested." },
            opened_by: { $ref: "#/$defs/Id", description: "Client of the session." },
            opened_at: { $ref: "#/$defs/Instant", description: "When." },
            opened_from: {
              type: "string",
              enum: ["delivered", "documented", "charged"],
              description: "State that the session was in.",
            },
            reason: {
              $ref: "#/$defs/LongText",
              description: "Why, in the client's words.",
              "x-sensitivity": "confidential",
            },
            reason_category: { $ref: "#/$defs/DisputeReasonCategory", description: "What it is about." },
            amount: { $ref: "#/$defs/Money", description: "Amount contested. Absent: that of the session." },
            status: { $ref: "#/$defs/DisputeStatus", description: "Where it stands." },
            evaluation: { $ref: "#/$defs/EvidenceEvaluation", description: "What the evidence rule found last." },
            resolution: { $ref: "#/$defs/DisputeResolution", description: "How it ended." },
          },
          required: ["id", "session_id", "opened_by", "opened_at", "opened_from", "reason", "status"],
          allOf: [
            {
              if: { properties: { status: { enum: ["resolved"] } }, required: ["status"] },
              then: { required: ["resolution"] },
            },
          ],
        },
        DisputeOutcome: { type: "string", enum: ["provider_prevails", "client_prevails"] },
        DisputeReasonCategory: { type: "string", enum: ["quality", "no_show", "billing", "scope", "evidence_missing", "other"] },
        DisputeResolution: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/DisputeOutcome", description: "For whom." },
            method: { $ref: "#/$defs/DisputeResolutionMethod", description: "How." },
            note: { $ref: "#/$defs/LongText", description: "Why, for people.", "x-sensitivity": "confidential" },
            by: { $ref: "#/$defs/Id", description: "Who decided; `system` for a rule." },
            at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["outcome", "method", "by", "at"],
        },
        DisputeResolutionMethod: { type: "string", enum: ["algorithmic", "manual", "arbitration"] },
        DisputeStatus: { type: "string", enum: ["open", "escalated", "resolved"] },
        DocumentData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: {
              $ref: "#/$defs/ShortText",
              description: "What kind of document it is; names outside the catalogue are matched as they stand.",
            },
          },
          required: ["uri", "document_type"],
        },
        DocumentEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "document", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DocumentPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The document.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DocumentPayload: {
          anyOf: [
            { $ref: "#/$defs/ClinicalRecordData" },
            { $ref: "#/$defs/TreatmentAdherenceData" },
            { $ref: "#/$defs/CompletionChecklistData" },
            { $ref: "#/$defs/MeetingMinutesData" },
            { $ref: "#/$defs/LegalDeliverableData" },
            { $ref: "#/$defs/AttendanceRecordData" },
            { $ref: "#/$defs/CourseMaterialData" },
            { $ref: "#/$defs/SessionEvaluationData" },
            { $ref: "#/$defs/ApprovedDeliverableData" },
            { $ref: "#/$defs/CommitteeMinutesData" },
            { $ref: "#/$defs/MilestoneProgressData" },
            { $ref: "#/$defs/DocumentData" },
          ],
        },
        Documentation: {
          type: "object",
          properties: {
            content: {
              type: "string",
              minLength: 1,
              maxLength: 100000,
              description: "Text of the record.",
              "x-sensitivity": "restricted",
            },
            template_id: { $ref: "#/$defs/Id", description: "Template that it follows." },
            created_by: { $ref: "#/$defs/Id", description: "Party that wrote it." },
            created_at: { $ref: "#/$defs/Instant", description: "When it was written." },
          },
          required: ["content", "created_by", "created_at"],
        },
        DurationData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
          },
          required: ["minutes"],
        },
        DurationEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "duration", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DurationPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The time.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DurationPayload: {
          anyOf: [
            { $ref: "#/$defs/LegalBillableHoursData" },
            { $ref: "#/$defs/ConsultingBillableHoursData" },
            { $ref: "#/$defs/DurationData" },
          ],
        },
        EscalationCause: { type: "string", enum: ["no_rule", "amount", "missing", "condition", "duration"] },
        Evidence: {
          anyOf: [
            { $ref: "#/$defs/GpsEvidence" },
            { $ref: "#/$defs/SignatureEvidence" },
            { $ref: "#/$defs/PhotoEvidence" },
            { $ref: "#/$defs/DocumentEvidence" },
            { $ref: "#/$defs/DurationEvidence" },
            { $ref: "#/$defs/NotesEvidence" },
          ],
        },
        EvidenceActor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/EvidenceActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        EvidenceActorType: { type: "string", enum: ["provider", "client", "system", "agent"] },
        EvidenceEvaluation: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/EvidenceOutcome", description: "What was found." },
            why: { $ref: "#/$defs/EscalationCause", description: "Why it could not be accredited." },
            missing: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "Kinds without an item." },
            condition: { $ref: "#/$defs/ShortText", description: "Condition that is not met." },
          },
          required: ["outcome"],
          allOf: [
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
          ],
        },
        EvidenceMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        EvidenceOutcome: { type: "string", enum: ["accredited", "escalate"] },
        ExceptionDetails: {
          anyOf: [
            { $ref: "#/$defs/NoShowDetails" },
            { $ref: "#/$defs/CancellationDetails" },
            { $ref: "#/$defs/RescheduleDetails" },
            { $ref: "#/$defs/ResourceConflictDetails" },
            { $ref: "#/$defs/PartialDetails" },
            { $ref: "#/$defs/Dispute" },
          ],
        },
        ExceptionRecord: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ExceptionType", description: "What happened." },
            at: { $ref: "#/$defs/Instant", description: "When it was recorded." },
            initiated_by: { $ref: "#/$defs/Id", description: "Id of the party that caused or marked it, or `system`." },
            resolution: {
              anyOf: [{ $ref: "#/$defs/ExceptionResolution" }, { type: "string" }],
              description: "How it ended; a node may use words of its own.",
            },
            resolved_at: { $ref: "#/$defs/Instant", description: "When it was settled; absent while it is open." },
            details: { $ref: "#/$defs/ExceptionDetails", description: "Figures, by type.", "x-sensitivity": "personal" },
          },
          required: ["type", "at", "initiated_by"],
        },
        ExceptionResolution: {
          type: "string",
          enum: [
            "client_penalized",
            "free",
            "provider_reassigned",
            "no_replacement",
            "provider_prevails",
            "client_prevails",
            "rescheduled",
            "resource_replaced",
          ],
        },
        ExceptionType: {
          type: "string",
          enum: ["no_show", "cancellation", "dispute", "reschedule", "partial", "resource_conflict"],
        },
        GpsData: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            accuracy_meters: { type: "number", minimum: 0, description: "Radius of uncertainty, in metres." },
            event: { $ref: "#/$defs/GpsEvent", description: "Which end of the delivery." },
          },
          required: ["latitude", "longitude"],
        },
        GpsEvent: { type: "string", enum: ["checkin", "checkout"] },
        GpsEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "gps", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/GpsData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The point.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        LanguageCode: { type: "string", pattern: "^[a-z]{2}$" },
        Latitude: { type: "number", minimum: -90, maximum: 90 },
        LegalBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            agreed_range_minutes: {
              $ref: "#/$defs/AgreedRangeMinutes",
              description: "Span agreed; counts only where the contract names none.",
            },
            justification: {
              $ref: "#/$defs/LongText",
              description: "Why more time was needed than agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["minutes"],
        },
        LegalDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "legal_deliverable", description: "Marks the kind." },
            delivered_to: { $ref: "#/$defs/Id", description: "Client who received it." },
            delivered_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "delivered_to"],
        },
        Location: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/Modality", description: "How the service reaches the client." },
            address: {
              type: "string",
              maxLength: 500,
              description: "Postal address, for people.",
              "x-sensitivity": "personal",
            },
            room: { type: "string", maxLength: 200, description: "Label of the room, for people." },
            resource_id: { $ref: "#/$defs/Id", description: "Resource that the delivery occupies." },
            coordinates: { $ref: "#/$defs/Coordinates", description: "Point on the map.", "x-sensitivity": "personal" },
          },
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        MaterialItem: {
          type: "object",
          properties: {
            title: { $ref: "#/$defs/ShortText", description: "What it is called." },
            uri: { $ref: "#/$defs/Uri", description: "Where it is." },
          },
          required: ["title"],
        },
        MeetingMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "meeting_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        MilestoneProgressData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "milestone_progress", description: "Marks the kind." },
            milestone_id: { $ref: "#/$defs/Id", description: "The milestone, as the order names it." },
            progress_percent: { $ref: "#/$defs/Percent", description: "Share done, 0 to 100." },
            notes: { $ref: "#/$defs/LongText", description: "Remarks.", "x-sensitivity": "confidential" },
          },
          required: ["document_type", "milestone_id", "progress_percent"],
        },
        Minutes: { type: "integer", minimum: 1, maximum: 2147483647 },
        Modality: { type: "string", enum: ["in_person", "virtual", "home_visit"] },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        NoShowDetails: {
          type: "object",
          properties: {
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
          },
          required: ["no_show_type"],
        },
        NoShowType: { type: "string", enum: ["client", "provider"] },
        NotesData: {
          type: "object",
          properties: {
            text: { $ref: "#/$defs/LongText", description: "The text.", "x-sensitivity": "confidential" },
            language: { $ref: "#/$defs/LanguageCode", description: "Its language." },
          },
          required: ["text"],
        },
        NotesEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "notes", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/NotesData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The notes.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        PartialDetails: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What was delivered, and what was not.",
              "x-sensitivity": "personal",
            },
            delivered_minutes: {
              $ref: "#/$defs/Count",
              description: "Minutes that were delivered, 0 when it broke off at once. The price shrinks in proportion unless an amount is given.",
            },
            adjusted_amount: { $ref: "#/$defs/Money", description: "Price of what was delivered; never above the agreed price." },
          },
          required: ["description"],
          allOf: [{ anyOf: [{ required: ["delivered_minutes"] }, { required: ["adjusted_amount"] }] }],
        },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PhotoAfterData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "after", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoBeforeData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "before", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            label: { $ref: "#/$defs/ShortText", description: "What it shows, e.g. `before`, `after`, `damage`." },
            metadata: { $ref: "#/$defs/PhotoMetadata", description: "Where and when it was taken." },
          },
          required: ["uri"],
        },
        PhotoEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "photo", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/PhotoPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The picture.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        PhotoMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
        },
        PhotoPayload: {
          anyOf: [
            { $ref: "#/$defs/PhotoBeforeData" },
            { $ref: "#/$defs/PhotoAfterData" },
            { $ref: "#/$defs/PhotoData" },
          ],
        },
        PhotoProofMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
          required: ["latitude", "longitude", "taken_at"],
        },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        ProofOfDelivery: {
          type: "object",
          properties: {
            checkin: { $ref: "#/$defs/Instant", description: "When the delivery began." },
            checkout: { $ref: "#/$defs/Instant", description: "When the delivery ended." },
            duration_actual: {
              $ref: "#/$defs/Count",
              description: "Whole minutes between check-in and check-out, rounded down.",
            },
            evidence: {
              type: "array",
              items: { $ref: "#/$defs/Evidence" },
              description: "Evidence items, in order of arrival; they never change.",
              "x-sensitivity": "restricted",
            },
          },
        },
        RedactedData: {
          type: "object",
          properties: {
            redacted: { type: "boolean", const: true, description: "The payload was left out." },
            reason: { type: "string", const: "restricted_evidence", description: "Why." },
          },
          required: ["redacted", "reason"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        RescheduleCause: { type: "string", enum: ["party_request", "resource_conflict"] },
        RescheduleDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Instant", description: "Start before." },
            new: { $ref: "#/$defs/Instant", description: "Start after; absent as long as none is found." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
            fee: { $ref: "#/$defs/Money", description: "Fee by the rescheduling policy of the contract." },
          },
          required: ["previous", "cause"],
        },
        ResourceConflictDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Id", description: "Resource that became unavailable." },
            new: { $ref: "#/$defs/Id", description: "Resource that took its place; absent when none was free." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
          },
          required: ["previous", "cause"],
        },
        ServiceBilling: {
          type: "object",
          properties: {
            amount: { $ref: "#/$defs/Money", description: "Price of this delivery, after any adjustment." },
            payer: { $ref: "#/$defs/Id", description: "Who pays: the payer of the client, else the client." },
            status: {
              $ref: "#/$defs/BillingStatus",
              description: "How far it is settled. Moves apart from the lifecycle (D-10).",
            },
            charged_at: { $ref: "#/$defs/Instant", description: "When the amount was debited or became debt." },
            payment_id: { $ref: "#/$defs/Id", description: "Payment that covers it; may be an earlier prepayment." },
            tax_document: {
              type: "string",
              maxLength: 200,
              description: "Tax document that was issued for it.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["amount"],
        },
        ServiceClient: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The beneficiary." },
            payer_id: { $ref: "#/$defs/Id", description: "Who pays, when that is someone else." },
          },
          required: ["id"],
        },
        ServiceLifecycle: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/ServiceState", description: "Present state." },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/Transition" },
              description: "Every state change so far, oldest first; only ever appended to.",
            },
            exceptions: {
              type: "array",
              items: { $ref: "#/$defs/ExceptionRecord" },
              description: "Everything that went another way than planned, oldest first.",
            },
            verification_deadline: {
              $ref: "#/$defs/Instant",
              description: "When silence of the client counts as acceptance; from `delivered` or `partial` until the session leaves the cycle (P-04).",
            },
          },
          required: ["current_state"],
          allOf: [
            {
              if: {
                properties: { current_state: { enum: ["delivered", "partial", "documented", "charged", "disputed"] } },
                required: ["current_state"],
              },
              then: { required: ["verification_deadline"] },
            },
          ],
        },
        ServiceProvider: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The provider." },
            organization_id: { $ref: "#/$defs/Id", description: "The organization the provider delivers for." },
            credentials: {
              type: "array",
              items: { type: "string" },
              description: "Credentials that matter for this delivery, for people.",
            },
            trust_score: { $ref: "#/$defs/TrustScore", description: "Trust computed from verified deliveries, 0 to 100." },
            profile_id: { $ref: "#/$defs/Uuid", description: "Public profile of the provider (D-15)." },
          },
          required: ["id", "organization_id"],
        },
        ServiceSchedule: {
          type: "object",
          properties: {
            requested_at: { $ref: "#/$defs/Instant", description: "When the service was asked for." },
            scheduled_for: { $ref: "#/$defs/Instant", description: "Start of the delivery; set on entering `scheduled`." },
            duration_expected: { $ref: "#/$defs/Minutes", description: "Planned length, in minutes." },
          },
          required: ["requested_at"],
        },
        ServiceState: {
          type: "string",
          enum: [
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
          ],
        },
        Session: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Id of the delivery; the id of its session." },
            service_order_id: {
              $ref: "#/$defs/Id",
              description: "Order that the delivery belongs to; then billing only informs.",
            },
            service_id: { $ref: "#/$defs/Id", description: "Offer that was booked." },
            type: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Category of the service, in the organization's own word.",
            },
            vertical: { type: "string", minLength: 1, maxLength: 100, description: "Vertical of the service." },
            name: { type: "string", minLength: 1, maxLength: 200, description: "Name of the service, for people." },
            duration_minutes: { $ref: "#/$defs/Minutes", description: "Length of the delivery, in minutes." },
            requirements: { type: "array", items: { type: "string" }, description: "What the client has to bring or fulfil." },
            visibility: {
              $ref: "#/$defs/Visibility",
              description: "Who may discover it; a booked session is private.",
              default: "public",
            },
            provider: { $ref: "#/$defs/ServiceProvider", description: "Who delivers." },
            client: { $ref: "#/$defs/ServiceClient", description: "Who receives." },
            schedule: { $ref: "#/$defs/ServiceSchedule", description: "When it happens." },
            location: { $ref: "#/$defs/Location", description: "Where it happens." },
            lifecycle: { $ref: "#/$defs/ServiceLifecycle", description: "Where it stands." },
            proof: { $ref: "#/$defs/ProofOfDelivery", description: "What shows that it happened." },
            documentation: {
              $ref: "#/$defs/Documentation",
              description: "Record of the delivery; from `documented` on, when one was written.",
              "x-sensitivity": "restricted",
            },
            billing: { $ref: "#/$defs/ServiceBilling", description: "What it costs." },
            provider_id: { $ref: "#/$defs/Id", description: "Same as `provider.id`." },
            client_id: { $ref: "#/$defs/Id", description: "Same as `client.id`." },
            starts_at: {
              $ref: "#/$defs/Instant",
              description: "Same as `schedule.scheduled_for`; before that is set, the wished start (P-02).",
            },
            ends_at: { $ref: "#/$defs/Instant", description: "Start plus duration." },
            resource_id: { $ref: "#/$defs/Id", description: "Same as `location.resource_id`." },
            human_intent_confirmed: {
              type: "boolean",
              description: "The caller claims that a person wanted this booking. Stored, without effect of its own.",
              default: false,
            },
            series_id: { $ref: "#/$defs/Id", description: "Series of repeated bookings that it belongs to." },
            previous_session_id: { $ref: "#/$defs/Id", description: "Public booking that it replaced (P-11)." },
            submission: { $ref: "#/$defs/Submission", description: "How the booking came in." },
          },
          required: [
            "id",
            "service_id",
            "type",
            "vertical",
            "name",
            "duration_minutes",
            "provider",
            "client",
            "schedule",
            "lifecycle",
            "billing",
            "provider_id",
            "client_id",
            "starts_at",
          ],
        },
        SessionEvaluationData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "session_evaluation", description: "Marks the kind." },
            score: {
              type: "number",
              minimum: 0,
              maximum: 100,
              description: "Result, 0 to 100.",
              "x-sensitivity": "confidential",
            },
            feedback: {
              $ref: "#/$defs/LongText",
              description: "What the instructor says of it.",
              "x-sensitivity": "confidential",
            },
            competencies: { type: "array", items: { $ref: "#/$defs/Competency" }, description: "Competencies, one by one." },
          },
          required: ["document_type"],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        SignatureData: {
          type: "object",
          properties: {
            signer_role: { $ref: "#/$defs/SignerRole", description: "Who signed." },
            format: { $ref: "#/$defs/SignatureFormat", description: "Form of the artefact." },
            uri: { $ref: "#/$defs/Uri", description: "Where the artefact is.", "x-sensitivity": "confidential" },
          },
          required: ["signer_role", "format"],
        },
        SignatureEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "signature", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/SignatureData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The signature.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        SignatureFormat: { type: "string", enum: ["image/png", "image/svg+xml", "application/pkcs7-signature"] },
        SignerRole: { type: "string", enum: ["provider", "client", "both"] },
        Submission: {
          type: "object",
          properties: {
            channel: { $ref: "#/$defs/SubmissionChannel", description: "Through what." },
            submitted_by_type: { $ref: "#/$defs/SubmitterType", description: "By whom." },
            agent_id: { $ref: "#/$defs/Id", description: "The program; it must hold a valid mandate." },
            agent_name: { type: "string", maxLength: 200, description: "Name of the program." },
            platform: { type: "string", maxLength: 200, description: "Platform that the program runs on." },
          },
          required: ["channel", "submitted_by_type"],
          allOf: [
            {
              if: {
                properties: { submitted_by_type: { enum: ["agent", "human_with_agent_assistance"] } },
                required: ["submitted_by_type"],
              },
              then: { required: ["agent_id"] },
            },
          ],
        },
        SubmissionChannel: { type: "string", enum: ["web", "whatsapp", "phone", "chat", "api", "other"] },
        SubmitterType: { type: "string", enum: ["human", "agent", "human_with_agent_assistance"] },
        Transition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/ServiceState" }, { type: "null" }],
              description: "State before; null in the first record and nowhere else.",
            },
            to: { $ref: "#/$defs/ServiceState", description: "State after." },
            at: {
              $ref: "#/$defs/Instant",
              description: "When, by the clock of the node; never earlier than the record before.",
            },
            by: {
              $ref: "#/$defs/Id",
              description: "Id of the client, provider, organization or agent that acted, or `system`.",
            },
            method: { $ref: "#/$defs/TransitionMethod", description: "How it came about." },
            metadata: { $ref: "#/$defs/TransitionMetadata", description: "What else is known." },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        TransitionMetadata: {
          type: "object",
          properties: {
            reason: { type: "string", description: "Why, where a reason was asked for.", "x-sensitivity": "personal" },
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
            missing_evidence: {
              type: "array",
              items: { type: "string" },
              description: "Evidence kinds that were missing when a partial delivery was documented.",
            },
          },
        },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        TransitionSummary: {
          type: "object",
          properties: {
            from: { anyOf: [{ type: "string" }, { type: "null" }], description: "State before; null for a creation." },
            to: { type: "string", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When it happened, by the node's clock." },
          },
          required: ["from", "to", "at"],
        },
        TreatmentAdherenceData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "treatment_adherence", description: "Marks the kind." },
            checklist: { type: "array", items: { $ref: "#/$defs/TreatmentItem" }, description: "The plan, item by item." },
          },
          required: ["document_type", "checklist"],
        },
        TreatmentItem: {
          type: "object",
          properties: {
            item: { $ref: "#/$defs/LongText", description: "What was planned.", "x-sensitivity": "confidential" },
            completed: { type: "boolean", description: "Whether it was done.", "x-sensitivity": "confidential" },
          },
          required: ["item", "completed"],
        },
        TrustScore: { type: "number", minimum: 0, maximum: 100 },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "Move a session to another state",
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: false,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "lifecycle.transition",
      "servicialo/scopes": ["service:write"],
      "servicialo/phase": "lifecycle",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "mandates_get",
    title: "Read a mandate",
    description: "One mandate, for its principal or its agent.",
    inputSchema: {
      title: "mandates.get input",
      type: "object",
      properties: {
        mandate_id: { $ref: "#/$defs/Id", description: "The mandate." },
        actor: { $ref: "#/$defs/Actor", description: "Who calls; an agent names its mandate." },
      },
      required: ["mandate_id"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "mandates.get output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "mandates", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Mandate", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        AllowedHours: {
          type: "object",
          properties: {
            start: { $ref: "#/$defs/TimeOfDay", description: "First minute, included." },
            end: { $ref: "#/$defs/TimeOfDay", description: "End of the window, not included." },
            timezone: {
              $ref: "#/$defs/TimeZone",
              description: "Zone of the wall clock; an unknown one is refused at issuance.",
            },
          },
          required: ["start", "end", "timezone"],
        },
        BareAmount: { type: "number", minimum: 0 },
        ConfirmationThreshold: {
          type: "object",
          properties: {
            amount: {
              $ref: "#/$defs/BareAmount",
              description: "Greatest amount that needs no confirmation, in major units.",
            },
            currency: {
              $ref: "#/$defs/CurrencyCode",
              description: "Currency of the amount; an amount in any other currency asks.",
            },
          },
          required: ["amount", "currency"],
        },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        CustomScope: { type: "string", pattern: "^x-[a-z0-9-]+:[a-z_]+$", maxLength: 128 },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        IpRange: {
          type: "string",
          pattern: "^(?:(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:/(?:3[0-2]|[12]?\\d))?|(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?:[0-9A-Fa-f]{1,4}:){1,7}:|(?:[0-9A-Fa-f]{1,4}:){1,6}:[0-9A-Fa-f]{1,4}|(?:[0-9A-Fa-f]{1,4}:){1,5}(?::[0-9A-Fa-f]{1,4}){1,2}|(?:[0-9A-Fa-f]{1,4}:){1,4}(?::[0-9A-Fa-f]{1,4}){1,3}|(?:[0-9A-Fa-f]{1,4}:){1,3}(?::[0-9A-Fa-f]{1,4}){1,4}|(?:[0-9A-Fa-f]{1,4}:){1,2}(?::[0-9A-Fa-f]{1,4}){1,5}|[0-9A-Fa-f]{1,4}:(?::[0-9A-Fa-f]{1,4}){1,6}|:(?:(?::[0-9A-Fa-f]{1,4}){1,7}|:)|::(?:[Ff]{4}:)?(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d))(?:/(?:12[0-8]|1[01]\\d|[1-9]?\\d))?)$",
          maxLength: 64,
        },
        Mandate: {
          type: "object",
          properties: {
            mandate_id: { $ref: "#/$defs/UuidV4", description: "The mandate; a UUID of version 4, set by the node." },
            principal_id: {
              $ref: "#/$defs/Id",
              description: "The person who issues, or the organization that the issuing person administers; never the agent.",
            },
            principal_type: { $ref: "#/$defs/PrincipalType", description: "Role of the principal." },
            agent_id: { $ref: "#/$defs/Id", description: "The one agent that may use it; never the principal." },
            agent_name: { type: "string", maxLength: 200, description: "Label of the agent, for people." },
            acting_for: {
              $ref: "#/$defs/PrincipalType",
              description: "Whose interests the agent serves; equal to `principal_type` (M-01).",
            },
            context: {
              $ref: "#/$defs/MandateContext",
              description: "Where it holds; the principal must have authority there.",
            },
            scopes: {
              type: "array",
              items: { $ref: "#/$defs/MandateScope" },
              minItems: 1,
              uniqueItems: true,
              description: "What it allows; the principal must have authority over each. Nothing else is allowed, and no scope implies another.",
            },
            constraints: { $ref: "#/$defs/MandateConstraints", description: "What limits it further." },
            expires_at: {
              $ref: "#/$defs/Instant",
              description: "When it ends: after it is issued, at most 90 days later recommended.",
            },
            metadata: {
              type: "object",
              description: "Stored and returned untouched; the node may add `issued_by`.",
              "x-sensitivity": "confidential",
            },
            signature: {
              type: "string",
              description: "Accepted, stored and returned, never required or checked (D-15).",
              "x-sensitivity": "confidential",
            },
            issued_at: { $ref: "#/$defs/Instant", description: "When it was issued, by the node's clock." },
            revoked_at: { $ref: "#/$defs/Instant", description: "When it was taken back." },
            revocation_reason: {
              type: "string",
              maxLength: 2000,
              description: "Why it was taken back.",
              "x-sensitivity": "personal",
            },
            status: { $ref: "#/$defs/MandateStatus", description: "Where it stands now." },
          },
          required: [
            "mandate_id",
            "principal_id",
            "principal_type",
            "agent_id",
            "acting_for",
            "context",
            "scopes",
            "expires_at",
            "issued_at",
            "status",
          ],
        },
        MandateConstraints: {
          type: "object",
          properties: {
            max_actions_per_day: {
              type: "integer",
              minimum: 1,
              maximum: 2147483647,
              description: "Executed operations per calendar day, reads included, in the zone of `allowed_hours`, else of the organization, else UTC.",
            },
            allowed_hours: { $ref: "#/$defs/AllowedHours", description: "Hours of the day in which the agent may act." },
            ip_allowlist: {
              type: "array",
              items: { $ref: "#/$defs/IpRange" },
              minItems: 1,
              uniqueItems: true,
              description: "Peer addresses the agent may call from; an unknown address fails.",
            },
            require_confirmation_above: { $ref: "#/$defs/ConfirmationThreshold", description: "Threshold above which the agent asks." },
            service_types: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              minItems: 1,
              uniqueItems: true,
              description: "Types of service the agent may act on. An action that names none is not limited.",
            },
          },
        },
        MandateContext: { type: "string", pattern: "^[a-z_]+:.+$", maxLength: 256 },
        MandateScope: { anyOf: [{ $ref: "#/$defs/Scope" }, { $ref: "#/$defs/CustomScope" }] },
        MandateStatus: { type: "string", enum: ["active", "suspended", "revoked", "expired"] },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        Scope: {
          type: "string",
          enum: [
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
          ],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        TimeOfDay: { type: "string", pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" },
        TimeZone: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$",
          maxLength: 64,
        },
        UuidV4: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-4[0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    annotations: {
      title: "Read a mandate",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "mandates.get",
      "servicialo/scopes": ["mandate:read"],
      "servicialo/phase": "mandates",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "mandates_list",
    title: "List mandates",
    description: "The caller's own mandates, as principal or as agent.",
    inputSchema: {
      title: "mandates.list input",
      type: "object",
      properties: {
        page: {
          type: "integer",
          minimum: 1,
          maximum: 2147483647,
          description: "Number of the page, from 1.",
          default: 1,
        },
        per_page: { type: "integer", minimum: 1, maximum: 100, description: "Items per page, 1 to 100.", default: 20 },
        status: { $ref: "#/$defs/MandateStatus", description: "Only in this status." },
        actor: { $ref: "#/$defs/Actor", description: "Who calls; an agent names its mandate." },
      },
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        MandateStatus: { type: "string", enum: ["active", "suspended", "revoked", "expired"] },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "mandates.list output",
      type: "object",
      properties: {
        data: {
          type: "array",
          items: {
            type: "object",
            properties: {
              type: { type: "string", const: "mandates", description: "Type of the resource." },
              id: { $ref: "#/$defs/Id", description: "Its id." },
              attributes: { $ref: "#/$defs/Mandate", description: "The resource itself." },
            },
            required: ["type", "id", "attributes"],
          },
          description: "The resources of this page.",
        },
        meta: {
          type: "object",
          properties: {
            total: { type: "integer", minimum: 0, maximum: 2147483647, description: "Items on all pages together." },
            page: { type: "integer", minimum: 1, maximum: 2147483647, description: "Number of this page, from 1." },
            per_page: { type: "integer", minimum: 1, maximum: 100, description: "Items per page." },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          required: ["total", "page", "per_page"],
          description: "Which page, of how much.",
        },
        links: { $ref: "#/$defs/PageLinks", description: "Where the other pages are." },
        errors: {
          type: "array",
          minItems: 1,
          items: { type: "object", properties: { code: { type: "string" } }, required: ["code"] },
          description: "Why it was refused, instead of an answer.",
        },
      },
      anyOf: [{ required: ["data", "meta", "links"] }, { required: ["errors"] }],
      $defs: {
        AllowedHours: {
          type: "object",
          properties: {
            start: { $ref: "#/$defs/TimeOfDay", description: "First minute, included." },
            end: { $ref: "#/$defs/TimeOfDay", description: "End of the window, not included." },
            timezone: {
              $ref: "#/$defs/TimeZone",
              description: "Zone of the wall clock; an unknown one is refused at issuance.",
            },
          },
          required: ["start", "end", "timezone"],
        },
        BareAmount: { type: "number", minimum: 0 },
        ConfirmationThreshold: {
          type: "object",
          properties: {
            amount: {
              $ref: "#/$defs/BareAmount",
              description: "Greatest amount that needs no confirmation, in major units.",
            },
            currency: {
              $ref: "#/$defs/CurrencyCode",
              description: "Currency of the amount; an amount in any other currency asks.",
            },
          },
          required: ["amount", "currency"],
        },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        CustomScope: { type: "string", pattern: "^x-[a-z0-9-]+:[a-z_]+$", maxLength: 128 },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        IpRange: {
          type: "string",
          pattern: "^(?:(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:/(?:3[0-2]|[12]?\\d))?|(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?:[0-9A-Fa-f]{1,4}:){1,7}:|(?:[0-9A-Fa-f]{1,4}:){1,6}:[0-9A-Fa-f]{1,4}|(?:[0-9A-Fa-f]{1,4}:){1,5}(?::[0-9A-Fa-f]{1,4}){1,2}|(?:[0-9A-Fa-f]{1,4}:){1,4}(?::[0-9A-Fa-f]{1,4}){1,3}|(?:[0-9A-Fa-f]{1,4}:){1,3}(?::[0-9A-Fa-f]{1,4}){1,4}|(?:[0-9A-Fa-f]{1,4}:){1,2}(?::[0-9A-Fa-f]{1,4}){1,5}|[0-9A-Fa-f]{1,4}:(?::[0-9A-Fa-f]{1,4}){1,6}|:(?:(?::[0-9A-Fa-f]{1,4}){1,7}|:)|::(?:[Ff]{4}:)?(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d))(?:/(?:12[0-8]|1[01]\\d|[1-9]?\\d))?)$",
          maxLength: 64,
        },
        Mandate: {
          type: "object",
          properties: {
            mandate_id: { $ref: "#/$defs/UuidV4", description: "The mandate; a UUID of version 4, set by the node." },
            principal_id: {
              $ref: "#/$defs/Id",
              description: "The person who issues, or the organization that the issuing person administers; never the agent.",
            },
            principal_type: { $ref: "#/$defs/PrincipalType", description: "Role of the principal." },
            agent_id: { $ref: "#/$defs/Id", description: "The one agent that may use it; never the principal." },
            agent_name: { type: "string", maxLength: 200, description: "Label of the agent, for people." },
            acting_for: {
              $ref: "#/$defs/PrincipalType",
              description: "Whose interests the agent serves; equal to `principal_type` (M-01).",
            },
            context: {
              $ref: "#/$defs/MandateContext",
              description: "Where it holds; the principal must have authority there.",
            },
            scopes: {
              type: "array",
              items: { $ref: "#/$defs/MandateScope" },
              minItems: 1,
              uniqueItems: true,
              description: "What it allows; the principal must have authority over each. Nothing else is allowed, and no scope implies another.",
            },
            constraints: { $ref: "#/$defs/MandateConstraints", description: "What limits it further." },
            expires_at: {
              $ref: "#/$defs/Instant",
              description: "When it ends: after it is issued, at most 90 days later recommended.",
            },
            metadata: {
              type: "object",
              description: "Stored and returned untouched; the node may add `issued_by`.",
              "x-sensitivity": "confidential",
            },
            signature: {
              type: "string",
              description: "Accepted, stored and returned, never required or checked (D-15).",
              "x-sensitivity": "confidential",
            },
            issued_at: { $ref: "#/$defs/Instant", description: "When it was issued, by the node's clock." },
            revoked_at: { $ref: "#/$defs/Instant", description: "When it was taken back." },
            revocation_reason: {
              type: "string",
              maxLength: 2000,
              description: "Why it was taken back.",
              "x-sensitivity": "personal",
            },
            status: { $ref: "#/$defs/MandateStatus", description: "Where it stands now." },
          },
          required: [
            "mandate_id",
            "principal_id",
            "principal_type",
            "agent_id",
            "acting_for",
            "context",
            "scopes",
            "expires_at",
            "issued_at",
            "status",
          ],
        },
        MandateConstraints: {
          type: "object",
          properties: {
            max_actions_per_day: {
              type: "integer",
              minimum: 1,
              maximum: 2147483647,
              description: "Executed operations per calendar day, reads included, in the zone of `allowed_hours`, else of the organization, else UTC.",
            },
            allowed_hours: { $ref: "#/$defs/AllowedHours", description: "Hours of the day in which the agent may act." },
            ip_allowlist: {
              type: "array",
              items: { $ref: "#/$defs/IpRange" },
              minItems: 1,
              uniqueItems: true,
              description: "Peer addresses the agent may call from; an unknown address fails.",
            },
            require_confirmation_above: { $ref: "#/$defs/ConfirmationThreshold", description: "Threshold above which the agent asks." },
            service_types: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              minItems: 1,
              uniqueItems: true,
              description: "Types of service the agent may act on. An action that names none is not limited.",
            },
          },
        },
        MandateContext: { type: "string", pattern: "^[a-z_]+:.+$", maxLength: 256 },
        MandateScope: { anyOf: [{ $ref: "#/$defs/Scope" }, { $ref: "#/$defs/CustomScope" }] },
        MandateStatus: { type: "string", enum: ["active", "suspended", "revoked", "expired"] },
        PageLinks: {
          type: "object",
          properties: {
            self: { type: "string", description: "This page." },
            next: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The following page; null on the last one.",
            },
            prev: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The page before; null on the first one.",
            },
            first: { type: "string", description: "The first page." },
            last: { type: "string", description: "The last page." },
          },
          required: ["self", "next", "prev", "first", "last"],
        },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        Scope: {
          type: "string",
          enum: [
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
          ],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        TimeOfDay: { type: "string", pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" },
        TimeZone: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$",
          maxLength: 64,
        },
        UuidV4: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-4[0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    annotations: {
      title: "List mandates",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "mandates.list",
      "servicialo/scopes": ["mandate:read"],
      "servicialo/phase": "mandates",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "mandates_suspend",
    title: "Suspend a mandate",
    description: "Blocks an active mandate until it is reactivated. The only thing `mandate:admin` allows.",
    inputSchema: {
      title: "mandates.suspend input",
      type: "object",
      properties: {
        mandate_id: { $ref: "#/$defs/Id", description: "The mandate." },
        reason: { type: "string", minLength: 1, maxLength: 2000, description: "Why.", "x-sensitivity": "personal" },
        actor: { $ref: "#/$defs/Actor", description: "Who acts." },
      },
      required: ["mandate_id"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "mandates.suspend output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "mandates", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Mandate", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource after the command.",
        },
        meta: {
          type: "object",
          properties: {
            transition: {
              $ref: "#/$defs/TransitionSummary",
              description: "The last state change that the command recorded.",
            },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/TransitionSummary" },
              description: "All of them, when the command recorded several.",
            },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          required: ["transition"],
          description: "What happened.",
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
        AllowedHours: {
          type: "object",
          properties: {
            start: { $ref: "#/$defs/TimeOfDay", description: "First minute, included." },
            end: { $ref: "#/$defs/TimeOfDay", description: "End of the window, not included." },
            timezone: {
              $ref: "#/$defs/TimeZone",
              description: "Zone of the wall clock; an unknown one is refused at issuance.",
            },
          },
          required: ["start", "end", "timezone"],
        },
        BareAmount: { type: "number", minimum: 0 },
        ConfirmationThreshold: {
          type: "object",
          properties: {
            amount: {
              $ref: "#/$defs/BareAmount",
              description: "Greatest amount that needs no confirmation, in major units.",
            },
            currency: {
              $ref: "#/$defs/CurrencyCode",
              description: "Currency of the amount; an amount in any other currency asks.",
            },
          },
          required: ["amount", "currency"],
        },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        CustomScope: { type: "string", pattern: "^x-[a-z0-9-]+:[a-z_]+$", maxLength: 128 },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        IpRange: {
          type: "string",
          pattern: "^(?:(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:/(?:3[0-2]|[12]?\\d))?|(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?:[0-9A-Fa-f]{1,4}:){1,7}:|(?:[0-9A-Fa-f]{1,4}:){1,6}:[0-9A-Fa-f]{1,4}|(?:[0-9A-Fa-f]{1,4}:){1,5}(?::[0-9A-Fa-f]{1,4}){1,2}|(?:[0-9A-Fa-f]{1,4}:){1,4}(?::[0-9A-Fa-f]{1,4}){1,3}|(?:[0-9A-Fa-f]{1,4}:){1,3}(?::[0-9A-Fa-f]{1,4}){1,4}|(?:[0-9A-Fa-f]{1,4}:){1,2}(?::[0-9A-Fa-f]{1,4}){1,5}|[0-9A-Fa-f]{1,4}:(?::[0-9A-Fa-f]{1,4}){1,6}|:(?:(?::[0-9A-Fa-f]{1,4}){1,7}|:)|::(?:[Ff]{4}:)?(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d))(?:/(?:12[0-8]|1[01]\\d|[1-9]?\\d))?)$",
          maxLength: 64,
        },
        Mandate: {
          type: "object",
          properties: {
            mandate_id: { $ref: "#/$defs/UuidV4", description: "The mandate; a UUID of version 4, set by the node." },
            principal_id: {
              $ref: "#/$defs/Id",
              description: "The person who issues, or the organization that the issuing person administers; never the agent.",
            },
            principal_type: { $ref: "#/$defs/PrincipalType", description: "Role of the principal." },
            agent_id: { $ref: "#/$defs/Id", description: "The one agent that may use it; never the principal." },
            agent_name: { type: "string", maxLength: 200, description: "Label of the agent, for people." },
            acting_for: {
              $ref: "#/$defs/PrincipalType",
              description: "Whose interests the agent serves; equal to `principal_type` (M-01).",
            },
            context: {
              $ref: "#/$defs/MandateContext",
              description: "Where it holds; the principal must have authority there.",
            },
            scopes: {
              type: "array",
              items: { $ref: "#/$defs/MandateScope" },
              minItems: 1,
              uniqueItems: true,
              description: "What it allows; the principal must have authority over each. Nothing else is allowed, and no scope implies another.",
            },
            constraints: { $ref: "#/$defs/MandateConstraints", description: "What limits it further." },
            expires_at: {
              $ref: "#/$defs/Instant",
              description: "When it ends: after it is issued, at most 90 days later recommended.",
            },
            metadata: {
              type: "object",
              description: "Stored and returned untouched; the node may add `issued_by`.",
              "x-sensitivity": "confidential",
            },
            signature: {
              type: "string",
              description: "Accepted, stored and returned, never required or checked (D-15).",
              "x-sensitivity": "confidential",
            },
            issued_at: { $ref: "#/$defs/Instant", description: "When it was issued, by the node's clock." },
            revoked_at: { $ref: "#/$defs/Instant", description: "When it was taken back." },
            revocation_reason: {
              type: "string",
              maxLength: 2000,
              description: "Why it was taken back.",
              "x-sensitivity": "personal",
            },
            status: { $ref: "#/$defs/MandateStatus", description: "Where it stands now." },
          },
          required: [
            "mandate_id",
            "principal_id",
            "principal_type",
            "agent_id",
            "acting_for",
            "context",
            "scopes",
            "expires_at",
            "issued_at",
            "status",
          ],
        },
        MandateConstraints: {
          type: "object",
          properties: {
            max_actions_per_day: {
              type: "integer",
              minimum: 1,
              maximum: 2147483647,
              description: "Executed operations per calendar day, reads included, in the zone of `allowed_hours`, else of the organization, else UTC.",
            },
            allowed_hours: { $ref: "#/$defs/AllowedHours", description: "Hours of the day in which the agent may act." },
            ip_allowlist: {
              type: "array",
              items: { $ref: "#/$defs/IpRange" },
              minItems: 1,
              uniqueItems: true,
              description: "Peer addresses the agent may call from; an unknown address fails.",
            },
            require_confirmation_above: { $ref: "#/$defs/ConfirmationThreshold", description: "Threshold above which the agent asks." },
            service_types: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              minItems: 1,
              uniqueItems: true,
              description: "Types of service the agent may act on. An action that names none is not limited.",
            },
          },
        },
        MandateContext: { type: "string", pattern: "^[a-z_]+:.+$", maxLength: 256 },
        MandateScope: { anyOf: [{ $ref: "#/$defs/Scope" }, { $ref: "#/$defs/CustomScope" }] },
        MandateStatus: { type: "string", enum: ["active", "suspended", "revoked", "expired"] },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        Scope: {
          type: "string",
          enum: [
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
          ],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        TimeOfDay: { type: "string", pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" },
        TimeZone: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$",
          maxLength: 64,
        },
        TransitionSummary: {
          type: "object",
          properties: {
            from: { anyOf: [{ type: "string" }, { type: "null" }], description: "State before; null for a creation." },
            to: { type: "string", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When it happened, by the node's clock." },
          },
          required: ["from", "to", "at"],
        },
        UuidV4: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-4[0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    annotations: {
      title: "Suspend a mandate",
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "mandates.suspend",
      "servicialo/scopes": ["mandate:admin"],
      "servicialo/phase": "mandates",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "payments_create_sale",
    title: "Charge a session",
    description: "Charges the session named, or the oldest documented ones, and moves each from documented to charged.",
    inputSchema: {
      title: "payments.create_sale input",
      type: "object",
      properties: {
        client_id: { $ref: "#/$defs/Id", description: "The client to charge." },
        service_id: { $ref: "#/$defs/Id", description: "The offer that was delivered." },
        provider_id: { $ref: "#/$defs/Id", description: "The provider who delivered." },
        quantity: {
          type: "integer",
          minimum: 1,
          maximum: 2147483647,
          description: "How many sessions to charge, the oldest documented ones first. With `session_id` it can only be 1.",
          default: 1,
        },
        unit_price: {
          $ref: "#/$defs/MoneyOrAmount",
          description: "Price of one session; a bare number is in the currency of the offer.",
        },
        session_id: {
          $ref: "#/$defs/Id",
          description: "The session to charge. Absent: the oldest documented ones of that client, offer and provider.",
        },
        actor: { $ref: "#/$defs/Actor", description: "Who acts." },
      },
      required: ["client_id", "service_id", "provider_id", "unit_price"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        BareAmount: { type: "number", minimum: 0 },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        MoneyOrAmount: { anyOf: [{ $ref: "#/$defs/Money" }, { $ref: "#/$defs/BareAmount" }] },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "payments.create_sale output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "sales", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Sale", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        BareAmount: { type: "number", minimum: 0 },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        Sale: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The sale." },
            client_id: { $ref: "#/$defs/Id", description: "The client charged." },
            service_id: { $ref: "#/$defs/Id", description: "The offer that was delivered." },
            provider_id: { $ref: "#/$defs/Id", description: "The provider who delivered." },
            session_ids: {
              type: "array",
              items: { $ref: "#/$defs/Id" },
              uniqueItems: true,
              description: "Sessions charged by it.",
            },
            quantity: { type: "integer", minimum: 1, maximum: 2147483647, description: "How many deliveries it charges." },
            unit_price: { $ref: "#/$defs/Money", description: "Price of one delivery." },
            total: { $ref: "#/$defs/Money", description: "Quantity times unit price." },
            status: { $ref: "#/$defs/SaleStatus", description: "How far it is paid." },
            paid: { $ref: "#/$defs/Money", description: "Received so far." },
            due: { $ref: "#/$defs/Money", description: "Still to be received." },
            service_order_id: { $ref: "#/$defs/Id", description: "Service order that issued it by its payment schedule." },
            transactional: {
              type: "boolean",
              description: "False for the informative charge of a session inside a service order, which takes no payment (P-17).",
              default: true,
            },
            created_at: { $ref: "#/$defs/Instant", description: "When it was created." },
          },
          required: [
            "id",
            "client_id",
            "service_id",
            "provider_id",
            "session_ids",
            "quantity",
            "unit_price",
            "total",
            "status",
            "paid",
            "due",
            "created_at",
          ],
        },
        SaleStatus: { type: "string", enum: ["open", "partially_paid", "paid", "voided"] },
      },
    },
    annotations: {
      title: "Charge a session",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "payments.create_sale",
      "servicialo/scopes": ["payment:write"],
      "servicialo/phase": "closing",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "payments_get_status",
    title: "Read what is paid",
    description: "What is charged, paid and due, of one sale or of a client's account. Exactly one of both has to be named.",
    inputSchema: {
      title: "payments.get_status input",
      type: "object",
      properties: {
        sale_id: { $ref: "#/$defs/Id", description: "The sale; not together with `client_id`." },
        client_id: { $ref: "#/$defs/Id", description: "The client; not together with `sale_id`." },
        actor: { $ref: "#/$defs/Actor", description: "Who calls; an agent names its mandate." },
      },
      additionalProperties: false,
      allOf: [{ oneOf: [{ required: ["sale_id"] }, { required: ["client_id"] }] }],
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "payments.get_status output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "payment_status", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/PaymentStatus", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        BareAmount: { type: "number", minimum: 0 },
        ClientAccountStatus: { type: "string", enum: ["settled", "owing", "in_credit"] },
        CurrencyAccount: {
          type: "object",
          properties: {
            total: { $ref: "#/$defs/Money", description: "Charged." },
            paid: { $ref: "#/$defs/Money", description: "Received." },
            balance: { $ref: "#/$defs/Money", description: "Difference of both; the status says in whose favour." },
            status: { $ref: "#/$defs/ClientAccountStatus", description: "How the client stands in this currency." },
          },
          required: ["total", "paid", "balance", "status"],
        },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        Payment: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The payment." },
            sale_id: { $ref: "#/$defs/Id", description: "The sale it belongs to." },
            amount: { $ref: "#/$defs/PositiveMoney", description: "Amount received." },
            method: {
              $ref: "#/$defs/PaymentMethod",
              description: "How it came in; aliases of a request are answered under the method they mean.",
            },
            reference: {
              type: "string",
              minLength: 1,
              maxLength: 200,
              description: "Reference of the payment elsewhere.",
              "x-sensitivity": "confidential",
            },
            recorded_at: { $ref: "#/$defs/Instant", description: "When it was recorded." },
            actor: { $ref: "#/$defs/Actor", description: "Who recorded it." },
          },
          required: ["id", "sale_id", "amount", "method", "recorded_at"],
        },
        PaymentMethod: { type: "string", enum: ["efectivo", "transferencia", "mercadopago", "tarjeta"] },
        PaymentStatus: {
          type: "object",
          properties: {
            total: {
              $ref: "#/$defs/Money",
              description: "Charged; for a client with several currencies, in the organization's own.",
            },
            paid: { $ref: "#/$defs/Money", description: "Received, in the same currency." },
            balance: {
              $ref: "#/$defs/Money",
              description: "Charged minus received, never negative: for an account in credit, received minus charged.",
            },
            status: {
              anyOf: [{ $ref: "#/$defs/SaleStatus" }, { $ref: "#/$defs/ClientAccountStatus" }],
              description: "For a sale its status; for a client how the account stands.",
            },
            payments: { type: "array", items: { $ref: "#/$defs/Payment" }, description: "Payments, newest first." },
            sales: { type: "array", items: { $ref: "#/$defs/Sale" }, description: "Sales; only for a client." },
            accounts: {
              type: "array",
              items: { $ref: "#/$defs/CurrencyAccount" },
              minItems: 2,
              description: "One account per currency; only for a client with several.",
            },
          },
          required: ["total", "paid", "balance", "status", "payments"],
        },
        PositiveAmount: { type: "number", exclusiveMinimum: 0 },
        PositiveMoney: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/PositiveAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Sale: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The sale." },
            client_id: { $ref: "#/$defs/Id", description: "The client charged." },
            service_id: { $ref: "#/$defs/Id", description: "The offer that was delivered." },
            provider_id: { $ref: "#/$defs/Id", description: "The provider who delivered." },
            session_ids: {
              type: "array",
              items: { $ref: "#/$defs/Id" },
              uniqueItems: true,
              description: "Sessions charged by it.",
            },
            quantity: { type: "integer", minimum: 1, maximum: 2147483647, description: "How many deliveries it charges." },
            unit_price: { $ref: "#/$defs/Money", description: "Price of one delivery." },
            total: { $ref: "#/$defs/Money", description: "Quantity times unit price." },
            status: { $ref: "#/$defs/SaleStatus", description: "How far it is paid." },
            paid: { $ref: "#/$defs/Money", description: "Received so far." },
            due: { $ref: "#/$defs/Money", description: "Still to be received." },
            service_order_id: { $ref: "#/$defs/Id", description: "Service order that issued it by its payment schedule." },
            transactional: {
              type: "boolean",
              description: "False for the informative charge of a session inside a service order, which takes no payment (P-17).",
              default: true,
            },
            created_at: { $ref: "#/$defs/Instant", description: "When it was created." },
          },
          required: [
            "id",
            "client_id",
            "service_id",
            "provider_id",
            "session_ids",
            "quantity",
            "unit_price",
            "total",
            "status",
            "paid",
            "due",
            "created_at",
          ],
        },
        SaleStatus: { type: "string", enum: ["open", "partially_paid", "paid", "voided"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    annotations: {
      title: "Read what is paid",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "payments.get_status",
      "servicialo/scopes": ["payment:read"],
      "servicialo/phase": "closing",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "payments_record_payment",
    title: "Record a payment",
    description: "Records money received for a sale. When its total is reached, sale and sessions are paid; no lifecycle moves.",
    inputSchema: {
      title: "payments.record_payment input",
      type: "object",
      properties: {
        sale_id: { $ref: "#/$defs/Id", description: "The sale that is paid." },
        amount: {
          $ref: "#/$defs/PositiveMoneyOrAmount",
          description: "Amount received, above zero and not above what is due; a bare number is in the currency of the sale.",
        },
        method: {
          anyOf: [{ type: "string", enum: ["cash", "transfer", "card"] }, { $ref: "#/$defs/PaymentMethod" }],
          description: "How it came in; `cash`, `transfer` and `card` are understood, too (E-06).",
        },
        reference: {
          type: "string",
          minLength: 1,
          maxLength: 200,
          description: "Reference of the payment elsewhere.",
          "x-sensitivity": "confidential",
        },
        actor: { $ref: "#/$defs/Actor", description: "Who acts." },
      },
      required: ["sale_id", "amount", "method"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        PaymentMethod: { type: "string", enum: ["efectivo", "transferencia", "mercadopago", "tarjeta"] },
        PositiveAmount: { type: "number", exclusiveMinimum: 0 },
        PositiveMoney: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/PositiveAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        PositiveMoneyOrAmount: { anyOf: [{ $ref: "#/$defs/PositiveMoney" }, { $ref: "#/$defs/PositiveAmount" }] },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "payments.record_payment output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "payments", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Payment", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        Payment: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The payment." },
            sale_id: { $ref: "#/$defs/Id", description: "The sale it belongs to." },
            amount: { $ref: "#/$defs/PositiveMoney", description: "Amount received." },
            method: {
              $ref: "#/$defs/PaymentMethod",
              description: "How it came in; aliases of a request are answered under the method they mean.",
            },
            reference: {
              type: "string",
              minLength: 1,
              maxLength: 200,
              description: "Reference of the payment elsewhere.",
              "x-sensitivity": "confidential",
            },
            recorded_at: { $ref: "#/$defs/Instant", description: "When it was recorded." },
            actor: { $ref: "#/$defs/Actor", description: "Who recorded it." },
          },
          required: ["id", "sale_id", "amount", "method", "recorded_at"],
        },
        PaymentMethod: { type: "string", enum: ["efectivo", "transferencia", "mercadopago", "tarjeta"] },
        PositiveAmount: { type: "number", exclusiveMinimum: 0 },
        PositiveMoney: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/PositiveAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    annotations: {
      title: "Record a payment",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "payments.record_payment",
      "servicialo/scopes": ["payment:write"],
      "servicialo/phase": "closing",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "registry_get_organization",
    title: "Read an organization",
    description: "Public profile of an organization, with its offers, providers and booking rules. Its resource id is the slug.",
    inputSchema: {
      title: "registry.get_organization input",
      type: "object",
      properties: {
        org_slug: { $ref: "#/$defs/Slug", description: "The organization." },
        country: { $ref: "#/$defs/CountryCode", description: "Its country.", default: "cl" },
      },
      required: ["org_slug"],
      additionalProperties: false,
      $defs: {
        CountryCode: { type: "string", pattern: "^[a-z]{2}$" },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
      },
    },
    outputSchema: {
      title: "registry.get_organization output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "organizations", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Organization", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        BareAmount: { type: "number", minimum: 0 },
        ConfirmationPolicy: { type: "string", enum: ["any", "client", "provider", "both", "auto"] },
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CountryCode: { type: "string", pattern: "^[a-z]{2}$" },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        Email: {
          type: "string",
          format: "email",
          pattern: "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$",
          maxLength: 254,
        },
        EvidenceKindName: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9]*(?:[_.:-][A-Za-z0-9]+)*$",
          minLength: 1,
          maxLength: 100,
        },
        HttpUrl: {
          type: "string",
          format: "uri",
          pattern: "^https?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        Latitude: { type: "number", minimum: -90, maximum: 90 },
        LocalDate: {
          type: "string",
          format: "date",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))$",
        },
        Location: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/Modality", description: "How the service reaches the client." },
            address: {
              type: "string",
              maxLength: 500,
              description: "Postal address, for people.",
              "x-sensitivity": "personal",
            },
            room: { type: "string", maxLength: 200, description: "Label of the room, for people." },
            resource_id: { $ref: "#/$defs/Id", description: "Resource that the delivery occupies." },
            coordinates: { $ref: "#/$defs/Coordinates", description: "Point on the map.", "x-sensitivity": "personal" },
          },
        },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        Minutes: { type: "integer", minimum: 1, maximum: 2147483647 },
        Modality: { type: "string", enum: ["in_person", "virtual", "home_visit"] },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        Organization: {
          type: "object",
          properties: {
            id: {
              $ref: "#/$defs/Id",
              description: "Internal identifier; wherever it is asked for, the slug is accepted too.",
            },
            slug: {
              $ref: "#/$defs/Slug",
              description: "Portable, globally unique name; it stays when the organization changes platforms.",
            },
            name: { type: "string", minLength: 1, maxLength: 200, description: "Display name." },
            description: { type: "string", maxLength: 500, description: "What the organization does, in a few lines." },
            vertical: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Main vertical, in the organization's own word; the node maps it to an evidence vertical.",
            },
            country: { $ref: "#/$defs/CountryCode", description: "Country it works in." },
            location: { type: "string", maxLength: 200, description: "City or district, searched by `location`." },
            timezone: { $ref: "#/$defs/TimeZone", description: "Zone of its wall clocks, calendars and days." },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Default currency of its offers." },
            contact_email: { $ref: "#/$defs/Email", description: "Public contact address." },
            website: { $ref: "#/$defs/HttpUrl", description: "Public web site." },
            trust_score: {
              $ref: "#/$defs/TrustScore",
              description: "Computed from verified deliveries, 0 to 100; never self-declared.",
            },
            verified_deliveries: { $ref: "#/$defs/Count", description: "Deliveries that reached `verified`." },
            active_since: { $ref: "#/$defs/LocalDate", description: "First day of activity." },
            created_at: { $ref: "#/$defs/Instant", description: "When it was created on this node." },
            discoverable: {
              type: "boolean",
              description: "Published in search and cards; only ever by an explicit act of a human.",
            },
            services: {
              type: "array",
              items: { $ref: "#/$defs/ServiceOffer" },
              description: "Public offers; only in the organization's own profile.",
            },
            providers: {
              type: "array",
              items: { $ref: "#/$defs/ProviderSummary" },
              description: "Public providers; only in the organization's own profile.",
            },
            booking: {
              $ref: "#/$defs/OrganizationBooking",
              description: "Booking rules; only in the organization's own profile.",
            },
          },
          required: ["id", "slug", "name", "vertical", "country", "timezone", "currency", "created_at", "discoverable"],
        },
        OrganizationBooking: {
          type: "object",
          properties: {
            confirmation_policy: { $ref: "#/$defs/ConfirmationPolicy", description: "Who has to confirm a booking." },
            requires_prepayment: { type: "boolean", description: "Bookings are paid before they are made.", default: false },
            min_advance_minutes: { $ref: "#/$defs/Count", description: "Shortest time between booking and start, in minutes." },
            max_advance_days: { $ref: "#/$defs/Count", description: "Furthest start that can be booked, in days from today." },
            public_lane: { type: "boolean", description: "The organization takes bookings without a credential." },
            confirmation_ttl_minutes: {
              $ref: "#/$defs/Minutes",
              description: "Life of a public confirmation token, in minutes.",
              default: 30,
            },
            booking_token_ttl_days: {
              type: "integer",
              minimum: 1,
              maximum: 2147483647,
              description: "Life of a public booking token, in days.",
              default: 7,
            },
          },
        },
        ProviderSummary: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The provider." },
            name: {
              type: "string",
              minLength: 1,
              maxLength: 200,
              description: "Name shown to clients.",
              "x-sensitivity": "personal",
            },
            specializations: { type: "array", items: { type: "string" }, description: "Fields of practice." },
            trust_score: { $ref: "#/$defs/TrustScore", description: "Trust computed from verified deliveries, 0 to 100." },
          },
          required: ["id", "name"],
        },
        ServiceOffer: {
          type: "object",
          properties: {
            id: {
              $ref: "#/$defs/Id",
              description: "The offer; the `service_id` of booking, sale, availability and contract.",
            },
            organization_id: { $ref: "#/$defs/Id", description: "The organization that offers it." },
            type: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Category, such as `physical_therapy_session`; service orders name it in their scope.",
            },
            vertical: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Vertical, in the organization's own word; the node maps it to an evidence vertical.",
            },
            name: { $ref: "#/$defs/ShortText", description: "Name shown to clients." },
            description: { type: "string", maxLength: 2000, description: "What the client gets, in a few lines." },
            duration_minutes: { $ref: "#/$defs/Minutes", description: "Planned length of one delivery, in minutes." },
            price: {
              $ref: "#/$defs/Money",
              description: "Price of one delivery. Cards print it as `amount` and `currency`.",
            },
            modality: { $ref: "#/$defs/Modality", description: "How it reaches the client." },
            requirements: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "What a client must bring or fulfil.",
            },
            visibility: { $ref: "#/$defs/Visibility", description: "Who may find it.", default: "public" },
            requires_resource: { type: "boolean", description: "A booking must name a resource.", default: false },
            location: {
              $ref: "#/$defs/Location",
              description: "Where it is delivered. A `resource_id` here makes one mandatory in booking, too.",
            },
            required_evidence: {
              type: "array",
              items: { $ref: "#/$defs/EvidenceKindName" },
              uniqueItems: true,
              description: "Evidence kinds that a delivery must show, copied from the contract.",
            },
            provider_ids: {
              type: "array",
              items: { $ref: "#/$defs/Id" },
              uniqueItems: true,
              description: "Providers who deliver it. Without any it cannot be booked.",
            },
            requires_prepayment: { type: "boolean", description: "It is paid before it is booked.", default: false },
            active: { type: "boolean", description: "It can be booked and is listed." },
          },
          required: [
            "id",
            "organization_id",
            "type",
            "vertical",
            "name",
            "duration_minutes",
            "price",
            "modality",
            "active",
          ],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
        TimeZone: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$",
          maxLength: 64,
        },
        TrustScore: { type: "number", minimum: 0, maximum: 100 },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "Read an organization",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "registry.get_organization",
      "servicialo/scopes": [],
      "servicialo/phase": "discovery",
      "servicialo/tier": "discovery",
    },
  },
  {
    name: "registry_manifest",
    title: "Who this server is",
    description: "Who this server is.",
    inputSchema: { title: "registry.manifest input", type: "object", additionalProperties: false },
    outputSchema: {
      title: "registry.manifest output",
      type: "object",
      properties: {
        servicialo: { $ref: "#/$defs/ProtocolVersion", description: "Protocol version served." },
        name: { $ref: "#/$defs/ShortText", description: "Name of the node or its organization." },
        description: { type: "string", description: "What it is for." },
        endpoints: { $ref: "#/$defs/ManifestEndpoints", description: "Where its doors are." },
        protocol_version: {
          $ref: "#/$defs/ProtocolVersion",
          description: "Protocol version served, under the name that newer readers look for.",
        },
        org_slug: {
          anyOf: [{ $ref: "#/$defs/Slug" }, { type: "null" }],
          description: "The one organization of this node; null when it has several.",
        },
        capabilities_url: { $ref: "#/$defs/Uri", description: "Where the capabilities document is." },
        services: {
          type: "array",
          items: { $ref: "#/$defs/ManifestService" },
          description: "Public offers with what must be known before booking.",
        },
        errors: {
          type: "array",
          minItems: 1,
          items: { type: "object", properties: { code: { type: "string" } }, required: ["code"] },
          description: "Why it was refused, instead of an answer.",
        },
      },
      anyOf: [{ required: ["servicialo", "name", "endpoints"] }, { required: ["errors"] }],
      $defs: {
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Manifest: {
          type: "object",
          properties: {
            servicialo: { $ref: "#/$defs/ProtocolVersion", description: "Protocol version served." },
            name: { $ref: "#/$defs/ShortText", description: "Name of the node or its organization." },
            description: { type: "string", description: "What it is for." },
            endpoints: { $ref: "#/$defs/ManifestEndpoints", description: "Where its doors are." },
            protocol_version: {
              $ref: "#/$defs/ProtocolVersion",
              description: "Protocol version served, under the name that newer readers look for.",
            },
            org_slug: {
              anyOf: [{ $ref: "#/$defs/Slug" }, { type: "null" }],
              description: "The one organization of this node; null when it has several.",
            },
            capabilities_url: { $ref: "#/$defs/Uri", description: "Where the capabilities document is." },
            services: {
              type: "array",
              items: { $ref: "#/$defs/ManifestService" },
              description: "Public offers with what must be known before booking.",
            },
          },
          required: ["servicialo", "name", "endpoints"],
        },
        ManifestEndpoints: {
          type: "object",
          properties: {
            rest: { $ref: "#/$defs/Uri", description: "HTTP profile: the base path." },
            mcp: { $ref: "#/$defs/Uri", description: "MCP over streamable HTTP." },
            a2a: { $ref: "#/$defs/Uri", description: "A2A task endpoint." },
            health: { $ref: "#/$defs/Uri", description: "Readiness check." },
          },
        },
        ManifestService: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The offer." },
            name: { $ref: "#/$defs/ShortText", description: "Display name." },
            requires_prepayment: { type: "boolean", description: "Bookings are paid before they are made.", default: false },
          },
          required: ["id", "name"],
        },
        ProtocolVersion: { type: "string", pattern: "^\\d+\\.\\d+(?:\\.\\d+)?$" },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
      },
    },
    annotations: {
      title: "Who this server is",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "registry.manifest",
      "servicialo/scopes": [],
      "servicialo/phase": "discovery",
      "servicialo/tier": "discovery",
    },
  },
  {
    name: "registry_search",
    title: "Find organizations",
    description: "Finds discoverable organizations of a vertical, by trust score, then name.",
    inputSchema: {
      title: "registry.search input",
      type: "object",
      properties: {
        vertical: { type: "string", minLength: 1, maxLength: 100, description: "Vertical looked for." },
        location: { type: "string", minLength: 1, maxLength: 200, description: "City or district looked for." },
        country: { $ref: "#/$defs/CountryCode", description: "Country looked for.", default: "cl" },
        limit: {
          type: "integer",
          minimum: 1,
          maximum: 100,
          description: "Hits per page, 1 to 100; stands for `per_page` here.",
          default: 10,
        },
        page: {
          type: "integer",
          minimum: 1,
          maximum: 2147483647,
          description: "Number of the page, from 1.",
          default: 1,
        },
      },
      required: ["vertical"],
      additionalProperties: false,
      $defs: { CountryCode: { type: "string", pattern: "^[a-z]{2}$" } },
    },
    outputSchema: {
      title: "registry.search output",
      type: "object",
      properties: {
        data: {
          type: "array",
          items: {
            type: "object",
            properties: {
              type: { type: "string", const: "organizations", description: "Type of the resource." },
              id: { $ref: "#/$defs/Id", description: "Its id." },
              attributes: { $ref: "#/$defs/OrganizationSummary", description: "The resource itself." },
            },
            required: ["type", "id", "attributes"],
          },
          description: "The resources of this page.",
        },
        meta: {
          type: "object",
          properties: {
            total: { type: "integer", minimum: 0, maximum: 2147483647, description: "Items on all pages together." },
            page: { type: "integer", minimum: 1, maximum: 2147483647, description: "Number of this page, from 1." },
            per_page: { type: "integer", minimum: 1, maximum: 100, description: "Items per page." },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          required: ["total", "page", "per_page"],
          description: "Which page, of how much.",
        },
        links: { $ref: "#/$defs/PageLinks", description: "Where the other pages are." },
        errors: {
          type: "array",
          minItems: 1,
          items: { type: "object", properties: { code: { type: "string" } }, required: ["code"] },
          description: "Why it was refused, instead of an answer.",
        },
      },
      anyOf: [{ required: ["data", "meta", "links"] }, { required: ["errors"] }],
      $defs: {
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CountryCode: { type: "string", pattern: "^[a-z]{2}$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OrganizationSummary: {
          type: "object",
          properties: {
            slug: { $ref: "#/$defs/Slug", description: "Portable name, also the id of the hit." },
            name: { type: "string", minLength: 1, maxLength: 200, description: "Display name." },
            vertical: { type: "string", minLength: 1, maxLength: 100, description: "Main vertical." },
            location: { type: "string", maxLength: 200, description: "City or district." },
            country: { $ref: "#/$defs/CountryCode", description: "Country." },
            trust_score: { $ref: "#/$defs/TrustScore", description: "Trust computed from verified deliveries, 0 to 100." },
            services_count: { $ref: "#/$defs/Count", description: "Active public offers." },
          },
          required: ["slug", "name", "vertical", "country"],
        },
        PageLinks: {
          type: "object",
          properties: {
            self: { type: "string", description: "This page." },
            next: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The following page; null on the last one.",
            },
            prev: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The page before; null on the first one.",
            },
            first: { type: "string", description: "The first page." },
            last: { type: "string", description: "The last page." },
          },
          required: ["self", "next", "prev", "first", "last"],
        },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
        TrustScore: { type: "number", minimum: 0, maximum: 100 },
      },
    },
    annotations: {
      title: "Find organizations",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "registry.search",
      "servicialo/scopes": [],
      "servicialo/phase": "discovery",
      "servicialo/tier": "discovery",
    },
  },
  {
    name: "resolve_lookup",
    title: "Resolve a slug",
    description: "Where the organization of a slug is reached.",
    inputSchema: {
      title: "resolve.lookup input",
      type: "object",
      properties: {
        country: { $ref: "#/$defs/CountryCode", description: "Country it is registered in." },
        org_slug: { $ref: "#/$defs/Slug", description: "The organization." },
      },
      required: ["country", "org_slug"],
      additionalProperties: false,
      $defs: {
        CountryCode: { type: "string", pattern: "^[a-z]{2}$" },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
      },
    },
    outputSchema: {
      title: "resolve.lookup output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "resolutions", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/ResolutionRecord", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        CountryCode: { type: "string", pattern: "^[a-z]{2}$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        ResolutionAddresses: {
          type: "object",
          properties: {
            path: {
              type: "string",
              pattern: "^/[a-z]{2}/[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$",
              description: "Path below the resolver, `/{country}/{slug}`.",
            },
            subdomain: {
              anyOf: [{ type: "string", maxLength: 253 }, { type: "null" }],
              description: "Name in the domain system, if there is one.",
            },
          },
          required: ["path"],
          additionalProperties: false,
        },
        ResolutionEndpoint: {
          type: "object",
          properties: {
            mcp: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its MCP server." },
            rest: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its HTTP profile." },
            health: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its health probe." },
          },
          additionalProperties: false,
        },
        ResolutionIdentity: {
          type: "object",
          properties: {
            legal_name: { type: "string", minLength: 1, maxLength: 200, description: "Legal or trade name." },
            verticals: { type: "array", items: { type: "string" }, description: "Verticals it serves." },
          },
          required: ["legal_name", "verticals"],
          additionalProperties: false,
        },
        ResolutionRecord: {
          type: "object",
          properties: {
            org_slug: { $ref: "#/$defs/Slug", description: "The slug that was resolved." },
            country: { $ref: "#/$defs/CountryCode", description: "Country it is registered in." },
            addresses: { $ref: "#/$defs/ResolutionAddresses", description: "Names it is found under." },
            endpoint: { $ref: "#/$defs/ResolutionEndpoint", description: "Where it is reached." },
            identity: { $ref: "#/$defs/ResolutionIdentity", description: "Who it is." },
            trust: { $ref: "#/$defs/ResolutionTrust", description: "How far it is trusted." },
            status: { $ref: "#/$defs/ResolutionStatus", description: "Whether it has been seen lately." },
            catalog_url: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its public catalogue." },
          },
          required: ["org_slug", "country", "addresses", "endpoint", "identity", "trust", "status"],
          additionalProperties: false,
        },
        ResolutionStatus: { type: "string", enum: ["active", "inactive"] },
        ResolutionTrust: {
          type: "object",
          properties: {
            score: {
              type: "integer",
              minimum: 0,
              maximum: 100,
              description: "0 for a stranger, 100 for long and consistent conduct.",
            },
            level: { $ref: "#/$defs/TrustLevel", description: "Level the score falls into." },
            registered_at: { $ref: "#/$defs/Instant", description: "When it registered." },
            last_seen: {
              anyOf: [{ $ref: "#/$defs/Instant" }, { type: "null" }],
              description: "Last sign of life; null before the first.",
            },
          },
          required: ["score", "level", "registered_at"],
          additionalProperties: false,
        },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
        TrustLevel: { type: "string", enum: ["unverified", "declared", "vouched", "verified"] },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
      },
    },
    annotations: {
      title: "Resolve a slug",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: true,
    },
    _meta: {
      "servicialo/operation": "resolve.lookup",
      "servicialo/scopes": [],
      "servicialo/phase": "resolver",
      "servicialo/tier": "resolver",
    },
  },
  {
    name: "resolve_register",
    title: "Register in the resolver",
    description: "Registers an organization that can be booked. It begins with a score of 10.",
    inputSchema: {
      title: "resolve.register input",
      type: "object",
      properties: {
        slug: { $ref: "#/$defs/Slug", description: "Portable name wanted; must be free." },
        country: { $ref: "#/$defs/CountryCode", description: "Country it works in." },
        name: { type: "string", minLength: 1, maxLength: 200, description: "Display name." },
        mcp_url: { $ref: "#/$defs/HttpUrl", description: "Its MCP server." },
        rest_url: { $ref: "#/$defs/HttpUrl", description: "Its HTTP profile." },
        health_url: { $ref: "#/$defs/HttpUrl", description: "Its health probe." },
        legal_name: {
          type: "string",
          minLength: 1,
          maxLength: 200,
          description: "Legal name. Default: the display name.",
        },
        verticals: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "Verticals it serves." },
        contact_email: { $ref: "#/$defs/Email", description: "Contact address.", "x-sensitivity": "personal" },
        website: { $ref: "#/$defs/HttpUrl", description: "Public web site." },
        tax_id: {
          type: "string",
          minLength: 1,
          maxLength: 64,
          description: "Tax id, by the rules of its country.",
          "x-sensitivity": "confidential",
        },
        actor: { $ref: "#/$defs/Actor", description: "Who acts." },
      },
      required: ["slug", "country", "name"],
      additionalProperties: false,
      allOf: [{ anyOf: [{ required: ["mcp_url"] }, { required: ["rest_url"] }] }],
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        CountryCode: { type: "string", pattern: "^[a-z]{2}$" },
        Email: {
          type: "string",
          format: "email",
          pattern: "^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$",
          maxLength: 254,
        },
        HttpUrl: {
          type: "string",
          format: "uri",
          pattern: "^https?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "resolve.register output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "resolutions", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/ResolutionRecord", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        CountryCode: { type: "string", pattern: "^[a-z]{2}$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        ResolutionAddresses: {
          type: "object",
          properties: {
            path: {
              type: "string",
              pattern: "^/[a-z]{2}/[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$",
              description: "Path below the resolver, `/{country}/{slug}`.",
            },
            subdomain: {
              anyOf: [{ type: "string", maxLength: 253 }, { type: "null" }],
              description: "Name in the domain system, if there is one.",
            },
          },
          required: ["path"],
          additionalProperties: false,
        },
        ResolutionEndpoint: {
          type: "object",
          properties: {
            mcp: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its MCP server." },
            rest: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its HTTP profile." },
            health: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its health probe." },
          },
          additionalProperties: false,
        },
        ResolutionIdentity: {
          type: "object",
          properties: {
            legal_name: { type: "string", minLength: 1, maxLength: 200, description: "Legal or trade name." },
            verticals: { type: "array", items: { type: "string" }, description: "Verticals it serves." },
          },
          required: ["legal_name", "verticals"],
          additionalProperties: false,
        },
        ResolutionRecord: {
          type: "object",
          properties: {
            org_slug: { $ref: "#/$defs/Slug", description: "The slug that was resolved." },
            country: { $ref: "#/$defs/CountryCode", description: "Country it is registered in." },
            addresses: { $ref: "#/$defs/ResolutionAddresses", description: "Names it is found under." },
            endpoint: { $ref: "#/$defs/ResolutionEndpoint", description: "Where it is reached." },
            identity: { $ref: "#/$defs/ResolutionIdentity", description: "Who it is." },
            trust: { $ref: "#/$defs/ResolutionTrust", description: "How far it is trusted." },
            status: { $ref: "#/$defs/ResolutionStatus", description: "Whether it has been seen lately." },
            catalog_url: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its public catalogue." },
          },
          required: ["org_slug", "country", "addresses", "endpoint", "identity", "trust", "status"],
          additionalProperties: false,
        },
        ResolutionStatus: { type: "string", enum: ["active", "inactive"] },
        ResolutionTrust: {
          type: "object",
          properties: {
            score: {
              type: "integer",
              minimum: 0,
              maximum: 100,
              description: "0 for a stranger, 100 for long and consistent conduct.",
            },
            level: { $ref: "#/$defs/TrustLevel", description: "Level the score falls into." },
            registered_at: { $ref: "#/$defs/Instant", description: "When it registered." },
            last_seen: {
              anyOf: [{ $ref: "#/$defs/Instant" }, { type: "null" }],
              description: "Last sign of life; null before the first.",
            },
          },
          required: ["score", "level", "registered_at"],
          additionalProperties: false,
        },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
        TrustLevel: { type: "string", enum: ["unverified", "declared", "vouched", "verified"] },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
      },
    },
    annotations: {
      title: "Register in the resolver",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
      openWorldHint: true,
    },
    _meta: {
      "servicialo/operation": "resolve.register",
      "servicialo/scopes": ["resolve:write"],
      "servicialo/phase": "resolver_administration",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "resolve_search",
    title: "Search the resolver",
    description: "Registered organizations of a country, by trust score.",
    inputSchema: {
      title: "resolve.search input",
      type: "object",
      properties: {
        country: { $ref: "#/$defs/CountryCode", description: "Country looked in." },
        vertical: { type: "string", minLength: 1, maxLength: 100, description: "Only of this vertical." },
        limit: {
          type: "integer",
          minimum: 1,
          maximum: 100,
          description: "Hits per page, 1 to 100; stands for `per_page` here.",
          default: 20,
        },
        page: {
          type: "integer",
          minimum: 1,
          maximum: 2147483647,
          description: "Number of the page, from 1.",
          default: 1,
        },
      },
      required: ["country"],
      additionalProperties: false,
      $defs: { CountryCode: { type: "string", pattern: "^[a-z]{2}$" } },
    },
    outputSchema: {
      title: "resolve.search output",
      type: "object",
      properties: {
        data: {
          type: "array",
          items: {
            type: "object",
            properties: {
              type: { type: "string", const: "resolutions", description: "Type of the resource." },
              id: { $ref: "#/$defs/Id", description: "Its id." },
              attributes: { $ref: "#/$defs/ResolutionSummary", description: "The resource itself." },
            },
            required: ["type", "id", "attributes"],
          },
          description: "The resources of this page.",
        },
        meta: {
          type: "object",
          properties: {
            total: { type: "integer", minimum: 0, maximum: 2147483647, description: "Items on all pages together." },
            page: { type: "integer", minimum: 1, maximum: 2147483647, description: "Number of this page, from 1." },
            per_page: { type: "integer", minimum: 1, maximum: 100, description: "Items per page." },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          required: ["total", "page", "per_page"],
          description: "Which page, of how much.",
        },
        links: { $ref: "#/$defs/PageLinks", description: "Where the other pages are." },
        errors: {
          type: "array",
          minItems: 1,
          items: { type: "object", properties: { code: { type: "string" } }, required: ["code"] },
          description: "Why it was refused, instead of an answer.",
        },
      },
      anyOf: [{ required: ["data", "meta", "links"] }, { required: ["errors"] }],
      $defs: {
        CountryCode: { type: "string", pattern: "^[a-z]{2}$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        PageLinks: {
          type: "object",
          properties: {
            self: { type: "string", description: "This page." },
            next: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The following page; null on the last one.",
            },
            prev: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The page before; null on the first one.",
            },
            first: { type: "string", description: "The first page." },
            last: { type: "string", description: "The last page." },
          },
          required: ["self", "next", "prev", "first", "last"],
        },
        ResolutionEndpoint: {
          type: "object",
          properties: {
            mcp: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its MCP server." },
            rest: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its HTTP profile." },
            health: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its health probe." },
          },
          additionalProperties: false,
        },
        ResolutionSummary: {
          type: "object",
          properties: {
            org_slug: { $ref: "#/$defs/Slug", description: "The slug." },
            name: { type: "string", minLength: 1, maxLength: 200, description: "Display name." },
            country: { $ref: "#/$defs/CountryCode", description: "Country it is registered in." },
            verticals: { type: "array", items: { type: "string" }, description: "Verticals it serves." },
            endpoint: { $ref: "#/$defs/ResolutionEndpoint", description: "Where it is reached." },
            trust: { $ref: "#/$defs/ResolutionTrust", description: "How far it is trusted." },
          },
          required: ["org_slug", "name", "country", "verticals", "endpoint", "trust"],
        },
        ResolutionTrust: {
          type: "object",
          properties: {
            score: {
              type: "integer",
              minimum: 0,
              maximum: 100,
              description: "0 for a stranger, 100 for long and consistent conduct.",
            },
            level: { $ref: "#/$defs/TrustLevel", description: "Level the score falls into." },
            registered_at: { $ref: "#/$defs/Instant", description: "When it registered." },
            last_seen: {
              anyOf: [{ $ref: "#/$defs/Instant" }, { type: "null" }],
              description: "Last sign of life; null before the first.",
            },
          },
          required: ["score", "level", "registered_at"],
          additionalProperties: false,
        },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
        TrustLevel: { type: "string", enum: ["unverified", "declared", "vouched", "verified"] },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
      },
    },
    annotations: {
      title: "Search the resolver",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: true,
    },
    _meta: {
      "servicialo/operation": "resolve.search",
      "servicialo/scopes": [],
      "servicialo/phase": "resolver",
      "servicialo/tier": "resolver",
    },
  },
  {
    name: "resolve_update_endpoint",
    title: "Move endpoints",
    description: "Points a registered organization to new endpoints; its slug, identity and trust stay.",
    inputSchema: {
      title: "resolve.update_endpoint input",
      type: "object",
      properties: {
        country: { $ref: "#/$defs/CountryCode", description: "Country it is registered in." },
        org_slug: { $ref: "#/$defs/Slug", description: "The organization." },
        mcp_url: { $ref: "#/$defs/HttpUrl", description: "Its MCP server." },
        rest_url: { $ref: "#/$defs/HttpUrl", description: "Its HTTP profile." },
        health_url: { $ref: "#/$defs/HttpUrl", description: "Its health probe." },
        actor: { $ref: "#/$defs/Actor", description: "Who acts." },
      },
      required: ["country", "org_slug"],
      additionalProperties: false,
      allOf: [{ anyOf: [{ required: ["mcp_url"] }, { required: ["rest_url"] }, { required: ["health_url"] }] }],
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        CountryCode: { type: "string", pattern: "^[a-z]{2}$" },
        HttpUrl: {
          type: "string",
          format: "uri",
          pattern: "^https?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "resolve.update_endpoint output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "resolutions", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/ResolutionRecord", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        CountryCode: { type: "string", pattern: "^[a-z]{2}$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        ResolutionAddresses: {
          type: "object",
          properties: {
            path: {
              type: "string",
              pattern: "^/[a-z]{2}/[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$",
              description: "Path below the resolver, `/{country}/{slug}`.",
            },
            subdomain: {
              anyOf: [{ type: "string", maxLength: 253 }, { type: "null" }],
              description: "Name in the domain system, if there is one.",
            },
          },
          required: ["path"],
          additionalProperties: false,
        },
        ResolutionEndpoint: {
          type: "object",
          properties: {
            mcp: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its MCP server." },
            rest: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its HTTP profile." },
            health: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its health probe." },
          },
          additionalProperties: false,
        },
        ResolutionIdentity: {
          type: "object",
          properties: {
            legal_name: { type: "string", minLength: 1, maxLength: 200, description: "Legal or trade name." },
            verticals: { type: "array", items: { type: "string" }, description: "Verticals it serves." },
          },
          required: ["legal_name", "verticals"],
          additionalProperties: false,
        },
        ResolutionRecord: {
          type: "object",
          properties: {
            org_slug: { $ref: "#/$defs/Slug", description: "The slug that was resolved." },
            country: { $ref: "#/$defs/CountryCode", description: "Country it is registered in." },
            addresses: { $ref: "#/$defs/ResolutionAddresses", description: "Names it is found under." },
            endpoint: { $ref: "#/$defs/ResolutionEndpoint", description: "Where it is reached." },
            identity: { $ref: "#/$defs/ResolutionIdentity", description: "Who it is." },
            trust: { $ref: "#/$defs/ResolutionTrust", description: "How far it is trusted." },
            status: { $ref: "#/$defs/ResolutionStatus", description: "Whether it has been seen lately." },
            catalog_url: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its public catalogue." },
          },
          required: ["org_slug", "country", "addresses", "endpoint", "identity", "trust", "status"],
          additionalProperties: false,
        },
        ResolutionStatus: { type: "string", enum: ["active", "inactive"] },
        ResolutionTrust: {
          type: "object",
          properties: {
            score: {
              type: "integer",
              minimum: 0,
              maximum: 100,
              description: "0 for a stranger, 100 for long and consistent conduct.",
            },
            level: { $ref: "#/$defs/TrustLevel", description: "Level the score falls into." },
            registered_at: { $ref: "#/$defs/Instant", description: "When it registered." },
            last_seen: {
              anyOf: [{ $ref: "#/$defs/Instant" }, { type: "null" }],
              description: "Last sign of life; null before the first.",
            },
          },
          required: ["score", "level", "registered_at"],
          additionalProperties: false,
        },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
        TrustLevel: { type: "string", enum: ["unverified", "declared", "vouched", "verified"] },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
      },
    },
    annotations: {
      title: "Move endpoints",
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: true,
      openWorldHint: true,
    },
    _meta: {
      "servicialo/operation": "resolve.update_endpoint",
      "servicialo/scopes": ["resolve:write"],
      "servicialo/phase": "resolver_administration",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "resource_create",
    title: "Add a resource",
    description: "Adds a resource, in use at once. Two blocks with the same day and order are a conflict.",
    inputSchema: {
      title: "resource.create input",
      type: "object",
      properties: {
        organization_id: { $ref: "#/$defs/Id", description: "Organization it belongs to." },
        name: { $ref: "#/$defs/ShortText", description: "Name shown to people." },
        type: { $ref: "#/$defs/ResourceType", description: "What it is.", default: "room" },
        capacity: {
          type: "integer",
          minimum: 1,
          maximum: 2147483647,
          description: "Sessions it holds at once.",
          default: 1,
        },
        buffer_minutes: {
          type: "integer",
          minimum: 0,
          maximum: 2147483647,
          description: "Minutes it stays occupied after each use; the provider is free meanwhile.",
          default: 0,
        },
        equipment: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "What it is equipped with." },
        location: { type: "string", maxLength: 500, description: "Where it is, for people." },
        rules: { type: "object", description: "House rules, in the organization's own form." },
        timezone: { $ref: "#/$defs/TimeZone", description: "Zone of its week. Default: the organization's." },
        availability: {
          type: "array",
          items: { $ref: "#/$defs/WeeklyBlock" },
          description: "Its week. Without it, the resource is never free.",
        },
        actor: { $ref: "#/$defs/Actor", description: "Who acts." },
      },
      required: ["organization_id", "name", "actor"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        EndTimeOfDay: { type: "string", pattern: "^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        ResourceType: { type: "string", enum: ["room", "box", "chair", "equipment"] },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        TimeOfDay: { type: "string", pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" },
        TimeZone: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$",
          maxLength: 64,
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        WeeklyBlock: {
          type: "object",
          properties: {
            day_of_week: { type: "integer", minimum: 0, maximum: 6, description: "Day of the week: 0 Sunday to 6 Saturday." },
            start_time: { $ref: "#/$defs/TimeOfDay", description: "Start of the span." },
            end_time: { $ref: "#/$defs/EndTimeOfDay", description: "End of the span; `24:00` is the end of the day." },
            is_available: { type: "boolean", description: "False takes the span out of the open ones.", default: true },
            timezone: {
              $ref: "#/$defs/TimeZone",
              description: "Zone of the times. Default: the owner's, then the organization's.",
            },
            block_order: { $ref: "#/$defs/Count", description: "Tells the blocks of one day apart.", default: 0 },
          },
          required: ["day_of_week", "start_time", "end_time"],
        },
      },
    },
    outputSchema: {
      title: "resource.create output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "resources", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Resource", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        EndTimeOfDay: { type: "string", pattern: "^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Resource: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The resource." },
            organization_id: { $ref: "#/$defs/Id", description: "Organization it belongs to." },
            name: { $ref: "#/$defs/ShortText", description: "Name shown to people." },
            type: { $ref: "#/$defs/ResourceType", description: "What it is.", default: "room" },
            capacity: {
              type: "integer",
              minimum: 1,
              maximum: 2147483647,
              description: "Sessions it holds at once.",
              default: 1,
            },
            buffer_minutes: {
              type: "integer",
              minimum: 0,
              maximum: 2147483647,
              description: "Minutes it stays occupied after each use; the provider is free meanwhile.",
              default: 0,
            },
            equipment: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "What it is equipped with." },
            location: { type: "string", maxLength: 500, description: "Where it is, for people." },
            rules: { type: "object", description: "House rules, in the organization's own form." },
            timezone: { $ref: "#/$defs/TimeZone", description: "Zone of its week. Default: the organization's." },
            is_active: { type: "boolean", description: "False once deleted: readable, never bookable." },
            availability: {
              type: "array",
              items: { $ref: "#/$defs/ResourceAvailability" },
              description: "Its week; only when one resource is read.",
            },
          },
          required: ["id", "organization_id", "name", "is_active"],
        },
        ResourceAvailability: {
          type: "object",
          properties: {
            day_of_week: { type: "integer", minimum: 0, maximum: 6, description: "Day of the week: 0 Sunday to 6 Saturday." },
            start_time: { $ref: "#/$defs/TimeOfDay", description: "Start of the span." },
            end_time: { $ref: "#/$defs/EndTimeOfDay", description: "End of the span; `24:00` is the end of the day." },
            is_available: { type: "boolean", description: "False takes the span out of the open ones.", default: true },
            timezone: {
              $ref: "#/$defs/TimeZone",
              description: "Zone of the times. Default: the owner's, then the organization's.",
            },
            block_order: { $ref: "#/$defs/Count", description: "Tells the blocks of one day apart.", default: 0 },
            resource_id: { $ref: "#/$defs/Id", description: "The resource." },
          },
          required: ["day_of_week", "start_time", "end_time", "resource_id"],
        },
        ResourceType: { type: "string", enum: ["room", "box", "chair", "equipment"] },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        TimeOfDay: { type: "string", pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" },
        TimeZone: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$",
          maxLength: 64,
        },
      },
    },
    annotations: {
      title: "Add a resource",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "resource.create",
      "servicialo/scopes": ["resource:write"],
      "servicialo/phase": "resources",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "resource_delete",
    title: "Take a resource out of use",
    description: "Takes a resource out of use; it stays readable. Sessions to come on it begin the flow of a lost resource. Repeatable.",
    inputSchema: {
      title: "resource.delete input",
      type: "object",
      properties: {
        resource_id: { $ref: "#/$defs/Id", description: "The resource." },
        actor: { $ref: "#/$defs/Actor", description: "Who acts." },
      },
      required: ["resource_id", "actor"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "resource.delete output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "resources", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Resource", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        EndTimeOfDay: { type: "string", pattern: "^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Resource: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The resource." },
            organization_id: { $ref: "#/$defs/Id", description: "Organization it belongs to." },
            name: { $ref: "#/$defs/ShortText", description: "Name shown to people." },
            type: { $ref: "#/$defs/ResourceType", description: "What it is.", default: "room" },
            capacity: {
              type: "integer",
              minimum: 1,
              maximum: 2147483647,
              description: "Sessions it holds at once.",
              default: 1,
            },
            buffer_minutes: {
              type: "integer",
              minimum: 0,
              maximum: 2147483647,
              description: "Minutes it stays occupied after each use; the provider is free meanwhile.",
              default: 0,
            },
            equipment: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "What it is equipped with." },
            location: { type: "string", maxLength: 500, description: "Where it is, for people." },
            rules: { type: "object", description: "House rules, in the organization's own form." },
            timezone: { $ref: "#/$defs/TimeZone", description: "Zone of its week. Default: the organization's." },
            is_active: { type: "boolean", description: "False once deleted: readable, never bookable." },
            availability: {
              type: "array",
              items: { $ref: "#/$defs/ResourceAvailability" },
              description: "Its week; only when one resource is read.",
            },
          },
          required: ["id", "organization_id", "name", "is_active"],
        },
        ResourceAvailability: {
          type: "object",
          properties: {
            day_of_week: { type: "integer", minimum: 0, maximum: 6, description: "Day of the week: 0 Sunday to 6 Saturday." },
            start_time: { $ref: "#/$defs/TimeOfDay", description: "Start of the span." },
            end_time: { $ref: "#/$defs/EndTimeOfDay", description: "End of the span; `24:00` is the end of the day." },
            is_available: { type: "boolean", description: "False takes the span out of the open ones.", default: true },
            timezone: {
              $ref: "#/$defs/TimeZone",
              description: "Zone of the times. Default: the owner's, then the organization's.",
            },
            block_order: { $ref: "#/$defs/Count", description: "Tells the blocks of one day apart.", default: 0 },
            resource_id: { $ref: "#/$defs/Id", description: "The resource." },
          },
          required: ["day_of_week", "start_time", "end_time", "resource_id"],
        },
        ResourceType: { type: "string", enum: ["room", "box", "chair", "equipment"] },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        TimeOfDay: { type: "string", pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" },
        TimeZone: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$",
          maxLength: 64,
        },
      },
    },
    annotations: {
      title: "Take a resource out of use",
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "resource.delete",
      "servicialo/scopes": ["resource:write"],
      "servicialo/phase": "resources",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "resource_get",
    title: "Read a resource",
    description: "One resource with its week.",
    inputSchema: {
      title: "resource.get input",
      type: "object",
      properties: {
        resource_id: { $ref: "#/$defs/Id", description: "The resource." },
        actor: { $ref: "#/$defs/Actor", description: "Who calls; an agent names its mandate." },
      },
      required: ["resource_id"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "resource.get output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "resources", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Resource", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        EndTimeOfDay: { type: "string", pattern: "^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Resource: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The resource." },
            organization_id: { $ref: "#/$defs/Id", description: "Organization it belongs to." },
            name: { $ref: "#/$defs/ShortText", description: "Name shown to people." },
            type: { $ref: "#/$defs/ResourceType", description: "What it is.", default: "room" },
            capacity: {
              type: "integer",
              minimum: 1,
              maximum: 2147483647,
              description: "Sessions it holds at once.",
              default: 1,
            },
            buffer_minutes: {
              type: "integer",
              minimum: 0,
              maximum: 2147483647,
              description: "Minutes it stays occupied after each use; the provider is free meanwhile.",
              default: 0,
            },
            equipment: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "What it is equipped with." },
            location: { type: "string", maxLength: 500, description: "Where it is, for people." },
            rules: { type: "object", description: "House rules, in the organization's own form." },
            timezone: { $ref: "#/$defs/TimeZone", description: "Zone of its week. Default: the organization's." },
            is_active: { type: "boolean", description: "False once deleted: readable, never bookable." },
            availability: {
              type: "array",
              items: { $ref: "#/$defs/ResourceAvailability" },
              description: "Its week; only when one resource is read.",
            },
          },
          required: ["id", "organization_id", "name", "is_active"],
        },
        ResourceAvailability: {
          type: "object",
          properties: {
            day_of_week: { type: "integer", minimum: 0, maximum: 6, description: "Day of the week: 0 Sunday to 6 Saturday." },
            start_time: { $ref: "#/$defs/TimeOfDay", description: "Start of the span." },
            end_time: { $ref: "#/$defs/EndTimeOfDay", description: "End of the span; `24:00` is the end of the day." },
            is_available: { type: "boolean", description: "False takes the span out of the open ones.", default: true },
            timezone: {
              $ref: "#/$defs/TimeZone",
              description: "Zone of the times. Default: the owner's, then the organization's.",
            },
            block_order: { $ref: "#/$defs/Count", description: "Tells the blocks of one day apart.", default: 0 },
            resource_id: { $ref: "#/$defs/Id", description: "The resource." },
          },
          required: ["day_of_week", "start_time", "end_time", "resource_id"],
        },
        ResourceType: { type: "string", enum: ["room", "box", "chair", "equipment"] },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        TimeOfDay: { type: "string", pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" },
        TimeZone: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$",
          maxLength: 64,
        },
      },
    },
    annotations: {
      title: "Read a resource",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "resource.get",
      "servicialo/scopes": ["resource:read"],
      "servicialo/phase": "resources",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "resource_get_availability",
    title: "When a resource is free",
    description: "Free capacity of a resource, whatever the service.",
    inputSchema: {
      title: "resource.get_availability input",
      type: "object",
      properties: {
        resource_id: { $ref: "#/$defs/Id", description: "The resource." },
        date_from: { $ref: "#/$defs/LocalDate", description: "First day." },
        date_to: { $ref: "#/$defs/LocalDate", description: "Last day, included; not before the first." },
        timezone: {
          $ref: "#/$defs/TimeZone",
          description: "Zone of the days and of the answer. Default: the resource's.",
        },
        page: {
          type: "integer",
          minimum: 1,
          maximum: 2147483647,
          description: "Number of the page, from 1.",
          default: 1,
        },
        per_page: { type: "integer", minimum: 1, maximum: 100, description: "Items per page, 1 to 100.", default: 20 },
        actor: { $ref: "#/$defs/Actor", description: "Who calls; an agent names its mandate." },
      },
      required: ["resource_id", "date_from", "date_to"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        LocalDate: {
          type: "string",
          format: "date",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))$",
        },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        TimeZone: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$",
          maxLength: 64,
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "resource.get_availability output",
      type: "object",
      properties: {
        data: {
          type: "array",
          items: {
            type: "object",
            properties: {
              type: { type: "string", const: "availability_slots", description: "Type of the resource." },
              id: { $ref: "#/$defs/Id", description: "Its id." },
              attributes: { $ref: "#/$defs/AvailabilitySlot", description: "The resource itself." },
            },
            required: ["type", "id", "attributes"],
          },
          description: "The resources of this page.",
        },
        meta: {
          type: "object",
          properties: {
            total: { type: "integer", minimum: 0, maximum: 2147483647, description: "Items on all pages together." },
            page: { type: "integer", minimum: 1, maximum: 2147483647, description: "Number of this page, from 1." },
            per_page: { type: "integer", minimum: 1, maximum: 100, description: "Items per page." },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          required: ["total", "page", "per_page"],
          description: "Which page, of how much.",
        },
        links: { $ref: "#/$defs/PageLinks", description: "Where the other pages are." },
        errors: {
          type: "array",
          minItems: 1,
          items: { type: "object", properties: { code: { type: "string" } }, required: ["code"] },
          description: "Why it was refused, instead of an answer.",
        },
      },
      anyOf: [{ required: ["data", "meta", "links"] }, { required: ["errors"] }],
      $defs: {
        AvailabilitySlot: {
          type: "object",
          properties: {
            provider_id: {
              $ref: "#/$defs/Id",
              description: "Provider who is free; absent only when no more than a resource was asked for.",
            },
            starts_at: { $ref: "#/$defs/Instant", description: "Start; never in the past." },
            ends_at: {
              $ref: "#/$defs/Instant",
              description: "End: start plus duration, without the buffer of the resource.",
            },
            resource_id: { $ref: "#/$defs/Id", description: "Resource that is free, when one was asked for or is needed." },
            service_id: { $ref: "#/$defs/Id", description: "Offer that the slot fits." },
            remaining_capacity: { $ref: "#/$defs/Count", description: "Further sessions that the resource can take in this slot." },
            confidence_score: {
              type: "number",
              minimum: 0,
              maximum: 1,
              description: "How sure the slot is, 0 to 1; its ceiling depends on the mode.",
            },
          },
          required: ["starts_at", "ends_at"],
          allOf: [{ anyOf: [{ required: ["provider_id"] }, { required: ["resource_id"] }] }],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        PageLinks: {
          type: "object",
          properties: {
            self: { type: "string", description: "This page." },
            next: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The following page; null on the last one.",
            },
            prev: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The page before; null on the first one.",
            },
            first: { type: "string", description: "The first page." },
            last: { type: "string", description: "The last page." },
          },
          required: ["self", "next", "prev", "first", "last"],
        },
      },
    },
    annotations: {
      title: "When a resource is free",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "resource.get_availability",
      "servicialo/scopes": ["resource:read"],
      "servicialo/phase": "resources",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "resource_list",
    title: "List resources",
    description: "Resources of an organization.",
    inputSchema: {
      title: "resource.list input",
      type: "object",
      properties: {
        organization_id: { $ref: "#/$defs/Id", description: "The organization, by id or slug." },
        type: { $ref: "#/$defs/ResourceType", description: "Only of this kind." },
        is_active: { type: "boolean", description: "Only those in use, or only those out of use." },
        page: {
          type: "integer",
          minimum: 1,
          maximum: 2147483647,
          description: "Number of the page, from 1.",
          default: 1,
        },
        per_page: { type: "integer", minimum: 1, maximum: 100, description: "Items per page, 1 to 100.", default: 20 },
        actor: { $ref: "#/$defs/Actor", description: "Who calls; an agent names its mandate." },
      },
      required: ["organization_id"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        ResourceType: { type: "string", enum: ["room", "box", "chair", "equipment"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "resource.list output",
      type: "object",
      properties: {
        data: {
          type: "array",
          items: {
            type: "object",
            properties: {
              type: { type: "string", const: "resources", description: "Type of the resource." },
              id: { $ref: "#/$defs/Id", description: "Its id." },
              attributes: { $ref: "#/$defs/Resource", description: "The resource itself." },
            },
            required: ["type", "id", "attributes"],
          },
          description: "The resources of this page.",
        },
        meta: {
          type: "object",
          properties: {
            total: { type: "integer", minimum: 0, maximum: 2147483647, description: "Items on all pages together." },
            page: { type: "integer", minimum: 1, maximum: 2147483647, description: "Number of this page, from 1." },
            per_page: { type: "integer", minimum: 1, maximum: 100, description: "Items per page." },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          required: ["total", "page", "per_page"],
          description: "Which page, of how much.",
        },
        links: { $ref: "#/$defs/PageLinks", description: "Where the other pages are." },
        errors: {
          type: "array",
          minItems: 1,
          items: { type: "object", properties: { code: { type: "string" } }, required: ["code"] },
          description: "Why it was refused, instead of an answer.",
        },
      },
      anyOf: [{ required: ["data", "meta", "links"] }, { required: ["errors"] }],
      $defs: {
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        EndTimeOfDay: { type: "string", pattern: "^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        PageLinks: {
          type: "object",
          properties: {
            self: { type: "string", description: "This page." },
            next: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The following page; null on the last one.",
            },
            prev: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The page before; null on the first one.",
            },
            first: { type: "string", description: "The first page." },
            last: { type: "string", description: "The last page." },
          },
          required: ["self", "next", "prev", "first", "last"],
        },
        Resource: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The resource." },
            organization_id: { $ref: "#/$defs/Id", description: "Organization it belongs to." },
            name: { $ref: "#/$defs/ShortText", description: "Name shown to people." },
            type: { $ref: "#/$defs/ResourceType", description: "What it is.", default: "room" },
            capacity: {
              type: "integer",
              minimum: 1,
              maximum: 2147483647,
              description: "Sessions it holds at once.",
              default: 1,
            },
            buffer_minutes: {
              type: "integer",
              minimum: 0,
              maximum: 2147483647,
              description: "Minutes it stays occupied after each use; the provider is free meanwhile.",
              default: 0,
            },
            equipment: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "What it is equipped with." },
            location: { type: "string", maxLength: 500, description: "Where it is, for people." },
            rules: { type: "object", description: "House rules, in the organization's own form." },
            timezone: { $ref: "#/$defs/TimeZone", description: "Zone of its week. Default: the organization's." },
            is_active: { type: "boolean", description: "False once deleted: readable, never bookable." },
            availability: {
              type: "array",
              items: { $ref: "#/$defs/ResourceAvailability" },
              description: "Its week; only when one resource is read.",
            },
          },
          required: ["id", "organization_id", "name", "is_active"],
        },
        ResourceAvailability: {
          type: "object",
          properties: {
            day_of_week: { type: "integer", minimum: 0, maximum: 6, description: "Day of the week: 0 Sunday to 6 Saturday." },
            start_time: { $ref: "#/$defs/TimeOfDay", description: "Start of the span." },
            end_time: { $ref: "#/$defs/EndTimeOfDay", description: "End of the span; `24:00` is the end of the day." },
            is_available: { type: "boolean", description: "False takes the span out of the open ones.", default: true },
            timezone: {
              $ref: "#/$defs/TimeZone",
              description: "Zone of the times. Default: the owner's, then the organization's.",
            },
            block_order: { $ref: "#/$defs/Count", description: "Tells the blocks of one day apart.", default: 0 },
            resource_id: { $ref: "#/$defs/Id", description: "The resource." },
          },
          required: ["day_of_week", "start_time", "end_time", "resource_id"],
        },
        ResourceType: { type: "string", enum: ["room", "box", "chair", "equipment"] },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        TimeOfDay: { type: "string", pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" },
        TimeZone: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$",
          maxLength: 64,
        },
      },
    },
    annotations: {
      title: "List resources",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "resource.list",
      "servicialo/scopes": ["resource:read"],
      "servicialo/phase": "resources",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "resource_update",
    title: "Change a resource",
    description: "Changes a resource. What is not given stays as it was.",
    inputSchema: {
      title: "resource.update input",
      type: "object",
      properties: {
        resource_id: { $ref: "#/$defs/Id", description: "The resource." },
        name: { $ref: "#/$defs/ShortText", description: "Name shown to people." },
        type: { $ref: "#/$defs/ResourceType", description: "What it is." },
        capacity: {
          type: "integer",
          minimum: 1,
          maximum: 2147483647,
          description: "Sessions it holds at once; never fewer than are booked.",
        },
        buffer_minutes: {
          type: "integer",
          minimum: 0,
          maximum: 2147483647,
          description: "Minutes it stays occupied after each use.",
        },
        equipment: {
          type: "array",
          items: { $ref: "#/$defs/ShortText" },
          description: "What it is equipped with; replaces the list.",
        },
        location: { type: "string", maxLength: 500, description: "Where it is, for people." },
        is_active: { type: "boolean", description: "False takes it out of use, true brings it back." },
        rules: { type: "object", description: "House rules; replaces them." },
        timezone: { $ref: "#/$defs/TimeZone", description: "Zone of its week." },
        availability: { type: "array", items: { $ref: "#/$defs/WeeklyBlock" }, description: "Replaces the whole week." },
        actor: { $ref: "#/$defs/Actor", description: "Who acts." },
      },
      required: ["resource_id", "actor"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        EndTimeOfDay: { type: "string", pattern: "^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        ResourceType: { type: "string", enum: ["room", "box", "chair", "equipment"] },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        TimeOfDay: { type: "string", pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" },
        TimeZone: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$",
          maxLength: 64,
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        WeeklyBlock: {
          type: "object",
          properties: {
            day_of_week: { type: "integer", minimum: 0, maximum: 6, description: "Day of the week: 0 Sunday to 6 Saturday." },
            start_time: { $ref: "#/$defs/TimeOfDay", description: "Start of the span." },
            end_time: { $ref: "#/$defs/EndTimeOfDay", description: "End of the span; `24:00` is the end of the day." },
            is_available: { type: "boolean", description: "False takes the span out of the open ones.", default: true },
            timezone: {
              $ref: "#/$defs/TimeZone",
              description: "Zone of the times. Default: the owner's, then the organization's.",
            },
            block_order: { $ref: "#/$defs/Count", description: "Tells the blocks of one day apart.", default: 0 },
          },
          required: ["day_of_week", "start_time", "end_time"],
        },
      },
    },
    outputSchema: {
      title: "resource.update output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "resources", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Resource", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        EndTimeOfDay: { type: "string", pattern: "^(?:(?:[01]\\d|2[0-3]):[0-5]\\d|24:00)$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Resource: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The resource." },
            organization_id: { $ref: "#/$defs/Id", description: "Organization it belongs to." },
            name: { $ref: "#/$defs/ShortText", description: "Name shown to people." },
            type: { $ref: "#/$defs/ResourceType", description: "What it is.", default: "room" },
            capacity: {
              type: "integer",
              minimum: 1,
              maximum: 2147483647,
              description: "Sessions it holds at once.",
              default: 1,
            },
            buffer_minutes: {
              type: "integer",
              minimum: 0,
              maximum: 2147483647,
              description: "Minutes it stays occupied after each use; the provider is free meanwhile.",
              default: 0,
            },
            equipment: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "What it is equipped with." },
            location: { type: "string", maxLength: 500, description: "Where it is, for people." },
            rules: { type: "object", description: "House rules, in the organization's own form." },
            timezone: { $ref: "#/$defs/TimeZone", description: "Zone of its week. Default: the organization's." },
            is_active: { type: "boolean", description: "False once deleted: readable, never bookable." },
            availability: {
              type: "array",
              items: { $ref: "#/$defs/ResourceAvailability" },
              description: "Its week; only when one resource is read.",
            },
          },
          required: ["id", "organization_id", "name", "is_active"],
        },
        ResourceAvailability: {
          type: "object",
          properties: {
            day_of_week: { type: "integer", minimum: 0, maximum: 6, description: "Day of the week: 0 Sunday to 6 Saturday." },
            start_time: { $ref: "#/$defs/TimeOfDay", description: "Start of the span." },
            end_time: { $ref: "#/$defs/EndTimeOfDay", description: "End of the span; `24:00` is the end of the day." },
            is_available: { type: "boolean", description: "False takes the span out of the open ones.", default: true },
            timezone: {
              $ref: "#/$defs/TimeZone",
              description: "Zone of the times. Default: the owner's, then the organization's.",
            },
            block_order: { $ref: "#/$defs/Count", description: "Tells the blocks of one day apart.", default: 0 },
            resource_id: { $ref: "#/$defs/Id", description: "The resource." },
          },
          required: ["day_of_week", "start_time", "end_time", "resource_id"],
        },
        ResourceType: { type: "string", enum: ["room", "box", "chair", "equipment"] },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        TimeOfDay: { type: "string", pattern: "^(?:[01]\\d|2[0-3]):[0-5]\\d$" },
        TimeZone: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$",
          maxLength: 64,
        },
      },
    },
    annotations: {
      title: "Change a resource",
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "resource.update",
      "servicialo/scopes": ["resource:write"],
      "servicialo/phase": "resources",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "scheduling_book",
    title: "Book a session",
    description: "Books a session. It starts in `requested`, holds provider, client and resource, and keeps the contract as it stands\nnow; with confirmation policy `auto` it goes on to `confirmed` in the same call.",
    inputSchema: {
      title: "scheduling.book input",
      type: "object",
      properties: {
        service_id: { $ref: "#/$defs/Id", description: "Active offer that is booked." },
        provider_id: { $ref: "#/$defs/Id", description: "Active provider of that offer." },
        client_id: { $ref: "#/$defs/Id", description: "The beneficiary." },
        starts_at: { $ref: "#/$defs/Instant", description: "Start; in the future." },
        resource_id: {
          $ref: "#/$defs/Id",
          description: "Resource to occupy; needed when the offer requires a resource or names one as its place.",
        },
        actor: { $ref: "#/$defs/Actor", description: "Who books." },
        human_intent_confirmed: {
          type: "boolean",
          description: "The caller claims that a person wants this booking. Stored, without effect of its own.",
          default: false,
        },
        submission: { $ref: "#/$defs/Submission", description: "How the booking came in." },
        service_order_id: {
          $ref: "#/$defs/Id",
          description: "Active order to book under; its scope and limits must allow it.",
        },
        payer_id: { $ref: "#/$defs/Id", description: "Who pays, when not the client." },
        payment_intent_id: {
          $ref: "#/$defs/Id",
          description: "Settled prepayment, for offers that are paid before they are booked.",
        },
      },
      required: ["service_id", "provider_id", "client_id", "starts_at", "actor"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Submission: {
          type: "object",
          properties: {
            channel: { $ref: "#/$defs/SubmissionChannel", description: "Through what." },
            submitted_by_type: { $ref: "#/$defs/SubmitterType", description: "By whom." },
            agent_id: { $ref: "#/$defs/Id", description: "The program; it must hold a valid mandate." },
            agent_name: { type: "string", maxLength: 200, description: "Name of the program." },
            platform: { type: "string", maxLength: 200, description: "Platform that the program runs on." },
          },
          required: ["channel", "submitted_by_type"],
          allOf: [
            {
              if: {
                properties: { submitted_by_type: { enum: ["agent", "human_with_agent_assistance"] } },
                required: ["submitted_by_type"],
              },
              then: { required: ["agent_id"] },
            },
          ],
        },
        SubmissionChannel: { type: "string", enum: ["web", "whatsapp", "phone", "chat", "api", "other"] },
        SubmitterType: { type: "string", enum: ["human", "agent", "human_with_agent_assistance"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "scheduling.book output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "sessions", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Session", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource after the command.",
        },
        meta: {
          type: "object",
          properties: {
            transition: {
              $ref: "#/$defs/TransitionSummary",
              description: "The last state change that the command recorded, if any.",
            },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/TransitionSummary" },
              description: "All of them, when the command recorded several.",
            },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "What happened.",
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
        AgreedRangeMinutes: {
          type: "object",
          properties: {
            min: { type: "number", minimum: 0, description: "Least time agreed; staying below is no fault." },
            max: { type: "number", minimum: 0, description: "Most time that needs no justification. Absent: any." },
          },
        },
        ApprovedDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "deliverable", description: "Marks the kind." },
            approved_by: { $ref: "#/$defs/Id", description: "Client who approved it." },
            approved_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "approved_by", "approved_at"],
        },
        AttendanceRecordData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "attendance_record", description: "Marks the kind." },
            student_present: { type: "boolean", description: "The student was there.", "x-sensitivity": "personal" },
            instructor_present: { type: "boolean", description: "The instructor was there.", "x-sensitivity": "personal" },
            session_start: { $ref: "#/$defs/Instant", description: "When the lesson began." },
            session_end: { $ref: "#/$defs/Instant", description: "When it ended." },
          },
          required: ["document_type", "student_present", "instructor_present"],
        },
        BareAmount: { type: "number", minimum: 0 },
        BillingStatus: { type: "string", enum: ["pending", "charged", "invoiced", "paid", "disputed"] },
        CancellationDetails: {
          type: "object",
          properties: {
            hours_before: {
              type: "number",
              description: "Hours between cancellation and start; negative when the start had passed.",
            },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
            refund: { $ref: "#/$defs/Money", description: "What goes back of money already paid." },
          },
          required: ["hours_before", "penalty", "refund"],
        },
        ClinicalRecordData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "clinical_record", description: "Marks the kind." },
            signed_by: {
              type: "array",
              items: { $ref: "#/$defs/ClinicalSigner" },
              minItems: 2,
              uniqueItems: true,
              description: "Roles that signed, as words and not as ids: both.",
            },
          },
          required: ["uri", "document_type", "signed_by"],
        },
        ClinicalSigner: { type: "string", enum: ["provider", "client"] },
        CommitteeMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "committee_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        Competency: {
          type: "object",
          properties: {
            name: { $ref: "#/$defs/ShortText", description: "What it is called." },
            level: {
              $ref: "#/$defs/CompetencyLevel",
              description: "How far it was reached.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["name", "level"],
        },
        CompetencyLevel: { type: "string", enum: ["not_started", "in_progress", "achieved"] },
        CompletionChecklistData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "completion_checklist", description: "Marks the kind." },
            checklist: {
              type: "array",
              items: { $ref: "#/$defs/CompletionTask" },
              minItems: 1,
              description: "The tasks; at least one.",
            },
            all_completed: { type: "boolean", description: "Every task was done. Computed; a sent value is ignored." },
          },
          required: ["document_type", "checklist"],
        },
        CompletionTask: {
          type: "object",
          properties: {
            task: { $ref: "#/$defs/LongText", description: "What was agreed." },
            completed: { type: "boolean", description: "Whether it was done." },
          },
          required: ["task", "completed"],
        },
        ConsultingBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            budget_authorized_minutes: {
              type: "number",
              minimum: 0,
              description: "Time authorized, in minutes; counts only where contract and order name none.",
            },
            scope_change_ref: { $ref: "#/$defs/ShortText", description: "Reference to the authorization of more time." },
          },
          required: ["minutes", "category"],
        },
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CourseMaterialData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "course_material", description: "Marks the kind." },
            material_items: { type: "array", items: { $ref: "#/$defs/MaterialItem" }, description: "The pieces." },
          },
          required: ["uri", "document_type"],
        },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        DataSensitivity: { type: "string", enum: ["public", "internal", "confidential", "restricted"] },
        Dispute: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The dispute." },
            session_id: { $ref: "#/$defs/Id", description: "Session contested." },
            opened_by: { $ref: "#/$defs/Id", description: "Client of the session." },
            opened_at: { $ref: "#/$defs/Instant", description: "When." },
            opened_from: {
              type: "string",
              enum: ["delivered", "documented", "charged"],
              description: "State that the session was in.",
            },
            reason: {
              $ref: "#/$defs/LongText",
              description: "Why, in the client's words.",
              "x-sensitivity": "confidential",
            },
            reason_category: { $ref: "#/$defs/DisputeReasonCategory", description: "What it is about." },
            amount: { $ref: "#/$defs/Money", description: "Amount contested. Absent: that of the session." },
            status: { $ref: "#/$defs/DisputeStatus", description: "Where it stands." },
            evaluation: { $ref: "#/$defs/EvidenceEvaluation", description: "What the evidence rule found last." },
            resolution: { $ref: "#/$defs/DisputeResolution", description: "How it ended." },
          },
          required: ["id", "session_id", "opened_by", "opened_at", "opened_from", "reason", "status"],
          allOf: [
            {
              if: { properties: { status: { enum: ["resolved"] } }, required: ["status"] },
              then: { required: ["resolution"] },
            },
          ],
        },
        DisputeOutcome: { type: "string", enum: ["provider_prevails", "client_prevails"] },
        DisputeReasonCategory: { type: "string", enum: ["quality", "no_show", "billing", "scope", "evidence_missing", "other"] },
        DisputeResolution: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/DisputeOutcome", description: "For whom." },
            method: { $ref: "#/$defs/DisputeResolutionMethod", description: "How." },
            note: { $ref: "#/$defs/LongText", description: "Why, for people.", "x-sensitivity": "confidential" },
            by: { $ref: "#/$defs/Id", description: "Who decided; `system` for a rule." },
            at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["outcome", "method", "by", "at"],
        },
        DisputeResolutionMethod: { type: "string", enum: ["algorithmic", "manual", "arbitration"] },
        DisputeStatus: { type: "string", enum: ["open", "escalated", "resolved"] },
        DocumentData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: {
              $ref: "#/$defs/ShortText",
              description: "What kind of document it is; names outside the catalogue are matched as they stand.",
            },
          },
          required: ["uri", "document_type"],
        },
        DocumentEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "document", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DocumentPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The document.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DocumentPayload: {
          anyOf: [
            { $ref: "#/$defs/ClinicalRecordData" },
            { $ref: "#/$defs/TreatmentAdherenceData" },
            { $ref: "#/$defs/CompletionChecklistData" },
            { $ref: "#/$defs/MeetingMinutesData" },
            { $ref: "#/$defs/LegalDeliverableData" },
            { $ref: "#/$defs/AttendanceRecordData" },
            { $ref: "#/$defs/CourseMaterialData" },
            { $ref: "#/$defs/SessionEvaluationData" },
            { $ref: "#/$defs/ApprovedDeliverableData" },
            { $ref: "#/$defs/CommitteeMinutesData" },
            { $ref: "#/$defs/MilestoneProgressData" },
            { $ref: "#/$defs/DocumentData" },
          ],
        },
        Documentation: {
          type: "object",
          properties: {
            content: {
              type: "string",
              minLength: 1,
              maxLength: 100000,
              description: "Text of the record.",
              "x-sensitivity": "restricted",
            },
            template_id: { $ref: "#/$defs/Id", description: "Template that it follows." },
            created_by: { $ref: "#/$defs/Id", description: "Party that wrote it." },
            created_at: { $ref: "#/$defs/Instant", description: "When it was written." },
          },
          required: ["content", "created_by", "created_at"],
        },
        DurationData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
          },
          required: ["minutes"],
        },
        DurationEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "duration", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DurationPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The time.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DurationPayload: {
          anyOf: [
            { $ref: "#/$defs/LegalBillableHoursData" },
            { $ref: "#/$defs/ConsultingBillableHoursData" },
            { $ref: "#/$defs/DurationData" },
          ],
        },
        EscalationCause: { type: "string", enum: ["no_rule", "amount", "missing", "condition", "duration"] },
        Evidence: {
          anyOf: [
            { $ref: "#/$defs/GpsEvidence" },
            { $ref: "#/$defs/SignatureEvidence" },
            { $ref: "#/$defs/PhotoEvidence" },
            { $ref: "#/$defs/DocumentEvidence" },
            { $ref: "#/$defs/DurationEvidence" },
            { $ref: "#/$defs/NotesEvidence" },
          ],
        },
        EvidenceActor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/EvidenceActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        EvidenceActorType: { type: "string", enum: ["provider", "client", "system", "agent"] },
        EvidenceEvaluation: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/EvidenceOutcome", description: "What was found." },
            why: { $ref: "#/$defs/EscalationCause", description: "Why it could not be accredited." },
            missing: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "Kinds without an item." },
            condition: { $ref: "#/$defs/ShortText", description: "Condition that is not met." },
          },
          required: ["outcome"],
          allOf: [
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
          ],
        },
        EvidenceMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        EvidenceOutcome: { type: "string", enum: ["accredited", "escalate"] },
        ExceptionDetails: {
          anyOf: [
            { $ref: "#/$defs/NoShowDetails" },
            { $ref: "#/$defs/CancellationDetails" },
            { $ref: "#/$defs/RescheduleDetails" },
            { $ref: "#/$defs/ResourceConflictDetails" },
            { $ref: "#/$defs/PartialDetails" },
            { $ref: "#/$defs/Dispute" },
          ],
        },
        ExceptionRecord: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ExceptionType", description: "What happened." },
            at: { $ref: "#/$defs/Instant", description: "When it was recorded." },
            initiated_by: { $ref: "#/$defs/Id", description: "Id of the party that caused or marked it, or `system`." },
            resolution: {
              anyOf: [{ $ref: "#/$defs/ExceptionResolution" }, { type: "string" }],
              description: "How it ended; a node may use words of its own.",
            },
            resolved_at: { $ref: "#/$defs/Instant", description: "When it was settled; absent while it is open." },
            details: { $ref: "#/$defs/ExceptionDetails", description: "Figures, by type.", "x-sensitivity": "personal" },
          },
          required: ["type", "at", "initiated_by"],
        },
        ExceptionResolution: {
          type: "string",
          enum: [
            "client_penalized",
            "free",
            "provider_reassigned",
            "no_replacement",
            "provider_prevails",
            "client_prevails",
            "rescheduled",
            "resource_replaced",
          ],
        },
        ExceptionType: {
          type: "string",
          enum: ["no_show", "cancellation", "dispute", "reschedule", "partial", "resource_conflict"],
        },
        GpsData: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            accuracy_meters: { type: "number", minimum: 0, description: "Radius of uncertainty, in metres." },
            event: { $ref: "#/$defs/GpsEvent", description: "Which end of the delivery." },
          },
          required: ["latitude", "longitude"],
        },
        GpsEvent: { type: "string", enum: ["checkin", "checkout"] },
        GpsEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "gps", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/GpsData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The point.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        LanguageCode: { type: "string", pattern: "^[a-z]{2}$" },
        Latitude: { type: "number", minimum: -90, maximum: 90 },
        LegalBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            agreed_range_minutes: {
              $ref: "#/$defs/AgreedRangeMinutes",
              description: "Span agreed; counts only where the contract names none.",
            },
            justification: {
              $ref: "#/$defs/LongText",
              description: "Why more time was needed than agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["minutes"],
        },
        LegalDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "legal_deliverable", description: "Marks the kind." },
            delivered_to: { $ref: "#/$defs/Id", description: "Client who received it." },
            delivered_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "delivered_to"],
        },
        Location: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/Modality", description: "How the service reaches the client." },
            address: {
              type: "string",
              maxLength: 500,
              description: "Postal address, for people.",
              "x-sensitivity": "personal",
            },
            room: { type: "string", maxLength: 200, description: "Label of the room, for people." },
            resource_id: { $ref: "#/$defs/Id", description: "Resource that the delivery occupies." },
            coordinates: { $ref: "#/$defs/Coordinates", description: "Point on the map.", "x-sensitivity": "personal" },
          },
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        MaterialItem: {
          type: "object",
          properties: {
            title: { $ref: "#/$defs/ShortText", description: "What it is called." },
            uri: { $ref: "#/$defs/Uri", description: "Where it is." },
          },
          required: ["title"],
        },
        MeetingMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "meeting_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        MilestoneProgressData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "milestone_progress", description: "Marks the kind." },
            milestone_id: { $ref: "#/$defs/Id", description: "The milestone, as the order names it." },
            progress_percent: { $ref: "#/$defs/Percent", description: "Share done, 0 to 100." },
            notes: { $ref: "#/$defs/LongText", description: "Remarks.", "x-sensitivity": "confidential" },
          },
          required: ["document_type", "milestone_id", "progress_percent"],
        },
        Minutes: { type: "integer", minimum: 1, maximum: 2147483647 },
        Modality: { type: "string", enum: ["in_person", "virtual", "home_visit"] },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        NoShowDetails: {
          type: "object",
          properties: {
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
          },
          required: ["no_show_type"],
        },
        NoShowType: { type: "string", enum: ["client", "provider"] },
        NotesData: {
          type: "object",
          properties: {
            text: { $ref: "#/$defs/LongText", description: "The text.", "x-sensitivity": "confidential" },
            language: { $ref: "#/$defs/LanguageCode", description: "Its language." },
          },
          required: ["text"],
        },
        NotesEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "notes", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/NotesData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The notes.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        PartialDetails: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What was delivered, and what was not.",
              "x-sensitivity": "personal",
            },
            delivered_minutes: {
              $ref: "#/$defs/Count",
              description: "Minutes that were delivered, 0 when it broke off at once. The price shrinks in proportion unless an amount is given.",
            },
            adjusted_amount: { $ref: "#/$defs/Money", description: "Price of what was delivered; never above the agreed price." },
          },
          required: ["description"],
          allOf: [{ anyOf: [{ required: ["delivered_minutes"] }, { required: ["adjusted_amount"] }] }],
        },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PhotoAfterData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "after", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoBeforeData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "before", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            label: { $ref: "#/$defs/ShortText", description: "What it shows, e.g. `before`, `after`, `damage`." },
            metadata: { $ref: "#/$defs/PhotoMetadata", description: "Where and when it was taken." },
          },
          required: ["uri"],
        },
        PhotoEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "photo", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/PhotoPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The picture.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        PhotoMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
        },
        PhotoPayload: {
          anyOf: [
            { $ref: "#/$defs/PhotoBeforeData" },
            { $ref: "#/$defs/PhotoAfterData" },
            { $ref: "#/$defs/PhotoData" },
          ],
        },
        PhotoProofMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
          required: ["latitude", "longitude", "taken_at"],
        },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        ProofOfDelivery: {
          type: "object",
          properties: {
            checkin: { $ref: "#/$defs/Instant", description: "When the delivery began." },
            checkout: { $ref: "#/$defs/Instant", description: "When the delivery ended." },
            duration_actual: {
              $ref: "#/$defs/Count",
              description: "Whole minutes between check-in and check-out, rounded down.",
            },
            evidence: {
              type: "array",
              items: { $ref: "#/$defs/Evidence" },
              description: "Evidence items, in order of arrival; they never change.",
              "x-sensitivity": "restricted",
            },
          },
        },
        RedactedData: {
          type: "object",
          properties: {
            redacted: { type: "boolean", const: true, description: "The payload was left out." },
            reason: { type: "string", const: "restricted_evidence", description: "Why." },
          },
          required: ["redacted", "reason"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        RescheduleCause: { type: "string", enum: ["party_request", "resource_conflict"] },
        RescheduleDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Instant", description: "Start before." },
            new: { $ref: "#/$defs/Instant", description: "Start after; absent as long as none is found." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
            fee: { $ref: "#/$defs/Money", description: "Fee by the rescheduling policy of the contract." },
          },
          required: ["previous", "cause"],
        },
        ResourceConflictDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Id", description: "Resource that became unavailable." },
            new: { $ref: "#/$defs/Id", description: "Resource that took its place; absent when none was free." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
          },
          required: ["previous", "cause"],
        },
        ServiceBilling: {
          type: "object",
          properties: {
            amount: { $ref: "#/$defs/Money", description: "Price of this delivery, after any adjustment." },
            payer: { $ref: "#/$defs/Id", description: "Who pays: the payer of the client, else the client." },
            status: {
              $ref: "#/$defs/BillingStatus",
              description: "How far it is settled. Moves apart from the lifecycle (D-10).",
            },
            charged_at: { $ref: "#/$defs/Instant", description: "When the amount was debited or became debt." },
            payment_id: { $ref: "#/$defs/Id", description: "Payment that covers it; may be an earlier prepayment." },
            tax_document: {
              type: "string",
              maxLength: 200,
              description: "Tax document that was issued for it.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["amount"],
        },
        ServiceClient: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The beneficiary." },
            payer_id: { $ref: "#/$defs/Id", description: "Who pays, when that is someone else." },
          },
          required: ["id"],
        },
        ServiceLifecycle: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/ServiceState", description: "Present state." },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/Transition" },
              description: "Every state change so far, oldest first; only ever appended to.",
            },
            exceptions: {
              type: "array",
              items: { $ref: "#/$defs/ExceptionRecord" },
              description: "Everything that went another way than planned, oldest first.",
            },
            verification_deadline: {
              $ref: "#/$defs/Instant",
              description: "When silence of the client counts as acceptance; from `delivered` or `partial` until the session leaves the cycle (P-04).",
            },
          },
          required: ["current_state"],
          allOf: [
            {
              if: {
                properties: { current_state: { enum: ["delivered", "partial", "documented", "charged", "disputed"] } },
                required: ["current_state"],
              },
              then: { required: ["verification_deadline"] },
            },
          ],
        },
        ServiceProvider: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The provider." },
            organization_id: { $ref: "#/$defs/Id", description: "The organization the provider delivers for." },
            credentials: {
              type: "array",
              items: { type: "string" },
              description: "Credentials that matter for this delivery, for people.",
            },
            trust_score: { $ref: "#/$defs/TrustScore", description: "Trust computed from verified deliveries, 0 to 100." },
            profile_id: { $ref: "#/$defs/Uuid", description: "Public profile of the provider (D-15)." },
          },
          required: ["id", "organization_id"],
        },
        ServiceSchedule: {
          type: "object",
          properties: {
            requested_at: { $ref: "#/$defs/Instant", description: "When the service was asked for." },
            scheduled_for: { $ref: "#/$defs/Instant", description: "Start of the delivery; set on entering `scheduled`." },
            duration_expected: { $ref: "#/$defs/Minutes", description: "Planned length, in minutes." },
          },
          required: ["requested_at"],
        },
        ServiceState: {
          type: "string",
          enum: [
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
          ],
        },
        Session: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Id of the delivery; the id of its session." },
            service_order_id: {
              $ref: "#/$defs/Id",
              description: "Order that the delivery belongs to; then billing only informs.",
            },
            service_id: { $ref: "#/$defs/Id", description: "Offer that was booked." },
            type: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Category of the service, in the organization's own word.",
            },
            vertical: { type: "string", minLength: 1, maxLength: 100, description: "Vertical of the service." },
            name: { type: "string", minLength: 1, maxLength: 200, description: "Name of the service, for people." },
            duration_minutes: { $ref: "#/$defs/Minutes", description: "Length of the delivery, in minutes." },
            requirements: { type: "array", items: { type: "string" }, description: "What the client has to bring or fulfil." },
            visibility: {
              $ref: "#/$defs/Visibility",
              description: "Who may discover it; a booked session is private.",
              default: "public",
            },
            provider: { $ref: "#/$defs/ServiceProvider", description: "Who delivers." },
            client: { $ref: "#/$defs/ServiceClient", description: "Who receives." },
            schedule: { $ref: "#/$defs/ServiceSchedule", description: "When it happens." },
            location: { $ref: "#/$defs/Location", description: "Where it happens." },
            lifecycle: { $ref: "#/$defs/ServiceLifecycle", description: "Where it stands." },
            proof: { $ref: "#/$defs/ProofOfDelivery", description: "What shows that it happened." },
            documentation: {
              $ref: "#/$defs/Documentation",
              description: "Record of the delivery; from `documented` on, when one was written.",
              "x-sensitivity": "restricted",
            },
            billing: { $ref: "#/$defs/ServiceBilling", description: "What it costs." },
            provider_id: { $ref: "#/$defs/Id", description: "Same as `provider.id`." },
            client_id: { $ref: "#/$defs/Id", description: "Same as `client.id`." },
            starts_at: {
              $ref: "#/$defs/Instant",
              description: "Same as `schedule.scheduled_for`; before that is set, the wished start (P-02).",
            },
            ends_at: { $ref: "#/$defs/Instant", description: "Start plus duration." },
            resource_id: { $ref: "#/$defs/Id", description: "Same as `location.resource_id`." },
            human_intent_confirmed: {
              type: "boolean",
              description: "The caller claims that a person wanted this booking. Stored, without effect of its own.",
              default: false,
            },
            series_id: { $ref: "#/$defs/Id", description: "Series of repeated bookings that it belongs to." },
            previous_session_id: { $ref: "#/$defs/Id", description: "Public booking that it replaced (P-11)." },
            submission: { $ref: "#/$defs/Submission", description: "How the booking came in." },
          },
          required: [
            "id",
            "service_id",
            "type",
            "vertical",
            "name",
            "duration_minutes",
            "provider",
            "client",
            "schedule",
            "lifecycle",
            "billing",
            "provider_id",
            "client_id",
            "starts_at",
          ],
        },
        SessionEvaluationData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "session_evaluation", description: "Marks the kind." },
            score: {
              type: "number",
              minimum: 0,
              maximum: 100,
              description: "Result, 0 to 100.",
              "x-sensitivity": "confidential",
            },
            feedback: {
              $ref: "#/$defs/LongText",
              description: "What the instructor says of it.",
              "x-sensitivity": "confidential",
            },
            competencies: { type: "array", items: { $ref: "#/$defs/Competency" }, description: "Competencies, one by one." },
          },
          required: ["document_type"],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        SignatureData: {
          type: "object",
          properties: {
            signer_role: { $ref: "#/$defs/SignerRole", description: "Who signed." },
            format: { $ref: "#/$defs/SignatureFormat", description: "Form of the artefact." },
            uri: { $ref: "#/$defs/Uri", description: "Where the artefact is.", "x-sensitivity": "confidential" },
          },
          required: ["signer_role", "format"],
        },
        SignatureEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "signature", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/SignatureData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The signature.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        SignatureFormat: { type: "string", enum: ["image/png", "image/svg+xml", "application/pkcs7-signature"] },
        SignerRole: { type: "string", enum: ["provider", "client", "both"] },
        Submission: {
          type: "object",
          properties: {
            channel: { $ref: "#/$defs/SubmissionChannel", description: "Through what." },
            submitted_by_type: { $ref: "#/$defs/SubmitterType", description: "By whom." },
            agent_id: { $ref: "#/$defs/Id", description: "The program; it must hold a valid mandate." },
            agent_name: { type: "string", maxLength: 200, description: "Name of the program." },
            platform: { type: "string", maxLength: 200, description: "Platform that the program runs on." },
          },
          required: ["channel", "submitted_by_type"],
          allOf: [
            {
              if: {
                properties: { submitted_by_type: { enum: ["agent", "human_with_agent_assistance"] } },
                required: ["submitted_by_type"],
              },
              then: { required: ["agent_id"] },
            },
          ],
        },
        SubmissionChannel: { type: "string", enum: ["web", "whatsapp", "phone", "chat", "api", "other"] },
        SubmitterType: { type: "string", enum: ["human", "agent", "human_with_agent_assistance"] },
        Transition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/ServiceState" }, { type: "null" }],
              description: "State before; null in the first record and nowhere else.",
            },
            to: { $ref: "#/$defs/ServiceState", description: "State after." },
            at: {
              $ref: "#/$defs/Instant",
              description: "When, by the clock of the node; never earlier than the record before.",
            },
            by: {
              $ref: "#/$defs/Id",
              description: "Id of the client, provider, organization or agent that acted, or `system`.",
            },
            method: { $ref: "#/$defs/TransitionMethod", description: "How it came about." },
            metadata: { $ref: "#/$defs/TransitionMetadata", description: "What else is known." },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        TransitionMetadata: {
          type: "object",
          properties: {
            reason: { type: "string", description: "Why, where a reason was asked for.", "x-sensitivity": "personal" },
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
            missing_evidence: {
              type: "array",
              items: { type: "string" },
              description: "Evidence kinds that were missing when a partial delivery was documented.",
            },
          },
        },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        TransitionSummary: {
          type: "object",
          properties: {
            from: { anyOf: [{ type: "string" }, { type: "null" }], description: "State before; null for a creation." },
            to: { type: "string", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When it happened, by the node's clock." },
          },
          required: ["from", "to", "at"],
        },
        TreatmentAdherenceData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "treatment_adherence", description: "Marks the kind." },
            checklist: { type: "array", items: { $ref: "#/$defs/TreatmentItem" }, description: "The plan, item by item." },
          },
          required: ["document_type", "checklist"],
        },
        TreatmentItem: {
          type: "object",
          properties: {
            item: { $ref: "#/$defs/LongText", description: "What was planned.", "x-sensitivity": "confidential" },
            completed: { type: "boolean", description: "Whether it was done.", "x-sensitivity": "confidential" },
          },
          required: ["item", "completed"],
        },
        TrustScore: { type: "number", minimum: 0, maximum: 100 },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "Book a session",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "scheduling.book",
      "servicialo/scopes": ["schedule:write"],
      "servicialo/phase": "commitment",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "scheduling_cancel",
    title: "Cancel a session",
    description: "Calls off a session that has not begun, and applies the cancellation policy of its contract.",
    inputSchema: {
      title: "scheduling.cancel input",
      type: "object",
      properties: {
        session_id: { $ref: "#/$defs/Id", description: "The session." },
        reason: { type: "string", minLength: 1, maxLength: 2000, description: "Why.", "x-sensitivity": "personal" },
        actor: { $ref: "#/$defs/Actor", description: "Who calls off." },
      },
      required: ["session_id", "actor"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "scheduling.cancel output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "sessions", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Session", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource after the command.",
        },
        meta: {
          type: "object",
          properties: {
            transition: {
              $ref: "#/$defs/TransitionSummary",
              description: "The last state change that the command recorded.",
            },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/TransitionSummary" },
              description: "All of them, when the command recorded several.",
            },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
            policy: {
              $ref: "#/$defs/AppliedCancellationPolicy",
              description: "How the policy of the contract was applied.",
            },
          },
          required: ["transition", "policy"],
          description: "What happened.",
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
        AgreedRangeMinutes: {
          type: "object",
          properties: {
            min: { type: "number", minimum: 0, description: "Least time agreed; staying below is no fault." },
            max: { type: "number", minimum: 0, description: "Most time that needs no justification. Absent: any." },
          },
        },
        AppliedCancellationPolicy: {
          type: "object",
          properties: {
            hours_before: {
              type: "number",
              description: "Hours between cancellation and start; negative when the start had passed.",
            },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
            refund: { $ref: "#/$defs/Money", description: "What goes back of money already paid." },
            penalty_percent: { $ref: "#/$defs/Percent", description: "Share of the price that is owed, 0 to 100." },
          },
          required: ["hours_before", "penalty", "refund", "penalty_percent"],
        },
        ApprovedDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "deliverable", description: "Marks the kind." },
            approved_by: { $ref: "#/$defs/Id", description: "Client who approved it." },
            approved_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "approved_by", "approved_at"],
        },
        AttendanceRecordData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "attendance_record", description: "Marks the kind." },
            student_present: { type: "boolean", description: "The student was there.", "x-sensitivity": "personal" },
            instructor_present: { type: "boolean", description: "The instructor was there.", "x-sensitivity": "personal" },
            session_start: { $ref: "#/$defs/Instant", description: "When the lesson began." },
            session_end: { $ref: "#/$defs/Instant", description: "When it ended." },
          },
          required: ["document_type", "student_present", "instructor_present"],
        },
        BareAmount: { type: "number", minimum: 0 },
        BillingStatus: { type: "string", enum: ["pending", "charged", "invoiced", "paid", "disputed"] },
        CancellationDetails: {
          type: "object",
          properties: {
            hours_before: {
              type: "number",
              description: "Hours between cancellation and start; negative when the start had passed.",
            },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
            refund: { $ref: "#/$defs/Money", description: "What goes back of money already paid." },
          },
          required: ["hours_before", "penalty", "refund"],
        },
        ClinicalRecordData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "clinical_record", description: "Marks the kind." },
            signed_by: {
              type: "array",
              items: { $ref: "#/$defs/ClinicalSigner" },
              minItems: 2,
              uniqueItems: true,
              description: "Roles that signed, as words and not as ids: both.",
            },
          },
          required: ["uri", "document_type", "signed_by"],
        },
        ClinicalSigner: { type: "string", enum: ["provider", "client"] },
        CommitteeMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "committee_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        Competency: {
          type: "object",
          properties: {
            name: { $ref: "#/$defs/ShortText", description: "What it is called." },
            level: {
              $ref: "#/$defs/CompetencyLevel",
              description: "How far it was reached.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["name", "level"],
        },
        CompetencyLevel: { type: "string", enum: ["not_started", "in_progress", "achieved"] },
        CompletionChecklistData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "completion_checklist", description: "Marks the kind." },
            checklist: {
              type: "array",
              items: { $ref: "#/$defs/CompletionTask" },
              minItems: 1,
              description: "The tasks; at least one.",
            },
            all_completed: { type: "boolean", description: "Every task was done. Computed; a sent value is ignored." },
          },
          required: ["document_type", "checklist"],
        },
        CompletionTask: {
          type: "object",
          properties: {
            task: { $ref: "#/$defs/LongText", description: "What was agreed." },
            completed: { type: "boolean", description: "Whether it was done." },
          },
          required: ["task", "completed"],
        },
        ConsultingBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            budget_authorized_minutes: {
              type: "number",
              minimum: 0,
              description: "Time authorized, in minutes; counts only where contract and order name none.",
            },
            scope_change_ref: { $ref: "#/$defs/ShortText", description: "Reference to the authorization of more time." },
          },
          required: ["minutes", "category"],
        },
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CourseMaterialData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "course_material", description: "Marks the kind." },
            material_items: { type: "array", items: { $ref: "#/$defs/MaterialItem" }, description: "The pieces." },
          },
          required: ["uri", "document_type"],
        },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        DataSensitivity: { type: "string", enum: ["public", "internal", "confidential", "restricted"] },
        Dispute: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The dispute." },
            session_id: { $ref: "#/$defs/Id", description: "Session contested." },
            opened_by: { $ref: "#/$defs/Id", description: "Client of the session." },
            opened_at: { $ref: "#/$defs/Instant", description: "When." },
            opened_from: {
              type: "string",
              enum: ["delivered", "documented", "charged"],
              description: "State that the session was in.",
            },
            reason: {
              $ref: "#/$defs/LongText",
              description: "Why, in the client's words.",
              "x-sensitivity": "confidential",
            },
            reason_category: { $ref: "#/$defs/DisputeReasonCategory", description: "What it is about." },
            amount: { $ref: "#/$defs/Money", description: "Amount contested. Absent: that of the session." },
            status: { $ref: "#/$defs/DisputeStatus", description: "Where it stands." },
            evaluation: { $ref: "#/$defs/EvidenceEvaluation", description: "What the evidence rule found last." },
            resolution: { $ref: "#/$defs/DisputeResolution", description: "How it ended." },
          },
          required: ["id", "session_id", "opened_by", "opened_at", "opened_from", "reason", "status"],
          allOf: [
            {
              if: { properties: { status: { enum: ["resolved"] } }, required: ["status"] },
              then: { required: ["resolution"] },
            },
          ],
        },
        DisputeOutcome: { type: "string", enum: ["provider_prevails", "client_prevails"] },
        DisputeReasonCategory: { type: "string", enum: ["quality", "no_show", "billing", "scope", "evidence_missing", "other"] },
        DisputeResolution: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/DisputeOutcome", description: "For whom." },
            method: { $ref: "#/$defs/DisputeResolutionMethod", description: "How." },
            note: { $ref: "#/$defs/LongText", description: "Why, for people.", "x-sensitivity": "confidential" },
            by: { $ref: "#/$defs/Id", description: "Who decided; `system` for a rule." },
            at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["outcome", "method", "by", "at"],
        },
        DisputeResolutionMethod: { type: "string", enum: ["algorithmic", "manual", "arbitration"] },
        DisputeStatus: { type: "string", enum: ["open", "escalated", "resolved"] },
        DocumentData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: {
              $ref: "#/$defs/ShortText",
              description: "What kind of document it is; names outside the catalogue are matched as they stand.",
            },
          },
          required: ["uri", "document_type"],
        },
        DocumentEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "document", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DocumentPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The document.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DocumentPayload: {
          anyOf: [
            { $ref: "#/$defs/ClinicalRecordData" },
            { $ref: "#/$defs/TreatmentAdherenceData" },
            { $ref: "#/$defs/CompletionChecklistData" },
            { $ref: "#/$defs/MeetingMinutesData" },
            { $ref: "#/$defs/LegalDeliverableData" },
            { $ref: "#/$defs/AttendanceRecordData" },
            { $ref: "#/$defs/CourseMaterialData" },
            { $ref: "#/$defs/SessionEvaluationData" },
            { $ref: "#/$defs/ApprovedDeliverableData" },
            { $ref: "#/$defs/CommitteeMinutesData" },
            { $ref: "#/$defs/MilestoneProgressData" },
            { $ref: "#/$defs/DocumentData" },
          ],
        },
        Documentation: {
          type: "object",
          properties: {
            content: {
              type: "string",
              minLength: 1,
              maxLength: 100000,
              description: "Text of the record.",
              "x-sensitivity": "restricted",
            },
            template_id: { $ref: "#/$defs/Id", description: "Template that it follows." },
            created_by: { $ref: "#/$defs/Id", description: "Party that wrote it." },
            created_at: { $ref: "#/$defs/Instant", description: "When it was written." },
          },
          required: ["content", "created_by", "created_at"],
        },
        DurationData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
          },
          required: ["minutes"],
        },
        DurationEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "duration", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DurationPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The time.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DurationPayload: {
          anyOf: [
            { $ref: "#/$defs/LegalBillableHoursData" },
            { $ref: "#/$defs/ConsultingBillableHoursData" },
            { $ref: "#/$defs/DurationData" },
          ],
        },
        EscalationCause: { type: "string", enum: ["no_rule", "amount", "missing", "condition", "duration"] },
        Evidence: {
          anyOf: [
            { $ref: "#/$defs/GpsEvidence" },
            { $ref: "#/$defs/SignatureEvidence" },
            { $ref: "#/$defs/PhotoEvidence" },
            { $ref: "#/$defs/DocumentEvidence" },
            { $ref: "#/$defs/DurationEvidence" },
            { $ref: "#/$defs/NotesEvidence" },
          ],
        },
        EvidenceActor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/EvidenceActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        EvidenceActorType: { type: "string", enum: ["provider", "client", "system", "agent"] },
        EvidenceEvaluation: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/EvidenceOutcome", description: "What was found." },
            why: { $ref: "#/$defs/EscalationCause", description: "Why it could not be accredited." },
            missing: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "Kinds without an item." },
            condition: { $ref: "#/$defs/ShortText", description: "Condition that is not met." },
          },
          required: ["outcome"],
          allOf: [
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
          ],
        },
        EvidenceMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        EvidenceOutcome: { type: "string", enum: ["accredited", "escalate"] },
        ExceptionDetails: {
          anyOf: [
            { $ref: "#/$defs/NoShowDetails" },
            { $ref: "#/$defs/CancellationDetails" },
            { $ref: "#/$defs/RescheduleDetails" },
            { $ref: "#/$defs/ResourceConflictDetails" },
            { $ref: "#/$defs/PartialDetails" },
            { $ref: "#/$defs/Dispute" },
          ],
        },
        ExceptionRecord: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ExceptionType", description: "What happened." },
            at: { $ref: "#/$defs/Instant", description: "When it was recorded." },
            initiated_by: { $ref: "#/$defs/Id", description: "Id of the party that caused or marked it, or `system`." },
            resolution: {
              anyOf: [{ $ref: "#/$defs/ExceptionResolution" }, { type: "string" }],
              description: "How it ended; a node may use words of its own.",
            },
            resolved_at: { $ref: "#/$defs/Instant", description: "When it was settled; absent while it is open." },
            details: { $ref: "#/$defs/ExceptionDetails", description: "Figures, by type.", "x-sensitivity": "personal" },
          },
          required: ["type", "at", "initiated_by"],
        },
        ExceptionResolution: {
          type: "string",
          enum: [
            "client_penalized",
            "free",
            "provider_reassigned",
            "no_replacement",
            "provider_prevails",
            "client_prevails",
            "rescheduled",
            "resource_replaced",
          ],
        },
        ExceptionType: {
          type: "string",
          enum: ["no_show", "cancellation", "dispute", "reschedule", "partial", "resource_conflict"],
        },
        GpsData: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            accuracy_meters: { type: "number", minimum: 0, description: "Radius of uncertainty, in metres." },
            event: { $ref: "#/$defs/GpsEvent", description: "Which end of the delivery." },
          },
          required: ["latitude", "longitude"],
        },
        GpsEvent: { type: "string", enum: ["checkin", "checkout"] },
        GpsEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "gps", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/GpsData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The point.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        LanguageCode: { type: "string", pattern: "^[a-z]{2}$" },
        Latitude: { type: "number", minimum: -90, maximum: 90 },
        LegalBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            agreed_range_minutes: {
              $ref: "#/$defs/AgreedRangeMinutes",
              description: "Span agreed; counts only where the contract names none.",
            },
            justification: {
              $ref: "#/$defs/LongText",
              description: "Why more time was needed than agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["minutes"],
        },
        LegalDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "legal_deliverable", description: "Marks the kind." },
            delivered_to: { $ref: "#/$defs/Id", description: "Client who received it." },
            delivered_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "delivered_to"],
        },
        Location: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/Modality", description: "How the service reaches the client." },
            address: {
              type: "string",
              maxLength: 500,
              description: "Postal address, for people.",
              "x-sensitivity": "personal",
            },
            room: { type: "string", maxLength: 200, description: "Label of the room, for people." },
            resource_id: { $ref: "#/$defs/Id", description: "Resource that the delivery occupies." },
            coordinates: { $ref: "#/$defs/Coordinates", description: "Point on the map.", "x-sensitivity": "personal" },
          },
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        MaterialItem: {
          type: "object",
          properties: {
            title: { $ref: "#/$defs/ShortText", description: "What it is called." },
            uri: { $ref: "#/$defs/Uri", description: "Where it is." },
          },
          required: ["title"],
        },
        MeetingMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "meeting_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        MilestoneProgressData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "milestone_progress", description: "Marks the kind." },
            milestone_id: { $ref: "#/$defs/Id", description: "The milestone, as the order names it." },
            progress_percent: { $ref: "#/$defs/Percent", description: "Share done, 0 to 100." },
            notes: { $ref: "#/$defs/LongText", description: "Remarks.", "x-sensitivity": "confidential" },
          },
          required: ["document_type", "milestone_id", "progress_percent"],
        },
        Minutes: { type: "integer", minimum: 1, maximum: 2147483647 },
        Modality: { type: "string", enum: ["in_person", "virtual", "home_visit"] },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        NoShowDetails: {
          type: "object",
          properties: {
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
          },
          required: ["no_show_type"],
        },
        NoShowType: { type: "string", enum: ["client", "provider"] },
        NotesData: {
          type: "object",
          properties: {
            text: { $ref: "#/$defs/LongText", description: "The text.", "x-sensitivity": "confidential" },
            language: { $ref: "#/$defs/LanguageCode", description: "Its language." },
          },
          required: ["text"],
        },
        NotesEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "notes", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/NotesData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The notes.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        PartialDetails: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What was delivered, and what was not.",
              "x-sensitivity": "personal",
            },
            delivered_minutes: {
              $ref: "#/$defs/Count",
              description: "Minutes that were delivered, 0 when it broke off at once. The price shrinks in proportion unless an amount is given.",
            },
            adjusted_amount: { $ref: "#/$defs/Money", description: "Price of what was delivered; never above the agreed price." },
          },
          required: ["description"],
          allOf: [{ anyOf: [{ required: ["delivered_minutes"] }, { required: ["adjusted_amount"] }] }],
        },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PhotoAfterData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "after", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoBeforeData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "before", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            label: { $ref: "#/$defs/ShortText", description: "What it shows, e.g. `before`, `after`, `damage`." },
            metadata: { $ref: "#/$defs/PhotoMetadata", description: "Where and when it was taken." },
          },
          required: ["uri"],
        },
        PhotoEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "photo", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/PhotoPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The picture.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        PhotoMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
        },
        PhotoPayload: {
          anyOf: [
            { $ref: "#/$defs/PhotoBeforeData" },
            { $ref: "#/$defs/PhotoAfterData" },
            { $ref: "#/$defs/PhotoData" },
          ],
        },
        PhotoProofMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
          required: ["latitude", "longitude", "taken_at"],
        },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        ProofOfDelivery: {
          type: "object",
          properties: {
            checkin: { $ref: "#/$defs/Instant", description: "When the delivery began." },
            checkout: { $ref: "#/$defs/Instant", description: "When the delivery ended." },
            duration_actual: {
              $ref: "#/$defs/Count",
              description: "Whole minutes between check-in and check-out, rounded down.",
            },
            evidence: {
              type: "array",
              items: { $ref: "#/$defs/Evidence" },
              description: "Evidence items, in order of arrival; they never change.",
              "x-sensitivity": "restricted",
            },
          },
        },
        RedactedData: {
          type: "object",
          properties: {
            redacted: { type: "boolean", const: true, description: "The payload was left out." },
            reason: { type: "string", const: "restricted_evidence", description: "Why." },
          },
          required: ["redacted", "reason"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        RescheduleCause: { type: "string", enum: ["party_request", "resource_conflict"] },
        RescheduleDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Instant", description: "Start before." },
            new: { $ref: "#/$defs/Instant", description: "Start after; absent as long as none is found." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
            fee: { $ref: "#/$defs/Money", description: "Fee by the rescheduling policy of the contract." },
          },
          required: ["previous", "cause"],
        },
        ResourceConflictDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Id", description: "Resource that became unavailable." },
            new: { $ref: "#/$defs/Id", description: "Resource that took its place; absent when none was free." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
          },
          required: ["previous", "cause"],
        },
        ServiceBilling: {
          type: "object",
          properties: {
            amount: { $ref: "#/$defs/Money", description: "Price of this delivery, after any adjustment." },
            payer: { $ref: "#/$defs/Id", description: "Who pays: the payer of the client, else the client." },
            status: {
              $ref: "#/$defs/BillingStatus",
              description: "How far it is settled. Moves apart from the lifecycle (D-10).",
            },
            charged_at: { $ref: "#/$defs/Instant", description: "When the amount was debited or became debt." },
            payment_id: { $ref: "#/$defs/Id", description: "Payment that covers it; may be an earlier prepayment." },
            tax_document: {
              type: "string",
              maxLength: 200,
              description: "Tax document that was issued for it.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["amount"],
        },
        ServiceClient: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The beneficiary." },
            payer_id: { $ref: "#/$defs/Id", description: "Who pays, when that is someone else." },
          },
          required: ["id"],
        },
        ServiceLifecycle: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/ServiceState", description: "Present state." },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/Transition" },
              description: "Every state change so far, oldest first; only ever appended to.",
            },
            exceptions: {
              type: "array",
              items: { $ref: "#/$defs/ExceptionRecord" },
              description: "Everything that went another way than planned, oldest first.",
            },
            verification_deadline: {
              $ref: "#/$defs/Instant",
              description: "When silence of the client counts as acceptance; from `delivered` or `partial` until the session leaves the cycle (P-04).",
            },
          },
          required: ["current_state"],
          allOf: [
            {
              if: {
                properties: { current_state: { enum: ["delivered", "partial", "documented", "charged", "disputed"] } },
                required: ["current_state"],
              },
              then: { required: ["verification_deadline"] },
            },
          ],
        },
        ServiceProvider: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The provider." },
            organization_id: { $ref: "#/$defs/Id", description: "The organization the provider delivers for." },
            credentials: {
              type: "array",
              items: { type: "string" },
              description: "Credentials that matter for this delivery, for people.",
            },
            trust_score: { $ref: "#/$defs/TrustScore", description: "Trust computed from verified deliveries, 0 to 100." },
            profile_id: { $ref: "#/$defs/Uuid", description: "Public profile of the provider (D-15)." },
          },
          required: ["id", "organization_id"],
        },
        ServiceSchedule: {
          type: "object",
          properties: {
            requested_at: { $ref: "#/$defs/Instant", description: "When the service was asked for." },
            scheduled_for: { $ref: "#/$defs/Instant", description: "Start of the delivery; set on entering `scheduled`." },
            duration_expected: { $ref: "#/$defs/Minutes", description: "Planned length, in minutes." },
          },
          required: ["requested_at"],
        },
        ServiceState: {
          type: "string",
          enum: [
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
          ],
        },
        Session: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Id of the delivery; the id of its session." },
            service_order_id: {
              $ref: "#/$defs/Id",
              description: "Order that the delivery belongs to; then billing only informs.",
            },
            service_id: { $ref: "#/$defs/Id", description: "Offer that was booked." },
            type: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Category of the service, in the organization's own word.",
            },
            vertical: { type: "string", minLength: 1, maxLength: 100, description: "Vertical of the service." },
            name: { type: "string", minLength: 1, maxLength: 200, description: "Name of the service, for people." },
            duration_minutes: { $ref: "#/$defs/Minutes", description: "Length of the delivery, in minutes." },
            requirements: { type: "array", items: { type: "string" }, description: "What the client has to bring or fulfil." },
            visibility: {
              $ref: "#/$defs/Visibility",
              description: "Who may discover it; a booked session is private.",
              default: "public",
            },
            provider: { $ref: "#/$defs/ServiceProvider", description: "Who delivers." },
            client: { $ref: "#/$defs/ServiceClient", description: "Who receives." },
            schedule: { $ref: "#/$defs/ServiceSchedule", description: "When it happens." },
            location: { $ref: "#/$defs/Location", description: "Where it happens." },
            lifecycle: { $ref: "#/$defs/ServiceLifecycle", description: "Where it stands." },
            proof: { $ref: "#/$defs/ProofOfDelivery", description: "What shows that it happened." },
            documentation: {
              $ref: "#/$defs/Documentation",
              description: "Record of the delivery; from `documented` on, when one was written.",
              "x-sensitivity": "restricted",
            },
            billing: { $ref: "#/$defs/ServiceBilling", description: "What it costs." },
            provider_id: { $ref: "#/$defs/Id", description: "Same as `provider.id`." },
            client_id: { $ref: "#/$defs/Id", description: "Same as `client.id`." },
            starts_at: {
              $ref: "#/$defs/Instant",
              description: "Same as `schedule.scheduled_for`; before that is set, the wished start (P-02).",
            },
            ends_at: { $ref: "#/$defs/Instant", description: "Start plus duration." },
            resource_id: { $ref: "#/$defs/Id", description: "Same as `location.resource_id`." },
            human_intent_confirmed: {
              type: "boolean",
              description: "The caller claims that a person wanted this booking. Stored, without effect of its own.",
              default: false,
            },
            series_id: { $ref: "#/$defs/Id", description: "Series of repeated bookings that it belongs to." },
            previous_session_id: { $ref: "#/$defs/Id", description: "Public booking that it replaced (P-11)." },
            submission: { $ref: "#/$defs/Submission", description: "How the booking came in." },
          },
          required: [
            "id",
            "service_id",
            "type",
            "vertical",
            "name",
            "duration_minutes",
            "provider",
            "client",
            "schedule",
            "lifecycle",
            "billing",
            "provider_id",
            "client_id",
            "starts_at",
          ],
        },
        SessionEvaluationData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "session_evaluation", description: "Marks the kind." },
            score: {
              type: "number",
              minimum: 0,
              maximum: 100,
              description: "Result, 0 to 100.",
              "x-sensitivity": "confidential",
            },
            feedback: {
              $ref: "#/$defs/LongText",
              description: "What the instructor says of it.",
              "x-sensitivity": "confidential",
            },
            competencies: { type: "array", items: { $ref: "#/$defs/Competency" }, description: "Competencies, one by one." },
          },
          required: ["document_type"],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        SignatureData: {
          type: "object",
          properties: {
            signer_role: { $ref: "#/$defs/SignerRole", description: "Who signed." },
            format: { $ref: "#/$defs/SignatureFormat", description: "Form of the artefact." },
            uri: { $ref: "#/$defs/Uri", description: "Where the artefact is.", "x-sensitivity": "confidential" },
          },
          required: ["signer_role", "format"],
        },
        SignatureEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "signature", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/SignatureData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The signature.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        SignatureFormat: { type: "string", enum: ["image/png", "image/svg+xml", "application/pkcs7-signature"] },
        SignerRole: { type: "string", enum: ["provider", "client", "both"] },
        Submission: {
          type: "object",
          properties: {
            channel: { $ref: "#/$defs/SubmissionChannel", description: "Through what." },
            submitted_by_type: { $ref: "#/$defs/SubmitterType", description: "By whom." },
            agent_id: { $ref: "#/$defs/Id", description: "The program; it must hold a valid mandate." },
            agent_name: { type: "string", maxLength: 200, description: "Name of the program." },
            platform: { type: "string", maxLength: 200, description: "Platform that the program runs on." },
          },
          required: ["channel", "submitted_by_type"],
          allOf: [
            {
              if: {
                properties: { submitted_by_type: { enum: ["agent", "human_with_agent_assistance"] } },
                required: ["submitted_by_type"],
              },
              then: { required: ["agent_id"] },
            },
          ],
        },
        SubmissionChannel: { type: "string", enum: ["web", "whatsapp", "phone", "chat", "api", "other"] },
        SubmitterType: { type: "string", enum: ["human", "agent", "human_with_agent_assistance"] },
        Transition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/ServiceState" }, { type: "null" }],
              description: "State before; null in the first record and nowhere else.",
            },
            to: { $ref: "#/$defs/ServiceState", description: "State after." },
            at: {
              $ref: "#/$defs/Instant",
              description: "When, by the clock of the node; never earlier than the record before.",
            },
            by: {
              $ref: "#/$defs/Id",
              description: "Id of the client, provider, organization or agent that acted, or `system`.",
            },
            method: { $ref: "#/$defs/TransitionMethod", description: "How it came about." },
            metadata: { $ref: "#/$defs/TransitionMetadata", description: "What else is known." },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        TransitionMetadata: {
          type: "object",
          properties: {
            reason: { type: "string", description: "Why, where a reason was asked for.", "x-sensitivity": "personal" },
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
            missing_evidence: {
              type: "array",
              items: { type: "string" },
              description: "Evidence kinds that were missing when a partial delivery was documented.",
            },
          },
        },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        TransitionSummary: {
          type: "object",
          properties: {
            from: { anyOf: [{ type: "string" }, { type: "null" }], description: "State before; null for a creation." },
            to: { type: "string", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When it happened, by the node's clock." },
          },
          required: ["from", "to", "at"],
        },
        TreatmentAdherenceData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "treatment_adherence", description: "Marks the kind." },
            checklist: { type: "array", items: { $ref: "#/$defs/TreatmentItem" }, description: "The plan, item by item." },
          },
          required: ["document_type", "checklist"],
        },
        TreatmentItem: {
          type: "object",
          properties: {
            item: { $ref: "#/$defs/LongText", description: "What was planned.", "x-sensitivity": "confidential" },
            completed: { type: "boolean", description: "Whether it was done.", "x-sensitivity": "confidential" },
          },
          required: ["item", "completed"],
        },
        TrustScore: { type: "number", minimum: 0, maximum: 100 },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "Cancel a session",
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "scheduling.cancel",
      "servicialo/scopes": ["schedule:write"],
      "servicialo/phase": "lifecycle",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "scheduling_check_availability",
    title: "Find free slots",
    description: "Finds free slots, earliest first: the provider's free time, the resource's, or what both have in common. With a\ncredential the client's own sessions are left out too. Shows nothing about clients.",
    inputSchema: {
      title: "scheduling.check_availability input",
      type: "object",
      properties: {
        org_slug: { $ref: "#/$defs/Slug", description: "The organization." },
        date_from: { $ref: "#/$defs/LocalDate", description: "First day, in the organization's zone." },
        date_to: {
          $ref: "#/$defs/LocalDate",
          description: "Last day, included; not before the first. A node may cap the span, at no less than 31 days.",
        },
        service_id: {
          $ref: "#/$defs/Id",
          description: "Offer to find time for; alone it looks at all of its providers.",
        },
        provider_id: { $ref: "#/$defs/Id", description: "Provider who should be free." },
        resource_id: { $ref: "#/$defs/Id", description: "Resource that should be free." },
        duration_minutes: {
          $ref: "#/$defs/Minutes",
          description: "Length of a slot, in minutes; the offer's when absent, 30 without an offer.",
        },
        timezone: {
          $ref: "#/$defs/TimeZone",
          description: "Zone to write the slots in; the organization's when absent.",
        },
        page: {
          type: "integer",
          minimum: 1,
          maximum: 2147483647,
          description: "Number of the page, from 1.",
          default: 1,
        },
        per_page: { type: "integer", minimum: 1, maximum: 100, description: "Items per page, 1 to 100.", default: 20 },
      },
      required: ["org_slug", "date_from", "date_to"],
      additionalProperties: false,
      $defs: {
        Id: { type: "string", minLength: 1, maxLength: 128 },
        LocalDate: {
          type: "string",
          format: "date",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))$",
        },
        Minutes: { type: "integer", minimum: 1, maximum: 2147483647 },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
        TimeZone: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9][A-Za-z0-9_+-]*){0,2}$",
          maxLength: 64,
        },
      },
    },
    outputSchema: {
      title: "scheduling.check_availability output",
      type: "object",
      properties: {
        data: {
          type: "array",
          items: {
            type: "object",
            properties: {
              type: { type: "string", const: "availability_slots", description: "Type of the resource." },
              id: { $ref: "#/$defs/Id", description: "Its id." },
              attributes: { $ref: "#/$defs/AvailabilitySlot", description: "The resource itself." },
            },
            required: ["type", "id", "attributes"],
          },
          description: "The resources of this page.",
        },
        meta: {
          type: "object",
          properties: {
            total: { type: "integer", minimum: 0, maximum: 2147483647, description: "Items on all pages together." },
            page: { type: "integer", minimum: 1, maximum: 2147483647, description: "Number of this page, from 1." },
            per_page: { type: "integer", minimum: 1, maximum: 100, description: "Items per page." },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
            mode: { $ref: "#/$defs/SchedulingMode", description: "Whose calendars were looked at." },
            conflict_resolution: { $ref: "#/$defs/ConflictResolution", description: "How they get along." },
          },
          required: ["total", "page", "per_page", "mode", "conflict_resolution"],
          description: "Which page, of how much.",
        },
        links: { $ref: "#/$defs/PageLinks", description: "Where the other pages are." },
        errors: {
          type: "array",
          minItems: 1,
          items: { type: "object", properties: { code: { type: "string" } }, required: ["code"] },
          description: "Why it was refused, instead of an answer.",
        },
      },
      anyOf: [{ required: ["data", "meta", "links"] }, { required: ["errors"] }],
      $defs: {
        AvailabilityConflict: {
          type: "string",
          enum: ["none", "provider_available_resource_unavailable", "resource_available_provider_unavailable"],
        },
        AvailabilitySlot: {
          type: "object",
          properties: {
            provider_id: {
              $ref: "#/$defs/Id",
              description: "Provider who is free; absent only when no more than a resource was asked for.",
            },
            starts_at: { $ref: "#/$defs/Instant", description: "Start; never in the past." },
            ends_at: {
              $ref: "#/$defs/Instant",
              description: "End: start plus duration, without the buffer of the resource.",
            },
            resource_id: { $ref: "#/$defs/Id", description: "Resource that is free, when one was asked for or is needed." },
            service_id: { $ref: "#/$defs/Id", description: "Offer that the slot fits." },
            remaining_capacity: { $ref: "#/$defs/Count", description: "Further sessions that the resource can take in this slot." },
            confidence_score: {
              type: "number",
              minimum: 0,
              maximum: 1,
              description: "How sure the slot is, 0 to 1; its ceiling depends on the mode.",
            },
          },
          required: ["starts_at", "ends_at"],
          allOf: [{ anyOf: [{ required: ["provider_id"] }, { required: ["resource_id"] }] }],
        },
        ConflictResolution: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/AvailabilityConflict", description: "What kind of conflict, if any." },
            message: { type: "string", maxLength: 500, description: "What to do about it, for people." },
          },
          required: ["type"],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        PageLinks: {
          type: "object",
          properties: {
            self: { type: "string", description: "This page." },
            next: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The following page; null on the last one.",
            },
            prev: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The page before; null on the first one.",
            },
            first: { type: "string", description: "The first page." },
            last: { type: "string", description: "The last page." },
          },
          required: ["self", "next", "prev", "first", "last"],
        },
        SchedulingMode: { type: "string", enum: ["provider_only", "resource_only", "provider_and_resource"] },
      },
    },
    annotations: {
      title: "Find free slots",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "scheduling.check_availability",
      "servicialo/scopes": [],
      "servicialo/phase": "discovery",
      "servicialo/tier": "discovery",
    },
  },
  {
    name: "scheduling_confirm",
    title: "Confirm a session",
    description: "Acknowledges an appointment. A `requested` session is scheduled first, with a record of its own (D-06); one in\n`pending_confirmation` becomes `scheduled`. Where both parties have to confirm, the first is stored and the state waits.",
    inputSchema: {
      title: "scheduling.confirm input",
      type: "object",
      properties: {
        session_id: { $ref: "#/$defs/Id", description: "The session." },
        actor: { $ref: "#/$defs/Actor", description: "Who acknowledges." },
      },
      required: ["session_id", "actor"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "scheduling.confirm output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "sessions", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Session", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource after the command.",
        },
        meta: {
          type: "object",
          properties: {
            transition: {
              $ref: "#/$defs/TransitionSummary",
              description: "The last state change that the command recorded, if any.",
            },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/TransitionSummary" },
              description: "All of them, when the command recorded several.",
            },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
            confirmations_missing: {
              type: "array",
              items: { $ref: "#/$defs/ConfirmingParty" },
              uniqueItems: true,
              description: "Whose acknowledgement is still awaited; absent when the session moved.",
            },
          },
          description: "What happened.",
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
        AgreedRangeMinutes: {
          type: "object",
          properties: {
            min: { type: "number", minimum: 0, description: "Least time agreed; staying below is no fault." },
            max: { type: "number", minimum: 0, description: "Most time that needs no justification. Absent: any." },
          },
        },
        ApprovedDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "deliverable", description: "Marks the kind." },
            approved_by: { $ref: "#/$defs/Id", description: "Client who approved it." },
            approved_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "approved_by", "approved_at"],
        },
        AttendanceRecordData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "attendance_record", description: "Marks the kind." },
            student_present: { type: "boolean", description: "The student was there.", "x-sensitivity": "personal" },
            instructor_present: { type: "boolean", description: "The instructor was there.", "x-sensitivity": "personal" },
            session_start: { $ref: "#/$defs/Instant", description: "When the lesson began." },
            session_end: { $ref: "#/$defs/Instant", description: "When it ended." },
          },
          required: ["document_type", "student_present", "instructor_present"],
        },
        BareAmount: { type: "number", minimum: 0 },
        BillingStatus: { type: "string", enum: ["pending", "charged", "invoiced", "paid", "disputed"] },
        CancellationDetails: {
          type: "object",
          properties: {
            hours_before: {
              type: "number",
              description: "Hours between cancellation and start; negative when the start had passed.",
            },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
            refund: { $ref: "#/$defs/Money", description: "What goes back of money already paid." },
          },
          required: ["hours_before", "penalty", "refund"],
        },
        ClinicalRecordData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "clinical_record", description: "Marks the kind." },
            signed_by: {
              type: "array",
              items: { $ref: "#/$defs/ClinicalSigner" },
              minItems: 2,
              uniqueItems: true,
              description: "Roles that signed, as words and not as ids: both.",
            },
          },
          required: ["uri", "document_type", "signed_by"],
        },
        ClinicalSigner: { type: "string", enum: ["provider", "client"] },
        CommitteeMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "committee_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        Competency: {
          type: "object",
          properties: {
            name: { $ref: "#/$defs/ShortText", description: "What it is called." },
            level: {
              $ref: "#/$defs/CompetencyLevel",
              description: "How far it was reached.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["name", "level"],
        },
        CompetencyLevel: { type: "string", enum: ["not_started", "in_progress", "achieved"] },
        CompletionChecklistData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "completion_checklist", description: "Marks the kind." },
            checklist: {
              type: "array",
              items: { $ref: "#/$defs/CompletionTask" },
              minItems: 1,
              description: "The tasks; at least one.",
            },
            all_completed: { type: "boolean", description: "Every task was done. Computed; a sent value is ignored." },
          },
          required: ["document_type", "checklist"],
        },
        CompletionTask: {
          type: "object",
          properties: {
            task: { $ref: "#/$defs/LongText", description: "What was agreed." },
            completed: { type: "boolean", description: "Whether it was done." },
          },
          required: ["task", "completed"],
        },
        ConfirmingParty: { type: "string", enum: ["client", "provider"] },
        ConsultingBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            budget_authorized_minutes: {
              type: "number",
              minimum: 0,
              description: "Time authorized, in minutes; counts only where contract and order name none.",
            },
            scope_change_ref: { $ref: "#/$defs/ShortText", description: "Reference to the authorization of more time." },
          },
          required: ["minutes", "category"],
        },
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CourseMaterialData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "course_material", description: "Marks the kind." },
            material_items: { type: "array", items: { $ref: "#/$defs/MaterialItem" }, description: "The pieces." },
          },
          required: ["uri", "document_type"],
        },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        DataSensitivity: { type: "string", enum: ["public", "internal", "confidential", "restricted"] },
        Dispute: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The dispute." },
            session_id: { $ref: "#/$defs/Id", description: "Session contested." },
            opened_by: { $ref: "#/$defs/Id", description: "Client of the session." },
            opened_at: { $ref: "#/$defs/Instant", description: "When." },
            opened_from: {
              type: "string",
              enum: ["delivered", "documented", "charged"],
              description: "State that the session was in.",
            },
            reason: {
              $ref: "#/$defs/LongText",
              description: "Why, in the client's words.",
              "x-sensitivity": "confidential",
            },
            reason_category: { $ref: "#/$defs/DisputeReasonCategory", description: "What it is about." },
            amount: { $ref: "#/$defs/Money", description: "Amount contested. Absent: that of the session." },
            status: { $ref: "#/$defs/DisputeStatus", description: "Where it stands." },
            evaluation: { $ref: "#/$defs/EvidenceEvaluation", description: "What the evidence rule found last." },
            resolution: { $ref: "#/$defs/DisputeResolution", description: "How it ended." },
          },
          required: ["id", "session_id", "opened_by", "opened_at", "opened_from", "reason", "status"],
          allOf: [
            {
              if: { properties: { status: { enum: ["resolved"] } }, required: ["status"] },
              then: { required: ["resolution"] },
            },
          ],
        },
        DisputeOutcome: { type: "string", enum: ["provider_prevails", "client_prevails"] },
        DisputeReasonCategory: { type: "string", enum: ["quality", "no_show", "billing", "scope", "evidence_missing", "other"] },
        DisputeResolution: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/DisputeOutcome", description: "For whom." },
            method: { $ref: "#/$defs/DisputeResolutionMethod", description: "How." },
            note: { $ref: "#/$defs/LongText", description: "Why, for people.", "x-sensitivity": "confidential" },
            by: { $ref: "#/$defs/Id", description: "Who decided; `system` for a rule." },
            at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["outcome", "method", "by", "at"],
        },
        DisputeResolutionMethod: { type: "string", enum: ["algorithmic", "manual", "arbitration"] },
        DisputeStatus: { type: "string", enum: ["open", "escalated", "resolved"] },
        DocumentData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: {
              $ref: "#/$defs/ShortText",
              description: "What kind of document it is; names outside the catalogue are matched as they stand.",
            },
          },
          required: ["uri", "document_type"],
        },
        DocumentEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "document", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DocumentPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The document.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DocumentPayload: {
          anyOf: [
            { $ref: "#/$defs/ClinicalRecordData" },
            { $ref: "#/$defs/TreatmentAdherenceData" },
            { $ref: "#/$defs/CompletionChecklistData" },
            { $ref: "#/$defs/MeetingMinutesData" },
            { $ref: "#/$defs/LegalDeliverableData" },
            { $ref: "#/$defs/AttendanceRecordData" },
            { $ref: "#/$defs/CourseMaterialData" },
            { $ref: "#/$defs/SessionEvaluationData" },
            { $ref: "#/$defs/ApprovedDeliverableData" },
            { $ref: "#/$defs/CommitteeMinutesData" },
            { $ref: "#/$defs/MilestoneProgressData" },
            { $ref: "#/$defs/DocumentData" },
          ],
        },
        Documentation: {
          type: "object",
          properties: {
            content: {
              type: "string",
              minLength: 1,
              maxLength: 100000,
              description: "Text of the record.",
              "x-sensitivity": "restricted",
            },
            template_id: { $ref: "#/$defs/Id", description: "Template that it follows." },
            created_by: { $ref: "#/$defs/Id", description: "Party that wrote it." },
            created_at: { $ref: "#/$defs/Instant", description: "When it was written." },
          },
          required: ["content", "created_by", "created_at"],
        },
        DurationData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
          },
          required: ["minutes"],
        },
        DurationEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "duration", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DurationPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The time.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DurationPayload: {
          anyOf: [
            { $ref: "#/$defs/LegalBillableHoursData" },
            { $ref: "#/$defs/ConsultingBillableHoursData" },
            { $ref: "#/$defs/DurationData" },
          ],
        },
        EscalationCause: { type: "string", enum: ["no_rule", "amount", "missing", "condition", "duration"] },
        Evidence: {
          anyOf: [
            { $ref: "#/$defs/GpsEvidence" },
            { $ref: "#/$defs/SignatureEvidence" },
            { $ref: "#/$defs/PhotoEvidence" },
            { $ref: "#/$defs/DocumentEvidence" },
            { $ref: "#/$defs/DurationEvidence" },
            { $ref: "#/$defs/NotesEvidence" },
          ],
        },
        EvidenceActor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/EvidenceActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        EvidenceActorType: { type: "string", enum: ["provider", "client", "system", "agent"] },
        EvidenceEvaluation: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/EvidenceOutcome", description: "What was found." },
            why: { $ref: "#/$defs/EscalationCause", description: "Why it could not be accredited." },
            missing: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "Kinds without an item." },
            condition: { $ref: "#/$defs/ShortText", description: "Condition that is not met." },
          },
          required: ["outcome"],
          allOf: [
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
          ],
        },
        EvidenceMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        EvidenceOutcome: { type: "string", enum: ["accredited", "escalate"] },
        ExceptionDetails: {
          anyOf: [
            { $ref: "#/$defs/NoShowDetails" },
            { $ref: "#/$defs/CancellationDetails" },
            { $ref: "#/$defs/RescheduleDetails" },
            { $ref: "#/$defs/ResourceConflictDetails" },
            { $ref: "#/$defs/PartialDetails" },
            { $ref: "#/$defs/Dispute" },
          ],
        },
        ExceptionRecord: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ExceptionType", description: "What happened." },
            at: { $ref: "#/$defs/Instant", description: "When it was recorded." },
            initiated_by: { $ref: "#/$defs/Id", description: "Id of the party that caused or marked it, or `system`." },
            resolution: {
              anyOf: [{ $ref: "#/$defs/ExceptionResolution" }, { type: "string" }],
              description: "How it ended; a node may use words of its own.",
            },
            resolved_at: { $ref: "#/$defs/Instant", description: "When it was settled; absent while it is open." },
            details: { $ref: "#/$defs/ExceptionDetails", description: "Figures, by type.", "x-sensitivity": "personal" },
          },
          required: ["type", "at", "initiated_by"],
        },
        ExceptionResolution: {
          type: "string",
          enum: [
            "client_penalized",
            "free",
            "provider_reassigned",
            "no_replacement",
            "provider_prevails",
            "client_prevails",
            "rescheduled",
            "resource_replaced",
          ],
        },
        ExceptionType: {
          type: "string",
          enum: ["no_show", "cancellation", "dispute", "reschedule", "partial", "resource_conflict"],
        },
        GpsData: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            accuracy_meters: { type: "number", minimum: 0, description: "Radius of uncertainty, in metres." },
            event: { $ref: "#/$defs/GpsEvent", description: "Which end of the delivery." },
          },
          required: ["latitude", "longitude"],
        },
        GpsEvent: { type: "string", enum: ["checkin", "checkout"] },
        GpsEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "gps", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/GpsData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The point.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        LanguageCode: { type: "string", pattern: "^[a-z]{2}$" },
        Latitude: { type: "number", minimum: -90, maximum: 90 },
        LegalBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            agreed_range_minutes: {
              $ref: "#/$defs/AgreedRangeMinutes",
              description: "Span agreed; counts only where the contract names none.",
            },
            justification: {
              $ref: "#/$defs/LongText",
              description: "Why more time was needed than agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["minutes"],
        },
        LegalDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "legal_deliverable", description: "Marks the kind." },
            delivered_to: { $ref: "#/$defs/Id", description: "Client who received it." },
            delivered_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "delivered_to"],
        },
        Location: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/Modality", description: "How the service reaches the client." },
            address: {
              type: "string",
              maxLength: 500,
              description: "Postal address, for people.",
              "x-sensitivity": "personal",
            },
            room: { type: "string", maxLength: 200, description: "Label of the room, for people." },
            resource_id: { $ref: "#/$defs/Id", description: "Resource that the delivery occupies." },
            coordinates: { $ref: "#/$defs/Coordinates", description: "Point on the map.", "x-sensitivity": "personal" },
          },
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        MaterialItem: {
          type: "object",
          properties: {
            title: { $ref: "#/$defs/ShortText", description: "What it is called." },
            uri: { $ref: "#/$defs/Uri", description: "Where it is." },
          },
          required: ["title"],
        },
        MeetingMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "meeting_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        MilestoneProgressData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "milestone_progress", description: "Marks the kind." },
            milestone_id: { $ref: "#/$defs/Id", description: "The milestone, as the order names it." },
            progress_percent: { $ref: "#/$defs/Percent", description: "Share done, 0 to 100." },
            notes: { $ref: "#/$defs/LongText", description: "Remarks.", "x-sensitivity": "confidential" },
          },
          required: ["document_type", "milestone_id", "progress_percent"],
        },
        Minutes: { type: "integer", minimum: 1, maximum: 2147483647 },
        Modality: { type: "string", enum: ["in_person", "virtual", "home_visit"] },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        NoShowDetails: {
          type: "object",
          properties: {
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
          },
          required: ["no_show_type"],
        },
        NoShowType: { type: "string", enum: ["client", "provider"] },
        NotesData: {
          type: "object",
          properties: {
            text: { $ref: "#/$defs/LongText", description: "The text.", "x-sensitivity": "confidential" },
            language: { $ref: "#/$defs/LanguageCode", description: "Its language." },
          },
          required: ["text"],
        },
        NotesEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "notes", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/NotesData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The notes.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        PartialDetails: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What was delivered, and what was not.",
              "x-sensitivity": "personal",
            },
            delivered_minutes: {
              $ref: "#/$defs/Count",
              description: "Minutes that were delivered, 0 when it broke off at once. The price shrinks in proportion unless an amount is given.",
            },
            adjusted_amount: { $ref: "#/$defs/Money", description: "Price of what was delivered; never above the agreed price." },
          },
          required: ["description"],
          allOf: [{ anyOf: [{ required: ["delivered_minutes"] }, { required: ["adjusted_amount"] }] }],
        },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PhotoAfterData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "after", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoBeforeData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "before", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            label: { $ref: "#/$defs/ShortText", description: "What it shows, e.g. `before`, `after`, `damage`." },
            metadata: { $ref: "#/$defs/PhotoMetadata", description: "Where and when it was taken." },
          },
          required: ["uri"],
        },
        PhotoEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "photo", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/PhotoPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The picture.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        PhotoMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
        },
        PhotoPayload: {
          anyOf: [
            { $ref: "#/$defs/PhotoBeforeData" },
            { $ref: "#/$defs/PhotoAfterData" },
            { $ref: "#/$defs/PhotoData" },
          ],
        },
        PhotoProofMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
          required: ["latitude", "longitude", "taken_at"],
        },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        ProofOfDelivery: {
          type: "object",
          properties: {
            checkin: { $ref: "#/$defs/Instant", description: "When the delivery began." },
            checkout: { $ref: "#/$defs/Instant", description: "When the delivery ended." },
            duration_actual: {
              $ref: "#/$defs/Count",
              description: "Whole minutes between check-in and check-out, rounded down.",
            },
            evidence: {
              type: "array",
              items: { $ref: "#/$defs/Evidence" },
              description: "Evidence items, in order of arrival; they never change.",
              "x-sensitivity": "restricted",
            },
          },
        },
        RedactedData: {
          type: "object",
          properties: {
            redacted: { type: "boolean", const: true, description: "The payload was left out." },
            reason: { type: "string", const: "restricted_evidence", description: "Why." },
          },
          required: ["redacted", "reason"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        RescheduleCause: { type: "string", enum: ["party_request", "resource_conflict"] },
        RescheduleDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Instant", description: "Start before." },
            new: { $ref: "#/$defs/Instant", description: "Start after; absent as long as none is found." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
            fee: { $ref: "#/$defs/Money", description: "Fee by the rescheduling policy of the contract." },
          },
          required: ["previous", "cause"],
        },
        ResourceConflictDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Id", description: "Resource that became unavailable." },
            new: { $ref: "#/$defs/Id", description: "Resource that took its place; absent when none was free." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
          },
          required: ["previous", "cause"],
        },
        ServiceBilling: {
          type: "object",
          properties: {
            amount: { $ref: "#/$defs/Money", description: "Price of this delivery, after any adjustment." },
            payer: { $ref: "#/$defs/Id", description: "Who pays: the payer of the client, else the client." },
            status: {
              $ref: "#/$defs/BillingStatus",
              description: "How far it is settled. Moves apart from the lifecycle (D-10).",
            },
            charged_at: { $ref: "#/$defs/Instant", description: "When the amount was debited or became debt." },
            payment_id: { $ref: "#/$defs/Id", description: "Payment that covers it; may be an earlier prepayment." },
            tax_document: {
              type: "string",
              maxLength: 200,
              description: "Tax document that was issued for it.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["amount"],
        },
        ServiceClient: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The beneficiary." },
            payer_id: { $ref: "#/$defs/Id", description: "Who pays, when that is someone else." },
          },
          required: ["id"],
        },
        ServiceLifecycle: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/ServiceState", description: "Present state." },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/Transition" },
              description: "Every state change so far, oldest first; only ever appended to.",
            },
            exceptions: {
              type: "array",
              items: { $ref: "#/$defs/ExceptionRecord" },
              description: "Everything that went another way than planned, oldest first.",
            },
            verification_deadline: {
              $ref: "#/$defs/Instant",
              description: "When silence of the client counts as acceptance; from `delivered` or `partial` until the session leaves the cycle (P-04).",
            },
          },
          required: ["current_state"],
          allOf: [
            {
              if: {
                properties: { current_state: { enum: ["delivered", "partial", "documented", "charged", "disputed"] } },
                required: ["current_state"],
              },
              then: { required: ["verification_deadline"] },
            },
          ],
        },
        ServiceProvider: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The provider." },
            organization_id: { $ref: "#/$defs/Id", description: "The organization the provider delivers for." },
            credentials: {
              type: "array",
              items: { type: "string" },
              description: "Credentials that matter for this delivery, for people.",
            },
            trust_score: { $ref: "#/$defs/TrustScore", description: "Trust computed from verified deliveries, 0 to 100." },
            profile_id: { $ref: "#/$defs/Uuid", description: "Public profile of the provider (D-15)." },
          },
          required: ["id", "organization_id"],
        },
        ServiceSchedule: {
          type: "object",
          properties: {
            requested_at: { $ref: "#/$defs/Instant", description: "When the service was asked for." },
            scheduled_for: { $ref: "#/$defs/Instant", description: "Start of the delivery; set on entering `scheduled`." },
            duration_expected: { $ref: "#/$defs/Minutes", description: "Planned length, in minutes." },
          },
          required: ["requested_at"],
        },
        ServiceState: {
          type: "string",
          enum: [
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
          ],
        },
        Session: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Id of the delivery; the id of its session." },
            service_order_id: {
              $ref: "#/$defs/Id",
              description: "Order that the delivery belongs to; then billing only informs.",
            },
            service_id: { $ref: "#/$defs/Id", description: "Offer that was booked." },
            type: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Category of the service, in the organization's own word.",
            },
            vertical: { type: "string", minLength: 1, maxLength: 100, description: "Vertical of the service." },
            name: { type: "string", minLength: 1, maxLength: 200, description: "Name of the service, for people." },
            duration_minutes: { $ref: "#/$defs/Minutes", description: "Length of the delivery, in minutes." },
            requirements: { type: "array", items: { type: "string" }, description: "What the client has to bring or fulfil." },
            visibility: {
              $ref: "#/$defs/Visibility",
              description: "Who may discover it; a booked session is private.",
              default: "public",
            },
            provider: { $ref: "#/$defs/ServiceProvider", description: "Who delivers." },
            client: { $ref: "#/$defs/ServiceClient", description: "Who receives." },
            schedule: { $ref: "#/$defs/ServiceSchedule", description: "When it happens." },
            location: { $ref: "#/$defs/Location", description: "Where it happens." },
            lifecycle: { $ref: "#/$defs/ServiceLifecycle", description: "Where it stands." },
            proof: { $ref: "#/$defs/ProofOfDelivery", description: "What shows that it happened." },
            documentation: {
              $ref: "#/$defs/Documentation",
              description: "Record of the delivery; from `documented` on, when one was written.",
              "x-sensitivity": "restricted",
            },
            billing: { $ref: "#/$defs/ServiceBilling", description: "What it costs." },
            provider_id: { $ref: "#/$defs/Id", description: "Same as `provider.id`." },
            client_id: { $ref: "#/$defs/Id", description: "Same as `client.id`." },
            starts_at: {
              $ref: "#/$defs/Instant",
              description: "Same as `schedule.scheduled_for`; before that is set, the wished start (P-02).",
            },
            ends_at: { $ref: "#/$defs/Instant", description: "Start plus duration." },
            resource_id: { $ref: "#/$defs/Id", description: "Same as `location.resource_id`." },
            human_intent_confirmed: {
              type: "boolean",
              description: "The caller claims that a person wanted this booking. Stored, without effect of its own.",
              default: false,
            },
            series_id: { $ref: "#/$defs/Id", description: "Series of repeated bookings that it belongs to." },
            previous_session_id: { $ref: "#/$defs/Id", description: "Public booking that it replaced (P-11)." },
            submission: { $ref: "#/$defs/Submission", description: "How the booking came in." },
          },
          required: [
            "id",
            "service_id",
            "type",
            "vertical",
            "name",
            "duration_minutes",
            "provider",
            "client",
            "schedule",
            "lifecycle",
            "billing",
            "provider_id",
            "client_id",
            "starts_at",
          ],
        },
        SessionEvaluationData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "session_evaluation", description: "Marks the kind." },
            score: {
              type: "number",
              minimum: 0,
              maximum: 100,
              description: "Result, 0 to 100.",
              "x-sensitivity": "confidential",
            },
            feedback: {
              $ref: "#/$defs/LongText",
              description: "What the instructor says of it.",
              "x-sensitivity": "confidential",
            },
            competencies: { type: "array", items: { $ref: "#/$defs/Competency" }, description: "Competencies, one by one." },
          },
          required: ["document_type"],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        SignatureData: {
          type: "object",
          properties: {
            signer_role: { $ref: "#/$defs/SignerRole", description: "Who signed." },
            format: { $ref: "#/$defs/SignatureFormat", description: "Form of the artefact." },
            uri: { $ref: "#/$defs/Uri", description: "Where the artefact is.", "x-sensitivity": "confidential" },
          },
          required: ["signer_role", "format"],
        },
        SignatureEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "signature", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/SignatureData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The signature.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        SignatureFormat: { type: "string", enum: ["image/png", "image/svg+xml", "application/pkcs7-signature"] },
        SignerRole: { type: "string", enum: ["provider", "client", "both"] },
        Submission: {
          type: "object",
          properties: {
            channel: { $ref: "#/$defs/SubmissionChannel", description: "Through what." },
            submitted_by_type: { $ref: "#/$defs/SubmitterType", description: "By whom." },
            agent_id: { $ref: "#/$defs/Id", description: "The program; it must hold a valid mandate." },
            agent_name: { type: "string", maxLength: 200, description: "Name of the program." },
            platform: { type: "string", maxLength: 200, description: "Platform that the program runs on." },
          },
          required: ["channel", "submitted_by_type"],
          allOf: [
            {
              if: {
                properties: { submitted_by_type: { enum: ["agent", "human_with_agent_assistance"] } },
                required: ["submitted_by_type"],
              },
              then: { required: ["agent_id"] },
            },
          ],
        },
        SubmissionChannel: { type: "string", enum: ["web", "whatsapp", "phone", "chat", "api", "other"] },
        SubmitterType: { type: "string", enum: ["human", "agent", "human_with_agent_assistance"] },
        Transition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/ServiceState" }, { type: "null" }],
              description: "State before; null in the first record and nowhere else.",
            },
            to: { $ref: "#/$defs/ServiceState", description: "State after." },
            at: {
              $ref: "#/$defs/Instant",
              description: "When, by the clock of the node; never earlier than the record before.",
            },
            by: {
              $ref: "#/$defs/Id",
              description: "Id of the client, provider, organization or agent that acted, or `system`.",
            },
            method: { $ref: "#/$defs/TransitionMethod", description: "How it came about." },
            metadata: { $ref: "#/$defs/TransitionMetadata", description: "What else is known." },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        TransitionMetadata: {
          type: "object",
          properties: {
            reason: { type: "string", description: "Why, where a reason was asked for.", "x-sensitivity": "personal" },
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
            missing_evidence: {
              type: "array",
              items: { type: "string" },
              description: "Evidence kinds that were missing when a partial delivery was documented.",
            },
          },
        },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        TransitionSummary: {
          type: "object",
          properties: {
            from: { anyOf: [{ type: "string" }, { type: "null" }], description: "State before; null for a creation." },
            to: { type: "string", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When it happened, by the node's clock." },
          },
          required: ["from", "to", "at"],
        },
        TreatmentAdherenceData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "treatment_adherence", description: "Marks the kind." },
            checklist: { type: "array", items: { $ref: "#/$defs/TreatmentItem" }, description: "The plan, item by item." },
          },
          required: ["document_type", "checklist"],
        },
        TreatmentItem: {
          type: "object",
          properties: {
            item: { $ref: "#/$defs/LongText", description: "What was planned.", "x-sensitivity": "confidential" },
            completed: { type: "boolean", description: "Whether it was done.", "x-sensitivity": "confidential" },
          },
          required: ["item", "completed"],
        },
        TrustScore: { type: "number", minimum: 0, maximum: 100 },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "Confirm a session",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "scheduling.confirm",
      "servicialo/scopes": ["schedule:write"],
      "servicialo/phase": "commitment",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "scheduling_reschedule",
    title: "Reschedule a session",
    description: "Moves a session to another time, with the same id and provider. The old interval is freed only when the new one is\ntaken; a session that was confirmed has to be confirmed again.",
    inputSchema: {
      title: "scheduling.reschedule input",
      type: "object",
      properties: {
        session_id: { $ref: "#/$defs/Id", description: "The session." },
        new_datetime: { $ref: "#/$defs/Instant", description: "New start; in the future." },
        actor: { $ref: "#/$defs/Actor", description: "Who asks." },
        reason: { type: "string", minLength: 1, maxLength: 2000, description: "Why.", "x-sensitivity": "personal" },
      },
      required: ["session_id", "new_datetime", "actor"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "scheduling.reschedule output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "sessions", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Session", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource after the command.",
        },
        meta: {
          type: "object",
          properties: {
            transition: {
              $ref: "#/$defs/TransitionSummary",
              description: "The last state change that the command recorded.",
            },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/TransitionSummary" },
              description: "All of them, when the command recorded several.",
            },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          required: ["transition"],
          description: "What happened.",
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
        AgreedRangeMinutes: {
          type: "object",
          properties: {
            min: { type: "number", minimum: 0, description: "Least time agreed; staying below is no fault." },
            max: { type: "number", minimum: 0, description: "Most time that needs no justification. Absent: any." },
          },
        },
        ApprovedDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "deliverable", description: "Marks the kind." },
            approved_by: { $ref: "#/$defs/Id", description: "Client who approved it." },
            approved_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "approved_by", "approved_at"],
        },
        AttendanceRecordData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "attendance_record", description: "Marks the kind." },
            student_present: { type: "boolean", description: "The student was there.", "x-sensitivity": "personal" },
            instructor_present: { type: "boolean", description: "The instructor was there.", "x-sensitivity": "personal" },
            session_start: { $ref: "#/$defs/Instant", description: "When the lesson began." },
            session_end: { $ref: "#/$defs/Instant", description: "When it ended." },
          },
          required: ["document_type", "student_present", "instructor_present"],
        },
        BareAmount: { type: "number", minimum: 0 },
        BillingStatus: { type: "string", enum: ["pending", "charged", "invoiced", "paid", "disputed"] },
        CancellationDetails: {
          type: "object",
          properties: {
            hours_before: {
              type: "number",
              description: "Hours between cancellation and start; negative when the start had passed.",
            },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
            refund: { $ref: "#/$defs/Money", description: "What goes back of money already paid." },
          },
          required: ["hours_before", "penalty", "refund"],
        },
        ClinicalRecordData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "clinical_record", description: "Marks the kind." },
            signed_by: {
              type: "array",
              items: { $ref: "#/$defs/ClinicalSigner" },
              minItems: 2,
              uniqueItems: true,
              description: "Roles that signed, as words and not as ids: both.",
            },
          },
          required: ["uri", "document_type", "signed_by"],
        },
        ClinicalSigner: { type: "string", enum: ["provider", "client"] },
        CommitteeMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "committee_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        Competency: {
          type: "object",
          properties: {
            name: { $ref: "#/$defs/ShortText", description: "What it is called." },
            level: {
              $ref: "#/$defs/CompetencyLevel",
              description: "How far it was reached.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["name", "level"],
        },
        CompetencyLevel: { type: "string", enum: ["not_started", "in_progress", "achieved"] },
        CompletionChecklistData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "completion_checklist", description: "Marks the kind." },
            checklist: {
              type: "array",
              items: { $ref: "#/$defs/CompletionTask" },
              minItems: 1,
              description: "The tasks; at least one.",
            },
            all_completed: { type: "boolean", description: "Every task was done. Computed; a sent value is ignored." },
          },
          required: ["document_type", "checklist"],
        },
        CompletionTask: {
          type: "object",
          properties: {
            task: { $ref: "#/$defs/LongText", description: "What was agreed." },
            completed: { type: "boolean", description: "Whether it was done." },
          },
          required: ["task", "completed"],
        },
        ConsultingBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            budget_authorized_minutes: {
              type: "number",
              minimum: 0,
              description: "Time authorized, in minutes; counts only where contract and order name none.",
            },
            scope_change_ref: { $ref: "#/$defs/ShortText", description: "Reference to the authorization of more time." },
          },
          required: ["minutes", "category"],
        },
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CourseMaterialData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "course_material", description: "Marks the kind." },
            material_items: { type: "array", items: { $ref: "#/$defs/MaterialItem" }, description: "The pieces." },
          },
          required: ["uri", "document_type"],
        },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        DataSensitivity: { type: "string", enum: ["public", "internal", "confidential", "restricted"] },
        Dispute: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The dispute." },
            session_id: { $ref: "#/$defs/Id", description: "Session contested." },
            opened_by: { $ref: "#/$defs/Id", description: "Client of the session." },
            opened_at: { $ref: "#/$defs/Instant", description: "When." },
            opened_from: {
              type: "string",
              enum: ["delivered", "documented", "charged"],
              description: "State that the session was in.",
            },
            reason: {
              $ref: "#/$defs/LongText",
              description: "Why, in the client's words.",
              "x-sensitivity": "confidential",
            },
            reason_category: { $ref: "#/$defs/DisputeReasonCategory", description: "What it is about." },
            amount: { $ref: "#/$defs/Money", description: "Amount contested. Absent: that of the session." },
            status: { $ref: "#/$defs/DisputeStatus", description: "Where it stands." },
            evaluation: { $ref: "#/$defs/EvidenceEvaluation", description: "What the evidence rule found last." },
            resolution: { $ref: "#/$defs/DisputeResolution", description: "How it ended." },
          },
          required: ["id", "session_id", "opened_by", "opened_at", "opened_from", "reason", "status"],
          allOf: [
            {
              if: { properties: { status: { enum: ["resolved"] } }, required: ["status"] },
              then: { required: ["resolution"] },
            },
          ],
        },
        DisputeOutcome: { type: "string", enum: ["provider_prevails", "client_prevails"] },
        DisputeReasonCategory: { type: "string", enum: ["quality", "no_show", "billing", "scope", "evidence_missing", "other"] },
        DisputeResolution: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/DisputeOutcome", description: "For whom." },
            method: { $ref: "#/$defs/DisputeResolutionMethod", description: "How." },
            note: { $ref: "#/$defs/LongText", description: "Why, for people.", "x-sensitivity": "confidential" },
            by: { $ref: "#/$defs/Id", description: "Who decided; `system` for a rule." },
            at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["outcome", "method", "by", "at"],
        },
        DisputeResolutionMethod: { type: "string", enum: ["algorithmic", "manual", "arbitration"] },
        DisputeStatus: { type: "string", enum: ["open", "escalated", "resolved"] },
        DocumentData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: {
              $ref: "#/$defs/ShortText",
              description: "What kind of document it is; names outside the catalogue are matched as they stand.",
            },
          },
          required: ["uri", "document_type"],
        },
        DocumentEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "document", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DocumentPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The document.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DocumentPayload: {
          anyOf: [
            { $ref: "#/$defs/ClinicalRecordData" },
            { $ref: "#/$defs/TreatmentAdherenceData" },
            { $ref: "#/$defs/CompletionChecklistData" },
            { $ref: "#/$defs/MeetingMinutesData" },
            { $ref: "#/$defs/LegalDeliverableData" },
            { $ref: "#/$defs/AttendanceRecordData" },
            { $ref: "#/$defs/CourseMaterialData" },
            { $ref: "#/$defs/SessionEvaluationData" },
            { $ref: "#/$defs/ApprovedDeliverableData" },
            { $ref: "#/$defs/CommitteeMinutesData" },
            { $ref: "#/$defs/MilestoneProgressData" },
            { $ref: "#/$defs/DocumentData" },
          ],
        },
        Documentation: {
          type: "object",
          properties: {
            content: {
              type: "string",
              minLength: 1,
              maxLength: 100000,
              description: "Text of the record.",
              "x-sensitivity": "restricted",
            },
            template_id: { $ref: "#/$defs/Id", description: "Template that it follows." },
            created_by: { $ref: "#/$defs/Id", description: "Party that wrote it." },
            created_at: { $ref: "#/$defs/Instant", description: "When it was written." },
          },
          required: ["content", "created_by", "created_at"],
        },
        DurationData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
          },
          required: ["minutes"],
        },
        DurationEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "duration", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DurationPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The time.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DurationPayload: {
          anyOf: [
            { $ref: "#/$defs/LegalBillableHoursData" },
            { $ref: "#/$defs/ConsultingBillableHoursData" },
            { $ref: "#/$defs/DurationData" },
          ],
        },
        EscalationCause: { type: "string", enum: ["no_rule", "amount", "missing", "condition", "duration"] },
        Evidence: {
          anyOf: [
            { $ref: "#/$defs/GpsEvidence" },
            { $ref: "#/$defs/SignatureEvidence" },
            { $ref: "#/$defs/PhotoEvidence" },
            { $ref: "#/$defs/DocumentEvidence" },
            { $ref: "#/$defs/DurationEvidence" },
            { $ref: "#/$defs/NotesEvidence" },
          ],
        },
        EvidenceActor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/EvidenceActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        EvidenceActorType: { type: "string", enum: ["provider", "client", "system", "agent"] },
        EvidenceEvaluation: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/EvidenceOutcome", description: "What was found." },
            why: { $ref: "#/$defs/EscalationCause", description: "Why it could not be accredited." },
            missing: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "Kinds without an item." },
            condition: { $ref: "#/$defs/ShortText", description: "Condition that is not met." },
          },
          required: ["outcome"],
          allOf: [
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
          ],
        },
        EvidenceMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        EvidenceOutcome: { type: "string", enum: ["accredited", "escalate"] },
        ExceptionDetails: {
          anyOf: [
            { $ref: "#/$defs/NoShowDetails" },
            { $ref: "#/$defs/CancellationDetails" },
            { $ref: "#/$defs/RescheduleDetails" },
            { $ref: "#/$defs/ResourceConflictDetails" },
            { $ref: "#/$defs/PartialDetails" },
            { $ref: "#/$defs/Dispute" },
          ],
        },
        ExceptionRecord: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ExceptionType", description: "What happened." },
            at: { $ref: "#/$defs/Instant", description: "When it was recorded." },
            initiated_by: { $ref: "#/$defs/Id", description: "Id of the party that caused or marked it, or `system`." },
            resolution: {
              anyOf: [{ $ref: "#/$defs/ExceptionResolution" }, { type: "string" }],
              description: "How it ended; a node may use words of its own.",
            },
            resolved_at: { $ref: "#/$defs/Instant", description: "When it was settled; absent while it is open." },
            details: { $ref: "#/$defs/ExceptionDetails", description: "Figures, by type.", "x-sensitivity": "personal" },
          },
          required: ["type", "at", "initiated_by"],
        },
        ExceptionResolution: {
          type: "string",
          enum: [
            "client_penalized",
            "free",
            "provider_reassigned",
            "no_replacement",
            "provider_prevails",
            "client_prevails",
            "rescheduled",
            "resource_replaced",
          ],
        },
        ExceptionType: {
          type: "string",
          enum: ["no_show", "cancellation", "dispute", "reschedule", "partial", "resource_conflict"],
        },
        GpsData: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            accuracy_meters: { type: "number", minimum: 0, description: "Radius of uncertainty, in metres." },
            event: { $ref: "#/$defs/GpsEvent", description: "Which end of the delivery." },
          },
          required: ["latitude", "longitude"],
        },
        GpsEvent: { type: "string", enum: ["checkin", "checkout"] },
        GpsEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "gps", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/GpsData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The point.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        LanguageCode: { type: "string", pattern: "^[a-z]{2}$" },
        Latitude: { type: "number", minimum: -90, maximum: 90 },
        LegalBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            agreed_range_minutes: {
              $ref: "#/$defs/AgreedRangeMinutes",
              description: "Span agreed; counts only where the contract names none.",
            },
            justification: {
              $ref: "#/$defs/LongText",
              description: "Why more time was needed than agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["minutes"],
        },
        LegalDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "legal_deliverable", description: "Marks the kind." },
            delivered_to: { $ref: "#/$defs/Id", description: "Client who received it." },
            delivered_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "delivered_to"],
        },
        Location: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/Modality", description: "How the service reaches the client." },
            address: {
              type: "string",
              maxLength: 500,
              description: "Postal address, for people.",
              "x-sensitivity": "personal",
            },
            room: { type: "string", maxLength: 200, description: "Label of the room, for people." },
            resource_id: { $ref: "#/$defs/Id", description: "Resource that the delivery occupies." },
            coordinates: { $ref: "#/$defs/Coordinates", description: "Point on the map.", "x-sensitivity": "personal" },
          },
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        MaterialItem: {
          type: "object",
          properties: {
            title: { $ref: "#/$defs/ShortText", description: "What it is called." },
            uri: { $ref: "#/$defs/Uri", description: "Where it is." },
          },
          required: ["title"],
        },
        MeetingMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "meeting_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        MilestoneProgressData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "milestone_progress", description: "Marks the kind." },
            milestone_id: { $ref: "#/$defs/Id", description: "The milestone, as the order names it." },
            progress_percent: { $ref: "#/$defs/Percent", description: "Share done, 0 to 100." },
            notes: { $ref: "#/$defs/LongText", description: "Remarks.", "x-sensitivity": "confidential" },
          },
          required: ["document_type", "milestone_id", "progress_percent"],
        },
        Minutes: { type: "integer", minimum: 1, maximum: 2147483647 },
        Modality: { type: "string", enum: ["in_person", "virtual", "home_visit"] },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        NoShowDetails: {
          type: "object",
          properties: {
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
          },
          required: ["no_show_type"],
        },
        NoShowType: { type: "string", enum: ["client", "provider"] },
        NotesData: {
          type: "object",
          properties: {
            text: { $ref: "#/$defs/LongText", description: "The text.", "x-sensitivity": "confidential" },
            language: { $ref: "#/$defs/LanguageCode", description: "Its language." },
          },
          required: ["text"],
        },
        NotesEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "notes", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/NotesData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The notes.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        PartialDetails: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What was delivered, and what was not.",
              "x-sensitivity": "personal",
            },
            delivered_minutes: {
              $ref: "#/$defs/Count",
              description: "Minutes that were delivered, 0 when it broke off at once. The price shrinks in proportion unless an amount is given.",
            },
            adjusted_amount: { $ref: "#/$defs/Money", description: "Price of what was delivered; never above the agreed price." },
          },
          required: ["description"],
          allOf: [{ anyOf: [{ required: ["delivered_minutes"] }, { required: ["adjusted_amount"] }] }],
        },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PhotoAfterData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "after", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoBeforeData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "before", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            label: { $ref: "#/$defs/ShortText", description: "What it shows, e.g. `before`, `after`, `damage`." },
            metadata: { $ref: "#/$defs/PhotoMetadata", description: "Where and when it was taken." },
          },
          required: ["uri"],
        },
        PhotoEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "photo", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/PhotoPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The picture.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        PhotoMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
        },
        PhotoPayload: {
          anyOf: [
            { $ref: "#/$defs/PhotoBeforeData" },
            { $ref: "#/$defs/PhotoAfterData" },
            { $ref: "#/$defs/PhotoData" },
          ],
        },
        PhotoProofMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
          required: ["latitude", "longitude", "taken_at"],
        },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        ProofOfDelivery: {
          type: "object",
          properties: {
            checkin: { $ref: "#/$defs/Instant", description: "When the delivery began." },
            checkout: { $ref: "#/$defs/Instant", description: "When the delivery ended." },
            duration_actual: {
              $ref: "#/$defs/Count",
              description: "Whole minutes between check-in and check-out, rounded down.",
            },
            evidence: {
              type: "array",
              items: { $ref: "#/$defs/Evidence" },
              description: "Evidence items, in order of arrival; they never change.",
              "x-sensitivity": "restricted",
            },
          },
        },
        RedactedData: {
          type: "object",
          properties: {
            redacted: { type: "boolean", const: true, description: "The payload was left out." },
            reason: { type: "string", const: "restricted_evidence", description: "Why." },
          },
          required: ["redacted", "reason"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        RescheduleCause: { type: "string", enum: ["party_request", "resource_conflict"] },
        RescheduleDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Instant", description: "Start before." },
            new: { $ref: "#/$defs/Instant", description: "Start after; absent as long as none is found." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
            fee: { $ref: "#/$defs/Money", description: "Fee by the rescheduling policy of the contract." },
          },
          required: ["previous", "cause"],
        },
        ResourceConflictDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Id", description: "Resource that became unavailable." },
            new: { $ref: "#/$defs/Id", description: "Resource that took its place; absent when none was free." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
          },
          required: ["previous", "cause"],
        },
        ServiceBilling: {
          type: "object",
          properties: {
            amount: { $ref: "#/$defs/Money", description: "Price of this delivery, after any adjustment." },
            payer: { $ref: "#/$defs/Id", description: "Who pays: the payer of the client, else the client." },
            status: {
              $ref: "#/$defs/BillingStatus",
              description: "How far it is settled. Moves apart from the lifecycle (D-10).",
            },
            charged_at: { $ref: "#/$defs/Instant", description: "When the amount was debited or became debt." },
            payment_id: { $ref: "#/$defs/Id", description: "Payment that covers it; may be an earlier prepayment." },
            tax_document: {
              type: "string",
              maxLength: 200,
              description: "Tax document that was issued for it.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["amount"],
        },
        ServiceClient: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The beneficiary." },
            payer_id: { $ref: "#/$defs/Id", description: "Who pays, when that is someone else." },
          },
          required: ["id"],
        },
        ServiceLifecycle: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/ServiceState", description: "Present state." },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/Transition" },
              description: "Every state change so far, oldest first; only ever appended to.",
            },
            exceptions: {
              type: "array",
              items: { $ref: "#/$defs/ExceptionRecord" },
              description: "Everything that went another way than planned, oldest first.",
            },
            verification_deadline: {
              $ref: "#/$defs/Instant",
              description: "When silence of the client counts as acceptance; from `delivered` or `partial` until the session leaves the cycle (P-04).",
            },
          },
          required: ["current_state"],
          allOf: [
            {
              if: {
                properties: { current_state: { enum: ["delivered", "partial", "documented", "charged", "disputed"] } },
                required: ["current_state"],
              },
              then: { required: ["verification_deadline"] },
            },
          ],
        },
        ServiceProvider: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The provider." },
            organization_id: { $ref: "#/$defs/Id", description: "The organization the provider delivers for." },
            credentials: {
              type: "array",
              items: { type: "string" },
              description: "Credentials that matter for this delivery, for people.",
            },
            trust_score: { $ref: "#/$defs/TrustScore", description: "Trust computed from verified deliveries, 0 to 100." },
            profile_id: { $ref: "#/$defs/Uuid", description: "Public profile of the provider (D-15)." },
          },
          required: ["id", "organization_id"],
        },
        ServiceSchedule: {
          type: "object",
          properties: {
            requested_at: { $ref: "#/$defs/Instant", description: "When the service was asked for." },
            scheduled_for: { $ref: "#/$defs/Instant", description: "Start of the delivery; set on entering `scheduled`." },
            duration_expected: { $ref: "#/$defs/Minutes", description: "Planned length, in minutes." },
          },
          required: ["requested_at"],
        },
        ServiceState: {
          type: "string",
          enum: [
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
          ],
        },
        Session: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Id of the delivery; the id of its session." },
            service_order_id: {
              $ref: "#/$defs/Id",
              description: "Order that the delivery belongs to; then billing only informs.",
            },
            service_id: { $ref: "#/$defs/Id", description: "Offer that was booked." },
            type: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Category of the service, in the organization's own word.",
            },
            vertical: { type: "string", minLength: 1, maxLength: 100, description: "Vertical of the service." },
            name: { type: "string", minLength: 1, maxLength: 200, description: "Name of the service, for people." },
            duration_minutes: { $ref: "#/$defs/Minutes", description: "Length of the delivery, in minutes." },
            requirements: { type: "array", items: { type: "string" }, description: "What the client has to bring or fulfil." },
            visibility: {
              $ref: "#/$defs/Visibility",
              description: "Who may discover it; a booked session is private.",
              default: "public",
            },
            provider: { $ref: "#/$defs/ServiceProvider", description: "Who delivers." },
            client: { $ref: "#/$defs/ServiceClient", description: "Who receives." },
            schedule: { $ref: "#/$defs/ServiceSchedule", description: "When it happens." },
            location: { $ref: "#/$defs/Location", description: "Where it happens." },
            lifecycle: { $ref: "#/$defs/ServiceLifecycle", description: "Where it stands." },
            proof: { $ref: "#/$defs/ProofOfDelivery", description: "What shows that it happened." },
            documentation: {
              $ref: "#/$defs/Documentation",
              description: "Record of the delivery; from `documented` on, when one was written.",
              "x-sensitivity": "restricted",
            },
            billing: { $ref: "#/$defs/ServiceBilling", description: "What it costs." },
            provider_id: { $ref: "#/$defs/Id", description: "Same as `provider.id`." },
            client_id: { $ref: "#/$defs/Id", description: "Same as `client.id`." },
            starts_at: {
              $ref: "#/$defs/Instant",
              description: "Same as `schedule.scheduled_for`; before that is set, the wished start (P-02).",
            },
            ends_at: { $ref: "#/$defs/Instant", description: "Start plus duration." },
            resource_id: { $ref: "#/$defs/Id", description: "Same as `location.resource_id`." },
            human_intent_confirmed: {
              type: "boolean",
              description: "The caller claims that a person wanted this booking. Stored, without effect of its own.",
              default: false,
            },
            series_id: { $ref: "#/$defs/Id", description: "Series of repeated bookings that it belongs to." },
            previous_session_id: { $ref: "#/$defs/Id", description: "Public booking that it replaced (P-11)." },
            submission: { $ref: "#/$defs/Submission", description: "How the booking came in." },
          },
          required: [
            "id",
            "service_id",
            "type",
            "vertical",
            "name",
            "duration_minutes",
            "provider",
            "client",
            "schedule",
            "lifecycle",
            "billing",
            "provider_id",
            "client_id",
            "starts_at",
          ],
        },
        SessionEvaluationData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "session_evaluation", description: "Marks the kind." },
            score: {
              type: "number",
              minimum: 0,
              maximum: 100,
              description: "Result, 0 to 100.",
              "x-sensitivity": "confidential",
            },
            feedback: {
              $ref: "#/$defs/LongText",
              description: "What the instructor says of it.",
              "x-sensitivity": "confidential",
            },
            competencies: { type: "array", items: { $ref: "#/$defs/Competency" }, description: "Competencies, one by one." },
          },
          required: ["document_type"],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        SignatureData: {
          type: "object",
          properties: {
            signer_role: { $ref: "#/$defs/SignerRole", description: "Who signed." },
            format: { $ref: "#/$defs/SignatureFormat", description: "Form of the artefact." },
            uri: { $ref: "#/$defs/Uri", description: "Where the artefact is.", "x-sensitivity": "confidential" },
          },
          required: ["signer_role", "format"],
        },
        SignatureEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "signature", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/SignatureData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The signature.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        SignatureFormat: { type: "string", enum: ["image/png", "image/svg+xml", "application/pkcs7-signature"] },
        SignerRole: { type: "string", enum: ["provider", "client", "both"] },
        Submission: {
          type: "object",
          properties: {
            channel: { $ref: "#/$defs/SubmissionChannel", description: "Through what." },
            submitted_by_type: { $ref: "#/$defs/SubmitterType", description: "By whom." },
            agent_id: { $ref: "#/$defs/Id", description: "The program; it must hold a valid mandate." },
            agent_name: { type: "string", maxLength: 200, description: "Name of the program." },
            platform: { type: "string", maxLength: 200, description: "Platform that the program runs on." },
          },
          required: ["channel", "submitted_by_type"],
          allOf: [
            {
              if: {
                properties: { submitted_by_type: { enum: ["agent", "human_with_agent_assistance"] } },
                required: ["submitted_by_type"],
              },
              then: { required: ["agent_id"] },
            },
          ],
        },
        SubmissionChannel: { type: "string", enum: ["web", "whatsapp", "phone", "chat", "api", "other"] },
        SubmitterType: { type: "string", enum: ["human", "agent", "human_with_agent_assistance"] },
        Transition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/ServiceState" }, { type: "null" }],
              description: "State before; null in the first record and nowhere else.",
            },
            to: { $ref: "#/$defs/ServiceState", description: "State after." },
            at: {
              $ref: "#/$defs/Instant",
              description: "When, by the clock of the node; never earlier than the record before.",
            },
            by: {
              $ref: "#/$defs/Id",
              description: "Id of the client, provider, organization or agent that acted, or `system`.",
            },
            method: { $ref: "#/$defs/TransitionMethod", description: "How it came about." },
            metadata: { $ref: "#/$defs/TransitionMetadata", description: "What else is known." },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        TransitionMetadata: {
          type: "object",
          properties: {
            reason: { type: "string", description: "Why, where a reason was asked for.", "x-sensitivity": "personal" },
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
            missing_evidence: {
              type: "array",
              items: { type: "string" },
              description: "Evidence kinds that were missing when a partial delivery was documented.",
            },
          },
        },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        TransitionSummary: {
          type: "object",
          properties: {
            from: { anyOf: [{ type: "string" }, { type: "null" }], description: "State before; null for a creation." },
            to: { type: "string", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When it happened, by the node's clock." },
          },
          required: ["from", "to", "at"],
        },
        TreatmentAdherenceData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "treatment_adherence", description: "Marks the kind." },
            checklist: { type: "array", items: { $ref: "#/$defs/TreatmentItem" }, description: "The plan, item by item." },
          },
          required: ["document_type", "checklist"],
        },
        TreatmentItem: {
          type: "object",
          properties: {
            item: { $ref: "#/$defs/LongText", description: "What was planned.", "x-sensitivity": "confidential" },
            completed: { type: "boolean", description: "Whether it was done.", "x-sensitivity": "confidential" },
          },
          required: ["item", "completed"],
        },
        TrustScore: { type: "number", minimum: 0, maximum: 100 },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "Reschedule a session",
      readOnlyHint: false,
      destructiveHint: true,
      idempotentHint: false,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "scheduling.reschedule",
      "servicialo/scopes": ["schedule:write"],
      "servicialo/phase": "lifecycle",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "service_get",
    title: "Read a service",
    description: "Reads an offer, or one delivery. The id of an offer answers `service_offers`, that of a session `services`, which\nonly its parties and its organization may read.",
    inputSchema: {
      title: "service.get input",
      type: "object",
      properties: {
        service_id: { $ref: "#/$defs/Id", description: "An offer or a session." },
        actor: { $ref: "#/$defs/Actor", description: "Who calls; an agent names its mandate." },
      },
      required: ["service_id"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "service.get output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", enum: ["service_offers", "services"], description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/OfferOrService", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        AgreedRangeMinutes: {
          type: "object",
          properties: {
            min: { type: "number", minimum: 0, description: "Least time agreed; staying below is no fault." },
            max: { type: "number", minimum: 0, description: "Most time that needs no justification. Absent: any." },
          },
        },
        ApprovedDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "deliverable", description: "Marks the kind." },
            approved_by: { $ref: "#/$defs/Id", description: "Client who approved it." },
            approved_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "approved_by", "approved_at"],
        },
        AttendanceRecordData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "attendance_record", description: "Marks the kind." },
            student_present: { type: "boolean", description: "The student was there.", "x-sensitivity": "personal" },
            instructor_present: { type: "boolean", description: "The instructor was there.", "x-sensitivity": "personal" },
            session_start: { $ref: "#/$defs/Instant", description: "When the lesson began." },
            session_end: { $ref: "#/$defs/Instant", description: "When it ended." },
          },
          required: ["document_type", "student_present", "instructor_present"],
        },
        BareAmount: { type: "number", minimum: 0 },
        BillingStatus: { type: "string", enum: ["pending", "charged", "invoiced", "paid", "disputed"] },
        CancellationDetails: {
          type: "object",
          properties: {
            hours_before: {
              type: "number",
              description: "Hours between cancellation and start; negative when the start had passed.",
            },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
            refund: { $ref: "#/$defs/Money", description: "What goes back of money already paid." },
          },
          required: ["hours_before", "penalty", "refund"],
        },
        ClinicalRecordData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "clinical_record", description: "Marks the kind." },
            signed_by: {
              type: "array",
              items: { $ref: "#/$defs/ClinicalSigner" },
              minItems: 2,
              uniqueItems: true,
              description: "Roles that signed, as words and not as ids: both.",
            },
          },
          required: ["uri", "document_type", "signed_by"],
        },
        ClinicalSigner: { type: "string", enum: ["provider", "client"] },
        CommitteeMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "committee_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        Competency: {
          type: "object",
          properties: {
            name: { $ref: "#/$defs/ShortText", description: "What it is called." },
            level: {
              $ref: "#/$defs/CompetencyLevel",
              description: "How far it was reached.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["name", "level"],
        },
        CompetencyLevel: { type: "string", enum: ["not_started", "in_progress", "achieved"] },
        CompletionChecklistData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "completion_checklist", description: "Marks the kind." },
            checklist: {
              type: "array",
              items: { $ref: "#/$defs/CompletionTask" },
              minItems: 1,
              description: "The tasks; at least one.",
            },
            all_completed: { type: "boolean", description: "Every task was done. Computed; a sent value is ignored." },
          },
          required: ["document_type", "checklist"],
        },
        CompletionTask: {
          type: "object",
          properties: {
            task: { $ref: "#/$defs/LongText", description: "What was agreed." },
            completed: { type: "boolean", description: "Whether it was done." },
          },
          required: ["task", "completed"],
        },
        ConsultingBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            budget_authorized_minutes: {
              type: "number",
              minimum: 0,
              description: "Time authorized, in minutes; counts only where contract and order name none.",
            },
            scope_change_ref: { $ref: "#/$defs/ShortText", description: "Reference to the authorization of more time." },
          },
          required: ["minutes", "category"],
        },
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CourseMaterialData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "course_material", description: "Marks the kind." },
            material_items: { type: "array", items: { $ref: "#/$defs/MaterialItem" }, description: "The pieces." },
          },
          required: ["uri", "document_type"],
        },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        DataSensitivity: { type: "string", enum: ["public", "internal", "confidential", "restricted"] },
        Dispute: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The dispute." },
            session_id: { $ref: "#/$defs/Id", description: "Session contested." },
            opened_by: { $ref: "#/$defs/Id", description: "Client of the session." },
            opened_at: { $ref: "#/$defs/Instant", description: "When." },
            opened_from: {
              type: "string",
              enum: ["delivered", "documented", "charged"],
              description: "State that the session was in.",
            },
            reason: {
              $ref: "#/$defs/LongText",
              description: "Why, in the client's words.",
              "x-sensitivity": "confidential",
            },
            reason_category: { $ref: "#/$defs/DisputeReasonCategory", description: "What it is about." },
            amount: { $ref: "#/$defs/Money", description: "Amount contested. Absent: that of the session." },
            status: { $ref: "#/$defs/DisputeStatus", description: "Where it stands." },
            evaluation: { $ref: "#/$defs/EvidenceEvaluation", description: "What the evidence rule found last." },
            resolution: { $ref: "#/$defs/DisputeResolution", description: "How it ended." },
          },
          required: ["id", "session_id", "opened_by", "opened_at", "opened_from", "reason", "status"],
          allOf: [
            {
              if: { properties: { status: { enum: ["resolved"] } }, required: ["status"] },
              then: { required: ["resolution"] },
            },
          ],
        },
        DisputeOutcome: { type: "string", enum: ["provider_prevails", "client_prevails"] },
        DisputeReasonCategory: { type: "string", enum: ["quality", "no_show", "billing", "scope", "evidence_missing", "other"] },
        DisputeResolution: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/DisputeOutcome", description: "For whom." },
            method: { $ref: "#/$defs/DisputeResolutionMethod", description: "How." },
            note: { $ref: "#/$defs/LongText", description: "Why, for people.", "x-sensitivity": "confidential" },
            by: { $ref: "#/$defs/Id", description: "Who decided; `system` for a rule." },
            at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["outcome", "method", "by", "at"],
        },
        DisputeResolutionMethod: { type: "string", enum: ["algorithmic", "manual", "arbitration"] },
        DisputeStatus: { type: "string", enum: ["open", "escalated", "resolved"] },
        DocumentData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: {
              $ref: "#/$defs/ShortText",
              description: "What kind of document it is; names outside the catalogue are matched as they stand.",
            },
          },
          required: ["uri", "document_type"],
        },
        DocumentEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "document", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DocumentPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The document.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DocumentPayload: {
          anyOf: [
            { $ref: "#/$defs/ClinicalRecordData" },
            { $ref: "#/$defs/TreatmentAdherenceData" },
            { $ref: "#/$defs/CompletionChecklistData" },
            { $ref: "#/$defs/MeetingMinutesData" },
            { $ref: "#/$defs/LegalDeliverableData" },
            { $ref: "#/$defs/AttendanceRecordData" },
            { $ref: "#/$defs/CourseMaterialData" },
            { $ref: "#/$defs/SessionEvaluationData" },
            { $ref: "#/$defs/ApprovedDeliverableData" },
            { $ref: "#/$defs/CommitteeMinutesData" },
            { $ref: "#/$defs/MilestoneProgressData" },
            { $ref: "#/$defs/DocumentData" },
          ],
        },
        Documentation: {
          type: "object",
          properties: {
            content: {
              type: "string",
              minLength: 1,
              maxLength: 100000,
              description: "Text of the record.",
              "x-sensitivity": "restricted",
            },
            template_id: { $ref: "#/$defs/Id", description: "Template that it follows." },
            created_by: { $ref: "#/$defs/Id", description: "Party that wrote it." },
            created_at: { $ref: "#/$defs/Instant", description: "When it was written." },
          },
          required: ["content", "created_by", "created_at"],
        },
        DurationData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
          },
          required: ["minutes"],
        },
        DurationEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "duration", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/DurationPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The time.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        DurationPayload: {
          anyOf: [
            { $ref: "#/$defs/LegalBillableHoursData" },
            { $ref: "#/$defs/ConsultingBillableHoursData" },
            { $ref: "#/$defs/DurationData" },
          ],
        },
        EscalationCause: { type: "string", enum: ["no_rule", "amount", "missing", "condition", "duration"] },
        Evidence: {
          anyOf: [
            { $ref: "#/$defs/GpsEvidence" },
            { $ref: "#/$defs/SignatureEvidence" },
            { $ref: "#/$defs/PhotoEvidence" },
            { $ref: "#/$defs/DocumentEvidence" },
            { $ref: "#/$defs/DurationEvidence" },
            { $ref: "#/$defs/NotesEvidence" },
          ],
        },
        EvidenceActor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/EvidenceActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        EvidenceActorType: { type: "string", enum: ["provider", "client", "system", "agent"] },
        EvidenceEvaluation: {
          type: "object",
          properties: {
            outcome: { $ref: "#/$defs/EvidenceOutcome", description: "What was found." },
            why: { $ref: "#/$defs/EscalationCause", description: "Why it could not be accredited." },
            missing: { type: "array", items: { $ref: "#/$defs/ShortText" }, description: "Kinds without an item." },
            condition: { $ref: "#/$defs/ShortText", description: "Condition that is not met." },
          },
          required: ["outcome"],
          allOf: [
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
          ],
        },
        EvidenceKindName: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9]*(?:[_.:-][A-Za-z0-9]+)*$",
          minLength: 1,
          maxLength: 100,
        },
        EvidenceMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        EvidenceOutcome: { type: "string", enum: ["accredited", "escalate"] },
        ExceptionDetails: {
          anyOf: [
            { $ref: "#/$defs/NoShowDetails" },
            { $ref: "#/$defs/CancellationDetails" },
            { $ref: "#/$defs/RescheduleDetails" },
            { $ref: "#/$defs/ResourceConflictDetails" },
            { $ref: "#/$defs/PartialDetails" },
            { $ref: "#/$defs/Dispute" },
          ],
        },
        ExceptionRecord: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ExceptionType", description: "What happened." },
            at: { $ref: "#/$defs/Instant", description: "When it was recorded." },
            initiated_by: { $ref: "#/$defs/Id", description: "Id of the party that caused or marked it, or `system`." },
            resolution: {
              anyOf: [{ $ref: "#/$defs/ExceptionResolution" }, { type: "string" }],
              description: "How it ended; a node may use words of its own.",
            },
            resolved_at: { $ref: "#/$defs/Instant", description: "When it was settled; absent while it is open." },
            details: { $ref: "#/$defs/ExceptionDetails", description: "Figures, by type.", "x-sensitivity": "personal" },
          },
          required: ["type", "at", "initiated_by"],
        },
        ExceptionResolution: {
          type: "string",
          enum: [
            "client_penalized",
            "free",
            "provider_reassigned",
            "no_replacement",
            "provider_prevails",
            "client_prevails",
            "rescheduled",
            "resource_replaced",
          ],
        },
        ExceptionType: {
          type: "string",
          enum: ["no_show", "cancellation", "dispute", "reschedule", "partial", "resource_conflict"],
        },
        GpsData: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            accuracy_meters: { type: "number", minimum: 0, description: "Radius of uncertainty, in metres." },
            event: { $ref: "#/$defs/GpsEvent", description: "Which end of the delivery." },
          },
          required: ["latitude", "longitude"],
        },
        GpsEvent: { type: "string", enum: ["checkin", "checkout"] },
        GpsEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "gps", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/GpsData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The point.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        LanguageCode: { type: "string", pattern: "^[a-z]{2}$" },
        Latitude: { type: "number", minimum: -90, maximum: 90 },
        LegalBillableHoursData: {
          type: "object",
          properties: {
            minutes: { type: "number", minimum: 0, description: "Time spent, in minutes." },
            description: {
              $ref: "#/$defs/LongText",
              description: "What the time was spent on.",
              "x-sensitivity": "confidential",
            },
            category: { $ref: "#/$defs/ShortText", description: "Kind of activity." },
            agreed_range_minutes: {
              $ref: "#/$defs/AgreedRangeMinutes",
              description: "Span agreed; counts only where the contract names none.",
            },
            justification: {
              $ref: "#/$defs/LongText",
              description: "Why more time was needed than agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["minutes"],
        },
        LegalDeliverableData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "legal_deliverable", description: "Marks the kind." },
            delivered_to: { $ref: "#/$defs/Id", description: "Client who received it." },
            delivered_at: { $ref: "#/$defs/Instant", description: "When." },
          },
          required: ["uri", "document_type", "delivered_to"],
        },
        Location: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/Modality", description: "How the service reaches the client." },
            address: {
              type: "string",
              maxLength: 500,
              description: "Postal address, for people.",
              "x-sensitivity": "personal",
            },
            room: { type: "string", maxLength: 200, description: "Label of the room, for people." },
            resource_id: { $ref: "#/$defs/Id", description: "Resource that the delivery occupies." },
            coordinates: { $ref: "#/$defs/Coordinates", description: "Point on the map.", "x-sensitivity": "personal" },
          },
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        MaterialItem: {
          type: "object",
          properties: {
            title: { $ref: "#/$defs/ShortText", description: "What it is called." },
            uri: { $ref: "#/$defs/Uri", description: "Where it is." },
          },
          required: ["title"],
        },
        MeetingMinutesData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the document is.", "x-sensitivity": "confidential" },
            mime_type: {
              type: "string",
              pattern: "^[A-Za-z0-9!#$&^_.+-]+/[A-Za-z0-9!#$&^_.+-]+$",
              maxLength: 255,
              description: "Media type of the document.",
            },
            document_type: { type: "string", const: "meeting_minutes", description: "Marks the kind." },
            attendees: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "Ids or names of those present.",
              "x-sensitivity": "personal",
            },
            agreements: {
              type: "array",
              items: { $ref: "#/$defs/LongText" },
              description: "What was agreed.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["uri", "document_type"],
        },
        MilestoneProgressData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "milestone_progress", description: "Marks the kind." },
            milestone_id: { $ref: "#/$defs/Id", description: "The milestone, as the order names it." },
            progress_percent: { $ref: "#/$defs/Percent", description: "Share done, 0 to 100." },
            notes: { $ref: "#/$defs/LongText", description: "Remarks.", "x-sensitivity": "confidential" },
          },
          required: ["document_type", "milestone_id", "progress_percent"],
        },
        Minutes: { type: "integer", minimum: 1, maximum: 2147483647 },
        Modality: { type: "string", enum: ["in_person", "virtual", "home_visit"] },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        NoShowDetails: {
          type: "object",
          properties: {
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            penalty: { $ref: "#/$defs/Money", description: "What the client owes for it." },
          },
          required: ["no_show_type"],
        },
        NoShowType: { type: "string", enum: ["client", "provider"] },
        NotesData: {
          type: "object",
          properties: {
            text: { $ref: "#/$defs/LongText", description: "The text.", "x-sensitivity": "confidential" },
            language: { $ref: "#/$defs/LanguageCode", description: "Its language." },
          },
          required: ["text"],
        },
        NotesEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "notes", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/NotesData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The notes.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        OfferOrService: { anyOf: [{ $ref: "#/$defs/ServiceOffer" }, { $ref: "#/$defs/Service" }] },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        PartialDetails: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What was delivered, and what was not.",
              "x-sensitivity": "personal",
            },
            delivered_minutes: {
              $ref: "#/$defs/Count",
              description: "Minutes that were delivered, 0 when it broke off at once. The price shrinks in proportion unless an amount is given.",
            },
            adjusted_amount: { $ref: "#/$defs/Money", description: "Price of what was delivered; never above the agreed price." },
          },
          required: ["description"],
          allOf: [{ anyOf: [{ required: ["delivered_minutes"] }, { required: ["adjusted_amount"] }] }],
        },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PhotoAfterData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "after", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoBeforeData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            metadata: { $ref: "#/$defs/PhotoProofMetadata", description: "Where and when it was taken." },
            label: { type: "string", const: "before", description: "Marks the kind." },
          },
          required: ["uri", "metadata", "label"],
        },
        PhotoData: {
          type: "object",
          properties: {
            uri: { $ref: "#/$defs/Uri", description: "Where the picture is.", "x-sensitivity": "confidential" },
            label: { $ref: "#/$defs/ShortText", description: "What it shows, e.g. `before`, `after`, `damage`." },
            metadata: { $ref: "#/$defs/PhotoMetadata", description: "Where and when it was taken." },
          },
          required: ["uri"],
        },
        PhotoEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "photo", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/PhotoPayload" }, { $ref: "#/$defs/RedactedData" }],
              description: "The picture.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        PhotoMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
        },
        PhotoPayload: {
          anyOf: [
            { $ref: "#/$defs/PhotoBeforeData" },
            { $ref: "#/$defs/PhotoAfterData" },
            { $ref: "#/$defs/PhotoData" },
          ],
        },
        PhotoProofMetadata: {
          type: "object",
          properties: {
            latitude: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            longitude: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
            taken_at: { $ref: "#/$defs/Instant", description: "When the picture was taken." },
          },
          required: ["latitude", "longitude", "taken_at"],
        },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        ProofOfDelivery: {
          type: "object",
          properties: {
            checkin: { $ref: "#/$defs/Instant", description: "When the delivery began." },
            checkout: { $ref: "#/$defs/Instant", description: "When the delivery ended." },
            duration_actual: {
              $ref: "#/$defs/Count",
              description: "Whole minutes between check-in and check-out, rounded down.",
            },
            evidence: {
              type: "array",
              items: { $ref: "#/$defs/Evidence" },
              description: "Evidence items, in order of arrival; they never change.",
              "x-sensitivity": "restricted",
            },
          },
        },
        RedactedData: {
          type: "object",
          properties: {
            redacted: { type: "boolean", const: true, description: "The payload was left out." },
            reason: { type: "string", const: "restricted_evidence", description: "Why." },
          },
          required: ["redacted", "reason"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        RescheduleCause: { type: "string", enum: ["party_request", "resource_conflict"] },
        RescheduleDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Instant", description: "Start before." },
            new: { $ref: "#/$defs/Instant", description: "Start after; absent as long as none is found." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
            fee: { $ref: "#/$defs/Money", description: "Fee by the rescheduling policy of the contract." },
          },
          required: ["previous", "cause"],
        },
        ResourceConflictDetails: {
          type: "object",
          properties: {
            previous: { $ref: "#/$defs/Id", description: "Resource that became unavailable." },
            new: { $ref: "#/$defs/Id", description: "Resource that took its place; absent when none was free." },
            cause: { $ref: "#/$defs/RescheduleCause", description: "Why." },
          },
          required: ["previous", "cause"],
        },
        Service: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Id of the delivery; the id of its session." },
            service_order_id: {
              $ref: "#/$defs/Id",
              description: "Order that the delivery belongs to; then billing only informs.",
            },
            service_id: { $ref: "#/$defs/Id", description: "Offer that was booked." },
            type: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Category of the service, in the organization's own word.",
            },
            vertical: { type: "string", minLength: 1, maxLength: 100, description: "Vertical of the service." },
            name: { type: "string", minLength: 1, maxLength: 200, description: "Name of the service, for people." },
            duration_minutes: { $ref: "#/$defs/Minutes", description: "Length of the delivery, in minutes." },
            requirements: { type: "array", items: { type: "string" }, description: "What the client has to bring or fulfil." },
            visibility: {
              $ref: "#/$defs/Visibility",
              description: "Who may discover it; a booked session is private.",
              default: "public",
            },
            provider: { $ref: "#/$defs/ServiceProvider", description: "Who delivers." },
            client: { $ref: "#/$defs/ServiceClient", description: "Who receives." },
            schedule: { $ref: "#/$defs/ServiceSchedule", description: "When it happens." },
            location: { $ref: "#/$defs/Location", description: "Where it happens." },
            lifecycle: { $ref: "#/$defs/ServiceLifecycle", description: "Where it stands." },
            proof: { $ref: "#/$defs/ProofOfDelivery", description: "What shows that it happened." },
            documentation: {
              $ref: "#/$defs/Documentation",
              description: "Record of the delivery; from `documented` on, when one was written.",
              "x-sensitivity": "restricted",
            },
            billing: { $ref: "#/$defs/ServiceBilling", description: "What it costs." },
          },
          required: [
            "id",
            "service_id",
            "type",
            "vertical",
            "name",
            "duration_minutes",
            "provider",
            "client",
            "schedule",
            "lifecycle",
            "billing",
          ],
        },
        ServiceBilling: {
          type: "object",
          properties: {
            amount: { $ref: "#/$defs/Money", description: "Price of this delivery, after any adjustment." },
            payer: { $ref: "#/$defs/Id", description: "Who pays: the payer of the client, else the client." },
            status: {
              $ref: "#/$defs/BillingStatus",
              description: "How far it is settled. Moves apart from the lifecycle (D-10).",
            },
            charged_at: { $ref: "#/$defs/Instant", description: "When the amount was debited or became debt." },
            payment_id: { $ref: "#/$defs/Id", description: "Payment that covers it; may be an earlier prepayment." },
            tax_document: {
              type: "string",
              maxLength: 200,
              description: "Tax document that was issued for it.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["amount"],
        },
        ServiceClient: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The beneficiary." },
            payer_id: { $ref: "#/$defs/Id", description: "Who pays, when that is someone else." },
          },
          required: ["id"],
        },
        ServiceLifecycle: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/ServiceState", description: "Present state." },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/Transition" },
              description: "Every state change so far, oldest first; only ever appended to.",
            },
            exceptions: {
              type: "array",
              items: { $ref: "#/$defs/ExceptionRecord" },
              description: "Everything that went another way than planned, oldest first.",
            },
            verification_deadline: {
              $ref: "#/$defs/Instant",
              description: "When silence of the client counts as acceptance; from `delivered` or `partial` until the session leaves the cycle (P-04).",
            },
          },
          required: ["current_state"],
          allOf: [
            {
              if: {
                properties: { current_state: { enum: ["delivered", "partial", "documented", "charged", "disputed"] } },
                required: ["current_state"],
              },
              then: { required: ["verification_deadline"] },
            },
          ],
        },
        ServiceOffer: {
          type: "object",
          properties: {
            id: {
              $ref: "#/$defs/Id",
              description: "The offer; the `service_id` of booking, sale, availability and contract.",
            },
            organization_id: { $ref: "#/$defs/Id", description: "The organization that offers it." },
            type: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Category, such as `physical_therapy_session`; service orders name it in their scope.",
            },
            vertical: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Vertical, in the organization's own word; the node maps it to an evidence vertical.",
            },
            name: { $ref: "#/$defs/ShortText", description: "Name shown to clients." },
            description: { type: "string", maxLength: 2000, description: "What the client gets, in a few lines." },
            duration_minutes: { $ref: "#/$defs/Minutes", description: "Planned length of one delivery, in minutes." },
            price: {
              $ref: "#/$defs/Money",
              description: "Price of one delivery. Cards print it as `amount` and `currency`.",
            },
            modality: { $ref: "#/$defs/Modality", description: "How it reaches the client." },
            requirements: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "What a client must bring or fulfil.",
            },
            visibility: { $ref: "#/$defs/Visibility", description: "Who may find it.", default: "public" },
            requires_resource: { type: "boolean", description: "A booking must name a resource.", default: false },
            location: {
              $ref: "#/$defs/Location",
              description: "Where it is delivered. A `resource_id` here makes one mandatory in booking, too.",
            },
            required_evidence: {
              type: "array",
              items: { $ref: "#/$defs/EvidenceKindName" },
              uniqueItems: true,
              description: "Evidence kinds that a delivery must show, copied from the contract.",
            },
            provider_ids: {
              type: "array",
              items: { $ref: "#/$defs/Id" },
              uniqueItems: true,
              description: "Providers who deliver it. Without any it cannot be booked.",
            },
            requires_prepayment: { type: "boolean", description: "It is paid before it is booked.", default: false },
            active: { type: "boolean", description: "It can be booked and is listed." },
          },
          required: [
            "id",
            "organization_id",
            "type",
            "vertical",
            "name",
            "duration_minutes",
            "price",
            "modality",
            "active",
          ],
        },
        ServiceProvider: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The provider." },
            organization_id: { $ref: "#/$defs/Id", description: "The organization the provider delivers for." },
            credentials: {
              type: "array",
              items: { type: "string" },
              description: "Credentials that matter for this delivery, for people.",
            },
            trust_score: { $ref: "#/$defs/TrustScore", description: "Trust computed from verified deliveries, 0 to 100." },
            profile_id: { $ref: "#/$defs/Uuid", description: "Public profile of the provider (D-15)." },
          },
          required: ["id", "organization_id"],
        },
        ServiceSchedule: {
          type: "object",
          properties: {
            requested_at: { $ref: "#/$defs/Instant", description: "When the service was asked for." },
            scheduled_for: { $ref: "#/$defs/Instant", description: "Start of the delivery; set on entering `scheduled`." },
            duration_expected: { $ref: "#/$defs/Minutes", description: "Planned length, in minutes." },
          },
          required: ["requested_at"],
        },
        ServiceState: {
          type: "string",
          enum: [
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
          ],
        },
        SessionEvaluationData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "session_evaluation", description: "Marks the kind." },
            score: {
              type: "number",
              minimum: 0,
              maximum: 100,
              description: "Result, 0 to 100.",
              "x-sensitivity": "confidential",
            },
            feedback: {
              $ref: "#/$defs/LongText",
              description: "What the instructor says of it.",
              "x-sensitivity": "confidential",
            },
            competencies: { type: "array", items: { $ref: "#/$defs/Competency" }, description: "Competencies, one by one." },
          },
          required: ["document_type"],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        SignatureData: {
          type: "object",
          properties: {
            signer_role: { $ref: "#/$defs/SignerRole", description: "Who signed." },
            format: { $ref: "#/$defs/SignatureFormat", description: "Form of the artefact." },
            uri: { $ref: "#/$defs/Uri", description: "Where the artefact is.", "x-sensitivity": "confidential" },
          },
          required: ["signer_role", "format"],
        },
        SignatureEvidence: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "Names the item; items never change." },
            captured_at: { $ref: "#/$defs/Instant", description: "When it was captured; never in the future." },
            actor: { $ref: "#/$defs/EvidenceActor", description: "Who captured it." },
            recorded_by: { $ref: "#/$defs/Id", description: "Organization that recorded it on behalf of `actor`." },
            method: { $ref: "#/$defs/EvidenceMethod", description: "How it was captured; absent fits every kind." },
            data_sensitivity: {
              $ref: "#/$defs/DataSensitivity",
              description: "How it is kept. Absent: the default of its kind, else `internal`.",
            },
            type: { type: "string", const: "signature", description: "Tells the payload." },
            data: {
              anyOf: [{ $ref: "#/$defs/SignatureData" }, { $ref: "#/$defs/RedactedData" }],
              description: "The signature.",
              "x-sensitivity": "restricted",
            },
          },
          required: ["captured_at", "actor", "type", "data"],
        },
        SignatureFormat: { type: "string", enum: ["image/png", "image/svg+xml", "application/pkcs7-signature"] },
        SignerRole: { type: "string", enum: ["provider", "client", "both"] },
        Transition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/ServiceState" }, { type: "null" }],
              description: "State before; null in the first record and nowhere else.",
            },
            to: { $ref: "#/$defs/ServiceState", description: "State after." },
            at: {
              $ref: "#/$defs/Instant",
              description: "When, by the clock of the node; never earlier than the record before.",
            },
            by: {
              $ref: "#/$defs/Id",
              description: "Id of the client, provider, organization or agent that acted, or `system`.",
            },
            method: { $ref: "#/$defs/TransitionMethod", description: "How it came about." },
            metadata: { $ref: "#/$defs/TransitionMetadata", description: "What else is known." },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        TransitionMetadata: {
          type: "object",
          properties: {
            reason: { type: "string", description: "Why, where a reason was asked for.", "x-sensitivity": "personal" },
            no_show_type: { $ref: "#/$defs/NoShowType", description: "Which side did not come." },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
            missing_evidence: {
              type: "array",
              items: { type: "string" },
              description: "Evidence kinds that were missing when a partial delivery was documented.",
            },
          },
        },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        TreatmentAdherenceData: {
          type: "object",
          properties: {
            document_type: { type: "string", const: "treatment_adherence", description: "Marks the kind." },
            checklist: { type: "array", items: { $ref: "#/$defs/TreatmentItem" }, description: "The plan, item by item." },
          },
          required: ["document_type", "checklist"],
        },
        TreatmentItem: {
          type: "object",
          properties: {
            item: { $ref: "#/$defs/LongText", description: "What was planned.", "x-sensitivity": "confidential" },
            completed: { type: "boolean", description: "Whether it was done.", "x-sensitivity": "confidential" },
          },
          required: ["item", "completed"],
        },
        TrustScore: { type: "number", minimum: 0, maximum: 100 },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "Read a service",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "service.get",
      "servicialo/scopes": ["service:read"],
      "servicialo/phase": "understanding",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "service_orders_activate",
    title: "Accept a service order",
    description: "Accepts a proposed order: `proposed → active`. For its client or payer; never for an agent of the organization.",
    inputSchema: {
      title: "service_orders.activate input",
      type: "object",
      properties: {
        order_id: { $ref: "#/$defs/Id", description: "The order." },
        actor: { $ref: "#/$defs/Actor", description: "Who accepts: the client of the order, or its payer." },
      },
      required: ["order_id", "actor"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "service_orders.activate output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "service_orders", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/ServiceOrder", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource after the command.",
        },
        meta: {
          type: "object",
          properties: {
            transition: {
              $ref: "#/$defs/TransitionSummary",
              description: "The last state change that the command recorded.",
            },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/TransitionSummary" },
              description: "All of them, when the command recorded several.",
            },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          required: ["transition"],
          description: "What happened.",
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
        BareAmount: { type: "number", minimum: 0 },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        Hours: { type: "number", minimum: 0 },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Installment: {
          type: "object",
          properties: {
            trigger: { $ref: "#/$defs/ShortText", description: "What makes it due: an event, a milestone or a day." },
            amount: { $ref: "#/$defs/BareAmount", description: "Its amount, in the order's currency." },
            percentage: { $ref: "#/$defs/Percent", description: "Its share of the total, 0 to 100." },
            due_days: { $ref: "#/$defs/Count", description: "Days from the trigger to the due day." },
          },
          required: ["trigger"],
          allOf: [{ oneOf: [{ required: ["amount"] }, { required: ["percentage"] }] }],
        },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        Ledger: {
          type: "object",
          properties: {
            services_verified: { $ref: "#/$defs/Count", description: "Sessions that are verified." },
            hours_consumed: { $ref: "#/$defs/Hours", description: "Their actual duration, in hours." },
            amount_consumed: { $ref: "#/$defs/BareAmount", description: "Their value at the order's prices." },
            amount_billed: { $ref: "#/$defs/BareAmount", description: "Sales issued by the payment schedule so far." },
            amount_collected: {
              $ref: "#/$defs/BareAmount",
              description: "Payments less refunds and chargebacks; may be above 0 before anything was delivered.",
            },
            amount_remaining: {
              $ref: "#/$defs/BareAmount",
              description: "Authorized value not yet consumed; absent when the order is unlimited.",
            },
          },
          required: ["services_verified", "hours_consumed", "amount_consumed", "amount_billed", "amount_collected"],
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        OrderLifecycle: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/OrderState", description: "Present state." },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/OrderTransition" },
              description: "All changes so far, oldest first.",
            },
          },
          required: ["current_state"],
        },
        OrderPricing: {
          type: "object",
          properties: {
            model: { $ref: "#/$defs/OrderPricingModel", description: "How the value is computed." },
            currency: {
              $ref: "#/$defs/CurrencyCode",
              description: "Currency of every amount of the order and its ledger.",
            },
            fixed_amount: { $ref: "#/$defs/BareAmount", description: "Value of the whole order." },
            rate_card: { type: "array", items: { $ref: "#/$defs/RateCardEntry" }, description: "Prices by level." },
          },
          required: ["model", "currency"],
          allOf: [
            {
              if: { properties: { model: { enum: ["fixed"] } }, required: ["model"] },
              then: { required: ["fixed_amount"] },
            },
            {
              if: { properties: { model: { enum: ["t&m", "rate_card"] } }, required: ["model"] },
              then: { required: ["rate_card"] },
            },
          ],
        },
        OrderPricingModel: { type: "string", enum: ["fixed", "t&m", "rate_card", "mixed"] },
        OrderScope: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What is agreed, for people.",
              "x-sensitivity": "confidential",
            },
            service_types: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              minItems: 1,
              description: "Types of service covered; a session of another type is refused.",
            },
            quantity_limit: {
              anyOf: [{ type: "integer", minimum: 1, maximum: 2147483647 }, { type: "null" }],
              description: "Most sessions; null is unlimited.",
            },
            hours_limit: {
              anyOf: [{ $ref: "#/$defs/Hours" }, { type: "null" }],
              description: "Most hours; null is unlimited.",
            },
            expiry_condition: { $ref: "#/$defs/LongText", description: "When it is over, for people." },
          },
          required: ["description", "service_types"],
        },
        OrderState: {
          type: "string",
          enum: ["draft", "proposed", "negotiating", "active", "paused", "completed", "cancelled"],
        },
        OrderTerm: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/OrderTermType", description: "How long it runs." },
            starts_at: { $ref: "#/$defs/Instant", description: "When it begins." },
            ends_at: {
              anyOf: [{ $ref: "#/$defs/Instant" }, { type: "null" }],
              description: "When it ends, after `starts_at`; null is open.",
            },
            auto_renews: { type: "boolean", description: "Renews by itself at its end.", default: false },
            renewal_notice_days: {
              anyOf: [{ type: "integer", minimum: 1, maximum: 2147483647 }, { type: "null" }],
              description: "Days before its end at which the renewal is announced.",
            },
          },
          required: ["type", "starts_at"],
        },
        OrderTermType: { type: "string", enum: ["permanent", "annual", "monthly", "per_milestone", "per_event"] },
        OrderTransition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/OrderState" }, { type: "null" }],
              description: "State before; null for the creation only.",
            },
            to: { $ref: "#/$defs/OrderState", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When, by the node's clock." },
            by: { $ref: "#/$defs/Id", description: "Id of the party, or `system`." },
            method: {
              $ref: "#/$defs/TransitionMethod",
              description: "How it came about; `auto` exactly when `by` is `system`.",
            },
            metadata: {
              $ref: "#/$defs/OrderTransitionMetadata",
              description: "What else is known; names the mandate when an agent acted.",
            },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        OrderTransitionMetadata: {
          type: "object",
          properties: {
            reason: { $ref: "#/$defs/LongText", description: "Why.", "x-sensitivity": "confidential" },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
          },
        },
        PaymentSchedule: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/PaymentScheduleType", description: "When it is due." },
            installments: { type: "array", items: { $ref: "#/$defs/Installment" }, description: "The parts." },
          },
          required: ["type"],
          allOf: [
            {
              if: { properties: { type: { enum: ["milestone", "custom"] } }, required: ["type"] },
              then: { required: ["installments"] },
            },
          ],
        },
        PaymentScheduleType: { type: "string", enum: ["upfront", "milestone", "periodic", "on_delivery", "custom"] },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        RateCardEntry: {
          type: "object",
          properties: {
            level: { $ref: "#/$defs/ShortText", description: "Level of the person who works." },
            billable_rate: { $ref: "#/$defs/BareAmount", description: "Price of an hour, in the order's currency." },
            cost_rate: {
              $ref: "#/$defs/BareAmount",
              description: "Cost of an hour to the organization, in the order's currency; never shown to the client's side.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["level", "billable_rate"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        ServiceOrder: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The order." },
            organization_id: { $ref: "#/$defs/Id", description: "Organization that delivers." },
            client_id: { $ref: "#/$defs/Id", description: "Client who receives." },
            payer_id: { $ref: "#/$defs/Id", description: "Party that pays; may be the client." },
            visibility: { $ref: "#/$defs/Visibility", description: "Who may find it.", default: "private" },
            scope: { $ref: "#/$defs/OrderScope", description: "What is covered." },
            term: { $ref: "#/$defs/OrderTerm", description: "How long it runs." },
            pricing: { $ref: "#/$defs/OrderPricing", description: "What it costs." },
            payment_schedule: { $ref: "#/$defs/PaymentSchedule", description: "When it is paid." },
            ledger: { $ref: "#/$defs/Ledger", description: "What was consumed, billed and collected. Computed." },
            lifecycle: { $ref: "#/$defs/OrderLifecycle", description: "Where it stands." },
            service_ids: { type: "array", items: { $ref: "#/$defs/Id" }, uniqueItems: true, description: "Its sessions." },
          },
          required: [
            "id",
            "organization_id",
            "client_id",
            "payer_id",
            "scope",
            "term",
            "pricing",
            "payment_schedule",
            "lifecycle",
          ],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        TransitionSummary: {
          type: "object",
          properties: {
            from: { anyOf: [{ type: "string" }, { type: "null" }], description: "State before; null for a creation." },
            to: { type: "string", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When it happened, by the node's clock." },
          },
          required: ["from", "to", "at"],
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "Accept a service order",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "service_orders.activate",
      "servicialo/scopes": ["order:write"],
      "servicialo/phase": "orders",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "service_orders_create",
    title: "Draft a service order",
    description: "Begins an order as a draft, whatever lifecycle or ledger is sent along. An agent needs a mandate of the organization.",
    inputSchema: {
      title: "service_orders.create input",
      type: "object",
      properties: {
        organization_id: { $ref: "#/$defs/Id", description: "Organization that delivers." },
        client_id: { $ref: "#/$defs/Id", description: "Client who receives." },
        payer_id: { $ref: "#/$defs/Id", description: "Party that pays; may be the client." },
        visibility: { $ref: "#/$defs/Visibility", description: "Who may find it.", default: "private" },
        scope: { $ref: "#/$defs/OrderScope", description: "What is covered." },
        term: { $ref: "#/$defs/OrderTerm", description: "How long it runs." },
        pricing: { $ref: "#/$defs/OrderPricing", description: "What it costs." },
        payment_schedule: { $ref: "#/$defs/PaymentSchedule", description: "When it is paid." },
        actor: { $ref: "#/$defs/Actor", description: "Who acts." },
      },
      required: ["organization_id", "client_id", "payer_id", "scope", "term", "pricing", "payment_schedule"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        BareAmount: { type: "number", minimum: 0 },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        Hours: { type: "number", minimum: 0 },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Installment: {
          type: "object",
          properties: {
            trigger: { $ref: "#/$defs/ShortText", description: "What makes it due: an event, a milestone or a day." },
            amount: { $ref: "#/$defs/BareAmount", description: "Its amount, in the order's currency." },
            percentage: { $ref: "#/$defs/Percent", description: "Its share of the total, 0 to 100." },
            due_days: { $ref: "#/$defs/Count", description: "Days from the trigger to the due day." },
          },
          required: ["trigger"],
          allOf: [{ oneOf: [{ required: ["amount"] }, { required: ["percentage"] }] }],
        },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        OrderPricing: {
          type: "object",
          properties: {
            model: { $ref: "#/$defs/OrderPricingModel", description: "How the value is computed." },
            currency: {
              $ref: "#/$defs/CurrencyCode",
              description: "Currency of every amount of the order and its ledger.",
            },
            fixed_amount: { $ref: "#/$defs/BareAmount", description: "Value of the whole order." },
            rate_card: { type: "array", items: { $ref: "#/$defs/RateCardEntry" }, description: "Prices by level." },
          },
          required: ["model", "currency"],
          allOf: [
            {
              if: { properties: { model: { enum: ["fixed"] } }, required: ["model"] },
              then: { required: ["fixed_amount"] },
            },
            {
              if: { properties: { model: { enum: ["t&m", "rate_card"] } }, required: ["model"] },
              then: { required: ["rate_card"] },
            },
          ],
        },
        OrderPricingModel: { type: "string", enum: ["fixed", "t&m", "rate_card", "mixed"] },
        OrderScope: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What is agreed, for people.",
              "x-sensitivity": "confidential",
            },
            service_types: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              minItems: 1,
              description: "Types of service covered; a session of another type is refused.",
            },
            quantity_limit: {
              anyOf: [{ type: "integer", minimum: 1, maximum: 2147483647 }, { type: "null" }],
              description: "Most sessions; null is unlimited.",
            },
            hours_limit: {
              anyOf: [{ $ref: "#/$defs/Hours" }, { type: "null" }],
              description: "Most hours; null is unlimited.",
            },
            expiry_condition: { $ref: "#/$defs/LongText", description: "When it is over, for people." },
          },
          required: ["description", "service_types"],
        },
        OrderTerm: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/OrderTermType", description: "How long it runs." },
            starts_at: { $ref: "#/$defs/Instant", description: "When it begins." },
            ends_at: {
              anyOf: [{ $ref: "#/$defs/Instant" }, { type: "null" }],
              description: "When it ends, after `starts_at`; null is open.",
            },
            auto_renews: { type: "boolean", description: "Renews by itself at its end.", default: false },
            renewal_notice_days: {
              anyOf: [{ type: "integer", minimum: 1, maximum: 2147483647 }, { type: "null" }],
              description: "Days before its end at which the renewal is announced.",
            },
          },
          required: ["type", "starts_at"],
        },
        OrderTermType: { type: "string", enum: ["permanent", "annual", "monthly", "per_milestone", "per_event"] },
        PaymentSchedule: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/PaymentScheduleType", description: "When it is due." },
            installments: { type: "array", items: { $ref: "#/$defs/Installment" }, description: "The parts." },
          },
          required: ["type"],
          allOf: [
            {
              if: { properties: { type: { enum: ["milestone", "custom"] } }, required: ["type"] },
              then: { required: ["installments"] },
            },
          ],
        },
        PaymentScheduleType: { type: "string", enum: ["upfront", "milestone", "periodic", "on_delivery", "custom"] },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        RateCardEntry: {
          type: "object",
          properties: {
            level: { $ref: "#/$defs/ShortText", description: "Level of the person who works." },
            billable_rate: { $ref: "#/$defs/BareAmount", description: "Price of an hour, in the order's currency." },
            cost_rate: {
              $ref: "#/$defs/BareAmount",
              description: "Cost of an hour to the organization, in the order's currency; never shown to the client's side.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["level", "billable_rate"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    outputSchema: {
      title: "service_orders.create output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "service_orders", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/ServiceOrder", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        BareAmount: { type: "number", minimum: 0 },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        Hours: { type: "number", minimum: 0 },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Installment: {
          type: "object",
          properties: {
            trigger: { $ref: "#/$defs/ShortText", description: "What makes it due: an event, a milestone or a day." },
            amount: { $ref: "#/$defs/BareAmount", description: "Its amount, in the order's currency." },
            percentage: { $ref: "#/$defs/Percent", description: "Its share of the total, 0 to 100." },
            due_days: { $ref: "#/$defs/Count", description: "Days from the trigger to the due day." },
          },
          required: ["trigger"],
          allOf: [{ oneOf: [{ required: ["amount"] }, { required: ["percentage"] }] }],
        },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        Ledger: {
          type: "object",
          properties: {
            services_verified: { $ref: "#/$defs/Count", description: "Sessions that are verified." },
            hours_consumed: { $ref: "#/$defs/Hours", description: "Their actual duration, in hours." },
            amount_consumed: { $ref: "#/$defs/BareAmount", description: "Their value at the order's prices." },
            amount_billed: { $ref: "#/$defs/BareAmount", description: "Sales issued by the payment schedule so far." },
            amount_collected: {
              $ref: "#/$defs/BareAmount",
              description: "Payments less refunds and chargebacks; may be above 0 before anything was delivered.",
            },
            amount_remaining: {
              $ref: "#/$defs/BareAmount",
              description: "Authorized value not yet consumed; absent when the order is unlimited.",
            },
          },
          required: ["services_verified", "hours_consumed", "amount_consumed", "amount_billed", "amount_collected"],
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        OrderLifecycle: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/OrderState", description: "Present state." },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/OrderTransition" },
              description: "All changes so far, oldest first.",
            },
          },
          required: ["current_state"],
        },
        OrderPricing: {
          type: "object",
          properties: {
            model: { $ref: "#/$defs/OrderPricingModel", description: "How the value is computed." },
            currency: {
              $ref: "#/$defs/CurrencyCode",
              description: "Currency of every amount of the order and its ledger.",
            },
            fixed_amount: { $ref: "#/$defs/BareAmount", description: "Value of the whole order." },
            rate_card: { type: "array", items: { $ref: "#/$defs/RateCardEntry" }, description: "Prices by level." },
          },
          required: ["model", "currency"],
          allOf: [
            {
              if: { properties: { model: { enum: ["fixed"] } }, required: ["model"] },
              then: { required: ["fixed_amount"] },
            },
            {
              if: { properties: { model: { enum: ["t&m", "rate_card"] } }, required: ["model"] },
              then: { required: ["rate_card"] },
            },
          ],
        },
        OrderPricingModel: { type: "string", enum: ["fixed", "t&m", "rate_card", "mixed"] },
        OrderScope: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What is agreed, for people.",
              "x-sensitivity": "confidential",
            },
            service_types: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              minItems: 1,
              description: "Types of service covered; a session of another type is refused.",
            },
            quantity_limit: {
              anyOf: [{ type: "integer", minimum: 1, maximum: 2147483647 }, { type: "null" }],
              description: "Most sessions; null is unlimited.",
            },
            hours_limit: {
              anyOf: [{ $ref: "#/$defs/Hours" }, { type: "null" }],
              description: "Most hours; null is unlimited.",
            },
            expiry_condition: { $ref: "#/$defs/LongText", description: "When it is over, for people." },
          },
          required: ["description", "service_types"],
        },
        OrderState: {
          type: "string",
          enum: ["draft", "proposed", "negotiating", "active", "paused", "completed", "cancelled"],
        },
        OrderTerm: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/OrderTermType", description: "How long it runs." },
            starts_at: { $ref: "#/$defs/Instant", description: "When it begins." },
            ends_at: {
              anyOf: [{ $ref: "#/$defs/Instant" }, { type: "null" }],
              description: "When it ends, after `starts_at`; null is open.",
            },
            auto_renews: { type: "boolean", description: "Renews by itself at its end.", default: false },
            renewal_notice_days: {
              anyOf: [{ type: "integer", minimum: 1, maximum: 2147483647 }, { type: "null" }],
              description: "Days before its end at which the renewal is announced.",
            },
          },
          required: ["type", "starts_at"],
        },
        OrderTermType: { type: "string", enum: ["permanent", "annual", "monthly", "per_milestone", "per_event"] },
        OrderTransition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/OrderState" }, { type: "null" }],
              description: "State before; null for the creation only.",
            },
            to: { $ref: "#/$defs/OrderState", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When, by the node's clock." },
            by: { $ref: "#/$defs/Id", description: "Id of the party, or `system`." },
            method: {
              $ref: "#/$defs/TransitionMethod",
              description: "How it came about; `auto` exactly when `by` is `system`.",
            },
            metadata: {
              $ref: "#/$defs/OrderTransitionMetadata",
              description: "What else is known; names the mandate when an agent acted.",
            },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        OrderTransitionMetadata: {
          type: "object",
          properties: {
            reason: { $ref: "#/$defs/LongText", description: "Why.", "x-sensitivity": "confidential" },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
          },
        },
        PaymentSchedule: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/PaymentScheduleType", description: "When it is due." },
            installments: { type: "array", items: { $ref: "#/$defs/Installment" }, description: "The parts." },
          },
          required: ["type"],
          allOf: [
            {
              if: { properties: { type: { enum: ["milestone", "custom"] } }, required: ["type"] },
              then: { required: ["installments"] },
            },
          ],
        },
        PaymentScheduleType: { type: "string", enum: ["upfront", "milestone", "periodic", "on_delivery", "custom"] },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        RateCardEntry: {
          type: "object",
          properties: {
            level: { $ref: "#/$defs/ShortText", description: "Level of the person who works." },
            billable_rate: { $ref: "#/$defs/BareAmount", description: "Price of an hour, in the order's currency." },
            cost_rate: {
              $ref: "#/$defs/BareAmount",
              description: "Cost of an hour to the organization, in the order's currency; never shown to the client's side.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["level", "billable_rate"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        ServiceOrder: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The order." },
            organization_id: { $ref: "#/$defs/Id", description: "Organization that delivers." },
            client_id: { $ref: "#/$defs/Id", description: "Client who receives." },
            payer_id: { $ref: "#/$defs/Id", description: "Party that pays; may be the client." },
            visibility: { $ref: "#/$defs/Visibility", description: "Who may find it.", default: "private" },
            scope: { $ref: "#/$defs/OrderScope", description: "What is covered." },
            term: { $ref: "#/$defs/OrderTerm", description: "How long it runs." },
            pricing: { $ref: "#/$defs/OrderPricing", description: "What it costs." },
            payment_schedule: { $ref: "#/$defs/PaymentSchedule", description: "When it is paid." },
            ledger: { $ref: "#/$defs/Ledger", description: "What was consumed, billed and collected. Computed." },
            lifecycle: { $ref: "#/$defs/OrderLifecycle", description: "Where it stands." },
            service_ids: { type: "array", items: { $ref: "#/$defs/Id" }, uniqueItems: true, description: "Its sessions." },
          },
          required: [
            "id",
            "organization_id",
            "client_id",
            "payer_id",
            "scope",
            "term",
            "pricing",
            "payment_schedule",
            "lifecycle",
          ],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "Draft a service order",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: false,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "service_orders.create",
      "servicialo/scopes": ["order:write"],
      "servicialo/phase": "orders",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "service_orders_get",
    title: "Read a service order",
    description: "One order, with its ledger.",
    inputSchema: {
      title: "service_orders.get input",
      type: "object",
      properties: {
        order_id: { $ref: "#/$defs/Id", description: "The order." },
        actor: { $ref: "#/$defs/Actor", description: "Who calls; an agent names its mandate." },
      },
      required: ["order_id"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "service_orders.get output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "service_orders", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/ServiceOrder", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        BareAmount: { type: "number", minimum: 0 },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        Hours: { type: "number", minimum: 0 },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Installment: {
          type: "object",
          properties: {
            trigger: { $ref: "#/$defs/ShortText", description: "What makes it due: an event, a milestone or a day." },
            amount: { $ref: "#/$defs/BareAmount", description: "Its amount, in the order's currency." },
            percentage: { $ref: "#/$defs/Percent", description: "Its share of the total, 0 to 100." },
            due_days: { $ref: "#/$defs/Count", description: "Days from the trigger to the due day." },
          },
          required: ["trigger"],
          allOf: [{ oneOf: [{ required: ["amount"] }, { required: ["percentage"] }] }],
        },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        Ledger: {
          type: "object",
          properties: {
            services_verified: { $ref: "#/$defs/Count", description: "Sessions that are verified." },
            hours_consumed: { $ref: "#/$defs/Hours", description: "Their actual duration, in hours." },
            amount_consumed: { $ref: "#/$defs/BareAmount", description: "Their value at the order's prices." },
            amount_billed: { $ref: "#/$defs/BareAmount", description: "Sales issued by the payment schedule so far." },
            amount_collected: {
              $ref: "#/$defs/BareAmount",
              description: "Payments less refunds and chargebacks; may be above 0 before anything was delivered.",
            },
            amount_remaining: {
              $ref: "#/$defs/BareAmount",
              description: "Authorized value not yet consumed; absent when the order is unlimited.",
            },
          },
          required: ["services_verified", "hours_consumed", "amount_consumed", "amount_billed", "amount_collected"],
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        OrderLifecycle: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/OrderState", description: "Present state." },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/OrderTransition" },
              description: "All changes so far, oldest first.",
            },
          },
          required: ["current_state"],
        },
        OrderPricing: {
          type: "object",
          properties: {
            model: { $ref: "#/$defs/OrderPricingModel", description: "How the value is computed." },
            currency: {
              $ref: "#/$defs/CurrencyCode",
              description: "Currency of every amount of the order and its ledger.",
            },
            fixed_amount: { $ref: "#/$defs/BareAmount", description: "Value of the whole order." },
            rate_card: { type: "array", items: { $ref: "#/$defs/RateCardEntry" }, description: "Prices by level." },
          },
          required: ["model", "currency"],
          allOf: [
            {
              if: { properties: { model: { enum: ["fixed"] } }, required: ["model"] },
              then: { required: ["fixed_amount"] },
            },
            {
              if: { properties: { model: { enum: ["t&m", "rate_card"] } }, required: ["model"] },
              then: { required: ["rate_card"] },
            },
          ],
        },
        OrderPricingModel: { type: "string", enum: ["fixed", "t&m", "rate_card", "mixed"] },
        OrderScope: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What is agreed, for people.",
              "x-sensitivity": "confidential",
            },
            service_types: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              minItems: 1,
              description: "Types of service covered; a session of another type is refused.",
            },
            quantity_limit: {
              anyOf: [{ type: "integer", minimum: 1, maximum: 2147483647 }, { type: "null" }],
              description: "Most sessions; null is unlimited.",
            },
            hours_limit: {
              anyOf: [{ $ref: "#/$defs/Hours" }, { type: "null" }],
              description: "Most hours; null is unlimited.",
            },
            expiry_condition: { $ref: "#/$defs/LongText", description: "When it is over, for people." },
          },
          required: ["description", "service_types"],
        },
        OrderState: {
          type: "string",
          enum: ["draft", "proposed", "negotiating", "active", "paused", "completed", "cancelled"],
        },
        OrderTerm: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/OrderTermType", description: "How long it runs." },
            starts_at: { $ref: "#/$defs/Instant", description: "When it begins." },
            ends_at: {
              anyOf: [{ $ref: "#/$defs/Instant" }, { type: "null" }],
              description: "When it ends, after `starts_at`; null is open.",
            },
            auto_renews: { type: "boolean", description: "Renews by itself at its end.", default: false },
            renewal_notice_days: {
              anyOf: [{ type: "integer", minimum: 1, maximum: 2147483647 }, { type: "null" }],
              description: "Days before its end at which the renewal is announced.",
            },
          },
          required: ["type", "starts_at"],
        },
        OrderTermType: { type: "string", enum: ["permanent", "annual", "monthly", "per_milestone", "per_event"] },
        OrderTransition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/OrderState" }, { type: "null" }],
              description: "State before; null for the creation only.",
            },
            to: { $ref: "#/$defs/OrderState", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When, by the node's clock." },
            by: { $ref: "#/$defs/Id", description: "Id of the party, or `system`." },
            method: {
              $ref: "#/$defs/TransitionMethod",
              description: "How it came about; `auto` exactly when `by` is `system`.",
            },
            metadata: {
              $ref: "#/$defs/OrderTransitionMetadata",
              description: "What else is known; names the mandate when an agent acted.",
            },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        OrderTransitionMetadata: {
          type: "object",
          properties: {
            reason: { $ref: "#/$defs/LongText", description: "Why.", "x-sensitivity": "confidential" },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
          },
        },
        PaymentSchedule: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/PaymentScheduleType", description: "When it is due." },
            installments: { type: "array", items: { $ref: "#/$defs/Installment" }, description: "The parts." },
          },
          required: ["type"],
          allOf: [
            {
              if: { properties: { type: { enum: ["milestone", "custom"] } }, required: ["type"] },
              then: { required: ["installments"] },
            },
          ],
        },
        PaymentScheduleType: { type: "string", enum: ["upfront", "milestone", "periodic", "on_delivery", "custom"] },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        RateCardEntry: {
          type: "object",
          properties: {
            level: { $ref: "#/$defs/ShortText", description: "Level of the person who works." },
            billable_rate: { $ref: "#/$defs/BareAmount", description: "Price of an hour, in the order's currency." },
            cost_rate: {
              $ref: "#/$defs/BareAmount",
              description: "Cost of an hour to the organization, in the order's currency; never shown to the client's side.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["level", "billable_rate"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        ServiceOrder: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The order." },
            organization_id: { $ref: "#/$defs/Id", description: "Organization that delivers." },
            client_id: { $ref: "#/$defs/Id", description: "Client who receives." },
            payer_id: { $ref: "#/$defs/Id", description: "Party that pays; may be the client." },
            visibility: { $ref: "#/$defs/Visibility", description: "Who may find it.", default: "private" },
            scope: { $ref: "#/$defs/OrderScope", description: "What is covered." },
            term: { $ref: "#/$defs/OrderTerm", description: "How long it runs." },
            pricing: { $ref: "#/$defs/OrderPricing", description: "What it costs." },
            payment_schedule: { $ref: "#/$defs/PaymentSchedule", description: "When it is paid." },
            ledger: { $ref: "#/$defs/Ledger", description: "What was consumed, billed and collected. Computed." },
            lifecycle: { $ref: "#/$defs/OrderLifecycle", description: "Where it stands." },
            service_ids: { type: "array", items: { $ref: "#/$defs/Id" }, uniqueItems: true, description: "Its sessions." },
          },
          required: [
            "id",
            "organization_id",
            "client_id",
            "payer_id",
            "scope",
            "term",
            "pricing",
            "payment_schedule",
            "lifecycle",
          ],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "Read a service order",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "service_orders.get",
      "servicialo/scopes": ["order:read"],
      "servicialo/phase": "orders",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "service_orders_get_ledger",
    title: "Read the ledger of a service order",
    description: "What an order has come to, computed at the moment of reading. Its resource id is that of the order.",
    inputSchema: {
      title: "service_orders.get_ledger input",
      type: "object",
      properties: {
        order_id: { $ref: "#/$defs/Id", description: "The order." },
        actor: { $ref: "#/$defs/Actor", description: "Who calls; an agent names its mandate." },
      },
      required: ["order_id"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "service_orders.get_ledger output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "ledgers", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/Ledger", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        BareAmount: { type: "number", minimum: 0 },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        Hours: { type: "number", minimum: 0 },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Ledger: {
          type: "object",
          properties: {
            services_verified: { $ref: "#/$defs/Count", description: "Sessions that are verified." },
            hours_consumed: { $ref: "#/$defs/Hours", description: "Their actual duration, in hours." },
            amount_consumed: { $ref: "#/$defs/BareAmount", description: "Their value at the order's prices." },
            amount_billed: { $ref: "#/$defs/BareAmount", description: "Sales issued by the payment schedule so far." },
            amount_collected: {
              $ref: "#/$defs/BareAmount",
              description: "Payments less refunds and chargebacks; may be above 0 before anything was delivered.",
            },
            amount_remaining: {
              $ref: "#/$defs/BareAmount",
              description: "Authorized value not yet consumed; absent when the order is unlimited.",
            },
          },
          required: ["services_verified", "hours_consumed", "amount_consumed", "amount_billed", "amount_collected"],
        },
      },
    },
    annotations: {
      title: "Read the ledger of a service order",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "service_orders.get_ledger",
      "servicialo/scopes": ["order:read"],
      "servicialo/phase": "orders",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "service_orders_list",
    title: "List service orders",
    description: "Orders that the caller may see.",
    inputSchema: {
      title: "service_orders.list input",
      type: "object",
      properties: {
        organization_id: { $ref: "#/$defs/Id", description: "Organization that delivers." },
        client_id: { $ref: "#/$defs/Id", description: "Client who receives." },
        state: { $ref: "#/$defs/OrderState", description: "State that the orders are in." },
        page: {
          type: "integer",
          minimum: 1,
          maximum: 2147483647,
          description: "Number of the page, from 1.",
          default: 1,
        },
        per_page: { type: "integer", minimum: 1, maximum: 100, description: "Items per page, 1 to 100.", default: 20 },
        actor: { $ref: "#/$defs/Actor", description: "Who calls; an agent names its mandate." },
      },
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        OrderState: {
          type: "string",
          enum: ["draft", "proposed", "negotiating", "active", "paused", "completed", "cancelled"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "service_orders.list output",
      type: "object",
      properties: {
        data: {
          type: "array",
          items: {
            type: "object",
            properties: {
              type: { type: "string", const: "service_orders", description: "Type of the resource." },
              id: { $ref: "#/$defs/Id", description: "Its id." },
              attributes: { $ref: "#/$defs/ServiceOrder", description: "The resource itself." },
            },
            required: ["type", "id", "attributes"],
          },
          description: "The resources of this page.",
        },
        meta: {
          type: "object",
          properties: {
            total: { type: "integer", minimum: 0, maximum: 2147483647, description: "Items on all pages together." },
            page: { type: "integer", minimum: 1, maximum: 2147483647, description: "Number of this page, from 1." },
            per_page: { type: "integer", minimum: 1, maximum: 100, description: "Items per page." },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          required: ["total", "page", "per_page"],
          description: "Which page, of how much.",
        },
        links: { $ref: "#/$defs/PageLinks", description: "Where the other pages are." },
        errors: {
          type: "array",
          minItems: 1,
          items: { type: "object", properties: { code: { type: "string" } }, required: ["code"] },
          description: "Why it was refused, instead of an answer.",
        },
      },
      anyOf: [{ required: ["data", "meta", "links"] }, { required: ["errors"] }],
      $defs: {
        BareAmount: { type: "number", minimum: 0 },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        Hours: { type: "number", minimum: 0 },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Installment: {
          type: "object",
          properties: {
            trigger: { $ref: "#/$defs/ShortText", description: "What makes it due: an event, a milestone or a day." },
            amount: { $ref: "#/$defs/BareAmount", description: "Its amount, in the order's currency." },
            percentage: { $ref: "#/$defs/Percent", description: "Its share of the total, 0 to 100." },
            due_days: { $ref: "#/$defs/Count", description: "Days from the trigger to the due day." },
          },
          required: ["trigger"],
          allOf: [{ oneOf: [{ required: ["amount"] }, { required: ["percentage"] }] }],
        },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        Ledger: {
          type: "object",
          properties: {
            services_verified: { $ref: "#/$defs/Count", description: "Sessions that are verified." },
            hours_consumed: { $ref: "#/$defs/Hours", description: "Their actual duration, in hours." },
            amount_consumed: { $ref: "#/$defs/BareAmount", description: "Their value at the order's prices." },
            amount_billed: { $ref: "#/$defs/BareAmount", description: "Sales issued by the payment schedule so far." },
            amount_collected: {
              $ref: "#/$defs/BareAmount",
              description: "Payments less refunds and chargebacks; may be above 0 before anything was delivered.",
            },
            amount_remaining: {
              $ref: "#/$defs/BareAmount",
              description: "Authorized value not yet consumed; absent when the order is unlimited.",
            },
          },
          required: ["services_verified", "hours_consumed", "amount_consumed", "amount_billed", "amount_collected"],
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        OrderLifecycle: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/OrderState", description: "Present state." },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/OrderTransition" },
              description: "All changes so far, oldest first.",
            },
          },
          required: ["current_state"],
        },
        OrderPricing: {
          type: "object",
          properties: {
            model: { $ref: "#/$defs/OrderPricingModel", description: "How the value is computed." },
            currency: {
              $ref: "#/$defs/CurrencyCode",
              description: "Currency of every amount of the order and its ledger.",
            },
            fixed_amount: { $ref: "#/$defs/BareAmount", description: "Value of the whole order." },
            rate_card: { type: "array", items: { $ref: "#/$defs/RateCardEntry" }, description: "Prices by level." },
          },
          required: ["model", "currency"],
          allOf: [
            {
              if: { properties: { model: { enum: ["fixed"] } }, required: ["model"] },
              then: { required: ["fixed_amount"] },
            },
            {
              if: { properties: { model: { enum: ["t&m", "rate_card"] } }, required: ["model"] },
              then: { required: ["rate_card"] },
            },
          ],
        },
        OrderPricingModel: { type: "string", enum: ["fixed", "t&m", "rate_card", "mixed"] },
        OrderScope: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What is agreed, for people.",
              "x-sensitivity": "confidential",
            },
            service_types: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              minItems: 1,
              description: "Types of service covered; a session of another type is refused.",
            },
            quantity_limit: {
              anyOf: [{ type: "integer", minimum: 1, maximum: 2147483647 }, { type: "null" }],
              description: "Most sessions; null is unlimited.",
            },
            hours_limit: {
              anyOf: [{ $ref: "#/$defs/Hours" }, { type: "null" }],
              description: "Most hours; null is unlimited.",
            },
            expiry_condition: { $ref: "#/$defs/LongText", description: "When it is over, for people." },
          },
          required: ["description", "service_types"],
        },
        OrderState: {
          type: "string",
          enum: ["draft", "proposed", "negotiating", "active", "paused", "completed", "cancelled"],
        },
        OrderTerm: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/OrderTermType", description: "How long it runs." },
            starts_at: { $ref: "#/$defs/Instant", description: "When it begins." },
            ends_at: {
              anyOf: [{ $ref: "#/$defs/Instant" }, { type: "null" }],
              description: "When it ends, after `starts_at`; null is open.",
            },
            auto_renews: { type: "boolean", description: "Renews by itself at its end.", default: false },
            renewal_notice_days: {
              anyOf: [{ type: "integer", minimum: 1, maximum: 2147483647 }, { type: "null" }],
              description: "Days before its end at which the renewal is announced.",
            },
          },
          required: ["type", "starts_at"],
        },
        OrderTermType: { type: "string", enum: ["permanent", "annual", "monthly", "per_milestone", "per_event"] },
        OrderTransition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/OrderState" }, { type: "null" }],
              description: "State before; null for the creation only.",
            },
            to: { $ref: "#/$defs/OrderState", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When, by the node's clock." },
            by: { $ref: "#/$defs/Id", description: "Id of the party, or `system`." },
            method: {
              $ref: "#/$defs/TransitionMethod",
              description: "How it came about; `auto` exactly when `by` is `system`.",
            },
            metadata: {
              $ref: "#/$defs/OrderTransitionMetadata",
              description: "What else is known; names the mandate when an agent acted.",
            },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        OrderTransitionMetadata: {
          type: "object",
          properties: {
            reason: { $ref: "#/$defs/LongText", description: "Why.", "x-sensitivity": "confidential" },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
          },
        },
        PageLinks: {
          type: "object",
          properties: {
            self: { type: "string", description: "This page." },
            next: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The following page; null on the last one.",
            },
            prev: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The page before; null on the first one.",
            },
            first: { type: "string", description: "The first page." },
            last: { type: "string", description: "The last page." },
          },
          required: ["self", "next", "prev", "first", "last"],
        },
        PaymentSchedule: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/PaymentScheduleType", description: "When it is due." },
            installments: { type: "array", items: { $ref: "#/$defs/Installment" }, description: "The parts." },
          },
          required: ["type"],
          allOf: [
            {
              if: { properties: { type: { enum: ["milestone", "custom"] } }, required: ["type"] },
              then: { required: ["installments"] },
            },
          ],
        },
        PaymentScheduleType: { type: "string", enum: ["upfront", "milestone", "periodic", "on_delivery", "custom"] },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        RateCardEntry: {
          type: "object",
          properties: {
            level: { $ref: "#/$defs/ShortText", description: "Level of the person who works." },
            billable_rate: { $ref: "#/$defs/BareAmount", description: "Price of an hour, in the order's currency." },
            cost_rate: {
              $ref: "#/$defs/BareAmount",
              description: "Cost of an hour to the organization, in the order's currency; never shown to the client's side.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["level", "billable_rate"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        ServiceOrder: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The order." },
            organization_id: { $ref: "#/$defs/Id", description: "Organization that delivers." },
            client_id: { $ref: "#/$defs/Id", description: "Client who receives." },
            payer_id: { $ref: "#/$defs/Id", description: "Party that pays; may be the client." },
            visibility: { $ref: "#/$defs/Visibility", description: "Who may find it.", default: "private" },
            scope: { $ref: "#/$defs/OrderScope", description: "What is covered." },
            term: { $ref: "#/$defs/OrderTerm", description: "How long it runs." },
            pricing: { $ref: "#/$defs/OrderPricing", description: "What it costs." },
            payment_schedule: { $ref: "#/$defs/PaymentSchedule", description: "When it is paid." },
            ledger: { $ref: "#/$defs/Ledger", description: "What was consumed, billed and collected. Computed." },
            lifecycle: { $ref: "#/$defs/OrderLifecycle", description: "Where it stands." },
            service_ids: { type: "array", items: { $ref: "#/$defs/Id" }, uniqueItems: true, description: "Its sessions." },
          },
          required: [
            "id",
            "organization_id",
            "client_id",
            "payer_id",
            "scope",
            "term",
            "pricing",
            "payment_schedule",
            "lifecycle",
          ],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "List service orders",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "service_orders.list",
      "servicialo/scopes": ["order:read"],
      "servicialo/phase": "orders",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "service_orders_propose",
    title: "Propose a service order",
    description: "Offers a draft to its client: `draft → proposed`.",
    inputSchema: {
      title: "service_orders.propose input",
      type: "object",
      properties: {
        order_id: { $ref: "#/$defs/Id", description: "The order." },
        actor: { $ref: "#/$defs/Actor", description: "Who proposes: the organization." },
      },
      required: ["order_id", "actor"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "service_orders.propose output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "service_orders", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/ServiceOrder", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource after the command.",
        },
        meta: {
          type: "object",
          properties: {
            transition: {
              $ref: "#/$defs/TransitionSummary",
              description: "The last state change that the command recorded.",
            },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/TransitionSummary" },
              description: "All of them, when the command recorded several.",
            },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          required: ["transition"],
          description: "What happened.",
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
        BareAmount: { type: "number", minimum: 0 },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        Hours: { type: "number", minimum: 0 },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Installment: {
          type: "object",
          properties: {
            trigger: { $ref: "#/$defs/ShortText", description: "What makes it due: an event, a milestone or a day." },
            amount: { $ref: "#/$defs/BareAmount", description: "Its amount, in the order's currency." },
            percentage: { $ref: "#/$defs/Percent", description: "Its share of the total, 0 to 100." },
            due_days: { $ref: "#/$defs/Count", description: "Days from the trigger to the due day." },
          },
          required: ["trigger"],
          allOf: [{ oneOf: [{ required: ["amount"] }, { required: ["percentage"] }] }],
        },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        Ledger: {
          type: "object",
          properties: {
            services_verified: { $ref: "#/$defs/Count", description: "Sessions that are verified." },
            hours_consumed: { $ref: "#/$defs/Hours", description: "Their actual duration, in hours." },
            amount_consumed: { $ref: "#/$defs/BareAmount", description: "Their value at the order's prices." },
            amount_billed: { $ref: "#/$defs/BareAmount", description: "Sales issued by the payment schedule so far." },
            amount_collected: {
              $ref: "#/$defs/BareAmount",
              description: "Payments less refunds and chargebacks; may be above 0 before anything was delivered.",
            },
            amount_remaining: {
              $ref: "#/$defs/BareAmount",
              description: "Authorized value not yet consumed; absent when the order is unlimited.",
            },
          },
          required: ["services_verified", "hours_consumed", "amount_consumed", "amount_billed", "amount_collected"],
        },
        LongText: { type: "string", minLength: 1, maxLength: 10000 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        OrderLifecycle: {
          type: "object",
          properties: {
            current_state: { $ref: "#/$defs/OrderState", description: "Present state." },
            transitions: {
              type: "array",
              items: { $ref: "#/$defs/OrderTransition" },
              description: "All changes so far, oldest first.",
            },
          },
          required: ["current_state"],
        },
        OrderPricing: {
          type: "object",
          properties: {
            model: { $ref: "#/$defs/OrderPricingModel", description: "How the value is computed." },
            currency: {
              $ref: "#/$defs/CurrencyCode",
              description: "Currency of every amount of the order and its ledger.",
            },
            fixed_amount: { $ref: "#/$defs/BareAmount", description: "Value of the whole order." },
            rate_card: { type: "array", items: { $ref: "#/$defs/RateCardEntry" }, description: "Prices by level." },
          },
          required: ["model", "currency"],
          allOf: [
            {
              if: { properties: { model: { enum: ["fixed"] } }, required: ["model"] },
              then: { required: ["fixed_amount"] },
            },
            {
              if: { properties: { model: { enum: ["t&m", "rate_card"] } }, required: ["model"] },
              then: { required: ["rate_card"] },
            },
          ],
        },
        OrderPricingModel: { type: "string", enum: ["fixed", "t&m", "rate_card", "mixed"] },
        OrderScope: {
          type: "object",
          properties: {
            description: {
              $ref: "#/$defs/LongText",
              description: "What is agreed, for people.",
              "x-sensitivity": "confidential",
            },
            service_types: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              minItems: 1,
              description: "Types of service covered; a session of another type is refused.",
            },
            quantity_limit: {
              anyOf: [{ type: "integer", minimum: 1, maximum: 2147483647 }, { type: "null" }],
              description: "Most sessions; null is unlimited.",
            },
            hours_limit: {
              anyOf: [{ $ref: "#/$defs/Hours" }, { type: "null" }],
              description: "Most hours; null is unlimited.",
            },
            expiry_condition: { $ref: "#/$defs/LongText", description: "When it is over, for people." },
          },
          required: ["description", "service_types"],
        },
        OrderState: {
          type: "string",
          enum: ["draft", "proposed", "negotiating", "active", "paused", "completed", "cancelled"],
        },
        OrderTerm: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/OrderTermType", description: "How long it runs." },
            starts_at: { $ref: "#/$defs/Instant", description: "When it begins." },
            ends_at: {
              anyOf: [{ $ref: "#/$defs/Instant" }, { type: "null" }],
              description: "When it ends, after `starts_at`; null is open.",
            },
            auto_renews: { type: "boolean", description: "Renews by itself at its end.", default: false },
            renewal_notice_days: {
              anyOf: [{ type: "integer", minimum: 1, maximum: 2147483647 }, { type: "null" }],
              description: "Days before its end at which the renewal is announced.",
            },
          },
          required: ["type", "starts_at"],
        },
        OrderTermType: { type: "string", enum: ["permanent", "annual", "monthly", "per_milestone", "per_event"] },
        OrderTransition: {
          type: "object",
          properties: {
            from: {
              anyOf: [{ $ref: "#/$defs/OrderState" }, { type: "null" }],
              description: "State before; null for the creation only.",
            },
            to: { $ref: "#/$defs/OrderState", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When, by the node's clock." },
            by: { $ref: "#/$defs/Id", description: "Id of the party, or `system`." },
            method: {
              $ref: "#/$defs/TransitionMethod",
              description: "How it came about; `auto` exactly when `by` is `system`.",
            },
            metadata: {
              $ref: "#/$defs/OrderTransitionMetadata",
              description: "What else is known; names the mandate when an agent acted.",
            },
          },
          required: ["from", "to", "at", "by", "method"],
          allOf: [
            {
              if: { properties: { method: { enum: ["agent"] } }, required: ["method"] },
              then: { required: ["metadata"] },
            },
          ],
        },
        OrderTransitionMetadata: {
          type: "object",
          properties: {
            reason: { $ref: "#/$defs/LongText", description: "Why.", "x-sensitivity": "confidential" },
            mandate_id: {
              $ref: "#/$defs/Uuid",
              description: "Mandate that the agent acted under; always present with method `agent`.",
            },
            acting_for: { $ref: "#/$defs/PrincipalType", description: "Whose interests the mandate serves." },
            principal_id: { $ref: "#/$defs/Id", description: "Who issued the mandate." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stood in for, as claimed." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Human approval that was used up." },
          },
        },
        PaymentSchedule: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/PaymentScheduleType", description: "When it is due." },
            installments: { type: "array", items: { $ref: "#/$defs/Installment" }, description: "The parts." },
          },
          required: ["type"],
          allOf: [
            {
              if: { properties: { type: { enum: ["milestone", "custom"] } }, required: ["type"] },
              then: { required: ["installments"] },
            },
          ],
        },
        PaymentScheduleType: { type: "string", enum: ["upfront", "milestone", "periodic", "on_delivery", "custom"] },
        Percent: { type: "number", minimum: 0, maximum: 100 },
        PrincipalType: { type: "string", enum: ["professional", "patient", "organization"] },
        RateCardEntry: {
          type: "object",
          properties: {
            level: { $ref: "#/$defs/ShortText", description: "Level of the person who works." },
            billable_rate: { $ref: "#/$defs/BareAmount", description: "Price of an hour, in the order's currency." },
            cost_rate: {
              $ref: "#/$defs/BareAmount",
              description: "Cost of an hour to the organization, in the order's currency; never shown to the client's side.",
              "x-sensitivity": "confidential",
            },
          },
          required: ["level", "billable_rate"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        ServiceOrder: {
          type: "object",
          properties: {
            id: { $ref: "#/$defs/Id", description: "The order." },
            organization_id: { $ref: "#/$defs/Id", description: "Organization that delivers." },
            client_id: { $ref: "#/$defs/Id", description: "Client who receives." },
            payer_id: { $ref: "#/$defs/Id", description: "Party that pays; may be the client." },
            visibility: { $ref: "#/$defs/Visibility", description: "Who may find it.", default: "private" },
            scope: { $ref: "#/$defs/OrderScope", description: "What is covered." },
            term: { $ref: "#/$defs/OrderTerm", description: "How long it runs." },
            pricing: { $ref: "#/$defs/OrderPricing", description: "What it costs." },
            payment_schedule: { $ref: "#/$defs/PaymentSchedule", description: "When it is paid." },
            ledger: { $ref: "#/$defs/Ledger", description: "What was consumed, billed and collected. Computed." },
            lifecycle: { $ref: "#/$defs/OrderLifecycle", description: "Where it stands." },
            service_ids: { type: "array", items: { $ref: "#/$defs/Id" }, uniqueItems: true, description: "Its sessions." },
          },
          required: [
            "id",
            "organization_id",
            "client_id",
            "payer_id",
            "scope",
            "term",
            "pricing",
            "payment_schedule",
            "lifecycle",
          ],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        TransitionMethod: { type: "string", enum: ["auto", "manual", "agent"] },
        TransitionSummary: {
          type: "object",
          properties: {
            from: { anyOf: [{ type: "string" }, { type: "null" }], description: "State before; null for a creation." },
            to: { type: "string", description: "State after." },
            at: { $ref: "#/$defs/Instant", description: "When it happened, by the node's clock." },
          },
          required: ["from", "to", "at"],
        },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "Propose a service order",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "service_orders.propose",
      "servicialo/scopes": ["order:write"],
      "servicialo/phase": "orders",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "services_list",
    title: "List services",
    description: "Public catalogue of an organization: its active, public offers.",
    inputSchema: {
      title: "services.list input",
      type: "object",
      properties: {
        org_slug: { $ref: "#/$defs/Slug", description: "The organization." },
        page: {
          type: "integer",
          minimum: 1,
          maximum: 2147483647,
          description: "Number of the page, from 1.",
          default: 1,
        },
        per_page: { type: "integer", minimum: 1, maximum: 100, description: "Items per page, 1 to 100.", default: 20 },
      },
      required: ["org_slug"],
      additionalProperties: false,
      $defs: { Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" } },
    },
    outputSchema: {
      title: "services.list output",
      type: "object",
      properties: {
        data: {
          type: "array",
          items: {
            type: "object",
            properties: {
              type: { type: "string", const: "service_offers", description: "Type of the resource." },
              id: { $ref: "#/$defs/Id", description: "Its id." },
              attributes: { $ref: "#/$defs/ServiceOffer", description: "The resource itself." },
            },
            required: ["type", "id", "attributes"],
          },
          description: "The resources of this page.",
        },
        meta: {
          type: "object",
          properties: {
            total: { type: "integer", minimum: 0, maximum: 2147483647, description: "Items on all pages together." },
            page: { type: "integer", minimum: 1, maximum: 2147483647, description: "Number of this page, from 1." },
            per_page: { type: "integer", minimum: 1, maximum: 100, description: "Items per page." },
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          required: ["total", "page", "per_page"],
          description: "Which page, of how much.",
        },
        links: { $ref: "#/$defs/PageLinks", description: "Where the other pages are." },
        errors: {
          type: "array",
          minItems: 1,
          items: { type: "object", properties: { code: { type: "string" } }, required: ["code"] },
          description: "Why it was refused, instead of an answer.",
        },
      },
      anyOf: [{ required: ["data", "meta", "links"] }, { required: ["errors"] }],
      $defs: {
        BareAmount: { type: "number", minimum: 0 },
        Coordinates: {
          type: "object",
          properties: {
            lat: { $ref: "#/$defs/Latitude", description: "Degrees north.", "x-sensitivity": "personal" },
            lng: { $ref: "#/$defs/Longitude", description: "Degrees east.", "x-sensitivity": "personal" },
          },
          required: ["lat", "lng"],
        },
        CurrencyCode: { type: "string", pattern: "^[A-Z]{3}$" },
        EvidenceKindName: {
          type: "string",
          pattern: "^[A-Za-z][A-Za-z0-9]*(?:[_.:-][A-Za-z0-9]+)*$",
          minLength: 1,
          maxLength: 100,
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Latitude: { type: "number", minimum: -90, maximum: 90 },
        Location: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/Modality", description: "How the service reaches the client." },
            address: {
              type: "string",
              maxLength: 500,
              description: "Postal address, for people.",
              "x-sensitivity": "personal",
            },
            room: { type: "string", maxLength: 200, description: "Label of the room, for people." },
            resource_id: { $ref: "#/$defs/Id", description: "Resource that the delivery occupies." },
            coordinates: { $ref: "#/$defs/Coordinates", description: "Point on the map.", "x-sensitivity": "personal" },
          },
        },
        Longitude: { type: "number", minimum: -180, maximum: 180 },
        Minutes: { type: "integer", minimum: 1, maximum: 2147483647 },
        Modality: { type: "string", enum: ["in_person", "virtual", "home_visit"] },
        Money: {
          type: "object",
          properties: {
            value: {
              $ref: "#/$defs/BareAmount",
              description: "Amount in major units; never more decimals than the currency has.",
            },
            currency: { $ref: "#/$defs/CurrencyCode", description: "Currency of the amount." },
          },
          required: ["value", "currency"],
        },
        PageLinks: {
          type: "object",
          properties: {
            self: { type: "string", description: "This page." },
            next: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The following page; null on the last one.",
            },
            prev: {
              anyOf: [{ type: "string" }, { type: "null" }],
              description: "The page before; null on the first one.",
            },
            first: { type: "string", description: "The first page." },
            last: { type: "string", description: "The last page." },
          },
          required: ["self", "next", "prev", "first", "last"],
        },
        ServiceOffer: {
          type: "object",
          properties: {
            id: {
              $ref: "#/$defs/Id",
              description: "The offer; the `service_id` of booking, sale, availability and contract.",
            },
            organization_id: { $ref: "#/$defs/Id", description: "The organization that offers it." },
            type: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Category, such as `physical_therapy_session`; service orders name it in their scope.",
            },
            vertical: {
              type: "string",
              minLength: 1,
              maxLength: 100,
              description: "Vertical, in the organization's own word; the node maps it to an evidence vertical.",
            },
            name: { $ref: "#/$defs/ShortText", description: "Name shown to clients." },
            description: { type: "string", maxLength: 2000, description: "What the client gets, in a few lines." },
            duration_minutes: { $ref: "#/$defs/Minutes", description: "Planned length of one delivery, in minutes." },
            price: {
              $ref: "#/$defs/Money",
              description: "Price of one delivery. Cards print it as `amount` and `currency`.",
            },
            modality: { $ref: "#/$defs/Modality", description: "How it reaches the client." },
            requirements: {
              type: "array",
              items: { $ref: "#/$defs/ShortText" },
              description: "What a client must bring or fulfil.",
            },
            visibility: { $ref: "#/$defs/Visibility", description: "Who may find it.", default: "public" },
            requires_resource: { type: "boolean", description: "A booking must name a resource.", default: false },
            location: {
              $ref: "#/$defs/Location",
              description: "Where it is delivered. A `resource_id` here makes one mandatory in booking, too.",
            },
            required_evidence: {
              type: "array",
              items: { $ref: "#/$defs/EvidenceKindName" },
              uniqueItems: true,
              description: "Evidence kinds that a delivery must show, copied from the contract.",
            },
            provider_ids: {
              type: "array",
              items: { $ref: "#/$defs/Id" },
              uniqueItems: true,
              description: "Providers who deliver it. Without any it cannot be booked.",
            },
            requires_prepayment: { type: "boolean", description: "It is paid before it is booked.", default: false },
            active: { type: "boolean", description: "It can be booked and is listed." },
          },
          required: [
            "id",
            "organization_id",
            "type",
            "vertical",
            "name",
            "duration_minutes",
            "price",
            "modality",
            "active",
          ],
        },
        ShortText: { type: "string", minLength: 1, maxLength: 200 },
        Visibility: { type: "string", enum: ["public", "unlisted", "private"] },
      },
    },
    annotations: {
      title: "List services",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "services.list",
      "servicialo/scopes": [],
      "servicialo/phase": "discovery",
      "servicialo/tier": "discovery",
    },
  },
  {
    name: "telemetry_heartbeat",
    title: "Send a heartbeat",
    description: "Shows that the node lives. Silent for 7 days, an organization counts as inactive. A body with `heartbeat: true` is this operation.",
    inputSchema: {
      title: "telemetry.heartbeat input",
      type: "object",
      properties: {
        country: { $ref: "#/$defs/CountryCode", description: "Country it is registered in." },
        org_slug: { $ref: "#/$defs/Slug", description: "The organization." },
        heartbeat: { type: "boolean", const: true, description: "Always true." },
        metrics: { $ref: "#/$defs/HeartbeatMetrics", description: "Figures, if the organization lets them be sent." },
        actor: { $ref: "#/$defs/Actor", description: "Who acts." },
      },
      required: ["country", "org_slug", "heartbeat"],
      additionalProperties: false,
      $defs: {
        Actor: {
          type: "object",
          properties: {
            type: { $ref: "#/$defs/ActorType", description: "Kind of party." },
            id: { $ref: "#/$defs/Id", description: "Id of the party." },
            mandate_id: { $ref: "#/$defs/Uuid", description: "Mandate an agent acts under (D-24)." },
            confirmation_id: { $ref: "#/$defs/Id", description: "Repeats a call that a human has approved meanwhile." },
            on_behalf_of: { $ref: "#/$defs/OnBehalfOf", description: "Party the actor stands in for." },
          },
          required: ["type", "id"],
        },
        ActorType: { type: "string", enum: ["client", "provider", "organization", "agent"] },
        Count: { type: "integer", minimum: 0, maximum: 2147483647 },
        CountryCode: { type: "string", pattern: "^[a-z]{2}$" },
        HeartbeatMetrics: {
          type: "object",
          properties: {
            services_active: { $ref: "#/$defs/Count", description: "Active offers." },
            appointments_30d: { $ref: "#/$defs/Count", description: "Sessions booked in the last 30 days." },
          },
        },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        OnBehalfOf: {
          type: "object",
          properties: {
            type: {
              anyOf: [{ type: "string", enum: ["patient", "professional"] }, { $ref: "#/$defs/RepresentedType" }],
              description: "Kind of party; `patient` and `professional` mean client and provider.",
            },
            id: { $ref: "#/$defs/Id", description: "Its id." },
          },
          required: ["type", "id"],
        },
        RepresentedType: { type: "string", enum: ["client", "provider", "organization"] },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
        Uuid: {
          type: "string",
          format: "uuid",
          pattern: "^[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[1-8][0-9A-Fa-f]{3}-[89ABab][0-9A-Fa-f]{3}-[0-9A-Fa-f]{12}$",
        },
      },
    },
    outputSchema: {
      title: "telemetry.heartbeat output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "resolutions", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/ResolutionRecord", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        CountryCode: { type: "string", pattern: "^[a-z]{2}$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        ResolutionAddresses: {
          type: "object",
          properties: {
            path: {
              type: "string",
              pattern: "^/[a-z]{2}/[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$",
              description: "Path below the resolver, `/{country}/{slug}`.",
            },
            subdomain: {
              anyOf: [{ type: "string", maxLength: 253 }, { type: "null" }],
              description: "Name in the domain system, if there is one.",
            },
          },
          required: ["path"],
          additionalProperties: false,
        },
        ResolutionEndpoint: {
          type: "object",
          properties: {
            mcp: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its MCP server." },
            rest: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its HTTP profile." },
            health: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its health probe." },
          },
          additionalProperties: false,
        },
        ResolutionIdentity: {
          type: "object",
          properties: {
            legal_name: { type: "string", minLength: 1, maxLength: 200, description: "Legal or trade name." },
            verticals: { type: "array", items: { type: "string" }, description: "Verticals it serves." },
          },
          required: ["legal_name", "verticals"],
          additionalProperties: false,
        },
        ResolutionRecord: {
          type: "object",
          properties: {
            org_slug: { $ref: "#/$defs/Slug", description: "The slug that was resolved." },
            country: { $ref: "#/$defs/CountryCode", description: "Country it is registered in." },
            addresses: { $ref: "#/$defs/ResolutionAddresses", description: "Names it is found under." },
            endpoint: { $ref: "#/$defs/ResolutionEndpoint", description: "Where it is reached." },
            identity: { $ref: "#/$defs/ResolutionIdentity", description: "Who it is." },
            trust: { $ref: "#/$defs/ResolutionTrust", description: "How far it is trusted." },
            status: { $ref: "#/$defs/ResolutionStatus", description: "Whether it has been seen lately." },
            catalog_url: { anyOf: [{ $ref: "#/$defs/Uri" }, { type: "null" }], description: "Its public catalogue." },
          },
          required: ["org_slug", "country", "addresses", "endpoint", "identity", "trust", "status"],
          additionalProperties: false,
        },
        ResolutionStatus: { type: "string", enum: ["active", "inactive"] },
        ResolutionTrust: {
          type: "object",
          properties: {
            score: {
              type: "integer",
              minimum: 0,
              maximum: 100,
              description: "0 for a stranger, 100 for long and consistent conduct.",
            },
            level: { $ref: "#/$defs/TrustLevel", description: "Level the score falls into." },
            registered_at: { $ref: "#/$defs/Instant", description: "When it registered." },
            last_seen: {
              anyOf: [{ $ref: "#/$defs/Instant" }, { type: "null" }],
              description: "Last sign of life; null before the first.",
            },
          },
          required: ["score", "level", "registered_at"],
          additionalProperties: false,
        },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
        TrustLevel: { type: "string", enum: ["unverified", "declared", "vouched", "verified"] },
        Uri: {
          type: "string",
          format: "uri",
          pattern: "^[A-Za-z][A-Za-z0-9+.-]*:(?://[A-Za-z0-9](?:[A-Za-z0-9._~-]*[A-Za-z0-9])?(?::\\d{1,5})?(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*|(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})+(?:/(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2})*)*)(?:\\?(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?(?:#(?:[A-Za-z0-9._~!$&'()*+,;=:@-]|%[0-9A-Fa-f]{2}|[/?])*)?$",
          maxLength: 2048,
        },
      },
    },
    annotations: {
      title: "Send a heartbeat",
      readOnlyHint: false,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: true,
    },
    _meta: {
      "servicialo/operation": "telemetry.heartbeat",
      "servicialo/scopes": ["telemetry:write"],
      "servicialo/phase": "resolver_administration",
      "servicialo/tier": "credential",
    },
  },
  {
    name: "trust_get_score",
    title: "Read a trust score",
    description: "How far an organization is trusted.",
    inputSchema: {
      title: "trust.get_score input",
      type: "object",
      properties: {
        country: { $ref: "#/$defs/CountryCode", description: "Country it is registered in." },
        org_slug: { $ref: "#/$defs/Slug", description: "The organization." },
      },
      required: ["country", "org_slug"],
      additionalProperties: false,
      $defs: {
        CountryCode: { type: "string", pattern: "^[a-z]{2}$" },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
      },
    },
    outputSchema: {
      title: "trust.get_score output",
      type: "object",
      properties: {
        data: {
          type: "object",
          properties: {
            type: { type: "string", const: "trust_scores", description: "Type of the resource." },
            id: { $ref: "#/$defs/Id", description: "Its id." },
            attributes: { $ref: "#/$defs/TrustReport", description: "The resource itself." },
          },
          required: ["type", "id", "attributes"],
          description: "The resource.",
        },
        meta: {
          type: "object",
          properties: {
            warnings: {
              type: "array",
              items: { type: "string" },
              description: "What the caller should know although the request was fulfilled.",
            },
          },
          description: "About the answer.",
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
        CountryCode: { type: "string", pattern: "^[a-z]{2}$" },
        Id: { type: "string", minLength: 1, maxLength: 128 },
        Instant: {
          type: "string",
          format: "date-time",
          pattern: "^(?:(?:\\d\\d[2468][048]|\\d\\d[13579][26]|\\d\\d0[48]|[02468][048]00|[13579][26]00)-02-29|\\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2[0-8])))T(?:[01]\\d|2[0-3]):[0-5]\\d:[0-5]\\d(?:\\.\\d{1,9})?(?:Z|[+-](?:[01]\\d|2[0-3]):[0-5]\\d)$",
          maxLength: 35,
        },
        ResolutionStatus: { type: "string", enum: ["active", "inactive"] },
        ResolutionTrust: {
          type: "object",
          properties: {
            score: {
              type: "integer",
              minimum: 0,
              maximum: 100,
              description: "0 for a stranger, 100 for long and consistent conduct.",
            },
            level: { $ref: "#/$defs/TrustLevel", description: "Level the score falls into." },
            registered_at: { $ref: "#/$defs/Instant", description: "When it registered." },
            last_seen: {
              anyOf: [{ $ref: "#/$defs/Instant" }, { type: "null" }],
              description: "Last sign of life; null before the first.",
            },
          },
          required: ["score", "level", "registered_at"],
          additionalProperties: false,
        },
        Slug: { type: "string", pattern: "^[a-z0-9][a-z0-9-]{1,46}[a-z0-9]$" },
        TrustLevel: { type: "string", enum: ["unverified", "declared", "vouched", "verified"] },
        TrustReport: {
          type: "object",
          properties: {
            org_slug: { $ref: "#/$defs/Slug", description: "The slug." },
            country: { $ref: "#/$defs/CountryCode", description: "Country it is registered in." },
            trust: { $ref: "#/$defs/ResolutionTrust", description: "Score, level and dates." },
            status: { $ref: "#/$defs/ResolutionStatus", description: "Whether it has been seen lately." },
          },
          required: ["org_slug", "country", "trust", "status"],
        },
      },
    },
    annotations: {
      title: "Read a trust score",
      readOnlyHint: true,
      destructiveHint: false,
      idempotentHint: true,
      openWorldHint: false,
    },
    _meta: {
      "servicialo/operation": "trust.get_score",
      "servicialo/scopes": [],
      "servicialo/phase": "resolver",
      "servicialo/tier": "resolver",
    },
  },
];
