import { isBinding } from "../orders.ts";
import { came } from "../paired.ts";
import { rule } from "../rule.ts";

/** There is a new requirement ({to}). */
export const requirementAdded = rule({
  id: "requirement-added",
  seenBy: "protocol",
  mirror: "requirement-removed",
  verdict: "potentially breaking",
  hits: ["servers", "certified nodes"],
  en: {
    what: "There is a new requirement ({to}).",
    why: "A node that was free in this fails it.",
    mend: "Announce a MUST one version ahead as a SHOULD; write its case.",
  },
  es: {
    what: "Hay un requisito nuevo ({to}).",
    why: "Un nodo que era libre en esto no lo cumple.",
    mend: "Anunciar un MUST una versión antes como SHOULD; escribir su caso.",
  },
  find: ({ requirements }) =>
    requirements.added.map((item) =>
      came(item, {
        to: `${item.node.keyword}, ${item.node.level}`,
        verdict: isBinding(item.node.keyword) && item.node.level !== "EXT" ? "potentially breaking" : "compatible",
      }),
    ),
});
