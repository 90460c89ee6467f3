import { rule, WIDENING, WIDENING_HITS } from "../rule.ts";

/** The range of numbers is wider: {to}, it was {from}. */
export const numberRangeWidened = rule({
  id: "number-range-widened",
  seenBy: "openapi",
  mirror: "number-range-narrowed",
  verdict: WIDENING,
  hits: WIDENING_HITS,
  en: {
    what: "The range of numbers is wider: {to}, it was {from}.",
    why: "Nodes must take more; readers meet numbers that they refuse.",
    mend: "In an answer, stay inside the old range for callers of the old version.",
  },
  es: {
    what: "El rango de números es más ancho: {to}, era {from}.",
    why: "Los nodos deben aceptar más; los lectores encuentran números que rechazan.",
    mend: "En una respuesta, quedarse en el rango anterior para la versión anterior.",
  },
  find: ({ schema }) => schema("number-range-widened"),
});
