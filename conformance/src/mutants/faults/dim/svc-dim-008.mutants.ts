import { defineMutants } from "../../define-mutants.ts";
import { allowing, editing } from "../../faulty.ts";

export default defineMutants("SVC-DIM-008", {
  "leaves a binary residue": () =>
    editing("payments.create_sale", ({ data }) => {
      data.attributes.total.value += 1e-9;
    }),
  "is off by one in the total of several": () =>
    editing("payments.create_sale", ({ data }) => {
      if (data.attributes.quantity > 1) data.attributes.total.value += 1;
    }),
  "rounds what has too many decimals": () =>
    allowing("payments.create_sale", "VALIDATION_ERROR", ({ attributes }) => {
      const price = attributes["unit_price"];
      const rounded = typeof price === "number" ? Math.round(price) : { ...(price as object), value: 1000 };
      return { attributes: { ...attributes, unit_price: rounded } };
    }),
});
