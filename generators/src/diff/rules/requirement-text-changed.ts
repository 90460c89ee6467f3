import { sameWords } from "../orders.ts";
import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The requirement is worded anew: {to} */
export const requirementTextChanged = rule({
  id: "requirement-text-changed",
  seenBy: "protocol",
  mirror: "requirement-text-changed",
  verdict: "potentially breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "The requirement is worded anew: {to}",
    why: "A sentence that binds may ask for something else; only a reader can tell.",
    mend: "Read both, and check whether its case still tests it.",
  },
  es: {
    what: "El requisito está redactado de nuevo: {to}",
    why: "Una frase que obliga puede pedir otra cosa; solo un lector puede decirlo.",
    mend: "Leer ambas y revisar si su caso aún lo prueba.",
  },
  find: ({ requirements }) =>
    whenFact(requirements.kept, ({ text }) => text).map((found) =>
      sameWords(found) ? { ...found, verdict: "editorial" } : found,
    ),
});
