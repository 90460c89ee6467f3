import { whenGained } from "../paired.ts";
import { rule } from "../rule.ts";

/** The operation can be refused with {name}. */
export const operationErrorAdded = rule({
  id: "operation-error-added",
  seenBy: "protocol",
  mirror: "operation-error-dropped",
  verdict: "potentially breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The operation can be refused with {name}.",
    why: "Callers do not know this refusal here; retrying it may be wrong.",
    mend: "Say in the doc comment when it is answered. Callers should treat unknown codes by their status.",
  },
  es: {
    what: "La operación puede rechazarse con {name}.",
    why: "Quien llama no conoce aquí este rechazo; reintentar puede ser un error.",
    mend: "Decir en el comentario cuándo se responde. Los códigos desconocidos se tratan por su estado.",
  },
  find: ({ operations }) => whenGained(operations.kept, ({ errors }) => errors),
});
