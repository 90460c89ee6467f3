import { defineMutants } from "../../define-mutants.ts";
import { editing } from "../../faulty.ts";

export default defineMutants("SVC-CARD-003", {
  "names no endpoint in its card": () =>
    editing("discovery.get_agent_card", (card) => {
      card.endpoints = {};
    }),
  "names an endpoint that is not there": () =>
    editing("discovery.get_agent_card", ({ endpoints }) => {
      endpoints.rest = `${endpoints.rest}/gone`;
    }),
});
