import { fileURLToPath } from "node:url";
import type { Enum, Program, Type } from "@typespec/compiler";
import { compile, formatDiagnostic, NodeHost, navigateProgram } from "@typespec/compiler";
import { beforeAll, describe, expect, it } from "vitest";
import {
  type DeclaredRequirement,
  declaredErrata,
  declaredMoves,
  declaredRequirements,
  isScopeCatalogue,
  machineName,
  stateDetails,
} from "../vocabulary/read.ts";

/** Requirements per area: the part of the id after `SVC-`. Adding one means changing its number here. */
const REQUIREMENTS_PER_AREA = {
  A2A: 4,
  AUD: 8,
  AUTO: 8,
  BILL: 6,
  CANC: 8,
  CARD: 5,
  CONF: 6,
  CONTR: 2,
  DIM: 8,
  DISC: 10,
  ERR: 5,
  EVID: 10,
  EXC: 21,
  EXT: 4,
  HOOK: 5,
  HTTP: 13,
  IDEM: 3,
  LEDG: 10,
  LIFE: 12,
  MAND: 26,
  MCP: 7,
  ORD: 9,
  PAGE: 2,
  PAY: 7,
  PUB: 4,
  RATE: 2,
  RES: 8,
  RSLV: 5,
  SCHED: 17,
  SEC: 7,
  SENS: 5,
  TELE: 4,
  TIME: 2,
  TRAN: 7,
  TRUST: 2,
  VER: 2,
  VERI: 6,
};

/** Requirements per level: what each level demands beyond the others. */
const REQUIREMENTS_PER_LEVEL = { CORE: 98, FULL: 68, AGENT: 51, EXT: 30, NETWORK: 23 };

/** Requirements per keyword of RFC 2119. */
const REQUIREMENTS_PER_KEYWORD = { MUST: 234, "MUST NOT": 21, SHOULD: 13, MAY: 2 };

/** Requirements on the whole protocol: no object, operation, state or error has them to itself. */
const WITHOUT_OWN_PLACE = [
  "SVC-A2A-002",
  "SVC-A2A-003",
  "SVC-A2A-004",
  "SVC-EXT-001",
  "SVC-EXT-002",
  "SVC-HTTP-001",
  "SVC-HTTP-002",
  "SVC-HTTP-003",
  "SVC-HTTP-009",
  "SVC-IDEM-001",
  "SVC-MCP-002",
  "SVC-MCP-003",
  "SVC-MCP-004",
  "SVC-SEC-006",
  "SVC-TELE-002",
  "SVC-TELE-004",
];

/** Eight core states, in their order (D-02). */
const CORE_STATES = [
  "requested",
  "scheduled",
  "confirmed",
  "in_progress",
  "delivered",
  "documented",
  "charged",
  "verified",
];

/** Every allowed move (D-05). */
const ALLOWED_MOVES = {
  requested: ["cancelled", "pending_confirmation", "scheduled"],
  pending_confirmation: ["cancelled", "scheduled"],
  scheduled: ["cancelled", "confirmed", "rescheduling"],
  confirmed: ["cancelled", "in_progress", "reassigning", "rescheduling"],
  in_progress: ["delivered", "partial"],
  delivered: ["disputed", "documented"],
  partial: ["documented"],
  documented: ["charged", "disputed"],
  charged: ["disputed", "verified"],
  verified: [],
  cancelled: [],
  disputed: ["cancelled", "charged"],
  reassigning: ["cancelled", "scheduled"],
  rescheduling: ["cancelled", "scheduled"],
};

/** Every scope a mandate can grant. */
const SCOPES = [
  "schedule:read",
  "schedule:write",
  "patient:read",
  "patient:write",
  "service:read",
  "service:write",
  "payment:read",
  "payment:write",
  "document:read",
  "document:write",
  "evidence:write",
  "order:read",
  "order:write",
  "discovery:read",
  "profile:write",
  "mandate:read",
  "mandate:admin",
  "resource:read",
  "resource:write",
  "resolve:write",
  "telemetry:write",
];

/** Points settled per page they come from: decisions, lifecycle, mandates, errors. */
const ERRATA_PER_PAGE = { D: 36, P: 22, M: 22, E: 14, R: 6 };

let program: Program;
let types: Type[];
let requirements: DeclaredRequirement[];

function everyType(of: Program): Type[] {
  const found = new Set<Type>();
  const keep = (type: Type) => void found.add(type);
  navigateProgram(of, {
    namespace: keep,
    interface: keep,
    operation: keep,
    model: keep,
    modelProperty: keep,
    // The walk itself stops at an enum: it meets a member only where a property has it as its type.
    enum: (type) => [type, ...type.members.values()].forEach(keep),
    scalar: keep,
    union: keep,
    unionVariant: keep,
  });
  return [...found];
}

function countBy<T>(items: readonly T[], key: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[key(item)] = (counts[key(item)] ?? 0) + 1;
  return counts;
}

function theEnum(matches: (candidate: Enum) => boolean): Enum {
  const found = types.filter((type): type is Enum => type.kind === "Enum" && matches(type));
  expect(found).toHaveLength(1);
  return found[0] as Enum;
}

beforeAll(async () => {
  program = await compile(NodeHost, fileURLToPath(new URL("../main.tsp", import.meta.url)), { noEmit: true });
  types = everyType(program);
  requirements = types.flatMap((type) => declaredRequirements(program, type));
}, 60_000);

describe("the specification", () => {
  it("compiles without an error or a warning", () => {
    expect(program.diagnostics.map((diagnostic) => formatDiagnostic(diagnostic))).toEqual([]);
  });
});

describe("the requirements ledger", () => {
  it("holds 270 requirements, each id once", () => {
    const ids = requirements.map((requirement) => requirement.id);
    expect(ids).toHaveLength(270);
    expect(new Set(ids).size).toBe(270);
  });

  it("has exactly the known areas, none of them empty", () => {
    expect(countBy(requirements, ({ id }) => id.split("-")[1] ?? "")).toEqual(REQUIREMENTS_PER_AREA);
  });

  it("numbers the requirements of an area from 001 without gaps", () => {
    for (const [area, count] of Object.entries(REQUIREMENTS_PER_AREA)) {
      const numbers = requirements
        .filter(({ id }) => id.startsWith(`SVC-${area}-`))
        .map(({ id }) => Number(id.slice(-3)));
      expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, index) => index + 1));
    }
  });

  it("gives every requirement a level, so that each level demands what it is known to demand", () => {
    expect(countBy(requirements, ({ level }) => level)).toEqual(REQUIREMENTS_PER_LEVEL);
  });

  it("gives every requirement a keyword that its sentence says", () => {
    expect(countBy(requirements, ({ keyword }) => keyword)).toEqual(REQUIREMENTS_PER_KEYWORD);
    for (const { id, keyword, text } of requirements) {
      expect(text, id).toMatch(keyword.endsWith("NOT") ? new RegExp(keyword) : new RegExp(`\\b${keyword}\\b`));
    }
  });

  it("says of every requirement where it comes from and how it is tested", () => {
    for (const { id, source, test } of requirements) {
      expect(source, id).not.toBe("");
      expect(test, id).toMatch(/^(pos: .+; neg: .+|untestable: .+)$/);
    }
  });

  it("keeps no requirement on the whole protocol that has a place of its own", () => {
    const onTheWhole = types
      .filter((type) => type.kind === "Interface" && type.name === "Protocol")
      .flatMap((type) => declaredRequirements(program, type).map(({ id }) => id));
    expect(onTheWhole.sort()).toEqual(WITHOUT_OWN_PLACE);
  });
});

describe("the errata", () => {
  it("hold every settled point once", () => {
    const ids = types.flatMap((type) => declaredErrata(program, type).map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    expect(countBy(ids, (id) => id.slice(0, 1))).toEqual(ERRATA_PER_PAGE);
  });
});

describe("the lifecycle of a session", () => {
  it("passes the eight core states in their published order", () => {
    const states = [...theEnum((candidate) => machineName(program, candidate) === "service").members.values()];
    const core = states
      .map((state) => ({ name: state.name, details: stateDetails(program, state) }))
      .filter(({ details }) => details?.kind === "core")
      .sort((a, b) => (a.details?.order ?? 0) - (b.details?.order ?? 0));
    expect(core.map(({ name }) => name)).toEqual(CORE_STATES);
  });

  it("allows the 27 moves of D-05 and no other", () => {
    const service = theEnum((candidate) => machineName(program, candidate) === "service");
    const allowed: Record<string, string[]> = {};
    for (const state of service.members.values()) {
      allowed[state.name] = declaredMoves(program, state)
        .map((move) => move.to.name)
        .sort();
    }
    expect(allowed).toEqual(ALLOWED_MOVES);
    expect(Object.values(allowed).flat()).toHaveLength(27);
  });
});

describe("the scopes of a mandate", () => {
  it("are the published list", () => {
    const catalogue = theEnum((candidate) => isScopeCatalogue(program, candidate));
    const names = [...catalogue.members.values()].map((member) => String(member.value ?? member.name));
    expect(names.sort()).toEqual([...SCOPES].sort());
  });
});
