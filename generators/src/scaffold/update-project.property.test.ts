import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { OperationNode, ProtocolModel } from "../ir/model.ts";
import { narrowModel } from "./narrow-model.ts";
import { modelOf } from "./plan-update.ts";
import { ProjectError } from "./project-settings.ts";
import { added, removed, renamed, reworded } from "./testing/evolve.ts";
import { bytesOf, protocolModels, temporaryProject } from "./testing/project.ts";
import { updateProject } from "./update-project.ts";

const SEQUENCES = 220;
const MODULE = "servicialo.ts";

/** Ids that operations of a sequence can have: few, so that they meet again. */
const IDS = [
  "scheduling.book",
  "service.get",
  "payments.create_sale",
  "sessions.book",
  "sessions.reserve",
  "orders.open",
] as const;
const START = IDS.slice(0, 3);

type Step =
  | { readonly kind: "add" | "remove" | "reword"; readonly id: string }
  | { readonly kind: "rename" | "move"; readonly id: string; readonly to: string }
  | { readonly kind: "edit"; readonly id: string; readonly edit: Edit }
  | { readonly kind: "deface"; readonly file: string; readonly force: boolean }
  | { readonly kind: "break" | "relocate"; readonly id: string };

/** What an owner does to the file of a handler. Every result parses; not every one type-checks. */
type Edit = (text: string, id: string) => string;

const noise = fc
  .string({ unit: "grapheme", maxLength: 20 })
  .map((text) => text.replaceAll(/\*\/|[\r\n\u2028\u2029`$\\]/g, ""));

const edit: fc.Arbitrary<Edit> = fc.oneof(
  noise.map(
    (words): Edit =>
      (text) =>
        `/* ${words} */\n${text}\n// ${words}`,
  ),
  fc.constant<Edit>((text) => text.replaceAll(/\r?\n/g, "\r\n")),
  fc.constant<Edit>((text) => text.replaceAll("\r\n", "\n")),
  fc.constant<Edit>((text) =>
    text
      .split("\n")
      .reverse()
      .filter((line) => !/[{}*/`]/.test(line))
      .join("\n"),
  ),
  fc.constant<Edit>((text) => text.replaceAll(/\bhandler\b/g, "mine")),
  fc.constant<Edit>(
    (_text, id) =>
      `import { notImplemented as later } from "../generated/${MODULE}";\nexport default later("${id}");\n`,
  ),
  fc.constant<Edit>(
    (_text, id) =>
      `import type { Handler as H } from '../generated/${MODULE}'\nexport const named: H<'${id}'> = async () => { throw 1 }\n`,
  ),
  fc.constant<Edit>(() => "export default async function mine() {\n\treturn {} as never;\n}"),
  fc.constant<Edit>(() => ""),
  noise.map(
    (words): Edit =>
      (text) =>
        `const words = \`${words}\`;\n${text}`,
  ),
);

const id = fc.constantFrom(...IDS);
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant("add"), id }), weight: 4 },
  fc.record({ kind: fc.constantFrom("remove", "reword"), id }),
  { arbitrary: fc.record({ kind: fc.constantFrom("rename", "move"), id, to: id }), weight: 2 },
  { arbitrary: fc.record({ kind: fc.constant("relocate"), id }), weight: 1 },
  { arbitrary: fc.record({ kind: fc.constant("edit"), id, edit }), weight: 3 },
  fc.record({
    kind: fc.constant("deface"),
    file: fc.constantFrom("handler-table.ts", "types.ts", "http-door.ts"),
    force: fc.boolean(),
  }),
  fc.record({ kind: fc.constant("break"), id }),
) as fc.Arbitrary<Step>;

let base: ProtocolModel;
/** What new operations are made after. */
let pattern: OperationNode;

beforeAll(async () => {
  const full = modelOf(await protocolModels(), undefined);
  const core = narrowModel(full, { protocol: full.version, level: "core", channels: ["http"], with: [] });
  const operations = core.operations.filter((one) => (START as readonly string[]).includes(one.id));
  base = { ...core, machines: [], evidenceKinds: [], operations };
  pattern = operations.find((one) => one.id === "service.get") ?? expect.fail("The protocol has no service.get.");
}, 60_000);

/** The protocol after a step; a step that makes no sense leaves it as it is. */
function evolve(model: ProtocolModel, now: Step): ProtocolModel {
  const ids = new Set(model.operations.map((one) => one.id));
  switch (now.kind) {
    case "add":
      return ids.has(now.id) ? model : added(now.id, pattern)(model);
    case "remove":
      return ids.has(now.id) ? removed(now.id)(model) : model;
    case "reword":
      return ids.has(now.id) ? reworded(now.id, "Other words.")(model) : model;
    case "rename":
    case "move":
      return ids.has(now.id) && !ids.has(now.to) ? renamed(now.id, now.to, now.kind === "rename")(model) : model;
    default:
      return model;
  }
}

/** Everything that the tool must not touch, and everything that is the tool's. */
async function snapshot(folder: string) {
  return { owner: await bytesOf(folder, "owner"), tool: await bytesOf(folder, "tool") };
}

/** An update that succeeds: no byte of the owner's changed, one new file for each operation that had none. */
async function expectUpdated(folder: string, model: ProtocolModel, force = false): Promise<number> {
  const before = await snapshot(folder);
  const plan = await updateProject(folder, [model], { force });
  const after = await bytesOf(folder, "owner");
  for (const [path, bytes] of before.owner) expect(after.get(path), path).toBe(bytes);
  const created = [...after.keys()].filter((path) => !before.owner.has(path));
  expect(created).toEqual(plan.added.map(({ file }) => file).sort());
  const table = await readFile(join(folder, "generated/handler-table.ts"), "utf8");
  const rows = [...table.matchAll(/^ {2}"([^"]+)": \w+,$/gm)].map(([, operation]) => operation);
  expect(rows).toEqual(model.operations.map((one) => one.id).sort());
  for (const [, path] of table.matchAll(/from "\.\.\/(handlers\/[^"]+)";/g))
    expect(after.has(path ?? ""), path).toBe(true);
  return created.length;
}

/** An update that is refused: not one byte changed, the owner's or the tool's. */
async function expectRefused(folder: string, model: ProtocolModel, message: RegExp): Promise<void> {
  const before = await snapshot(folder);
  const refusal: unknown = await updateProject(folder, [model]).catch((error) => error);
  expect(refusal).toBeInstanceOf(ProjectError);
  expect(String(refusal)).toMatch(message);
  expect(await snapshot(folder)).toEqual(before);
}

async function write(folder: string, path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), text);
}

/** One step of the owner or of the protocol, and an update after it. Gives how many files the update made. */
async function take(folder: string, model: ProtocolModel, now: Step): Promise<number> {
  if (now.kind === "edit") {
    const path = `handlers/${now.id}.ts`;
    const text = await readFile(join(folder, path), "utf8").catch(() => null);
    if (text !== null) await write(folder, path, now.edit(text, now.id));
  }
  if (now.kind === "relocate") {
    const path = `handlers/${now.id}.ts`;
    const text = await readFile(join(folder, path), "utf8").catch(() => null);
    if (text !== null) await write(folder, `handlers/deep/down/${now.id.replace(".", "/")}.ts`, text);
    await rm(join(folder, path), { force: true });
  }
  if (now.kind === "break") {
    const path = `handlers/${now.id}.ts`;
    const text = await readFile(join(folder, path), "utf8").catch(() => null);
    await write(folder, path, `${text ?? ""}\nexport const broken = ( => ;\n`);
    await expectRefused(folder, model, /does not parse/);
    if (text === null) await rm(join(folder, path));
    else await write(folder, path, text);
  }
  if (now.kind === "deface") {
    const path = `generated/${now.file}`;
    const text = await readFile(join(folder, path), "utf8");
    await write(folder, path, `${text}// my own idea\n`);
    await expectRefused(folder, model, new RegExp(`${path} was edited`));
    if (now.force) return expectUpdated(folder, model, true);
    await write(folder, path, text);
  }
  return expectUpdated(folder, model);
}

describe("an update", () => {
  it(`changes no byte of the owner's over ${SEQUENCES} random sequences of edits and evolutions`, {
    timeout: 300_000,
  }, async () => {
    const seen = { sequences: 0, updates: 0, created: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 7 }), async (steps) => {
        await using project = await temporaryProject([base]);
        let model = base;
        for (const now of steps) {
          model = evolve(model, now);
          seen.created += await take(project.folder, model, now);
          seen.updates += 1;
        }
        seen.sequences += 1;
      }),
      { numRuns: SEQUENCES },
    );
    expect(seen.sequences).toBeGreaterThanOrEqual(SEQUENCES);
    // The sequences are no empty ones: protocols grew, and files were made for that.
    expect(seen.updates).toBeGreaterThan(SEQUENCES * 2);
    expect(seen.created).toBeGreaterThan(SEQUENCES / 4);
  });
});
