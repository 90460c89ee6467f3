import { defineMutants } from "../../define-mutants.ts";
import { allowing, editingAttributes, editingErrors, refusal, renaming } from "../../faulty.ts";
import { asTheHouse, byAgent, claimOf, metaOf } from "../../faulty-mandates.ts";
import type { Fault, MutantCall, Reply } from "../../mutant-call.ts";

const INVALID = "CONFIRMATION_INVALID";
const moves = byAgent("lifecycle.transition");

/** What a question was asked about, as the good node knows it. */
async function questionOf(call: MutantCall) {
  const id = claimOf(call)["confirmation_id"];
  const { body } = await call.ask("GET", `/servicialo/v1/confirmation-requests/${id}`, { as: "organization" });
  return (body as { data?: { attributes: Record<string, unknown> } }).data?.attributes;
}

/** Takes approvals that are not for this call. */
const taking = (which: (question: Record<string, unknown>, call: MutantCall) => boolean) => () =>
  allowing(byAgent(), INVALID, async (call) => {
    const question = await questionOf(call);
    return question && which(question, call) ? asTheHouse(call) : null;
  });

const sameSession = (question: Record<string, unknown>, { params }: MutantCall) =>
  question["resource_id"] === params["session_id"];
const sameMandate = (question: Record<string, unknown>, call: MutantCall) =>
  question["mandate_id"] === claimOf(call)["mandate_id"];

export default defineMutants("SVC-CONF-003", {
  "takes an approval twice": takingTwice,
  "takes an approval several times at once": takingTogether,
  "shows an approval that was used as one that was not": () =>
    editingAttributes("confirmations.get", (question) => {
      if (question.status === "consumed") question.status = "approved";
    }),
  "takes an approval for other input": taking(
    (question, call) =>
      question["status"] === "approved" && sameSession(question, call) && sameMandate(question, call) && moves(call),
  ),
  "takes an approval for another operation": taking(
    (question, call) => question["status"] === "approved" && call.is("scheduling.cancel"),
  ),
  "takes an approval for another session": taking(
    (question, call) => question["status"] === "approved" && !sameSession(question, call),
  ),
  "takes an approval under another mandate": taking(
    (question, call) => question["status"] === "approved" && !sameMandate(question, call) && call.caller === "agent",
  ),
  "takes the approval of another agent": taking(
    (question, call) => question["status"] === "approved" && call.caller === "second_agent",
  ),
  "takes a question for its answer": taking((question) => question["status"] === "pending"),
  "takes a no for a yes": taking((question) => question["status"] === "rejected"),
  "takes an approval whose time has run out": taking((question) => question["status"] === "expired"),
  "takes any id for an approval": () =>
    allowing(byAgent(), INVALID, async (call) => ((await questionOf(call)) === undefined ? asTheHouse(call) : null)),
  "throws an approval away that did not fit": () => {
    const gone = new Set<unknown>();
    return async (call) => {
      const id = claimOf(call)["confirmation_id"];
      if (id !== undefined && gone.has(id)) return refusal(INVALID);
      const reply = await call.pass();
      if (metaOf(reply).status === "approved") gone.add(id);
      return reply;
    };
  },
  "lets an approval stand for a month": () =>
    editingErrors(byAgent(), ({ code, meta }) => {
      if (code !== "CONFIRMATION_REQUIRED") return;
      meta.expires_at = new Date(Date.parse(meta.expires_at) + 30 * 86_400_000).toISOString();
    }),
  "does not say why an approval cannot be used": () =>
    editingErrors(byAgent(), ({ code, meta }) => {
      if (code === INVALID) delete meta?.status;
    }),
  "asks anew where an approval cannot be used": () =>
    renaming(byAgent(), INVALID, { code: "CONFIRMATION_REQUIRED", status: 403 }),
});

function takingTwice(): Fault {
  const first = new Map<unknown, Reply>();
  return async (call) => {
    const reply = await call.pass();
    const id = claimOf(call)["confirmation_id"];
    if (id === undefined || !moves(call)) return reply;
    if (reply.status === 200) first.set(id, reply);
    return metaOf(reply).status === "consumed" ? (first.get(id) ?? reply) : reply;
  };
}

function takingTogether(): Fault {
  const running = new Map<unknown, Promise<Reply>[]>();
  return async (call) => {
    const id = claimOf(call)["confirmation_id"];
    if (id === undefined || !moves(call)) return call.pass();
    const others = running.get(id) ?? [];
    const own = call.pass();
    running.set(id, [...others, own]);
    const reply = await own;
    const all = await Promise.all(running.get(id) ?? []);
    running.delete(id);
    const done = all.find(({ status }) => status === 200);
    return all.length > 1 && done ? done : reply;
  };
}
