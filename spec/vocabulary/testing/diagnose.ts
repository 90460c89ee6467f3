import { fileURLToPath } from "node:url";
import {
  type CompilerHost,
  compile,
  createSourceFile,
  type Diagnostic,
  getSourceLocation,
  NodeHost,
  NoTarget,
} from "@typespec/compiler";

/** What the compiler says of a piece of TypeSpec. */
export interface Problem {
  /** Code of the diagnostic, without the library's name. */
  readonly code: string;
  /** The source text it points at. */
  readonly at: string;
  readonly message: string;
}

const ENTRY = fileURLToPath(new URL("../__source__.tsp", import.meta.url));

const HEAD = `import "@typespec/http";
import "@typespec/openapi";
import "./main.tsp";
using TypeSpec.Http;
using TypeSpec.OpenAPI;
using Servicialo.Vocabulary;
@service(#{ title: "Test" })
namespace Servicialo;
`;

/** Compiles the text inside the protocol's namespace, with the vocabulary at hand, and lists every error. */
export async function diagnose(source: string): Promise<Problem[]> {
  const text = HEAD + source;
  const host: CompilerHost = {
    ...NodeHost,
    readFile: async (path) => (path === ENTRY ? createSourceFile(text, ENTRY) : NodeHost.readFile(path)),
    stat: async (path) => (path === ENTRY ? { isFile: () => true, isDirectory: () => false } : NodeHost.stat(path)),
  };
  const program = await compile(host, ENTRY, { noEmit: true });
  return program.diagnostics.filter(({ severity }) => severity === "error").map(problemOf);
}

/** The code and the place of each problem: what most tests look at. */
export async function codesAndPlaces(source: string): Promise<{ code: string; at: string }[]> {
  return (await diagnose(source)).map(({ code, at }) => ({ code, at }));
}

function problemOf({ code, message, target }: Diagnostic): Problem {
  const location = target === NoTarget ? undefined : getSourceLocation(target, { locateId: true });
  return {
    code: code.replace("@servicialo/spec/", ""),
    at: location?.file.text.slice(location.pos, location.end) ?? "",
    message,
  };
}
