import { type Html, html } from "./html.ts";
import { BOARD_PATH } from "./login.ts";

/** What a key that opens nothing is told, whatever is wrong with it. */
export const REFUSED = "This key does not open the board.";

/** Where one shows a key. */
export function loginPage(problem: string | null): Html {
  return html`<h1>Operations board</h1>
<form class="login" method="post" action="${BOARD_PATH}/login">
<p>Today's sessions, and what happened in each of them, for whoever runs the organization.</p>
${problem !== null && html`<p class="problem" id="problem" role="alert">${problem}</p>`}
<input type="text" name="for" value="organization" autocomplete="username" hidden>
<label for="key">Key of the organization</label>
<input id="key" name="key" type="password" autocomplete="current-password" spellcheck="false" required autofocus
 aria-describedby="hint${problem !== null && " problem"}"${problem !== null && html` aria-invalid="true"`}>
<p class="hint" id="hint">It begins with svk_. The operator makes one with <code>servicialo-node keys create</code>.</p>
<button type="submit">Open the board</button>
</form>`;
}

/** What went wrong, in a sentence. */
export function problemPage(title: string, sentence: string): Html {
  return html`<h1>${title}</h1>
<p>${sentence}</p>
<p><a href="${BOARD_PATH}">To today's sessions</a></p>`;
}
