/**
 * JSON as RFC 8785 writes it: members sorted by their UTF-16 code units, no white space. Numbers and texts are what
 * `JSON.stringify` makes of them, which is what the RFC takes its rules from.
 */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  // Sorted by code units, as the comparison of texts does it; a locale would sort otherwise.
  const sorted = members.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${sorted.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(",")}}`;
}
