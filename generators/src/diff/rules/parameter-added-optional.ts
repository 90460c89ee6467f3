import { rule } from "../rule.ts";

/** There is a new optional parameter. */
export const parameterAddedOptional = rule({
  id: "parameter-added-optional",
  seenBy: "openapi",
  mirror: "parameter-removed",
  verdict: "compatible",
  hits: ["servers"],
  en: {
    what: "There is a new optional parameter.",
    why: "Calls without it work as before.",
    mend: "Honour it.",
  },
  es: {
    what: "Hay un parámetro opcional nuevo.",
    why: "Las llamadas sin él funcionan como antes.",
    mend: "Respetarlo.",
  },
  find: ({ schema }) => schema("parameter-added-optional"),
});
