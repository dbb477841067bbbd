declare namespace App {
  interface Locals {
    /** The language of the text that is being shown; set where a body is compiled. */
    lang: import("#model/fields.ts").Locale;
    /** Whether what it says is sent, not spoken. */
    written: true | undefined;
    /** All that the page shows, in a build. */
    page?: object;
  }
}

declare module "wink-porter2-stemmer" {
  /** The Porter stemming algorithm, second version. */
  export default function stem(word: string): string;
}
