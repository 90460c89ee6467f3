import { type OperationId, operations } from "@servicialo/schema/0.8/operations";
import { attributeFaults, parameterFaults } from "../request-faults.ts";
import type { SampleRequest } from "../sample-requests.ts";

/** Who makes a call; parties by their name in the demo clinic. */
export type CallerName = SampleRequest["as"] | "agent" | "agent without mandate" | "somebody with a bad key" | "nobody";

/** What a case tries. */
export type Kind =
  | "a good call"
  | "the same call again"
  | "a member wrong"
  | "a path member missing"
  | "a path member that is no text"
  | "a parameter that is no value"
  | "a wrong actor"
  | "an unknown member"
  | "an unknown id"
  | "another caller";

/** One call, made through both doors. */
export interface TwinCase {
  readonly kind: Kind;
  readonly what: string;
  readonly operationId: OperationId;
  readonly input: Readonly<Record<string, unknown>>;
  readonly as: CallerName;
}

/** Every way to get a request of an operation wrong, or to make it as somebody else. */
export function badCases(operationId: OperationId, { input, as }: SampleRequest): TwinCase[] {
  const wrong = (kind: Kind, what: string, changes: Readonly<Record<string, unknown>>): TwinCase => ({
    kind,
    what,
    operationId,
    input: changed(input, changes),
    as,
  });
  const { pathParameters, queryParameters, tier, attributes } = operations[operationId];
  const faults = [...attributeFaults(operationId), ...parameterFaults(operationId)];
  const isPublic = tier !== "credential";
  const headerActor = !isPublic && !(attributes as readonly string[]).includes("actor");
  const others: CallerName[] = isPublic
    ? ["somebody with a bad key", "nobody", "foreign_organization"]
    : ["somebody with a bad key", "nobody", "foreign_organization", "second_client", "agent", "agent without mandate"];
  return [
    ...faults.map(({ member, what, value }) => wrong("a member wrong", `${member} ${what}`, { [member]: value })),
    ...pathParameters.map((name) => wrong("a path member missing", name, { [name]: undefined })),
    ...pathParameters.map((name) => wrong("a path member that is no text", name, { [name]: 7 })),
    ...queryParameters.map((name) => wrong("a parameter that is no value", name, { [name]: { a: 1 } })),
    ...(headerActor
      ? [{ type: "robot", id: "x" }, "me", { type: "client" }].map((actor) =>
          wrong("a wrong actor", JSON.stringify(actor), { actor }),
        )
      : []),
    wrong("an unknown member", "colour", { colour: "red" }),
    ...Object.keys(input)
      .filter((name) => /(?:_id|slug|_token)$/.test(name))
      .map((name) => wrong("an unknown id", name, { [name]: "ses_unknown" })),
    ...others.map((other) => ({ ...wrong("another caller", other, {}), as: other })),
  ];
}

function changed(input: Readonly<Record<string, unknown>>, changes: Readonly<Record<string, unknown>>) {
  return Object.fromEntries(Object.entries({ ...input, ...changes }).filter(([, value]) => value !== undefined));
}
