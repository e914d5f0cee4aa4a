import { Form, useLoaderData, type LoaderFunctionArgs } from "react-router";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Chip, Facts, FormActions, PageHeader, SubmitButton, TextField } from "#platform/ui/index.ts";
import { webOf } from "#platform/web/context.ts";
import { hoursText } from "../../messages/index.ts";
import { checkCertificate } from "../../service/certificates/check-certificate.ts";
import { CERTIFICATE_TONES } from "../../ui/tones.ts";
import { publicSession } from "./organization-session.ts";

export const handle = { public: true, plain: true };

const LONGEST_NUMBER = 40;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const { organization, session } = await publicSession(webOf(context), params.organization);
  const typed = (new URL(request.url).searchParams.get("number") ?? "").trim().slice(0, LONGEST_NUMBER);
  return { issuer: organization.name, slug: organization.slug, typed, answer: typed === "" ? null : await checkCertificate(session, typed) };
}

export default function CheckCertificate() {
  const { issuer, slug, typed } = useLoaderData<typeof loader>();
  const { check: t } = useText(hoursText);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} eyebrow={issuer} lead={t.lead} />
      <Card>
        <Form method="get" className="stack">
          <TextField name="number" label={t.number} hint={t.numberHint} maxLength={LONGEST_NUMBER} width={16} autoComplete="off" spellCheck={false} defaultValue={typed} />
          <FormActions><SubmitButton big>{t.look}</SubmitButton></FormActions>
        </Form>
      </Card>
      {typed === "" ? null : <Answer />}
      <Card title={t.offline}>
        <p className="measure">{t.offlineLead}</p>
        <div className="cluster"><a className="button" href={`/check/${slug}/public-keys.pem`}>{t.keys}</a><a className="button" href={`/check/${slug}/revocations.txt`}>{t.revocations}</a></div>
      </Card>
    </>
  );
}

/** The answer to the number typed; read aloud when it comes. */
function Answer() {
  const { issuer, answer } = useLoaderData<typeof loader>();
  const { check: t, certificates: c, certificate, time, period } = useText(hoursText);
  const language = useLanguage();
  const day = (on: string) => formatDayOnly(on, language, "");
  if (!answer) return <div role="status"><Card title={t.unknown}><p className="measure">{t.unknownHint}</p></Card></div>;
  const revoked = answer.revokedOn && answer.revokedReason ? t.revoked(day(answer.revokedOn), certificate.reasons[answer.revokedReason]) : "";
  return (
    <div role="status">
      <Card title={answer.number} aside={<Chip tone={CERTIFICATE_TONES[answer.state]}>{c.states[answer.state]}</Chip>}>
        {revoked ? <p><b>{revoked}</b></p> : null}
        <Facts facts={[{ label: c.period, value: period(day(answer.fromOn), day(answer.untilOn)) }, { label: c.hours, value: time(answer.minutes) }, { label: t.by, value: issuer }]} />
        <p className="small soft">{t.wording}</p>
      </Card>
    </div>
  );
}
