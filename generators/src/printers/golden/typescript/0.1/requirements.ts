// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

/** Every normative requirement. */
export const requirements = {
  "SVC-ALL-001": {
    id: "SVC-ALL-001",
    keyword: "MUST",
    level: "CORE",
    text: "A node MUST answer.",
    source: "fixture",
    test: "pos: it answers",
    area: "all",
    appliesTo: ["protocol"],
  },
  "SVC-VIS-002": {
    id: "SVC-VIS-002",
    keyword: "MUST NOT",
    level: "FULL",
    text: "A visit MUST NOT name a place twice.",
    source: "fixture",
    test: "neg: the same place twice",
    area: "vis",
    appliesTo: ["property Visit.places", "state visit.booked", "scope visit:read", "error CONFLICT"],
  },
} as const;

export type RequirementId = keyof typeof requirements;
