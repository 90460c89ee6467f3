import type { Handler } from "../handler.ts";
import { findResource } from "./find-resource.ts";
import { resourceAnswer } from "./resource-document.ts";

/** One resource with its week; one that is out of use stays readable (SVC-RES-005). */
export const getResource: Handler<"resource.get"> = async (context, input) => {
  const { id } = await findResource(context, input.resource_id);
  return resourceAnswer(context.tx, id);
};
