import { gone } from "../paired.ts";
import { rule } from "../rule.ts";

/** The requirement is gone. */
export const requirementRemoved = rule({
  id: "requirement-removed",
  seenBy: "protocol",
  mirror: "requirement-added",
  verdict: "compatible",
  hits: ["clients", "certified nodes"],
  en: {
    what: "The requirement is gone.",
    why: "Nodes need do nothing; callers cannot count on it any more.",
    mend: "Say in the doc comment what holds instead.",
  },
  es: {
    what: "El requisito ya no existe.",
    why: "Los nodos no deben hacer nada; quien llama ya no puede contar con él.",
    mend: "Decir en el comentario qué vale en su lugar.",
  },
  find: ({ requirements }) => requirements.removed.map((item) => gone(item)),
});
