import { a2aTaskTypes, cardFacts, coreStates, serviceStates } from "../artefacts.ts";
import { isRecord, pickList, pickText } from "../json-path.ts";
import { judge, type Point } from "./point.ts";

/** Fewest exception flows of a conformant node (SVC-CARD-002). */
const FEWEST_FLOWS = 3;

/** What a level 2 card says the node can do. */
export function capabilityPoints(card: unknown): readonly Point[] {
  const area = "skills";
  const states = pickList(card, "capabilities.lifecycle_states");
  const known = new Set(serviceStates().map(({ name }) => name));
  const missing = coreStates().filter((state) => !states.includes(state));
  const foreign = states.filter((state) => !known.has(String(state)) && !String(state).startsWith("x-"));
  const flows = new Set(
    pickList(card, "capabilities.exception_flows").filter((flow) => cardFacts.exceptionFlows.includes(String(flow))),
  );
  const services = pickList(card, "services");
  const ids = services.map((service) => pickText(service, "id"));
  const strangers = pickList(card, "providers").flatMap((provider) =>
    pickList(provider, "services").filter((id) => !ids.includes(String(id))),
  );
  return [
    judge(
      {
        id: "skills.states",
        area,
        title: "declares the eight core states, and none of another version",
        keyword: "MUST",
        source: "SVC-CARD-002",
        weight: 6,
        expected: coreStates().join(", "),
        mend: "List the states really implemented, by the names of this version.",
      },
      {
        holds: states.length > 0 && missing.length === 0 && foreign.length === 0,
        got:
          states.length === 0
            ? "none"
            : [...missing.map((state) => `without ${state}`), ...foreign.map((state) => `foreign ${state}`)].join(
                ", ",
              ) || "all of them",
      },
    ),
    judge(
      {
        id: "skills.exception_flows",
        area,
        title: "declares at least three exception flows",
        keyword: "MUST",
        source: "SVC-CARD-002",
        weight: 4,
        expected: `at least ${FEWEST_FLOWS} of ${cardFacts.exceptionFlows.join(", ")}`,
        mend: "List the flows really implemented; a conformant node has three.",
      },
      { holds: flows.size >= FEWEST_FLOWS, got: [...flows].join(", ") || "none" },
    ),
    judge(
      {
        id: "skills.services",
        area,
        title: "offers something, each offer once",
        keyword: "SHOULD",
        source: "objects 22",
        weight: 4,
        expected: "at least one service, ids unique",
        mend: "Publish an offer; give each one an id of its own.",
      },
      {
        holds: ids.length > 0 && new Set(ids).size === ids.length,
        got: `${services.length} services, ${new Set(ids).size} ids`,
      },
    ),
    judge(
      {
        id: "skills.providers",
        area,
        title: "its providers deliver services of this card",
        keyword: "SHOULD",
        source: "objects 22",
        weight: 2,
        expected: "every id in providers[].services stands in services[]",
        mend: "Name only services of the card, or add those that are missing.",
      },
      {
        holds: strangers.length === 0 && isRecord(card),
        got: strangers.length === 0 ? "all known" : `unknown: ${strangers.join(", ")}`,
      },
    ),
  ];
}

/** What an A2A card says the agent can do. */
export function skillPoints(card: unknown): readonly Point[] {
  const area = "skills";
  const skills = pickList(card, "skills");
  const ids = skills.map((skill) => pickText(skill, "id") ?? "");
  const mute = skills.filter((skill) => !pickText(skill, "description") || pickList(skill, "tags").length === 0);
  const words = a2aTaskTypes();
  const missing = words.filter((all) => !ids.some((id) => all.includes(id.replaceAll("-", "_"))));
  return [
    judge(
      {
        id: "skills.present",
        area,
        title: "has skills, each once",
        keyword: "MUST",
        source: "objects 22",
        weight: 6,
        expected: "at least one skill, ids unique",
        mend: "List a skill for each type of task; give each one an id of its own.",
      },
      { holds: ids.length > 0 && new Set(ids).size === ids.length, got: ids.join(", ") || "none" },
    ),
    judge(
      {
        id: "skills.task_types",
        area,
        title: "offers the types of task of the protocol",
        keyword: "SHOULD",
        source: "channels 4.3",
        weight: 6,
        expected: words.map(([id]) => id).join(", "),
        mend: "Add the types of task that the endpoint takes, by these ids.",
      },
      {
        holds: missing.length === 0,
        got: missing.length === 0 ? "all of them" : `without ${missing.map(([id]) => id).join(", ")}`,
      },
    ),
    judge(
      {
        id: "skills.described",
        area,
        title: "says what each skill does",
        keyword: "SHOULD",
        source: "objects 22",
        weight: 4,
        expected: "a description and tags for each skill",
        mend: "Write a sentence for each skill, and the words to find it by.",
      },
      {
        holds: skills.length > 0 && mute.length === 0,
        got:
          mute.length === 0
            ? `${skills.length} described`
            : `not described: ${mute.map((skill) => pickText(skill, "id") ?? "?").join(", ")}`,
      },
    ),
  ];
}
