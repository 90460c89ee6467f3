import { rule } from "../rule.ts";

/** It is {to} instead of {from}. */
export const typeChanged = rule({
  id: "type-changed",
  seenBy: "openapi",
  mirror: "type-changed",
  verdict: "breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "It is {to} instead of {from}.",
    why: "Neither takes what the other does.",
    mend: "Add a property of the new type beside the old one.",
  },
  es: {
    what: "Es {to} en lugar de {from}.",
    why: "Ninguno acepta lo que acepta el otro.",
    mend: "Agregar una propiedad del tipo nuevo junto a la anterior.",
  },
  find: ({ schema }) => schema("type-changed"),
});
