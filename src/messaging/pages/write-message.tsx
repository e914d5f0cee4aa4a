import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDay } from "#platform/i18n/days.ts";
import type { Language } from "#platform/i18n/language.ts";
import { useText } from "#platform/i18n/use-text.ts";
import { DraftForm } from "#platform/ui/draft/draft-form.tsx";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import type { Session } from "#platform/db/session.ts";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { messagingText } from "../messages/index.ts";
import { type Audience, audienceKey, NewMessage, SIDES, STANDINGS } from "../model/forms.ts";
import { KINDS } from "../model/terms.ts";
import { audienceChoices } from "../service/audience.ts";
import { writeMessage } from "../service/sending/write-message.ts";
import { showMessage } from "../service/show-message.ts";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const params = new URL(request.url).searchParams;
  const like = z.uuid().safeParse(params.get("like")).data;
  const message = like ? (await showMessage(session, like)).message : null;
  return {
    groups: await choices(session, webOf(context).lang), to: message ? audienceKey(message.audience) : params.get("to") ?? undefined,
    begun: message && { kind: message.kind, words: message.words, easyWords: message.easyWords },
  };
}

/** Whom one may write to, as one list in groups; the words of the choice are kept with the message. */
async function choices(session: Session, lang: Language) {
  const { segments, programmes, teams, sessions } = await audienceChoices(session);
  const { audience: t } = messagingText[lang];
  const option = (audience: Audience, label: string) => ({ value: audienceKey(audience), label });
  return [
    { group: t.segment, options: segments.map(({ id, name }) => option({ of: "segment", id }, name)) },
    { group: t.programme, options: programmes.flatMap(({ id, name }) => STANDINGS.map((standing) => option({ of: "programme", id, standing }, t.of(name, t.standings[standing])))) },
    { group: t.team, options: teams.map(({ id, name }) => option({ of: "team", id }, name)) },
    { group: t.session, options: sessions.flatMap(({ id, name, onDay }) => SIDES.map((side) => option({ of: "session", id, side }, t.of(t.onDay(formatDay(onDay, lang, session.today), name), t.sides[side])))) },
  ].filter(({ options }) => options.length > 0);
}

export function action({ request, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const session = sessionOf(context);
    const input = read(NewMessage);
    const groups = await choices(session, webOf(context).lang);
    const chosen = groups.flatMap(({ group, options }) => options.map((one) => ({ ...one, group }))).find(({ value }) => value === audienceKey(input.audience));
    const { id } = await writeMessage(session, { ...input, audienceWords: (chosen ? messagingText[webOf(context).lang].audience.within(chosen.group, chosen.label) : audienceKey(input.audience)).slice(0, 200) });
    return redirect(`/messages/${id}`);
  });
}

export default function WriteMessagePage() {
  const { groups, to, begun } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { write: t, title, kinds, fields } = useText(messagingText);
  const texts = useRefusals(messagingText);
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title}</title>
      <PageHeader title={t.title} lead={t.lead} crumbs={[{ label: title, to: "/messages" }]} />
      {groups.length === 0 ? <EmptyState title={t.nobody} /> : (
        <FormScope result={result} texts={texts}>
          <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
          <Card>
            <DraftForm formKey={`message/new/${to ?? ""}`} className="form" actions={<FormActions><SubmitButton>{t.save}</SubmitButton></FormActions>}>
              <IdempotencyField />
              <Select name="audience" label={t.to} options={groups} defaultValue={to} />
              <RadioCards name="kind" label={t.kind} hint={t.kindHint} defaultValue={begun?.kind ?? "activities"} choices={KINDS.map((value) => ({ value, label: kinds[value] }))} />
              <TextArea name="words" label={t.words} hint={t.wordsHint} maxLength={300} defaultValue={begun?.words} />
              <TextArea name="easyWords" label={t.easy} hint={t.easyHint} optional maxLength={300} rows={3} defaultValue={begun?.easyWords} />
            </DraftForm>
          </Card>
        </FormScope>
      )}
    </>
  );
}
