import type { ProtocolModel } from "../ir/model.ts";
import { type GeneratedFile, markdownFile } from "./generated-file.ts";
import { cell } from "./text.ts";

/** One page with every error and every scope, and the operations that they belong to. */
export function printErrorsAndScopes(model: ProtocolModel): GeneratedFile[] {
  const errors = model.errors.map(
    ({ code, status, title, when, retryable, edition, operations }) =>
      `| ${status} | \`${code}\` | ${cell(title)} | ${cell(when)} | ${retryable ? "yes" : "no"} | ${edition} | ${names(operations, "any")} |`,
  );
  const scopes = model.scopes.map(
    ({ name, summary, operations }) => `| \`${name}\` | ${cell(summary)} | ${names(operations, "none")} |`,
  );
  const body = `# Errors and scopes of Servicialo ${model.version}

## Errors

An operation may answer its own errors and those of any operation. *Again* says whether the same request can succeed
later without a change.

| status | code | title | when | again | edition | operations |
|---|---|---|---|---|---|---|
${errors.join("\n")}

## Scopes

A mandate grants scopes. Where an operation stands with several, one of them suffices.

| scope | what it allows | operations |
|---|---|---|
${scopes.join("\n")}`;
  return [markdownFile(`errors-and-scopes/${model.version}.md`, body)];
}

function names(operations: readonly string[], none: string): string {
  return operations.length === 0 ? none : operations.map((id) => `\`${id}\``).join(", ");
}
