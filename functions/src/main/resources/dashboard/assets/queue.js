import { may, post } from "./api.js";
import { badge } from "./badge.js";
import { el, joined } from "./dom.js";
import { counted, plain } from "./words.js";

/** One row: a queue, what could not be done of it, and another try. */
export function queueRow(queue) {
  const note = el("p", { class: "note", role: "status", hidden: true });
  const canRedrive = queue.redrivable && queue.dead > 0 && may("steer");
  return el(
    "div",
    { class: "row" },
    el(
      "div",
      { class: "line" },
      el("strong", {}, plain(queue.queue)),
      queue.dead > 0 ? badge(`${queue.dead} failed`, "bad") : badge("clear", "good"),
    ),
    el(
      "p",
      { class: "meta" },
      joined([counted(queue.waiting, "message") + " waiting", `${queue.in_flight} under way`]),
    ),
    canRedrive && el("div", { class: "buttons" }, redrive(queue, note)),
    note,
  );
}

function redrive(queue, note) {
  const label = `Try again: ${queue.queue}`;
  const button = el("button", { type: "button", class: "quiet", "aria-label": label }, "Try again");
  button.addEventListener("click", async () => {
    button.disabled = true;
    note.hidden = false;
    try {
      const { moved } = await post(`system/queues/${queue.queue}/redrive`, {});
      note.textContent = `${counted(moved, "message")} sent back.`;
    } catch (problem) {
      note.textContent = problem.message;
      button.disabled = false;
    }
  });
  return button;
}
