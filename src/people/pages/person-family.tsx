import { Printer } from "lucide-react";
import { useLoaderData, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { useText } from "#platform/i18n/use-text.ts";
import { Button, ButtonLink } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam } from "#platform/web/form.ts";
import { peopleText } from "../messages/index.ts";
import { layOutEcomap } from "../model/family/ecomap.ts";
import { layOutGenogram } from "../model/family/genogram.ts";
import { showFamily } from "../service/family/show-family.ts";
import { EcomapLegend, EcomapPicture } from "../ui/family/ecomap-picture.tsx";
import { FamilyWords, SupportWords } from "../ui/family/family-words.tsx";
import { GenogramLegend, GenogramPicture } from "../ui/family/genogram-picture.tsx";
import { PersonTabs } from "../ui/person-tabs.tsx";
import styles from "../ui/family/family.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const found = await showFamily(session, readParam(params.personId, z.uuid()), webOf(context).lang);
  const held = (flag: "isCarer" | "isGuardian") => found.relatives.filter((one) => one[flag] && one.untilOn === null).map(({ otherId, id }) => otherId ?? id);
  return {
    person: found.person, family: found.family, supports: found.supports, living: found.living, carers: held("isCarer"), guardians: held("isGuardian"),
    home: found.household.filter(({ untilOn, personId }) => untilOn === null && personId !== found.person.id).map(({ name }) => name),
    picture: layOutGenogram(found.family, new Set(found.living)), map: layOutEcomap(found.supports), today: session.today, mayWrite: session.actor.capabilities.has("people.write"),
  };
}

/** The family and what holds the person up, drawn from what is noted; to be looked at together, and printed. */
export default function PersonFamily() {
  const { person, family, supports, living, carers, guardians, home, picture, map, today, mayWrite } = useLoaderData<typeof loader>();
  const t = useText(peopleText);
  const f = t.family;
  const title = f.title(person.preferredName ?? person.name);
  return (
    <>
      <title>{title}</title>
      <PageHeader title={title} crumbs={[{ label: t.list.title, to: "/people" }, { label: person.name, to: `/people/${person.id}` }]}
        actions={<>{mayWrite ? <ButtonLink to={`/people/${person.id}/relations`}>{f.edit}</ButtonLink> : null}<Button tone="primary" icon={<Printer className="icon" aria-hidden="true" />} onClick={() => window.print()}>{f.print}</Button></>} />
      <div className="no-print"><PersonTabs personId={person.id} current="family" mayWrite={mayWrite} /></div>
      <div className="family-sheet">
        <Card title={f.genogram}>
          {family.members.length < 2 ? <p className="soft">{f.genogramOnly}</p> : (
            <div className="stack">
              <GenogramPicture picture={picture} centre={family.centre} carers={carers} guardians={guardians} today={today} />
              <GenogramLegend />
              <details><summary>{f.inWords}</summary><FamilyWords family={family} carers={carers} guardians={guardians} living={living} today={today} /></details>
            </div>
          )}
        </Card>
      </div>
      <div className="family-sheet">
        <Card title={f.ecomap}>
          {supports.length === 0 ? <p className="soft">{f.ecomapOnly}</p> : (
            <div className="stack">
              <EcomapPicture map={map} name={person.preferredName ?? person.name} home={home} />
              <EcomapLegend />
              <details><summary>{f.inWords}</summary><SupportWords supports={supports} /></details>
            </div>
          )}
        </Card>
      </div>
    </>
  );
}
