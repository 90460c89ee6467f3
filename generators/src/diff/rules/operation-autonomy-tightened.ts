import { AUTONOMY } from "../orders.ts";
import { rises, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** Agents may do this {to}; it was {from}. */
export const operationAutonomyTightened = rule({
  id: "operation-autonomy-tightened",
  seenBy: "protocol",
  mirror: "operation-autonomy-weakened",
  verdict: "breaking",
  hits: ["agents"],
  en: {
    what: "Agents may do this {to}; it was {from}.",
    why: "An agent that acted by itself is stopped, or has to ask a human first.",
    mend: "Give agents a way to ask: the confirmation that is now needed.",
  },
  es: {
    what: "Los agentes pueden hacerlo: {to}; era {from}.",
    why: "Un agente que actuaba solo se detiene o debe preguntar antes a una persona.",
    mend: "Dar a los agentes una forma de preguntar: la confirmación ahora necesaria.",
  },
  find: ({ operations }) => whenFact(operations.kept, ({ agent }) => agent?.autonomy ?? "alone", rises(AUTONOMY)),
});
