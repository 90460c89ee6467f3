import { ProtocolError } from "../../errors.ts";
import { settleLostPlaces } from "../../lifecycle/resource-lost.ts";
import type { OperationContext } from "../../pipeline/context.ts";
import { bookedAtOnce } from "../../scheduling/booked-at-once.ts";
import type { ResourceRow } from "../../storage/rows.ts";
import type { Handler } from "../handler.ts";
import { findResource, requireOrganization } from "./find-resource.ts";
import { resourceAnswer } from "./resource-document.ts";
import { judgeWeek, judgeZone, replaceWeek } from "./week.ts";

type Input = Parameters<Handler<"resource.update">>[1];

/**
 * Changes what is given and leaves the rest (SVC-RES-006). Sessions to come that then have no place in it any more begin
 * the flow of a lost resource.
 */
export const updateResource: Handler<"resource.update"> = async (context, input) => {
  requireOrganization(context);
  const resource = await findResource(context, input.resource_id);
  if (input.timezone !== undefined) judgeZone(input.timezone, "/timezone");
  if (input.availability !== undefined) judgeWeek(input.availability);
  await judgeRoom(context, resource, input);
  const changes = changesOf(input);
  if (Object.keys(changes).length > 0) {
    await context.tx.db.updateTable("resources").set(changes).where("id", "=", resource.id).execute();
  }
  if (input.availability !== undefined) await replaceWeek(context, resource, input.availability);
  const opensLess = input.is_active === false || input.availability !== undefined || input.timezone !== undefined;
  if (opensLess) await settleLostPlaces(context, resource);
  return resourceAnswer(context.tx, resource.id);
};

function changesOf(input: Input): Partial<Omit<ResourceRow, "id" | "organizationId" | "createdAt">> {
  return {
    ...(input.name !== undefined && { name: input.name }),
    ...(input.type !== undefined && { type: input.type }),
    ...(input.capacity !== undefined && { capacity: input.capacity }),
    ...(input.buffer_minutes !== undefined && { bufferMinutes: input.buffer_minutes }),
    ...(input.equipment !== undefined && { equipment: input.equipment }),
    ...(input.location !== undefined && { location: input.location }),
    ...(input.is_active !== undefined && { isActive: input.is_active }),
    ...(input.rules !== undefined && { rules: input.rules }),
    ...(input.timezone !== undefined && { timezone: input.timezone }),
  };
}

/** @throws {ProtocolError} `CONFLICT` when less room, or a longer buffer, cannot hold what is booked */
async function judgeRoom(context: OperationContext, resource: ResourceRow, input: Input): Promise<void> {
  const { capacity = resource.capacity, buffer_minutes: bufferMinutes = resource.bufferMinutes } = input;
  if (capacity >= resource.capacity && bufferMinutes <= resource.bufferMinutes) return;
  const booked = await bookedAtOnce(context, { id: resource.id, bufferMinutes });
  if (booked <= capacity) return;
  throw new ProtocolError("CONFLICT", {
    pointer: capacity < resource.capacity ? "/capacity" : "/buffer_minutes",
    detail: `Up to ${booked} sessions are booked at once, buffer included.`,
    meta: { booked_at_once: booked },
  });
}
