import { useState } from "react";
import { useText } from "#platform/i18n/use-text.ts";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { encountersText } from "../../messages/index.ts";
import type { Entry } from "../../model/encounter.ts";
import { again } from "../../model/sync/photo-queue.ts";
import type { TakenPerson } from "../../service/take-along.ts";
import type { FieldItem } from "./device/box.ts";
import { changePhoto, decideItem, saveVisit, type DrawnPhoto } from "./device/decide-item.ts";
import { keepPhotos, photosBegun, type PhotoDraft } from "./device/photo-drafts.ts";
import { PeopleList } from "./people-list.tsx";
import { SetPin } from "./pin.tsx";
import { QueueList } from "./queue-list.tsx";
import type { Field } from "./use-field.ts";
import { VisitForm } from "./visit-form.tsx";

/** The day on the phone: people, what was written, and the form of one visit. */
export function FieldDay({ field, today }: { field: Field; today: string }) {
  const { field: t } = useText(encountersText);
  const [writing, setWriting] = useState<{ person: TakenPerson; item: FieldItem | undefined; formKey: string; begun: readonly PhotoDraft[] } | null>(null);
  const { taken, items, photos } = field;
  const personOf = (personId: string, name: string): TakenPerson => taken?.people.find((one) => one.personId === personId) ?? { personId, name, age: null, address: "", phone: "", stamp: "", lastOn: null, carers: [], mayPhotograph: false };

  async function begin(person: TakenPerson, item?: FieldItem) {
    const formKey = item ? `field/${item.id}/${item.sendKey}` : `field/${person.personId}/${items.filter(({ entry: { entry } }) => entry.people[0]?.personId === person.personId).length}`;
    // Read before the form stands there: what was said of each is put back with the other words.
    const found: { begun: readonly PhotoDraft[] } = { begun: [] };
    await field.change(async (box) => { found.begun = await photosBegun(box, formKey); });
    setWriting({ person, item, formKey, ...found });
  }

  if (writing) {
    const { person, item, formKey, begun } = writing;
    const keep = (drafts: readonly PhotoDraft[]) => field.change((box) => keepPhotos(box, formKey, drafts));
    const save = async (entry: Entry, drawn: readonly DrawnPhoto[]) => {
      const visit = { id: item?.id ?? crypto.randomUUID(), kept: { entry, name: person.name, why: t.whyEdited }, stamps: person.stamp ? { [person.personId]: person.stamp } : {}, photos: drawn };
      await field.change(async (box) => {
        await saveVisit(box, visit);
        await keepPhotos(box, formKey, []);
      });
      setWriting(null);
    };
    return <VisitForm key={formKey} person={person} topics={taken?.topics ?? []} formKey={formKey} entry={item?.entry.entry} today={today} begun={begun} keep={keep} save={save} cancel={() => setWriting(null)} />;
  }
  return (
    <>
      <PageHeader title={t.title} />
      <PeopleList taken={taken} items={items} today={today} write={(personId) => void begin(personOf(personId, ""))} />
      <QueueList items={items} photos={photos} topics={taken?.topics ?? []} today={today}
        edit={(item) => void begin(personOf(item.entry.entry.people[0]?.personId ?? "", item.entry.name), item)}
        drop={({ id }) => void field.change((box) => decideItem(box, id, "drop"))}
        choose={({ id }, side) => void field.change((box) => decideItem(box, id, side))}
        photo={({ id }, what) => void field.change((box) => changePhoto(box, id, (now) => (what === "drop" ? null : again(now))))} />
      {field.key ? <SetPin fieldKey={field.key} /> : null}
    </>
  );
}
