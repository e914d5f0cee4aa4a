import { Award } from "lucide-react";
import { Link, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, DataList, EmptyState, PageHeader, Pager, SearchBox, Tabs } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readValues } from "#platform/web/form.ts";
import { hoursText } from "../../messages/index.ts";
import { CERTIFICATE_STATES } from "../../model/certificate/certificate-life.ts";
import { listCertificates, RegisterFilter } from "../../service/certificates/list-certificates.ts";
import { CERTIFICATE_TONES } from "../../ui/tones.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { searchParams } = new URL(request.url);
  const filter = readValues(RegisterFilter, Object.fromEntries([...searchParams].filter(([, value]) => value !== "")), webOf(context).lang);
  searchParams.delete("after");
  return { ...(await listCertificates(session, filter)), filter, today: session.today, query: searchParams.toString() };
}

export default function ListCertificates() {
  const { page, applications, filter, today, query } = useLoaderData<typeof loader>();
  const text = useText(hoursText);
  const { certificates: t, period, time } = text;
  const language = useLanguage();
  const day = (on: string) => formatDay(on, language, today);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={<><ButtonLink to="/certificates/on-show">{t.onShow}</ButtonLink>{page.rows.length > 0 ? <a className="button" href={`/certificates/export?${query}`}>{t.export}</a> : null}</>} />
      {applications.length > 0 ? (
        <Card title={t.waiting}>
          <ul className="stack tight">
            {applications.map((one) => (
              <li key={one.id} className="cluster"><Link to={`/certificates/applications/${one.id}`}>{one.name} · {period(day(one.fromOn), day(one.untilOn))}</Link>
                <Chip tone={one.accepted ? "calm" : "due"}>{text.applications[one.accepted ? "accepted" : "applied"]}</Chip><span className="small soft">{formatInstant(one.appliedAt, language, today)}</span></li>
            ))}
          </ul>
        </Card>
      ) : null}
      <Tabs label={t.state} tabs={[{ to: "/certificates", label: t.all, current: !filter.state }, ...CERTIFICATE_STATES.map((state) => ({ to: `/certificates?state=${state}`, label: t.states[state], current: state === filter.state }))]} />
      <SearchBox placeholder={t.search} defaultValue={filter.q ?? ""} />
      <Card flush>
        <DataList caption={t.title} rows={page.rows} rowKey={({ id }) => id} rowTo={({ id }) => `/certificates/${id}`} empty={<EmptyState icon={<Award className="icon" aria-hidden="true" />} title={t.empty}>{t.emptyHint}</EmptyState>}
          columns={[
            { key: "number", label: t.number, render: (row) => row.number },
            { key: "name", label: t.name, render: (row) => row.name },
            { key: "period", label: t.period, render: (row) => period(day(row.fromOn), day(row.untilOn)) },
            { key: "on", label: t.issuedOn, render: (row) => day(row.issuedOn) },
            { key: "state", label: t.state, render: (row) => <Chip tone={CERTIFICATE_TONES[row.state]}>{t.states[row.state]}</Chip> },
            { key: "hours", label: t.hours, end: true, render: (row) => time(row.minutes) },
          ]} />
      </Card>
      <Pager after={page.next} />
    </>
  );
}
