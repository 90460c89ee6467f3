import type { ErrorDocument } from "@servicialo/schema/0.8/types";
import type { ReadCall } from "./read-call.ts";

type ErrorObject = ErrorDocument["errors"][number];

/** The refusal as the client reads it: its places name the members that the client knows. */
export function refusalForClient(read: ReadCall, document: ErrorDocument): ErrorDocument {
  return { ...document, errors: document.errors.map((error) => placedForClient(read, error)) };
}

function placedForClient(read: ReadCall, error: ErrorObject): ErrorObject {
  const { source, detail } = error;
  const { pointer, parameter } = source ?? {};
  const place = pointer?.slice(1).split("/") ?? (parameter === undefined ? undefined : [parameter]);
  if (place === undefined) return error;
  const name = clientPlace(read, place);
  if (name.join("/") === place.join("/")) return error;
  const [subject, own] = [place.at(-1) ?? "", name.at(-1) ?? ""];
  return {
    ...error,
    ...(detail !== undefined && { detail: detail.replace(new RegExp(`\\b${escaped(subject)}\\b`), own) }),
    source: pointer === undefined ? { parameter: name.join("/") } : { pointer: `/${name.join("/")}` },
  } as ErrorObject;
}

/** Where in the client's request a place in the input of the operation was said, or would have been. */
export function clientPlace({ call, said }: Pick<ReadCall, "call" | "said">, place: readonly string[]): string[] {
  const usual = (input: string) => call.members.find((member) => member.input === input)?.name;
  const part = [...said].find(([input]) => input.startsWith(`${place.join(".")}.`))?.[1];
  return (
    named(place, (input) => said.get(input)) ??
    (part === undefined ? undefined : [part]) ??
    named(place, usual) ?? [...place]
  );
}

/** The place with the longest beginning that has a name replaced by it. */
function named(place: readonly string[], nameOf: (input: string) => string | undefined): string[] | undefined {
  for (let length = place.length; length > 0; length -= 1) {
    const name = nameOf(place.slice(0, length).join("."));
    if (name !== undefined) return [name, ...place.slice(length)];
  }
  return undefined;
}

function escaped(text: string): string {
  return text.replaceAll(/[^\w]/g, "\\$&");
}
