// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

/** Other words for the values of an enum: word → value. */
export const aliases = {
  A2aMethod: {
    "tasks/send": "message/send",
    SendMessage: "message/send",
    GetTask: "tasks/get",
    CancelTask: "tasks/cancel",
  },
  A2aTaskState: { pending: "submitted", running: "working", requires_input: "input-required" },
  PaymentMethod: { cash: "efectivo", transfer: "transferencia", card: "tarjeta" },
  RepresentedType: { patient: "client", professional: "provider" },
  Vertical: {
    salud: "health",
    medicina: "health",
    kinesiologia: "health",
    psicologia: "health",
    dental: "health",
    nutricion: "health",
    fonoaudiologia: "health",
    "terapia-ocupacional": "health",
    hogar: "home",
    home_services: "home",
    educacion: "education",
    consultoria: "consulting",
    tecnologia: "consulting",
  },
} as const;

/** All values of the enums that have such words. */
export const valuesWithAliases = {
  A2aMethod: ["message/send", "tasks/get", "tasks/cancel"],
  A2aTaskState: ["submitted", "working", "input-required", "completed", "failed", "canceled", "rejected"],
  PaymentMethod: ["efectivo", "transferencia", "mercadopago", "tarjeta"],
  RepresentedType: ["client", "provider", "organization"],
  Vertical: ["health", "home", "legal", "education", "consulting"],
} as const;

export type EnumWithAliases = keyof typeof aliases;

/** The value that a word means: the value of that name, or the one that it is another word for. */
export function valueNamed<Name extends EnumWithAliases>(
  name: Name,
  word: string,
): (typeof valuesWithAliases)[Name][number] | undefined {
  const values: readonly string[] = valuesWithAliases[name];
  const words: Readonly<Record<string, string>> = aliases[name];
  const value = values.includes(word) ? word : Object.hasOwn(words, word) ? words[word] : undefined;
  return value as (typeof valuesWithAliases)[Name][number] | undefined;
}
