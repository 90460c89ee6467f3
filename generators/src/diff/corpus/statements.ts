import { type Node, type OperationStatementNode, parse, type Statement, SyntaxKind } from "./syntax.ts";

/** A specification cut into what every file needs and its declarations. */
export interface Cut {
  readonly head: string;
  readonly statements: readonly string[];
}

/** Cuts a file after its namespace; doc comments stay with what they are on. */
export function cutStatements(text: string): Cut {
  const { statements } = parse(text);
  const namespace = statements.findIndex((statement) => statement.kind === SyntaxKind.NamespaceStatement);
  const end = (index: number) => statements[index]?.end ?? 0;
  return {
    head: text.slice(0, end(namespace)),
    statements: statements
      .slice(namespace + 1)
      .map((statement, index) => text.slice(end(namespace + index), statement.end).trim()),
  };
}

export type Container = "model" | "enum" | "interface" | "union";

/** Puts the members of every container of a kind in another order. */
export function reorderMembers(text: string, kind: Container, reorder: <T>(items: readonly T[]) => T[]): string {
  const { statements } = parse(text);
  const containers = statements.flatMap((statement) => {
    const members = membersOf(statement, kind);
    return members && members.length > 1 ? [members] : [];
  });
  return containers.reverse().reduce((changed, members) => {
    const start = openingBrace(text, members);
    const pieces = members.map((member, index) =>
      text.slice(index === 0 ? start : afterSeparator(text, members[index - 1]?.end ?? 0), member.end).trim(),
    );
    const last = members.at(-1)?.end ?? start;
    const separator = kind === "enum" || kind === "union" ? ",\n" : ";\n";
    return `${changed.slice(0, start)}\n${reorder(pieces).join(separator)}${changed.slice(last)}`;
  }, text);
}

function membersOf(statement: Statement, kind: Container): readonly Node[] | undefined {
  if (kind === "model" && statement.kind === SyntaxKind.ModelStatement) return statement.properties;
  if (kind === "enum" && statement.kind === SyntaxKind.EnumStatement) return statement.members;
  if (kind === "union" && statement.kind === SyntaxKind.UnionStatement) return statement.options;
  if (kind === "interface" && statement.kind === SyntaxKind.InterfaceStatement)
    return statement.operations as readonly OperationStatementNode[];
  return undefined;
}

function openingBrace(text: string, members: readonly Node[]): number {
  const first = members[0]?.pos ?? 0;
  return text.lastIndexOf("{", text.slice(first).search(/\S/) + first - 1) + 1;
}

function afterSeparator(text: string, position: number): number {
  return position + (/^\s*[;,]/.exec(text.slice(position))?.[0].length ?? 0);
}
