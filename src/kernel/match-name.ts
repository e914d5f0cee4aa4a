import { pieces, readingsOf, wordsInPinyin } from "./pinyin.ts";

/** How a name sounds: its syllables, and how the first may be read besides. */
interface Sound { readonly syllables: readonly string[]; readonly initials: string; readonly first: readonly string[] }

const known = new Map<string, Sound>();
const KEPT = 20_000;

/**
 * Whether the name of a thing (a group, a team, an activity) fits what was typed: a part of it in characters (象棋), its pinyin from the start of a
 * syllable (`xiangqi`), or initials that follow each other (`xq`). One letter alone says too little. Persons are found by tokens instead.
 */
export function matchesName(name: string, typed: string): boolean {
  const wanted = plain(typed);
  if (wanted === "" || /^[a-z]$/.test(wanted)) return false;
  if (plain(name).includes(wanted)) return true;
  if (!/^[a-z]+$/.test(wanted)) return false;
  const { syllables, initials, first } = soundOf(name);
  return initials.includes(wanted) || syllables.some((_, at) => syllables.slice(at).join("").startsWith(wanted))
    || first.some((reading) => [reading, ...syllables.slice(1)].join("").startsWith(wanted));
}

/** The things whose name fits, in the order given, at most so many. */
export function thoseNamed<T extends { readonly name: string }>(things: readonly T[], typed: string, most: number): T[] {
  const found: T[] = [];
  for (const thing of things) {
    if (found.length === most) break;
    if (matchesName(thing.name, typed)) found.push(thing);
  }
  return found;
}

const plain = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "").replaceAll("ü", "v");

function soundOf(name: string): Sound {
  const seen = known.get(name);
  if (seen) return seen;
  const syllables = wordsInPinyin(name).split(" ").filter((syllable) => /^[a-z]/.test(syllable));
  const [head = ""] = pieces(name);
  const sound = { syllables, initials: syllables.map((syllable) => syllable[0]).join(""), first: /^\p{Script=Han}/u.test(head) ? readingsOf([...head][0]!) : [] };
  if (known.size >= KEPT) known.clear();
  known.set(name, sound);
  return sound;
}
