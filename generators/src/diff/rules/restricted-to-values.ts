import { NARROWING, NARROWING_HITS, rule } from "../rule.ts";

/** Only these values are left: {to}. */
export const restrictedToValues = rule({
  id: "restricted-to-values",
  seenBy: "openapi",
  mirror: "values-unrestricted",
  verdict: NARROWING,
  hits: NARROWING_HITS,
  en: {
    what: "Only these values are left: {to}.",
    why: "Requests with another value are refused; readers know what can come.",
    mend: "In a request, keep taking other values.",
  },
  es: {
    what: "Solo quedan estos valores: {to}.",
    why: "Las peticiones con otro valor se rechazan; los lectores saben qué puede llegar.",
    mend: "En una petición, seguir aceptando otros valores.",
  },
  find: ({ schema }) => schema("restricted-to-values"),
});
