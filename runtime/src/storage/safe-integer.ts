import { type Platform, p, Type } from "@mikro-orm/core";

/**
 * A 64-bit integer column read as a JavaScript number: epoch milliseconds and minor currency units both stay below
 * 2^53. Bound as a number, so that SQLite compares it as one; PostgreSQL's drivers answer bigint as text.
 */
class SafeIntegerType extends Type<number, number | string> {
  override convertToJSValue(value: number | string): number {
    return value === null ? value : Number(value);
  }

  override getColumnType(_property: unknown, platform: Platform): string {
    return platform.getBigIntTypeDeclarationSQL({});
  }

  override compareAsType(): string {
    return "number";
  }
}

/** An instant: epoch milliseconds, UTC. */
export const instant = () => p.type(SafeIntegerType).$type<number>();

/** An amount of money in minor units of the currency that stands beside it (D-17). */
export const minorUnits = () => p.type(SafeIntegerType).$type<number>();
