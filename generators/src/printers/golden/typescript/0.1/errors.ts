// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

/** Every error code that goes over the wire. */
export const errors = {
  NOT_FOUND: {
    status: 404,
    title: "Not found",
    when: "unknown id",
    retryable: false,
    edition: "standard",
    operations: ["visits.close", "visits.get"],
  },
  CONFLICT: {
    status: 409,
    title: "Conflict",
    when: "taken | gone",
    retryable: true,
    edition: "extension",
    operations: ["visits.book"],
  },
} as const;

export type ErrorCode = keyof typeof errors;
