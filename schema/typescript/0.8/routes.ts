// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

import { type TSchema, Type } from "typebox";
import type { OperationId } from "./operations.ts";
import * as typebox from "./typebox.ts";

/** An HTTP route of the protocol, ready for `fastify.route` once a handler is added. */
export interface RouteDefinition {
  readonly operationId: OperationId;
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Whole path in Fastify's notation. */
  readonly url: string;
  /** The first operation on the same method and path; the bodies tell the two apart. */
  readonly sharedWith?: OperationId;
  readonly schema: {
    readonly params?: TSchema;
    readonly querystring?: TSchema;
    readonly body?: TSchema;
    readonly response: Readonly<Record<number, TSchema>>;
  };
}

/** Every operation's route. */
export const routes: readonly RouteDefinition[] = [
  {
    operationId: "a2a.get_agent_card",
    method: "GET",
    url: "/servicialo/v1/organizations/:org_slug/.well-known/agent.json",
    schema: {
      params: Type.Object({
        org_slug: typebox.Slug,
      }),
      response: {
        200: typebox.A2aCard,
      },
    },
  },
  {
    operationId: "audit.list",
    method: "GET",
    url: "/servicialo/v1/audit",
    schema: {
      querystring: Type.Object({
        principal_id: typebox.Id,
        action: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
        action_result: Type.Optional(typebox.AuditResult),
        from: Type.Optional(typebox.Instant),
        to: Type.Optional(typebox.Instant),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 1 })),
        per_page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
      }),
      response: {
        200: Type.Object({
          data: Type.Array(Type.Object({
            type: Type.Literal("audit_entries"),
            id: typebox.Id,
            attributes: typebox.AuditEntry,
          })),
          meta: Type.Object({
            total: Type.Integer({ minimum: 0, maximum: 2147483647 }),
            page: Type.Integer({ minimum: 1, maximum: 2147483647 }),
            per_page: Type.Integer({ minimum: 1, maximum: 100 }),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
          links: typebox.PageLinks,
        }),
      },
    },
  },
  {
    operationId: "capabilities.get",
    method: "GET",
    url: "/servicialo/v1",
    schema: {
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("server"),
            id: typebox.Id,
            attributes: typebox.Capabilities,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "clients.get_or_create",
    method: "POST",
    url: "/servicialo/v1/clients",
    schema: {
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("clients"),
          attributes: typebox.GetOrCreateClient,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("clients"),
            id: typebox.Id,
            attributes: typebox.Client,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
        201: Type.Object({
          data: Type.Object({
            type: Type.Literal("clients"),
            id: typebox.Id,
            attributes: typebox.Client,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "confirmations.approve",
    method: "POST",
    url: "/servicialo/v1/confirmation-requests/:confirmation_id/approve",
    schema: {
      params: Type.Object({
        confirmation_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("confirmation_decisions"),
          attributes: typebox.DecideConfirmation,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("confirmation_requests"),
            id: typebox.Id,
            attributes: typebox.ConfirmationRequest,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "confirmations.get",
    method: "GET",
    url: "/servicialo/v1/confirmation-requests/:confirmation_id",
    schema: {
      params: Type.Object({
        confirmation_id: typebox.Id,
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("confirmation_requests"),
            id: typebox.Id,
            attributes: typebox.ConfirmationRequest,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "confirmations.list",
    method: "GET",
    url: "/servicialo/v1/confirmation-requests",
    schema: {
      querystring: Type.Object({
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 1 })),
        per_page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
        status: Type.Optional(typebox.ConfirmationStatus),
      }),
      response: {
        200: Type.Object({
          data: Type.Array(Type.Object({
            type: Type.Literal("confirmation_requests"),
            id: typebox.Id,
            attributes: typebox.ConfirmationRequest,
          })),
          meta: Type.Object({
            total: Type.Integer({ minimum: 0, maximum: 2147483647 }),
            page: Type.Integer({ minimum: 1, maximum: 2147483647 }),
            per_page: Type.Integer({ minimum: 1, maximum: 100 }),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
          links: typebox.PageLinks,
        }),
      },
    },
  },
  {
    operationId: "confirmations.reject",
    method: "POST",
    url: "/servicialo/v1/confirmation-requests/:confirmation_id/reject",
    schema: {
      params: Type.Object({
        confirmation_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("confirmation_decisions"),
          attributes: typebox.DecideConfirmation,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("confirmation_requests"),
            id: typebox.Id,
            attributes: typebox.ConfirmationRequest,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "contract.get",
    method: "GET",
    url: "/servicialo/v1/services/:service_id/contract",
    schema: {
      params: Type.Object({
        service_id: typebox.Id,
      }),
      querystring: Type.Object({
        org_id: typebox.Id,
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("contracts"),
            id: typebox.Id,
            attributes: typebox.Contract,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "delivery.checkin",
    method: "POST",
    url: "/servicialo/v1/sessions/:session_id/checkin",
    schema: {
      params: Type.Object({
        session_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("checkins"),
          attributes: typebox.CheckIn,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("sessions"),
            id: typebox.Id,
            attributes: typebox.Session,
          }),
          meta: Type.Object({
            transition: typebox.TransitionSummary,
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
        }),
      },
    },
  },
  {
    operationId: "delivery.checkout",
    method: "POST",
    url: "/servicialo/v1/sessions/:session_id/checkout",
    schema: {
      params: Type.Object({
        session_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("checkouts"),
          attributes: typebox.CheckOut,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("sessions"),
            id: typebox.Id,
            attributes: typebox.Session,
          }),
          meta: Type.Object({
            transition: typebox.TransitionSummary,
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
        }),
      },
    },
  },
  {
    operationId: "delivery.record_evidence",
    method: "POST",
    url: "/servicialo/v1/sessions/:session_id/evidence",
    schema: {
      params: Type.Object({
        session_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("evidence"),
          attributes: typebox.RecordEvidence,
        }),
      }),
      response: {
        201: Type.Object({
          data: Type.Object({
            type: Type.Literal("sessions"),
            id: typebox.Id,
            attributes: typebox.Session,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
            warning: Type.Optional(Type.Literal("RESTRICTED_EVIDENCE_STORED")),
          })),
        }),
      },
    },
  },
  {
    operationId: "discovery.get_a2a_card",
    method: "GET",
    url: "/api/servicialo/:org_slug/.well-known/agent-card.json",
    schema: {
      params: Type.Object({
        org_slug: typebox.Slug,
      }),
      response: {
        200: typebox.A2aCard,
      },
    },
  },
  {
    operationId: "discovery.get_agent_card",
    method: "GET",
    url: "/api/servicialo/:org_slug/.well-known/agent.json",
    schema: {
      params: Type.Object({
        org_slug: typebox.Slug,
      }),
      response: {
        200: typebox.AgentCard,
      },
    },
  },
  {
    operationId: "discovery.get_mcp_pointer",
    method: "GET",
    url: "/.well-known/mcp.json",
    schema: {
      response: {
        200: typebox.McpPointer,
      },
    },
  },
  {
    operationId: "discovery.get_root_a2a_card",
    method: "GET",
    url: "/.well-known/agent-card.json",
    schema: {
      response: {
        200: typebox.A2aCard,
      },
    },
  },
  {
    operationId: "discovery.get_root_agent_card",
    method: "GET",
    url: "/.well-known/agent.json",
    schema: {
      response: {
        200: typebox.AgentCard,
      },
    },
  },
  {
    operationId: "discovery.list_agents",
    method: "GET",
    url: "/.well-known/agents.json",
    schema: {
      response: {
        200: typebox.AgentList,
      },
    },
  },
  {
    operationId: "docs.quickstart",
    method: "GET",
    url: "/servicialo/v1/docs/quickstart",
    schema: {
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("quickstarts"),
            id: typebox.Id,
            attributes: typebox.Quickstart,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "documentation.create",
    method: "POST",
    url: "/servicialo/v1/sessions/:session_id/documentation",
    schema: {
      params: Type.Object({
        session_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("documentation"),
          attributes: typebox.CreateDocumentation,
        }),
      }),
      response: {
        201: Type.Object({
          data: Type.Object({
            type: Type.Literal("sessions"),
            id: typebox.Id,
            attributes: typebox.Session,
          }),
          meta: Type.Object({
            transition: typebox.TransitionSummary,
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
        }),
      },
    },
  },
  {
    operationId: "health.live",
    method: "GET",
    url: "/health/live",
    schema: {
      response: {
        200: typebox.Health,
      },
    },
  },
  {
    operationId: "health.ready",
    method: "GET",
    url: "/health/ready",
    schema: {
      response: {
        200: typebox.Health,
        503: typebox.Health,
      },
    },
  },
  {
    operationId: "lifecycle.get_state",
    method: "GET",
    url: "/servicialo/v1/sessions/:session_id/lifecycle",
    schema: {
      params: Type.Object({
        session_id: typebox.Id,
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("lifecycle_states"),
            id: typebox.Id,
            attributes: typebox.LifecycleStates,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
            evaluation: Type.Optional(typebox.EvidenceEvaluation),
          })),
        }),
      },
    },
  },
  {
    operationId: "lifecycle.transition",
    method: "POST",
    url: "/servicialo/v1/sessions/:session_id/transitions",
    schema: {
      params: Type.Object({
        session_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("transitions"),
          attributes: typebox.TransitionSession,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("sessions"),
            id: typebox.Id,
            attributes: typebox.Session,
          }),
          meta: Type.Object({
            transition: typebox.TransitionSummary,
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
            policy: Type.Optional(typebox.AppliedCancellationPolicy),
          }),
        }),
      },
    },
  },
  {
    operationId: "mandates.audit",
    method: "GET",
    url: "/servicialo/v1/mandates/:mandate_id/audit",
    schema: {
      params: Type.Object({
        mandate_id: typebox.Id,
      }),
      querystring: Type.Object({
        action: Type.Optional(Type.String({ minLength: 1, maxLength: 128 })),
        action_result: Type.Optional(typebox.AuditResult),
        from: Type.Optional(typebox.Instant),
        to: Type.Optional(typebox.Instant),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 1 })),
        per_page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
      }),
      response: {
        200: Type.Object({
          data: Type.Array(Type.Object({
            type: Type.Literal("audit_entries"),
            id: typebox.Id,
            attributes: typebox.AuditEntry,
          })),
          meta: Type.Object({
            total: Type.Integer({ minimum: 0, maximum: 2147483647 }),
            page: Type.Integer({ minimum: 1, maximum: 2147483647 }),
            per_page: Type.Integer({ minimum: 1, maximum: 100 }),
            warnings: Type.Optional(Type.Array(Type.String())),
            head: Type.Optional(typebox.AuditHead),
          }),
          links: typebox.PageLinks,
        }),
      },
    },
  },
  {
    operationId: "mandates.get",
    method: "GET",
    url: "/servicialo/v1/mandates/:mandate_id",
    schema: {
      params: Type.Object({
        mandate_id: typebox.Id,
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("mandates"),
            id: typebox.Id,
            attributes: typebox.Mandate,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "mandates.issue",
    method: "POST",
    url: "/servicialo/v1/mandates",
    schema: {
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("mandates"),
          attributes: typebox.IssueMandate,
        }),
      }),
      response: {
        201: Type.Object({
          data: Type.Object({
            type: Type.Literal("mandates"),
            id: typebox.Id,
            attributes: typebox.Mandate,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "mandates.list",
    method: "GET",
    url: "/servicialo/v1/mandates",
    schema: {
      querystring: Type.Object({
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 1 })),
        per_page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
        status: Type.Optional(typebox.MandateStatus),
      }),
      response: {
        200: Type.Object({
          data: Type.Array(Type.Object({
            type: Type.Literal("mandates"),
            id: typebox.Id,
            attributes: typebox.Mandate,
          })),
          meta: Type.Object({
            total: Type.Integer({ minimum: 0, maximum: 2147483647 }),
            page: Type.Integer({ minimum: 1, maximum: 2147483647 }),
            per_page: Type.Integer({ minimum: 1, maximum: 100 }),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
          links: typebox.PageLinks,
        }),
      },
    },
  },
  {
    operationId: "mandates.reactivate",
    method: "POST",
    url: "/servicialo/v1/mandates/:mandate_id/reactivate",
    schema: {
      params: Type.Object({
        mandate_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("mandate_actions"),
          attributes: typebox.MandateAction,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("mandates"),
            id: typebox.Id,
            attributes: typebox.Mandate,
          }),
          meta: Type.Object({
            transition: typebox.TransitionSummary,
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
        }),
      },
    },
  },
  {
    operationId: "mandates.revoke",
    method: "POST",
    url: "/servicialo/v1/mandates/:mandate_id/revoke",
    schema: {
      params: Type.Object({
        mandate_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("mandate_actions"),
          attributes: typebox.MandateAction,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("mandates"),
            id: typebox.Id,
            attributes: typebox.Mandate,
          }),
          meta: Type.Object({
            transition: typebox.TransitionSummary,
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
        }),
      },
    },
  },
  {
    operationId: "mandates.suspend",
    method: "POST",
    url: "/servicialo/v1/mandates/:mandate_id/suspend",
    schema: {
      params: Type.Object({
        mandate_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("mandate_actions"),
          attributes: typebox.MandateAction,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("mandates"),
            id: typebox.Id,
            attributes: typebox.Mandate,
          }),
          meta: Type.Object({
            transition: typebox.TransitionSummary,
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
        }),
      },
    },
  },
  {
    operationId: "payments.create_sale",
    method: "POST",
    url: "/servicialo/v1/sales",
    schema: {
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("sales"),
          attributes: typebox.CreateSale,
        }),
      }),
      response: {
        201: Type.Object({
          data: Type.Object({
            type: Type.Literal("sales"),
            id: typebox.Id,
            attributes: typebox.Sale,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "payments.get_status",
    method: "GET",
    url: "/servicialo/v1/payments/status",
    schema: {
      querystring: Type.Object({
        sale_id: Type.Optional(typebox.Id),
        client_id: Type.Optional(typebox.Id),
      }, { allOf: [{ oneOf: [{ required: ["sale_id"] }, { required: ["client_id"] }] }] }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("payment_status"),
            id: typebox.Id,
            attributes: typebox.PaymentStatus,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "payments.record_payment",
    method: "POST",
    url: "/servicialo/v1/sales/:sale_id/payments",
    schema: {
      params: Type.Object({
        sale_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("payments"),
          attributes: typebox.RecordPayment,
        }),
      }),
      response: {
        201: Type.Object({
          data: Type.Object({
            type: Type.Literal("payments"),
            id: typebox.Id,
            attributes: typebox.Payment,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "public_bookings.cancel",
    method: "POST",
    url: "/servicialo/v1/organizations/:org_slug/public-bookings/:booking_token/cancel",
    schema: {
      params: Type.Object({
        org_slug: typebox.Slug,
        booking_token: typebox.BookingToken,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("cancellations"),
          attributes: typebox.CancelPublicBooking,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("public_bookings"),
            id: typebox.Id,
            attributes: typebox.PublicBooking,
          }),
          meta: Type.Object({
            transition: typebox.TransitionSummary,
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
            policy: typebox.AppliedCancellationPolicy,
          }),
        }),
      },
    },
  },
  {
    operationId: "public_bookings.confirm",
    method: "POST",
    url: "/servicialo/v1/organizations/:org_slug/public-bookings/confirm",
    schema: {
      params: Type.Object({
        org_slug: typebox.Slug,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("public_booking_confirmations"),
          attributes: typebox.ConfirmPublicBooking,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("public_bookings"),
            id: typebox.Id,
            attributes: typebox.PublicBooking,
          }),
          meta: Type.Object({
            transition: typebox.TransitionSummary,
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
        }),
      },
    },
  },
  {
    operationId: "public_bookings.create",
    method: "POST",
    url: "/servicialo/v1/organizations/:org_slug/public-bookings",
    schema: {
      params: Type.Object({
        org_slug: typebox.Slug,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("public_bookings"),
          attributes: typebox.CreatePublicBooking,
        }),
      }),
      response: {
        201: Type.Object({
          data: Type.Object({
            type: Type.Literal("public_bookings"),
            id: typebox.Id,
            attributes: typebox.CreatedPublicBooking,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "public_bookings.get",
    method: "GET",
    url: "/servicialo/v1/organizations/:org_slug/public-bookings/:booking_token",
    schema: {
      params: Type.Object({
        org_slug: typebox.Slug,
        booking_token: typebox.BookingToken,
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("public_bookings"),
            id: typebox.Id,
            attributes: typebox.PublicBooking,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "public_bookings.reschedule",
    method: "POST",
    url: "/servicialo/v1/organizations/:org_slug/public-bookings/:booking_token/reschedule",
    schema: {
      params: Type.Object({
        org_slug: typebox.Slug,
        booking_token: typebox.BookingToken,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("reschedules"),
          attributes: typebox.ReschedulePublicBooking,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("public_bookings"),
            id: typebox.Id,
            attributes: typebox.MovedPublicBooking,
          }),
          meta: Type.Object({
            transition: typebox.TransitionSummary,
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
        }),
      },
    },
  },
  {
    operationId: "registry.get_organization",
    method: "GET",
    url: "/servicialo/v1/registry/organizations/:org_slug",
    schema: {
      params: Type.Object({
        org_slug: typebox.Slug,
      }),
      querystring: Type.Object({
        country: Type.Optional(Type.String({ pattern: "^[a-z]{2}$", default: "cl" })),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("organizations"),
            id: typebox.Id,
            attributes: typebox.Organization,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "registry.manifest",
    method: "GET",
    url: "/servicialo/v1/manifest",
    schema: {
      response: {
        200: typebox.Manifest,
      },
    },
  },
  {
    operationId: "registry.search",
    method: "GET",
    url: "/servicialo/v1/registry/organizations",
    schema: {
      querystring: Type.Object({
        vertical: Type.String({ minLength: 1, maxLength: 100 }),
        location: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
        country: Type.Optional(Type.String({ pattern: "^[a-z]{2}$", default: "cl" })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 10 })),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 1 })),
      }),
      response: {
        200: Type.Object({
          data: Type.Array(Type.Object({
            type: Type.Literal("organizations"),
            id: typebox.Id,
            attributes: typebox.OrganizationSummary,
          })),
          meta: Type.Object({
            total: Type.Integer({ minimum: 0, maximum: 2147483647 }),
            page: Type.Integer({ minimum: 1, maximum: 2147483647 }),
            per_page: Type.Integer({ minimum: 1, maximum: 100 }),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
          links: typebox.PageLinks,
        }),
      },
    },
  },
  {
    operationId: "resolve.lookup",
    method: "GET",
    url: "/servicialo/v1/resolve/:country/:org_slug",
    schema: {
      params: Type.Object({
        country: typebox.CountryCode,
        org_slug: typebox.Slug,
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("resolutions"),
            id: typebox.Id,
            attributes: typebox.ResolutionRecord,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "resolve.register",
    method: "POST",
    url: "/servicialo/v1/resolve/register",
    schema: {
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("registrations"),
          attributes: typebox.RegisterOrganization,
        }),
      }),
      response: {
        201: Type.Object({
          data: Type.Object({
            type: Type.Literal("resolutions"),
            id: typebox.Id,
            attributes: typebox.ResolutionRecord,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "resolve.search",
    method: "GET",
    url: "/servicialo/v1/resolve/:country",
    schema: {
      params: Type.Object({
        country: typebox.CountryCode,
      }),
      querystring: Type.Object({
        vertical: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
        limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 1 })),
      }),
      response: {
        200: Type.Object({
          data: Type.Array(Type.Object({
            type: Type.Literal("resolutions"),
            id: typebox.Id,
            attributes: typebox.ResolutionSummary,
          })),
          meta: Type.Object({
            total: Type.Integer({ minimum: 0, maximum: 2147483647 }),
            page: Type.Integer({ minimum: 1, maximum: 2147483647 }),
            per_page: Type.Integer({ minimum: 1, maximum: 100 }),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
          links: typebox.PageLinks,
        }),
      },
    },
  },
  {
    operationId: "resolve.update_endpoint",
    method: "PATCH",
    url: "/servicialo/v1/resolve/:country/:org_slug/endpoint",
    schema: {
      params: Type.Object({
        country: typebox.CountryCode,
        org_slug: typebox.Slug,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("registrations"),
          attributes: typebox.UpdateEndpoint,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("resolutions"),
            id: typebox.Id,
            attributes: typebox.ResolutionRecord,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "resource.create",
    method: "POST",
    url: "/servicialo/v1/resources",
    schema: {
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("resources"),
          attributes: typebox.CreateResource,
        }),
      }),
      response: {
        201: Type.Object({
          data: Type.Object({
            type: Type.Literal("resources"),
            id: typebox.Id,
            attributes: typebox.Resource,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "resource.delete",
    method: "DELETE",
    url: "/servicialo/v1/resources/:resource_id",
    schema: {
      params: Type.Object({
        resource_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("resource_actions"),
          attributes: typebox.ResourceAction,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("resources"),
            id: typebox.Id,
            attributes: typebox.Resource,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "resource.get",
    method: "GET",
    url: "/servicialo/v1/resources/:resource_id",
    schema: {
      params: Type.Object({
        resource_id: typebox.Id,
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("resources"),
            id: typebox.Id,
            attributes: typebox.Resource,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "resource.get_availability",
    method: "GET",
    url: "/servicialo/v1/resources/:resource_id/availability",
    schema: {
      params: Type.Object({
        resource_id: typebox.Id,
      }),
      querystring: Type.Object({
        date_from: typebox.LocalDate,
        date_to: typebox.LocalDate,
        timezone: Type.Optional(typebox.TimeZone),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 1 })),
        per_page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
      }),
      response: {
        200: Type.Object({
          data: Type.Array(Type.Object({
            type: Type.Literal("availability_slots"),
            id: typebox.Id,
            attributes: typebox.AvailabilitySlot,
          })),
          meta: Type.Object({
            total: Type.Integer({ minimum: 0, maximum: 2147483647 }),
            page: Type.Integer({ minimum: 1, maximum: 2147483647 }),
            per_page: Type.Integer({ minimum: 1, maximum: 100 }),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
          links: typebox.PageLinks,
        }),
      },
    },
  },
  {
    operationId: "resource.list",
    method: "GET",
    url: "/servicialo/v1/resources",
    schema: {
      querystring: Type.Object({
        organization_id: typebox.Id,
        type: Type.Optional(typebox.ResourceType),
        is_active: Type.Optional(Type.Boolean()),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 1 })),
        per_page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
      }),
      response: {
        200: Type.Object({
          data: Type.Array(Type.Object({
            type: Type.Literal("resources"),
            id: typebox.Id,
            attributes: typebox.Resource,
          })),
          meta: Type.Object({
            total: Type.Integer({ minimum: 0, maximum: 2147483647 }),
            page: Type.Integer({ minimum: 1, maximum: 2147483647 }),
            per_page: Type.Integer({ minimum: 1, maximum: 100 }),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
          links: typebox.PageLinks,
        }),
      },
    },
  },
  {
    operationId: "resource.update",
    method: "PATCH",
    url: "/servicialo/v1/resources/:resource_id",
    schema: {
      params: Type.Object({
        resource_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("resources"),
          attributes: typebox.UpdateResource,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("resources"),
            id: typebox.Id,
            attributes: typebox.Resource,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "sandbox.get_clock",
    method: "GET",
    url: "/servicialo/v1/sandbox/clock",
    schema: {
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("sandbox_clocks"),
            id: typebox.Id,
            attributes: typebox.SandboxClock,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "sandbox.set_clock",
    method: "POST",
    url: "/servicialo/v1/sandbox/clock",
    schema: {
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("sandbox_clocks"),
          attributes: typebox.SetSandboxClock,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("sandbox_clocks"),
            id: typebox.Id,
            attributes: typebox.MovedSandboxClock,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "scheduling.book",
    method: "POST",
    url: "/servicialo/v1/sessions",
    schema: {
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("sessions"),
          attributes: typebox.BookSession,
        }),
      }),
      response: {
        201: Type.Object({
          data: Type.Object({
            type: Type.Literal("sessions"),
            id: typebox.Id,
            attributes: typebox.Session,
          }),
          meta: Type.Optional(Type.Object({
            transition: Type.Optional(typebox.TransitionSummary),
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "scheduling.cancel",
    method: "POST",
    url: "/servicialo/v1/sessions/:session_id/cancel",
    schema: {
      params: Type.Object({
        session_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("cancellations"),
          attributes: typebox.CancelSession,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("sessions"),
            id: typebox.Id,
            attributes: typebox.Session,
          }),
          meta: Type.Object({
            transition: typebox.TransitionSummary,
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
            policy: typebox.AppliedCancellationPolicy,
          }),
        }),
      },
    },
  },
  {
    operationId: "scheduling.check_availability",
    method: "GET",
    url: "/servicialo/v1/availability",
    schema: {
      querystring: Type.Object({
        org_slug: typebox.Slug,
        date_from: typebox.LocalDate,
        date_to: typebox.LocalDate,
        service_id: Type.Optional(typebox.Id),
        provider_id: Type.Optional(typebox.Id),
        resource_id: Type.Optional(typebox.Id),
        duration_minutes: Type.Optional(typebox.Minutes),
        timezone: Type.Optional(typebox.TimeZone),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 1 })),
        per_page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
      }),
      response: {
        200: Type.Object({
          data: Type.Array(Type.Object({
            type: Type.Literal("availability_slots"),
            id: typebox.Id,
            attributes: typebox.AvailabilitySlot,
          })),
          meta: Type.Object({
            total: Type.Integer({ minimum: 0, maximum: 2147483647 }),
            page: Type.Integer({ minimum: 1, maximum: 2147483647 }),
            per_page: Type.Integer({ minimum: 1, maximum: 100 }),
            warnings: Type.Optional(Type.Array(Type.String())),
            mode: typebox.SchedulingMode,
            conflict_resolution: typebox.ConflictResolution,
          }),
          links: typebox.PageLinks,
        }),
      },
    },
  },
  {
    operationId: "scheduling.confirm",
    method: "POST",
    url: "/servicialo/v1/sessions/:session_id/confirm",
    schema: {
      params: Type.Object({
        session_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("confirmations"),
          attributes: typebox.ConfirmSession,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("sessions"),
            id: typebox.Id,
            attributes: typebox.Session,
          }),
          meta: Type.Optional(Type.Object({
            transition: Type.Optional(typebox.TransitionSummary),
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
            confirmations_missing: Type.Optional(Type.Array(typebox.ConfirmingParty, { uniqueItems: true })),
          })),
        }),
      },
    },
  },
  {
    operationId: "scheduling.reschedule",
    method: "POST",
    url: "/servicialo/v1/sessions/:session_id/reschedule",
    schema: {
      params: Type.Object({
        session_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("reschedules"),
          attributes: typebox.RescheduleSession,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("sessions"),
            id: typebox.Id,
            attributes: typebox.Session,
          }),
          meta: Type.Object({
            transition: typebox.TransitionSummary,
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
        }),
      },
    },
  },
  {
    operationId: "service.get",
    method: "GET",
    url: "/servicialo/v1/services/:service_id",
    schema: {
      params: Type.Object({
        service_id: typebox.Id,
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Enum(["service_offers", "services"]),
            id: typebox.Id,
            attributes: typebox.OfferOrService,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "service_orders.activate",
    method: "POST",
    url: "/servicialo/v1/service-orders/:order_id/activate",
    schema: {
      params: Type.Object({
        order_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("order_transitions"),
          attributes: typebox.ActivateServiceOrder,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("service_orders"),
            id: typebox.Id,
            attributes: typebox.ServiceOrder,
          }),
          meta: Type.Object({
            transition: typebox.TransitionSummary,
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
        }),
      },
    },
  },
  {
    operationId: "service_orders.create",
    method: "POST",
    url: "/servicialo/v1/service-orders",
    schema: {
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("service_orders"),
          attributes: typebox.CreateServiceOrder,
        }),
      }),
      response: {
        201: Type.Object({
          data: Type.Object({
            type: Type.Literal("service_orders"),
            id: typebox.Id,
            attributes: typebox.ServiceOrder,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "service_orders.get",
    method: "GET",
    url: "/servicialo/v1/service-orders/:order_id",
    schema: {
      params: Type.Object({
        order_id: typebox.Id,
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("service_orders"),
            id: typebox.Id,
            attributes: typebox.ServiceOrder,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "service_orders.get_ledger",
    method: "GET",
    url: "/servicialo/v1/service-orders/:order_id/ledger",
    schema: {
      params: Type.Object({
        order_id: typebox.Id,
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("ledgers"),
            id: typebox.Id,
            attributes: typebox.Ledger,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "service_orders.list",
    method: "GET",
    url: "/servicialo/v1/service-orders",
    schema: {
      querystring: Type.Object({
        organization_id: Type.Optional(typebox.Id),
        client_id: Type.Optional(typebox.Id),
        state: Type.Optional(typebox.OrderState),
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 1 })),
        per_page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
      }),
      response: {
        200: Type.Object({
          data: Type.Array(Type.Object({
            type: Type.Literal("service_orders"),
            id: typebox.Id,
            attributes: typebox.ServiceOrder,
          })),
          meta: Type.Object({
            total: Type.Integer({ minimum: 0, maximum: 2147483647 }),
            page: Type.Integer({ minimum: 1, maximum: 2147483647 }),
            per_page: Type.Integer({ minimum: 1, maximum: 100 }),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
          links: typebox.PageLinks,
        }),
      },
    },
  },
  {
    operationId: "service_orders.propose",
    method: "POST",
    url: "/servicialo/v1/service-orders/:order_id/propose",
    schema: {
      params: Type.Object({
        order_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("order_transitions"),
          attributes: typebox.ProposeServiceOrder,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("service_orders"),
            id: typebox.Id,
            attributes: typebox.ServiceOrder,
          }),
          meta: Type.Object({
            transition: typebox.TransitionSummary,
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
        }),
      },
    },
  },
  {
    operationId: "service_orders.transition",
    method: "POST",
    url: "/servicialo/v1/service-orders/:order_id/transitions",
    schema: {
      params: Type.Object({
        order_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("order_transitions"),
          attributes: typebox.TransitionServiceOrder,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("service_orders"),
            id: typebox.Id,
            attributes: typebox.ServiceOrder,
          }),
          meta: Type.Object({
            transition: typebox.TransitionSummary,
            transitions: Type.Optional(Type.Array(typebox.TransitionSummary)),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
        }),
      },
    },
  },
  {
    operationId: "service_orders.update",
    method: "PATCH",
    url: "/servicialo/v1/service-orders/:order_id",
    schema: {
      params: Type.Object({
        order_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("service_orders"),
          attributes: typebox.UpdateServiceOrder,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("service_orders"),
            id: typebox.Id,
            attributes: typebox.ServiceOrder,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "services.list",
    method: "GET",
    url: "/servicialo/v1/organizations/:org_slug/services",
    schema: {
      params: Type.Object({
        org_slug: typebox.Slug,
      }),
      querystring: Type.Object({
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 1 })),
        per_page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
      }),
      response: {
        200: Type.Object({
          data: Type.Array(Type.Object({
            type: Type.Literal("service_offers"),
            id: typebox.Id,
            attributes: typebox.ServiceOffer,
          })),
          meta: Type.Object({
            total: Type.Integer({ minimum: 0, maximum: 2147483647 }),
            page: Type.Integer({ minimum: 1, maximum: 2147483647 }),
            per_page: Type.Integer({ minimum: 1, maximum: 100 }),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
          links: typebox.PageLinks,
        }),
      },
    },
  },
  {
    operationId: "telemetry.heartbeat",
    method: "PATCH",
    url: "/servicialo/v1/resolve/:country/:org_slug/endpoint",
    sharedWith: "resolve.update_endpoint",
    schema: {
      params: Type.Object({
        country: typebox.CountryCode,
        org_slug: typebox.Slug,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("registrations"),
          attributes: typebox.SendHeartbeat,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("resolutions"),
            id: typebox.Id,
            attributes: typebox.ResolutionRecord,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "trust.get_score",
    method: "GET",
    url: "/servicialo/v1/resolve/:country/:org_slug/trust",
    schema: {
      params: Type.Object({
        country: typebox.CountryCode,
        org_slug: typebox.Slug,
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("trust_scores"),
            id: typebox.Id,
            attributes: typebox.TrustReport,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "webhooks.create_subscription",
    method: "POST",
    url: "/servicialo/v1/webhooks/subscriptions",
    schema: {
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("webhook_subscriptions"),
          attributes: typebox.CreateWebhookSubscription,
        }),
      }),
      response: {
        201: Type.Object({
          data: Type.Object({
            type: Type.Literal("webhook_subscriptions"),
            id: typebox.Id,
            attributes: typebox.WebhookSubscriptionWithSecret,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "webhooks.delete_subscription",
    method: "DELETE",
    url: "/servicialo/v1/webhooks/subscriptions/:subscription_id",
    schema: {
      params: Type.Object({
        subscription_id: typebox.Id,
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("webhook_subscriptions"),
            id: typebox.Id,
            attributes: typebox.WebhookSubscription,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "webhooks.get_delivery",
    method: "GET",
    url: "/servicialo/v1/webhooks/deliveries/:delivery_id",
    schema: {
      params: Type.Object({
        delivery_id: typebox.Id,
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("webhook_deliveries"),
            id: typebox.Id,
            attributes: typebox.WebhookDelivery,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "webhooks.list_subscriptions",
    method: "GET",
    url: "/servicialo/v1/webhooks/subscriptions",
    schema: {
      querystring: Type.Object({
        page: Type.Optional(Type.Integer({ minimum: 1, maximum: 2147483647, default: 1 })),
        per_page: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
      }),
      response: {
        200: Type.Object({
          data: Type.Array(Type.Object({
            type: Type.Literal("webhook_subscriptions"),
            id: typebox.Id,
            attributes: typebox.WebhookSubscription,
          })),
          meta: Type.Object({
            total: Type.Integer({ minimum: 0, maximum: 2147483647 }),
            page: Type.Integer({ minimum: 1, maximum: 2147483647 }),
            per_page: Type.Integer({ minimum: 1, maximum: 100 }),
            warnings: Type.Optional(Type.Array(Type.String())),
          }),
          links: typebox.PageLinks,
        }),
      },
    },
  },
  {
    operationId: "webhooks.reactivate_subscription",
    method: "POST",
    url: "/servicialo/v1/webhooks/subscriptions/:subscription_id/reactivate",
    schema: {
      params: Type.Object({
        subscription_id: typebox.Id,
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("webhook_subscriptions"),
            id: typebox.Id,
            attributes: typebox.WebhookSubscription,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "webhooks.rotate_secret",
    method: "POST",
    url: "/servicialo/v1/webhooks/subscriptions/:subscription_id/rotate-secret",
    schema: {
      params: Type.Object({
        subscription_id: typebox.Id,
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("webhook_subscriptions"),
            id: typebox.Id,
            attributes: typebox.WebhookSubscriptionWithSecret,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "webhooks.test_subscription",
    method: "POST",
    url: "/servicialo/v1/webhooks/subscriptions/:subscription_id/test",
    schema: {
      params: Type.Object({
        subscription_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("webhook_tests"),
          attributes: typebox.TestWebhookSubscription,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("webhook_deliveries"),
            id: typebox.Id,
            attributes: typebox.WebhookDelivery,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
  {
    operationId: "webhooks.update_subscription",
    method: "PATCH",
    url: "/servicialo/v1/webhooks/subscriptions/:subscription_id",
    schema: {
      params: Type.Object({
        subscription_id: typebox.Id,
      }),
      body: Type.Object({
        data: Type.Object({
          type: Type.Literal("webhook_subscriptions"),
          attributes: typebox.UpdateWebhookSubscription,
        }),
      }),
      response: {
        200: Type.Object({
          data: Type.Object({
            type: Type.Literal("webhook_subscriptions"),
            id: typebox.Id,
            attributes: typebox.WebhookSubscription,
          }),
          meta: Type.Optional(Type.Object({
            warnings: Type.Optional(Type.Array(Type.String())),
          })),
        }),
      },
    },
  },
];
