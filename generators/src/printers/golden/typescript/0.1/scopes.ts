// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

/** Every scope that a mandate can grant. */
export const scopes = {
  "visit:read": { summary: "See visits.", operations: ["visits.list"] },
  "visit:write": { summary: "Book and close visits.", operations: ["visits.book", "visits.list"] },
} as const;

export type Scope = keyof typeof scopes;
