import { NARROWING, NARROWING_HITS, rule } from "../rule.ts";

/** The range of numbers is narrower: {to}, it was {from}. */
export const numberRangeNarrowed = rule({
  id: "number-range-narrowed",
  seenBy: "openapi",
  mirror: "number-range-widened",
  verdict: NARROWING,
  hits: NARROWING_HITS,
  en: {
    what: "The range of numbers is narrower: {to}, it was {from}.",
    why: "Requests outside of it are refused; answers stay inside what readers know.",
    mend: "In a request, keep taking the old range.",
  },
  es: {
    what: "El rango de números es más estrecho: {to}, era {from}.",
    why: "Las peticiones fuera de él se rechazan; las respuestas quedan dentro de lo conocido.",
    mend: "En una petición, seguir aceptando el rango anterior.",
  },
  find: ({ schema }) => schema("number-range-narrowed"),
});
