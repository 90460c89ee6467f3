import type { ChildProcess } from "node:child_process";

/** Stops a process that was started here when this one exits, however it does but for `kill -9`. */
export function endWithUs(child: ChildProcess): void {
  const stop = () => void child.kill("SIGTERM");
  process.once("exit", stop);
  child.once("exit", () => process.off("exit", stop));
}
