import { rule, WIDENING, WIDENING_HITS } from "../rule.ts";

/** It is optional now. */
export const becameOptional = rule({
  id: "became-optional",
  seenBy: "openapi",
  mirror: "became-required",
  verdict: WIDENING,
  hits: WIDENING_HITS,
  en: {
    what: "It is optional now.",
    why: "Requests with it work as before; answers may lack what readers count on.",
    mend: "In an answer, keep it required, or let it be null.",
  },
  es: {
    what: "Ahora es opcional.",
    why: "Las peticiones que lo traen funcionan como antes; a las respuestas puede faltarles lo que los lectores esperan.",
    mend: "En una respuesta, mantenerlo obligatorio, o permitir null.",
  },
  find: ({ schema }) => schema("became-optional"),
});
