import { defineMutants } from "../../define-mutants.ts";
import { editing } from "../../faulty.ts";

export default defineMutants("SVC-CARD-002", {
  "does not declare that it charges": () =>
    editing("discovery.get_agent_card", ({ capabilities }) => {
      capabilities.lifecycle_states = capabilities.lifecycle_states.filter((state: string) => state !== "charged");
    }),
  "declares a state of another version": () =>
    editing("discovery.get_agent_card", ({ capabilities }) => void capabilities.lifecycle_states.push("completed")),
  "declares two exception flows": () =>
    editing("discovery.get_agent_card", ({ capabilities }) => {
      capabilities.exception_flows = capabilities.exception_flows.slice(0, 2);
    }),
});
