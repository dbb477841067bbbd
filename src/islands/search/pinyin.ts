/** Readings of Chinese characters, without tones; `ü` is written `v`. */
export interface Sounds {
  /** The reading of a character; undefined where it is not Chinese, or not known. */
  read(character: string): string | undefined;
}

/**
 * Opens readings as `packSounds` writes them. Most characters stand in the order of their readings in GB 2312 already,
 * which every browser knows, so that the table holds only where a reading begins.
 */
export function openSounds(packed: string): Sounds {
  const readings = new Map<string, string>();
  const [runs = "", others = ""] = packed.split("|");
  const common = listCommon();
  let at = 0;
  for (const run of runs.split(" ").filter(Boolean)) {
    const [, sound = "", count = "1"] = /^([a-z]+)(\d*)$/.exec(run) ?? [];
    for (let left = Number(count || 1); left > 0; left--) readings.set(common[at++] ?? "", sound);
  }
  for (const one of others.split(" ").filter(Boolean)) {
    const [, sound = "", characters = ""] = /^([a-z]+)(.+)$/u.exec(one) ?? [];
    for (const character of characters) readings.set(character, sound);
  }
  return { read: (character) => readings.get(character) };
}

/** Writes the readings of the common characters, and of `others`. */
export function packSounds(read: (character: string) => string, others: readonly string[]): string {
  const runs: [string, number][] = [];
  for (const character of listCommon()) {
    const sound = read(character);
    const last = runs.at(-1);
    if (last?.[0] === sound) last[1]++;
    else runs.push([sound, 1]);
  }
  const common = new Set(listCommon());
  const rare = Map.groupBy(
    others.filter((one) => !common.has(one)),
    read,
  );
  const written = [...rare].filter(([sound]) => /^[a-z]+$/.test(sound)).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${runs.map(([sound, count]) => `${sound}${count > 1 ? count : ""}`).join(" ")}|${written.map(([sound, all]) => sound + all.join("")).join(" ")}`;
}

/** The 3,755 most used characters: the first level of GB 2312, whose order is that of their readings. */
function listCommon(): string[] {
  const decoder = new TextDecoder("gbk");
  const bytes: number[] = [];
  for (let row = 0xb0; row <= 0xd7; row++) for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell);
  return [...decoder.decode(new Uint8Array(bytes))];
}

/** The parts of names that letters may stand for, the likeliest first: `zhl` and `zhuanhualv` for 转化率. */
export function readLetters(letters: string, names: readonly string[], sounds: Sounds, most = 3): string[] {
  const wanted = letters
    .toLowerCase()
    .replace(/ü|(?<=[nl])(?:yu|u:)/g, "v")
    .replace(/[^a-z]/g, "");
  if (wanted.length < 2) return [];
  const scores = new Map<string, number>();
  for (const name of names) {
    const characters = [...name].filter((one) => sounds.read(one));
    const readings = characters.map((one) => sounds.read(one) ?? "");
    for (let from = 0; from < characters.length; from++) {
      const to = matchSounds(wanted, readings, from);
      for (const [end, worth] of [[to, 2] as const, [matchInitials(wanted, readings, from), 1] as const]) {
        if (end === undefined || end - from < 2) continue;
        const text = characters.slice(from, end).join("");
        const whole = from === 0 && end === characters.length ? 4 : from === 0 ? 1 : 0;
        scores.set(text, Math.max(scores.get(text) ?? 0, worth * 4 + whole) + 0.01);
      }
    }
  }
  return [...scores]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([text]) => text);
}

/** Where the syllables that `wanted` spells end; its last one may be begun only. */
function matchSounds(wanted: string, readings: readonly string[], from: number): number | undefined {
  let left = wanted;
  for (let at = from; at < readings.length; at++) {
    const sound = readings[at] ?? "";
    const loose = sound.replace("v", "u");
    if (left === sound || left === loose) return at + 1;
    if (left.startsWith(sound)) left = left.slice(sound.length);
    else if (left.startsWith(loose)) left = left.slice(loose.length);
    else return at > from && left.length > 0 && sound.startsWith(left) ? at + 1 : undefined;
  }
  return undefined;
}

function matchInitials(wanted: string, readings: readonly string[], from: number): number | undefined {
  for (const [index, letter] of [...wanted].entries()) if (readings[from + index]?.[0] !== letter) return undefined;
  return from + wanted.length;
}

/** Texts that sound like `text` and hold what names say: 转华率 gives 转化率. */
export function soundAlike(text: string, names: readonly string[], sounds: Sounds, most = 2): string[] {
  const characters = [...text];
  const readings = characters.map((one) => sounds.read(one) ?? one);
  const found = new Map<string, number>();
  for (let length = Math.min(8, characters.length); length >= 2; length--) {
    for (let from = 0; from + length <= characters.length; from++) {
      const key = readings.slice(from, from + length).join(" ");
      for (const name of names) {
        const at = findSound(name, key, length, sounds);
        const written = at === undefined ? "" : [...name].slice(at, at + length).join("");
        if (written === "" || written === characters.slice(from, from + length).join("")) continue;
        const corrected = [...characters.slice(0, from), written, ...characters.slice(from + length)].join("");
        found.set(corrected, Math.max(found.get(corrected) ?? 0, length + (length === [...name].length ? 0.5 : 0)));
      }
    }
    if (found.size >= most) break;
  }
  return [...found]
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([corrected]) => corrected);
}

const spelled = new WeakMap<Sounds, Map<string, string>>();

function findSound(name: string, key: string, length: number, sounds: Sounds): number | undefined {
  const known = spelled.get(sounds) ?? new Map<string, string>();
  spelled.set(sounds, known);
  const whole = known.get(name) ?? ` ${[...name].map((one) => sounds.read(one) ?? one).join(" ")} `;
  known.set(name, whole);
  const at = whole.indexOf(` ${key} `);
  if (at < 0) return undefined;
  const start = at === 0 ? 0 : whole.slice(0, at).split(" ").length - 1;
  return start + length <= [...name].length ? start : undefined;
}
