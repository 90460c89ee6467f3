import { rule, WIDENING, WIDENING_HITS } from "../rule.ts";

/** It can be any {to} now, not only {from}. */
export const typeWidened = rule({
  id: "type-widened",
  seenBy: "openapi",
  mirror: "type-narrowed",
  verdict: WIDENING,
  hits: WIDENING_HITS,
  en: {
    what: "It can be any {to} now, not only {from}.",
    why: "Nodes must take more; readers meet values that they cannot hold.",
    mend: "In an answer, keep {from} and add a property for the rest.",
  },
  es: {
    what: "Ahora puede ser cualquier {to}, no solo {from}.",
    why: "Los nodos deben aceptar más; los lectores encuentran valores que no saben guardar.",
    mend: "En una respuesta, mantener {from} y agregar una propiedad para el resto.",
  },
  find: ({ schema }) => schema("type-widened"),
});
