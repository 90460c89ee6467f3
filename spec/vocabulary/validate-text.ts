import { getFormat, getPattern, type Model, type ModelProperty, type Program, type Scalar } from "@typespec/compiler";
import { report } from "./definition.ts";

/** Checks that text is decided by patterns alone, and that every validator can read them. */
export function validateText(program: Program, scalars: readonly Scalar[], models: readonly Model[]): void {
  const properties = models.flatMap((model) => [...model.properties.values()]);
  for (const type of [...scalars, ...properties]) {
    if (!isOurs(type)) continue;
    validatePattern(program, type);
    validateFormat(program, type);
  }
}

function validatePattern(program: Program, type: Scalar | ModelProperty): void {
  const pattern = getPattern(program, type);
  if (pattern === undefined) return;
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    report(program, { code: "pattern-syntax", format: { name: type.name, problem }, target: type });
  }
}

function validateFormat(program: Program, type: Scalar | ModelProperty): void {
  const format = getFormat(program, type);
  if (format === undefined || patternOf(program, type) !== undefined) return;
  report(program, { code: "format-without-pattern", format: { name: type.name, format }, target: type });
}

function patternOf(program: Program, type: Scalar | ModelProperty): string | undefined {
  const own = getPattern(program, type);
  if (own !== undefined) return own;
  const base = type.kind === "Scalar" ? type.baseScalar : type.type;
  return base?.kind === "Scalar" ? patternOf(program, base) : undefined;
}

function isOurs(type: Scalar | ModelProperty): boolean {
  const namespace = type.kind === "Scalar" ? type.namespace : type.model?.namespace;
  return namespace?.name === "Servicialo";
}
