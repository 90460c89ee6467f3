import { came } from "../paired.ts";
import { rule } from "../rule.ts";

/** There is a new error code. */
export const errorAdded = rule({
  id: "error-added",
  seenBy: "protocol",
  mirror: "error-removed",
  verdict: "compatible",
  hits: ["servers", "clients", "agents"],
  en: {
    what: "There is a new error code.",
    why: "Callers treat an unknown code by its HTTP status.",
    mend: "Answer it where an operation names it.",
  },
  es: {
    what: "Hay un código de error nuevo.",
    why: "Un código desconocido se trata por su estado HTTP.",
    mend: "Responderlo donde una operación lo nombre.",
  },
  find: ({ errors }) => errors.added.map((item) => came(item)),
});
