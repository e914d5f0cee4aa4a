import { useState } from "react";
import { useText } from "#platform/i18n/use-text.ts";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { encountersText } from "../../messages/index.ts";
import type { Entry } from "../../model/encounter.ts";
import { choose, edit, enter } from "../../model/sync/queue.ts";
import type { TakenPerson } from "../../service/take-along.ts";
import type { FieldItem } from "./box.ts";
import { PeopleList } from "./people-list.tsx";
import { SetPin } from "./pin.tsx";
import { QueueList } from "./queue-list.tsx";
import type { Field } from "./use-field.ts";
import { VisitForm } from "./visit-form.tsx";

/** The day on the phone: people, what was written, and the form of one visit. */
export function FieldDay({ field, today }: { field: Field; today: string }) {
  const { field: t } = useText(encountersText);
  const [writing, setWriting] = useState<{ person: TakenPerson; item: FieldItem | undefined } | null>(null);
  const { taken, items } = field;
  const personOf = (personId: string, name: string): TakenPerson => taken?.people.find((one) => one.personId === personId) ?? { personId, name, age: null, address: "", phone: "", stamp: "", lastOn: null, carers: [] };

  if (writing && taken) {
    const { person, item } = writing;
    const formKey = item ? `field/${item.id}/${item.sendKey}` : `field/${person.personId}/${items.filter(({ entry: { entry } }) => entry.people[0]?.personId === person.personId).length}`;
    const save = async (entry: Entry) => {
      const kept = { entry, name: person.name, why: t.whyEdited };
      const id = item?.id ?? crypto.randomUUID();
      await field.change(id, (now) => (now ? edit(now, crypto.randomUUID(), kept) : enter(id, crypto.randomUUID(), kept, person.stamp ? { [person.personId]: person.stamp } : {})));
      setWriting(null);
    };
    return <VisitForm key={formKey} person={person} taken={taken} formKey={formKey} entry={item?.entry.entry} today={today} save={save} cancel={() => setWriting(null)} />;
  }
  return (
    <>
      <PageHeader title={t.title} />
      <PeopleList taken={taken} items={items} today={today} write={(personId) => setWriting({ person: personOf(personId, ""), item: undefined })} />
      <QueueList items={items} topics={taken?.topics ?? []} today={today}
        edit={(item) => setWriting({ item, person: personOf(item.entry.entry.people[0]?.personId ?? "", item.entry.name) })}
        drop={({ id }) => void field.change(id, () => null)}
        choose={({ id }, side) => void field.change(id, (item) => item && choose(item, side, { id: crypto.randomUUID(), sendKey: crypto.randomUUID() }))} />
      {field.key ? <SetPin fieldKey={field.key} /> : null}
    </>
  );
}
