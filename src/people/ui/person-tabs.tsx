import { useText } from "#platform/i18n/use-text.ts";
import { Tabs } from "#platform/ui/layout/tabs.tsx";
import { peopleText } from "../messages/index.ts";

const PAGES = ["file", "facts", "consents", "relations", "family", "merge", "readings"] as const;
type PersonPage = (typeof PAGES)[number];

/** The pages of one person's file. Whoever may not write sees only those to read. */
export function PersonTabs({ personId, current, mayWrite }: { personId: string; current: PersonPage; mayWrite: boolean }) {
  const { show, family } = useText(peopleText);
  const shown = PAGES.filter((page) => mayWrite || page === "file" || page === "family" || page === "readings");
  return <Tabs label={show.tabs} tabs={shown.map((page) => ({ to: page === "file" ? `/people/${personId}` : `/people/${personId}/${page}`, label: page === "family" ? family.tab : show[page], current: page === current }))} />;
}
