import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The answer is {to} instead of {from}. */
export const answerMediaTypeChanged = rule({
  id: "answer-media-type-changed",
  seenBy: "openapi",
  mirror: "answer-media-type-changed",
  verdict: "breaking",
  hits: ["clients"],
  en: {
    what: "The answer is {to} instead of {from}.",
    why: "A caller may not be able to read it.",
    mend: "Keep the media type, or let callers choose by `Accept`.",
  },
  es: {
    what: "La respuesta es {to} en lugar de {from}.",
    why: "Quien llama puede no saber leerla.",
    mend: "Mantener el tipo de contenido, o dejar elegir con `Accept`.",
  },
  find: ({ operations }) =>
    whenFact(
      operations.kept.filter(({ base, head }) => base.node.answers.length > 0 && head.node.answers.length > 0),
      ({ answers }) => [...new Set(answers.map(({ contentType }) => contentType))].sort().join(", "),
    ),
});
