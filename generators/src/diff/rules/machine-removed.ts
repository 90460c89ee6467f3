import { gone } from "../paired.ts";
import { rule } from "../rule.ts";

/** The machine is gone. */
export const machineRemoved = rule({
  id: "machine-removed",
  seenBy: "protocol",
  mirror: "machine-added",
  verdict: "breaking",
  hits: ["servers", "clients", "agents", "certified nodes"],
  en: {
    what: "The machine is gone.",
    why: "What went through its states has no life of its own any more.",
    mend: "Keep it for one more version, and say into which state of what each of its states turns.",
  },
  es: {
    what: "La máquina ya no existe.",
    why: "Lo que pasaba por sus estados ya no tiene vida propia.",
    mend: "Mantenerla una versión más y decir en qué estado de qué se convierte cada uno de los suyos.",
  },
  find: ({ machines }) => machines.removed.map((item) => gone(item)),
});
