import { rule, WIDENING, WIDENING_HITS } from "../rule.ts";

/** The list may have more lengths: {to}, it was {from} items. */
export const listLengthWidened = rule({
  id: "list-length-widened",
  seenBy: "openapi",
  mirror: "list-length-narrowed",
  verdict: WIDENING,
  hits: WIDENING_HITS,
  en: {
    what: "The list may have more lengths: {to}, it was {from} items.",
    why: "Nodes must take more; readers may count on the first item or on a page's size.",
    mend: "In an answer, stay inside the old lengths for callers of the old version.",
  },
  es: {
    what: "La lista admite más largos: {to}, era {from} elementos.",
    why: "Los nodos deben aceptar más; los lectores pueden contar con el primer elemento o con el tamaño de página.",
    mend: "En una respuesta, quedarse en los largos anteriores para la versión anterior.",
  },
  find: ({ schema }) => schema("list-length-widened"),
});
