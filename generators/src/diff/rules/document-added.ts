import { documentsOf } from "../documents.ts";
import { came } from "../paired.ts";
import { rule } from "../rule.ts";

/** A new document is described. */
export const documentAdded = rule({
  id: "document-added",
  seenBy: "openapi",
  mirror: "document-removed",
  verdict: "compatible",
  hits: ["servers"],
  en: {
    what: "A new document is described.",
    why: "Nobody reads it yet.",
    mend: "Publish it where it is asked for.",
  },
  es: {
    what: "Se describe un documento nuevo.",
    why: "Nadie lo lee todavía.",
    mend: "Publicarlo donde se pida.",
  },
  find: ({ base, head }) => documentsOf(head, base).map((item) => came(item)),
});
