import type { WeeklyBlock } from "@servicialo/schema/0.8/types";
import { invalid, ProtocolError } from "../../errors.ts";
import { newId } from "../../ids.ts";
import type { Work } from "../../lifecycle/author.ts";
import { isTimeZone } from "../../scheduling/local-time.ts";

/**
 * Judges a week as it is to be stored (SVC-RES-007, lifecycle 9.3).
 * @throws {ProtocolError} `VALIDATION_ERROR` for a block that ends before it starts or names no zone, `CONFLICT` for two
 *   blocks with the same day and order
 */
export function judgeWeek(week: readonly WeeklyBlock[]): void {
  const places = new Set<string>();
  for (const [index, block] of week.entries()) {
    const pointer = `/availability/${index}`;
    if (block.start_time >= block.end_time)
      throw invalid(`${pointer}/end_time`, "A block ends after it starts. Opening over midnight is two blocks.");
    if (block.timezone !== undefined) judgeZone(block.timezone, `${pointer}/timezone`);
    const place = `${block.day_of_week} ${block.block_order ?? 0}`;
    if (places.has(place)) {
      throw new ProtocolError("CONFLICT", {
        pointer: `${pointer}/block_order`,
        detail: "Two blocks of a day need different orders.",
      });
    }
    places.add(place);
  }
}

/** @throws {ProtocolError} `VALIDATION_ERROR` for a word that names no zone */
export function judgeZone(zone: string, pointer: string): void {
  if (!isTimeZone(zone)) throw invalid(pointer, `"${zone}" is no zone of the IANA database.`);
}

/** Puts a week in the place of the one before. */
export async function replaceWeek(
  { tx, clock }: Work,
  resource: { id: string; organizationId: string },
  week: readonly WeeklyBlock[],
): Promise<void> {
  await tx.db.deleteFrom("resource_availability").where("resourceId", "=", resource.id).execute();
  for (const block of week) {
    await tx.db
      .insertInto("resource_availability")
      .values({
        id: newId("blk", clock),
        organizationId: resource.organizationId,
        resourceId: resource.id,
        dayOfWeek: block.day_of_week,
        startTime: block.start_time,
        endTime: block.end_time,
        isAvailable: block.is_available ?? true,
        timezone: block.timezone ?? null,
        blockOrder: block.block_order ?? 0,
      })
      .execute();
  }
}
