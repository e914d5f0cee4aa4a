import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Columns } from "#platform/ui/layout/columns.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { listOf, readParam, submit } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { peopleText } from "../messages/index.ts";
import { Day } from "../model/person.ts";
import { NewRelationship } from "../model/relationship.ts";
import { addRelationship } from "../service/facts/add-relationships.ts";
import { endRelationship } from "../service/facts/end-relationship.ts";
import { openRelative } from "../service/facts/open-relative.ts";
import { showPerson } from "../service/files/show-person.ts";
import { searchPersons } from "../service/lists/search-persons.ts";
import { PersonTabs } from "../ui/person-tabs.tsx";
import { RelativeForm, RelativesCard } from "../ui/relative-cards.tsx";
import { SearchBox } from "#platform/ui/list/search-box.tsx";

const RelationsForm = z.discriminatedUnion("intent", [
  NewRelationship.omit({ personId: true, isGuardian: true, isCarer: true }).extend({ intent: z.literal("add"), flags: listOf(z.enum(["isGuardian", "isCarer"])) }),
  z.object({ intent: z.literal("end"), relationshipId: z.uuid(), untilOn: Day }),
  z.object({ intent: z.literal("open"), relationshipId: z.uuid() }),
]);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const file = await showPerson(session, readParam(params.personId, z.uuid()));
  if ("movedTo" in file) throw redirect(`/people/${file.movedTo}/relations`);
  const q = new URL(request.url).searchParams.get("q") ?? "";
  const found = q === "" ? [] : await searchPersons(session, q, { limit: 20 });
  return { person: file.person, relatives: file.relatives, found: found.filter(({ id }) => id !== file.person.id), q, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ read }) => {
    const personId = readParam(params.personId, z.uuid());
    const form = read(RelationsForm);
    if (form.intent === "open") return redirect(`/people/${await openRelative(session, form.relationshipId)}`);
    if (form.intent === "end") await endRelationship(session, form);
    else {
      const { flags, intent: _intent, ...relation } = form;
      await addRelationship(session, { ...relation, personId, isGuardian: flags.includes("isGuardian"), isCarer: flags.includes("isCarer") });
    }
    return redirect(`/people/${personId}/relations`);
  });
}

export default function PersonRelations() {
  const { person, relatives, found, q, today } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useText(peopleText);
  const texts = useRefusals(peopleText);
  return (
    <>
      <title>{`${t.relations.title} · ${person.name}`}</title>
      <PageHeader title={person.preferredName ?? person.name} lead={t.relations.lead} crumbs={[{ label: t.list.title, to: "/people" }, { label: person.name, to: `/people/${person.id}` }]} />
      <PersonTabs personId={person.id} current="relations" mayWrite />
      <FormScope result={refused} texts={texts}>
        <RefusalNote of={refused?.refusal} texts={texts} labels={t.fields} />
        <Columns even>
          <RelativesCard relatives={relatives} today={today} />
          <RelativeForm found={found} today={today} search={<SearchBox label={t.relations.search} placeholder={t.list.search} {...(q !== "" && { defaultValue: q })} />} />
        </Columns>
      </FormScope>
    </>
  );
}
