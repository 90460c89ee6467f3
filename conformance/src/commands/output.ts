import { readFileSync, writeFileSync } from "node:fs";
import { UsageError } from "../read-settings.ts";

/** @throws UsageError when the file cannot be written */
export function writeOutput(path: string, content: string, mode?: number): void {
  try {
    writeFileSync(path, content, mode === undefined ? {} : { mode, flag: "wx" });
  } catch (error) {
    throw new UsageError(`${path} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** @throws UsageError when the file cannot be read */
export function readInput(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    throw new UsageError(`${path} cannot be read`);
  }
}
