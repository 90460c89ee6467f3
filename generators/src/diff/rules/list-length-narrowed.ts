import { NARROWING, NARROWING_HITS, rule } from "../rule.ts";

/** The list may have fewer lengths: {to}, it was {from} items. */
export const listLengthNarrowed = rule({
  id: "list-length-narrowed",
  seenBy: "openapi",
  mirror: "list-length-widened",
  verdict: NARROWING,
  hits: NARROWING_HITS,
  en: {
    what: "The list may have fewer lengths: {to}, it was {from} items.",
    why: "Requests outside of it are refused; answers stay inside what readers know.",
    mend: "In a request, keep taking the old lengths.",
  },
  es: {
    what: "La lista admite menos largos: {to}, era {from} elementos.",
    why: "Las peticiones fuera de ellos se rechazan; las respuestas quedan dentro de lo conocido.",
    mend: "En una petición, seguir aceptando los largos anteriores.",
  },
  find: ({ schema }) => schema("list-length-narrowed"),
});
