import { rule, WIDENING, WIDENING_HITS } from "../rule.ts";

/** Any {to} can stand where it was {from}. */
export const valuesUnrestricted = rule({
  id: "values-unrestricted",
  seenBy: "openapi",
  mirror: "restricted-to-values",
  verdict: WIDENING,
  hits: WIDENING_HITS,
  en: {
    what: "Any {to} can stand where it was {from}.",
    why: "Nodes must take more; readers meet values that they do not know.",
    mend: "In an answer, keep the list and add a member for the rest.",
  },
  es: {
    what: "Cualquier {to} puede estar donde era {from}.",
    why: "Los nodos deben aceptar más; los lectores encuentran valores que no conocen.",
    mend: "En una respuesta, mantener la lista y agregar un miembro para el resto.",
  },
  find: ({ schema }) => schema("values-unrestricted"),
});
