import { strictness } from "../orders.ts";
import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The requirement says {to}; it said {from}. */
export const keywordWeakened = rule({
  id: "keyword-weakened",
  seenBy: "protocol",
  mirror: "keyword-strengthened",
  verdict: "compatible",
  hits: ["clients", "certified nodes"],
  en: {
    what: "The requirement says {to}; it said {from}.",
    why: "Nodes need do nothing; callers can no longer count on it.",
    mend: "Handle a node that does otherwise.",
  },
  es: {
    what: "El requisito dice {to}; decía {from}.",
    why: "Los nodos no deben hacer nada; quien llama ya no puede contar con él.",
    mend: "Prever un nodo que haga otra cosa.",
  },
  find: ({ requirements }) =>
    whenFact(
      requirements.kept,
      ({ keyword }) => keyword,
      (base, head) => strictness(head) < strictness(base),
    ),
});
