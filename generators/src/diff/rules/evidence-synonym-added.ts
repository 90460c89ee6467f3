import { whenGained } from "../paired.ts";
import { rule } from "../rule.ts";

/** {name} names the kind too. */
export const evidenceSynonymAdded = rule({
  id: "evidence-synonym-added",
  seenBy: "protocol",
  mirror: "evidence-synonym-removed",
  verdict: "compatible",
  hits: ["servers", "certified nodes"],
  en: {
    what: "{name} names the kind too.",
    why: "Contracts need not use it.",
    mend: "Understand the word in contracts.",
  },
  es: {
    what: "{name} también nombra el tipo.",
    why: "Los contratos no están obligados a usarla.",
    mend: "Entender la palabra en los contratos.",
  },
  find: ({ evidenceKinds }) => whenGained(evidenceKinds.kept, ({ synonyms }) => synonyms),
});
