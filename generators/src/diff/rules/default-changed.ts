import { rule } from "../rule.ts";

/** The default is {to} instead of {from}. */
export const defaultChanged = rule({
  id: "default-changed",
  seenBy: "openapi",
  mirror: "default-changed",
  verdict: "potentially breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "The default is {to} instead of {from}.",
    why: "The same request means something else, and nothing on the wire shows it.",
    mend: "Keep the default; callers that want the new value can send it.",
  },
  es: {
    what: "El valor por defecto es {to} en lugar de {from}.",
    why: "La misma petición significa otra cosa y nada en el mensaje lo muestra.",
    mend: "Mantener el valor; quien quiera el nuevo puede enviarlo.",
  },
  find: ({ schema }) => schema("default-changed"),
});
