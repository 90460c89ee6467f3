import { whenGained } from "../paired.ts";
import { rule } from "../rule.ts";

/** The move has a new effect: {name} */
export const moveEffectAdded = rule({
  id: "move-effect-added",
  seenBy: "protocol",
  mirror: "move-effect-dropped",
  verdict: "compatible",
  hits: ["servers", "certified nodes"],
  en: {
    what: "The move has a new effect: {name}",
    why: "Parties see something happen that did not happen before.",
    mend: "Bring it about, once for each move.",
  },
  es: {
    what: "El movimiento tiene un efecto nuevo: {name}",
    why: "Las partes ven ocurrir algo que antes no ocurría.",
    mend: "Producirlo, una vez por movimiento.",
  },
  find: ({ moves }) => whenGained(moves.kept, ({ effects }) => effects),
});
