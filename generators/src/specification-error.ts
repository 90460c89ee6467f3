import type { Position } from "./ir/schema.ts";

/** The specification is at fault; `message` says where, what is wrong and how to mend it. */
export class SpecificationError extends Error {
  override readonly name = "SpecificationError";
}

/** A fault that only shows once the specification is read as a whole, told like a compiler's diagnostic. */
export function faultAt(position: Position, message: string): SpecificationError {
  return new SpecificationError(`${position.file}:${position.line} - error: ${message}`);
}
