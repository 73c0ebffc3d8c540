import { html, LitElement, nothing } from "lit";

/** Asks for a token. */
export class SignIn extends LitElement {
  static properties = { reason: {} };

  heading = "Sign in";

  createRenderRoot() {
    return this;
  }

  /** What is focused when it appears. */
  get first() {
    return this.querySelector("input");
  }

  render() {
    document.title = "Sign in · Bellwether";
    return html`<form class="panel sign-in" @submit=${this.#submitted}>
      <h1 tabindex="-1">Sign in</h1>
      ${this.reason ? html`<p class="note failed" role="alert">${this.reason}</p>` : nothing}
      <label for="token">Token</label>
      <input
        id="token"
        type="password"
        autocomplete="current-password"
        required
        aria-describedby="token-help"
        aria-invalid=${this.reason !== undefined}
      >
      <p class="meta" id="token-help">
        One that was made for you. The admin token is printed when Bellwether starts on your machine;
        on AWS it is the field token of the admin secret. You stay signed in for 12 hours.
      </p>
      <button type="submit">Sign in</button>
    </form>`;
  }

  #submitted(event) {
    event.preventDefault();
    const text = this.first.value.trim();
    this.first.value = "";
    if (text !== "") this.enter(text);
  }
}
