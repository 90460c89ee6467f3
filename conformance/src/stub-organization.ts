import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { PROTOCOL_VERSION } from "./artefacts.ts";

const BASE = "/servicialo/v1";
const DAY_MS = 86_400_000;

/** What the organization has of what a registration asks for (operations 4.10). */
export interface StubParts {
  readonly offer: boolean;
  readonly provider: boolean;
  readonly block: boolean;
}

export const READY: StubParts = { offer: true, provider: true, block: true };

/**
 * The public side of an organization's node, on loopback: what a resolver sees when it asks whether the organization can
 * be booked. It answers for any slug, so that each registration has one of its own.
 */
export class StubOrganization {
  readonly #server: Server;
  readonly #parts: StubParts;
  #asked = 0;

  private constructor(server: Server, parts: StubParts) {
    this.#server = server;
    this.#parts = parts;
  }

  static async open(parts: StubParts = READY): Promise<StubOrganization> {
    const server = createServer();
    const stub = new StubOrganization(server, parts);
    server.on("request", (request: IncomingMessage, response: ServerResponse) => stub.#answer(request, response));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    return stub;
  }

  /** Base path of its HTTP profile. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}${BASE}`;
  }

  /** How many requests have come in. */
  get asked(): number {
    return this.#asked;
  }

  async close(): Promise<void> {
    this.#server.close();
    this.#server.closeAllConnections();
    await once(this.#server, "close");
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    this.#asked += 1;
    const url = new URL(request.url ?? "/", "http://stub");
    const found = this.#documentAt(url);
    response.statusCode = found === undefined ? 404 : 200;
    response.setHeader("content-type", "application/vnd.api+json");
    response.setHeader("x-servicialo-version", PROTOCOL_VERSION);
    response.setHeader("connection", "close");
    response.end(JSON.stringify(found ?? { errors: [{ status: "404", code: "NOT_FOUND", title: "Not found" }] }));
  }

  #documentAt({ pathname, searchParams }: URL): unknown {
    const path = pathname.startsWith(BASE) ? pathname.slice(BASE.length) : pathname;
    const slug = /^\/(?:organizations|registry\/organizations)\/([^/]+)/.exec(path)?.[1] ?? "";
    if (path.endsWith("/manifest")) {
      const name = "Certification run";
      return { servicialo: PROTOCOL_VERSION, name, description: name, endpoints: {}, org_slug: null };
    }
    if (/^\/organizations\/[^/]+\/services$/.test(path)) return collection(this.#offers());
    if (/^\/registry\/organizations\/[^/]+$/.test(path)) return this.#profile(slug);
    if (path === "/availability") return collection(this.#slots(searchParams.get("date_from")));
    return undefined;
  }

  #offers(): unknown[] {
    if (!this.#parts.offer) return [];
    const attributes = {
      id: "stub-offer",
      organization_id: "stub-organization",
      type: "certification",
      vertical: "health",
      name: "Certification",
      duration_minutes: 30,
      price: { value: 1000, currency: "CLP" },
      modality: "virtual",
      visibility: "public",
      active: true,
      provider_ids: this.#parts.provider ? ["stub-provider"] : [],
    };
    return [{ type: "service_offers", id: attributes.id, attributes }];
  }

  #profile(slug: string): unknown {
    const providers = this.#parts.provider
      ? [{ id: "stub-provider", name: "Certification", specializations: [], services: ["stub-offer"] }]
      : [];
    const attributes = {
      id: "stub-organization",
      slug,
      name: "Certification run",
      vertical: "health",
      country: "cl",
      timezone: "America/Santiago",
      currency: "CLP",
      discoverable: true,
      created_at: "2026-01-01T00:00:00Z",
      services: this.#offers().map((offer) => (offer as { attributes: unknown }).attributes),
      providers,
    };
    return { data: { type: "organizations", id: slug, attributes } };
  }

  #slots(from: string | null): unknown[] {
    if (!this.#parts.offer || !this.#parts.provider || !this.#parts.block || from === null) return [];
    const start = Date.parse(`${from}T15:00:00Z`) + DAY_MS;
    const attributes = {
      provider_id: "stub-provider",
      service_id: "stub-offer",
      starts_at: new Date(start).toISOString(),
      ends_at: new Date(start + 30 * 60_000).toISOString(),
      confidence_score: 0.9,
    };
    return [{ type: "availability_slots", id: "stub-slot", attributes }];
  }
}

function collection(data: readonly unknown[]): unknown {
  const meta = {
    total: data.length,
    page: 1,
    per_page: 100,
    mode: "provider_only",
    conflict_resolution: { type: "none" },
  };
  return { data, meta, links: { self: "/", next: null, prev: null, first: "/", last: "/" } };
}
