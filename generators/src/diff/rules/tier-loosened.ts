import { TIERS } from "../orders.ts";
import { falls, whenFact } from "../paired.ts";
import { rule } from "../rule.ts";

/** The access tier went from {from} to {to}. */
export const tierLoosened = rule({
  id: "tier-loosened",
  seenBy: "protocol",
  mirror: "tier-tightened",
  verdict: "compatible",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The access tier went from {from} to {to}.",
    why: "Nobody loses access; data that needed a credential can be read without it, so check what the answer shows.",
    mend: "Open the operation, and leave out of its answer what is not meant for everybody.",
  },
  es: {
    what: "El nivel de acceso pasó de {from} a {to}.",
    why: "Nadie pierde acceso; lo que exigía credencial se lee sin ella: revisar qué muestra la respuesta.",
    mend: "Abrir la operación y dejar fuera de su respuesta lo que no es para todos.",
  },
  find: ({ operations }) => whenFact(operations.kept, ({ tier }) => tier, falls(TIERS)),
});
