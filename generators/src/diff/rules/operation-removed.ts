import { gone } from "../paired.ts";
import { rule } from "../rule.ts";

/** The operation is gone. */
export const operationRemoved = rule({
  id: "operation-removed",
  seenBy: "openapi",
  mirror: "operation-added",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The operation is gone.",
    why: "Whoever calls it gets 404.",
    mend: "Keep it for one more version and say in its doc comment what replaces it; if it only got a new id, write `@renamedFrom` on the new one.",
  },
  es: {
    what: "La operación ya no existe.",
    why: "Quien la llama recibe 404.",
    mend: "Mantenerla una versión más y decir en su comentario qué la reemplaza; si solo cambió de id, escribir `@renamedFrom` en la nueva.",
  },
  find: ({ operations }) => operations.removed.map((item) => gone(item)),
});
