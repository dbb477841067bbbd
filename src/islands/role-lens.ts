import { chooseRole, followRole, readRole } from "./role.ts";

/** `<role-lens>` remembers the role that is chosen in its `<select>`. */
class RoleLens extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector("select");
    if (!select || this.#ready) return;
    this.#ready = true;
    select.addEventListener("change", () => chooseRole(select.value));
    followRole(() => {
      select.value = readRole();
      if (select.selectedIndex < 0) select.value = "";
    });
  }

  #ready = false;
}

/**
 * `<home-lens>` offers the same choice at the top of the home page and shows beside it what the role's readers need
 * first: the link to its page and the onboarding path with its progress, which also moves to the top of its list.
 */
class HomeLens extends HTMLElement {
  #shown = document.createElement("div");

  connectedCallback(): void {
    const lens = document.querySelector("role-lens");
    if (!lens || this.childElementCount > 0) return;
    this.#shown.className = "home-lens-shown";
    this.append(lens.cloneNode(true), this.#shown);
    followRole(() => this.#show());
  }

  #show(): void {
    const cards = [...document.querySelectorAll<HTMLElement>(".card[data-role]")].filter(({ dataset }) =>
      dataset["role"]?.split(" ").includes(readRole()),
    );
    this.#shown.replaceChildren(...cards.flatMap((card) => this.#pick(card)));
  }

  #pick(card: HTMLElement): Node[] {
    const link = card.querySelector("a")?.cloneNode(true);
    const progress = card.querySelector<HTMLElement>("path-progress");
    if (!(link instanceof HTMLElement)) return [];
    if (!progress) {
      link.textContent = this.dataset["reads"] ?? "";
      link.removeAttribute("lang");
      return [link];
    }
    card.parentElement?.prepend(card);
    return [link, progress.cloneNode()];
  }
}

customElements.define("role-lens", RoleLens);
customElements.define("home-lens", HomeLens);
