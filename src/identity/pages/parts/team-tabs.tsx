import { useText } from "#platform/i18n/use-text.ts";
import { Tabs } from "#platform/ui/index.ts";
import { identityText } from "../../messages/index.ts";

/** Members and roles. */
export function TeamTabs({ current }: { current: "members" | "roles" }) {
  const t = useText(identityText);
  const tabs = [{ key: "members", to: "/team", label: t.team.tabs.members }, { key: "roles", to: "/team/roles", label: t.team.tabs.roles }];
  return <Tabs label={t.team.title} tabs={tabs.map(({ key, ...tab }) => ({ ...tab, current: key === current }))} />;
}
