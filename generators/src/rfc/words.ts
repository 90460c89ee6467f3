import type { Audience, Bump, Verdict } from "../diff/verdict.ts";

export type Language = "en" | "es";

/** Everything that a report says by itself, in one language. */
export interface Words {
  readonly title: string;
  readonly generated: string;
  readonly compares: (base: string, head: string) => string;
  readonly verdict: string;
  readonly verdicts: Readonly<Record<Verdict, string>>;
  readonly nothing: string;
  readonly bump: string;
  readonly bumps: Readonly<Record<Bump, string>>;
  readonly status: string;
  readonly audiences: Readonly<Record<Audience, string>>;
  readonly hit: string;
  readonly findings: string;
  readonly affected: string;
  readonly affectedKinds: Readonly<Record<"operations" | "tools" | "states" | "scopes" | "requirements", string>>;
  readonly none: string;
  readonly columns: readonly [string, string, string, string, string, string];
  readonly approvedBy: string;
  readonly notApproved: string;
  readonly cases: string;
  readonly noCases: string;
  readonly implementers: string;
  readonly implementersStart: (base: string, head: string) => string;
  readonly noImplementers: string;
  readonly agents: string;
  readonly agentsStart: (base: string, head: string) => string;
  readonly noAgents: string;
  readonly approvals: string;
  readonly because: string;
  readonly until: string;
  readonly only: (count: number) => string;
}

const en: Words = {
  title: "impact report",
  generated:
    "Written by `servicialo-gen rfc report` from the specification. Do not edit: change the specification and write it again.",
  compares: (base, head) => `Compares ${base} with ${head}.`,
  verdict: "Verdict",
  verdicts: {
    breaking: "breaking",
    "potentially breaking": "potentially breaking",
    compatible: "compatible",
    editorial: "editorial",
  },
  nothing: "no difference",
  bump: "Version it asks for",
  bumps: { major: "major (before 1.0: the next minor one)", minor: "minor", patch: "patch", none: "none" },
  status: "Status",
  audiences: { servers: "servers", clients: "clients", agents: "agents", "certified nodes": "certified nodes" },
  hit: "Who has to do something",
  findings: "Findings",
  affected: "What it touches",
  affectedKinds: {
    operations: "Operations",
    tools: "Tools",
    states: "States",
    scopes: "Scopes",
    requirements: "Requirements",
  },
  none: "none",
  columns: ["verdict", "what", "change", "why", "hits", "where"],
  approvedBy: "approved by",
  notApproved: "not approved",
  cases: "Cases to add or change",
  noCases: "None: no requirement came or changed.",
  implementers: "Migration, for implementers",
  implementersStart: (base, head) => `From ${base} to ${head}, whoever runs a node or writes a client against it:`,
  noImplementers: "Nothing to do.",
  agents: "Migration, for agents",
  agentsStart: (base, head) =>
    `An agent that was written or instructed for ${base} keeps the following in mind at a node that serves ${head}:`,
  noAgents: "Nothing to do: tools, scopes and what an agent may do alone stay as they are.",
  approvals: "Approved breaks",
  because: "because",
  until: "until",
  only: (count) => `${count} more that are editorial only are left out here.`,
};

const es: Words = {
  title: "informe de impacto",
  generated:
    "Escrito por `servicialo-gen rfc report` a partir de la especificación. No editar: cambiar la especificación y volver a escribirlo.",
  compares: (base, head) => `Compara ${base} con ${head}.`,
  verdict: "Veredicto",
  verdicts: {
    breaking: "rompe",
    "potentially breaking": "puede romper",
    compatible: "compatible",
    editorial: "editorial",
  },
  nothing: "sin diferencias",
  bump: "Versión que pide",
  bumps: { major: "mayor (antes de 1.0: la menor siguiente)", minor: "menor", patch: "parche", none: "ninguna" },
  status: "Estado",
  audiences: { servers: "servidores", clients: "clientes", agents: "agentes", "certified nodes": "nodos certificados" },
  hit: "Quién debe hacer algo",
  findings: "Hallazgos",
  affected: "Qué toca",
  affectedKinds: {
    operations: "Operaciones",
    tools: "Herramientas",
    states: "Estados",
    scopes: "Alcances",
    requirements: "Requisitos",
  },
  none: "ninguno",
  columns: ["veredicto", "qué", "cambio", "por qué", "afecta a", "dónde"],
  approvedBy: "aprobado por",
  notApproved: "sin aprobar",
  cases: "Casos por agregar o cambiar",
  noCases: "Ninguno: no apareció ni cambió ningún requisito.",
  implementers: "Migración, para quien implementa",
  implementersStart: (base, head) => `De ${base} a ${head}, para quien opera un nodo o escribe un cliente:`,
  noImplementers: "Nada que hacer.",
  agents: "Migración, para agentes",
  agentsStart: (base, head) =>
    `Un agente escrito o instruido para ${base} debe tener presente lo siguiente en un nodo que sirve ${head}:`,
  noAgents: "Nada que hacer: herramientas, alcances y lo que un agente puede hacer solo quedan como están.",
  approvals: "Rupturas aprobadas",
  because: "porque",
  until: "hasta",
  only: (count) => `Otros ${count}, solo editoriales, se omiten aquí.`,
};

export const WORDS: Readonly<Record<Language, Words>> = { en, es };

const SPANISH_KINDS: Readonly<Record<string, string>> = {
  operation: "operación",
  machine: "máquina",
  state: "estado",
  move: "movimiento",
  scope: "alcance",
  error: "error",
  "evidence kind": "tipo de evidencia",
  requirement: "requisito",
  erratum: "errata",
  object: "objeto",
  property: "propiedad",
  parameter: "parámetro",
  value: "valor",
  input: "entrada",
  answer: "respuesta",
  version: "versión",
  document: "documento",
};

/** What a finding is about, as a reader of the language says it. The id stays as it is. */
export function subjectIn(language: Language, subject: string): string {
  if (language === "en") return subject;
  const [, kind = "", id = ""] = /^(evidence kind|\S+) (.*)$/s.exec(subject) ?? [];
  return `${SPANISH_KINDS[kind] ?? kind} ${id}`;
}
