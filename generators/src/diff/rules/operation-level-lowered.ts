import { DEMAND } from "../orders.ts";
import { falls, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The operation is demanded at {to}; it was at {from}. */
export const operationLevelLowered = rule({
  id: "operation-level-lowered",
  seenBy: "protocol",
  mirror: "operation-level-raised",
  verdict: "compatible",
  hits: ["clients", "agents"],
  en: {
    what: "The operation is demanded at {to}; it was at {from}.",
    why: "Nodes need do nothing; a new node may come without it, so callers should look into the capabilities.",
    mend: "Look it up in the capabilities before the call.",
  },
  es: {
    what: "La operación se exige en {to}; era en {from}.",
    why: "Los nodos no deben hacer nada; un nodo nuevo puede no tenerla, así que conviene mirar las capacidades.",
    mend: "Buscarla en las capacidades antes de llamar.",
  },
  find: ({ operations }) => whenFact(operations.kept, ({ level }) => level, falls(DEMAND)),
});
