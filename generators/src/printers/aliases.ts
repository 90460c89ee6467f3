import type { ProtocolModel } from "../ir/model.ts";
import { type GeneratedFile, typescriptFile, typescriptPath } from "./generated-file.ts";
import { constant } from "./tables.ts";

/** Other words for the values of enums, and the values themselves: what a node needs to understand a word. */
export function printAliases(model: ProtocolModel): GeneratedFile[] {
  const named = model.definitions.filter(({ members }) => members.some(({ aliases }) => aliases.length > 0));
  const table = Object.fromEntries(
    named.map(({ name, members }) => [
      name,
      Object.fromEntries(members.flatMap(({ value, aliases }) => aliases.map((word) => [word, value]))),
    ]),
  );
  const values = Object.fromEntries(named.map(({ name, members }) => [name, members.map(({ value }) => value)]));
  const body = `${constant("Other words for the values of an enum: word → value.", "aliases", table)}
${constant("All values of the enums that have such words.", "valuesWithAliases", values)}
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
`;
  return [typescriptFile(typescriptPath(model.version, "aliases"), body)];
}
