import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, Columns, DataList, EmptyState, Notice, PageHeader, Stack } from "#platform/ui/index.ts";
import { PrintButton } from "#platform/ui/layout/print-button.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { insightsText } from "../../messages/index.ts";
import { DIGEST_LINES } from "../../model/digest/digest.ts";
import { changeDigestRule, chooseDigestMail, MailChoice, RuleChange } from "../../service/digest/change-digest.ts";
import { showDigest } from "../../service/digest/show-digest.ts";
import { DigestFigures } from "../../ui/digest/digest-figures.tsx";
import { DigestMailCard, DigestRuleCard } from "../../ui/digest/digest-settings.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { shown: await showDigest(session), today: session.today, saved: new URL(request.url).searchParams.has("saved") };
}

export function action({ request, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    if (data.get("intent") === "mail") await chooseDigestMail(session, read(MailChoice));
    else await changeDigestRule(session, read(RuleChange));
    return redirect("/digest?saved");
  });
}

export default function ShowDigest() {
  const { shown: { figures, past, rule, mail }, today, saved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { digest: t } = useText(insightsText);
  const language = useLanguage();
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} actions={<PrintButton label={t.print} />} />
      {saved ? <Notice tone="ok">{t.saved}</Notice> : null}
      <Stack>
        <DigestFigures figures={figures} />
        <Card title={t.past} flush>
          <DataList caption={t.past} rows={past} rowKey={({ weekOn }) => weekOn} rowTo={({ weekOn }) => `/digest/${weekOn}`} empty={<EmptyState title={t.pastEmpty} level={3}>{t.pastHint}</EmptyState>}
            columns={[
              { key: "week", label: t.title, render: ({ weekOn }) => t.week(formatDay(weekOn, language, today)) },
              { key: "made", label: t.made, render: ({ madeAt }) => formatInstant(madeAt, language, today) },
              { key: "all", label: t.all, end: true, render: ({ figures: { lines } }) => DIGEST_LINES.reduce((sum, line) => sum + (lines[line] ?? 0), 0) },
            ]} />
        </Card>
        <Columns even>
          <DigestRuleCard key={rule.version} rule={rule} refused={answer && "refusal" in answer ? answer : undefined} />
          <DigestMailCard mail={mail} />
        </Columns>
      </Stack>
    </>
  );
}
