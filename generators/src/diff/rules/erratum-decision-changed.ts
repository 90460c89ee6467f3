import { sameWords } from "../orders.ts";
import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The erratum is settled otherwise: {to} */
export const erratumDecisionChanged = rule({
  id: "erratum-decision-changed",
  seenBy: "protocol",
  mirror: "erratum-decision-changed",
  verdict: "potentially breaking",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The erratum is settled otherwise: {to}",
    why: "Nodes were built by the former decision.",
    mend: "Follow the new decision, and say what becomes of data that was made by the old one.",
  },
  es: {
    what: "La errata se resuelve de otro modo: {to}",
    why: "Los nodos se construyeron según la decisión anterior.",
    mend: "Seguir la decisión nueva y decir qué pasa con los datos hechos según la anterior.",
  },
  find: ({ errata }) =>
    whenFact(errata.kept, ({ decision }) => decision).map((found) =>
      sameWords(found) ? { ...found, verdict: "editorial" } : found,
    ),
});
