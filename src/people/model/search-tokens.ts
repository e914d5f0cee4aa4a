import { allSyllables, pieces, pinyinOf, readingsOf } from "#kernel/pinyin.ts";

const HAN = /^\p{Script=Han}+$/u;
/** Longest run of letters taken for initials: 欧阳, 司马 and the like with a given name of two. */
const MOST_INITIALS = 4;
/** A query that could be read in more ways than this is cut; nobody types one on purpose. */
const MOST_WAYS = 12;

/** What somebody is found by: characters, syllables in every reading, initials, the last four digits of their numbers. */
export function tokensOf({ names, phones }: { names: readonly string[]; phones: readonly string[] }): string[] {
  const tokens = new Set<string>();
  for (const name of names) addName(name, tokens);
  for (const phone of phones) {
    const digits = phone.replace(/\D/g, "");
    if (digits.length >= 4) tokens.add(digits.slice(-4));
  }
  return [...tokens];
}

function addName(name: string, tokens: Set<string>): void {
  for (const piece of pieces(name)) {
    if (!HAN.test(piece)) { tokens.add(piece.toLowerCase()); continue; }
    for (const character of piece) {
      tokens.add(character);
      for (const reading of readingsOf(character)) tokens.add(reading);
    }
  }
  const spoken = pinyinOf(name).split(" ").filter((syllable) => /^[a-z]/.test(syllable));
  for (const syllable of spoken) tokens.add(syllable);
  const initials = spoken.map((syllable) => syllable[0]).join("");
  for (let length = 2; length <= initials.length; length++) tokens.add(initials.slice(0, length));
  if (initials.length > 2) tokens.add(initials.slice(1));
}

/** One way to read a query: every group must be met by one of its tokens. */
export type Way = readonly (readonly string[])[];

/** What somebody typed, as something to look up. Several ways are alternatives; none finds nobody. */
export type Query = { readonly kind: "tokens"; readonly ways: readonly Way[] } | { readonly kind: "phone"; readonly number: string };

/**
 * Reads a query: 张三, 三, `zhangsan`, `zhang san`, `zhangs`, `zs`, `张san`, the last four digits of a phone, or a whole number.
 * An unfinished last syllable stands for all that begin so.
 */
export function readQuery(text: string): Query {
  const plain = text.normalize("NFKC").trim();
  const digits = plain.replace(/[\s-]/g, "");
  if (/^\+?\d{5,15}$/.test(digits)) return { kind: "phone", number: digits.replace(/^\+?86(?=1\d{10}$)/, "") };
  let ways: Way[] = [[]];
  for (const piece of pieces(plain.replaceAll("ü", "v").replaceAll("’", "'"))) {
    const choices: readonly Way[] = HAN.test(piece) ? [[...new Set(piece)].map((character) => [character])] : waysOfLetters(piece.toLowerCase());
    ways = ways.flatMap((way) => choices.map((choice) => [...way, ...choice])).slice(0, MOST_WAYS);
  }
  return { kind: "tokens", ways: ways.filter((way) => way.length > 0) };
}

function waysOfLetters(word: string): Way[] {
  const ways = /^[a-z]+$/.test(word) ? syllableWays(word) : [];
  // One letter says too little; a digit in a name, such as 王芳2, says which of two.
  const alone = (word.length >= 2 || !/[a-z]/.test(word)) && !ways.some((way) => way.length === 1 && way[0]?.length === 1);
  if (alone && (word.length <= MOST_INITIALS || ways.length === 0)) ways.push([[word]]);
  return ways;
}

/** All ways to part letters into whole syllables; when there is none, whole syllables and an unfinished last one. */
function syllableWays(word: string): Way[] {
  const whole: Way[] = [];
  const unfinished: Way[] = [];
  const syllables = allSyllables();
  const walk = (at: number, taken: readonly string[]): void => {
    if (at === word.length) { whole.push(taken.map((syllable) => [syllable])); return; }
    if (whole.length + unfinished.length >= MOST_WAYS) return;
    for (let end = Math.min(word.length, at + 6); end > at; end--) {
      if (syllables.has(word.slice(at, end))) walk(end, [...taken, word.slice(at, end)]);
    }
    const begun = [...syllables].filter((syllable) => syllable.startsWith(word.slice(at)));
    if (begun.length > 0 && (taken.length > 0 || word.length - at > 1)) unfinished.push([...taken.map((syllable) => [syllable]), begun]);
  };
  walk(0, []);
  return whole.length > 0 ? whole : unfinished.slice(0, MOST_WAYS);
}
