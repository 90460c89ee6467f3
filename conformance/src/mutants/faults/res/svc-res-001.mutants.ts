import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { allowing, asking, editingAttributes } from "../../faulty.ts";

const shown = ["resource.create", "resource.get"] as const;

export default defineMutants("SVC-RES-001", {
  "makes a resource without a name": () =>
    allowing("resource.create", "VALIDATION_ERROR", (call) => changed(call, { name: "Resource" })),
  "keeps the resource that it refuses": () => async (call) => {
    const reply = await call.pass();
    if (call.is("resource.create") && reply.status === 422) await call.pass(changed(call, { name: "Resource" }));
    return reply;
  },
  "makes boxes unless told": () =>
    asking("resource.create", (call) => changed(call, { type: call.attributes["type"] ?? "box" })),
  "lets ten minutes pass between sessions unless told": () =>
    asking("resource.create", (call) => changed(call, { buffer_minutes: call.attributes["buffer_minutes"] ?? 10 })),
  "does not say whose a resource is": () => editingAttributes(shown, (one) => void delete one.organization_id),
  "says the capacity only when asked for the resource alone": () =>
    editingAttributes("resource.create", (one) => void delete one.capacity),
});
