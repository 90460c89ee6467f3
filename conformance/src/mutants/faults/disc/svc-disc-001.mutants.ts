import { defineMutants } from "../../define-mutants.ts";
import { editing } from "../../faulty.ts";

export default defineMutants("SVC-DISC-001", {
  "names no version": () => editing("registry.manifest", (body) => void delete body.servicialo),
  "names another version": () =>
    editing("registry.manifest", (body) => {
      body.servicialo = "0.10";
    }),
  "has no name": () => editing("registry.manifest", (body) => void delete body.name),
  "names no endpoint": () =>
    editing("registry.manifest", (body) => {
      body.endpoints = {};
    }),
});
