import { rule } from "../rule.ts";

/** There is a new parameter, and it is required. */
export const parameterAddedRequired = rule({
  id: "parameter-added-required",
  seenBy: "openapi",
  mirror: "parameter-removed",
  verdict: "breaking",
  hits: ["clients", "agents"],
  en: {
    what: "There is a new parameter, and it is required.",
    why: "Every call that is written today lacks it and is refused.",
    mend: "Make it optional with a default that does what was done before.",
  },
  es: {
    what: "Hay un parámetro nuevo y es obligatorio.",
    why: "A todas las llamadas escritas hoy les falta y se rechazan.",
    mend: "Hacerlo opcional, con un valor por defecto que haga lo de antes.",
  },
  find: ({ schema }) => schema("parameter-added-required"),
});
