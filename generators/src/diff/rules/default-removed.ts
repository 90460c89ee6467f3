import { rule } from "../rule.ts";

/** The default {from} is gone. */
export const defaultRemoved = rule({
  id: "default-removed",
  seenBy: "openapi",
  mirror: "default-added",
  verdict: "potentially breaking",
  hits: ["servers", "clients", "agents"],
  en: {
    what: "The default {from} is gone.",
    why: "What an absent member means is open now.",
    mend: "Keep the default.",
  },
  es: {
    what: "El valor por defecto {from} ya no existe.",
    why: "Lo que significa un miembro ausente queda abierto.",
    mend: "Mantener el valor por defecto.",
  },
  find: ({ schema }) => schema("default-removed"),
});
