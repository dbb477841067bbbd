import { CborReader } from "./cbor.ts";

/** Where a word stands on one page. */
export interface Posting {
  page: number;
  /** Pagefind's places, counted in words, with the weight of each: 1 for running text, 7 for the title. */
  places: Place[];
  /** Numbers of the metadata fields that hold it, with how often they do. */
  fields: ReadonlyMap<number, number>;
}

export interface Place {
  at: number;
  weight: number;
}

/** One part of Pagefind's index: the words between two words, sorted. */
export interface WordIndex {
  words: readonly string[];
  read(index: number): Posting[];
}

/** Opens a part of the index; the pages of a word are read when they are asked for. */
export function openWordIndex(bytes: Uint8Array): WordIndex {
  const reader = new CborReader(bytes);
  reader.readArrayLength();
  const words: string[] = [];
  const offsets: number[] = [];
  for (let left = reader.readArrayLength(); left > 0; left--) {
    const parts = reader.readArrayLength();
    words.push(reader.readText());
    offsets.push(reader.position);
    for (let part = 1; part < parts; part++) reader.skip();
  }
  const read = new Map<number, Posting[]>();
  return {
    words,
    read(index) {
      const offset = offsets[index];
      if (offset === undefined) return [];
      const postings = read.get(offset) ?? readPostings(new CborReader(bytes, offset));
      read.set(offset, postings);
      return postings;
    },
  };
}

/** The order of Pagefind's words, which is that of their bytes in UTF-8: what lies beyond the first plane comes last. */
export function compareWords(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const [one, other] = [a.charCodeAt(index), b.charCodeAt(index)];
    if (one !== other) return liftSurrogate(one) - liftSurrogate(other);
  }
  return a.length - b.length;
}

function liftSurrogate(unit: number): number {
  return unit >= 0xd800 && unit < 0xe000 ? unit + 0x2800 : unit;
}

function readPostings(reader: CborReader): Posting[] {
  let page = 0;
  return (reader.readItem() as [number, number[], number[]][]).map(([step, places, fields]) => {
    page += step;
    return { page, places: readPlaces(places), fields: readFields(fields) };
  });
}

/** A negative number begins the places of another weight: -25 stands for 24, which is running text; places are steps from the one before. */
function readPlaces(numbers: readonly number[]): Place[] {
  const places: Place[] = [];
  let weight = 1;
  let at = 0;
  for (const number of numbers) {
    if (number < 0) {
      weight = (-number - 1) / 24;
      at = 0;
    } else {
      at += number;
      places.push({ at, weight });
    }
  }
  return places;
}

/** A negative number names a field, -1 the first; its places follow. */
function readFields(numbers: readonly number[]): Map<number, number> {
  const fields = new Map<number, number>();
  let field = 0;
  for (const number of numbers) {
    if (number < 0) field = -number - 1;
    else fields.set(field, (fields.get(field) ?? 0) + 1);
  }
  return fields;
}
