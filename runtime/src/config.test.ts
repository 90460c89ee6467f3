import { describe, expect, it } from "vitest";
import { publicUrlOf, readConfig } from "./config.ts";

const given = { database: "node.db" };

describe("the configuration", () => {
  it("has a default for everything but the database", () => {
    expect(readConfig({}, given)).toMatchObject({
      database: "node.db",
      host: "127.0.0.1",
      port: 3000,
      publicRateLimit: 300,
      sandboxClock: false,
    });
    expect(publicUrlOf(readConfig({}, given))).toBe("http://127.0.0.1:3000");
  });

  it("comes from the environment, and what is given goes before it", () => {
    const environment = {
      SERVICIALO_PORT: "4000",
      SERVICIALO_HOST: "0.0.0.0",
      SERVICIALO_PUBLIC_URL: "https://node.example/",
      SERVICIALO_PUBLIC_RATE_LIMIT: "",
    };
    const config = readConfig(environment, { ...given, port: 0 });
    expect(config).toMatchObject({ port: 0, host: "0.0.0.0", publicUrl: "https://node.example", publicRateLimit: 300 });
    expect(publicUrlOf(config)).toBe("https://node.example");
  });

  it.each([
    [{ SERVICIALO_PORT: "http" }, /SERVICIALO_PORT is "http"/],
    [{ SERVICIALO_PORT: "-1" }, /SERVICIALO_PORT/],
    [{ SERVICIALO_PUBLIC_RATE_LIMIT: "0" }, /SERVICIALO_PUBLIC_RATE_LIMIT.*at least 1/],
    [{ SERVICIALO_PUBLIC_RATE_LIMIT: "1.5" }, /SERVICIALO_PUBLIC_RATE_LIMIT/],
    [{ SERVICIALO_BODY_LIMIT_BYTES: "1000" }, /SERVICIALO_BODY_LIMIT_BYTES.*1048576/],
    [{ SERVICIALO_PUBLIC_URL: "clinic" }, /SERVICIALO_PUBLIC_URL.*absolute URL/],
  ])("is refused for %o, with the name of the variable", (environment, about) => {
    expect(() => readConfig(environment, given)).toThrow(about);
  });

  it("names every mistake at once", () => {
    expect(() => readConfig({ SERVICIALO_PORT: "x", SERVICIALO_PUBLIC_URL: "y" }, given)).toThrow(
      /SERVICIALO_PORT[\s\S]*SERVICIALO_PUBLIC_URL/,
    );
  });

  it("never has a sandbox clock in production", () => {
    expect(() => readConfig({ NODE_ENV: "production" }, { ...given, sandboxClock: true })).toThrow(
      /sandbox clock is refused in production/,
    );
    expect(readConfig({ NODE_ENV: "production" }, given).sandboxClock).toBe(false);
    expect(readConfig({ NODE_ENV: "test" }, { ...given, sandboxClock: true }).sandboxClock).toBe(true);
  });
});
