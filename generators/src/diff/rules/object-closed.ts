import { NARROWING, NARROWING_HITS, rule } from "../rule.ts";

/** The object takes no other members now. */
export const objectClosed = rule({
  id: "object-closed",
  seenBy: "openapi",
  mirror: "object-opened",
  verdict: NARROWING,
  hits: NARROWING_HITS,
  en: {
    what: "The object takes no other members now.",
    why: "Requests with members of their own are refused; readers find nothing unknown.",
    mend: "In a request, leave the object open.",
  },
  es: {
    what: "El objeto ya no admite otros miembros.",
    why: "Las peticiones con miembros propios se rechazan; los lectores no encuentran nada desconocido.",
    mend: "En una petición, dejar el objeto abierto.",
  },
  find: ({ schema }) => schema("object-closed"),
});
