import type { CardKind } from "./card-kind.ts";
import { judge, type Point } from "./point.ts";
import { describe, type Heard, isSafe } from "./wire.ts";

/** An agent asks for a card before it does anything else: longer than this, it is noticed. Milliseconds. */
const QUICK_MS = 1000;

/** Where each kind of card is looked for (channels 1 and 4.1). */
const PLACES: Readonly<Record<CardKind, RegExp>> = {
  servicialo: /^(?:\/api\/servicialo\/[^/]+)?\/\.well-known\/agent\.json$/,
  a2a: /\/\.well-known\/(?:agent-card|agent)\.json$/,
};

/** Whether the card can be had at all. */
export function reachabilityPoints(url: string, kind: CardKind, heard: Heard): readonly Point[] {
  const area = "reachability";
  const found = heard.status === 200;
  return [
    judge(
      {
        id: "reachability.transport",
        area,
        title: "served over HTTPS, or on loopback",
        keyword: "MUST",
        source: "SVC-CARD-005",
        weight: 6,
        expected: "https, or a loopback address",
        mend: "Serve the card over HTTPS, and advertise that address.",
      },
      { holds: isSafe(url), got: new URL(url).origin },
    ),
    judge(
      {
        id: "reachability.status",
        area,
        title: "answers 200, without a detour",
        keyword: "MUST",
        source: kind === "servicialo" ? "SVC-CARD-001" : "channels 4.1",
        weight: 8,
        expected: "200",
        mend: statusMend(heard),
      },
      { holds: heard.status === 401 || heard.status === 403 ? null : found, got: describe(heard) },
    ),
    judge(
      {
        id: "reachability.media_type",
        area,
        title: "is plain JSON",
        keyword: "MUST",
        source: "errors page E-03",
        weight: 3,
        expected: "application/json",
        mend: "Send Content-Type: application/json; a card has no envelope.",
      },
      {
        holds: found ? /^application\/json\b/.test(heard.headers["content-type"] ?? "") : null,
        got: heard.headers["content-type"] ?? "no Content-Type",
      },
    ),
    judge(
      {
        id: "reachability.latency",
        area,
        title: "answers quickly",
        keyword: "SHOULD",
        source: "channels 1",
        weight: 3,
        expected: `at most ${QUICK_MS} ms`,
        mend: "Answer the card from memory; it may be kept for five minutes.",
      },
      { holds: found ? heard.milliseconds <= QUICK_MS : null, got: `${heard.milliseconds} ms` },
    ),
    judge(
      {
        id: "reachability.place",
        area,
        title: "stands where its readers look",
        keyword: "SHOULD",
        source: kind === "servicialo" ? "channels 1" : "channels 4.1",
        weight: 2,
        expected:
          kind === "servicialo"
            ? "/api/servicialo/{org_slug}/.well-known/agent.json, or /.well-known/agent.json of a node with one organization"
            : "/.well-known/agent-card.json at the host's root or beside the level 2 card",
        mend: "Serve it at this path, too.",
      },
      { holds: PLACES[kind].test(new URL(url).pathname), got: new URL(url).pathname },
    ),
  ];
}

function statusMend({ status, headers }: Heard): string {
  if (status === 401 || status === 403)
    return "It asks for a credential: put one into SERVICIALO_CARD_TOKEN to have it graded.";
  if (status === 404) return "Publish the organization, and check its slug in the address.";
  if (status !== null && status >= 300 && status < 400)
    return `Serve it at the advertised address itself${headers.location ? `, or advertise ${headers.location}` : ""}.`;
  if (status === 429) return "Raise the limit: 10,000 requests a minute are suggested for level 2 cards.";
  return "Answer GET with 200 and the card.";
}
