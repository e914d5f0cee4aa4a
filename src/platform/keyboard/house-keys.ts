import type { Shortcut } from "../../kernel/shortcut.ts";

/** Keys that work on every page, outside of fields. What listens for them reads them here, and so does the page that lists them. */
export const HOUSE_KEYS = { search: { keys: ["/", "mod+k"] }, help: { keys: ["?"] }, close: { keys: ["Escape"] } } as const satisfies Record<string, Shortcut>;

/** Keys of the search that lies over the page; its list is the library's, which moves and opens by these. */
export const PALETTE_KEYS = { choose: { keys: ["ArrowUp", "ArrowDown"] }, open: { keys: ["Enter"] } } as const satisfies Record<string, Shortcut>;

/** Whether somebody is writing, or something lies over the page: then a letter is a letter. */
export const isWriting = (target: EventTarget | null): boolean => target instanceof Element && target.closest("input, textarea, select, [contenteditable=true], [role=dialog], dialog") !== null;
