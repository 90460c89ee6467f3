import { rule } from "../rule.ts";

/** The parameter moved from the {from} to the {to}. */
export const parameterMoved = rule({
  id: "parameter-moved",
  seenBy: "openapi",
  mirror: "parameter-moved",
  verdict: "breaking",
  hits: ["clients"],
  en: {
    what: "The parameter moved from the {from} to the {to}.",
    why: "It is looked for where callers do not put it.",
    mend: "Read it from both places for one more version.",
  },
  es: {
    what: "El parámetro pasó de {from} a {to}.",
    why: "Se busca donde nadie lo pone.",
    mend: "Leerlo en ambos lugares una versión más.",
  },
  find: ({ schema }) => schema("parameter-moved"),
});
