import { readFileSync } from "node:fs";
import rateLimit from "@fastify/rate-limit";
import type { Ledger, LifecycleStates, PaymentStatus, Session } from "@servicialo/schema/0.8/types";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { NodeServices } from "../../pipeline/execute.ts";
import type { Exchange } from "../exchange/exchange.ts";
import { type Asker, type BoardSession, NodeBehindBoard, NodeRefusal } from "./ask-node.ts";
import { dayPage } from "./day-page.ts";
import { evidencePage } from "./evidence-page.ts";
import { documentOf, type Page } from "./layout.ts";
import { BOARD_PATH, isOwnForm, keyOf, logIn, logOut, looksLikeKey } from "./login.ts";
import { loginPage, problemPage, REFUSED } from "./pages.ts";
import { sessionPage } from "./session-page.ts";

/** Largest form, in bytes: a key. */
const FORM_LIMIT_BYTES = 4096;

/** Only files of this node, no script in a page, no frame around it. */
const HEADERS = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy":
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  // A stricter one would keep browsers from saying where a form comes from.
  "referrer-policy": "same-origin",
  "cache-control": "no-store",
} as const;

const ASSETS = { "board.css": "text/css; charset=utf-8", "board.js": "text/javascript; charset=utf-8" } as const;

/**
 * The operations board: today's sessions, and one session with everything around it, for whoever has a key of the
 * organization. A door like the others: it turns pages into requests of the HTTP profile, and decides nothing.
 */
export async function boardDoor(app: FastifyInstance, services: NodeServices, exchange: Exchange): Promise<void> {
  const node = new NodeBehindBoard(exchange);
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: FORM_LIMIT_BYTES },
    (_request, body, done) => done(null, new URLSearchParams(String(body))),
  );
  app.setErrorHandler(async (error, request, reply) => refuse(request, reply, error));
  await addLogin(app, services, node);
  addAssets(app);
  const guarded = (url: string, pageOf: (asker: Asker) => Promise<Page>) => {
    app.get(url, async (request, reply) => {
      const key = keyOf(services, request);
      if (key === null) return reply.redirect(`${BOARD_PATH}/login`, 303);
      return send(reply, 200, await pageOf({ key, request }));
    });
  };
  guarded(BOARD_PATH, async (asker) => {
    const { date, state } = asker.request.query as { date?: unknown; state?: unknown };
    const day = await node.day(asker, date === undefined ? undefined : String(date));
    return {
      title: day.date === day.today ? "Today" : day.date,
      main: dayPage(day, typeof state === "string" ? state : undefined),
      organization: day.organization.name,
      live: true,
    };
  });
  guarded(`${BOARD_PATH}/sessions/:id`, async (asker) => {
    const session = await node.session(asker, idOf(asker));
    const main = sessionPage({ session, ...(await partsOf(node, asker, session)) });
    return { title: session.name, main, organization: session.organization.name, live: true };
  });
  guarded(`${BOARD_PATH}/sessions/:id/evidence`, async (asker) => {
    const session = await node.session(asker, idOf(asker));
    const document = (await node.attributes(asker, "service.get", { service_id: session.id })) as Session;
    return { title: "Evidence", main: evidencePage(session, document), organization: session.organization.name };
  });
}

function idOf({ request }: Asker): string {
  return (request.params as { id: string }).id;
}

async function partsOf(node: NodeBehindBoard, asker: Asker, session: BoardSession) {
  const lifecycle = (await node.attributes(asker, "lifecycle.get_state", {
    session_id: session.id,
  })) as LifecycleStates;
  const sales: { id: string; status: PaymentStatus }[] = [];
  for (const id of session.sale_ids) {
    sales.push({ id, status: (await node.attributes(asker, "payments.get_status", { sale_id: id })) as PaymentStatus });
  }
  const orderId = session.service_order_id;
  const order =
    orderId === undefined
      ? null
      : {
          id: orderId,
          ledger: (await node.attributes(asker, "service_orders.get_ledger", { order_id: orderId })) as Ledger,
        };
  return { lifecycle, sales, order };
}

async function addLogin(app: FastifyInstance, services: NodeServices, node: NodeBehindBoard): Promise<void> {
  const { publicRateLimit: max, publicRateWindowSeconds } = services.config;
  await app.register(rateLimit, { global: false, max, timeWindow: publicRateWindowSeconds * 1000 });
  app.get(`${BOARD_PATH}/login`, async (request, reply) => {
    if (keyOf(services, request) !== null) return reply.redirect(BOARD_PATH, 303);
    return send(reply, 200, loginDocument(null));
  });
  app.post(`${BOARD_PATH}/login`, { onRequest: app.rateLimit() }, async (request, reply) => {
    if (!isOwnForm(request))
      return send(reply, 403, loginDocument("This form was not sent from the board. Try again here."));
    const key = request.body instanceof URLSearchParams ? (request.body.get("key") ?? "").trim() : "";
    // Whether it is unknown, revoked, somebody else's or no key at all: one answer.
    if (!looksLikeKey(key) || !(await opens(node, { key, request }))) {
      return send(reply, 401, loginDocument(REFUSED));
    }
    logIn(services, request, reply, key);
    return reply.redirect(BOARD_PATH, 303);
  });
  app.post(`${BOARD_PATH}/logout`, async (request, reply) => {
    if (isOwnForm(request)) logOut(reply);
    return reply.redirect(`${BOARD_PATH}/login`, 303);
  });
}

/** Whether a key shows a day of its organization. @throws {NodeRefusal} when the node cannot tell now */
async function opens(node: NodeBehindBoard, asker: Asker): Promise<boolean> {
  try {
    await node.day(asker, undefined);
    return true;
  } catch (error) {
    if (error instanceof NodeRefusal && error.status < 500) return false;
    throw error;
  }
}

function addAssets(app: FastifyInstance): void {
  for (const [name, contentType] of Object.entries(ASSETS)) {
    const body = readFileSync(new URL(`./${name}`, import.meta.url));
    app.get(`${BOARD_PATH}/${name}`, async (_request, reply) =>
      reply
        .headers({ "content-type": contentType, "cache-control": "no-cache", "x-content-type-options": "nosniff" })
        .send(body),
    );
  }
}

/** A refusal of the node as a page. A key that opens nothing any more is asked for again. */
function refuse(request: FastifyRequest, reply: FastifyReply, error: unknown): FastifyReply {
  const status = statusOf(error);
  if (status === 401) {
    logOut(reply);
    return reply.redirect(`${BOARD_PATH}/login`, 303);
  }
  if (status >= 500) request.log.error({ err: error }, "a page of the board failed");
  const [title, sentence] = toldOf(status, error);
  return send(reply, status, { title, main: problemPage(title, sentence), organization: null });
}

function statusOf(error: unknown): number {
  if (error instanceof NodeRefusal) return error.status;
  const { statusCode } = error as { statusCode?: unknown };
  return typeof statusCode === "number" && statusCode >= 400 ? statusCode : 500;
}

function toldOf(status: number, error: unknown): readonly [string, string] {
  if (status === 404) return ["Not here", "There is no such session in this organization."];
  if (status === 429) return ["Too many tries", "Wait a little, and try again."];
  if (status === 503) return ["Not available", "The node cannot reach its database. Try again in a moment."];
  if (status >= 500) return ["Something failed", "The log of the node says more."];
  return ["Not possible", error instanceof Error ? error.message : "The request is wrong."];
}

function loginDocument(problem: string | null): Page {
  return { title: "Log in", main: loginPage(problem), organization: null };
}

function send(reply: FastifyReply, status: number, page: Page): FastifyReply {
  return reply.code(status).headers(HEADERS).send(documentOf(page));
}
