import type { DoorTool } from "./tools.ts";

/** What a model is told before it has seen a tool: what works without a credential, and in which order things are done. */
export function instructionsFor(tools: readonly DoorTool[], hasCredential: boolean): string {
  const open = tools.filter((tool) => tool.isPublic).map((tool) => tool.name);
  return [
    "Servicialo: find, book, deliver, evidence, charge and verify professional services.",
    `Public tools, callable without a credential: ${open.join(", ")}.`,
    hasCredential
      ? "The other tools act under the credential of this connection."
      : "Without a credential there are no others: booking and everything after it need an API key.",
    "Order of phases: discover → understand (contract_get before any commitment) → commit → lifecycle → verify delivery → close.",
    'An agent names itself in every call that is not public: actor { type: "agent", id, mandate_id }, in reads too.',
    "A failed tool carries errors[].code and a `mend` that says what to do. CONFIRMATION_REQUIRED means that a human decides first; nothing was done.",
    'Send _meta["servicialo/idempotency_key"] with calls that change something, the same one when repeating.',
    "Times carry an offset. servicialo://overview is the protocol in short; servicialo://operations/{operation} has the details of one tool.",
  ].join("\n");
}
