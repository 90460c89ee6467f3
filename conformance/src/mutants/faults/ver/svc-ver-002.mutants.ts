import { defineMutants } from "../../define-mutants.ts";
import { editing } from "../../faulty.ts";

export default defineMutants("SVC-VER-002", {
  "names another version in its card": () =>
    editing("discovery.get_agent_card", (card) => {
      card.version = "0.9.0";
    }),
  "names another version in its manifest": () =>
    editing("registry.manifest", (manifest) => {
      manifest.servicialo = "0.7";
    }),
  "names another version in its capabilities": () =>
    editing("capabilities.get", ({ data }) => {
      data.attributes.protocol_version = "0.9";
    }),
});
