import { describe, expect, it } from "vitest";
import { docProblems } from "./check-docs.ts";

const FILES = [
  "README.md",
  "docs/guide.md",
  "runtime/src/cli.ts",
  "runtime/src/operations/orders/cancel-order.ts",
  "spec/main.tsp",
];

function problemsIn(text: string, file = "README.md"): string[] {
  return docProblems(new Map([[file, text]]), FILES).map((problem) => `${problem.line} ${problem.message}`);
}

describe("a document that names only what exists", () => {
  it.each([
    ["a path in backticks", "See `runtime/src/cli.ts` and `runtime/src/`."],
    ["a path with its line", "See `runtime/src/cli.ts:12`."],
    ["a path with placeholders", "One per file: `operations/<area>/<operation>.ts`."],
    ["a path with wildcards", "All of `runtime/src/**/*.ts`."],
    ["alternatives", "`spec/{main,other}.tsp`"],
    ["a file name alone", "The door is `cli.ts`."],
    ["a command", "Run `node runtime/src/cli.ts --help`."],
    ["a link", "[guide](docs/guide.md)"],
    ["a link from the root", "[guide](/docs/guide.md)"],
    ["a folder that a command makes", "Reports lie in `.servicialo/core.json`, builds in `runtime/dist/cli.js`."],
    [
      "a route, a media type, a package",
      "`/servicialo/v1/sessions/{id}`, `application/json`, `@servicialo/schema`, `n/a`",
    ],
    ["an address", "[home](https://example.org/docs/none.md) and https://example.org/home/none"],
    ["a heading", "# Who may act?\n\n[above](#who-may-act)"],
  ])("may contain %s", (_what, text) => {
    expect(problemsIn(text)).toEqual([]);
  });

  it("may name paths relative to its own folder", () => {
    expect(problemsIn("[up](../README.md), `../spec/main.tsp` and `./guide.md`", "docs/guide.md")).toEqual([]);
  });
});

describe("a document that names what does not exist", () => {
  it.each([
    ["a path in backticks", "one\n\nSee `runtime/src/gone.ts`.", "3 names runtime/src/gone.ts, which does not exist"],
    ["a folder", "`docs/gone/`", "1 names docs/gone, which does not exist"],
    ["a path in a command", "Run `node spec/gone.ts --help`.", "1 names spec/gone.ts, which does not exist"],
    ["a path in a code block", "```sh\nls\nnode spec/gone.ts\n```", "3 names spec/gone.ts, which does not exist"],
    ["a file name alone", "`gone.ts`", "1 names gone.ts, which does not exist"],
    ["a shortened path", "`orders/gone.ts`", "1 names orders/gone.ts, which does not exist"],
    ["wildcards without a match", "`docs/decisions/*.md`", "1 names docs/decisions/*.md, which does not exist"],
    ["another case", "`runtime/src/CLI.ts`", "1 names runtime/src/CLI.ts, which does not exist"],
    ["a link", "[gone](docs/gone.md)", "1 links to docs/gone.md, which does not exist"],
    ["a definition of a link", "[a][b]\n\n[b]: docs/gone.md", "3 links to docs/gone.md, which does not exist"],
    ["an image", "![gone](docs/gone.png)", "1 links to docs/gone.png, which does not exist"],
    ["a heading", "# One\n\n[two](#two)", "3 links to #two, a heading that does not exist"],
  ])("is refused for %s", (_what, text, problem) => {
    expect(problemsIn(text)).toEqual([problem]);
  });

  it("is refused for a heading of another document", () => {
    const documents = new Map([
      ["README.md", "[there](docs/guide.md#three)"],
      ["docs/guide.md", "# Two"],
    ]);
    expect(docProblems(documents, FILES)).toHaveLength(1);
  });
});

describe("a document that names a place on one machine", () => {
  it.each(["/home/ana/servicialo", "/Users/ana/servicialo", "/tmp/keys.json", "C:\\servicialo", "file:///etc/hosts"])(
    "is refused for %s",
    (path) => {
      expect(problemsIn(`Go to ${path} first.`)).toEqual([
        `1 names a place on one machine, ${path}; write a path below the repository's root`,
      ]);
    },
  );
});
