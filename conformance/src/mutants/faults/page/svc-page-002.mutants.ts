import { defineMutants } from "../../define-mutants.ts";
import { editing } from "../../faulty.ts";

const lists = ["registry.search", "services.list"] as const;

export default defineMutants("SVC-PAGE-002", {
  "forgets the links": () => editing(lists, (body) => void delete body.links),
  "has a next page after the last": () =>
    editing("services.list", ({ links }) => {
      links.next ??= links.first;
    }),
  "counts one too many": () =>
    editing("services.list", ({ meta }) => {
      meta.total += 1;
    }),
  "calls every page the first": () =>
    editing("services.list", ({ meta }) => {
      meta.page = 1;
    }),
  "shows an item on two pages": () => {
    let first: unknown;
    return editing("services.list", (body) => {
      if (body.meta.page === 1) first = body.data[0];
      else if (body.meta.page === 2) body.data[0] = first;
    });
  },
});
