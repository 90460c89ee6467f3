/** What betrays the inside of a server: frames of stack traces, statements, messages of a database, tokens. */
export const LEAKS: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  {
    name: "a stack frame",
    pattern: /\bat\s+[\w.$<>[\] ]*\(?(?:file:\/\/)?\/?[\w@./\\-]+\.(?:[cm]?[jt]sx?|py|rb|java|php|go):\d+/,
  },
  { name: "a Python trace", pattern: /Traceback \(most recent call last\)/ },
  { name: "a Java trace", pattern: /\bat (?:[a-z]\w*\.){2,}\w+\([A-Z]\w*\.java:\d+\)/ },
  { name: "an SQL statement", pattern: /\b(?:SELECT\s.+\sFROM|INSERT\s+INTO|UPDATE\s.+\sSET|DELETE\s+FROM)\b/i },
  { name: "a database error", pattern: /\bSQLITE_\w+|\bSQLSTATE\b|\bORA-\d{5}\b/ },
  { name: "a bearer token", pattern: /\bBearer\s+[A-Za-z0-9._~+/-]{16,}/ },
];
