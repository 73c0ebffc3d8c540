import { may, post } from "./api.js";
import { badge, button, counted, html, nothing, plain, row } from "./ui.js";

/** One row: a queue, what could not be done of it, and another try. */
export function queueRow(queue, view) {
  const state = queue.dead > 0 ? badge(`${queue.dead} failed`, "bad") : badge("clear", "good");
  const canRedrive = queue.redrivable && queue.dead > 0 && may("steer");
  return row(
    html`<strong>${plain(queue.queue)}</strong>${state}`,
    [`${counted(queue.waiting, "message")} waiting`, `${queue.in_flight} under way`],
    canRedrive ? html`<div class="buttons">${redrive(queue, view)}</div>` : nothing,
  );
}

function redrive({ queue }, view) {
  return button(
    "Try again",
    () =>
      view.act(
        () => post(`system/queues/${queue}/redrive`),
        ({ moved }) => `${counted(moved, "message")} sent back.`,
      ),
    { label: `Try again: ${queue}` },
  );
}
