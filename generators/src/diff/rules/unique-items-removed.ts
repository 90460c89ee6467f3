import { rule, WIDENING, WIDENING_HITS } from "../rule.ts";

/** Items may stand in the list twice now. */
export const uniqueItemsRemoved = rule({
  id: "unique-items-removed",
  seenBy: "openapi",
  mirror: "unique-items-added",
  verdict: WIDENING,
  hits: WIDENING_HITS,
  en: {
    what: "Items may stand in the list twice now.",
    why: "Nodes must take repeats; readers that use items as keys fail.",
    mend: "In an answer, keep each item once.",
  },
  es: {
    what: "Los elementos ahora pueden repetirse.",
    why: "Los nodos deben aceptar repetidos; los lectores que los usan como claves fallan.",
    mend: "En una respuesta, mantener cada elemento una vez.",
  },
  find: ({ schema }) => schema("unique-items-removed"),
});
