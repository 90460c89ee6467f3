import type { ServicialoClient } from "@servicialo/schema/0.8/client";
import type { OperationInputs } from "@servicialo/schema/0.8/handlers";
import type { Actor, ConfirmationRequest, Mandate, PrincipalType } from "@servicialo/schema/0.8/types";
import type { Agent, HeldMandate } from "./agent.ts";
import { bodyOf, expectEqual } from "./expect.ts";
import type { Journal } from "./journal.ts";
import type { Narrator } from "./narrator.ts";

/** What a person lets an agent do. */
export interface Grant {
  /** For the reader, e.g. `patient-1`. */
  readonly name: string;
  readonly to: Agent;
  readonly context: string;
  readonly scopes: OperationInputs["mandates.issue"]["scopes"];
  readonly constraints?: NonNullable<OperationInputs["mandates.issue"]["constraints"]>;
  /** Now, by the node's clock, epoch milliseconds. */
  readonly now: number;
}

/** How long a mandate of the story lasts. */
const LIFE_MS = 7 * 24 * 60 * 60 * 1000;

/** A person, who acts over plain HTTP with a credential of their own and decides what agents may do. */
export class Person {
  readonly node: ServicialoClient;
  readonly id: string;
  readonly name: string;
  readonly actor: Actor;
  /** Every mandate that this person issued. */
  readonly issued: HeldMandate[] = [];
  readonly #revoked = new Set<string>();
  readonly #kind: PrincipalType;
  readonly #journal: Journal;
  readonly #narrator: Narrator;

  constructor(
    who: { readonly node: ServicialoClient; readonly id: string; readonly name: string; readonly kind: PrincipalType },
    record: { readonly journal: Journal; readonly narrator: Narrator },
  ) {
    this.node = who.node;
    this.id = who.id;
    this.name = who.name;
    this.#kind = who.kind;
    this.actor = { type: PARTY_OF[who.kind], id: who.id };
    this.#journal = record.journal;
    this.#narrator = record.narrator;
  }

  /** Hands authority to an agent. @throws {Mismatch} when the node refuses, or finds the grant unwise */
  async issues({ name, to, context, scopes, constraints, now }: Grant): Promise<HeldMandate> {
    const answer = await this.node.call("mandates.issue", {
      principal_id: this.id,
      principal_type: this.#kind,
      agent_id: to.id,
      agent_name: to.name,
      acting_for: this.#kind,
      context,
      scopes,
      ...(constraints && { constraints }),
      expires_at: new Date(now + LIFE_MS).toISOString(),
    });
    const { data, meta } = bodyOf(`${this.name} issues ${name}`, answer) as {
      data: { id: string; attributes: Mandate };
      meta?: { warnings?: string[] };
    };
    expectEqual(`status of ${name}`, data.attributes.status, "active");
    expectEqual(`what is unwise about ${name}`, meta?.warnings ?? [], []);
    const mandate = { id: data.id, name, scopes };
    this.issued.push(mandate);
    this.#journal.write({ mandateId: data.id, action: "mandate.issue", result: "success", code: null });
    const limits = constraints ? [`limits: ${inWords(constraints)}`] : [];
    this.#narrator.tell(
      this.name,
      `issues ${name} to the ${to.name} (${to.id}), for ${context}`,
      `scopes: ${scopes.join(", ")}`,
      ...limits,
    );
    return mandate;
  }

  /** Takes a mandate back. */
  async revokes({ id, name }: HeldMandate, reason: string): Promise<void> {
    const answer = await this.node.call("mandates.revoke", { mandate_id: id, reason, actor: this.actor });
    expectEqual(`status of ${name}`, bodyOf(`revoke ${name}`, answer).data.attributes.status, "revoked");
    this.#revoked.add(id);
    this.#journal.write({ mandateId: id, action: "mandate.revoke", result: "success", code: null });
    this.#narrator.tell(this.name, `revokes ${name}: ${reason}`);
  }

  /** Takes back whatever is left. */
  async revokesAll(reason: string): Promise<void> {
    for (const mandate of this.issued) if (!this.#revoked.has(mandate.id)) await this.revokes(mandate, reason);
  }

  /** Reads what an agent asks for, in plain words, and decides. */
  async decides(confirmationId: string, verdict: "approve" | "reject"): Promise<void> {
    const input = { confirmation_id: confirmationId };
    const asked: ConfirmationRequest = bodyOf(
      `${this.name} reads what is asked`,
      await this.node.call("confirmations.get", input),
    ).data.attributes;
    expectEqual("who is asked", asked.approver, { type: this.actor.type, id: this.id });
    expectEqual("what is asked is open", asked.status, "pending");
    const decided = bodyOf(`${this.name} decides`, await this.node.call(`confirmations.${verdict}`, input));
    const isApproved = verdict === "approve";
    expectEqual("the decision", decided.data.attributes.status, isApproved ? "approved" : "rejected");
    this.#journal.write({
      mandateId: asked.mandate_id,
      action: `confirmation.${verdict}`,
      result: isApproved ? "success" : "rejected",
      // What the agent is told when it comes back with a request that was declined.
      code: isApproved ? null : "CONFIRMATION_INVALID",
    });
    this.#narrator.tell(
      this.name,
      `reads "${asked.summary}"`,
      isApproved ? "approves over HTTP" : "declines over HTTP",
    );
  }

  /** Says something to the reader. */
  says(text: string, ...more: readonly string[]): void {
    this.#narrator.tell(this.name, text, ...more);
  }
}

const PARTY_OF = {
  patient: "client",
  professional: "provider",
  organization: "organization",
} as const satisfies Record<PrincipalType, Actor["type"]>;

function inWords({ require_confirmation_above: above, max_actions_per_day: daily }: NonNullable<Grant["constraints"]>) {
  return [
    ...(above ? [`asks above ${above.amount} ${above.currency}, alone up to it`] : []),
    ...(daily !== undefined ? [`${daily} actions a day`] : []),
  ].join(", ");
}
