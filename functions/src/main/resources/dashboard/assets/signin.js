import { el } from "./dom.js";

/** Asks for the admin token. */
export class SignIn {
  title = "Sign in";

  /**
   * @param reason why it is asked for again; undefined the first time
   * @param onToken is given the token
   */
  constructor(reason, onToken) {
    const token = el("input", {
      id: "token",
      type: "password",
      autocomplete: "current-password",
      required: true,
      "aria-describedby": "token-help",
      "aria-invalid": reason !== undefined,
    });
    const form = el(
      "form",
      { class: "panel sign-in" },
      el("h1", { tabindex: "-1" }, "Sign in"),
      reason && el("p", { class: "note failed", role: "alert" }, reason),
      el("label", { for: "token" }, "Admin token"),
      token,
      el(
        "p",
        { class: "meta", id: "token-help" },
        "It is printed when Bellwether starts on your machine; on AWS it is the field token of the" +
          " admin secret. It stays in this tab and is forgotten with it.",
      ),
      el("button", { type: "submit" }, "Sign in"),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      if (token.value.trim() !== "") onToken(token.value.trim());
    });
    this.element = form;
    this.first = token;
  }
}
