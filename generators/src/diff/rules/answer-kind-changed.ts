import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The answer is of the kind {to} instead of {from}. */
export const answerKindChanged = rule({
  id: "answer-kind-changed",
  seenBy: "openapi",
  mirror: "answer-kind-changed",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The answer is of the kind {to} instead of {from}.",
    why: "One resource and a list of them are read differently.",
    mend: "Add another operation for the other kind.",
  },
  es: {
    what: "La respuesta es de la clase {to} en lugar de {from}.",
    why: "Un recurso y una lista de ellos se leen de manera distinta.",
    mend: "Agregar otra operación para la otra clase.",
  },
  find: ({ operations }) =>
    whenFact(operations.kept, ({ answers }) => [...new Set(answers.map(({ kind }) => kind))].sort().join(", ")),
});
