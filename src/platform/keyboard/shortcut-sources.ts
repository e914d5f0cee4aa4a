import type { Actor } from "../../kernel/actor.ts";
import type { Shortcut } from "../../kernel/shortcut.ts";
import type { Language } from "../i18n/language.ts";

/** Keys of one place, each with what it does in words. */
export interface ShortcutGroup {
  readonly title: string;
  readonly lines: readonly { readonly keys: Shortcut["keys"]; readonly does: string }[];
}

/** Gives a slice's keys from the same table its pages listen by; null where the reader never comes to such a page. */
export type ShortcutSource = (actor: Actor, language: Language) => ShortcutGroup | null;

const sources = new Map<string, ShortcutSource>();

/** Every key the house answers to; the composition root tells it the slices. */
export const shortcutSources = {
  register(key: string, source: ShortcutSource): void {
    sources.set(key, source);
  },
  list(actor: Actor, language: Language): ShortcutGroup[] {
    return [...sources.values()].map((source) => source(actor, language)).filter((group) => group !== null);
  },
};

/** A table of keys with its words, line by line. */
export const groupOf = <Key extends string>(title: string, table: Readonly<Record<Key, Shortcut>>, words: Readonly<Record<Key, string>>): ShortcutGroup =>
  ({ title, lines: (Object.keys(table) as Key[]).map((key) => ({ keys: table[key].keys, does: words[key] })) });
