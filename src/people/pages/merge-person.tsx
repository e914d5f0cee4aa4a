import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { SearchBox } from "#platform/ui/list/search-box.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { peopleText } from "../messages/index.ts";
import { MergeForm, mergeOfForm } from "../model/forms/merge-form.ts";
import { showPerson } from "../service/files/show-person.ts";
import { searchPersons } from "../service/lists/search-persons.ts";
import { keepApart, listAlike } from "../service/merging/list-alike.ts";
import { mergePersons } from "../service/merging/merge-persons.ts";
import { previewMerge } from "../service/merging/preview-merge.ts";
import { undoMerge } from "../service/merging/undo-merge.ts";
import { AlikeList, MergeHistory, MergePreviewForm } from "../ui/merge-cards.tsx";
import { PersonTabs } from "../ui/person-tabs.tsx";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const personId = readParam(params.personId, z.uuid());
  const file = await showPerson(session, personId);
  if ("movedTo" in file) throw redirect(`/people/${file.movedTo}/merge`);
  const query = new URL(request.url).searchParams;
  const [q, otherId] = [query.get("q") ?? "", z.uuid().safeParse(query.get("with")).data];
  const alike = await listAlike(session, personId);
  const found = q === "" ? [] : (await searchPersons(session, q, { limit: 20 })).filter(({ id }) => id !== personId).map(({ id, name, birthOn, communityName }) => ({ personId: id, name, birthOn, note: communityName, reasons: [], certain: false }));
  return {
    person: file.person, merges: file.merges, q, today: session.today, preview: otherId ? await previewMerge(session, { survivorId: personId, mergedId: otherId }) : null,
    candidates: [...alike.map(({ personId: id, name, birthOn, reasons, certain }) => ({ personId: id, name, birthOn, note: null, reasons, certain })), ...found],
  };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ read }) => {
    const personId = readParam(params.personId, z.uuid());
    const form = read(MergeForm);
    if (form.intent === "undo") await undoMerge(session, form.mergeId);
    else if (form.intent === "apart") await keepApart(session, { personId, otherId: form.otherId });
    else {
      const merge = mergeOfForm(personId, form);
      await mergePersons(session, merge);
      return redirect(`/people/${merge.survivorId}`);
    }
    return redirect(`/people/${personId}/merge`);
  });
}

export default function MergePerson() {
  const { person, merges, candidates, preview, q, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(peopleText);
  const texts = useRefusals(peopleText);
  return (
    <>
      <title>{`${t.merge.title} · ${person.name}`}</title>
      <PageHeader title={person.preferredName ?? person.name} lead={t.merge.lead} crumbs={[{ label: t.list.title, to: "/people" }, { label: person.name, to: `/people/${person.id}` }]} />
      <PersonTabs personId={person.id} current="merge" mayWrite />
      <FormScope result={refused} texts={texts}>
        <RefusalNote of={refused?.refusal} texts={texts} labels={t.fields} />
        {preview ? <MergePreviewForm preview={preview} /> : null}
        <Card title={t.merge.alike}>
          <div className="stack"><SearchBox label={t.merge.search} placeholder={t.list.search} {...(q !== "" && { defaultValue: q })} /><AlikeList personId={person.id} candidates={candidates} /></div>
        </Card>
        <MergeHistory merges={merges} today={today} />
      </FormScope>
    </>
  );
}
