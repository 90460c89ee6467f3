import { type Editable, editing, resourcesIn } from "./faulty.ts";
import type { Fault } from "./mutant-call.ts";

/** What the plainest offer of the demo clinic costs, in smallest units. */
export const DEMO_PRICE = 35_000;

/** Edits the ledger of orders wherever it shows; what is remembered of each is told by its id. */
export function inLedgers(edit: (ledger: Editable, remembered: Record<string, number>) => void): Fault {
  const memories = new Map<string, Record<string, number>>();
  return editing(
    (call) => call.operation?.startsWith("service_orders.") === true,
    (body) => {
      for (const one of resourcesIn(body)) {
        const ledger = one.type === "ledgers" ? one.attributes : one.attributes?.ledger;
        if (!ledger) continue;
        const memory = memories.get(one.id) ?? {};
        memories.set(one.id, memory);
        edit(ledger, memory);
      }
    },
  );
}
