import { Form, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatClock, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { readTextChannels } from "#platform/notify/text-channels.ts";
import { ButtonLink, SubmitButton } from "#platform/ui/form/button.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Facts } from "#platform/ui/show/facts.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { messagingText } from "../messages/index.ts";
import { draftEndsAt } from "../model/draft-end.ts";
import { REASONS, STATES } from "../model/terms.ts";
import { releaseMessage } from "../service/sending/release-message.ts";
import { stopMessage } from "../service/sending/stop-message.ts";
import { showMessage } from "../service/show-message.ts";
import { PreviewCards } from "../ui/preview-cards.tsx";
import { Receivers } from "../ui/receivers.tsx";
import { ResultCards } from "../ui/result-cards.tsx";
import { StandingChip } from "../ui/standing-chip.tsx";

const SHOWN = [...REASONS, ...STATES, "app", "text", "joined", "guardian"] as const;
const idOf = (params: { messageId?: string | undefined }) => readParam(params.messageId, z.uuid());

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const query = new URL(request.url).searchParams;
  const show = z.enum(SHOWN).safeParse(query.get("show")).data;
  const shown = await showMessage(session, idOf(params), { show, after: query.get("after") });
  return { ...shown, show, gateway: readTextChannels(process.env).length > 0, today: session.today, now: session.now.toISOString() };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const { step } = read(z.object({ step: z.enum(["release", "stop"]) }));
    const id = idOf(params);
    if (step === "release") await releaseMessage(sessionOf(context), id);
    else await stopMessage(sessionOf(context), id);
    return redirect(`/messages/${id}`);
  });
}

export default function ShowMessagePage() {
  const { message, preview, counts, receivers, show, gateway, today, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(messagingText);
  const language = useLanguage();
  const texts = useRefusals(messagingText);
  const waiting = message.leavesAt !== null && message.stoppedAt === null && new Date(message.leavesAt) > new Date(now);
  const unsent = counts.some(({ state }) => state === "queued" || state === "failed");
  return (
    <>
      <title>{t.show.title}</title>
      <PageHeader title={t.show.title} eyebrow={t.kinds[message.kind]} crumbs={[{ label: t.title, to: "/messages" }]} actions={<ButtonLink to={`/messages/new?like=${message.id}`}>{t.show.again}</ButtonLink>} />
      <RefusalNote of={answer && "refusal" in answer ? answer.refusal : undefined} texts={texts} />
      {waiting ? <Notice tone="due">{t.show.waiting(formatClock(message.leavesAt!))}</Notice> : null}
      {message.stoppedAt !== null ? <Notice tone="late">{t.show.stoppedAt(formatInstant(message.stoppedAt, language, today))}</Notice> : null}
      {message.leavesAt === null ? <Notice>{t.show.draftUntil(formatInstant(draftEndsAt(message.at), language, today))}</Notice> : null}
      <Card title={t.show.asRead}>
        <div className="stack">
          <p className="measure strong">{message.words}</p>
          {message.easyWords ? <p className="measure"><span className="soft">{t.show.easy}</span><br />{message.easyWords}</p> : <p className="soft">{t.show.noEasy}</p>}
          <Facts facts={[
            { label: t.show.smsText, value: t.sms(message.words, "https://…") }, { label: t.show.to, value: message.audienceWords }, { label: t.show.by, value: message.byName },
            { label: t.list.state, value: <StandingChip message={message} now={now} /> },
            ...(message.leavesAt !== null ? [{ label: t.show.leaves, value: formatInstant(message.leavesAt, language, today) }] : []),
          ]} />
        </div>
      </Card>
      {preview ? <PreviewCards preview={preview} gateway={gateway} /> : <ResultCards messageId={message.id} counts={counts} />}
      {message.leavesAt !== null && message.stoppedAt === null && (waiting || unsent) ? (
        <Form method="post" className="cluster"><IdempotencyField /><SubmitButton tone="danger" name="step" value="stop">{waiting ? t.show.stop : t.show.stopRest}</SubmitButton></Form>
      ) : null}
      {receivers && show ? <Receivers page={receivers} show={show} today={today} /> : null}
    </>
  );
}
