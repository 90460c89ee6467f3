import { rule, WIDENING, WIDENING_HITS } from "../rule.ts";

/** There is a new value. */
export const valueAdded = rule({
  id: "value-added",
  seenBy: "openapi",
  mirror: "value-removed",
  verdict: WIDENING,
  hits: WIDENING_HITS,
  en: {
    what: "There is a new value.",
    why: "Nodes must take it; readers with a closed list fail on it.",
    mend: "Send it only to callers that named the version in which it entered.",
  },
  es: {
    what: "Hay un valor nuevo.",
    why: "Los nodos deben aceptarlo; los lectores con lista cerrada fallan.",
    mend: "Enviarlo solo a quien nombró la versión en que entró.",
  },
  find: ({ schema }) => schema("value-added"),
});
