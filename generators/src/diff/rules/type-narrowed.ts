import { NARROWING, NARROWING_HITS, rule } from "../rule.ts";

/** It is only {to} now, not any {from}. */
export const typeNarrowed = rule({
  id: "type-narrowed",
  seenBy: "openapi",
  mirror: "type-widened",
  verdict: NARROWING,
  hits: NARROWING_HITS,
  en: {
    what: "It is only {to} now, not any {from}.",
    why: "Requests with another value are refused; answers hold fewer values than before.",
    mend: "In a request, keep taking {from}.",
  },
  es: {
    what: "Ahora es solo {to}, no cualquier {from}.",
    why: "Las peticiones con otro valor se rechazan; las respuestas traen menos valores que antes.",
    mend: "En una petición, seguir aceptando {from}.",
  },
  find: ({ schema }) => schema("type-narrowed"),
});
