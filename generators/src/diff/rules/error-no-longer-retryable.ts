import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The same request never succeeds later. */
export const errorNoLongerRetryable = rule({
  id: "error-no-longer-retryable",
  seenBy: "protocol",
  mirror: "error-became-retryable",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The same request never succeeds later.",
    why: "Callers that retry do so for ever.",
    mend: "Keep it retryable, and add a code for what is final.",
  },
  es: {
    what: "La misma petición nunca tendrá éxito después.",
    why: "Quien reintenta lo hace para siempre.",
    mend: "Mantenerlo reintentable y agregar un código para lo definitivo.",
  },
  find: ({ errors }) =>
    whenFact(
      errors.kept,
      ({ retryable }) => retryable,
      (base, head) => base && !head,
    ),
});
