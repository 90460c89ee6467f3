import { whenLost } from "../paired.ts";
import { rule } from "../rule.ts";

/** The operation is no longer refused with {name}. */
export const operationErrorDropped = rule({
  id: "operation-error-dropped",
  seenBy: "protocol",
  mirror: "operation-error-added",
  verdict: "compatible",
  hits: ["servers"],
  en: {
    what: "The operation is no longer refused with {name}.",
    why: "What callers do about it is never reached.",
    mend: "Answer the refusal that the specification names instead.",
  },
  es: {
    what: "La operación ya no se rechaza con {name}.",
    why: "Lo que se hace ante él nunca ocurre.",
    mend: "Responder el rechazo que la especificación nombra en su lugar.",
  },
  find: ({ operations }) => whenLost(operations.kept, ({ errors }) => errors),
});
