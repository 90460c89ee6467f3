import { defineMutants } from "../../define-mutants.ts";
import { answering, type Editable, editingAttributes, enveloped, refusal } from "../../faulty.ts";
import type { Fault } from "../../mutant-call.ts";

/** Says that it takes a resource out of use, and leaves it in use. */
function onlySaying(): Fault {
  const deleted = new Set<string>();
  return answering(["resource.delete", "resource.get"], async (call) => {
    const id = call.params["resource_id"] ?? "";
    if (call.is("resource.delete")) deleted.add(id);
    if (!deleted.has(id)) return null;
    const reply = await call.ask("GET", `/servicialo/v1/resources/${id}`, { as: "organization" });
    const body = structuredClone(reply.body) as Editable;
    body.data.attributes.is_active = false;
    return enveloped(200, body);
  });
}

/** Lets nobody read what is deleted. */
function removing(): Fault {
  const deleted = new Set<string>();
  return answering(["resource.delete", "resource.get"], (call) => {
    const id = call.params["resource_id"] ?? "";
    if (call.is("resource.get")) return deleted.has(id) ? refusal("NOT_FOUND") : null;
    deleted.add(id);
    return null;
  });
}

export default defineMutants("SVC-RES-005", {
  "removes a resource for good": removing,
  "books what is deleted": onlySaying,
  "does not say that it is out of use": () =>
    editingAttributes("resource.get", (resource) => {
      resource.is_active = true;
    }),
  "empties what it deletes": () =>
    editingAttributes("resource.get", (resource) => {
      if (!resource.is_active) resource.availability = [];
    }),
  "does not find what it has deleted once": () => {
    const deleted = new Set<string>();
    return answering("resource.delete", (call) => {
      const id = call.params["resource_id"] ?? "";
      const again = deleted.has(id);
      deleted.add(id);
      return again ? refusal("NOT_FOUND") : null;
    });
  },
});
