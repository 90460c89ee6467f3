import { AUTONOMY } from "../orders.ts";
import { falls, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** Agents may make the move {to}; it was {from}. */
export const moveAutonomyWeakened = rule({
  id: "move-autonomy-weakened",
  seenBy: "protocol",
  mirror: "move-autonomy-tightened",
  verdict: "potentially breaking",
  hits: ["servers", "certified nodes"],
  en: {
    what: "Agents may make the move {to}; it was {from}.",
    why: "What a human had to agree to is done without one, under mandates that were granted when it was not.",
    mend: "Let it hold for mandates that are granted from now on.",
  },
  es: {
    what: "Los agentes pueden hacer el movimiento: {to}; era {from}.",
    why: "Lo que una persona debía aceptar se hace sin ella, con mandatos otorgados cuando no era así.",
    mend: "Aplicarlo solo a mandatos otorgados desde ahora.",
  },
  find: ({ moves }) => whenFact(moves.kept, ({ agent }) => agent, falls(AUTONOMY)),
});
