import { rule, WIDENING, WIDENING_HITS } from "../rule.ts";

/** A rule on presence is gone: {name}. */
export const presenceRuleRemoved = rule({
  id: "presence-rule-removed",
  seenBy: "openapi",
  mirror: "presence-rule-added",
  verdict: WIDENING,
  hits: WIDENING_HITS,
  en: {
    what: "A rule on presence is gone: {name}.",
    why: "Nodes must take more; readers may miss what they count on.",
    mend: "In an answer, keep to the rule.",
  },
  es: {
    what: "Una regla de presencia ya no existe: {name}.",
    why: "Los nodos deben aceptar más; a los lectores puede faltarles lo que esperan.",
    mend: "En una respuesta, respetar la regla.",
  },
  find: ({ schema }) => schema("presence-rule-removed"),
});
