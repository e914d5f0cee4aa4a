import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { useText } from "../../i18n/use-text.ts";
import { platformText } from "../../messages/index.ts";
import { Card } from "../../ui/layout/card.tsx";
import { Stack } from "../../ui/layout/columns.tsx";
import { PageHeader } from "../../ui/layout/page-header.tsx";
import { KeyList } from "../../ui/overlay/key-list.tsx";
import { sessionOf, webOf } from "../../web/context.ts";
import { HOUSE_KEYS, PALETTE_KEYS } from "../house-keys.ts";
import { groupOf, shortcutSources } from "../shortcut-sources.ts";

export async function loader({ context }: LoaderFunctionArgs) {
  const language = webOf(context).lang;
  const { keyboard: t } = platformText[language];
  return { groups: [groupOf(t.everywhere, HOUSE_KEYS, t.house), groupOf(t.inSearch, PALETTE_KEYS, t.palette), ...shortcutSources.list(sessionOf(context).actor, language)] };
}

/** Every key the house answers to; the same list lies over any page after `?`. */
export default function ListKeys() {
  const { groups } = useLoaderData<typeof loader>();
  const { keyboard: t } = useText(platformText);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} />
      <Stack>{groups.map((group) => <Card key={group.title} title={group.title}><KeyList group={group} /></Card>)}</Stack>
    </>
  );
}
