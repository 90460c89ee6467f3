import { strictness } from "../orders.ts";
import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The requirement says {to}; it said {from}. */
export const keywordStrengthened = rule({
  id: "keyword-strengthened",
  seenBy: "protocol",
  mirror: "keyword-weakened",
  verdict: "breaking",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The requirement says {to}; it said {from}.",
    why: "Nodes with good reasons to do otherwise do not conform any more.",
    mend: "Announce it one version ahead; turn its warning into a failure in the same version.",
  },
  es: {
    what: "El requisito dice {to}; decía {from}.",
    why: "Los nodos con buenas razones para hacer otra cosa dejan de cumplir.",
    mend: "Anunciarlo una versión antes; convertir su advertencia en fallo en la misma versión.",
  },
  find: ({ requirements }) =>
    whenFact(
      requirements.kept,
      ({ keyword }) => keyword,
      (base, head) => strictness(head) > strictness(base),
    ),
});
