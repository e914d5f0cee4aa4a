import { pinyin } from "pinyin-pro";

const SOUNDS = new Map<string, string>();

/** The name as it sounds, without tones: 李芳 and 黎方 → `li fang`. Characters written alike in another tone, and slips between homophones, meet here. */
export function soundOfName(name: string): string {
  let sound = "";
  for (const character of name) sound += `${soundOf(character)} `;
  return sound.trimEnd();
}

/** Readings are looked up once a character: registers use some three thousand. */
function soundOf(character: string): string {
  let sound = SOUNDS.get(character);
  if (sound === undefined) {
    sound = pinyin(character, { toneType: "none" }).toLowerCase();
    SOUNDS.set(character, sound);
  }
  return sound;
}
