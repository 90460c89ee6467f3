import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { CLI, temporaryWorkspace, type Workspace } from "../testing/workspace.ts";

vi.setConfig({ testTimeout: 60_000 });

/** A running `watch`, whose output can be waited for. */
class Watch implements AsyncDisposable {
  readonly #child: ChildProcess;
  #unread = "";
  #wake = () => {};

  constructor(workspace: Workspace, environment: Record<string, string> = { NO_COLOR: "1" }) {
    const { FORCE_COLOR: _, NO_COLOR: __, ...inherited } = process.env;
    const args = [CLI, "watch", "--spec", workspace.spec, "--out", workspace.out];
    this.#child = spawn(process.execPath, args, { env: { ...inherited, ...environment } });
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text: string) => {
        this.#unread += text;
        this.#wake();
      });
    }
    this.#child.on("exit", () => this.#wake());
  }

  /** Everything printed up to and with the first match; fails when the process ends before. */
  async until(expected: RegExp): Promise<string> {
    for (;;) {
      const match = expected.exec(this.#unread);
      if (match) {
        const end = match.index + match[0].length;
        const text = this.#unread.slice(0, end);
        this.#unread = this.#unread.slice(end);
        return text;
      }
      if (this.#child.exitCode !== null) throw new Error(`It ended before ${expected}:\n${this.#unread}`);
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    }
  }

  async interrupt(): Promise<number | null> {
    const ended = new Promise<number | null>((resolve) => this.#child.once("exit", resolve));
    this.#child.kill("SIGINT");
    return ended;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const ended = new Promise((resolve) => this.#child.once("exit", resolve));
      this.#child.kill("SIGKILL");
      await ended;
    }
  }
}

const SUMMARY = /Protocol .* s\.\n/;

describe("servicialo-gen watch", () => {
  it("generates at once, again after each save, and ends with Ctrl-C", async () => {
    await using workspace = await temporaryWorkspace();
    await using watch = new Watch(workspace);
    expect(await watch.until(SUMMARY)).toMatch(/Watching .*written .*0 removed, 0 unchanged/s);
    await workspace.changeSpec((text) => text.replace("/** See visits. */", "/** See all visits. */"));
    const second = await watch.until(SUMMARY);
    expect(second).toContain(join("scopes", "0.1.json"));
    expect(second).not.toContain("handlers.ts");
    expect(await readFile(join(workspace.out, "scopes/0.1.json"), "utf8")).toContain("See all visits.");
    expect(await watch.interrupt()).toBe(0);
    await watch.until(/Watching ended\./);
  });

  it("survives an error, shows it where it stands, and goes on once it is mended", async () => {
    await using workspace = await temporaryWorkspace();
    await using watch = new Watch(workspace);
    await watch.until(SUMMARY);
    const before = await readFile(join(workspace.out, "generated.json"), "utf8");
    await workspace.changeSpec((text) =>
      text.replace('operations: #["visits.close"]', 'operations: #["visits.clsoe"]'),
    );
    const lines = (await readFile(workspace.spec, "utf8")).split("\n");
    const line = lines.findIndex((text) => text.includes("visits.clsoe")) + 1;
    const problem = await watch.until(/Nothing was written\. Waiting for the next save\.\n/);
    expect(problem).toMatch(new RegExp(`clinic\\.tsp:${line}:\\d+ - error`));
    expect(problem).toContain('operations: #["visits.clsoe"]');
    expect(problem).toContain("Mend the name or add the operation.");
    expect(await readFile(join(workspace.out, "generated.json"), "utf8")).toBe(before);
    await workspace.changeSpec((text) => text.replace("visits.clsoe", "visits.close"));
    expect(await watch.until(SUMMARY)).toContain("0 written, 0 removed");
  });

  it("survives a file that does not parse, and notices files in new folders", async () => {
    await using workspace = await temporaryWorkspace();
    await using watch = new Watch(workspace);
    await watch.until(SUMMARY);
    await workspace.changeSpec((text) => text.replace("model Paper {", "model Paper"));
    await watch.until(/Nothing was written/);
    await mkdir(join(workspace.folder, "more"));
    await writeFile(
      join(workspace.folder, "more/pens.tsp"),
      "namespace Servicialo;\n\n/** To write with. */\nmodel Pen {\n  ink: string;\n}\n",
    );
    await workspace.changeSpec((text) => `import "./more/pens.tsp";\n${text.replace("model Paper", "model Paper {")}`);
    expect(await watch.until(SUMMARY)).toContain("pen.schema.json");
    await writeFile(
      join(workspace.folder, "more/pens.tsp"),
      "namespace Servicialo;\n\n/** To draw with. */\nmodel Pen {\n  ink: string;\n}\n",
    );
    await watch.until(SUMMARY);
    expect(await readFile(join(workspace.out, "json-schema/0.1/pen.schema.json"), "utf8")).toContain("To draw with.");
  });

  it("colours diagnostics where it is wanted", async () => {
    await using workspace = await temporaryWorkspace();
    await workspace.changeSpec((text) => text.replace('"visit:read"', '"visit.read"'));
    await using watch = new Watch(workspace, { FORCE_COLOR: "1" });
    expect(await watch.until(/Waiting for the next save/)).toContain("\u001b[31merror\u001b[39m");
  });

  it("says that changed decorators need a new start", async () => {
    await using workspace = await temporaryWorkspace();
    await using watch = new Watch(workspace);
    await watch.until(SUMMARY);
    await writeFile(join(workspace.folder, "words.ts"), "export const words = [];\n");
    expect(await watch.until(SUMMARY)).toContain(
      "words.ts changed, which is code. Mend: end watch and start it again.",
    );
  });
});
