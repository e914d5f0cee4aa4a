import { useText } from "#platform/i18n/use-text.ts";
import { Card } from "#platform/ui/layout/card.tsx";
import { Columns } from "#platform/ui/layout/columns.tsx";
import { ReadAloud } from "#platform/ui/show/read-aloud.tsx";
import { volunteeringText } from "../messages/index.ts";

/** The words of an agreement, with the easy-read ones (易读版) beside them; each can be read aloud. */
export function AgreementText({ title, body, easyBody }: { title: string; body: string; easyBody: string }) {
  const { agreements: t } = useText(volunteeringText);
  const full = <Card title={title} aside={<ReadAloud text={body} />}><p className="measure pre">{body}</p></Card>;
  if (easyBody === "") return full;
  return <Columns even><Card title={t.easy} aside={<ReadAloud text={easyBody} />}><p className="measure pre">{easyBody}</p></Card>{full}</Columns>;
}
