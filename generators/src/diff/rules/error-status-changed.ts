import { whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The error is answered with {to} instead of {from}. */
export const errorStatusChanged = rule({
  id: "error-status-changed",
  seenBy: "protocol",
  mirror: "error-status-changed",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The error is answered with {to} instead of {from}.",
    why: "Callers, proxies and retries that go by the status do something else.",
    mend: "Keep the status, and add a code of its own for the other case.",
  },
  es: {
    what: "El error se responde con {to} en lugar de {from}.",
    why: "Clientes, intermediarios y reintentos que miran el estado hacen otra cosa.",
    mend: "Mantener el estado y agregar un código propio para el otro caso.",
  },
  find: ({ errors }) => whenFact(errors.kept, ({ status }) => status),
});
