import { settleLostPlaces } from "../../lifecycle/resource-lost.ts";
import type { Handler } from "../handler.ts";
import { findResource, requireOrganization } from "./find-resource.ts";
import { resourceAnswer } from "./resource-document.ts";

/**
 * Takes a resource out of use: it stays readable and is never booked again; sessions to come on it begin the flow of a
 * lost resource. A repeated call changes nothing (SVC-RES-005).
 */
export const deleteResource: Handler<"resource.delete"> = async (context, input) => {
  requireOrganization(context);
  const resource = await findResource(context, input.resource_id);
  if (resource.isActive) {
    await context.tx.db.updateTable("resources").set({ isActive: false }).where("id", "=", resource.id).execute();
    await settleLostPlaces(context, resource);
  }
  return resourceAnswer(context.tx, resource.id);
};
