import { whenGained } from "../paired.ts";
import { rule } from "../rule.ts";

/** Success can also be answered with {name}. */
export const answerStatusAdded = rule({
  id: "answer-status-added",
  seenBy: "openapi",
  mirror: "answer-status-removed",
  verdict: "potentially breaking",
  hits: ["clients", "agents"],
  en: {
    what: "Success can also be answered with {name}.",
    why: "Callers that look for one status only do not know this one.",
    mend: "Say in the doc comment when it is answered; callers should take any 2xx for success.",
  },
  es: {
    what: "El éxito también puede responderse con {name}.",
    why: "Quien solo espera un estado no conoce este.",
    mend: "Decir en el comentario cuándo se responde; quien llama debería tomar cualquier 2xx como éxito.",
  },
  find: ({ operations }) =>
    whenGained(operations.kept, ({ answers }) => [...new Set(answers.map(({ status }) => String(status)))]),
});
