import { whenLost } from "../paired.ts";
import { rule } from "../rule.ts";

/** {name} no longer names the kind. */
export const evidenceSynonymRemoved = rule({
  id: "evidence-synonym-removed",
  seenBy: "protocol",
  mirror: "evidence-synonym-added",
  verdict: "breaking",
  hits: ["servers", "clients", "agents"],
  en: {
    what: "{name} no longer names the kind.",
    why: "Contracts that use the word ask for something that nobody knows.",
    mend: "Keep the word.",
  },
  es: {
    what: "{name} ya no nombra el tipo.",
    why: "Los contratos que usan la palabra piden algo que nadie conoce.",
    mend: "Mantener la palabra.",
  },
  find: ({ evidenceKinds }) => whenLost(evidenceKinds.kept, ({ synonyms }) => synonyms),
});
