import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, expect, it } from "vitest";
import { certify } from "../generated/certify.ts";
import { demoStore } from "../src/demo.ts";
import { buildServer } from "../src/server.ts";

const demo = demoStore();
let server: FastifyInstance;

beforeAll(async () => {
  server = await buildServer(demo.store);
  demo.store.publicUrl = await server.listen({ host: "127.0.0.1", port: 0 });
});

afterAll(() => server.close());

it("meets every requirement of CORE", { timeout: 300_000 }, async () => {
  const { progress, met, total, failed, notVerified } = await certify({
    url: demo.store.publicUrl,
    level: "core",
    organization: demo.slug,
    credentials: demo.credentials,
  });
  console.log(progress);
  expect({ failed, notVerified }).toEqual({ failed: [], notVerified: [] });
  expect(met).toBe(total);
});

it.each([
  ["longer than any name", `/servicialo/v1/registry/organizations/${"x".repeat(600)}`, 404],
  ["broken", "/servicialo/v1/registry/organizations/%E0%A4%A", 400],
])("answers an address that is %s with the error envelope", async (_how, url, status) => {
  const answer = await server.inject({ method: "GET", url });
  expect(answer.statusCode).toBe(status);
  expect(answer.headers).toMatchObject({
    "content-type": expect.stringContaining("application/vnd.api+json"),
    "x-servicialo-version": "0.8",
  });
  expect(answer.json().errors[0]).toMatchObject({ status: String(status), code: expect.any(String) });
});
