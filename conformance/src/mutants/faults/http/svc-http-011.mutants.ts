import { defineMutants } from "../../define-mutants.ts";
import { allowing, asking } from "../../faulty.ts";

export default defineMutants("SVC-HTTP-011", {
  "does not read the header": () => asking("scheduling.book", () => ({ headers: { "x-servicialo-actor": undefined } })),
  "lets the header win": () =>
    asking("scheduling.book", (call) => {
      const header = call.request.headers["x-servicialo-actor"];
      if (header === undefined || call.attributes["actor"] === undefined) return null;
      const { actor: _, ...others } = call.attributes;
      return { attributes: others };
    }),
  "ignores a header that it cannot decode": () =>
    allowing("scheduling.book", "VALIDATION_ERROR", (call) => {
      if (call.request.headers["x-servicialo-actor"] === undefined) return null;
      const attributes = { ...call.attributes, actor: call.actorOf("organization") };
      return { headers: { "x-servicialo-actor": undefined }, attributes };
    }),
});
