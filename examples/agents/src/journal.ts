import type { AuditResult } from "@servicialo/schema/0.8/types";

/** One thing that was done or tried under a mandate, as the story saw it from outside. */
export interface Deed {
  readonly mandateId: string;
  /** Operation, or `mandate.issue`, `confirmation.approve` and the like. */
  readonly action: string;
  readonly result: AuditResult;
  /** Code of the refusal; null: done. */
  readonly code: string | null;
}

/** What everybody did, in order: what the trails of the node are held against in the end. */
export class Journal {
  readonly #deeds: Deed[] = [];

  write(deed: Deed): void {
    this.#deeds.push(deed);
  }

  /** What happened under one mandate. */
  under(mandateId: string): readonly Deed[] {
    return this.#deeds.filter((deed) => deed.mandateId === mandateId);
  }

  /** How many deeds there were in all. */
  get length(): number {
    return this.#deeds.length;
  }
}
