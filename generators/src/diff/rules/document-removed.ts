import { documentsOf } from "../documents.ts";
import { gone } from "../paired.ts";
import { rule } from "../rule.ts";

/** The document is not described any more. */
export const documentRemoved = rule({
  id: "document-removed",
  seenBy: "openapi",
  mirror: "document-added",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The document is not described any more.",
    why: "Readers find nothing that they could check it against, or no document at all.",
    mend: "Keep describing it for one more version.",
  },
  es: {
    what: "El documento ya no se describe.",
    why: "Los lectores no encuentran con qué comprobarlo, o ningún documento.",
    mend: "Seguir describiéndolo una versión más.",
  },
  find: ({ base, head }) => documentsOf(base, head).map((item) => gone(item)),
});
