import type { ProtocolModel } from "../ir/model.ts";
import { planUpdate, type UpdateOptions, type UpdatePlan } from "./plan-update.ts";
import { readProject } from "./project-state.ts";
import { carryOut } from "./write-project.ts";

/**
 * Brings a project up to date with the specification, and tells what it did.
 * @throws {ProjectError} when a source does not parse or a generated file was edited; nothing is changed then
 */
export async function updateProject(
  folder: string,
  models: readonly ProtocolModel[],
  options: UpdateOptions = {},
): Promise<UpdatePlan> {
  const plan = planUpdate(await readProject(folder), models, options);
  await carryOut(folder, plan);
  return plan;
}
