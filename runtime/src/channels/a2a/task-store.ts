import type { A2aTaskId, A2aTaskState } from "@servicialo/schema/0.8/a2a-tasks";
import type { A2aConfirmation, A2aStepRecord, Actor } from "@servicialo/schema/0.8/types";
import type { NodeServices } from "../../pipeline/execute.ts";
import type { NewRow } from "../../storage/rows.ts";
import { confine } from "../../storage/tenancy.ts";
import { isObject } from "./rpc-request.ts";

/** What a task waits for, or why it ended, in words and data. */
export interface TaskNote {
  readonly text: string;
  readonly missing?: readonly string[];
  readonly missingOneOf?: readonly string[];
  readonly taskTypes?: readonly string[];
  readonly confirmation?: A2aConfirmation;
}

/** What is known of a task. */
export interface TaskDocument {
  /** Null as long as no message has named a type of task. */
  readonly intent: A2aTaskId | null;
  readonly params: Readonly<Record<string, unknown>>;
  /** Who acts, as the messages say; null: the party of the credential. */
  readonly actor: Actor | null;
  /** Inputs of later steps that earlier ones gave. */
  readonly ids: Readonly<Record<string, string>>;
  readonly steps: readonly A2aStepRecord[];
  /** State that the last step left its session in. */
  readonly reached: string | null;
  /** Body of the last answer; undefined before the first. */
  readonly result?: unknown;
  readonly note: TaskNote | null;
}

export interface Task {
  readonly id: string;
  readonly contextId: string;
  readonly state: A2aTaskState;
  readonly version: number;
  /** Epoch milliseconds of the last change. */
  readonly updatedAt: number;
  readonly document: TaskDocument;
}

/** Whose tasks are meant: nobody else's are found (SVC-SEC-001). */
export interface TaskOwner {
  readonly organizationId: string;
  /** Subject of a credential, or `public`. */
  readonly subject: string;
}

/** A task is forgotten this long after its last change: as long as a confirmation can be waited for (mandates 10.5). */
const KEPT_MS = 72 * 60 * 60 * 1000;

/** Whoever works on a task holds it this long at most: afterwards its process is taken for dead. */
const HELD_MS = 60 * 1000;

/** What stands for restricted evidence in what is kept: reading a task is no access to it (evidence 6). */
const WITHHELD = { redacted: true, reason: "restricted_evidence" };

/** The tasks in the database. */
export class TaskStore {
  readonly #services: NodeServices;

  constructor(services: NodeServices) {
    this.#services = services;
  }

  /** A task of this owner, with whether somebody works on it just now. */
  async find(owner: TaskOwner, id: string): Promise<{ task: Task; held: boolean } | undefined> {
    const { database, clock, vault } = this.#services;
    const now = clock.now();
    const row = await database.read((tx) =>
      confine(tx, owner.organizationId)
        .db.selectFrom("a2a_tasks")
        .selectAll()
        .where("id", "=", id)
        .where("subject", "=", owner.subject)
        .where("expiresAt", ">", now)
        .executeTakeFirst(),
    );
    if (!row) return undefined;
    const { contextId, version, updatedAt } = row;
    const document = JSON.parse(vault.openText(row.id, row.sealedDocument)) as TaskDocument;
    const held = row.heldUntil !== null && row.heldUntil > now;
    return { task: { id, contextId, state: row.state as A2aTaskState, version, updatedAt, document }, held };
  }

  /** Stores a new task, and forgets those whose time is over. */
  async add(owner: TaskOwner, task: Task): Promise<Task> {
    const { database, clock } = this.#services;
    const now = clock.now();
    const row = { id: task.id, ...owner, contextId: task.contextId, ...this.#columnsOf(task, now) };
    await database.transaction(async (all) => {
      const { db } = confine(all, owner.organizationId);
      await db.deleteFrom("a2a_tasks").where("expiresAt", "<=", now).execute();
      await db
        .insertInto("a2a_tasks")
        .values({ ...row, version: task.version, heldUntil: null, createdAt: now })
        .execute();
    });
    return { ...task, updatedAt: now };
  }

  /** Takes a task to work on it; nothing when another message was faster. */
  async hold(owner: TaskOwner, task: Task): Promise<Task | undefined> {
    const heldUntil = this.#services.clock.now() + HELD_MS;
    const version = task.version + 1;
    const isOurs = await this.#change(owner, task, { version, heldUntil });
    return isOurs ? { ...task, version } : undefined;
  }

  /** Stores what became of a task that was held, and lets it go. Who held it too long has nothing more to say. */
  async release(owner: TaskOwner, task: Task): Promise<Task> {
    const now = this.#services.clock.now();
    await this.#change(owner, task, { ...this.#columnsOf(task, now), heldUntil: null });
    return { ...task, updatedAt: now };
  }

  /** Changes a task as long as nobody else has; tells whether that was so. */
  #change(owner: TaskOwner, { id, version }: Task, columns: Partial<NewRow<"a2a_tasks">>): Promise<boolean> {
    return this.#services.database.transaction(async (all) => {
      const { numUpdatedRows } = await confine(all, owner.organizationId)
        .db.updateTable("a2a_tasks")
        .set(columns)
        .where("id", "=", id)
        .where("version", "=", version)
        .executeTakeFirst();
      return numUpdatedRows === 1n;
    });
  }

  #columnsOf({ id, state, document }: Task, now: number) {
    const sealedDocument = this.#services.vault.sealText(id, JSON.stringify(withoutRestricted(document)));
    return { state, sealedDocument, updatedAt: now, expiresAt: now + KEPT_MS };
  }
}

/** The same without the payloads of restricted evidence in results. Params keep theirs as long as the task needs them. */
function withoutRestricted(document: TaskDocument): TaskDocument {
  if (document.result === undefined) return document;
  return { ...document, result: withhold(document.result) };
}

function withhold(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withhold);
  if (!isObject(value)) return value;
  const restricted = value["data_sensitivity"] === "restricted" && "data" in value;
  const members = Object.entries(value).map(([name, member]) => [
    name,
    restricted && name === "data" ? WITHHELD : withhold(member),
  ]);
  return Object.fromEntries(members);
}
