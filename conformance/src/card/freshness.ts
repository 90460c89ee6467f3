import { judge, type Point } from "./point.ts";
import { describe, type Heard, type Wire } from "./wire.ts";

/** A card may be kept for five minutes (channels 1); a reader who keeps it much longer books what is gone. Seconds. */
const LONGEST_SECONDS = 3600;

/** Whether readers can keep the card, and notice when it changes. */
export async function freshnessPoints(
  wire: Wire,
  url: string,
  { heard, headers }: { heard: Heard; headers: Readonly<Record<string, string>> },
): Promise<readonly Point[]> {
  const area = "freshness";
  const found = heard.status === 200;
  const control = heard.headers["cache-control"];
  const age = Number(/\bmax-age=(\d+)/.exec(control ?? "")?.[1] ?? Number.NaN);
  const { etag, "last-modified": modified } = heard.headers;
  const again = etag === undefined ? null : await wire.ask(url, { headers: { ...headers, "if-none-match": etag } });
  return [
    judge(
      {
        id: "freshness.cache_control",
        area,
        title: "says how long it may be kept",
        keyword: "SHOULD",
        source: "channels 1",
        weight: 4,
        expected: `Cache-Control with max-age from 1 to ${LONGEST_SECONDS}; 300 is usual`,
        mend: "Send Cache-Control: public, max-age=300.",
      },
      { holds: found ? age >= 1 && age <= LONGEST_SECONDS : null, got: control ?? "no Cache-Control" },
    ),
    judge(
      {
        id: "freshness.validator",
        area,
        title: "lets a reader ask whether it has changed",
        keyword: "SHOULD",
        source: "channels 1",
        weight: 3,
        expected: "ETag, or Last-Modified",
        mend: "Send an ETag that changes with the document.",
      },
      { holds: found ? etag !== undefined || modified !== undefined : null, got: etag ?? modified ?? "neither" },
    ),
    judge(
      {
        id: "freshness.not_modified",
        area,
        title: "answers 304 to a reader who has it",
        keyword: "SHOULD",
        source: "channels 1",
        weight: 3,
        expected: "304 to If-None-Match with the card's ETag",
        mend: "Compare If-None-Match with the ETag, and answer 304 without a body when they are the same.",
      },
      {
        holds: !found ? null : again?.status === 304,
        got: again === null ? "no ETag to ask with" : describe(again),
      },
    ),
  ];
}
