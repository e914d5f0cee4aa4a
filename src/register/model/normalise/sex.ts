import { squeeze } from "./text.ts";

/** Sex as the register has it, GB/T 2261.1: 1 male, 2 female. */
export type Sex = "male" | "female";

const WORDS: Readonly<Record<string, Sex>> = { 男: "male", 男性: "male", "1": "male", m: "male", male: "male", 女: "female", 女性: "female", "2": "female", f: "female", female: "female" };

export function normaliseSex(text: string): Sex | null {
  return WORDS[squeeze(text).toLowerCase()] ?? null;
}
