import { Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit, valuesOf } from "#platform/web/form.ts";
import { assessmentText } from "../messages/index.ts";
import { isLicensed, itemsOf } from "../model/instrument.ts";
import { prepareSheet } from "../service/prepare-sheet.ts";
import { recordAssessment } from "../service/record-assessment.ts";
import { readSheet, valuesOfRecord } from "../ui/sheet-form-data.ts";
import { SheetForm } from "../ui/sheet-form.tsx";
import styles from "../ui/assessment.css?url";

const Name = z.string().max(40);
const correctsOf = (request: Request) => new URL(request.url).searchParams.get("corrects");

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const { personId, name, instrument, corrects, latest } = await prepareSheet(session, readParam(params.personId, z.uuid()), readParam(params.instrument, Name), correctsOf(request));
  return {
    personId, name, instrument, untexted: isLicensed(instrument), corrects: corrects ? { id: corrects.id, assessedOn: corrects.assessedOn, values: valuesOfRecord(corrects) } : null,
    latestOn: latest?.assessedOn ?? null, assessorName: session.actor.name, today: session.today, mayImport: session.actor.capabilities.has("instruments.manage"),
  };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  const { lang } = webOf(context);
  return submit(request, lang, async ({ data }) => {
    const { personId, instrument, corrects } = await prepareSheet(session, readParam(params.personId, z.uuid()), readParam(params.instrument, Name), correctsOf(request));
    const { recordId } = await recordAssessment(session, readSheet(valuesOf(data), { personId, instrument, corrects: corrects?.id }, lang));
    return redirect(`/assessments/records/${recordId}`);
  });
}

export default function FillSheet() {
  const { personId, name, instrument, untexted, corrects, latestOn, assessorName, today, mayImport } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(assessmentText);
  const language = useLanguage();
  const title = t.sheet.title(instrument.name[language], name);
  const day = (on: string) => formatDayOnly(on, language, today);
  return (
    <>
      <title>{title}</title>
      <PageHeader title={instrument.name[language]} avatar={name} crumbs={[{ label: t.title, to: "/assessments" }, { label: t.person.title(name), to: `/assessments/of/${personId}` }]} lead={instrument.about[language]}
        chips={instrument.verified ? undefined : <Chip tone="due">{t.unverified}</Chip>} />
      {corrects ? <Notice tone="due">{t.sheet.correcting(day(corrects.assessedOn))}</Notice> : latestOn ? <p className="soft">{t.sheet.latest(day(latestOn))}</p> : null}
      {untexted ? <Notice>{t.sheet.licensed} {mayImport ? <Link to={`/instruments/${instrument.id}`}>{t.sheet.bringTexts}</Link> : null}</Notice> : null}
      <p className="soft">{t.sheet.blankHint}</p>
      <SheetForm key={itemsOf(instrument).length + (corrects?.id ?? "")} personId={personId} instrument={instrument} corrects={corrects} assessorName={assessorName} today={today} refused={refused && "refusal" in refused ? refused : undefined} />
    </>
  );
}
