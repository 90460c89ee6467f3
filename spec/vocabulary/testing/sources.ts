/** A well-formed catalogue of errors and of scopes. */
export const CATALOGUES = `
@errorCatalogue
enum ErrorCode {
  @wireError(#{ status: 404, title: "Not found", \`when\`: "unknown id", retryable: false, edition: "standard" })
  NOT_FOUND,
}
@scopeCatalogue
enum Scope { schedule_read: "schedule:read" }
`;

/** Envelopes as the protocol has them, cut down to what a test needs. */
export const ENVELOPES = `
@envelope("single")
model Single<A, T extends string> { data: { type: T; id: string; attributes: A } }
@envelope("collection")
model Collection<A, T extends string> { data: { type: T; id: string; attributes: A }[] }
@envelope("command")
model Command<A, T extends string> { data: { type: T; attributes: A } }
`;

interface OperationParts {
  readonly id?: string;
  readonly words?: string;
  readonly route?: string;
  readonly input?: string;
  readonly answer?: string;
  readonly name?: string;
}

/** An operation that says everything the vocabulary asks for, save what a test changes. */
export function operation({
  id = "thing.get",
  words = "",
  route = '@route("/things") @get',
  ...rest
}: OperationParts): string {
  const { input = "", answer = 'Single<{}, "things">', name = `op_${id.replaceAll(".", "_")}` } = rest;
  return `
@operationId("${id}") @tier(Tier.credential) @phase(Phase.delivery) @level(Level.CORE) ${words}
${route} op ${name}(${input}): ${answer};
`;
}

/** A machine of two states whose second state is reached by the given moves. */
export function machine(
  moves: string,
  states = '@state(#{ kind: "core", order: 1 }) open, @state(#{ kind: "exception" }) closed',
): string {
  return `@machine("door") enum Door { ${states} } ${moves}`;
}

/** Details of a well-formed move, with members replaced or added. */
export function details(id: string, members = "operations: #[], by: #[Party.system], agent: Autonomy.alone"): string {
  return `#{ id: "${id}", ${members} }`;
}
