import type { PersonCard } from "#people/index.ts";

/** A name as a list may show it: null for whoever does not let their data be kept. */
export function shownName(card: PersonCard | undefined): string | null {
  return card === undefined || card.withheldOn !== null ? null : card.name;
}
