import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The same request may succeed later. */
export const errorBecameRetryable = rule({
  id: "error-became-retryable",
  seenBy: "protocol",
  mirror: "error-no-longer-retryable",
  verdict: "compatible",
  hits: ["clients", "agents"],
  en: {
    what: "The same request may succeed later.",
    why: "Callers that give up lose a chance, nothing else.",
    mend: "Retry with a growing pause.",
  },
  es: {
    what: "La misma petición puede tener éxito después.",
    why: "Quien se rinde pierde una oportunidad, nada más.",
    mend: "Reintentar con pausas crecientes.",
  },
  find: ({ errors }) =>
    whenFact(
      errors.kept,
      ({ retryable }) => retryable,
      (base, head) => !base && head,
    ),
});
