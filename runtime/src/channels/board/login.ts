import type { FastifyReply, FastifyRequest } from "fastify";
import type { NodeServices } from "../../pipeline/execute.ts";

/** Where the board stands; its cookie goes nowhere else. */
export const BOARD_PATH = "/board";

const COOKIE = "servicialo_board";

/** What the sealed cookie is bound to. */
const SEAL = "board login";

/** How long a login lasts, in milliseconds: a working day. */
const LASTS_MS = 8 * 60 * 60 * 1000;

/** A key as it may stand in a header; nothing else is handed to the node. */
const KEY = /^[\x21-\x7e]{1,512}$/;

/** Whether a text could be a key at all. */
export function looksLikeKey(text: string): boolean {
  return KEY.test(text);
}

/**
 * Lets a browser in with a key: the key itself, sealed with the node's own key, so that only the node can read it. Nothing
 * is kept on the node, and a key that is revoked opens nothing from the next request on.
 */
export function logIn(
  { vault, clock, config }: NodeServices,
  request: FastifyRequest,
  reply: FastifyReply,
  key: string,
): void {
  const sealed = vault.sealText(SEAL, JSON.stringify({ key, until: clock.now() + LASTS_MS }));
  const secure = request.protocol === "https" || config.publicUrl?.startsWith("https:") === true;
  setCookie(reply, sealed, LASTS_MS / 1000, secure);
}

/** Makes the browser forget. */
export function logOut(reply: FastifyReply): void {
  setCookie(reply, "", 0, false);
}

/** The key of a browser that was let in; null for no cookie, a forged one, or one that has run out. */
export function keyOf({ vault, clock }: NodeServices, request: FastifyRequest): string | null {
  const sealed = cookieOf(request);
  if (sealed === null) return null;
  try {
    const { key, until } = JSON.parse(vault.openText(SEAL, sealed)) as { key: string; until: number };
    return until > clock.now() ? key : null;
  } catch {
    return null;
  }
}

/**
 * Whether a form was sent by a page of this node. Browsers say where a form comes from, and the cookie goes with none from
 * elsewhere; who says nothing is no browser, and has no cookie that somebody else could misuse.
 */
export function isOwnForm(request: FastifyRequest): boolean {
  const site = request.headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin";
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
}

function setCookie(reply: FastifyReply, value: string, seconds: number, secure: boolean): void {
  const flags = `Path=${BOARD_PATH}; HttpOnly; SameSite=Strict; Max-Age=${seconds}${secure ? "; Secure" : ""}`;
  reply.header("set-cookie", `${COOKIE}=${value}; ${flags}`);
}

function cookieOf(request: FastifyRequest): string | null {
  for (const pair of (request.headers.cookie ?? "").split(";")) {
    const [name, ...value] = pair.trim().split("=");
    if (name === COOKIE && value.length > 0) return value.join("=");
  }
  return null;
}
