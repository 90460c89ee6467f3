import type { CaseContext } from "./case-context.ts";
import { pickList } from "./json-path.ts";

/**
 * Names in the capabilities document, operations and extensions alike, that fit a pattern: for features that no published
 * operation shows.
 * @throws Unmet when there is no capabilities document that could declare anything
 */
export async function declaredNames(context: CaseContext, pattern: RegExp): Promise<readonly string[]> {
  const capabilities = await context.world.capabilities();
  if (capabilities === null) context.notVerified("there is no capabilities document that could declare it");
  const names = [...(capabilities?.declared ?? []), ...pickList(capabilities?.attributes, "extensions")];
  return names.filter((name): name is string => typeof name === "string" && pattern.test(name));
}
