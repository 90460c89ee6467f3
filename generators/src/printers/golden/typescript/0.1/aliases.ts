// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

/** Other words for the values of an enum: word → value. */
export const aliases = {
  A2aMethod: { SendMessage: "message/send" },
  A2aTaskState: { running: "working" },
  Role: { patient: "client" },
} as const;

/** All values of the enums that have such words. */
export const valuesWithAliases = {
  A2aMethod: ["message/send"],
  A2aTaskState: ["working", "completed"],
  Role: ["client", "the-provider"],
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
