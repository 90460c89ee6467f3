import { TIERS } from "../orders.ts";
import { rises, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The access tier went from {from} to {to}. */
export const tierTightened = rule({
  id: "tier-tightened",
  seenBy: "protocol",
  mirror: "tier-loosened",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The access tier went from {from} to {to}.",
    why: "Callers without the credential that is asked for now are refused with 401 or 403.",
    mend: "Keep answering the public part on the old tier.",
  },
  es: {
    what: "El nivel de acceso pasó de {from} a {to}.",
    why: "Quien no tiene la credencial ahora exigida recibe 401 o 403.",
    mend: "Seguir respondiendo la parte pública en el nivel anterior.",
  },
  find: ({ operations }) => whenFact(operations.kept, ({ tier }) => tier, rises(TIERS)),
});
