import type { DecoratorContext, DecoratorValidatorCallbacks, EnumMember, Operation, Program } from "@typespec/compiler";
import { keys, report } from "./definition.ts";
import type { AutonomyName } from "./machines.ts";
import { argumentPlace, memberPlace } from "./places.ts";
import { plainValue } from "./plain-value.ts";

export type LevelName = "CORE" | "FULL" | "NETWORK" | "AGENT" | "EXT";
export type TierName = "resolver" | "discovery" | "credential" | "principal" | "administrator" | "infrastructure";

export type ActorPresence = "required" | "optional" | "none";

export interface ToolDetails {
  title: string;
  readOnly: boolean;
  destructive: boolean;
  idempotent: boolean;
  openWorld?: boolean;
}

export function $mcpTool(context: DecoratorContext, target: Operation, given: unknown): void {
  const details = plainValue<ToolDetails>(given);
  if (details.readOnly && details.destructive) {
    const place = memberPlace(argumentPlace(context, 0), "destructive");
    report(context.program, { code: "contradictory-tool", format: { id: details.title }, target: place });
  }
  context.program.stateMap(keys.tools).set(target, details);
}

export function $tier(context: DecoratorContext, target: Operation, tier: unknown): void {
  context.program.stateMap(keys.tiers).set(target, plainValue<TierName>(tier));
}

export function $phase(context: DecoratorContext, target: Operation, phase: unknown): void {
  context.program.stateMap(keys.phases).set(target, plainValue<string>(phase));
}

export function $level(context: DecoratorContext, target: Operation, level: unknown): void {
  context.program.stateMap(keys.levels).set(target, plainValue<LevelName>(level));
}

export function $required(context: DecoratorContext, target: Operation): void {
  context.program.stateSet(keys.required).add(target);
}

export function $scopes(
  context: DecoratorContext,
  target: Operation,
  ...scopes: EnumMember[]
): DecoratorValidatorCallbacks {
  const names = scopes.map((scope) => String(scope.value ?? scope.name));
  context.program.stateMap(keys.scopes).set(target, names);
  return { onGraphFinish: () => checkCatalogued(context, scopes, "scopeCatalogue") };
}

export function $raises(
  context: DecoratorContext,
  target: Operation,
  ...codes: EnumMember[]
): DecoratorValidatorCallbacks {
  const names = codes.map((code) => code.name);
  context.program.stateMap(keys.raises).set(target, names);
  return { onGraphFinish: () => checkCatalogued(context, codes, "errorCatalogue") };
}

export function $agentAutonomy(
  context: DecoratorContext,
  target: Operation,
  ...[given, condition]: [unknown, string | undefined]
): void {
  const { program } = context;
  const autonomy = plainValue<AutonomyName>(given);
  const id = target.name;
  if (autonomy === "conditional" && !condition?.trim()) {
    report(program, { code: "agent-condition", format: { id }, target: argumentPlace(context, 0) });
  }
  if (autonomy !== "conditional" && condition !== undefined) {
    report(program, { code: "needless-agent-condition", format: { id, autonomy }, target: argumentPlace(context, 1) });
  }
  program.stateMap(keys.agentAutonomy).set(target, { autonomy, condition });
}

export function $actor(context: DecoratorContext, target: Operation, presence: ActorPresence): void {
  context.program.stateMap(keys.actors).set(target, presence);
}

export function $plainDocument(context: DecoratorContext, target: Operation): void {
  context.program.stateSet(keys.plainDocuments).add(target);
}

export function $hostRoot(context: DecoratorContext, target: Operation): void {
  context.program.stateSet(keys.hostRoots).add(target);
}

export function $renamedFrom(context: DecoratorContext, target: Operation, formerId: string): void {
  context.program.stateMap(keys.renamedFrom).set(target, formerId);
}

/** Runs when the graph is finished: until then the enum may not have got its own decorators. Answers no further problems of its own. */
function checkCatalogued(
  context: DecoratorContext,
  members: readonly EnumMember[],
  catalogue: "scopeCatalogue" | "errorCatalogue",
): readonly never[] {
  members.forEach((member, index) => {
    if (!context.program.stateSet(keys[catalogue]).has(member.enum)) {
      const format = { member: `${member.enum.name}.${member.name}`, catalogue: `the enum marked @${catalogue}` };
      report(context.program, { code: "not-catalogued", format, target: argumentPlace(context, index) });
    }
  });
  return [];
}

export interface OperationFacts {
  tool: ToolDetails | undefined;
  tier: TierName | undefined;
  phase: string | undefined;
  level: LevelName | undefined;
  required: boolean;
  scopes: string[];
  raises: string[];
  agent: { autonomy: AutonomyName; condition?: string } | undefined;
  actor: ActorPresence;
  plainDocument: boolean;
  hostRoot: boolean;
  renamedFrom: string | undefined;
}

/** Everything the vocabulary says of one operation. */
export function operationFacts(program: Program, operation: Operation): OperationFacts {
  return {
    tool: program.stateMap(keys.tools).get(operation),
    tier: program.stateMap(keys.tiers).get(operation),
    phase: program.stateMap(keys.phases).get(operation),
    level: program.stateMap(keys.levels).get(operation),
    required: program.stateSet(keys.required).has(operation),
    scopes: program.stateMap(keys.scopes).get(operation) ?? [],
    raises: program.stateMap(keys.raises).get(operation) ?? [],
    agent: program.stateMap(keys.agentAutonomy).get(operation),
    actor: program.stateMap(keys.actors).get(operation) ?? "none",
    plainDocument: program.stateSet(keys.plainDocuments).has(operation),
    hostRoot: program.stateSet(keys.hostRoots).has(operation),
    renamedFrom: program.stateMap(keys.renamedFrom).get(operation),
  };
}

/** The MCP name of an operation: dots become underscores. */
export function toolName(operationId: string): string {
  return operationId.replaceAll(".", "_");
}
