/** A short name for a text: 16 hexadecimal digits, the same everywhere. After cyrb53 (https://github.com/bryc/code). */
export function hash(text: string): string {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    one = Math.imul(one ^ code, 2654435761);
    other = Math.imul(other ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return hexadecimal(other) + hexadecimal(one);
}

/** Two digits for each byte: a number's own `toString` takes three times as long, and articles have many blocks. */
const digits = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"));

function hexadecimal(value: number): string {
  const at = (shift: number) => digits[(value >>> shift) & 255] ?? "";
  return at(24) + at(16) + at(8) + at(0);
}
