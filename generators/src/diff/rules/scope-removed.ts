import { gone } from "../paired.ts";
import { rule } from "../rule.ts";

/** The scope is gone. */
export const scopeRemoved = rule({
  id: "scope-removed",
  seenBy: "protocol",
  mirror: "scope-added",
  verdict: "breaking",
  hits: ["agents", "certified nodes"],
  en: {
    what: "The scope is gone.",
    why: "Mandates that grant it are no longer valid as a whole.",
    mend: "Keep it, and let it grant what its operations need now.",
  },
  es: {
    what: "El alcance ya no existe.",
    why: "Los mandatos que lo otorgan dejan de ser válidos por completo.",
    mend: "Mantenerlo y dejar que otorgue lo que sus operaciones exigen ahora.",
  },
  find: ({ scopes }) => scopes.removed.map((item) => gone(item)),
});
