import { writeFileSync } from "node:fs";
import { demoStore } from "./demo.ts";
import { buildServer } from "./server.ts";

const { store, slug, credentials } = demoStore();
const server = await buildServer(store);
store.publicUrl = await server.listen({
  host: process.env["HOST"] ?? "127.0.0.1",
  port: Number(process.env["PORT"] ?? 3000),
});
// What the certification suite takes with --credentials.
const { KEYS } = process.env;
if (KEYS !== undefined) writeFileSync(KEYS, JSON.stringify({ organization: slug, credentials }, null, 2));
console.log(
  `The node listens on ${store.publicUrl}. Its organization is ${slug}; the demo keys are new at every start:`,
);
for (const [party, { token, id }] of Object.entries(credentials)) console.log(`  ${party.padEnd(22)} ${token}  ${id}`);

for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void server.close());
