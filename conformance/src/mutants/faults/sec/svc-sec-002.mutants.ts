import { defineMutants } from "../../define-mutants.ts";
import { allowing, renaming } from "../../faulty.ts";

export default defineMutants("SVC-SEC-002", {
  "believes every actor": () =>
    allowing("lifecycle.transition", "FORBIDDEN", ({ attributes }) => {
      const { actor: _, ...others } = attributes;
      const organization = { type: "organization", id: "clinica-andes" };
      return { as: "organization", attributes: { ...others, actor: organization } };
    }),
  "does not find a false actor": () =>
    renaming("lifecycle.transition", "FORBIDDEN", { code: "NOT_FOUND", status: 404 }),
});
