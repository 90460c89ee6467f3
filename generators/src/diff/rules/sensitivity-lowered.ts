import { rule } from "../rule.ts";

/** The property counts as {to} instead of {from}. */
export const sensitivityLowered = rule({
  id: "sensitivity-lowered",
  seenBy: "protocol",
  mirror: "sensitivity-raised",
  verdict: "breaking",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The property counts as {to} instead of {from}.",
    why: "Audit entries and logs may show now what was promised to stay out of them.",
    mend: "Keep the sensitivity; data that was taken under the old promise stays under it.",
  },
  es: {
    what: "La propiedad cuenta como {to} en lugar de {from}.",
    why: "La auditoría y los registros pueden mostrar ahora lo que se prometió dejar fuera.",
    mend: "Mantener la sensibilidad; los datos recibidos bajo la promesa anterior siguen bajo ella.",
  },
  find: ({ schema }) => schema("sensitivity-lowered"),
});
