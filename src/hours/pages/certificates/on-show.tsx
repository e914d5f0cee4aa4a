import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Card, EmptyState, Notice, PageHeader, RefusalNote, Stack } from "#platform/ui/index.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { hoursText } from "../../messages/index.ts";
import { Words } from "../../model/forms.ts";
import { listOnShow, objectToCertificate } from "../../service/certificates/list-on-show.ts";
import { WordsForm } from "../../ui/words-form.tsx";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { shown: await listOnShow(session), sent: new URL(request.url).searchParams.has("sent"), today: session.today };
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    await objectToCertificate(sessionOf(context), read(z.object({ certificateId: z.uuid(), words: Words })));
    return redirect("/certificates/on-show?sent");
  });
}

export default function OnShow() {
  const { shown, sent, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { onShow: t, period, time, certificate } = useText(hoursText);
  const texts = useRefusals(hoursText);
  const language = useLanguage();
  const day = (on: string) => formatDay(on, language, today);
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} />
      <RefusalNote of={answer && "refusal" in answer ? answer.refusal : undefined} texts={texts} />
      {sent ? <div role="status"><Notice tone="ok">{t.sent}</Notice></div> : null}
      {shown.length === 0 ? <EmptyState title={t.empty} /> : shown.map((one) => (
        <Card key={one.id} title={`${one.name} · ${one.volunteerNumber}`}>
          <Stack>
            <p>{period(day(one.fromOn), day(one.untilOn))} · <b>{time(one.minutes)}</b></p>
            <p className="soft">{certificate.shownUntil(day(one.shownUntilOn))}</p>
            <WordsForm trigger={t.object} question={t.lead} words={t.words} intent="object" values={{ certificateId: one.id }} />
          </Stack>
        </Card>
      ))}
    </>
  );
}
