import { came } from "../paired.ts";
import { rule } from "../rule.ts";

/** There is a new machine. */
export const machineAdded = rule({
  id: "machine-added",
  seenBy: "protocol",
  mirror: "machine-removed",
  verdict: "compatible",
  hits: ["servers", "certified nodes"],
  en: {
    what: "There is a new machine.",
    why: "Nothing is in its states yet.",
    mend: "Serve it where the operations that move it are served.",
  },
  es: {
    what: "Hay una máquina nueva.",
    why: "Nada está aún en sus estados.",
    mend: "Servirla donde se sirven las operaciones que la mueven.",
  },
  find: ({ machines }) => machines.added.map((item) => came(item)),
});
