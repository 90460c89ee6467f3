import { came } from "../paired.ts";
import { rule } from "../rule.ts";

/** There is a new kind of evidence. */
export const evidenceKindAdded = rule({
  id: "evidence-kind-added",
  seenBy: "protocol",
  mirror: "evidence-kind-removed",
  verdict: "compatible",
  hits: ["servers", "certified nodes"],
  en: {
    what: "There is a new kind of evidence.",
    why: "No contract asks for it yet.",
    mend: "Take it, and check its payload.",
  },
  es: {
    what: "Hay un tipo de evidencia nuevo.",
    why: "Ningún contrato lo pide todavía.",
    mend: "Aceptarlo y comprobar su contenido.",
  },
  find: ({ evidenceKinds }) => evidenceKinds.added.map((item) => came(item)),
});
