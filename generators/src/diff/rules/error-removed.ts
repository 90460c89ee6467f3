import { gone } from "../paired.ts";
import { rule } from "../rule.ts";

/** The error code is gone. */
export const errorRemoved = rule({
  id: "error-removed",
  seenBy: "protocol",
  mirror: "error-added",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The error code is gone.",
    why: "What callers do about it never happens, and they see another code in its place.",
    mend: "Keep the code; say in its text when it is answered.",
  },
  es: {
    what: "El código de error ya no existe.",
    why: "Lo que se hace ante él nunca ocurre, y se ve otro código en su lugar.",
    mend: "Mantener el código; decir en su texto cuándo se responde.",
  },
  find: ({ errors }) => errors.removed.map((item) => gone(item)),
});
