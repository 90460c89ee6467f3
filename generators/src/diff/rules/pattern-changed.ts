import { rule } from "../rule.ts";

/** The pattern is {to} instead of {from} */
export const patternChanged = rule({
  id: "pattern-changed",
  seenBy: "openapi",
  mirror: "pattern-changed",
  verdict: "potentially breaking",
  hits: ["servers", "clients", "agents"],
  en: {
    what: "The pattern is {to} instead of {from}",
    why: "No program can tell in general which of two patterns takes more.",
    mend: "Compare by hand, and add tests with values that only one of them takes.",
  },
  es: {
    what: "El patrón es {to} en lugar de {from}",
    why: "Ningún programa puede decir en general cuál de dos patrones acepta más.",
    mend: "Comparar a mano y agregar pruebas con valores que solo uno acepta.",
  },
  find: ({ schema }) => schema("pattern-changed"),
});
