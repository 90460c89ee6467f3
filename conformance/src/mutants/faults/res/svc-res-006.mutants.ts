import { defineMutants } from "../../define-mutants.ts";
import { changed } from "../../fault-parts.ts";
import { asking, editingAttributes } from "../../faulty.ts";

/** Sets what an update leaves out. */
const setting = (defaults: Readonly<Record<string, unknown>>) => () =>
  asking("resource.update", (call) => changed(call, { ...defaults, ...call.attributes }));

export default defineMutants("SVC-RES-006", {
  "sets the buffer back to its default": setting({ buffer_minutes: 0 }),
  "sets the capacity back to its default": setting({ capacity: 1 }),
  "empties the equipment": setting({ equipment: [] }),
  "forgets the week": setting({ availability: [] }),
  "does not change the week": () => asking("resource.update", (call) => changed(call, { availability: undefined })),
  "says that it changed what it left": () =>
    editingAttributes("resource.get", (resource) => {
      resource.capacity = 2;
    }),
});
