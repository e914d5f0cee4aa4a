import { Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, Columns, Facts, Notice, PageHeader, RefusalNote, Select, Stack } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { hoursText } from "../../messages/index.ts";
import { REVOCATION_REASONS } from "../../model/certificate/certificate-life.ts";
import { Words } from "../../model/forms.ts";
import { revokeCertificate } from "../../service/certificates/revoke-certificate.ts";
import { showCertificate } from "../../service/certificates/show-certificate.ts";
import { CERTIFICATE_TONES } from "../../ui/tones.ts";
import { WordsForm } from "../../ui/words-form.tsx";

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { certificate: { document: _, ...certificate }, ...shown } = await showCertificate(session, readParam(params.certificateId, z.uuid()));
  return { ...shown, certificate, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const certificateId = readParam(params.certificateId, z.uuid());
    await revokeCertificate(sessionOf(context), { certificateId, ...read(z.object({ reason: z.enum(REVOCATION_REASONS), words: Words })) });
    return redirect(`/certificates/${certificateId}`);
  });
}

export default function ShowCertificate() {
  const { certificate, statement, state, changed, objections, entries, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { certificate: t, certificates, period, time, document: d } = useText(hoursText);
  const texts = useRefusals(hoursText);
  const language = useLanguage();
  const day = (on: string) => formatDay(on, language, today);
  const { service, issuer, volunteer } = statement;
  const facts = [
    { label: t.volunteer, value: `${volunteer.name} · ${volunteer.number}` }, { label: certificates.period, value: period(day(service.fromOn), day(service.untilOn)) }, { label: d.time, value: time(service.minutes) },
    { label: d.service, value: <ul>{service.lines.map((line) => <li key={line.title}>{line.title} · {d.count(line.times)} · {time(line.minutes)}</li>)}</ul> },
    { label: t.issuer, value: issuer.name }, { label: t.wording, value: statement.wording }, { label: t.head, value: issuer.head }, { label: t.handler, value: issuer.handler }, { label: t.contact, value: issuer.contact },
    { label: certificates.issuedOn, value: `${day(statement.issuedOn)}${state === "on_show" ? ` · ${t.shownUntil(day(certificate.shownUntilOn))}` : ""}` }, { label: t.notes, value: statement.notes },
  ].filter(({ value }) => value !== "");
  return (
    <>
      <title>{`${certificate.number} · ${t.title}`}</title>
      <PageHeader title={certificate.number} eyebrow={t.title} crumbs={[{ label: certificates.title, to: "/certificates" }]} chips={<Chip tone={CERTIFICATE_TONES[state]}>{certificates.states[state]}</Chip>}
        actions={<><a className="button primary" href={`/certificates/${certificate.id}/pdf`}>{t.pdf}</a><a className="button" href={`/certificates/${certificate.id}/file`}>{t.file}</a></>} />
      <RefusalNote of={answer && "refusal" in answer ? answer.refusal : undefined} texts={texts} />
      {state === "revoked" && certificate.revokedReason ? <Notice tone="late">{t.revoked(day(certificate.revokedOn!), certificate.revokedByName ?? "")} · {t.reasons[certificate.revokedReason]} · {certificate.revokedWords}</Notice> : null}
      {state !== "revoked" && changed > 0 ? <Notice tone="due">{t.changed(changed)}</Notice> : null}
      <Columns>
        <Stack>
          <Card><Facts facts={facts} /></Card>
          {state === "revoked" ? null : (
            <WordsForm trigger={t.revoke} question={t.revokeQuestion} words={t.words} intent="revoke"><Select name="reason" label={t.reason} empty={null} options={REVOCATION_REASONS.map((value) => ({ value, label: t.reasons[value] }))} /></WordsForm>
          )}
        </Stack>
        <Stack>
          {objections.length > 0 ? <Card title={t.objections}><ul className="stack tight">{objections.map((one) => <li key={one.id}>{one.words}<p className="small soft">{one.byName} · {formatInstant(one.at, language, today)}</p></li>)}</ul></Card> : null}
          <Card title={t.rows}><ul className="stack tight">{entries.map((entry) => <li key={entry.id}><Link to={`/hours/entries/${entry.id}`}>{day(entry.happenedOn)} · {entry.title}</Link> · {time(entry.minutes ?? 0)}</li>)}</ul></Card>
        </Stack>
      </Columns>
    </>
  );
}
