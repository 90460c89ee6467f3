import { scopes } from "@servicialo/schema/0.8/scopes";
import { describe, expect, it } from "vitest";
import { allOperations, coreStates, errors, findRequirement, serviceMoves, serviceStates } from "./artefacts.ts";
import { requirementsOf } from "./levels.ts";

/**
 * Written by hand from the protocol pages and never generated: where the specification or its generators go astray,
 * these lists and the artefacts part.
 */
const CORE_STATES = [
  "requested",
  "scheduled",
  "confirmed",
  "in_progress",
  "delivered",
  "documented",
  "charged",
  "verified",
];

/** Decision D-05; a state that leads nowhere is terminal. */
const ALLOWED_MOVES: Readonly<Record<string, readonly string[]>> = {
  requested: ["scheduled", "pending_confirmation", "cancelled"],
  pending_confirmation: ["scheduled", "cancelled"],
  scheduled: ["confirmed", "rescheduling", "cancelled"],
  confirmed: ["in_progress", "rescheduling", "reassigning", "cancelled"],
  in_progress: ["delivered", "partial"],
  partial: ["documented"],
  delivered: ["documented", "disputed"],
  documented: ["charged", "disputed"],
  charged: ["verified", "disputed"],
  disputed: ["charged", "cancelled"],
  reassigning: ["scheduled", "cancelled"],
  rescheduling: ["scheduled", "cancelled"],
  verified: [],
  cancelled: [],
};

/** Operations page, section 2, under the base path. */
const OPERATIONS: Readonly<Record<string, string>> = {
  "capabilities.get": "GET /",
  "registry.manifest": "GET /manifest",
  "registry.search": "GET /registry/organizations",
  "registry.get_organization": "GET /registry/organizations/{org_slug}",
  "services.list": "GET /organizations/{org_slug}/services",
  "scheduling.check_availability": "GET /availability",
  "a2a.get_agent_card": "GET /organizations/{org_slug}/.well-known/agent.json",
  "docs.quickstart": "GET /docs/quickstart",
  "resolve.lookup": "GET /resolve/{country}/{org_slug}",
  "resolve.search": "GET /resolve/{country}",
  "trust.get_score": "GET /resolve/{country}/{org_slug}/trust",
  "service.get": "GET /services/{service_id}",
  "contract.get": "GET /services/{service_id}/contract",
  "clients.get_or_create": "POST /clients",
  "scheduling.book": "POST /sessions",
  "scheduling.confirm": "POST /sessions/{session_id}/confirm",
  "lifecycle.get_state": "GET /sessions/{session_id}/lifecycle",
  "lifecycle.transition": "POST /sessions/{session_id}/transitions",
  "scheduling.reschedule": "POST /sessions/{session_id}/reschedule",
  "scheduling.cancel": "POST /sessions/{session_id}/cancel",
  "delivery.checkin": "POST /sessions/{session_id}/checkin",
  "delivery.checkout": "POST /sessions/{session_id}/checkout",
  "delivery.record_evidence": "POST /sessions/{session_id}/evidence",
  "documentation.create": "POST /sessions/{session_id}/documentation",
  "payments.create_sale": "POST /sales",
  "payments.record_payment": "POST /sales/{sale_id}/payments",
  "payments.get_status": "GET /payments/status",
  "service_orders.list": "GET /service-orders",
  "service_orders.get": "GET /service-orders/{order_id}",
  "service_orders.create": "POST /service-orders",
  "service_orders.propose": "POST /service-orders/{order_id}/propose",
  "service_orders.activate": "POST /service-orders/{order_id}/activate",
  "service_orders.get_ledger": "GET /service-orders/{order_id}/ledger",
  "service_orders.transition": "POST /service-orders/{order_id}/transitions",
  "service_orders.update": "PATCH /service-orders/{order_id}",
  "mandates.list": "GET /mandates",
  "mandates.get": "GET /mandates/{mandate_id}",
  "mandates.suspend": "POST /mandates/{mandate_id}/suspend",
  "mandates.issue": "POST /mandates",
  "mandates.revoke": "POST /mandates/{mandate_id}/revoke",
  "mandates.reactivate": "POST /mandates/{mandate_id}/reactivate",
  "mandates.audit": "GET /mandates/{mandate_id}/audit",
  "audit.list": "GET /audit",
  "confirmations.list": "GET /confirmation-requests",
  "confirmations.get": "GET /confirmation-requests/{confirmation_id}",
  "confirmations.approve": "POST /confirmation-requests/{confirmation_id}/approve",
  "confirmations.reject": "POST /confirmation-requests/{confirmation_id}/reject",
  "resource.list": "GET /resources",
  "resource.get": "GET /resources/{resource_id}",
  "resource.create": "POST /resources",
  "resource.update": "PATCH /resources/{resource_id}",
  "resource.delete": "DELETE /resources/{resource_id}",
  "resource.get_availability": "GET /resources/{resource_id}/availability",
  "resolve.register": "POST /resolve/register",
  "resolve.update_endpoint": "PATCH /resolve/{country}/{org_slug}/endpoint",
  "telemetry.heartbeat": "PATCH /resolve/{country}/{org_slug}/endpoint",
  "webhooks.create_subscription": "POST /webhooks/subscriptions",
  "webhooks.list_subscriptions": "GET /webhooks/subscriptions",
  "webhooks.update_subscription": "PATCH /webhooks/subscriptions/{subscription_id}",
  "webhooks.delete_subscription": "DELETE /webhooks/subscriptions/{subscription_id}",
  "webhooks.rotate_secret": "POST /webhooks/subscriptions/{subscription_id}/rotate-secret",
  "webhooks.reactivate_subscription": "POST /webhooks/subscriptions/{subscription_id}/reactivate",
  "webhooks.test_subscription": "POST /webhooks/subscriptions/{subscription_id}/test",
  "webhooks.get_delivery": "GET /webhooks/deliveries/{delivery_id}",
  "public_bookings.create": "POST /organizations/{org_slug}/public-bookings",
  "public_bookings.confirm": "POST /organizations/{org_slug}/public-bookings/confirm",
  "public_bookings.get": "GET /organizations/{org_slug}/public-bookings/{booking_token}",
  "public_bookings.cancel": "POST /organizations/{org_slug}/public-bookings/{booking_token}/cancel",
  "public_bookings.reschedule": "POST /organizations/{org_slug}/public-bookings/{booking_token}/reschedule",
  "sandbox.get_clock": "GET /sandbox/clock",
  "sandbox.set_clock": "POST /sandbox/clock",
};

/** Documents at the host root, in front of the base path (channels 1, operations 4.13). */
const HOST_ROOT: Readonly<Record<string, string>> = {
  "discovery.list_agents": "GET /.well-known/agents.json",
  "discovery.get_a2a_card": "GET /api/servicialo/{org_slug}/.well-known/agent-card.json",
  "discovery.get_agent_card": "GET /api/servicialo/{org_slug}/.well-known/agent.json",
  "discovery.get_root_a2a_card": "GET /.well-known/agent-card.json",
  "discovery.get_root_agent_card": "GET /.well-known/agent.json",
  "discovery.get_mcp_pointer": "GET /.well-known/mcp.json",
  "health.live": "GET /health/live",
  "health.ready": "GET /health/ready",
};

/** Decision D-29. */
const REQUIRED = [
  "registry.search",
  "service.get",
  "scheduling.book",
  "lifecycle.transition",
  "delivery.record_evidence",
  "payments.create_sale",
];

/** Mandates page, section 2. */
const SCOPES = [
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
];

/** Codes that the cases rely on, with their statuses (errors page). */
const STATUSES: Readonly<Record<string, number>> = {
  MALFORMED_REQUEST: 400,
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  MANDATE_REQUIRED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  UNSUPPORTED_VERSION: 406,
  CONFLICT: 409,
  RESOURCE_UNAVAILABLE: 409,
  TRANSITION_CONFLICT: 409,
  IDEMPOTENCY_IN_PROGRESS: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  VALIDATION_ERROR: 422,
  INVALID_TRANSITION: 422,
  EVIDENCE_REQUIRED: 422,
  EVIDENCE_INVALID: 422,
  IDEMPOTENCY_KEY_REUSED: 422,
  RATE_LIMITED: 429,
};

const sorted = (names: Iterable<string>) => [...names].sort();

function table(inBasePath: boolean): Record<string, string> {
  return Object.fromEntries(
    allOperations()
      .filter((one) => (one.basePath !== "") === inBasePath)
      .map((one) => [one.id, `${one.method} ${one.path}`]),
  );
}

describe("the generated artefacts say what the protocol pages say", () => {
  it("has the eight core states in their order, one optional and five exception states", () => {
    expect(coreStates()).toEqual(CORE_STATES);
    const of = (kind: string) =>
      sorted(
        serviceStates()
          .filter((state) => state.kind === kind)
          .map((state) => state.name),
      );
    expect(of("optional")).toEqual(["pending_confirmation"]);
    expect(of("exception")).toEqual(["cancelled", "disputed", "partial", "reassigning", "rescheduling"]);
  });

  it("allows the 27 moves of D-05 and no other", () => {
    expect(sorted(serviceStates().map((state) => state.name))).toEqual(sorted(Object.keys(ALLOWED_MOVES)));
    const pinned = Object.entries(ALLOWED_MOVES).flatMap(([from, targets]) => targets.map((to) => `${from} → ${to}`));
    expect(pinned).toHaveLength(27);
    const generated = new Set(
      serviceMoves()
        .filter((move) => move.from !== null)
        .map((move) => `${move.from} → ${move.to}`),
    );
    expect(sorted(generated)).toEqual(sorted(pinned));
  });

  it("enters the machine in requested alone, and leaves verified and cancelled never", () => {
    expect(
      serviceMoves()
        .filter((move) => move.from === null)
        .map((move) => move.to),
    ).toEqual(["requested"]);
    expect(
      sorted(
        serviceStates()
          .filter((state) => state.terminal)
          .map((state) => state.name),
      ),
    ).toEqual(["cancelled", "verified"]);
  });

  it("lets only the provider deliver (D-07, P-04)", () => {
    const delivering = serviceMoves().filter((move) => move.to === "delivered" || move.to === "partial");
    expect(delivering).not.toHaveLength(0);
    for (const move of delivering) expect(move.by).toEqual(["provider"]);
  });

  it("serves every operation under its method and path", () => {
    expect(table(true)).toEqual(OPERATIONS);
    expect(table(false)).toEqual(HOST_ROOT);
  });

  it("requires six operations", () => {
    expect(
      sorted(
        allOperations()
          .filter((one) => one.required)
          .map((one) => one.id),
      ),
    ).toEqual(sorted(REQUIRED));
  });

  it("grants 21 scopes", () => {
    expect(sorted(Object.keys(scopes))).toEqual(sorted(SCOPES));
  });

  it("gives each code its status", () => {
    const seen = Object.fromEntries(
      Object.keys(STATUSES).map((code) => [code, (errors as Record<string, { status: number }>)[code]?.status]),
    );
    expect(seen).toEqual(STATUSES);
  });

  it("counts 97 requirements for CORE", () => {
    const core = requirementsOf("core");
    expect(core).toHaveLength(97);
    expect(core.filter((one) => one.keyword.startsWith("MUST"))).toHaveLength(94);
    expect(findRequirement("SVC-LIFE-003")?.keyword).toBe("MUST");
  });
});
