import { parseJson } from "../answer.ts";
import { walkJson } from "../json-path.ts";
import type { Exchange } from "../node-connection.ts";
import type { Redactor } from "../redact.ts";
import type { RequirementResult } from "../run-report.ts";
import type { ReportedExpectation } from "./document.ts";

const LONGEST_BODY = 8_000;
/** An id is worth following when it is long enough to be one. */
const SHORTEST_ID = 6;

interface ScriptParts {
  readonly result: RequirementResult;
  readonly mismatches: readonly ReportedExpectation[];
  readonly exchanges: readonly Exchange[];
  readonly redactor: Redactor;
}

/** Where in an answer an id stands that later requests use. */
interface Origin {
  readonly variable: string;
  /** Path for `jq`, like `.data.id`. */
  readonly path: string;
}

/**
 * A shell script that sends the requests of a failure again, one after the other. Ids that the node gave during the
 * sequence are read from its new answers with `jq`; keys that must not repeat get the moment of the script.
 */
export function curlScript({ result, mismatches, exchanges, redactor }: ScriptParts): string {
  const origins = followedIds(exchanges);
  const lines = [
    "#!/usr/bin/env bash",
    comment(`${result.requirement.id}: ${result.requirement.text}`),
    ...mismatches.map((one) => comment(`expected ${one.what}: ${one.expected}; seen: ${one.actual}`)),
    "# Needs curl and jq. Tokens are read from the environment.",
    "set -eu",
  ];
  const requests = exchanges.map((exchange) => requestLine(exchange, { origins, redactor }));
  const variables = new Set(requests.flatMap((line) => line.match(/\$\{SERVICIALO_[A-Z_]+\}/g) ?? []));
  for (const variable of variables) lines.push(`: "\${${variable.slice(2, -1)}:?set it to the token of that party}"`);
  lines.push('RUN="$(date +%s)"', "");
  for (const [index, exchange] of exchanges.entries()) {
    const wanted = [...origins].filter(([, origin]) => origin.seq === exchange.seq);
    const saw = exchange.response === null ? exchange.failure : String(exchange.response.status);
    lines.push(
      comment(
        `${index + 1} of ${exchanges.length}: ${exchange.operation ?? "a raw request"}, answered ${saw ?? "nothing"}`,
      ),
    );
    const command = requests[index] ?? "";
    if (wanted.length === 0) lines.push(command.replace(/^curl -sS/, "curl -sS -i"), "echo");
    else {
      lines.push(`ANSWER="$(${command})"`, `echo "$ANSWER"`);
      for (const [, { variable, path }] of wanted) lines.push(`${variable}="$(echo "$ANSWER" | jq -r '${path}')"`);
    }
    lines.push("");
  }
  return `${lines.join("\n").trimEnd()}\n`;
}

/** Ids that an answer brought and a later request used. */
function followedIds(exchanges: readonly Exchange[]): ReadonlyMap<string, Origin & { seq: number }> {
  const found = new Map<string, { path: string; seq: number }>();
  const used = new Map<string, Origin & { seq: number }>();
  for (const exchange of exchanges) {
    const sent = `${exchange.request.url} ${exchange.request.body ?? ""}`;
    for (const [id, place] of found) {
      if (!used.has(id) && place.seq !== exchange.seq && sent.includes(id))
        used.set(id, { ...place, variable: `ID_${used.size + 1}` });
    }
    // Only what a writing request made is new the next time; what was merely read is still there.
    if (exchange.request.method === "GET" || (exchange.response?.status ?? 0) >= 300) continue;
    walkJson(parseJson(exchange.response?.text ?? ""), (pointer, value) => {
      if (!/(?:^|\/)(?:id|[a-z]+_id|token)$/.test(pointer) || typeof value !== "string") return;
      if (value.length < SHORTEST_ID || found.has(value) || sent.includes(value)) return;
      found.set(value, { path: jqPath(pointer), seq: exchange.seq });
    });
  }
  return used;
}

function jqPath(pointer: string): string {
  return pointer
    .split("/")
    .filter((part) => part !== "")
    .map((part) =>
      /^\d+$/.test(part) ? `[${part}]` : /^[a-z_]\w*$/i.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`,
    )
    .join("")
    .replace(/^\[/, ".[");
}

function requestLine(
  { request }: Exchange,
  { origins, redactor }: { origins: ReadonlyMap<string, Origin>; redactor: Redactor },
): string {
  const fill = (text: string): string => {
    let marked = redactor.text(text);
    for (const [id, { variable }] of origins) marked = marked.replaceAll(id, `\${${variable}}`);
    return marked.replaceAll(/\$(SERVICIALO_[A-Z_]+)/g, (_match, name: string) => `\${${name}}`);
  };
  const parts = ["curl -sS"];
  if (request.method !== "GET" || request.body !== null) parts.push(`-X ${request.method}`);
  parts.push(shellQuote(fill(request.url)));
  for (const [name, value] of Object.entries(request.headers)) {
    if (name === "user-agent") continue;
    const key = name === "idempotency-key" ? `${value}-\${RUN}` : value;
    const header = redactor.value({ [name]: key }) as Record<string, string>;
    parts.push(`-H ${shellQuote(fill(`${name}: ${header[name] ?? ""}`))}`);
  }
  if (request.body !== null) parts.push(`--data-raw ${shellQuote(fill(request.body.slice(0, LONGEST_BODY)))}`);
  return parts.join(" \\\n  ");
}

/** Single quotes keep everything literal; a text that holds one of the script's variables stands in double quotes. */
function shellQuote(text: string): string {
  const ours = /\$\{(?:SERVICIALO_[A-Z_]+|ID_\d+|RUN)\}/g;
  if (!ours.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  const escaped = text.replace(/["\\`]/g, "\\$&").replace(/\$(?!\{(?:SERVICIALO_[A-Z_]+|ID_\d+|RUN)\})/g, "\\$");
  return `"${escaped}"`;
}

function comment(text: string): string {
  return `# ${text.replaceAll(/\s+/g, " ").slice(0, 300)}`;
}
