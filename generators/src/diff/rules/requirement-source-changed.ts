import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The requirement comes from {to}; it was {from}. */
export const requirementSourceChanged = rule({
  id: "requirement-source-changed",
  seenBy: "protocol",
  mirror: "requirement-source-changed",
  verdict: "editorial",
  hits: ["certified nodes"],
  en: {
    what: "The requirement comes from {to}; it was {from}.",
    why: "It asks for the same.",
    mend: "Nothing to do.",
  },
  es: {
    what: "El requisito viene de {to}; era {from}.",
    why: "Pide lo mismo.",
    mend: "Nada que hacer.",
  },
  find: ({ requirements }) => whenFact(requirements.kept, ({ source }) => source),
});
