import { el } from "./dom.js";

/** Asks for a token. */
export class SignIn {
  title = "Sign in";

  /**
   * @param reason why it is asked for again; undefined the first time
   * @param onToken is given the token, and may take its time
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
      el("label", { for: "token" }, "Token"),
      token,
      el(
        "p",
        { class: "meta", id: "token-help" },
        "One that was made for you. The admin token is printed when Bellwether starts on your" +
          " machine; on AWS it is the field token of the admin secret. You stay signed in for 12" +
          " hours.",
      ),
      el("button", { type: "submit" }, "Sign in"),
    );
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const text = token.value.trim();
      token.value = "";
      if (text !== "") onToken(text);
    });
    this.element = form;
    this.first = token;
  }
}
