/** The parts of the compiler's syntax tree that the corpus cuts specifications by. */
export { type Node, type OperationStatementNode, parse, SyntaxKind } from "@typespec/compiler/ast";

import type { TypeSpecScriptNode } from "@typespec/compiler/ast";

export type Statement = TypeSpecScriptNode["statements"][number];
