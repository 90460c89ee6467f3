import { AUTONOMY } from "../orders.ts";
import { falls, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** Agents may do this {to}; it was {from}. */
export const operationAutonomyWeakened = rule({
  id: "operation-autonomy-weakened",
  seenBy: "protocol",
  mirror: "operation-autonomy-tightened",
  verdict: "potentially breaking",
  hits: ["servers", "certified nodes"],
  en: {
    what: "Agents may do this {to}; it was {from}.",
    why: "What a human had to agree to is done without one, under mandates that were granted when it was not.",
    mend: "Let it hold for mandates that are granted from now on.",
  },
  es: {
    what: "Los agentes pueden hacerlo: {to}; era {from}.",
    why: "Lo que una persona debía aceptar se hace sin ella, con mandatos otorgados cuando no era así.",
    mend: "Aplicarlo solo a mandatos otorgados desde ahora.",
  },
  find: ({ operations }) => whenFact(operations.kept, ({ agent }) => agent?.autonomy ?? "alone", falls(AUTONOMY)),
});
