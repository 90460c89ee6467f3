import { DEMAND } from "../orders.ts";
import { falls, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The requirement holds from {to} on; it was {from}. */
export const requirementLevelLowered = rule({
  id: "requirement-level-lowered",
  seenBy: "protocol",
  mirror: "requirement-level-raised",
  verdict: "compatible",
  hits: ["clients", "certified nodes"],
  en: {
    what: "The requirement holds from {to} on; it was {from}.",
    why: "Nodes need do nothing; callers can count on it at fewer nodes.",
    mend: "Look at the level a node holds before counting on it.",
  },
  es: {
    what: "El requisito vale desde {to}; era {from}.",
    why: "Los nodos no deben hacer nada; se puede contar con él en menos nodos.",
    mend: "Mirar el nivel de un nodo antes de contar con él.",
  },
  find: ({ requirements }) => whenFact(requirements.kept, ({ level }) => level, falls(DEMAND)),
});
