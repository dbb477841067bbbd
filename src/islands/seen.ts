/** How long something must stay on the screen to count as seen, in milliseconds. */
const moment = 3000;

/** Calls `tell` once each of the elements has been on the screen for a moment, at least half of it or half a screen full. */
export function whenSeen(elements: readonly Element[], tell: () => void): void {
  const waiting = new Map<Element, ReturnType<typeof setTimeout> | undefined>(elements.map((one) => [one, undefined]));
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const { target, isIntersecting, intersectionRatio, intersectionRect, rootBounds } = entry;
        if (!waiting.has(target)) continue;
        clearTimeout(waiting.get(target));
        const half = intersectionRect.height >= (rootBounds?.height ?? Infinity) / 2;
        waiting.set(target, isIntersecting && (half || intersectionRatio >= 0.5) ? setTimeout(() => see(target), moment) : undefined);
      }
    },
    { threshold: [0, 0.1, 0.25, 0.5, 0.75, 1] },
  );

  /** What stays in place while its window is hidden is not looked at. */
  function see(element: Element): void {
    if (document.visibilityState === "hidden") return void observe(element);
    waiting.delete(element);
    observer.unobserve(element);
    if (waiting.size === 0) tell();
  }

  function observe(element: Element): void {
    observer.unobserve(element);
    if (document.visibilityState !== "hidden") return observer.observe(element);
    document.addEventListener("visibilitychange", () => observe(element), { once: true });
  }

  for (const one of elements) observe(one);
}
