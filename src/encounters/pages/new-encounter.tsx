import { randomUUID } from "node:crypto";
import { Form, Link, redirect, useActionData, useLoaderData, type ActionFunctionArgs, type ClientActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { offlineAware, unlessOffline } from "#platform/web/offline.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { encountersText } from "../messages/index.ts";
import { readAdded } from "../model/added.ts";
import { offerEntry } from "../service/offer-entry.ts";
import { readyPhoto } from "../service/photos/add-photo.ts";
import { recordEncounter } from "../service/record-encounter.ts";
import { EntryFields } from "../ui/entry-form.tsx";
import { EntryForm, sentOf } from "../ui/entry-values.ts";
import { PhotoFields } from "../ui/photo-fields.tsx";
import { PhotoForm, photoOf } from "../ui/photo-form.ts";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const added = readAdded(new URL(request.url).searchParams);
  return { offer: await offerEntry(session, readParam(params.personId, z.uuid()), added), added, entryId: randomUUID(), photoId: randomUUID(), today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const personId = readParam(params.personId, z.uuid());
    const taken = await photoOf(data, read(PhotoForm));
    await recordEncounter(session, sentOf(read(EntryForm), { personId, role: "client" }, session.today), taken && await readyPhoto(taken.photo, taken.bytes));
    return redirect(`/encounters/of/${personId}`);
  });
}

/** Without a network nothing is lost: the draft stays and the form says what to do. */
export const clientAction = (args: ClientActionFunctionArgs) => offlineAware(() => args.serverAction<typeof action>());

export const shouldRevalidate = unlessOffline;

export default function NewEncounter() {
  const { offer, added, entryId, photoId, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action | typeof clientAction>();
  const { form: t, fields, person, photos } = useText(encountersText);
  const texts = useRefusals(encountersText);
  const { personId, name } = offer.person;
  const { ref, ...draft } = useDraft(`encounter/${personId}`);
  const result = answer && "refusal" in answer ? answer : undefined;
  return (
    <>
      <title>{t.title(name)}</title>
      <PageHeader title={t.title(name)} crumbs={[{ label: person.crumb, to: `/encounters/of/${personId}` }]}
        actions={<Link className="button quiet" to={`/encounters/new?for=${personId}&add=${added.join(",")}`}>{t.addPerson}</Link>} />
      {answer && "offline" in answer ? <Notice tone="late">{t.offline}</Notice> : null}
      <FormScope result={result} texts={texts}>
        <RefusalNote of={result?.refusal} texts={texts} labels={fields} />
        <Form method="post" ref={ref} className="form" encType="multipart/form-data">
          <input type="hidden" name="entryId" value={entryId} />
          <EntryFields offer={offer} today={today} />
          <details open={result?.refusal.fields?.some(({ field }) => field.startsWith("photo")) ?? false}>
            <summary>{photos.addMore}</summary>
            <div className="stack"><PhotoFields photoId={photoId} offered={offer.photographed} optional /><p className="small soft">{photos.moreLater}</p></div>
          </details>
          <DraftNote draft={draft} />
          <SubmitButton big>{t.save}</SubmitButton>
        </Form>
      </FormScope>
    </>
  );
}
