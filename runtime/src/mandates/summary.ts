import { Temporal } from "@js-temporal/polyfill";
import { operations } from "@servicialo/schema/0.8/operations";
import type { OrderScope } from "@servicialo/schema/0.8/types";
import type { Work } from "../lifecycle/author.ts";
import { fromMinorUnits } from "../money.ts";
import { localDate } from "../scheduling/local-time.ts";
import type { MandateRow } from "../storage/rows.ts";
import type { AskedCall } from "./confirmations.ts";

/** What would happen, in plain words, for the human who is asked: which action, on what, when, for how much. */
export async function summaryOf(
  { tx }: Work,
  mandate: MandateRow,
  { operationId, moves, amount }: AskedCall,
): Promise<string> {
  const agent = mandate.agentName ?? mandate.agentId;
  const sentences = [`${agent} wants to: ${operations[operationId].title.toLowerCase()}.`];
  const { timezone } = await tx.db
    .selectFrom("organizations")
    .select("timezone")
    .where("id", "=", mandate.organizationId)
    .executeTakeFirstOrThrow();
  for (const session of new Map(
    moves.flatMap(({ session: each }) => (each ? [[each.id, each] as const] : [])),
  ).values()) {
    sentences.push(
      `${session.name}, ${localDate(session.startsAt, timezone)} ${clockTime(session.startsAt, timezone)} (${timezone}).`,
    );
  }
  const order = moves.find((move) => move.order !== null)?.order;
  if (order) sentences.push(`Order: ${(order.scope as OrderScope).description}.`);
  if (amount !== null)
    sentences.push(
      amount === "unknown"
        ? "Amount: unknown."
        : `Amount: ${fromMinorUnits(amount.minor, amount.currency)} ${amount.currency}.`,
    );
  return sentences.join(" ").slice(0, 2000);
}

function clockTime(instant: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toPlainTime()
    .toString({ smallestUnit: "minute" });
}
