import type { Handbook } from "#handbook/handbook.ts";
import type { Locale } from "#model/fields.ts";

/**
 * Makes a function that works something out once for each handbook and name; the name says all that it is worked out from
 * beside the handbook. A content folder that is read anew is another handbook.
 */
export function oncePerName<T>(): (handbook: Handbook, name: string, make: () => T) => T {
  const made = new WeakMap<Handbook, Map<string, T>>();
  return (handbook, name, make) => {
    const known = made.get(handbook) ?? new Map<string, T>();
    made.set(handbook, known);
    if (!known.has(name)) known.set(name, make());
    return known.get(name) as T;
  };
}

/** The same for something that is worked out from a language alone. */
export function oncePerLocale<T>(make: (handbook: Handbook, locale: Locale) => T): (handbook: Handbook, locale: Locale) => T {
  const once = oncePerName<T>();
  return (handbook, locale) => once(handbook, locale, () => make(handbook, locale));
}
