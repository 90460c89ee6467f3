import { AUTONOMY } from "../orders.ts";
import { rises, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** Agents may make the move {to}; it was {from}. */
export const moveAutonomyTightened = rule({
  id: "move-autonomy-tightened",
  seenBy: "protocol",
  mirror: "move-autonomy-weakened",
  verdict: "breaking",
  hits: ["agents"],
  en: {
    what: "Agents may make the move {to}; it was {from}.",
    why: "An agent that acted by itself is stopped, or has to ask a human first.",
    mend: "Give agents a way to ask: the confirmation that is now needed.",
  },
  es: {
    what: "Los agentes pueden hacer el movimiento: {to}; era {from}.",
    why: "Un agente que actuaba solo se detiene o debe preguntar antes a una persona.",
    mend: "Dar a los agentes una forma de preguntar: la confirmación ahora necesaria.",
  },
  find: ({ moves }) => whenFact(moves.kept, ({ agent }) => agent, rises(AUTONOMY)),
});
