import { findOperation, type OperationId } from "./artefacts.ts";
import type { CaseContext } from "./case-context.ts";
import { Unmet } from "./verdict.ts";

/**
 * Asserts operations that the requirement's own level demands: where the level asks for them, leaving them undeclared
 * excuses nothing.
 * @throws Unmet with FAIL when one is not declared; NOT_VERIFIED when the target is no node that could declare it
 */
export async function demand(context: CaseContext, ...ids: readonly OperationId[]): Promise<void> {
  for (const id of ids) {
    if (await context.world.declares(id)) continue;
    if ((await context.world.manifest()) === null)
      throw new Unmet(`whether ${id} is served is unknown: there is no manifest`);
    throw new Unmet(`${id} is demanded at ${findOperation(id)?.level ?? "this level"} and not declared`, "FAIL");
  }
}
