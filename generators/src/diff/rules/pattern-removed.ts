import { rule, WIDENING, WIDENING_HITS } from "../rule.ts";

/** The text no longer has to fit the pattern {from} */
export const patternRemoved = rule({
  id: "pattern-removed",
  seenBy: "openapi",
  mirror: "pattern-added",
  verdict: WIDENING,
  hits: WIDENING_HITS,
  en: {
    what: "The text no longer has to fit the pattern {from}",
    why: "Nodes must take any text; readers that parse by the pattern fail.",
    mend: "In an answer, keep to the pattern.",
  },
  es: {
    what: "El texto ya no debe cumplir el patrón {from}",
    why: "Los nodos deben aceptar cualquier texto; los lectores que lo analizan por el patrón fallan.",
    mend: "En una respuesta, respetar el patrón.",
  },
  find: ({ schema }) => schema("pattern-removed"),
});
