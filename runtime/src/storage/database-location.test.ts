import { describe, expect, it } from "vitest";
import { parseDatabaseLocation, withoutPassword } from "./database-location.ts";

describe("the location of a database", () => {
  it.each([
    ["clinic.db", { dialect: "sqlite", file: "clinic.db" }],
    ["/var/lib/servicialo/clinic.db", { dialect: "sqlite", file: "/var/lib/servicialo/clinic.db" }],
    ["file:///var/lib/a%20clinic.db", { dialect: "sqlite", file: "/var/lib/a clinic.db" }],
    ["C:\\clinic.db", { dialect: "sqlite", file: "C:\\clinic.db" }],
    [":memory:", { dialect: "sqlite", file: ":memory:" }],
    ["postgres://u:p@db:5432/clinic", { dialect: "postgres", url: "postgres://u:p@db:5432/clinic" }],
    ["postgresql://db/clinic", { dialect: "postgres", url: "postgresql://db/clinic" }],
  ])("%s is understood", (text, location) => {
    expect(parseDatabaseLocation(text)).toEqual(location);
  });

  it.each(["mysql://db/clinic", "https://clinic.example", "", "  "])("%s is refused", (text) => {
    expect(() => parseDatabaseLocation(text)).toThrow("give a file or a postgres:// URL");
  });

  it("is shown without its password", () => {
    expect(withoutPassword("postgres://node:secret@db/clinic")).toBe("postgres://node:***@db/clinic");
    expect(withoutPassword("clinic.db")).toBe("clinic.db");
  });
});
