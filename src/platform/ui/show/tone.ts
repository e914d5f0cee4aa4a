/** What a colour says: late (迟了), due (快到了), ok (好), calm (告知), plain. Always beside a word and an icon. */
export type Tone = "plain" | "ok" | "due" | "late" | "calm";

/** Joins class names, leaving out what is not there. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter(Boolean).join(" ");
}
