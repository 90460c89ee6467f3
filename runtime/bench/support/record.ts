import type { Input, NodeRequest, Operation } from "./operations.ts";
import { type Cast, withNode } from "./stage.ts";

/** A statement as the node sent it. */
export interface Recorded {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/** What the node did in one step of an operation, and what it answered. */
export interface Recording {
  readonly input: Input;
  readonly statements: readonly Recorded[];
  readonly answer: string;
}

/**
 * Lets the node do an operation and writes down every statement that it sends, step by step. The first run warms it up,
 * the second is the record.
 */
export async function record(
  location: string,
  { cast, operation, first }: { readonly cast: Cast; readonly operation: Operation; readonly first: number },
): Promise<Recording[]> {
  let statements: Recorded[] = [];
  const observe = (sql: string, parameters: readonly unknown[]) => {
    statements.push({ sql, parameters: [...parameters] });
  };
  return withNode(
    location,
    async (app) => {
      const run = async (input: Input): Promise<Recording[]> => {
        const recordings: Recording[] = [];
        for (const step of operation.steps) {
          statements = [];
          const { method, path, headers, body }: NodeRequest = step(cast, input);
          const answer = await app.inject({ method, url: path, headers, ...(body !== undefined && { body }) });
          if (answer.statusCode >= 300) throw new Error(`${path} was answered ${answer.statusCode}: ${answer.body}`);
          recordings.push({ input, statements, answer: answer.body });
        }
        return recordings;
      };
      await run(operation.input(cast, first));
      return run(operation.input(cast, first + 1));
    },
    observe,
  );
}
