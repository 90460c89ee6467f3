import type { EnumMember } from "@typespec/compiler";

/** Turns a decorator's value argument into plain data: enum values become the names of their members. */
export function plainValue<T>(value: unknown): T {
  if (Array.isArray(value)) return value.map((item) => plainValue(item)) as T;
  if (typeof value !== "object" || value === null) return value as T;
  const candidate = value as { valueKind?: string; value?: EnumMember };
  if (candidate.valueKind === "EnumValue" && candidate.value) return candidate.value.name as T;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, plainValue(item)])) as T;
}
