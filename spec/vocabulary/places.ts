import type { DecoratorContext, DiagnosticTarget } from "@typespec/compiler";
import type { Node } from "@typespec/compiler/ast";
import { SyntaxKind } from "@typespec/compiler/ast";

/** Where a decorator's argument is written; the decorator itself when the argument is left out. */
export function argumentPlace(context: DecoratorContext, index: number): DiagnosticTarget {
  return context.getArgumentTarget(index) ?? context.decoratorTarget;
}

/** The place of one member inside an `#{…}` or `#[…]`, as deep as it is written there. */
export function memberPlace(place: DiagnosticTarget, ...path: readonly (string | number)[]): DiagnosticTarget {
  let node: DiagnosticTarget = place;
  for (const step of path) {
    const inner = memberOf(node as Node, step);
    if (!inner) return node;
    node = inner;
  }
  return node;
}

function memberOf(node: Node, step: string | number): Node | undefined {
  if (node.kind === SyntaxKind.ObjectLiteral) {
    for (const member of node.properties) {
      if (member.kind === SyntaxKind.ObjectLiteralProperty && member.id.sv === step) return member.value;
    }
  }
  if (node.kind === SyntaxKind.ArrayLiteral && typeof step === "number") return node.values[step];
  return undefined;
}
