import type { Session } from "@servicialo/schema/0.8/types";
import type { BoardSession } from "./ask-node.ts";
import { type Html, html } from "./html.ts";
import { BOARD_PATH } from "./login.ts";
import { words, zoned } from "./show.ts";

/** The evidence of a session with what is in it, as far as the key may read it. */
export function evidencePage(session: BoardSession, document: Session): Html {
  const when = zoned(session.time_zone);
  const items = document.proof?.evidence ?? [];
  const isRestricted = items.some((item) => item.data_sensitivity === "restricted");
  return html`<p class="back"><a href="${BOARD_PATH}/sessions/${session.id}">The session</a></p>
<h1>Evidence <span class="sub">${session.name}, ${session.client.name}</span></h1>
${isRestricted && html`<p class="notice" role="note">This shows restricted evidence. That you opened it was recorded.</p>`}
${items.length === 0 && html`<p class="empty">None was recorded.</p>`}
${items.map(
  (item) => html`<section aria-labelledby="e-${item.id}">
<h2 id="e-${item.id}">${words(item.type)} <span class="sub">${when.moment(item.captured_at)}, ${item.data_sensitivity}</span></h2>
<pre tabindex="0" aria-label="Content">${JSON.stringify(item.data, null, 2)}</pre>
</section>`,
)}`;
}
