import { gone } from "../paired.ts";
import { rule } from "../rule.ts";

/** No type is called so any more. */
export const typeNameRemoved = rule({
  id: "type-name-removed",
  seenBy: "protocol",
  mirror: null,
  verdict: "editorial",
  hits: ["servers", "clients"],
  en: {
    what: "No type is called so any more.",
    why: "What goes over the wire is compared by itself; only names in generated code change.",
    mend: "Generate again and let the compiler find the name.",
  },
  es: {
    what: "Ya ningún tipo se llama así.",
    why: "Lo que viaja se compara aparte; solo cambian nombres en el código generado.",
    mend: "Generar de nuevo y dejar que el compilador encuentre el nombre.",
  },
  find: ({ definitions }) => definitions.removed.map((item) => gone(item)),
});
