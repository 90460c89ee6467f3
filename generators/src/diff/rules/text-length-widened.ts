import { rule, WIDENING, WIDENING_HITS } from "../rule.ts";

/** The text may be of more lengths: {to}, it was {from} characters. */
export const textLengthWidened = rule({
  id: "text-length-widened",
  seenBy: "openapi",
  mirror: "text-length-narrowed",
  verdict: WIDENING,
  hits: WIDENING_HITS,
  en: {
    what: "The text may be of more lengths: {to}, it was {from} characters.",
    why: "Nodes must take more; readers with a field of fixed size cut it off.",
    mend: "In an answer, stay inside the old lengths for callers of the old version.",
  },
  es: {
    what: "El texto puede tener más largos: {to}, era {from} caracteres.",
    why: "Los nodos deben aceptar más; los lectores con campo de tamaño fijo lo cortan.",
    mend: "En una respuesta, quedarse en los largos anteriores para la versión anterior.",
  },
  find: ({ schema }) => schema("text-length-widened"),
});
