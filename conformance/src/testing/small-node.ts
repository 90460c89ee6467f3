import { randomUUID } from "node:crypto";
import { createServer, type RequestListener, type Server } from "node:http";
import { findRequirement } from "../artefacts.ts";
import type { CaseDefinition } from "../define-case.ts";
import type { DiscoveredCase } from "../discover-cases.ts";
import { listen, stop } from "./null-targets.ts";

/** How a small node differs from a well-behaved one. */
export interface SmallNodeFaults {
  /** Status of every booking. */
  readonly bookingStatus?: number;
  /** Tokens that it does not take. */
  readonly refusedTokens?: readonly string[];
  /** The only organization that it knows. */
  readonly organization?: string;
  /** What it serves besides, by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Added to every booking that it answers. */
  readonly secret?: string;
  /** So many requests it answers, and none after them. */
  readonly answers?: number;
  /** Path in front of the base path; every other one is a page of HTML. */
  readonly prefix?: string;
}

/** Just enough of a node to run a few cases against: a manifest, one organization, and sessions with random ids. */
export async function startSmallNode(
  faults: SmallNodeFaults = {},
): Promise<{ url: string; requests: string[]; close(): Promise<void> }> {
  const requests: string[] = [];
  const listener: RequestListener = (request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const path = request.url ?? "/";
      requests.push(`${request.method} ${path}`);
      if (requests.length > (faults.answers ?? Number.POSITIVE_INFINITY)) return;
      const file = faults.files?.[path];
      if (file !== undefined) return void response.end(file);
      const base = `${faults.prefix ?? ""}/servicialo/v1`;
      if (!path.startsWith(base))
        return void response.writeHead(404, { "content-type": "text/html" }).end("<html></html>");
      const [status, body] = answer(
        { method: request.method ?? "", path: path.slice(base.length), authorization: request.headers.authorization },
        faults,
      );
      response.writeHead(status, { "content-type": "application/vnd.api+json", "x-servicialo-version": "0.8" });
      response.end(JSON.stringify(body));
    });
  };
  const server: Server = createServer(listener);
  return { url: await listen(server), requests, close: () => stop(server) };
}

function answer(
  request: { method: string; path: string; authorization: string | undefined },
  faults: SmallNodeFaults,
): [number, unknown] {
  const refusal = (status: number, code: string): [number, unknown] => [
    status,
    { errors: [{ status: String(status), code, title: "Refused" }] },
  ];
  const { organization = "clinic-under-test", bookingStatus = 201 } = faults;
  if (request.path === "/manifest") return [200, { servicialo: "0.8", org_slug: organization }];
  if (request.path === "" || request.path === "/")
    return [200, { data: { type: "capabilities", id: "node", attributes: { capabilities: [] } } }];
  if (faults.refusedTokens?.some((token) => request.authorization?.includes(token)))
    return refusal(401, "UNAUTHORIZED");
  if (request.path.includes(organization))
    return [200, { data: { type: "organizations", id: organization, attributes: {} } }];
  if (request.path.includes("/organizations/") && !request.path.includes(organization))
    return refusal(404, "NOT_FOUND");
  if (request.path === "/sessions" && request.method === "POST") {
    const attributes = {
      starts_at: new Date().toISOString(),
      ...(faults.secret === undefined ? {} : { api_key: faults.secret }),
    };
    if (bookingStatus >= 400) return refusal(bookingStatus, "VALIDATION_ERROR");
    return [bookingStatus, { data: { type: "sessions", id: randomUUID(), attributes } }];
  }
  const known = /^\/sessions\/([0-9a-f-]{36})$/.exec(request.path)?.[1];
  if (known === undefined) return refusal(404, "NOT_FOUND");
  return [200, { data: { type: "sessions", id: known, attributes: {} } }];
}

/** A case of a test. */
export function caseOf(
  requirement: string,
  run: CaseDefinition["run"],
  more: Partial<CaseDefinition> = {},
): DiscoveredCase {
  const found = findRequirement(requirement);
  if (found === undefined) throw new Error(`no ${requirement}`);
  const definition = { requirement, title: `a case of <this> & "test"`, run, ...more } as CaseDefinition;
  return { definition, requirement: found, file: `${found.area}/${requirement.toLowerCase()}.case.ts` };
}

/** Books and reads back what was booked. */
export function bookingCase(requirement = "SVC-HTTP-002"): DiscoveredCase {
  return caseOf(requirement, async (context) => {
    await context.positive("a booking can be read again", async (check) => {
      const rawBody = JSON.stringify({ data: { type: "bookings", attributes: { note: context.world.uniqueWord() } } });
      const booked = await context.node.raw({ method: "POST", target: "/sessions", as: "organization", rawBody });
      check.status(booked, 201);
      const id = String(booked.at("data.id"));
      check.status(await context.node.raw({ method: "GET", target: `/sessions/${id}`, as: "organization" }), 200);
    });
  });
}
