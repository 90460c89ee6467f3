import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The evidence may be captured by any method; it was {from}. */
export const evidenceMethodRelaxed = rule({
  id: "evidence-method-relaxed",
  seenBy: "protocol",
  mirror: "evidence-method-restricted",
  verdict: "compatible",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The evidence may be captured by any method; it was {from}.",
    why: "Items that were refused are taken now.",
    mend: "Take them, and weigh in a dispute how they were captured.",
  },
  es: {
    what: "La evidencia puede capturarse por cualquier método; era {from}.",
    why: "Elementos que se rechazaban ahora se aceptan.",
    mend: "Aceptarlos y ponderar en una disputa cómo se capturaron.",
  },
  find: ({ evidenceKinds }) =>
    whenFact(
      evidenceKinds.kept,
      ({ method }) => method,
      (base, head) => base !== head && head === "any",
    ),
});
