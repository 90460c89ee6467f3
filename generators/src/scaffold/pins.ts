/** Packages that a skeleton needs to run, exactly pinned. A test holds them to the versions of this workspace. */
export const DEPENDENCIES = {
  "@fastify/rate-limit": "11.2.0",
  ajv: "8.20.0",
  fastify: "5.12.8",
  typebox: "1.4.3",
} as const;

/** What its MCP door needs besides. */
export const MCP_DEPENDENCIES = { "@modelcontextprotocol/server": "2.4.0" } as const;

/** Packages that a skeleton is developed with. */
export const DEV_DEPENDENCIES = {
  "@types/node": "24.19.2",
  typescript: "7.0.2",
  vitest: "5.1.1",
} as const;
