// Generated from spec/ by `servicialo-gen generate`. Do not edit: change the specification and generate again.

/** Every kind of evidence that a vertical knows. */
export const evidenceKinds = {
  "health.arrival_photo": {
    vertical: "health",
    name: "arrival_photo",
    summary: "A photo taken on arrival.",
    type: "photo",
    discriminator: { property: "moment", value: "arrival" },
    method: "manual",
    defaultSensitivity: "confidential",
    floor: "internal",
    required: "always",
    synonyms: ["check_in"],
    payload: "ArrivalPhoto",
  },
  "health.paper": {
    vertical: "health",
    name: "paper",
    summary: "Any document.",
    type: "doc",
    discriminator: null,
    method: "any",
    defaultSensitivity: "internal",
    floor: null,
    required: "never",
    synonyms: [],
    payload: "Paper",
  },
} as const;

export type EvidenceKindId = keyof typeof evidenceKinds;
