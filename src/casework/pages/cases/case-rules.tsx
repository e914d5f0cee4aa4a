import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Columns, Notice, PageHeader, Stack } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { listOf, submit } from "#platform/web/form.ts";
import { caseworkText } from "../../messages/index.ts";
import { ApprovalStep, CASE_STAGES, type CaseStage } from "../../model/cases/case.ts";
import { ReviewDays } from "../../model/cases/case-policy.ts";
import { caseChoices } from "../../service/cases/case-choices.ts";
import { changeNames, listNames, NameChange } from "../../service/cases/change-names.ts";
import { changeCaseRules, showCaseRules } from "../../service/cases/change-rules.ts";
import { ProgrammesCard, RulesForm, TeamsCard } from "../../ui/cases/rules-cards.tsx";
import styles from "../../ui/cases/cases.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const RulesOfForm = z.object({ version: z.coerce.number().int(), approvals: listOf(ApprovalStep), note: z.string().max(500).default(""), ...ReviewDays.shape });

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { rules: await showCaseRules(session), names: await listNames(session), workers: (await caseChoices(session)).workers, today: session.today, saved: new URL(request.url).searchParams.has("saved") };
}

export function action({ request, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    if (data.get("intent") === "rules") {
      const { version, approvals, note, ...days } = read(RulesOfForm);
      await changeCaseRules(session, { version, approvals, note, reviewDays: days as Record<CaseStage, number> });
    } else await changeNames(session, read(NameChange));
    return redirect("/cases/rules?saved");
  });
}

export default function CaseRules() {
  const { rules, names, workers, today, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { cases: t } = useText(caseworkText);
  const language = useLanguage();
  const refused = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.rules.title}</title>
      <PageHeader title={t.rules.title} lead={t.rules.lead} crumbs={[{ label: t.title, to: "/cases" }]} />
      {saved ? <Notice tone="ok">{t.rules.saved}</Notice> : null}
      <Columns even>
        <Stack>
          <RulesForm key={rules.last} current={rules.current} last={rules.last} stages={CASE_STAGES} refused={refused} />
          {rules.versions.length > 0 ? <Card title={t.rules.versions}><ul className="stack tight">{rules.versions.map(({ version, fromOn, byName, note }) => <li key={version}>{t.rules.line(version, formatDayOnly(fromOn, language, today), byName)} <span className="soft">{note}</span></li>)}</ul></Card> : null}
        </Stack>
        <Stack>
          <TeamsCard teams={names.teams} workers={workers} refused={refused} />
          <ProgrammesCard programmes={names.programmes} refused={refused} />
        </Stack>
      </Columns>
    </>
  );
}
