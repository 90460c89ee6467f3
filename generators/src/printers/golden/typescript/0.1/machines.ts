// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

import type * as types from "./types.ts";

/** Every machine: states, moves, who may make them. */
export const machines = {
  visit: {
    name: "visit",
    summary: "State of a visit.",
    initial: "booked",
    states: [
      { name: "booked", kind: "core", order: 1, terminal: false, summary: "Agreed." },
      { name: "done", kind: "core", order: 2, terminal: true, summary: "Over." },
      { name: "called-off", kind: "exception", order: null, terminal: true, summary: "Called off." },
    ],
    moves: [
      {
        from: null,
        to: "booked",
        id: "V-01",
        operations: ["visits.book"],
        by: ["client", "organization"],
        agent: "alone",
        agentCondition: null,
        preconditions: [],
        requires: [],
        records: [],
        effects: [],
        irreversible: false,
      },
      {
        from: "booked",
        to: "done",
        id: "V-02",
        operations: ["visits.close"],
        by: ["provider"],
        agent: "forbidden",
        agentCondition: null,
        preconditions: ["the day has come"],
        requires: ["note"],
        records: ["closed_on"],
        effects: ["the client is told"],
        irreversible: true,
      },
      {
        from: "booked",
        to: "called-off",
        id: "V-03",
        operations: [],
        by: ["system"],
        agent: "conditional",
        agentCondition: "the client asked for it",
        preconditions: [],
        requires: [],
        records: [],
        effects: [],
        irreversible: false,
      },
    ],
  },
} as const;

/** Where each state of the visit machine may lead. */
export const visitTargets: Record<types.VisitState, readonly types.VisitState[]> = { booked: ["done", "called-off"], done: [], "called-off": [] };
