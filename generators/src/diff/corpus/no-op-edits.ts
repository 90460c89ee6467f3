import { type Container, cutStatements, reorderMembers } from "./statements.ts";

/** A change of a specification that changes nothing for anybody. */
export interface NoOpEdit {
  readonly name: string;
  /** The edited specification; `main.tsp` is its entry. */
  readonly files: Readonly<Record<string, string>>;
}

const CONTAINERS: readonly Container[] = ["model", "enum", "interface", "union"];

/** Every edit of the corpus, made from the fixture that uses each word of the vocabulary. */
export function noOpEdits(text: string): NoOpEdit[] {
  return [
    ...reordered(text),
    ...splitIntoFiles(text),
    ...reworded(text),
    ...respaced(text),
    ...renamedTypes(text),
    ...refactored(text),
  ];
}

function reordered(text: string): NoOpEdit[] {
  const { head, statements } = cutStatements(text);
  const whole = (order: readonly string[]) => ({ "main.tsp": [head, ...order].join("\n\n") });
  return [
    { name: "declarations in reverse order", files: whole([...statements].reverse()) },
    { name: "declarations in alphabetic order", files: whole([...statements].sort()) },
    ...[1, 2, 3, 4].map((seed) => ({
      name: `declarations shuffled, ${seed}`,
      files: whole(shuffled(statements, seed)),
    })),
    ...CONTAINERS.flatMap((kind) => [
      {
        name: `members of each ${kind} in reverse order`,
        files: one(reorderMembers(text, kind, (items) => [...items].reverse())),
      },
      ...(kind === "enum" || kind === "model" ? [5, 6] : []).map((seed) => ({
        name: `members of each ${kind} shuffled, ${seed}`,
        files: one(reorderMembers(text, kind, (items) => shuffled(items, seed))),
      })),
    ]),
    {
      name: "parties of a move in another order",
      files: replaced(text, "#[Party.client, Party.organization]", "#[Party.organization, Party.client]"),
    },
    {
      name: "scopes of an operation in another order",
      files: replaced(
        text,
        "@scopes(Scope.visit_read, Scope.visit_write)",
        "@scopes(Scope.visit_write, Scope.visit_read)",
      ),
    },
    {
      name: "names of a rule in another order",
      files: replaced(text, '@exactlyOneOf("room", "address")', '@exactlyOneOf("address", "room")'),
    },
    {
      name: "variants of a union in another order",
      files: replaced(text, "replaced_by: Id | null", "replaced_by: null | Id"),
    },
    { name: "literals in another order", files: replaced(text, "heads: 2 | 3 | 4", "heads: 4 | 2 | 3") },
    {
      name: "media types in another order",
      files: replaced(
        text,
        '"application/vnd.api+json" | "application/json"',
        '"application/json" | "application/vnd.api+json"',
      ),
    },
    {
      name: "decorators in another order",
      files: replaced(
        text,
        "@tier(Tier.infrastructure)\n  @phase(Phase.infrastructure)",
        "@phase(Phase.infrastructure)\n  @tier(Tier.infrastructure)",
      ),
    },
  ];
}

function splitIntoFiles(text: string): NoOpEdit[] {
  const { head, statements } = cutStatements(text);
  const usings = [...head.matchAll(/^using .*$/gm)].map(([line]) => line).join("\n");
  const split = (name: string, pathOf: (index: number) => string): NoOpEdit => {
    const files = new Map<string, string[]>();
    statements.forEach((statement, index) => {
      files.set(pathOf(index), [...(files.get(pathOf(index)) ?? []), statement]);
    });
    const imports = [...files.keys()].map((path) => `import "./${path}";`).join("\n");
    const parts = [...files].map(([path, inside]) => [path, [usings, "namespace Servicialo;", ...inside].join("\n\n")]);
    return { name, files: { "main.tsp": `${imports}\n${head}`, ...Object.fromEntries(parts) } };
  };
  return [
    split("all in one other file", () => "protocol.tsp"),
    split("all in one other file of another name", () => "renamed.tsp"),
    split("all in a folder", () => "areas/visits/models.tsp"),
    split("two files", (index) => (index % 2 === 0 ? "even.tsp" : "odd.tsp")),
    split("five files", (index) => `part-${index % 5}.tsp`),
    split("five files in folders", (index) => `area-${index % 5}/main.tsp`),
    split("a file for each declaration", (index) => `single/${index}.tsp`),
  ];
}

/** Other words in one doc comment after the other, in comments and in the order of sentences. */
function reworded(text: string): NoOpEdit[] {
  const comments = [...text.matchAll(/\/\*\* .*? \*\//g)];
  return [
    ...comments
      .filter((_, index) => index % 3 === 0)
      .map((comment, index) => ({
        name: `doc comment ${index * 3 + 1} reworded`,
        files: one(
          `${text.slice(0, comment.index)}/** Said in other words. */${text.slice(comment.index + comment[0].length)}`,
        ),
      })),
    {
      name: "every doc comment reworded",
      files: one(text.replaceAll(/\/\*\* .*? \*\//g, "/** Said in other words. */")),
    },
    { name: "a doc comment over several lines", files: replaced(text, "/** A visit. */", "/**\n * A visit.\n */") },
    { name: "an example changed", files: replaced(text, "price: 35000", "price: 36000") },
    { name: "the title of a tool changed", files: replaced(text, 'title: "List visits"', 'title: "See all visits"') },
    { name: "the text of an error changed", files: replaced(text, '"unknown id"', '"no such id"') },
    {
      name: "the test of a requirement changed",
      files: replaced(text, '"pos: it answers"', '"pos: it answers at once"'),
    },
    { name: "the source of a requirement changed", files: replaced(text, 'source: "fixture"', 'source: "page 2"') },
    {
      name: "the case of a requirement's words changed",
      files: replaced(text, "A node MUST answer.", "a node MUST answer"),
    },
  ];
}

function respaced(text: string): NoOpEdit[] {
  return [
    { name: "blank lines between all lines", files: one(text.replaceAll("\n\n", "\n\n\n\n")) },
    {
      name: "comments before all declarations",
      files: one(text.replaceAll(/^(?=model |enum |union |interface )/gm, "// Declared here.\n")),
    },
    { name: "tabs for spaces", files: one(text.replaceAll("  ", "\t")) },
    { name: "line ends of another system", files: one(text.replaceAll("\n", "\r\n")) },
  ];
}

/** Types that have no name on the wire. */
function renamedTypes(text: string): NoOpEdit[] {
  const names = [
    "Id",
    "Day",
    "Percent",
    "Role",
    "Actor",
    "Price",
    "Split",
    "Place",
    "BookVisit",
    "Health",
    "Command",
    "Single",
    "Answer",
    "VisitState",
    "ErrorCode",
    "Scope",
    "Vertical",
    "ArrivalPhoto",
  ];
  return names.map((name) => ({
    name: `type ${name} renamed`,
    files: one(text.replaceAll(new RegExp(`(?<![\\w":])${name}\\b(?![":])`, "g"), `${name}Renamed`)),
  }));
}

function refactored(text: string): NoOpEdit[] {
  const add = (declaration: string) => one(`${text}\n${declaration}\n`);
  return [
    {
      name: "an inline object became a type",
      files: one(
        `${text.replace("CommandBody<{ note: string }", "CommandBody<VisitNote")}\nmodel VisitNote { note: string }\n`,
      ),
    },
    { name: "a type became an inline union", files: replaced(text, "price: Price;", 'price: "free" | int32 | Split;') },
    {
      name: "a union became an alias",
      files: one(
        text
          .replace(/union Price \{[^}]*\}/, 'alias Price = "free" | int32 | Split;')
          .replace("/** How a visit is paid. */", ""),
      ),
    },
    {
      name: "members moved to a parent",
      files: one(
        `${text.replace("model Actor {\n  role: Role;", "model Actor extends Acting {")}\nmodel Acting { role: Role }\n`,
      ),
    },
    {
      name: "members moved to a mixin",
      files: one(
        `${text.replace("  place?: Place;\n  actor?: Actor;", "  ...Whereabouts;")}\nalias Whereabouts = { place?: Place; actor?: Actor; };\n`,
      ),
    },
    {
      name: "a scalar became an alias with the same limits",
      files: replaced(text, "licence?: Id;", "@minLength(1) @maxLength(8) licence?: string;"),
    },
    {
      name: "a record spread became its parent",
      files: one(text.replace("model Labels is Record<string>;", "model Labels { ...Record<string>; }")),
    },
    { name: "a decorator became an augmentation", files: one(`${text.replace("@closed\n", "")}\n@@closed(Actor);\n`) },
    { name: "a doc comment became a decorator", files: replaced(text, "/** A visit. */", '@doc("A visit.")') },
    {
      name: "a constant for an example",
      files: one(
        `const ROOM = 3;\n${text.replace("@example(#{ room: 3 })", "@example(#{ room: ROOM })")}`
          .replace(/^const ROOM = 3;\n/, "")
          .replace(/(namespace Servicialo;)/, "$1\n\nconst ROOM = 3;"),
      ),
    },
    { name: "the operation's name in the code changed", files: replaced(text, "move_to(", "move_visit(") },
    {
      name: "operations moved to another interface",
      files: replaced(
        text,
        "  /** Whether the node is up. */",
        "}\n\ninterface Nodes {\n  /** Whether the node is up. */",
      ),
    },
    {
      name: "the same limit said twice",
      files: replaced(text, "  id: Id;\n  state: VisitState;", "  @minLength(1) id: Id;\n  state: VisitState;"),
    },
    {
      name: "an inclusive limit said as the type's own",
      files: replaced(text, "pages?: int32;", "@minValue(-2147483648) @maxValue(2147483647) pages?: int32;"),
    },
    {
      name: "a template for an envelope",
      files: one(
        `${text.replaceAll('Single<Visit, "visits">', "OneVisit")}\nalias OneVisit = Single<Visit, "visits">;\n`,
      ),
    },
    { name: "an unused alias", files: add("alias Unused = string;") },
    { name: "an unused template", files: add("model Unused<T> { value: T; }") },
  ];
}

function one(text: string): Readonly<Record<string, string>> {
  return { "main.tsp": text };
}

function replaced(text: string, from: string, to: string): Readonly<Record<string, string>> {
  return one(text.replace(from, () => to));
}

/** An order that depends on the seed alone. */
function shuffled<T>(items: readonly T[], seed: number): T[] {
  let state = seed * 2654435761;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  return items
    .map((item) => ({ item, rank: next() }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item);
}
