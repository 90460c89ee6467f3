interface Facts {
  readonly number: number;
  readonly title: string;
  readonly base: string;
  readonly head: string;
}

/** A proposal to fill in. */
export function rfcTemplate({ number, title, base, head }: Facts): string {
  const digits = String(number).padStart(4, "0");
  return `---
rfc: ${number}
title: ${JSON.stringify(title)}
status: draft
base: ${JSON.stringify(base)}
head: ${JSON.stringify(head)}
---

# RFC ${digits}: ${title}

## What changes

One paragraph that a clinic's owner understands.

## Why

What goes wrong today, for whom, how often.

## How

The change of the specification: operations, states, scopes, requirements. Every sentence that binds gets a requirement
with a test.

## What else was considered

And why it was not chosen. Doing nothing is one of them.

## Who has to do what

\`servicialo-gen rfc report ${number}\` writes \`report.en.md\` and \`report.es.md\` beside this file: what breaks, for whom,
which cases to add, how to migrate. A break that is meant is approved in the specification with \`@approvedChange\`, by
the number RFC-${digits}.

## Open questions
`;
}
