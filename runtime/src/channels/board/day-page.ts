import { serviceTargets } from "@servicialo/schema/0.8/machines";
import type { Day } from "./ask-node.ts";
import { type Html, html } from "./html.ts";
import { BOARD_PATH } from "./login.ts";
import { dayInWords, stateMark, words, zoned } from "./show.ts";

/** The sessions of a day, or those of them that are in one state. */
export function dayPage(day: Day, state: string | undefined): Html {
  const sessions = state === undefined ? day.sessions : day.sessions.filter((session) => session.state === state);
  const isToday = day.date === day.today;
  return html`<h1>${isToday ? "Today" : "Sessions"} <span class="sub">${dayInWords(day.date)}, ${day.time_zone}</span></h1>
<nav class="days" aria-label="Days">
<a href="${dayUrl(day.previous_date)}" rel="prev">Day before</a>
${isToday ? html`<span aria-current="date">Today</span>` : html`<a href="${BOARD_PATH}">Today</a>`}
<a href="${dayUrl(day.next_date)}" rel="next">Day after</a>
<form action="${BOARD_PATH}" role="search" aria-label="Another day">
<label for="date">Another day</label> <input id="date" type="date" name="date" value="${day.date}" required>
<button class="quiet" type="submit">Show</button>
</form>
</nav>
${statesOf(day, state)}
${sessions.length === 0 ? html`<p class="empty">${state === undefined ? "No sessions on this day." : `No session is ${words(state)}.`}</p>` : table(day, sessions)}
${
  day.total > day.sessions.length &&
  html`<p class="hint">The first ${day.sessions.length} of ${day.total} sessions are listed; the counts are of all of them.</p>`
}`;
}

function dayUrl(date: string, state?: string): string {
  return `${BOARD_PATH}?date=${date}${state === undefined ? "" : `&state=${encodeURIComponent(state)}`}`;
}

/** As a session goes through them; what is beside the way comes last. */
function inOrder(byState: Day["by_state"]): [string, number][] {
  return (Object.keys(serviceTargets) as string[])
    .filter((state) => byState[state] !== undefined)
    .map((state) => [state, byState[state] ?? 0]);
}

function statesOf(day: Day, chosen: string | undefined): Html {
  const counts = inOrder(day.by_state);
  if (counts.length === 0) return html``;
  const link = (state: string | undefined, label: Html, count: number) => html`<li><a id="by-${state ?? "all"}"
 href="${dayUrl(day.date, state)}"${state === chosen && html` aria-current="true"`}>${label} <strong>${count}</strong></a></li>`;
  return html`<nav aria-label="States"><ul class="states">
${link(undefined, html`<span class="state">all</span>`, day.total)}
${counts.map(([state, count]) => link(state, stateMark(state), count))}
</ul></nav>`;
}

function table(day: Day, sessions: Day["sessions"]): Html {
  const { time } = zoned(day.time_zone);
  const now = Date.parse(day.now);
  return html`<table class="sessions">
<caption class="unseen">Sessions in the order of their beginning</caption>
<thead><tr><th scope="col">Time</th><th scope="col">Service</th><th scope="col">Client</th><th scope="col">Provider</th><th scope="col">State</th></tr></thead>
<tbody>
${sessions.map((session) => {
  const isNow = Date.parse(session.starts_at) <= now && now < Date.parse(session.ends_at);
  return html`<tr${isNow && html` class="now"`}>
<td data-label="Time">${time(session.starts_at)}–${time(session.ends_at)}${isNow && html` <span class="badge">now</span>`}</td>
<th scope="row"><a id="s-${session.id}" href="${BOARD_PATH}/sessions/${session.id}">${session.name}</a></th>
<td data-label="Client">${session.client.name}</td>
<td data-label="Provider">${session.provider.name}${session.resource && html`<span class="sub">${session.resource.name}</span>`}</td>
<td data-label="State">${stateMark(session.state)}</td>
</tr>`;
})}
</tbody>
</table>`;
}
