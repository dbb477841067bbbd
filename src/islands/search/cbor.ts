/** Reads CBOR (RFC 8949), as far as Pagefind's files use it. */
export class CborReader {
  readonly #bytes: Uint8Array;
  #at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get position(): number {
    return this.#at;
  }

  /** The number of items of the array that begins here. */
  readArrayLength(): number {
    const { type, value } = this.#readHead();
    if (type !== 4) throw new Error("The search index is not as expected: no array.");
    return value;
  }

  readText(): string {
    const { type, value } = this.#readHead();
    if (type !== 3) throw new Error("The search index is not as expected: no text.");
    return this.#readBytes(value);
  }

  readItem(): unknown {
    const { type, value } = this.#readHead();
    if (type === 0) return value;
    if (type === 1) return -1 - value;
    if (type === 3) return this.#readBytes(value);
    if (type === 4) return Array.from({ length: value }, () => this.readItem());
    throw new Error("The search index is not as expected: an item of an unknown type.");
  }

  /** Goes on behind the item that begins here. */
  skip(): void {
    const { type, value } = this.#readHead();
    if (type === 3) this.#at += value;
    else if (type === 4) for (let index = 0; index < value; index++) this.skip();
  }

  #readHead(): { type: number; value: number } {
    const head = this.#bytes[this.#at++] ?? 0xff;
    const type = head >> 5;
    const short = head & 31;
    if (type > 4 || type === 2 || short > 27) throw new Error("The search index is not as expected.");
    if (short < 24) return { type, value: short };
    let value = 0;
    for (let left = 1 << (short - 24); left > 0; left--) value = value * 256 + (this.#bytes[this.#at++] ?? 0);
    return { type, value };
  }

  #readBytes(length: number): string {
    const text = decoder.decode(this.#bytes.subarray(this.#at, this.#at + length));
    this.#at += length;
    return text;
  }
}

const decoder = new TextDecoder();
