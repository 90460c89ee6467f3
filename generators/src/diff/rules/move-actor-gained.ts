import { whenGained } from "../paired.ts";
import { rule } from "../rule.ts";

/** The {name} may make the move too. */
export const moveActorGained = rule({
  id: "move-actor-gained",
  seenBy: "protocol",
  mirror: "move-actor-lost",
  verdict: "compatible",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The {name} may make the move too.",
    why: "Nobody loses it; the others see moves that they did not make.",
    mend: "Tell the other parties when it is made.",
  },
  es: {
    what: "La parte {name} también puede hacer el movimiento.",
    why: "Nadie lo pierde; los demás ven movimientos que no hicieron.",
    mend: "Avisar a las otras partes cuando se hace.",
  },
  find: ({ moves }) => whenGained(moves.kept, ({ by }) => by),
});
