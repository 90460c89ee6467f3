import { execFile } from "node:child_process";
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileSpecification, protocolEntryPoint } from "../compile.ts";
import { compileFiles, VOCABULARY } from "../diff/fixtures/compile-fixtures.ts";
import { rules } from "../diff/rules/index.ts";
import { diffSpecifications } from "../diff/specification-diff.ts";
import { buildModels } from "../ir/build-model.ts";
import { adaptationTo } from "../rfc/adaptations.ts";
import { impactReport } from "../rfc/report.ts";
import { findRfc, startRfc } from "../rfc/rfc-folder.ts";
import { CLI, FIXTURE } from "../testing/workspace.ts";

const run = promisify(execFile);
const REPOSITORY = dirname(dirname(protocolEntryPoint()));
const VOCABULARY_FOLDER = dirname(VOCABULARY);

interface Result {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

let folder: string;

/** A repository with the fixture as its specification, at two revisions. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "servicialo-diff-test-"));
  const spec = join(folder, "spec");
  const text = (await readFile(FIXTURE, "utf8")).replace("../../../spec/vocabulary/main.tsp", "./vocabulary/main.tsp");
  await cp(VOCABULARY_FOLDER, join(spec, "vocabulary"), { recursive: true });
  await cp(join(dirname(VOCABULARY_FOLDER), "package.json"), join(spec, "package.json"));
  await writeFile(join(spec, "main.tsp"), text);
  const git = (...args: string[]) =>
    run("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], { cwd: folder });
  await git("init", "--quiet", "--initial-branch=main");
  await git("add", ".");
  await git("commit", "--quiet", "--message", "First");
  await symlink(join(dirname(protocolEntryPoint()), "node_modules"), join(spec, "node_modules"));
  await writeFile(
    join(spec, "main.tsp"),
    text.replace("  pages?: int32;", "  pages: int32;").replace("/** See visits. */", "/** See all visits. */"),
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function servicialo(...args: string[]): Promise<Result> {
  const { FORCE_COLOR: _, ...env } = process.env;
  return run(process.execPath, [CLI, ...args], { cwd: folder, env: { ...env, NO_COLOR: "1" } }).then(
    ({ stdout, stderr }) => ({ code: 0, out: stdout, err: stderr }),
    (error: { code: number; stdout: string; stderr: string }) => ({
      code: error.code,
      out: error.stdout,
      err: error.stderr,
    }),
  );
}

describe("servicialo-gen diff", () => {
  it("compares a revision with a folder, points at lines, and fails with 1 on a break that is not approved", async () => {
    const { code, out, err } = await servicialo("diff", "main:spec", "spec");
    expect(code).toBe(1);
    expect(out).toMatch(
      /^breaking became-required: property Paper\.pages \(request\)\n {2}main\.tsp:\d+, hits clients, agents\n/,
    );
    expect(out).toContain("editorial doc-changed: scope visit:read");
    expect(out).toContain("1 breaking, 0 potentially breaking, 1 compatible, 1 editorial. Asks for a major version.");
    expect(err).toMatch(/^1 finding is breaking and not approved\.\nMend: /);
    expect((await run("git", ["status", "--porcelain"], { cwd: folder })).stdout).toBe(
      " M spec/main.tsp\n?? spec/node_modules\n",
    );
  });

  it("prints JSON that says all of it", async () => {
    const { out } = await servicialo("diff", "main:spec", "spec", "--format", "json");
    const [finding] = JSON.parse(out).comparisons[0].findings;
    expect(finding).toMatchObject({
      rule: "became-required",
      verdict: "breaking",
      at: { side: "head", file: "main.tsp" },
      approvedBy: null,
    });
    for (const member of ["hits", "subject", "affects", "en", "es"]) expect(finding).toHaveProperty(member);
  });

  it.each([
    [["diff", "9.9", "spec"], /There is no version 9\.9\. Name one of/],
    [["diff", "nowhere", "spec"], /neither a version, nor a folder, nor a revision/],
    [["diff", "main:nowhere", "spec"], /git cannot read main:nowhere/],
    [["diff", "spec"], /missing required argument/],
    [["diff", "spec", "spec", "--format", "xml"], /Allowed choices/],
  ])("refuses %j with 2, and says how to mend it", async (args, mend) => {
    const { code, err } = await servicialo(...args);
    expect(code).toBe(2);
    expect(err).toMatch(mend);
    expect(err).not.toMatch(/^\s+at .+:\d+:\d+\)?$/m);
  });
});

describe("servicialo-gen rfc", () => {
  it("numbers RFCs on, and reports in both languages beside the proposal", async () => {
    expect(await servicialo("rfc", "new", "Más páginas")).toMatchObject({
      code: 0,
      out: expect.stringContaining("rfcs/0001-mas-paginas"),
    });
    const second = await startRfc({
      title: "Longer papers",
      below: join(folder, "rfcs"),
      base: "main:spec",
      head: "spec",
    });
    expect(second).toBe(join(folder, "rfcs/0002-longer-papers"));
    expect(await servicialo("rfc", "report", "2")).toMatchObject({ code: 0, err: "" });
    expect((await readdir(second)).sort()).toEqual(["README.md", "report.en.md", "report.es.md"]);
    expect(await readFile(join(second, "report.en.md"), "utf8")).toMatch(
      /RFC 0002: Longer papers — impact report\n[\s\S]*\*\*breaking\*\*[\s\S]*\*\*major/,
    );
    expect(await readFile(join(second, "report.es.md"), "utf8")).toMatch(
      /informe de impacto\n[\s\S]*\*\*rompe\*\*[\s\S]*propiedad Paper\.pages/,
    );
  });

  it("refuses a number that nobody took, a title without letters and a status that is none", async () => {
    await expect(findRfc("77", join(folder, "rfcs"))).rejects.toThrow(/There is no RFC 77/);
    await expect(startRfc({ title: "…", below: folder, base: "a", head: "b" })).rejects.toThrow(/cannot name a folder/);
    const made = await startRfc({ title: "Odd", below: join(folder, "odd"), base: "a", head: "b" });
    await writeFile(
      join(made, "README.md"),
      (await readFile(join(made, "README.md"), "utf8")).replace("status: draft", "status: maybe"),
    );
    await expect(findRfc(made, folder)).rejects.toThrow(/Its status is maybe\. Write one of draft/);
  });

  it("knows what implementers and agents do about every rule", () => {
    for (const { id, hits, verdict } of rules) {
      const flows =
        !Array.isArray(hits) ||
        typeof verdict === "object" ||
        /^(?:type|pattern|format|default|sensitivity|parameter)-/.test(id);
      for (const direction of flows ? (["request", "response"] as const) : [null]) {
        if (verdict === "editorial") continue;
        for (const reader of ["implementers", "agents"] as const)
          expect(adaptationTo({ rule: id, direction }, reader).es, id).toMatch(/\.$/);
      }
    }
  });
});

describe("the example RFC", () => {
  it("is reported as the specification now stands, every break of it approved", async () => {
    const models = buildModels((await compileSpecification(protocolEntryPoint())).program);
    const rfc = await findRfc(join(REPOSITORY, "examples/rfc-0001"), REPOSITORY);
    const named = (version: string) => ({
      label: version,
      models: models.filter((model) => model.version === version),
      chosen: true,
    });
    const diff = diffSpecifications(named(rfc.base), named(rfc.head), "2026-11-30");
    expect(diff.approvalProblems).toEqual([]);
    expect(
      diff.comparisons[0]?.findings.filter(({ verdict, approvedBy }) => verdict === "breaking" && approvedBy === null),
    ).toEqual([]);
    const [head] = named(rfc.head).models;
    if (!head) throw new Error(`There is no version ${rfc.head}.`);
    const withoutLines = (text: string) => text.replaceAll(/(\.tsp):\d+/g, "$1");
    for (const language of ["en", "es"] as const) {
      const committed = await readFile(join(rfc.folder, `report.${language}.md`), "utf8");
      expect(withoutLines(impactReport({ rfc, diff, head }, language))).toBe(withoutLines(committed));
    }
  });
});

describe("a version that is added", () => {
  const text = readFile(FIXTURE, "utf8").then((source) =>
    source.replace("../../../spec/vocabulary/main.tsp", VOCABULARY),
  );

  it("holds what was added with it, which the older one does not show", async () => {
    const source = (await text)
      .replace('v0_1: "0.1",', 'v0_1: "0.1", v0_2: "0.2",')
      .replace("  pages?: int32;", "  pages?: int32;\n  @TypeSpec.Versioning.added(Versions.v0_2) colour?: string;")
      .replace(
        'test: "pos: it answers",',
        'test: "pos: it answers", revised: #[#{ version: "0.2", level: Level.FULL }],',
      );
    const newest = await compileFiles({ "main.tsp": source });
    expect(newest.version).toBe("0.2");
    expect(newest.requirements.find(({ id }) => id === "SVC-ALL-001")?.level).toBe("FULL");
    const paper = newest.definitions.find(({ name }) => name === "Paper")?.schema;
    expect(paper?.kind === "object" && paper.properties.map(({ name }) => name)).toEqual(["pages", "colour"]);
  });

  it("must exist where a requirement names it", async () => {
    const source = (await text).replace(
      'test: "pos: it answers",',
      'test: "pos: it answers", revised: #[#{ version: "0.7" }],',
    );
    await expect(compileFiles({ "main.tsp": source })).rejects.toThrow(
      /main\.tsp:\d+ - error: There is no version 0\.7\. Name one of 0\.1\./,
    );
  });
});
