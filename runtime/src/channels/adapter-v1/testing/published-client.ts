/** What a tool is called with. */
// biome-ignore lint/suspicious/noExplicitAny: tools take and give JSON of every shape
export type Json = any;

/** A request before its path is translated. */
interface ToolRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH";
  /** As the server's tools write it, for a platform of its own. */
  readonly path: string;
  readonly query?: Record<string, unknown>;
  readonly body?: Record<string, unknown>;
}

interface Tool {
  readonly public?: true;
  request(args: Json): ToolRequest;
}

/** What a process of the published server is set up with: SERVICIALO_… variables. */
export interface ClientSettings {
  readonly baseUrl: string;
  readonly apiKey?: string;
  readonly orgId?: string;
  readonly nodeToken?: string;
}

/** A refusal, as the published server hands it to the model: the whole text. */
export class ToolError extends Error {
  override readonly name = "ToolError";
  readonly status: number;
  readonly body: Json;

  constructor(request: string, status: number, text: string) {
    super(`${request} failed (${status}): ${text}`);
    this.status = status;
    this.body = JSON.parse(text);
  }
}

const session = (id: string) => `/coordinalo/sessions/${id}`;
const organization = (slug: string) => `/api/servicialo/${slug}`;
const endpoint = ({ country, slug }: Json) => `/api/servicialo/resolve/${country}/${slug}/endpoint`;

/** Each tool of the adapter binding, as its page describes it (channels 6). */
const tools = {
  "registry.manifest": { public: true, request: () => get("/api/servicialo/manifest") },
  "registry.search": {
    public: true,
    request: ({ vertical, location, country = "cl", limit = 10 }) =>
      get("/api/servicialo/registry", { vertical, location, country, limit }),
  },
  "registry.get_organization": {
    public: true,
    request: ({ slug, country }) => get(`${organization(slug)}/services`, { country }),
  },
  "services.list": { public: true, request: ({ slug }) => get(`${organization(slug)}/services`) },
  "scheduling.check_availability": {
    public: true,
    request: ({ slug, from, to, ...targets }) => get(`${organization(slug)}/availability`, { ...targets, from, to }),
  },
  "a2a.get_agent_card": { public: true, request: ({ slug }) => get(`${organization(slug)}/.well-known/agent.json`) },
  "resolve.lookup": {
    public: true,
    request: ({ country, slug }) => get(`/api/servicialo/resolve/${country}/${slug}`),
  },
  "trust.get_score": {
    public: true,
    request: ({ country, slug }) => get(`/api/servicialo/resolve/${country}/${slug}`),
  },
  "resolve.search": {
    public: true,
    request: ({ country, vertical, limit = 20 }) => get(`/api/servicialo/resolve/${country}`, { vertical, limit }),
  },
  "service.get": { request: ({ id }) => get(`/coordinalo/services/${id}`) },
  "contract.get": { request: ({ id, orgId }) => get(`/coordinalo/services/${id}/contract`, { orgId }) },
  "clients.get_or_create": {
    request: ({ email, phone, name, lastName, actor }) =>
      post("/relacionalo/clients/upsert", { email, phone, name, lastName, actor }),
  },
  "scheduling.book": {
    request: ({ serviceId, providerId, clientId, startTime, resourceId, actor }) =>
      post("/coordinalo/sessions", { serviceId, providerId, clientId, startTime, resourceId, actor }),
  },
  "scheduling.confirm": { request: ({ id, actor }) => post(`${session(id)}/confirm`, { actor }) },
  "lifecycle.get_state": { request: ({ id }) => get(`${session(id)}/lifecycle`) },
  "lifecycle.transition": {
    request: ({ id, toState, actor, reason, evidence }) =>
      post(`${session(id)}/lifecycle/transition`, { toState, actor, reason, evidence }),
  },
  "scheduling.reschedule": {
    request: ({ id, startTime, actor }) => ({ method: "PUT", path: session(id), body: { startTime, actor } }),
  },
  "scheduling.cancel": { request: ({ id, reason, actor }) => post(`${session(id)}/cancel`, { reason, actor }) },
  "delivery.checkin": {
    request: ({ id, actor, location, timestamp }) => post(`${session(id)}/checkin`, { actor, location, timestamp }),
  },
  "delivery.checkout": {
    request: ({ id, actor, location, timestamp }) => post(`${session(id)}/checkout`, { actor, location, timestamp }),
  },
  "delivery.record_evidence": {
    request: ({ id, evidenceType, data, data_sensitivity, actor }) =>
      post(`${session(id)}/evidence`, { evidenceType, data, data_sensitivity, actor }),
  },
  "documentation.create": {
    request: ({ id, content, templateId, actor }) =>
      post(`${session(id)}/documentation`, { content, templateId, actor }),
  },
  "payments.create_sale": {
    request: ({ clientId, serviceId, providerId, quantity = 1, unitPrice }) =>
      post("/planificalo/sales", { clientId, serviceId, providerId, quantity, unitPrice }),
  },
  "payments.record_payment": {
    request: ({ ventaId, amount, paymentMethod, reference }) =>
      post("/planificalo/payments", { ventaId, amount, paymentMethod, reference }),
  },
  "payments.get_status": {
    request: ({ saleId, clientId }) =>
      get(saleId ? `/planificalo/sales/${saleId}` : `/planificalo/clients/${clientId}/account-history`),
  },
  "resource.list": {
    request: ({ organizationId, type, isActive }) =>
      get("/coordinalo/resources", {
        organizationId,
        type,
        ...(isActive !== undefined && { isActive: String(isActive) }),
      }),
  },
  "resource.get": { request: ({ id }) => get(`/coordinalo/resources/${id}`) },
  "resource.create": {
    request: ({ capacity = 1, bufferMinutes = 0, ...others }) =>
      post("/coordinalo/resources", { ...others, capacity, bufferMinutes }),
  },
  "resource.update": {
    request: ({ id, ...changes }) => ({ method: "PATCH", path: `/coordinalo/resources/${id}`, body: changes }),
  },
  "resource.delete": {
    request: ({ id, actor }) => ({
      method: "PATCH",
      path: `/coordinalo/resources/${id}`,
      body: { isActive: false, actor },
    }),
  },
  "resource.get_availability": {
    request: ({ id, dateFrom, dateTo, timezone }) =>
      get(`/coordinalo/resources/${id}/availability`, { dateFrom, dateTo, timezone }),
  },
  "resolve.register": { request: (facts) => post("/api/servicialo/resolve/register", facts) },
  "resolve.update_endpoint": {
    request: ({ country, slug, ...urls }) => ({ method: "PATCH", path: endpoint({ country, slug }), body: urls }),
  },
  "telemetry.heartbeat": {
    request: ({ country, slug, metrics }) => ({
      method: "PATCH",
      path: endpoint({ country, slug }),
      body: { heartbeat: true, metrics },
    }),
  },
} satisfies Record<string, Tool>;

export type ToolName = keyof typeof tools;

export const toolNames = Object.keys(tools) as ToolName[];

function get(path: string, query?: Record<string, unknown>): ToolRequest {
  return { method: "GET", path, ...(query && { query }) };
}

function post(path: string, body: Record<string, unknown>): ToolRequest {
  return { method: "POST", path, body };
}

/** From the platform's own paths to those of any node. */
function translated(path: string): string {
  if (/^\/api\/servicialo\/(?:manifest|registry|resolve)(?:\/|$)/.test(path))
    return path.replace("/api/servicialo", "/v1");
  const [, slug, rest] = /^\/api\/servicialo\/([^/]+)\/(.+)$/.exec(path) ?? [];
  if (slug !== undefined) return `/v1/organizations/${slug}/${rest}`;
  if (path.startsWith("/api/")) return path;
  if (path === "/relacionalo/clients/upsert") return "/v1/clients";
  return `/v1${path.replace(/^\/(?:coordinalo|planificalo)(?=\/)/, "")}`;
}

/**
 * The published MCP server with its `http` adapter, as far as a node can see it: written from the page about the
 * binding, and from nothing of this node.
 */
export class PublishedClient {
  readonly #settings: ClientSettings;
  /** Tools that were called and answered. */
  readonly called = new Set<ToolName>();

  constructor(settings: ClientSettings) {
    this.#settings = { ...settings, baseUrl: settings.baseUrl.replace(/\/$/, "") };
  }

  /** Calls a tool. @throws {ToolError} for every status but 2xx; {SyntaxError} when an answer is no JSON */
  async call(tool: ToolName, args: Record<string, unknown> = {}): Promise<Json> {
    const { request, ...facts }: Tool = tools[tool];
    const { method, path, query = {}, body } = request(args);
    const given = Object.entries(query).filter(([, value]) => value !== undefined);
    const search = new URLSearchParams(Object.fromEntries(given.map(([name, value]) => [name, String(value)])));
    const target = `${translated(path)}${search.size > 0 ? `?${search}` : ""}`;
    const answer = await this.send(method, target, body, facts.public === true);
    this.called.add(tool);
    return answer;
  }

  /** What the server sends once when it starts; whatever comes back, it goes on. */
  async start(country: string, slug: string): Promise<number> {
    const { baseUrl, apiKey } = this.#settings;
    const response = await fetch(`${baseUrl}/api/registry/${country}/${slug}/heartbeat`, {
      method: "POST",
      headers: { authorization: `Bearer ${apiKey}` },
    });
    return response.status;
  }

  /** Sends a request as the adapter does; GET, too, says that it is JSON. */
  async send(method: string, target: string, body?: unknown, isPublic = false): Promise<Json> {
    const { baseUrl, apiKey, orgId, nodeToken } = this.#settings;
    const response = await fetch(`${baseUrl}${target}`, {
      method,
      headers: {
        "content-type": "application/json",
        ...(!isPublic && { authorization: `Bearer ${apiKey}` }),
        ...(orgId !== undefined && { "x-servicialo-org": orgId }),
        ...(isPublic && nodeToken !== undefined && { "x-servicialo-node-token": nodeToken }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new ToolError(`${method} ${target}`, response.status, await response.text());
    return response.json();
  }
}
