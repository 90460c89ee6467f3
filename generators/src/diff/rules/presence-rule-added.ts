import { NARROWING, NARROWING_HITS, rule } from "../rule.ts";

/** A rule on presence is new: {name}. */
export const presenceRuleAdded = rule({
  id: "presence-rule-added",
  seenBy: "openapi",
  mirror: "presence-rule-removed",
  verdict: NARROWING,
  hits: NARROWING_HITS,
  en: {
    what: "A rule on presence is new: {name}.",
    why: "Requests that break it are refused; readers may count on it.",
    mend: "In a request, choose what is meant when the rule is broken instead of refusing.",
  },
  es: {
    what: "Hay una regla de presencia nueva: {name}.",
    why: "Las peticiones que la incumplen se rechazan; los lectores pueden contar con ella.",
    mend: "En una petición, elegir qué se entiende cuando se incumple, en lugar de rechazar.",
  },
  find: ({ schema }) => schema("presence-rule-added"),
});
