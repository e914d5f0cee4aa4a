import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { PageHeader } from "#platform/ui/index.ts";
import { sessionOf } from "#platform/web/context.ts";
import { hoursText } from "../../messages/index.ts";
import { showRecord } from "../../service/record/show-record.ts";
import { RecordView } from "../../ui/record-view.tsx";

export async function loader({ context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { record: await showRecord(session, null), today: session.today };
}

export default function MyRecord() {
  const { record, today } = useLoaderData<typeof loader>();
  const { mine: t, record: r } = useText(hoursText);
  return (
    <>
      <title>{t.record}</title>
      <PageHeader title={t.record} crumbs={[{ label: t.title, to: "/my-hours" }]} actions={<><a className="button" href="/my-hours/record/export">{r.excel}</a><a className="button" href="/my-hours/record/export?as=csv">{r.csv}</a></>} />
      <RecordView record={record} today={today} />
    </>
  );
}
