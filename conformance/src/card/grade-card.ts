import { EXIT } from "../exit-code.ts";
import { UsageError } from "../read-settings.ts";
import { SchemaValidator } from "../schema-validator.ts";
import { authPoints } from "./auth.ts";
import { type CardKind, kindOf } from "./card-kind.ts";
import { schemaPoints } from "./document.ts";
import { endpointPoints } from "./endpoints.ts";
import { freshnessPoints } from "./freshness.ts";
import { judge, type Point } from "./point.ts";
import { reachabilityPoints } from "./reachability.ts";
import { capabilityPoints, skillPoints } from "./skills.ts";
import { type Heard, Wire } from "./wire.ts";

/** How a card is asked for. */
export interface CardSettings {
  readonly url: string;
  /** Longest wait for one answer, milliseconds. */
  readonly timeoutMs: number;
  /** Bearer token for a card that is not public; null: none. */
  readonly token: string | null;
}

/** What a card is worth, point by point. */
export interface CardReport {
  readonly url: string;
  readonly kind: CardKind;
  /** 0 to 100: the share of the weights that were judged; null: nothing answered. */
  readonly score: number | null;
  readonly points: readonly Point[];
  /** Why there was no answer at all. */
  readonly unreachable: string | null;
}

/**
 * Asks for an agent card and for what it promises, and judges it by the published artefacts alone.
 * @throws {UsageError} when the address is none
 */
export async function gradeCard({ url, timeoutMs, token }: CardSettings): Promise<CardReport> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new UsageError(
      `"${url}" is no address of a card; give one such as https://node.example/.well-known/agent.json`,
    );
  }
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` };
  const wire = new Wire(url, timeoutMs);
  try {
    const heard = await wire.ask(url, { headers });
    if (heard.status === null) {
      return { url, kind: kindOf(undefined, url), score: null, points: [], unreachable: heard.failure ?? "no answer" };
    }
    const { kind, points } = await pointsOf(wire, { url, heard, headers });
    return { url, kind, score: scoreOf(points), points, unreachable: null };
  } finally {
    await wire.close();
  }
}

interface Asked {
  readonly url: string;
  readonly heard: Heard;
  readonly headers: Readonly<Record<string, string>>;
}

/** Compiled once, however many cards are graded. */
let schemas: SchemaValidator | undefined;

async function pointsOf(wire: Wire, asked: Asked): Promise<{ kind: CardKind; points: readonly Point[] }> {
  const { url, heard } = asked;
  const card = heard.status === 200 ? heard.json : undefined;
  const kind = kindOf(card, url);
  schemas ??= new SchemaValidator();
  const validator = schemas;
  const points = [
    ...reachabilityPoints(url, kind, heard),
    ...schemaPoints(card, kind, validator),
    ...(kind === "servicialo" ? capabilityPoints(card) : skillPoints(card)),
    ...(await authPoints(wire, { card, kind, validator })),
    ...(await freshnessPoints(wire, url, asked)),
    ...(await endpointPoints(wire, card, kind)),
  ];
  // A card that asks for a credential shows nothing of itself: that is no fault of it.
  const hidden = heard.status === 401 || heard.status === 403;
  return { kind, points: hidden ? points.map(unseen) : points };
}

/** A point about the content of a card that was not shown. */
function unseen(point: Point): Point {
  if (point.area === "reachability") return point;
  return judge(
    { ...point, mend: "Put a credential into SERVICIALO_CARD_TOKEN." },
    { holds: null, got: "the card is not shown without a credential" },
  );
}

/** Whole percent of the weights that were judged; 0 when none was. */
function scoreOf(points: readonly Point[]): number {
  const sum = (of: readonly Point[]) => of.reduce((total, { weight }) => total + weight, 0);
  const judged = points.filter(({ outcome }) => outcome !== "unverified");
  const total = sum(judged);
  return total === 0 ? 0 : Math.floor((100 * sum(judged.filter(({ outcome }) => outcome === "passed"))) / total);
}

/** 1 when a MUST failed; 3 when one could not be verified, which is never passed. */
export function exitCodeOfCard({ points, unreachable }: CardReport): number {
  if (unreachable !== null) return EXIT.usageOrSuite;
  const musts = points.filter(({ keyword }) => keyword === "MUST");
  if (musts.some(({ outcome }) => outcome === "failed")) return EXIT.failed;
  return musts.some(({ outcome }) => outcome === "unverified") ? EXIT.incomplete : EXIT.reached;
}
