import type { FastifyInstance } from "fastify";

/** A challenge as a certifier hands it out: a token that names its path, and the key that asked for it. */
export const CHALLENGE = /^([\w-]{43})\.[\w-]{43}$/;

/**
 * Shows certifiers that whoever operates this node takes part: `/.well-known/servicialo-certify/<token>` answers the
 * challenge that the operator put into the configuration, and nothing else.
 */
export async function certificationChallenge(app: FastifyInstance, challenges: readonly string[]): Promise<void> {
  const byToken = new Map(challenges.map((challenge) => [challenge.split(".")[0], challenge]));
  for (const [token, challenge] of byToken) {
    app.get(`/.well-known/servicialo-certify/${token}`, async (_request, reply) =>
      reply
        .header("content-type", "text/plain; charset=utf-8")
        .header("cache-control", "no-store")
        .send(`${challenge}\n`),
    );
  }
}
