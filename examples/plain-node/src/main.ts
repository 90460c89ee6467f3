import { writeFileSync } from "node:fs";
import type { AddressInfo } from "node:net";
import { parseArgs } from "node:util";
import { Clock } from "./clock.ts";
import { plantDemo } from "./demo.ts";
import { plainNode } from "./server.ts";
import { Store } from "./store.ts";

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "3000" },
    journal: { type: "string" },
    keys: { type: "string" },
  },
});

const store = new Store(values.journal ?? null);
const clock = new Clock();
if (store.table("organizations").size === 0) {
  const demo = plantDemo(store, clock.now());
  if (values.keys === undefined) console.log(JSON.stringify(demo, null, 2));
  else writeFileSync(values.keys, `${JSON.stringify(demo, null, 2)}\n`, { mode: 0o600 });
}
const server = plainNode({ store, clock });
server.listen(Number(values.port), "127.0.0.1", () => {
  console.log(`The node listens on http://127.0.0.1:${(server.address() as AddressInfo).port}/servicialo/v1`);
});
for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => server.close());
