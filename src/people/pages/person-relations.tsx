import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Columns, Stack } from "#platform/ui/layout/columns.tsx";
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
import { changeHousehold, HouseholdChange } from "../service/family/change-household.ts";
import { changeMark, MarkChange } from "../service/family/change-marks.ts";
import { changeSupport, SupportChange } from "../service/family/change-supports.ts";
import { showFamily } from "../service/family/show-family.ts";
import { searchPersons } from "../service/lists/search-persons.ts";
import { HouseholdCard } from "../ui/family/household-card.tsx";
import { MarksCard } from "../ui/family/marks-card.tsx";
import { SupportsCard } from "../ui/family/supports-card.tsx";
import { PersonTabs } from "../ui/person-tabs.tsx";
import { RelativeForm, RelativesCard } from "../ui/relative-cards.tsx";
import { SearchBox } from "#platform/ui/list/search-box.tsx";

const HouseholdOfForm = z.discriminatedUnion("intent", [HouseholdChange.options[0].omit({ personId: true }), HouseholdChange.options[1].omit({ personId: true })]);
const SupportOfForm = z.discriminatedUnion("intent", [SupportChange.options[0].omit({ personId: true }), SupportChange.options[1].omit({ personId: true })]);
const RelationsForm = z.discriminatedUnion("intent", [
  NewRelationship.omit({ personId: true, isGuardian: true, isCarer: true }).extend({ intent: z.literal("add"), flags: listOf(z.enum(["isGuardian", "isCarer"])) }),
  z.object({ intent: z.literal("end"), relationshipId: z.uuid(), untilOn: Day }),
  z.object({ intent: z.literal("open"), relationshipId: z.uuid() }),
]);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const personId = readParam(params.personId, z.uuid());
  const family = await showFamily(session, personId, webOf(context).lang);
  if (family.person.id !== personId) throw redirect(`/people/${family.person.id}/relations`);
  const { person, relatives, household, living, marks, noted } = family;
  const q = new URL(request.url).searchParams.get("q") ?? "";
  const found = q === "" ? [] : await searchPersons(session, q, { limit: 20 });
  return { family: { person, relatives, household, living, marks, noted }, found: found.filter(({ id }) => id !== person.id), q, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  const session = sessionOf(context);
  return submit(request, webOf(context).lang, async ({ data, read }) => {
    const personId = readParam(params.personId, z.uuid());
    const intent = String(data.get("intent"));
    if (intent === "move_in" || intent === "move_out") await changeHousehold(session, { ...read(HouseholdOfForm), personId });
    else if (intent === "support" || intent === "support_over") await changeSupport(session, { ...read(SupportOfForm), personId });
    else if (intent === "mark") await changeMark(session, read(MarkChange));
    else {
      const form = read(RelationsForm);
      if (form.intent === "open") return redirect(`/people/${await openRelative(session, form.relationshipId)}`);
      if (form.intent === "end") await endRelationship(session, form);
      else {
        const { flags, intent: _intent, ...relation } = form;
        await addRelationship(session, { ...relation, personId, isGuardian: flags.includes("isGuardian"), isCarer: flags.includes("isCarer") });
      }
    }
    return redirect(`/people/${personId}/relations`);
  });
}

export default function PersonRelations() {
  const { family, found, q, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(peopleText);
  const texts = useRefusals(peopleText);
  const { person, relatives } = family;
  const refused = answer && "refusal" in answer ? answer : undefined;
  const usual = refused && !["move_in", "support", "mark"].includes(String(refused.values.intent)) ? refused : undefined;
  const more = { found: family, today, refused };
  return (
    <>
      <title>{`${t.relations.title} · ${person.name}`}</title>
      <PageHeader title={person.preferredName ?? person.name} lead={t.relations.lead} crumbs={[{ label: t.list.title, to: "/people" }, { label: person.name, to: `/people/${person.id}` }]} />
      <PersonTabs personId={person.id} current="relations" mayWrite />
      <FormScope result={usual} texts={texts}>
        <RefusalNote of={usual?.refusal} texts={texts} labels={t.fields} />
        <Columns even>
          <Stack><RelativesCard relatives={relatives} today={today} /><HouseholdCard {...more} /></Stack>
          <RelativeForm found={found} today={today} search={<SearchBox label={t.relations.search} placeholder={t.list.search} {...(q !== "" && { defaultValue: q })} />} />
        </Columns>
        <Columns even><MarksCard {...more} /><SupportsCard {...more} /></Columns>
      </FormScope>
    </>
  );
}
