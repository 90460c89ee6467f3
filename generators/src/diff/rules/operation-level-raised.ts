import { DEMAND } from "../orders.ts";
import { rises, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The operation is demanded at {to}; it was at {from}. */
export const operationLevelRaised = rule({
  id: "operation-level-raised",
  seenBy: "protocol",
  mirror: "operation-level-lowered",
  verdict: "breaking",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The operation is demanded at {to}; it was at {from}.",
    why: "Nodes that hold the lower level without it lose the level.",
    mend: "Announce it one version ahead with a SHOULD.",
  },
  es: {
    what: "La operación se exige en {to}; era en {from}.",
    why: "Los nodos que tienen el nivel inferior sin ella pierden el nivel.",
    mend: "Anunciarlo una versión antes con un SHOULD.",
  },
  find: ({ operations }) => whenFact(operations.kept, ({ level }) => level, rises(DEMAND)),
});
