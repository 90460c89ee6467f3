import { type Html, html } from "./html.ts";
import { BOARD_PATH } from "./login.ts";

/** A page of the board. */
export interface Page {
  readonly title: string;
  readonly main: Html;
  /** Whose board it is; null before the login. */
  readonly organization: string | null;
  /** Whether the page keeps itself up to date. */
  readonly live?: boolean;
}

/** The whole document of a page. */
export function documentOf({ title, main, organization, live = false }: Page): string {
  const whose = organization ?? "Servicialo";
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · ${whose}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${BOARD_PATH}/board.css">
${live && html`<script src="${BOARD_PATH}/board.js" defer></script>`}
</head>
<body>
<a class="skip" href="#main">Skip to the content</a>
<header>
<p class="whose"><a href="${BOARD_PATH}">${organization === null ? "Operations board" : whose}</a></p>
${
  organization !== null &&
  html`<form method="post" action="${BOARD_PATH}/logout"><button class="quiet" type="submit">Log out</button></form>`
}
</header>
<main id="main" tabindex="-1">
${live && html`<div class="liveness"><p id="liveness" role="status"></p><button id="pause" class="quiet" type="button" hidden>Pause updates</button></div>`}
<div id="content">
${main}
</div>
</main>
</body>
</html>`.text;
}
