import { NARROWING, NARROWING_HITS, rule } from "../rule.ts";

/** It can no longer be {name}. */
export const variantRemoved = rule({
  id: "variant-removed",
  seenBy: "openapi",
  mirror: "variant-added",
  verdict: NARROWING,
  hits: NARROWING_HITS,
  en: {
    what: "It can no longer be {name}.",
    why: "Requests of that form are refused; readers have one form less to know.",
    mend: "In a request, keep taking the form.",
  },
  es: {
    what: "Ya no puede ser {name}.",
    why: "Las peticiones de esa forma se rechazan; los lectores tienen una forma menos que conocer.",
    mend: "En una petición, seguir aceptando la forma.",
  },
  find: ({ schema }) => schema("variant-removed"),
});
