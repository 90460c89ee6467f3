import { gone } from "../paired.ts";
import { rule } from "../rule.ts";

/** The kind of evidence is gone. */
export const evidenceKindRemoved = rule({
  id: "evidence-kind-removed",
  seenBy: "protocol",
  mirror: "evidence-kind-added",
  verdict: "breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "The kind of evidence is gone.",
    why: "Contracts that ask for it cannot be fulfilled any more.",
    mend: "Keep it as a synonym of the kind that takes its place.",
  },
  es: {
    what: "El tipo de evidencia ya no existe.",
    why: "Los contratos que lo piden ya no pueden cumplirse.",
    mend: "Mantenerlo como sinónimo del tipo que lo reemplaza.",
  },
  find: ({ evidenceKinds }) => evidenceKinds.removed.map((item) => gone(item)),
});
