import { whenLost } from "../paired.ts";
import { rule } from "../rule.ts";

/** Success is no longer answered with {name}. */
export const answerStatusRemoved = rule({
  id: "answer-status-removed",
  seenBy: "openapi",
  mirror: "answer-status-added",
  verdict: "breaking",
  hits: ["clients"],
  en: {
    what: "Success is no longer answered with {name}.",
    why: "Callers that wait for that status take the new one for a failure.",
    mend: "Keep answering with it.",
  },
  es: {
    what: "El éxito ya no se responde con {name}.",
    why: "Quien espera ese estado toma el nuevo por un fallo.",
    mend: "Seguir respondiendo con él.",
  },
  find: ({ operations }) =>
    whenLost(operations.kept, ({ answers }) => [...new Set(answers.map(({ status }) => String(status)))]),
});
