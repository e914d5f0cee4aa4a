import { randomUUID } from "node:crypto";
import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { dayIn } from "#kernel/calendar.ts";
import { Refusal } from "#kernel/refusal.ts";
import { formatDay, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { ButtonLink } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { encountersText } from "../messages/index.ts";
import { addPhoto } from "../service/photos/add-photo.ts";
import { withdrawPhoto } from "../service/photos/withdraw-photo.ts";
import { topicsOn } from "../service/topics-on.ts";
import { showEncounter } from "../service/show-encounter.ts";
import { withdrawEncounter } from "../service/withdraw-encounter.ts";
import { EncounterFacts } from "../ui/encounter-facts.tsx";
import { PhotoForm, photoOf } from "../ui/photo-form.ts";
import { RecordPhotos } from "../ui/record-photos.tsx";
import styles from "../ui/photos.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];
const idOf = (params: { encounterId?: string | undefined }) => readParam(params.encounterId, z.uuid());
const Reason = z.string().trim().min(1).max(500);
const Act = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("withdraw"), reason: Reason }),
  z.object({ intent: z.literal("withdraw_photo"), photoId: z.uuid(), reason: Reason }),
  z.object({ intent: z.literal("add_photo") }),
]);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  return { photoId: randomUUID(), opened: new URL(request.url).searchParams.get("photo"), ...(await showEncounter(session, idOf(params))), topics: topicsOn(session.today), today: session.today, mayWrite: session.actor.capabilities.has("encounters.write") };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const session = sessionOf(context);
    const encounterId = idOf(params);
    const act = read(Act);
    if (act.intent === "withdraw") await withdrawEncounter(session, { encounterId, reason: act.reason });
    else if (act.intent === "withdraw_photo") await withdrawPhoto(session, { encounterId, photoId: act.photoId, reason: act.reason });
    else {
      const taken = await photoOf(data, read(PhotoForm));
      if (!taken) throw new Refusal("invalid_input", "platform.check_fields", { fields: [{ field: "photo", reason: "encounter.photo_missing" }] });
      await addPhoto(session, encounterId, taken.photo, taken.bytes);
    }
    return redirect(`/encounters/${encounterId}`);
  });
}

export default function ShowEncounter() {
  const { standing, earlier, withdrawal, topics, today, mayWrite, photographs, photoId, opened } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { show: t, list, modes, minutesOf, fields } = useText(encountersText);
  const texts = useRefusals(encountersText);
  const language = useLanguage();
  const result = answer && "refusal" in answer ? answer : undefined;
  const at = (instant: string) => formatInstant(instant, language, dayIn(new Date(), "Asia/Shanghai"));
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={`${formatDay(standing.happenedOn, language, today)} · ${modes[standing.mode]} · ${minutesOf(standing.minutes)}`} crumbs={[{ label: list.title, to: "/encounters" }]} lead={t.entered(standing.byName, at(standing.at))}
        actions={mayWrite && !withdrawal ? <ButtonLink to={`/encounters/${standing.encounterId}/correct`} tone="primary">{t.correct}</ButtonLink> : null} />
      {withdrawal ? <Notice tone="late">{t.withdrawn(withdrawal.byName, withdrawal.reason)}</Notice> : null}
      <Card title={t.facts}><EncounterFacts of={standing} topics={topics} today={today} /></Card>
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
        <RecordPhotos encounterId={standing.encounterId} of={photographs} opened={opened} photoId={photoId} mayWrite={mayWrite && !withdrawal} at={at} />
      </FormScope>
      {earlier.length > 0 ? (
        <Card title={t.earlier}>
          {earlier.map((row, index) => (
            <section key={row.revision} className="stack tight">
              <p className="soft">{t.entered(row.byName, at(row.at))} · {t.why((earlier[index - 1] ?? standing).why)}</p>
              <EncounterFacts of={row} topics={topics} today={today} />
            </section>
          ))}
        </Card>
      ) : null}
      {mayWrite && !withdrawal ? (
        <FormScope result={undefined} texts={texts} form="record">
          <ConfirmForm trigger={t.withdraw} question={t.reason} confirm={t.withdrawNow} values={{ intent: "withdraw" }}><TextField name="reason" label={t.reason} maxLength={500} /></ConfirmForm>
        </FormScope>
      ) : null}
    </>
  );
}
