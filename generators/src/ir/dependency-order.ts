import { faultAt } from "../specification-error.ts";
import { compareIds } from "./build-machines.ts";
import type { DefinitionNode, ProtocolModel } from "./model.ts";
import { referencesOf } from "./schema.ts";

/** Definitions so ordered that each stands after those it refers to. A cycle is an error: messages are finite trees. */
export function dependencyOrder(model: ProtocolModel): DefinitionNode[] {
  const byName = new Map(model.definitions.map((definition) => [definition.name, definition]));
  const ordered: DefinitionNode[] = [];
  const state = new Map<string, "open" | "done">();
  const visit = (definition: DefinitionNode): void => {
    if (state.get(definition.name) === "done") return;
    if (state.get(definition.name) === "open") {
      throw faultAt(
        definition.position,
        `${definition.name} contains itself. Messages are finite: refer to it by an id.`,
      );
    }
    state.set(definition.name, "open");
    for (const name of [...referencesOf(definition.schema)].sort(compareIds)) {
      const needed = byName.get(name);
      if (!needed)
        throw faultAt(definition.position, `${definition.name} refers to ${name}, which is not defined. Add it.`);
      visit(needed);
    }
    state.set(definition.name, "done");
    ordered.push(definition);
  };
  for (const definition of model.definitions) visit(definition);
  return ordered;
}
