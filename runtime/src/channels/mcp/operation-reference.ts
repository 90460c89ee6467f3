import { errors } from "@servicialo/schema/0.8/errors";
import { machines } from "@servicialo/schema/0.8/machines";
import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { scopes } from "@servicialo/schema/0.8/scopes";

/** Everything that a description of one line leaves out, as Markdown: access, moves, agents, errors. */
export function operationReference(id: OperationId): string {
  const operation = operations[id];
  const { method, url, tool, tier, phase, level, answerTypes } = operation;
  return [
    `# ${id}: ${operation.title.toLowerCase()}`,
    operation.summary.replaceAll("\n", " "),
    [
      `- Tool: \`${tool}\`; over HTTP: \`${method} ${url}\``,
      `- Access: ${tier}; phase: ${phase}; level: ${level}`,
      `- Answers: ${answerTypes.length > 0 ? answerTypes.join(", ") : "a plain document"}`,
      ...scopeLines(operation.scopes),
      ...autonomyLines(operation.agent),
    ].join("\n"),
    ...moveSection(id),
    ...errorSection(operation.errors),
    "Its input and output schemas stand in the list of tools.",
  ].join("\n\n");
}

function scopeLines(needed: readonly string[]): string[] {
  if (needed.length === 0) return ["- Scopes: none"];
  const told = needed.map((scope) => `\`${scope}\` (${scopes[scope as keyof typeof scopes].summary.toLowerCase()})`);
  return [`- Scopes of an agent's mandate${needed.length > 1 ? ", any one of" : ""}: ${told.join(" ")}`];
}

function autonomyLines(agent: (typeof operations)[OperationId]["agent"]): string[] {
  const told = agent as { readonly autonomy: string; readonly condition: string | null } | null;
  if (told === null) return [];
  return [`- Agents: ${told.autonomy}${told.condition === null ? "" : `. ${told.condition}`}`];
}

interface Move {
  readonly id: string;
  readonly from: string | null;
  readonly to: string;
  readonly operations: readonly string[];
  readonly by: readonly string[];
  readonly agent: string;
  readonly agentCondition: string | null;
  readonly irreversible: boolean;
}

function moveSection(id: OperationId): string[] {
  const lines = Object.values(machines).flatMap((machine) =>
    (machine.moves as readonly Move[])
      .filter((move) => move.operations.includes(id))
      .map(
        (move) =>
          `- ${machine.name} ${move.id}: ${move.from ?? "nothing"} → ${move.to}; by ${move.by.join(", ")}; agents ${move.agent}${move.agentCondition === null ? "" : ` (${move.agentCondition})`}${move.irreversible ? "; irreversible" : ""}`,
      ),
  );
  return lines.length > 0 ? [`## Moves\n\n${lines.join("\n")}`] : [];
}

function errorSection(codes: readonly string[]): string[] {
  if (codes.length === 0) return [];
  const lines = codes.map((code) => {
    const { status, when } = errors[code as keyof typeof errors];
    return `- \`${code}\` (${status}): ${when}`;
  });
  return [`## Errors of its own\n\n${lines.join("\n")}\n\nCommon ones stand in servicialo://errors.`];
}
