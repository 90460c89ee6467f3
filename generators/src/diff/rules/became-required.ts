import { NARROWING, NARROWING_HITS, rule } from "../rule.ts";

/** It is required now. */
export const becameRequired = rule({
  id: "became-required",
  seenBy: "openapi",
  mirror: "became-optional",
  verdict: NARROWING,
  hits: NARROWING_HITS,
  en: {
    what: "It is required now.",
    why: "Requests without it are refused; answers always hold it.",
    mend: "In a request, leave it optional with a default.",
  },
  es: {
    what: "Ahora es obligatorio.",
    why: "Las peticiones sin él se rechazan; las respuestas siempre lo traen.",
    mend: "En una petición, dejarlo opcional con un valor por defecto.",
  },
  find: ({ schema }) => schema("became-required"),
});
