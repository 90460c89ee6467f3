/** What of the chain runs comes from the bench: the document, the folder, and which of the outputs. */
const { PEER_OPENAPI: input, PEER_OUT: out } = process.env;

const outputs = {
  zod: { client: "zod", mode: "single", target: `${out}/zod/index.ts` },
  mcp: { client: "mcp", mode: "single", target: `${out}/mcp/index.ts` },
  server: { client: "hono", mode: "single", target: `${out}/server/index.ts` },
};

export default Object.fromEntries(Object.entries(outputs).map(([name, output]) => [name, { input, output }]));
