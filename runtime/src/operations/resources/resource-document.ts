import type { SingleResult } from "@servicialo/schema/0.8/handlers";
import type { Resource, ResourceAvailability } from "@servicialo/schema/0.8/types";
import type { Tx } from "../../storage/open-database.ts";
import type { ResourceAvailabilityRow, ResourceRow } from "../../storage/rows.ts";

/** A resource as the protocol shows it, without its week (objects page 10). */
export function resourceDocument(row: ResourceRow): Resource {
  return {
    id: row.id,
    organization_id: row.organizationId,
    name: row.name,
    type: row.type,
    capacity: row.capacity,
    buffer_minutes: row.bufferMinutes,
    equipment: row.equipment as string[],
    ...(row.location !== null && { location: row.location }),
    is_active: row.isActive,
    ...(row.rules !== null && { rules: row.rules }),
    ...(row.timezone !== null && { timezone: row.timezone }),
  } as Resource;
}

/** The answer about one resource: as it is now, with its week. */
export async function resourceAnswer(tx: Tx, id: string): Promise<SingleResult<Resource>> {
  const row = await tx.db.selectFrom("resources").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const week = await tx.db
    .selectFrom("resource_availability")
    .selectAll()
    .where("resourceId", "=", id)
    .orderBy("dayOfWeek")
    .orderBy("blockOrder")
    .execute();
  return { id, attributes: { ...resourceDocument(row), availability: week.map(blockDocument) } };
}

function blockDocument(row: ResourceAvailabilityRow): ResourceAvailability {
  return {
    resource_id: row.resourceId,
    day_of_week: row.dayOfWeek,
    start_time: row.startTime,
    end_time: row.endTime,
    is_available: row.isAvailable,
    ...(row.timezone !== null && { timezone: row.timezone }),
    block_order: row.blockOrder,
  };
}
