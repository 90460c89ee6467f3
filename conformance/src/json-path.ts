/** Reads a member by a dotted path (`data.attributes.lifecycle`); undefined wherever the path breaks off. */
export function pick(value: unknown, path: string): unknown {
  let current = value;
  for (const step of path.split(".")) {
    if (Array.isArray(current)) current = current[Number(step)];
    else if (isRecord(current)) current = current[step];
    else return undefined;
  }
  return current;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function pickText(value: unknown, path: string): string | undefined {
  const found = pick(value, path);
  return typeof found === "string" ? found : undefined;
}

export function pickNumber(value: unknown, path: string): number | undefined {
  const found = pick(value, path);
  return typeof found === "number" ? found : undefined;
}

export function pickList(value: unknown, path: string): readonly unknown[] {
  const found = pick(value, path);
  return Array.isArray(found) ? found : [];
}

/** Calls `visit` for every leaf and container below a value, with its dotted path. */
export function walkJson(value: unknown, visit: (path: string, value: unknown) => void, path = ""): void {
  visit(path, value);
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) walkJson(item, visit, `${path}/${index}`);
  } else if (isRecord(value)) {
    for (const [name, member] of Object.entries(value)) walkJson(member, visit, `${path}/${name}`);
  }
}

/** Deep equality of JSON values; the order of members does not matter. */
export function sameJson(left: unknown, right: unknown): boolean {
  return canonical(left) === canonical(right);
}

/** JSON text with sorted members. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    isRecord(member) ? Object.fromEntries(Object.entries(member).sort(([a], [b]) => (a < b ? -1 : 1))) : member,
  );
}
