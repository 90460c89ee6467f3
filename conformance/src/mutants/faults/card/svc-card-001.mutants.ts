import { defineMutants } from "../../define-mutants.ts";
import { editing, refusing } from "../../faulty.ts";

export default defineMutants("SVC-CARD-001", {
  "serves no card": () => refusing("discovery.get_agent_card", "NOT_FOUND"),
  "leaves the authentication out of its card": () =>
    editing("discovery.get_agent_card", (card) => void delete card.authentication),
  "shows the card of somebody else": () =>
    editing("discovery.get_agent_card", (card) => {
      card.organization.slug = "somebody-else";
    }),
});
