import type { Handbook } from "#handbook/handbook.ts";
import type { Locale } from "#model/fields.ts";

/** Makes a function that works something out once for each handbook and language; a content folder that is read anew is another handbook. */
export function oncePerLocale<T>(make: (handbook: Handbook, locale: Locale) => T): (handbook: Handbook, locale: Locale) => T {
  const made = new WeakMap<Handbook, Map<Locale, T>>();
  return (handbook, locale) => {
    const byLocale = made.get(handbook) ?? new Map<Locale, T>();
    made.set(handbook, byLocale);
    if (!byLocale.has(locale)) byLocale.set(locale, make(handbook, locale));
    return byLocale.get(locale) as T;
  };
}
