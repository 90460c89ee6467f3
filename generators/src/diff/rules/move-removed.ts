import { gone } from "../paired.ts";
import { rule } from "../rule.ts";

/** The move is gone. */
export const moveRemoved = rule({
  id: "move-removed",
  seenBy: "protocol",
  mirror: "move-added",
  verdict: "breaking",
  hits: ["clients", "agents", "certified nodes"],
  en: {
    what: "The move is gone.",
    why: "Who made it is refused with 422, and records stay where they are.",
    mend: "Keep the move, or name the moves that lead there now.",
  },
  es: {
    what: "El movimiento ya no existe.",
    why: "Quien lo hacía recibe 422, y los registros quedan donde están.",
    mend: "Mantener el movimiento, o nombrar los que ahora llevan allí.",
  },
  find: ({ moves }) => moves.removed.map((item) => gone(item)),
});
