import * as payments from "./operations-payments.ts";
import * as open from "./operations-public.ts";
import * as sessions from "./operations-sessions.ts";
import type { Answer, Call } from "./request.ts";

export interface Route {
  readonly method: "GET" | "POST";
  /** From the root of the host; `{name}` stands for one segment. */
  readonly path: string;
  /** Name in the capabilities document; null: known by its place. */
  readonly operation: string | null;
  readonly isPublic: boolean;
  /** `data.type` of a command. */
  readonly type?: string;
  readonly run: (call: Call) => Answer;
}

const BASE = "/servicialo/v1";

const reads = (path: string, operation: string, run: Route["run"]): Route => ({
  method: "GET",
  path: `${BASE}${path}`,
  operation,
  isPublic: false,
  run,
});
const opened = (path: string, operation: string | null, run: Route["run"]): Route => ({
  method: "GET",
  path,
  operation,
  isPublic: true,
  run,
});
const command = (path: string, operation: string, type: string, run: Route["run"]): Route => ({
  method: "POST",
  path: `${BASE}${path}`,
  operation,
  isPublic: false,
  type,
  run,
});

export const ROUTES: readonly Route[] = [
  opened(BASE, null, open.capabilities),
  opened(`${BASE}/manifest`, "registry.manifest", open.manifest),
  opened(`${BASE}/registry/organizations`, "registry.search", open.searchOrganizations),
  opened(`${BASE}/registry/organizations/{org_slug}`, "registry.get_organization", open.getOrganization),
  opened(`${BASE}/organizations/{org_slug}/services`, "services.list", open.listServices),
  opened(`${BASE}/availability`, "scheduling.check_availability", open.checkAvailability),
  opened("/.well-known/agents.json", null, open.agents),
  opened("/api/servicialo/{org_slug}/.well-known/agent.json", null, open.agentCard),
  reads("/services/{service_id}", "service.get", sessions.getService),
  command("/clients", "clients.get_or_create", "clients", sessions.getOrCreateClient),
  command("/sessions", "scheduling.book", "sessions", sessions.book),
  command("/sessions/{session_id}/confirm", "scheduling.confirm", "confirmations", sessions.confirm),
  reads("/sessions/{session_id}/lifecycle", "lifecycle.get_state", sessions.getState),
  command("/sessions/{session_id}/transitions", "lifecycle.transition", "transitions", sessions.moveSession),
  command("/sessions/{session_id}/cancel", "scheduling.cancel", "cancellations", sessions.cancel),
  command("/sessions/{session_id}/checkin", "delivery.checkin", "checkins", sessions.checkin),
  command("/sessions/{session_id}/checkout", "delivery.checkout", "checkouts", sessions.checkout),
  command("/sessions/{session_id}/evidence", "delivery.record_evidence", "evidence", sessions.addEvidence),
  command("/sessions/{session_id}/documentation", "documentation.create", "documentation", sessions.document),
  command("/sales", "payments.create_sale", "sales", payments.createSale),
  command("/sales/{sale_id}/payments", "payments.record_payment", "payments", payments.recordPayment),
  reads("/payments/status", "payments.get_status", payments.paymentStatus),
  reads("/sandbox/clock", "sandbox.get_clock", sessions.getClock),
  command("/sandbox/clock", "sandbox.set_clock", "sandbox_clocks", sessions.setClock),
];

/** Names of what this node offers, as tools are named. */
export function declaredOperations(): string[] {
  return ROUTES.flatMap(({ operation }) => (operation === null || operation.startsWith("sandbox.") ? [] : [operation]));
}

/** Whatever stands at a path, with the values of its variable segments. */
export function routesAt(path: string): { route: Route; params: Record<string, string> }[] {
  const segments = path.replace(/\/+$/, "").split("/");
  return ROUTES.flatMap((route) => {
    const wanted = route.path.split("/");
    if (wanted.length !== segments.length) return [];
    const params: Record<string, string> = {};
    for (const [index, part] of wanted.entries()) {
      const given = segments[index] ?? "";
      if (part.startsWith("{")) params[part.slice(1, -1)] = decoded(given);
      else if (part !== given) return [];
    }
    return [{ route, params }];
  });
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
