import { gone } from "../paired.ts";
import { rule } from "../rule.ts";

/** The version is no longer described. */
export const versionRemoved = rule({
  id: "version-removed",
  seenBy: "protocol",
  mirror: "version-added",
  verdict: "breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "The version is no longer described.",
    why: "Callers that name it get 406, and nodes that serve it cannot be certified for it.",
    mend: "Keep describing it while any node serves it.",
  },
  es: {
    what: "La versión ya no se describe.",
    why: "Quien la nombra recibe 406, y los nodos que la sirven no pueden certificarse.",
    mend: "Seguir describiéndola mientras algún nodo la sirva.",
  },
  find: ({ versions }) => versions.removed.map((item) => gone(item)),
});
