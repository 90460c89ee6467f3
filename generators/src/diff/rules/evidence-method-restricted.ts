import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The evidence must be captured by the method {to}; it was {from}. */
export const evidenceMethodRestricted = rule({
  id: "evidence-method-restricted",
  seenBy: "protocol",
  mirror: "evidence-method-relaxed",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The evidence must be captured by the method {to}; it was {from}.",
    why: "Items that were captured otherwise are refused.",
    mend: "Take them, and mark how they were captured.",
  },
  es: {
    what: "La evidencia debe capturarse por el método {to}; era {from}.",
    why: "Los elementos capturados de otro modo se rechazan.",
    mend: "Aceptarlos y marcar cómo se capturaron.",
  },
  find: ({ evidenceKinds }) =>
    whenFact(
      evidenceKinds.kept,
      ({ method }) => method,
      (base, head) => base !== head && head !== "any",
    ),
});
