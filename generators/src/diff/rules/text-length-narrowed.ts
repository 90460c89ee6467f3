import { NARROWING, NARROWING_HITS, rule } from "../rule.ts";

/** The text may be less long or short: {to}, it was {from} characters. */
export const textLengthNarrowed = rule({
  id: "text-length-narrowed",
  seenBy: "openapi",
  mirror: "text-length-widened",
  verdict: NARROWING,
  hits: NARROWING_HITS,
  en: {
    what: "The text may be less long or short: {to}, it was {from} characters.",
    why: "Requests outside of it are refused; answers stay inside what readers know.",
    mend: "In a request, keep taking the old lengths.",
  },
  es: {
    what: "El largo permitido del texto es menor: {to}, era {from} caracteres.",
    why: "Las peticiones fuera de él se rechazan; las respuestas quedan dentro de lo conocido.",
    mend: "En una petición, seguir aceptando los largos anteriores.",
  },
  find: ({ schema }) => schema("text-length-narrowed"),
});
