import type { OperationNode, ProtocolModel } from "../ir/model.ts";
import { compareModels, type VersionLists } from "./comparison.ts";
import type { Occurrence, Rule, RuleText, Touched } from "./rule.ts";
import { rules } from "./rules/index.ts";
import { AUDIENCES, type Audience, compareVerdicts, type Direction, type Verdict } from "./verdict.ts";

/** Parts of the protocol that a finding is about, by their ids. */
export interface Affected extends Touched {
  readonly tools: readonly string[];
}

/** One difference between two specifications, judged. */
export interface Finding {
  readonly rule: string;
  readonly verdict: Verdict;
  /** Who has to do something. */
  readonly hits: readonly Audience[];
  readonly subject: string;
  readonly direction: Direction | null;
  /** Where it is written: in the newer specification, save for what is gone from it. */
  readonly at: { readonly side: "base" | "head"; readonly file: string; readonly line: number };
  readonly affects: Affected;
  readonly en: RuleText;
  readonly es: RuleText;
}

/** Every difference between two models, gravest first. Pure. */
export function findDifferences(base: ProtocolModel, head: ProtocolModel, versions?: VersionLists): Finding[] {
  const comparison = compareModels(base, head, versions);
  const toolOf = toolNames([...base.operations, ...head.operations]);
  const requirements = [...base.requirements, ...head.requirements];
  return rules
    .flatMap((rule) =>
      rule.find(comparison).map((found) => {
        const named = requirements.filter(({ appliesTo }) => appliesTo.includes(found.subject)).map(({ id }) => id);
        return toFinding(rule, found, { toolOf, requirements: named });
      }),
    )
    .sort(inOrder);
}

interface Context {
  readonly toolOf: ReadonlyMap<string, string>;
  readonly requirements: readonly string[];
}

function toFinding(rule: Rule, found: Occurrence, { toolOf, requirements }: Context): Finding {
  const operations = unique(found.touched.operations ?? []);
  const tools = unique(operations.map((id) => toolOf.get(id)).filter((tool) => tool !== undefined));
  const hits = byDirection<readonly Audience[]>(rule.hits, found.direction, Array.isArray);
  return {
    rule: rule.id,
    verdict:
      found.verdict ?? byDirection<Verdict>(rule.verdict, found.direction, (verdict) => typeof verdict === "string"),
    hits: AUDIENCES.filter(
      (audience) =>
        hits.includes(audience) && (audience !== "agents" || reachesAgents(found.subject, operations, tools)),
    ),
    subject: found.subject,
    direction: found.direction ?? null,
    at: found.at,
    affects: {
      operations,
      tools,
      states: unique(found.touched.states ?? []),
      scopes: unique(found.touched.scopes ?? []),
      requirements: unique([...(found.touched.requirements ?? []), ...requirements]),
    },
    en: filled(rule.en, found),
    es: filled(rule.es, found),
  };
}

/** A judgement that is the same both ways, or the one of the way in which the thing flows. */
function byDirection<T>(
  value: T | Readonly<Record<Direction, T>>,
  direction: Direction | undefined,
  isOne: (value: unknown) => boolean,
): T {
  if (isOne(value)) return value as T;
  return (value as Readonly<Record<Direction, T>>)[direction ?? "response"];
}

/** Agents call tools: an operation that is none does not reach them, nor does a requirement on no tool. */
function reachesAgents(subject: string, operations: readonly string[], tools: readonly string[]): boolean {
  return tools.length > 0 || (operations.length === 0 && !subject.startsWith("requirement "));
}

function filled(text: RuleText, found: Occurrence): RuleText {
  const fill = (template: string) =>
    template.replaceAll(
      /\{(subject|from|to|name)\}/g,
      (_, key: "subject" | "from" | "to" | "name") => found[key] ?? "",
    );
  return { what: fill(text.what), why: fill(text.why), mend: fill(text.mend) };
}

function toolNames(operations: readonly OperationNode[]): Map<string, string> {
  return new Map(operations.flatMap(({ id, tool }) => (tool ? [[id, tool.name] as const] : [])));
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

function inOrder(a: Finding, b: Finding): number {
  const text = (finding: Finding) => `${finding.rule} ${finding.subject} ${finding.direction} ${finding.en.what}`;
  return compareVerdicts(a.verdict, b.verdict) || (text(a) < text(b) ? -1 : 1);
}
