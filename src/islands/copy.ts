/**
 * `<copy-text>` gets a button that copies its `.spoken-text`; the words come as `data-copy` and `data-copied`. Where the
 * text is an old one or shows what changed it gets none, because in a hurry nobody looks which text it is.
 */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const text = this.querySelector<HTMLElement>(".spoken-text");
    if (!text || this.querySelector(".copy") || this.closest("revision-view, .changes-shown")) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.setAttribute("aria-live", "polite");
    button.textContent = this.dataset["copy"] ?? "";
    button.addEventListener("click", () => void this.copy(text, button));
    text.before(button);
  }

  private async copy(text: HTMLElement, button: HTMLButtonElement): Promise<void> {
    if (!(await writeClipboard(text))) return;
    button.dataset["state"] = "copied";
    button.textContent = this.dataset["copied"] ?? "";
    setTimeout(() => {
      delete button.dataset["state"];
      button.textContent = this.dataset["copy"] ?? "";
    }, 2000);
  }
}

/** Without https there is no clipboard to write to; then the text is selected and copied as a reader would. */
async function writeClipboard(element: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(element.innerText.trim());
    return true;
  } catch {
    const selection = getSelection();
    selection?.selectAllChildren(element);
    // Deprecated, but the only way left: https://developer.mozilla.org/docs/Web/API/Document/execCommand
    return document.execCommand("copy");
  }
}

customElements.define("copy-text", CopyText);
