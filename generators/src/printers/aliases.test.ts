import { aliases, valueNamed } from "@servicialo/schema/0.8/aliases";
import { describe, expect, it } from "vitest";

describe("other words for values", () => {
  it("stand with the value that they mean", () => {
    expect(aliases.PaymentMethod).toEqual({ cash: "efectivo", transfer: "transferencia", card: "tarjeta" });
    expect(aliases.Vertical.salud).toBe("health");
  });

  it("are understood, as the values themselves are, and nothing else is", () => {
    expect(valueNamed("PaymentMethod", "cash")).toBe("efectivo");
    expect(valueNamed("Vertical", "legal")).toBe("legal");
    expect(valueNamed("Vertical", "astrology")).toBeUndefined();
    expect(valueNamed("Vertical", "constructor")).toBeUndefined();
  });
});
