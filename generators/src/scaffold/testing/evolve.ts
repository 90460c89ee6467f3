import type { OperationNode, ProtocolModel } from "../../ir/model.ts";

/** A version of the protocol with one change made to it; everything else is as it was. */
export type Evolution = (model: ProtocolModel) => ProtocolModel;

/** A new operation, alike in form to another one. @param alike its id in the model, or the operation itself */
export function added(id: string, alike: string | OperationNode): Evolution {
  return (model) => {
    const pattern = typeof alike === "string" ? operation(model, alike) : alike;
    const copy: OperationNode = {
      ...pattern,
      id,
      path: `/${id.replaceAll(".", "/")}`,
      level: "CORE",
      renamedFrom: null,
      tool: null,
    };
    return { ...model, operations: sorted([...model.operations, copy]) };
  };
}

/** An operation that is no more. */
export function removed(id: string): Evolution {
  return (model) => ({ ...model, operations: model.operations.filter((one) => one.id !== id) });
}

/** The same operation under another id. @param declared whether `@renamedFrom` says so */
export function renamed(id: string, to: string, declared = true): Evolution {
  return (model) => {
    const { tool, ...facts } = operation(model, id);
    const next = {
      ...facts,
      tool: tool && { ...tool, name: to.replaceAll(".", "_") },
      id: to,
      renamedFrom: declared ? id : null,
    };
    return { ...model, operations: sorted([...model.operations.filter((one) => one.id !== id), next]) };
  };
}

/** An operation with other words about it. */
export function reworded(id: string, summary: string): Evolution {
  return (model) => ({
    ...model,
    operations: model.operations.map((one) => (one.id === id ? { ...one, summary } : one)),
  });
}

function operation(model: ProtocolModel, id: string): OperationNode {
  const found = model.operations.find((one) => one.id === id);
  if (!found) throw new Error(`The model has no operation ${id}.`);
  return found;
}

function sorted(operations: readonly OperationNode[]): OperationNode[] {
  return [...operations].sort((a, b) => (a.id < b.id ? -1 : 1));
}
