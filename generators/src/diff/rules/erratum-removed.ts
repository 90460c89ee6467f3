import { gone } from "../paired.ts";
import { rule } from "../rule.ts";

/** The erratum is gone. */
export const erratumRemoved = rule({
  id: "erratum-removed",
  seenBy: "protocol",
  mirror: "erratum-added",
  verdict: "editorial",
  hits: ["servers"],
  en: {
    what: "The erratum is gone.",
    why: "The sources agree now, or the question is settled elsewhere.",
    mend: "Look where it is settled.",
  },
  es: {
    what: "La errata ya no existe.",
    why: "Las fuentes ahora coinciden, o la cuestión se resuelve en otra parte.",
    mend: "Mirar dónde se resuelve.",
  },
  find: ({ errata }) => errata.removed.map((item) => gone(item)),
});
