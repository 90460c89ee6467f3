import { type FSWatcher, watch } from "node:fs";
import { relative, resolve, sep } from "node:path";

/** Editors save in several steps; this long nothing more must happen. */
const QUIET_MS = 60;

const SOURCE = /\.(?:tsp|ts|js)$/;

type Run = (changed: readonly string[]) => Promise<void>;

export interface Watcher {
  /** Ends it once a run that is under way is through. */
  close(): void;
  readonly closed: Promise<void>;
}

/**
 * Runs at once, and again after each save of a source file below a folder; saves during a run lead to one more.
 * @param place a folder, and one in it that is of no interest
 * @param run gets the paths of what was saved, relative to the folder, and must not throw
 */
export function watchSaves(place: { readonly folder: string; readonly except: string }, run: Run): Watcher {
  return new SaveWatcher(place, run);
}

class SaveWatcher implements Watcher {
  readonly closed: Promise<void>;
  readonly #run: Run;
  readonly #files: FSWatcher;
  readonly #changed = new Set<string>();
  #finish = () => {};
  #pause: NodeJS.Timeout | undefined;
  #isRunning = false;
  #isClosed = false;

  constructor({ folder, except }: { readonly folder: string; readonly except: string }, run: Run) {
    this.#run = run;
    this.closed = new Promise((done) => {
      this.#finish = done;
    });
    this.#files = watch(folder, { recursive: true }, (_, path) => {
      if (path !== null && isSource(folder, except, path)) this.#note(path);
    });
    void this.#runNow();
  }

  close(): void {
    this.#isClosed = true;
    clearTimeout(this.#pause);
    this.#files.close();
    if (!this.#isRunning) this.#finish();
  }

  #note(path: string): void {
    this.#changed.add(path);
    clearTimeout(this.#pause);
    if (!this.#isClosed) this.#pause = setTimeout(() => void this.#runNow(), QUIET_MS);
  }

  async #runNow(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    do {
      const changed = [...this.#changed].sort();
      this.#changed.clear();
      await this.#run(changed);
    } while (this.#changed.size > 0 && !this.#isClosed);
    this.#isRunning = false;
    if (this.#isClosed) this.#finish();
  }
}

function isSource(folder: string, except: string, path: string): boolean {
  const parts = path.split(sep);
  if (!SOURCE.test(path) || parts.includes("node_modules") || parts.some((part) => part.startsWith("."))) return false;
  return relative(except, resolve(folder, path)).startsWith("..");
}
