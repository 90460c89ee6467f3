import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The requirement is tested otherwise: {to} */
export const requirementTestChanged = rule({
  id: "requirement-test-changed",
  seenBy: "protocol",
  mirror: "requirement-test-changed",
  verdict: "editorial",
  hits: ["certified nodes"],
  en: {
    what: "The requirement is tested otherwise: {to}",
    why: "It asks for the same; the case may look at it from another side.",
    mend: "Bring its case in line.",
  },
  es: {
    what: "El requisito se prueba de otro modo: {to}",
    why: "Pide lo mismo; el caso puede mirarlo desde otro lado.",
    mend: "Ajustar su caso.",
  },
  find: ({ requirements }) => whenFact(requirements.kept, ({ test }) => test),
});
