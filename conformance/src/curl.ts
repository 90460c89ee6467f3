import type { Exchange } from "./node-connection.ts";
import type { Redactor } from "./redact.ts";

const LONGEST_BODY = 4_000;

/** A command line that sends the same request again; secrets stay in environment variables. */
export function toCurl(exchange: Exchange, redactor: Redactor): string {
  const { method, url, headers, body } = exchange.request;
  const parts = ["curl", "-i"];
  if (method !== "GET" || body !== null) parts.push("-X", method);
  parts.push(quote(redactor.text(url)));
  for (const [name, value] of Object.entries(headers)) parts.push("-H", quote(redactor.text(`${name}: ${value}`)));
  if (body !== null) {
    const text = redactor.text(body);
    parts.push("--data-raw", quote(text.length > LONGEST_BODY ? `${text.slice(0, LONGEST_BODY)}…` : text));
  }
  return parts.join(" ");
}

/** Single quotes keep everything literal; a text that names a variable needs double quotes to be expanded. */
function quote(text: string): string {
  if (!/\$SERVICIALO_[A-Z_]+/.test(text)) return `'${text.replaceAll("'", `'\\''`)}'`;
  const escaped = text.replace(/(["\\`])/g, "\\$1").replace(/\$(?!SERVICIALO_[A-Z_]+)/g, "\\$");
  return `"${escaped}"`;
}
