import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ProtocolModel } from "../ir/model.ts";
import type { GeneratedFile } from "../printers/generated-file.ts";
import { temporaryWorkspace, type Workspace } from "../testing/workspace.ts";

/** The printed TypeScript modules of one version on disk, so that Node loads them as it does for a user. */
export class ArtefactFolder implements AsyncDisposable {
  readonly #workspace: Workspace;

  private constructor(workspace: Workspace) {
    this.#workspace = workspace;
  }

  static async of(model: ProtocolModel, files: readonly GeneratedFile[]): Promise<ArtefactFolder> {
    const workspace = await temporaryWorkspace();
    const folder = new ArtefactFolder(workspace);
    await mkdir(workspace.out, { recursive: true });
    const prefix = `typescript/${model.version}/`;
    for (const { path, content } of files) {
      if (path.startsWith(prefix)) await writeFile(join(workspace.out, path.slice(prefix.length)), content);
    }
    return folder;
  }

  /** What a module exports, e.g. `zod`. */
  module(name: string): Promise<Record<string, unknown>> {
    return import(/* @vite-ignore */ pathToFileURL(join(this.#workspace.out, `${name}.ts`)).href);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#workspace[Symbol.asyncDispose]();
  }
}
