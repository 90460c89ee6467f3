// Keeps a page of the board up to date: asks for it again every few seconds, and puts in what has changed.
const EVERY_MS = 5000;

const content = document.getElementById("content");
const liveness = document.getElementById("liveness");
const pause = document.getElementById("pause");
let paused = false;
let known = content.innerHTML;

function clock() {
  return new Date().toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });
}

/** Puts new content in place of the old, and the focus back to where it was. */
function replace(html) {
  const focused = document.activeElement?.id;
  content.innerHTML = html;
  known = html;
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  liveness.textContent = `Changed at ${clock()}`;
  delete liveness.dataset.problem;
}

async function look() {
  if (paused || document.hidden || isTyping()) return;
  try {
    const answer = await fetch(location.href, { headers: { accept: "text/html" }, cache: "no-store" });
    if (answer.redirected) {
      location.assign(answer.url);
      return;
    }
    if (!answer.ok) throw new Error(String(answer.status));
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const html = page.getElementById("content")?.innerHTML;
    if (html !== undefined && html !== known) replace(html);
    else if (liveness.dataset.problem) {
      delete liveness.dataset.problem;
      liveness.textContent = `Up to date since ${clock()}`;
    }
  } catch {
    if (liveness.dataset.problem) return;
    liveness.dataset.problem = "yes";
    liveness.textContent = `The node does not answer; this is what was known at ${clock()}`;
  }
}

/** A date that is being chosen must not be taken away. */
function isTyping() {
  return document.activeElement?.tagName === "INPUT";
}

pause.hidden = false;
liveness.textContent = "Live";
pause.addEventListener("click", () => {
  paused = !paused;
  pause.textContent = paused ? "Go on updating" : "Pause updates";
  liveness.textContent = paused ? `Paused at ${clock()}` : "Live";
  if (!paused) look();
});
document.addEventListener("visibilitychange", look);
setInterval(look, EVERY_MS);
