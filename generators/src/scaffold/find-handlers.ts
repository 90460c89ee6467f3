import { type ExportSpecifier, type Expression, Node, Project, type SourceFile, type TypeNode, ts } from "ts-morph";

/** A source file that belongs to the user: its path below the project's folder, with `/`, and its text. */
export interface UserFile {
  readonly path: string;
  readonly text: string;
}

/** An export whose type says which operation it handles. */
export interface HandlerExport {
  readonly operation: string;
  readonly file: string;
  /** `default`, or the name under which it is exported. */
  readonly name: string;
}

/** What the user's sources say about handlers. */
export interface FoundHandlers {
  readonly exports: readonly HandlerExport[];
  /** Files that have a default export. */
  readonly withDefault: ReadonlySet<string>;
  /** `file:line message` of everything that is no TypeScript. */
  readonly syntaxErrors: readonly string[];
}

const HANDLER_TYPE = "Handler";
const PLACEHOLDER = "notImplemented";

/**
 * Reads the user's sources, and only reads them: where each operation is handled, wherever its file lies and however
 * its export is called. A handler is known by `Handler<"the.operation">` or `notImplemented("the.operation")`.
 */
export function findHandlers(files: readonly UserFile[]): FoundHandlers {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: { noLib: true, noResolve: true, types: [], target: ts.ScriptTarget.ESNext },
  });
  const sources = files.map(({ path, text }) => project.createSourceFile(`/${path}`, text));
  const program = project.getProgram();
  const syntaxErrors = sources.flatMap((source) =>
    program
      .getSyntacticDiagnostics(source)
      .map(
        (problem) =>
          `${pathOf(source)}:${problem.getLineNumber() ?? 1} ${flatMessage(problem.compilerObject.messageText)}`,
      ),
  );
  return {
    exports: sources.flatMap(handlerExports),
    withDefault: new Set(sources.filter(hasDefaultExport).map(pathOf)),
    syntaxErrors,
  };
}

function handlerExports(source: SourceFile): HandlerExport[] {
  const types = handlerTypeNames(source);
  const local = new Map<string, string>();
  const found: HandlerExport[] = [];
  const add = (operation: string | undefined, name: string) => {
    if (operation !== undefined) found.push({ operation, file: pathOf(source), name });
  };
  for (const statement of source.getVariableStatements()) {
    for (const declaration of statement.getDeclarations()) {
      const operation =
        operationOfType(declaration.getTypeNode(), types) ?? operationOf(declaration.getInitializer(), types);
      if (operation === undefined) continue;
      local.set(declaration.getName(), operation);
      if (statement.hasExportKeyword()) add(operation, declaration.getName());
    }
  }
  for (const assignment of source.getExportAssignments()) {
    const expression = unwrapped(assignment.getExpression());
    if (assignment.isExportEquals()) continue;
    add(Node.isIdentifier(expression) ? local.get(expression.getText()) : operationOf(expression, types), "default");
  }
  for (const specifier of localSpecifiers(source)) add(local.get(specifier.getName()), exportedName(specifier));
  return found;
}

/** `export { a, b as c }`, without those that come from another module. */
function localSpecifiers(source: SourceFile): ExportSpecifier[] {
  return source
    .getExportDeclarations()
    .flatMap((declaration) => (declaration.hasModuleSpecifier() ? [] : declaration.getNamedExports()));
}

function exportedName(specifier: ExportSpecifier): string {
  return specifier.getAliasNode()?.getText() ?? specifier.getName();
}

/** The names that a file gives to the type of handlers: an import may rename it. */
function handlerTypeNames(source: SourceFile): ReadonlySet<string> {
  const specifiers = source.getImportDeclarations().flatMap((declaration) => declaration.getNamedImports());
  const aliases = specifiers
    .filter((specifier) => specifier.getName() === HANDLER_TYPE)
    .map((specifier) => specifier.getAliasNode()?.getText() ?? HANDLER_TYPE);
  return new Set([HANDLER_TYPE, ...aliases]);
}

function operationOf(expression: Expression | undefined, types: ReadonlySet<string>): string | undefined {
  const inner = expression && unwrapped(expression);
  if (Node.isSatisfiesExpression(inner) || Node.isAsExpression(inner)) {
    return operationOfType(inner.getTypeNode(), types) ?? operationOf(inner.getExpression(), types);
  }
  if (!Node.isCallExpression(inner) || inner.getExpression().getText().split(".").at(-1) !== PLACEHOLDER)
    return undefined;
  const [argument] = inner.getArguments();
  return Node.isStringLiteral(argument) || Node.isNoSubstitutionTemplateLiteral(argument)
    ? argument.getLiteralText()
    : undefined;
}

/** The operation in `Handler<"the.operation">`. */
function operationOfType(type: TypeNode | undefined, names: ReadonlySet<string>): string | undefined {
  if (!Node.isTypeReference(type)) return undefined;
  const name = type.getTypeName().getText().split(".").at(-1) ?? "";
  const [argument] = type.getTypeArguments();
  if (!names.has(name) || !Node.isLiteralTypeNode(argument)) return undefined;
  const literal = argument.getLiteral();
  return Node.isStringLiteral(literal) ? literal.getLiteralText() : undefined;
}

function unwrapped(expression: Expression): Expression {
  return Node.isParenthesizedExpression(expression) ? unwrapped(expression.getExpression()) : expression;
}

function hasDefaultExport(source: SourceFile): boolean {
  const assigned = source.getExportAssignments().some((assignment) => !assignment.isExportEquals());
  const named = source
    .getExportDeclarations()
    .some((declaration) => declaration.getNamedExports().some((specifier) => exportedName(specifier) === "default"));
  const declared = [...source.getFunctions(), ...source.getClasses()].some((declaration) =>
    declaration.hasDefaultKeyword(),
  );
  return assigned || named || declared;
}

function pathOf(source: SourceFile): string {
  return source.getFilePath().slice(1);
}

function flatMessage(message: string | ts.DiagnosticMessageChain): string {
  return ts.flattenDiagnosticMessageText(message, " ");
}
