import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { ProtocolModel } from "../ir/model.ts";
import { modelOf } from "./plan-update.ts";
import { added, type Evolution, removed, renamed, reworded } from "./testing/evolve.ts";
import {
  bytesOf,
  linkPackages,
  protocolModels,
  type TestProject,
  temporaryProject,
  typeErrors,
} from "./testing/project.ts";
import { updateProject } from "./update-project.ts";

const SLOW = 60_000;
const BOOK = "handlers/scheduling.book.ts";
const MINE = `import { ProtocolError as Refusal, type Handler as Handles } from '../generated/servicialo.ts'

export type Wish = { when: string } // a member of mine, before the handler

const book: Handles<'scheduling.book'> = async (_context, { starts_at }) => {
        const wish: Wish = { when: starts_at }   // three spaces, eight before: mine
  throw new Refusal("CONFLICT", { detail: wish.when });
}
export default book
`;

let model: ProtocolModel;

beforeAll(async () => {
  model = modelOf(await protocolModels(), undefined);
}, SLOW);

/** A project whose owner has written something, after the protocol changed and the tool ran. */
async function evolved(project: TestProject, ...changes: readonly Evolution[]) {
  const before = await bytesOf(project.folder, "owner");
  const plan = await updateProject(project.folder, [changes.reduce((state, change) => change(state), model)]);
  const after = await bytesOf(project.folder, "owner");
  const untouched = [...before].every(([path, bytes]) => after.get(path) === bytes);
  return { plan, untouched, created: [...after.keys()].filter((path) => !before.has(path)) };
}

async function write(project: TestProject, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(project.folder, path)), { recursive: true });
  await writeFile(join(project.folder, path), text);
}

function read(project: TestProject, path: string): Promise<string> {
  return readFile(join(project.folder, path), "utf8");
}

function table(project: TestProject): Promise<string> {
  return read(project, "generated/handler-table.ts");
}

async function compiles(project: TestProject): Promise<string> {
  await linkPackages(project.folder);
  return typeErrors(project.folder, "typescript");
}

describe("an update after the protocol changed", () => {
  it("adds a handler for a new operation, and writes nothing else of the owner's", { timeout: SLOW }, async () => {
    await using project = await temporaryProject([model]);
    await write(project, BOOK, MINE);
    const { plan, untouched, created } = await evolved(project, added("waitlist.join", "scheduling.book"));
    expect({ untouched, created }).toEqual({ untouched: true, created: ["handlers/waitlist.join.ts"] });
    expect(plan.added).toEqual([{ operation: "waitlist.join", file: "handlers/waitlist.join.ts" }]);
    expect(await compiles(project)).toBe("");
  });

  it("changes nothing at all when nothing changed", async () => {
    await using project = await temporaryProject([model]);
    const before = [await bytesOf(project.folder, "owner"), await bytesOf(project.folder, "tool")];
    const plan = await updateProject(project.folder, [model]);
    expect([await bytesOf(project.folder, "owner"), await bytesOf(project.folder, "tool")]).toEqual(before);
    expect(plan.generated).toEqual([]);
  });

  it("leaves a handler as it is when only the words about its operation change", async () => {
    await using project = await temporaryProject([model]);
    const { plan, untouched, created } = await evolved(project, reworded("scheduling.book", "Other words."));
    expect({ untouched, created }).toEqual({ untouched: true, created: [] });
    expect(plan.generated.map(({ path }) => path)).toEqual(["handlers.ts", "operations.ts", "manifest.json"]);
  });

  it("raises the level when it is asked to, and remembers it", async () => {
    await using project = await temporaryProject([model]);
    const plan = await updateProject(project.folder, [model], { level: "full" });
    expect(plan.added.map(({ operation }) => operation)).toContain("service_orders.create");
    expect((await updateProject(project.folder, [model])).settings.level).toBe("full");
  });
});

describe("what an owner does to a handler survives an update byte for byte", () => {
  const EDITS: Readonly<Record<string, string>> = {
    "edited imports": MINE,
    "reordered members": `const handle: Handler<"scheduling.book"> = async () => { throw new ProtocolError("CONFLICT", { detail: reason() }) }\n\nexport default handle\n\nfunction reason() {\n  return "later";\n}\n\nimport { type Handler, ProtocolError } from "../generated/servicialo.ts";\n`,
    "default export renamed": `import { notImplemented } from "../generated/servicialo.ts";\n\nconst takeTheSlot = notImplemented("scheduling.book");\nexport { takeTheSlot as default };\n`,
    "comments at both ends": `#!/usr/bin/env node\n/* © me */ // 🙂 ñandú\n${MINE}\n/* the end, without a line break */ // really`,
    CRLF: MINE.replaceAll("\n", "\r\n"),
    "CRLF and LF mixed, a byte order mark, tabs and trailing blanks": `\uFEFF${MINE.replace("\n", "\r\n")}\t \n \t`,
    "a function as default export": `export default async function book(): Promise<never> {\n  throw new Error("later");\n}\n`,
    "handler re-exported from a file elsewhere": `export { book as default } from "../src/booking/book.ts";\n`,
  };

  it.each(Object.entries(EDITS))("%s", { timeout: SLOW }, async (_name, text) => {
    await using project = await temporaryProject([model]);
    if (text.includes("src/booking")) {
      await write(
        project,
        "src/booking/book.ts",
        MINE.replace("../generated", "../../generated").replace("export default book", "export { book };"),
      );
    }
    await write(project, BOOK, text);
    const { untouched, created } = await evolved(
      project,
      added("waitlist.join", "scheduling.book"),
      removed("registry.manifest"),
    );
    expect({ untouched, created }).toEqual({ untouched: true, created: ["handlers/waitlist.join.ts"] });
    expect(await table(project)).toContain('from "../handlers/scheduling.book.ts"');
    await rm(join(project.folder, "handlers/registry.manifest.ts"));
    expect(await compiles(project)).toBe("");
  });

  it("a handler split over files, away from its own place, under another name", { timeout: SLOW }, async () => {
    await using project = await temporaryProject([model]);
    await rm(join(project.folder, BOOK));
    await write(
      project,
      "handlers/booking/rules.ts",
      "export const mayBook = (count: number): boolean => count < 3;\n",
    );
    await write(
      project,
      "handlers/booking/entry.ts",
      `import type * as node from "../../generated/servicialo.ts";\nimport { ProtocolError } from "../../generated/servicialo.ts";\nimport { mayBook } from "./rules.ts";\n\nexport const bookASlot: node.Handler<"scheduling.book"> = async () => {\n  throw new ProtocolError("CONFLICT", { detail: String(mayBook(3)) });\n};\n`,
    );
    const { untouched, created } = await evolved(project, added("waitlist.join", "scheduling.book"));
    expect({ untouched, created }).toEqual({ untouched: true, created: ["handlers/waitlist.join.ts"] });
    expect(await table(project)).toContain(
      'import { bookASlot as schedulingBook } from "../handlers/booking/entry.ts";',
    );
    expect(await compiles(project)).toBe("");
  });

  it("gives a new handler the line ends that the others have", async () => {
    await using project = await temporaryProject([model]);
    for (const { id } of model.operations.filter(({ level }) => level === "CORE")) {
      const path = `handlers/${id}.ts`;
      await write(project, path, (await read(project, path)).replaceAll("\n", "\r\n"));
    }
    await evolved(project, added("waitlist.join", "scheduling.book"));
    expect(await read(project, "handlers/waitlist.join.ts")).toMatch(/^(?:[^\n]*\r\n)+$/);
  });

  it("refuses to choose between two exports for one operation, and changes nothing", async () => {
    await using project = await temporaryProject([model]);
    await rm(join(project.folder, BOOK));
    const text =
      'import { notImplemented } from "../generated/servicialo.ts";\nexport const one = notImplemented("scheduling.book");\n';
    await write(project, "handlers/a.ts", text);
    await write(project, "handlers/b.ts", text);
    await expect(updateProject(project.folder, [model])).rejects.toThrow("handlers/a.ts (one), handlers/b.ts (one)");
  });
});

describe("an operation", () => {
  it("renamed with @renamedFrom is still served by its handler, which is told and not touched", {
    timeout: SLOW,
  }, async () => {
    await using project = await temporaryProject([model]);
    await write(project, BOOK, MINE);
    const rename = renamed("scheduling.book", "scheduling.reserve");
    const { plan, untouched, created } = await evolved(project, rename);
    expect({ untouched, created, orphaned: plan.orphaned }).toEqual({ untouched: true, created: [], orphaned: [] });
    expect(plan.renamed).toEqual([{ operation: "scheduling.reserve", former: "scheduling.book", file: BOOK }]);
    expect(await compiles(project)).toBe("");
    const again = await evolved(project, rename, renamed("scheduling.reserve", "sessions.reserve"));
    expect(again.plan.renamed).toEqual([{ operation: "sessions.reserve", former: "scheduling.reserve", file: BOOK }]);
    expect(await typeErrors(project.folder, "typescript")).toBe("");
  });

  it("moved to another area without @renamedFrom is a removed one and a new one", async () => {
    await using project = await temporaryProject([model]);
    await write(project, BOOK, MINE);
    const { plan, untouched, created } = await evolved(project, renamed("scheduling.book", "sessions.book", false));
    expect({ untouched, created }).toEqual({ untouched: true, created: ["handlers/sessions.book.ts"] });
    expect(plan.orphaned).toEqual([{ operation: "scheduling.book", file: BOOK }]);
  });

  it("moved to another area with @renamedFrom keeps its handler", async () => {
    await using project = await temporaryProject([model]);
    const { plan, untouched, created } = await evolved(project, renamed("scheduling.book", "sessions.book"));
    expect({ untouched, created, orphaned: plan.orphaned }).toEqual({ untouched: true, created: [], orphaned: [] });
    expect(await table(project)).toContain('"sessions.book": sessionsBook');
  });

  it("removed leaves its file, and the file is named for as long as it lies there", async () => {
    await using project = await temporaryProject([model]);
    const first = await evolved(project, removed("scheduling.book"));
    const second = await evolved(project, removed("scheduling.book"));
    for (const { plan, untouched } of [first, second]) {
      expect({ untouched, orphaned: plan.orphaned }).toEqual({
        untouched: true,
        orphaned: [{ operation: "scheduling.book", file: BOOK }],
      });
    }
    expect([first.plan.removed, second.plan.removed]).toEqual([["scheduling.book"], []]);
    await rm(join(project.folder, BOOK));
    expect((await evolved(project, removed("scheduling.book"))).plan.orphaned).toEqual([]);
  });

  it("removed and added again is served by the file that waited", { timeout: SLOW }, async () => {
    await using project = await temporaryProject([model]);
    await write(project, BOOK, MINE);
    await evolved(project, removed("scheduling.book"));
    const { plan, untouched, created } = await evolved(project);
    expect({ untouched, created, added: plan.added, orphaned: plan.orphaned }).toEqual({
      untouched: true,
      created: [],
      added: [],
      orphaned: [],
    });
    expect(await compiles(project)).toBe("");
  });
});

describe("an update refuses, and changes nothing", () => {
  async function expectRefusal(
    project: TestProject,
    message: RegExp,
    changes: readonly Evolution[] = [added("waitlist.join", "scheduling.book")],
  ) {
    const before = [await bytesOf(project.folder, "owner"), await bytesOf(project.folder, "tool")];
    await expect(evolved(project, ...changes)).rejects.toThrow(message);
    expect([await bytesOf(project.folder, "owner"), await bytesOf(project.folder, "tool")]).toEqual(before);
  }

  it("when a generated file was edited, and says which", async () => {
    await using project = await temporaryProject([model]);
    const doctored = `${await table(project)}\n// my own idea\n`;
    await write(project, "generated/handler-table.ts", doctored);
    await expectRefusal(project, /generated\/handler-table\.ts was edited.*--force/s);
    await expectRefusal(project, /generated\/handler-table\.ts was edited/, []);
  });

  it("until it is forced, and then overwrites generated files only", async () => {
    await using project = await temporaryProject([model]);
    await write(project, BOOK, MINE);
    const original = await table(project);
    await write(project, "generated/handler-table.ts", "// gone\n");
    const before = await bytesOf(project.folder, "owner");
    const plan = await updateProject(project.folder, [model], { force: true });
    expect(plan.overwritten).toEqual(["handler-table.ts"]);
    expect(await table(project)).toBe(original);
    expect(await bytesOf(project.folder, "owner")).toEqual(before);
  });

  it.each([
    ["a handler", BOOK],
    ["another file of the owner's", "src/context.ts"],
    ["a test of the owner's", "test/certification.test.ts"],
  ])("when %s does not parse, and says where", async (_whose, path) => {
    await using project = await temporaryProject([model]);
    await write(project, path, "const fine = 1;\nexport default async ( => {\n");
    await expectRefusal(project, new RegExp(`${path}:2 `));
  });

  it("when the manifest is damaged, missing, or leads out of the project", async () => {
    await using project = await temporaryProject([model]);
    const manifest = await read(project, "generated/manifest.json");
    await write(project, "generated/manifest.json", "{ oops");
    await expectRefusal(project, /damaged/);
    await rm(join(project.folder, "generated/manifest.json"));
    await expectRefusal(project, /servicialo-gen init/);
    const stranger = join(dirname(project.folder), "stranger.ts");
    await writeFile(stranger, "mine\n");
    await write(
      project,
      "generated/manifest.json",
      manifest.replace('"files": {', `"files": { "../../stranger.ts": "x",`),
    );
    await updateProject(project.folder, [model], { force: true });
    expect(await readFile(stranger, "utf8")).toBe("mine\n");
  });

  it("when the specification has no such version any more", async () => {
    await using project = await temporaryProject([model]);
    await expectRefusal(project, /no protocol version.*--protocol with one of 9\.9/s, [
      (state) => ({ ...state, version: "9.9" }),
    ]);
    const plan = await updateProject(project.folder, [{ ...model, version: "9.9" }], { protocol: "9.9" });
    expect(plan.settings.protocol).toBe("9.9");
  });
});

describe("the folder generated/", () => {
  it("is not taken for edited when a checkout gave it other line ends", async () => {
    await using project = await temporaryProject([model]);
    await write(project, "generated/types.ts", (await read(project, "generated/types.ts")).replaceAll("\n", "\r\n"));
    const { plan } = await evolved(project, removed("scheduling.book"));
    expect(plan.overwritten).toEqual([]);
    expect(await read(project, "generated/types.ts")).not.toContain("BookSession");
  });

  it("gets back what somebody deleted, and keeps what somebody else put there", async () => {
    await using project = await temporaryProject([model]);
    await rename(join(project.folder, "generated/answers.ts"), join(project.folder, "generated/mine.ts"));
    const { plan } = await evolved(project);
    expect(plan.foreign).toEqual(["mine.ts"]);
    expect(await read(project, "generated/answers.ts")).toBe(await read(project, "generated/mine.ts"));
  });

  it("loses what the project has no use for any more", async () => {
    await using project = await temporaryProject([model], { channels: ["http", "mcp"] });
    await updateProject(project.folder, [model], { channels: ["http"] });
    const left = [...(await bytesOf(project.folder, "tool")).keys()];
    expect(left.filter((path) => path.includes("mcp"))).toEqual([]);
  });
});
