import { came } from "../paired.ts";
import { rule } from "../rule.ts";

/** There is a new erratum. */
export const erratumAdded = rule({
  id: "erratum-added",
  seenBy: "protocol",
  mirror: "erratum-removed",
  verdict: "editorial",
  hits: ["servers"],
  en: {
    what: "There is a new erratum.",
    why: "It settles what was open; requirements and rules that follow from it are findings of their own.",
    mend: "Read it.",
  },
  es: {
    what: "Hay una errata nueva.",
    why: "Resuelve lo que estaba abierto; los requisitos y reglas que siguen son hallazgos aparte.",
    mend: "Leerla.",
  },
  find: ({ errata }) => errata.added.map((item) => came(item)),
});
