import { changed } from "../paired.ts";
import { rule } from "../rule.ts";

/** The operation takes no body any more. */
export const bodyRemoved = rule({
  id: "body-removed",
  seenBy: "openapi",
  mirror: "body-added-optional",
  verdict: "potentially breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The operation takes no body any more.",
    why: "What callers send is dropped or refused, and they may believe that it had an effect.",
    mend: "Keep the body optional and say that it is ignored.",
  },
  es: {
    what: "La operación ya no admite cuerpo.",
    why: "Lo que se envía se descarta o se rechaza, y quien llama puede creer que tuvo efecto.",
    mend: "Mantener el cuerpo opcional y decir que se ignora.",
  },
  find: ({ operations }) =>
    operations.kept.filter(({ base, head }) => base.node.body && !head.node.body).map((pair) => changed(pair)),
});
