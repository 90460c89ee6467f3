import { defineMutants } from "../../define-mutants.ts";
import { editing } from "../../faulty.ts";

/** Declares an extension; the registry of this edition knows none that is stable. */
const declaring = (extension: unknown) => () =>
  editing("capabilities.get", ({ data }) => {
    data.attributes.extensions = [...(data.attributes.extensions ?? []), extension];
  });

export default defineMutants(
  "SVC-EXT-004",
  {
    "declares a draft as stable by its name": declaring("waiting-list@stable"),
    "declares a draft as stable by its maturity": declaring({ name: "waiting-list", maturity: "stable" }),
    "declares an extension without a name": declaring({ maturity: "draft" }),
  },
  declaring("waiting-list@draft"),
);
