import { defineMutants } from "../../define-mutants.ts";
import { editing } from "../../faulty.ts";

export default defineMutants("SVC-MAND-018", {
  "warns about nothing": () => editing("mandates.issue", ({ meta }) => void delete meta?.warnings),
  "warns about everything": () =>
    editing("mandates.issue", (body) => {
      body.meta = { ...body.meta, warnings: ["Mandates are dangerous."] };
    }),
});
