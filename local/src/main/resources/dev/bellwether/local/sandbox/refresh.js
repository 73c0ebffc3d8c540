// Shows what is new every two seconds. Not while the page is hidden or text is marked; what was
// unfolded stays unfolded, and the keyboard's focus stays where it was.
const PERIOD = 2000;

async function refresh() {
  if (document.hidden || !document.getSelection().isCollapsed) return;
  const response = await fetch(location.href, { cache: "no-store" });
  if (!response.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const old = document.querySelector("main");
  const open = [...old.querySelectorAll("details[open]")].map((details) => details.id);
  const fresh = document.adoptNode(page.querySelector("main"));
  for (const id of open) {
    const details = [...fresh.querySelectorAll("details")].find((candidate) => candidate.id === id);
    if (details) details.open = true;
  }
  if (fresh.isEqualNode(old)) return;
  const focused = document.activeElement?.closest("main details")?.id;
  old.replaceWith(fresh);
  if (focused) document.getElementById(focused)?.querySelector("summary").focus();
}

setInterval(() => refresh().catch(() => {}), PERIOD);
