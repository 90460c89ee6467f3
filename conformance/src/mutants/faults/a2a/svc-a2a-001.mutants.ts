import { defineMutants } from "../../define-mutants.ts";
import { answering, editing, refusal, refusing } from "../../faulty.ts";
import { editingRpc, isTask } from "../../faulty-tasks.ts";

const CARDS = ["a2a.get_agent_card", "discovery.get_a2a_card"] as const;

const lacking = (name: string) => () => editing(CARDS, (card) => void delete card[name]);

export default defineMutants("SVC-A2A-001", {
  "has no A2A card": () => refusing(CARDS, "NOT_FOUND"),
  "has no name on its A2A card": lacking("name"),
  "has no version on its A2A card": lacking("version"),
  "has no capabilities on its A2A card": lacking("capabilities"),
  "offers no skills": () =>
    editing(CARDS, (card) => {
      card.skills = [];
    }),
  "does not say on its A2A card how to authenticate": () =>
    editing(CARDS, (card) => {
      delete card.authentication;
      delete card.securitySchemes;
    }),
  "names no task endpoint": lacking("url"),
  "has no task endpoint where its card says": () => answering(isTask, () => refusal("NOT_FOUND")),
  "answers another call than it was asked": () =>
    editingRpc((message) => {
      message.id = 99;
    }),
  "does not speak JSON-RPC 2.0": () => editingRpc((message) => void delete message.jsonrpc),
});
