/** A key the house answers to, or several of which any will do: `/`, `?`, `j`, `mod+k` (Control, or Command on a Mac), `Escape`. */
export interface Shortcut {
  readonly keys: readonly string[];
}

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly isComposing?: boolean;
}

/** Whether what was pressed is one of its keys. Never while characters are composed (拼音 input). */
export function answersTo({ key, ctrlKey, metaKey, altKey, isComposing = false }: Pressed, { keys }: Shortcut): boolean {
  if (isComposing || altKey) return false;
  const pressed = `${ctrlKey || metaKey ? "mod+" : ""}${key.length === 1 ? key.toLowerCase() : key}`;
  return keys.includes(pressed);
}

const SIGNS: Readonly<Record<string, string>> = { Escape: "Esc", Enter: "Enter ↵", ArrowUp: "↑", ArrowDown: "↓" };

/** A key as it is printed on a keyboard. */
export const keySign = (key: string): string => (key.startsWith("mod+") ? `Ctrl / ⌘ + ${keySign(key.slice(4))}` : SIGNS[key] ?? key.toUpperCase());
