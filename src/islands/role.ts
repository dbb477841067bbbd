/** The role for which a reader wants the handbook shown, kept by the browser; empty for everyone. */
const key = "sopbook:role";
const listeners = new Set<() => void>();
let role = readStored();

export function readRole(): string {
  return role;
}

/** Where storage is full or forbidden, the choice lasts as long as the page. */
export function chooseRole(chosen: string): void {
  role = chosen;
  try {
    localStorage.setItem(key, chosen);
  } catch {
    // It stays on the page.
  }
  tell();
}

/** Calls `listener` now and whenever another role is chosen, here or in another window. */
export function followRole(listener: () => void): void {
  listeners.add(listener);
  listener();
}

function tell(): void {
  for (const listener of listeners) listener();
}

function readAgain(): void {
  role = readStored();
  tell();
}

/** Storage is input from outside; a role that the handbook does not have is as good as none. */
function readStored(): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}

addEventListener("storage", (event) => event.key === key && readAgain());
// A page that the browser kept for the way back does not hear of what happened meanwhile.
addEventListener("pageshow", (event) => event.persisted && readAgain());
