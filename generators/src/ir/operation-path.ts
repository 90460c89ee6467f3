import type { OperationNode } from "./model.ts";

/** Whole path of an operation from the host root, with `{parameters}`. */
export function operationPath(operation: OperationNode): string {
  const path = operation.path === "/" && operation.basePath !== "" ? "" : operation.path;
  return `${operation.basePath}${path}`;
}
