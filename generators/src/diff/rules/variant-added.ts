import { rule, WIDENING, WIDENING_HITS } from "../rule.ts";

/** It can also be {name}. */
export const variantAdded = rule({
  id: "variant-added",
  seenBy: "openapi",
  mirror: "variant-removed",
  verdict: WIDENING,
  hits: WIDENING_HITS,
  en: {
    what: "It can also be {name}.",
    why: "Nodes must take the form; readers do not know it.",
    mend: "Send it only to callers that named the version in which it entered.",
  },
  es: {
    what: "También puede ser {name}.",
    why: "Los nodos deben aceptar la forma; los lectores no la conocen.",
    mend: "Enviarla solo a quien nombró la versión en que entró.",
  },
  find: ({ schema }) => schema("variant-added"),
});
