import { rule } from "../rule.ts";

/** The parameter is gone. */
export const parameterRemoved = rule({
  id: "parameter-removed",
  seenBy: "openapi",
  mirror: "parameter-added-optional",
  verdict: "potentially breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The parameter is gone.",
    why: "It is ignored or refused; the answer is no longer what was asked for.",
    mend: "Keep it, or refuse it with 422 so that nobody takes the answer for a filtered one.",
  },
  es: {
    what: "El parámetro ya no existe.",
    why: "Se ignora o se rechaza; la respuesta ya no es la pedida.",
    mend: "Mantenerlo, o rechazarlo con 422 para que nadie tome la respuesta por filtrada.",
  },
  find: ({ schema }) => schema("parameter-removed"),
});
