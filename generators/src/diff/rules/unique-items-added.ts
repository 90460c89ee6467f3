import { NARROWING, NARROWING_HITS, rule } from "../rule.ts";

/** No item may stand in the list twice now. */
export const uniqueItemsAdded = rule({
  id: "unique-items-added",
  seenBy: "openapi",
  mirror: "unique-items-removed",
  verdict: NARROWING,
  hits: NARROWING_HITS,
  en: {
    what: "No item may stand in the list twice now.",
    why: "Requests with repeated items are refused; readers may count on it.",
    mend: "In a request, drop repeats instead of refusing them.",
  },
  es: {
    what: "Ningún elemento puede repetirse ahora.",
    why: "Las peticiones con repetidos se rechazan; los lectores pueden contar con ello.",
    mend: "En una petición, descartar los repetidos en lugar de rechazarlos.",
  },
  find: ({ schema }) => schema("unique-items-added"),
});
