import { isoInstant } from "../clock.ts";
import type { JsonObject } from "../storage/json-shapes.ts";
import type { OrderTransitionRow, TransitionRow } from "../storage/rows.ts";

/** A recorded move as the protocol shows it, of a session or of an order (objects page 7). */
export function transitionRecord<Row extends TransitionRow | OrderTransitionRow>(row: Row) {
  const metadata = row.metadata as JsonObject;
  return {
    from: row.fromState as Row["fromState"],
    to: row.toState as Row["toState"],
    at: isoInstant(row.at),
    by: row.by,
    method: row.method,
    ...(Object.keys(metadata).length > 0 && { metadata }),
  };
}
