import { rule } from "../rule.ts";

/** The format is {to} instead of {from}. */
export const formatChanged = rule({
  id: "format-changed",
  seenBy: "openapi",
  mirror: "format-changed",
  verdict: "potentially breaking",
  hits: ["servers", "clients", "agents"],
  en: {
    what: "The format is {to} instead of {from}.",
    why: "The pattern decides what is valid, but generated types and widgets go by the format.",
    mend: "Check generated types on both sides.",
  },
  es: {
    what: "El formato es {to} en lugar de {from}.",
    why: "El patrón decide qué es válido, pero los tipos generados y los formularios siguen el formato.",
    mend: "Revisar los tipos generados de ambos lados.",
  },
  find: ({ schema }) => schema("format-changed"),
});
