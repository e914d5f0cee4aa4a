import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink, Card, Chip, Columns, Notice, PageHeader, PanelCard, Stack, Timeline } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { caseworkText } from "../../messages/index.ts";
import { CaseStep } from "../../model/cases/decide-step.ts";
import { caseChoices } from "../../service/cases/case-choices.ts";
import { casePanels } from "../../service/cases/case-panels.ts";
import { showCase } from "../../service/cases/show-case.ts";
import { stepCase } from "../../service/cases/step-case.ts";
import { NeedsCard, OtherCasesCard, RelationsCard, WhoCard } from "../../ui/cases/about-cards.tsx";
import { STANDING_TONES, timelineOf } from "../../ui/cases/case-words.ts";
import { CaseStepper } from "../../ui/cases/case-stepper.tsx";
import { NextSteps } from "../../ui/cases/next-steps.tsx";
import { WaitingCard } from "../../ui/cases/waiting-card.tsx";
import needStyles from "../../ui/needs.css?url";
import styles from "../../ui/cases/cases.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }, { rel: "stylesheet", href: needStyles }];
const caseIdOf = (params: { caseId?: string | undefined }) => readParam(params.caseId, z.uuid());
const Taken = z.object({ version: z.coerce.number().int(), onDay: z.iso.date() });

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const file = await showCase(session, caseIdOf(params));
  const panels = await casePanels.load(session, { caseId: file.case.caseId, personId: file.card.id, recordIds: file.records }, webOf(context).lang);
  return { file, panels, choices: await caseChoices(session), today: session.today, mayDraw: session.actor.capabilities.has("people.read"), opened: new URL(request.url).searchParams.has("opened") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ read }) => {
    const caseId = caseIdOf(params);
    await stepCase(session, { caseId, ...read(Taken), step: read(CaseStep) });
    return redirect(`/cases/${caseId}`);
  });
}

export default function ShowCase() {
  const { file, panels, choices, today, mayDraw, opened } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { cases: t } = useText(caseworkText);
  const language = useLanguage();
  const { case: one, events, may } = file;
  const ground = { caseId: one.caseId, version: one.version, lastOn: events.at(-1)!.onDay, today, refused: answer && "refusal" in answer ? answer : undefined };
  return (
    <>
      <title>{`${file.card.name} · ${t.title}`}</title>
      <PageHeader title={file.card.preferredName ?? file.card.name} avatar={file.card.name} crumbs={[{ label: t.page.crumbs, to: "/cases" }]} lead={[one.reference, one.programmeName, one.episode > 1 ? t.page.episode(one.episode) : null].filter(Boolean).join(" · ")}
        chips={<Chip tone={STANDING_TONES[one.standing]}>{t.standings[one.standing]}</Chip>}
        actions={<><ButtonLink to={`/access/case/${one.caseId}`}>{t.page.access}</ButtonLink><ButtonLink to={`/cases/${one.caseId}/print`}>{t.page.print}</ButtonLink></>} />
      {opened ? <Notice tone="ok">{t.open.opened}</Notice> : null}
      <Card><CaseStepper stage={one.stage} standing={one.standing} /></Card>
      <Columns>
        <Stack>
          {one.pendingKind ? <WaitingCard file={file} ground={ground} /> : may.lead ? <NextSteps file={file} choices={choices} ground={ground} /> : null}
          {panels.map((panel) => <PanelCard key={panel.key} panel={panel} />)}
          <Card title={t.page.timeline}><Timeline label={t.page.timeline} items={timelineOf(events, { workers: file.names, teams: file.teamNames }, t, language, today)} /></Card>
        </Stack>
        <Stack>
          <WhoCard file={file} today={today} />
          <RelationsCard file={file} picture={mayDraw} />
          <NeedsCard file={file} />
          <OtherCasesCard file={file} />
        </Stack>
      </Columns>
    </>
  );
}
