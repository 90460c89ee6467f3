import { NARROWING, NARROWING_HITS, rule } from "../rule.ts";

/** The text must fit a pattern now: {to} */
export const patternAdded = rule({
  id: "pattern-added",
  seenBy: "openapi",
  mirror: "pattern-removed",
  verdict: NARROWING,
  hits: NARROWING_HITS,
  en: {
    what: "The text must fit a pattern now: {to}",
    why: "Requests that do not fit are refused; readers know more about what comes.",
    mend: "In a request, take text that does not fit, and say so with a warning.",
  },
  es: {
    what: "El texto ahora debe cumplir un patrón: {to}",
    why: "Las peticiones que no lo cumplen se rechazan; los lectores saben más de lo que llega.",
    mend: "En una petición, aceptar el texto que no lo cumple, con una advertencia.",
  },
  find: ({ schema }) => schema("pattern-added"),
});
