import { writeFileSync } from "node:fs";

/** Loaded before whatever is measured: tells what processor time the process took by itself. */
const place = process.env["BENCH_USAGE"];
if (place !== undefined) {
  process.on("exit", () => {
    const { userCPUTime, systemCPUTime } = process.resourceUsage();
    writeFileSync(place, JSON.stringify({ processor: (userCPUTime + systemCPUTime) / 1e6 }));
  });
}
