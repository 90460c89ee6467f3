import { NARROWING, NARROWING_HITS, rule } from "../rule.ts";

/** It may no longer be null. */
export const becameNotNullable = rule({
  id: "became-not-nullable",
  seenBy: "openapi",
  mirror: "became-nullable",
  verdict: NARROWING,
  hits: NARROWING_HITS,
  en: {
    what: "It may no longer be null.",
    why: "Requests with null are refused; answers never hold it.",
    mend: "In a request, keep taking null and read it as absent.",
  },
  es: {
    what: "Ya no puede ser null.",
    why: "Las peticiones con null se rechazan; las respuestas nunca lo traen.",
    mend: "En una petición, seguir aceptando null y leerlo como ausente.",
  },
  find: ({ schema }) => schema("became-not-nullable"),
});
