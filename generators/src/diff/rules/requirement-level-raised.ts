import { DEMAND } from "../orders.ts";
import { rises, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The requirement holds from {to} on; it was {from}. */
export const requirementLevelRaised = rule({
  id: "requirement-level-raised",
  seenBy: "protocol",
  mirror: "requirement-level-lowered",
  verdict: "breaking",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The requirement holds from {to} on; it was {from}.",
    why: "Nodes that hold the lower level without fulfilling it lose the level.",
    mend: "Announce it one version ahead; write its case.",
  },
  es: {
    what: "El requisito vale desde {to}; era {from}.",
    why: "Los nodos que tienen el nivel inferior sin cumplirlo pierden el nivel.",
    mend: "Anunciarlo una versión antes; escribir su caso.",
  },
  find: ({ requirements }) => whenFact(requirements.kept, ({ level }) => level, rises(DEMAND)),
});
