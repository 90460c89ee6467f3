import { came } from "../paired.ts";
import { rule } from "../rule.ts";

/** There is a new move. */
export const moveAdded = rule({
  id: "move-added",
  seenBy: "protocol",
  mirror: "move-removed",
  verdict: "compatible",
  hits: ["servers", "certified nodes"],
  en: {
    what: "There is a new move.",
    why: "Nobody makes it yet.",
    mend: "Allow it for the parties it names, and nobody else.",
  },
  es: {
    what: "Hay un movimiento nuevo.",
    why: "Nadie lo hace todavía.",
    mend: "Permitirlo a las partes que nombra y a nadie más.",
  },
  find: ({ moves }) => moves.added.map((item) => came(item)),
});
