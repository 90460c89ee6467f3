import { defineMutants } from "../../define-mutants.ts";
import { editing } from "../../faulty.ts";

export default defineMutants("SVC-CARD-005", {
  "advertises its API without TLS": () =>
    editing("registry.manifest", ({ endpoints }) => {
      endpoints.rest = "http://node.example.org/servicialo/v1";
    }),
  "advertises its card's endpoints without TLS": () =>
    editing("discovery.get_agent_card", ({ endpoints }) => {
      endpoints.rest = "http://node.example.org/servicialo/v1";
    }),
});
