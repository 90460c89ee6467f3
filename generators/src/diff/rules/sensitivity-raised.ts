import { rule } from "../rule.ts";

/** The property counts as {to} instead of {from}. */
export const sensitivityRaised = rule({
  id: "sensitivity-raised",
  seenBy: "protocol",
  mirror: "sensitivity-lowered",
  verdict: "potentially breaking",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The property counts as {to} instead of {from}.",
    why: "Nodes must keep it out of audit entries and logs where it was shown before.",
    mend: "Redact it from now on, and in what is kept.",
  },
  es: {
    what: "La propiedad cuenta como {to} en lugar de {from}.",
    why: "Los nodos deben dejarla fuera de auditoría y registros donde antes se mostraba.",
    mend: "Ocultarla desde ahora y en lo que se conserva.",
  },
  find: ({ schema }) => schema("sensitivity-raised"),
});
