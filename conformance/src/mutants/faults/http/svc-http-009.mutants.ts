import { defineMutants } from "../../define-mutants.ts";
import { editing } from "../../faulty.ts";

export default defineMutants("SVC-HTTP-009", {
  "lists bare attributes": () =>
    editing("registry.search", (body) => {
      body.data = body.data.map(({ attributes }: { attributes: unknown }) => attributes);
    }),
  "answers a bare list": () => editing("registry.search", ({ data }) => data),
  "leaves the type out": () => editing("service.get", ({ data }) => void delete data.type),
  "leaves the links out": () => editing("registry.search", (body) => void delete body.links),
});
