import { rule, WIDENING, WIDENING_HITS } from "../rule.ts";

/** It may be null now. */
export const becameNullable = rule({
  id: "became-nullable",
  seenBy: "openapi",
  mirror: "became-not-nullable",
  verdict: WIDENING,
  hits: WIDENING_HITS,
  en: {
    what: "It may be null now.",
    why: "Nodes take null as well; readers may not expect it.",
    mend: "In an answer, leave the member out instead, if it is optional.",
  },
  es: {
    what: "Ahora puede ser null.",
    why: "Los nodos aceptan también null; los lectores pueden no esperarlo.",
    mend: "En una respuesta, omitir el miembro si es opcional.",
  },
  find: ({ schema }) => schema("became-nullable"),
});
