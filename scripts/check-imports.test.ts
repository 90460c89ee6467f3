import { describe, expect, it } from "vitest";
import { importProblems } from "./check-imports.ts";

const MANIFESTS: readonly [string, string][] = [
  ["spec", "@servicialo/spec"],
  ["schema", "@servicialo/schema"],
  ["generators", "@servicialo/generators"],
  ["runtime", "@servicialo/runtime"],
  ["conformance", "@servicialo/conformance"],
  ["examples/agent-walk", "@servicialo/example-agent-walk"],
].map(([folder, name]) => [`${folder}/package.json`, JSON.stringify({ name })]);

function problemsIn(file: string, text: string): string[] {
  return importProblems(new Map([...MANIFESTS, [file, text]])).map((problem) => `${problem.line} ${problem.message}`);
}

describe("the arrow", () => {
  it.each([
    ["generators/src/compile.ts", "@servicialo/spec/vocabulary"],
    ["generators/src/generate.test.ts", "@servicialo/schema/0.8/types"],
    ["runtime/src/serve.ts", "@servicialo/schema/0.8/types"],
    ["conformance/src/ledger.ts", "@servicialo/schema/0.8/requirements"],
    ["examples/agent-walk/src/index.ts", "@servicialo/schema/0.8/types"],
    ["runtime/src/operations/orders/cancel-order.ts", "../../storage/rows.ts"],
    ["runtime/src/channels/http/http-door.ts", "../../operations/index.ts"],
    ["runtime/src/rules/cancellation.ts", "../money.ts"],
    ["conformance/src/node-connection.ts", "undici"],
    ["runtime/src/serve.ts", "node:fs"],
  ])("lets %s load %s", (file, specifier) => {
    expect(problemsIn(file, `import { a } from "${specifier}";`)).toEqual([]);
  });

  it.each([
    ["spec/vocabulary/read.ts", "@servicialo/generators"],
    ["spec/vocabulary/read.ts", "../../schema/typescript/0.8/types.ts"],
    ["schema/typescript/0.8/types.ts", "../../../runtime/src/errors.ts"],
    ["generators/src/compile.ts", "@servicialo/schema/0.8/types"],
    ["generators/src/compile.ts", "../../runtime/src/errors.ts"],
    ["runtime/src/serve.ts", "@servicialo/spec"],
    ["runtime/src/serve.test.ts", "@servicialo/spec/vocabulary"],
    ["runtime/src/serve.ts", "../../generators/src/compile.ts"],
    ["conformance/src/run-suite.ts", "@servicialo/runtime"],
    ["conformance/src/run-suite.test.ts", "../../runtime/src/serve.ts"],
    ["examples/agent-walk/src/index.ts", "@servicialo/conformance"],
    ["examples/agent-walk/src/index.ts", "../../../runtime/src/cli.ts"],
    ["examples/agent-walk/src/index.ts", "../../clinic/src/index.ts"],
  ])("forbids %s to load %s", (file, specifier) => {
    expect(problemsIn(file, `\nimport { a } from "${specifier}";`)).toEqual([
      expect.stringMatching(/^2 loads .* may load /),
    ]);
  });

  it.each([
    `import type { A } from "@servicialo/spec";`,
    `export * from "@servicialo/spec";`,
    `export { a } from "@servicialo/spec";`,
    `const a = await import("@servicialo/spec");`,
    "const a = await import(`@servicialo/spec`);",
    `type A = import("@servicialo/spec").A;`,
    `const a = createRequire(import.meta.url)("x"), b = require("@servicialo/spec");`,
    `const a = import.meta.resolve("@servicialo/spec/package.json");`,
    `const a = readFileSync(new URL("../../spec/main.tsp", import.meta.url));`,
  ])("sees through %s", (text) => {
    expect(problemsIn("runtime/src/serve.ts", text)).toHaveLength(1);
  });

  it.each(["dependencies", "devDependencies"])("forbids a package to name another one in its %s", (kind) => {
    const manifest = JSON.stringify(
      { name: "@servicialo/judge", [kind]: { "@servicialo/runtime": "workspace:*" } },
      null,
      2,
    );
    expect(problemsIn("conformance/package.json", manifest)).toEqual([
      expect.stringContaining("4 depends on @servicialo/runtime"),
    ]);
  });

  it("refuses a file that it cannot read", () => {
    expect(problemsIn("runtime/src/serve.ts", "import {")).toEqual([expect.stringContaining("cannot be read")]);
  });
});

describe("the fences inside the runtime", () => {
  it.each([
    ["runtime/src/operations/orders/cancel-order.ts", "../../channels/http/envelope.ts"],
    ["runtime/src/rules/cancellation.ts", "../channels/http/envelope.ts"],
    ["runtime/src/lifecycle/move-session.ts", "../channels/http/envelope.ts"],
    ["runtime/src/scheduling/slots.ts", "../channels/http/envelope.ts"],
    ["runtime/src/rules/cancellation.ts", "../storage/rows.ts"],
    ["runtime/src/rules/cancellation.ts", "node:fs/promises"],
    ["runtime/src/rules/cancellation.ts", "http"],
    ["runtime/src/rules/cancellation.ts", "kysely"],
    ["runtime/src/rules/cancellation.ts", "@mikro-orm/core"],
    ["conformance/src/world.ts", "@modelcontextprotocol/server"],
  ])("forbid %s to load %s", (file, specifier) => {
    expect(problemsIn(file, `import { a } from "${specifier}";`)).not.toEqual([]);
  });

  it("let a rule use the types of what it must not load", () => {
    const [file, specifier] = ["runtime/src/rules/cancellation.ts", "../storage/rows.ts"];
    expect(problemsIn(file, `import type { Row } from "${specifier}";`)).toEqual([]);
    expect(problemsIn(file, `import { type Row } from "${specifier}";`)).toHaveLength(1);
  });

  it("do not let an operation use even the types of a door", () => {
    const problems = problemsIn(
      "runtime/src/operations/orders/a.ts",
      `import type { A } from "../../channels/http/envelope.ts";`,
    );
    expect(problems).toHaveLength(1);
  });
});
