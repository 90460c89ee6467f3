import type {
  Actor,
  ExceptionRecord,
  Ledger,
  LifecycleStates,
  PaymentStatus,
  Transition,
} from "@servicialo/schema/0.8/types";
import type { BoardSession } from "./ask-node.ts";
import { type Html, html } from "./html.ts";
import { BOARD_PATH } from "./login.ts";
import { money, stateMark, words, type Zoned, zoned } from "./show.ts";

/** What the page of a session is made of; nothing of it is restricted. */
export interface SessionParts {
  readonly session: BoardSession;
  readonly lifecycle: LifecycleStates;
  /** One account for each sale that charges the session. */
  readonly sales: readonly { readonly id: string; readonly status: PaymentStatus }[];
  /** The ledger of the order that it was booked under. */
  readonly order: { readonly id: string; readonly ledger: Ledger } | null;
}

/** One session: where it stands, how it came there, and what shows it. */
export function sessionPage({ session, lifecycle, sales, order }: SessionParts): Html {
  const when = zoned(session.time_zone);
  return html`<p class="back"><a href="${BOARD_PATH}?date=${localDate(session)}">All sessions of its day</a></p>
<h1>${session.name} ${stateMark(lifecycle.current_state)}</h1>
<dl class="facts">
<div><dt>When</dt><dd>${when.minute(session.starts_at)} to ${when.time(session.ends_at)}, ${session.time_zone}</dd></div>
<div><dt>Client</dt><dd>${session.client.name}</dd></div>
<div><dt>Provider</dt><dd>${session.provider.name}</dd></div>
${session.resource && html`<div><dt>Resource</dt><dd>${session.resource.name}</dd></div>`}
<div><dt>Billing</dt><dd>${money(session.billing.amount)}, ${words(session.billing.status)}</dd></div>
${session.verification_deadline && html`<div><dt>To be verified by</dt><dd>${when.moment(session.verification_deadline)}</dd></div>`}
<div><dt>Id</dt><dd><code>${session.id}</code></dd></div>
</dl>
<section aria-labelledby="timeline"><h2 id="timeline">Timeline</h2>${timeline(lifecycle, session, when)}</section>
<section aria-labelledby="evidence"><h2 id="evidence">Evidence</h2>${evidence(session, when)}</section>
<section aria-labelledby="audit"><h2 id="audit">Audit</h2>${audit(session, when)}</section>
<section aria-labelledby="ledger"><h2 id="ledger">Ledger</h2>${ledger(sales, order, when)}</section>`;
}

function localDate({ starts_at: at, time_zone: timeZone }: BoardSession): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone, dateStyle: "short" }).format(new Date(at));
}

function timeline(lifecycle: LifecycleStates, session: BoardSession, when: Zoned): Html {
  const steps = [
    ...lifecycle.transitions.map((one) => ({ at: one.at, shown: move(one, session) })),
    ...(lifecycle.exceptions ?? []).map((one) => ({ at: one.at, shown: exception(one, session) })),
    ...session.evidence.map((one) => ({
      at: one.recorded_at,
      shown: html`evidence: ${words(one.type)}<span class="sub">by ${who(one.actor as Actor, session)}</span>`,
    })),
  ].toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
  return html`<ol class="timeline">${steps.map(({ at, shown }) => html`<li><p class="at">${when.moment(at)}</p><p>${shown}</p></li>`)}</ol>`;
}

function move({ from, to, by, method, metadata }: Transition, session: BoardSession): Html {
  const reason = (metadata as { reason?: unknown } | undefined)?.reason;
  return html`${from !== null && html`${stateMark(from)} to `}${stateMark(to)}
<span class="sub">by ${who(by, session)}, ${words(method)}${typeof reason === "string" && html`: ${reason}`}</span>`;
}

function exception({ type, initiated_by: by, resolution }: ExceptionRecord, session: BoardSession): Html {
  return html`exception: <strong>${words(type)}</strong><span class="sub">by ${who(by, session)}${resolution !== undefined && html`, ${words(String(resolution))}`}</span>`;
}

/** A party by its name where the session knows it, by its id otherwise; the system by its word. */
function who(by: Actor | string, session: BoardSession): Html {
  const id = typeof by === "string" ? by : (by as { id?: string; type: string }).id;
  const { organization, client, provider } = session;
  const known = [organization, client, provider].find((party) => party.id === id);
  if (known) return html`${known.name}`;
  return id === undefined ? html`${(by as { type: string }).type}` : html`<code>${id}</code>`;
}

function evidence(session: BoardSession, when: Zoned): Html {
  if (session.evidence.length === 0) return html`<p class="empty">None was recorded.</p>`;
  return html`<table>
<caption class="unseen">What shows the delivery</caption>
<thead><tr><th scope="col">Kind</th><th scope="col">Captured</th><th scope="col">By</th><th scope="col">Sensitivity</th></tr></thead>
<tbody>
${session.evidence.map(
  (
    one,
  ) => html`<tr><th scope="row">${words(one.type)}</th><td data-label="Captured">${when.moment(one.captured_at)}</td>
<td data-label="By">${who(one.actor as Actor, session)}</td><td data-label="Sensitivity">${one.data_sensitivity}</td></tr>`,
)}
</tbody>
</table>
<p><a class="button" href="${BOARD_PATH}/sessions/${session.id}/evidence">Open the evidence</a></p>
<p class="hint">Reading restricted evidence is recorded, with the key that you logged in with.</p>`;
}

function audit(session: BoardSession, when: Zoned): Html {
  if (session.audit.length === 0) return html`<p class="empty">No agent has acted on this session.</p>`;
  return html`<table>
<caption class="unseen">What agents did to this session, newest first</caption>
<thead><tr><th scope="col">When</th><th scope="col">Action</th><th scope="col">Agent</th><th scope="col">Result</th></tr></thead>
<tbody>
${session.audit.map(
  (one) => html`<tr><td data-label="When">${when.moment(one.timestamp)}</td><th scope="row">${one.action}</th>
<td data-label="Agent"><code>${one.agent_id}</code> for ${one.acting_for}<span class="sub">mandate <code>${one.mandate_id}</code></span></td>
<td data-label="Result">${words(one.action_result)}${one.failure_reason !== undefined && html`<span class="sub">${one.failure_reason}</span>`}</td></tr>`,
)}
</tbody>
</table>`;
}

function ledger(sales: SessionParts["sales"], order: SessionParts["order"], when: Zoned): Html {
  if (sales.length === 0 && order === null) return html`<p class="empty">Nothing was charged.</p>`;
  return html`${sales.map(({ id, status }) => account(id, status, when))}${order && orderLedger(order)}`;
}

function account(id: string, { total, paid, balance, status, payments }: PaymentStatus, when: Zoned): Html {
  return html`<h3>Sale <code>${id}</code></h3>
<dl class="facts">
<div><dt>Total</dt><dd>${money(total)}</dd></div><div><dt>Paid</dt><dd>${money(paid)}</dd></div>
<div><dt>Still due</dt><dd>${money(balance)}</dd></div><div><dt>Status</dt><dd>${words(status)}</dd></div>
</dl>
${
  payments.length > 0 &&
  html`<ul class="payments">${payments.map(
    (one) => html`<li>${money(one.amount)} by ${words(String(one.method))}, ${when.moment(one.recorded_at)}</li>`,
  )}</ul>`
}`;
}

function orderLedger({ id, ledger: figures }: NonNullable<SessionParts["order"]>): Html {
  return html`<h3>Order <code>${id}</code></h3>
<dl class="facts">${Object.entries(figures).map(
    ([name, value]) => html`<div><dt>${words(name)}</dt><dd>${String(value)}</dd></div>`,
  )}</dl>`;
}
