import { NARROWING, NARROWING_HITS, rule } from "../rule.ts";

/** The value is gone. */
export const valueRemoved = rule({
  id: "value-removed",
  seenBy: "openapi",
  mirror: "value-added",
  verdict: NARROWING,
  hits: NARROWING_HITS,
  en: {
    what: "The value is gone.",
    why: "Requests that name it are refused; nobody reads it any more.",
    mend: "In a request, keep it as another word (`@aliases`) for what replaces it.",
  },
  es: {
    what: "El valor ya no existe.",
    why: "Las peticiones que lo nombran se rechazan; nadie lo lee más.",
    mend: "En una petición, mantenerlo como otra palabra (`@aliases`) de lo que lo reemplaza.",
  },
  find: ({ schema }) => schema("value-removed"),
});
