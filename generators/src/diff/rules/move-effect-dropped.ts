import { whenLost } from "../paired.ts";
import { rule } from "../rule.ts";

/** The move no longer has this effect: {name} */
export const moveEffectDropped = rule({
  id: "move-effect-dropped",
  seenBy: "protocol",
  mirror: "move-effect-added",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "The move no longer has this effect: {name}",
    why: "Who counted on it waits in vain.",
    mend: "Keep the effect, or name the operation that brings it about now.",
  },
  es: {
    what: "El movimiento ya no tiene este efecto: {name}",
    why: "Quien contaba con él espera en vano.",
    mend: "Mantener el efecto, o nombrar la operación que ahora lo produce.",
  },
  find: ({ moves }) => whenLost(moves.kept, ({ effects }) => effects),
});
