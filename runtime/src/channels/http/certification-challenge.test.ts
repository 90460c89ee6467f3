import Fastify from "fastify";
import { describe, expect, it } from "vitest";
import { readConfig } from "../../config.ts";
import { certificationChallenge } from "./certification-challenge.ts";

const TOKEN = "t".repeat(43);
const CHALLENGE = `${TOKEN}.${"k".repeat(43)}`;

describe("the challenge of a certifier", () => {
  it("is answered at the path that its token names, and nowhere else", async () => {
    const app = Fastify();
    await app.register((door) => certificationChallenge(door, [CHALLENGE]));
    const answer = await app.inject({ url: `/.well-known/servicialo-certify/${TOKEN}` });
    expect([answer.statusCode, answer.headers["content-type"], answer.body]).toEqual([
      200,
      "text/plain; charset=utf-8",
      `${CHALLENGE}\n`,
    ]);
    expect((await app.inject({ url: `/.well-known/servicialo-certify/${"u".repeat(43)}` })).statusCode).toBe(404);
  });

  it("comes from the environment, and has to look like one", () => {
    const given = { database: "clinic.db" };
    const config = readConfig({ SERVICIALO_CERTIFICATION_CHALLENGES: CHALLENGE }, given);
    expect(config.certificationChallenges).toEqual([CHALLENGE]);
    expect(readConfig({}, given).certificationChallenges).toEqual([]);
    expect(() => readConfig({ SERVICIALO_CERTIFICATION_CHALLENGES: "yes" }, given)).toThrow(
      "SERVICIALO_CERTIFICATION_CHALLENGES",
    );
  });
});
