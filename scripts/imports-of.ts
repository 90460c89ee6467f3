import { type Expression, parseSync, Visitor } from "oxc-parser";

/** A module or file that a source file names. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Whether nothing of it is left when the program runs: `import type`, `export type`, `import("…").T`. */
  readonly typeOnly: boolean;
}

/**
 * Everything that a source file loads: imports, exports from, dynamic imports, imported types, `require`,
 * `import.meta.resolve` and `new URL(…, import.meta.url)`, as far as their names are written out.
 * @throws {SyntaxError} when the file cannot be parsed
 */
export function importsOf(file: string, source: string): readonly Import[] {
  const { program, errors } = parseSync(file, source, { sourceType: "module" });
  const [problem] = errors;
  if (problem) throw new SyntaxError(problem.message);
  const found: Import[] = [];
  const add = (node: Expression | { value: unknown; start: number } | null | undefined, typeOnly = false) => {
    const specifier = node && writtenOut(node);
    if (typeof specifier === "string") found.push({ specifier, line: lineAt(source, node?.start ?? 0), typeOnly });
  };
  new Visitor({
    ImportDeclaration: (node) => add(node.source, node.importKind === "type"),
    ExportNamedDeclaration: (node) => add(node.source, node.exportKind === "type"),
    ExportAllDeclaration: (node) => add(node.source, node.exportKind === "type"),
    ImportExpression: (node) => add(node.source),
    TSImportType: (node) => add(node.source, true),
    TSExternalModuleReference: (node) => add(node.expression),
    CallExpression: (node) => {
      const [first] = node.arguments;
      if (first && first.type !== "SpreadElement" && loads(source.slice(node.callee.start, node.callee.end)))
        add(first);
    },
    NewExpression: (node) => {
      const [first, base] = node.arguments;
      const url = node.callee.type === "Identifier" && node.callee.name === "URL";
      if (url && base && first && first.type !== "SpreadElement") add(first);
    },
  }).visit(program);
  return found.sort((a, b) => a.line - b.line);
}

function loads(callee: string): boolean {
  return ["require", "require.resolve", "import.meta.resolve"].includes(callee);
}

function writtenOut(node: object): unknown {
  if ("value" in node) return node.value;
  const template = node as { type?: string; quasis?: readonly { value: { cooked: string | null } }[] };
  return template.type === "TemplateLiteral" && template.quasis?.length === 1
    ? template.quasis[0]?.value.cooked
    : undefined;
}

function lineAt(source: string, offset: number): number {
  return source.slice(0, offset).split("\n").length;
}
