import { useText } from "#platform/i18n/use-text.ts";
import { Tabs } from "#platform/ui/index.ts";
import { identityText } from "../../messages/index.ts";

/** The three pages of one's own account. */
export function AccountTabs({ current }: { current: "account" | "second" | "tokens" }) {
  const t = useText(identityText);
  const tabs = [
    { key: "account", to: "/account", label: t.account.tabs.account },
    { key: "second", to: "/account/second-factor", label: t.account.tabs.second },
    { key: "tokens", to: "/account/tokens", label: t.account.tabs.tokens },
  ];
  return <Tabs label={t.account.title} tabs={tabs.map(({ key, ...tab }) => ({ ...tab, current: key === current }))} />;
}

/** Members, roles, and the organisation's own details. */
export function TeamTabs({ current }: { current: "members" | "roles" | "organization" }) {
  const t = useText(identityText);
  const tabs = [
    { key: "members", to: "/team", label: t.team.tabs.members },
    { key: "roles", to: "/team/roles", label: t.team.tabs.roles },
    { key: "organization", to: "/organization", label: t.team.tabs.organization },
  ];
  return <Tabs label={t.team.title} tabs={tabs.map(({ key, ...tab }) => ({ ...tab, current: key === current }))} />;
}
