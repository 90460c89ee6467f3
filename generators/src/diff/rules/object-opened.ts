import { rule, WIDENING, WIDENING_HITS } from "../rule.ts";

/** The object takes other members now. */
export const objectOpened = rule({
  id: "object-opened",
  seenBy: "openapi",
  mirror: "object-closed",
  verdict: WIDENING,
  hits: WIDENING_HITS,
  en: {
    what: "The object takes other members now.",
    why: "Nodes must pass over them; readers that refuse unknown members fail.",
    mend: "In an answer, send nothing more to callers of the old version.",
  },
  es: {
    what: "El objeto ahora admite otros miembros.",
    why: "Los nodos deben pasarlos por alto; los lectores que rechazan lo desconocido fallan.",
    mend: "En una respuesta, no enviar nada más a quien usa la versión anterior.",
  },
  find: ({ schema }) => schema("object-opened"),
});
