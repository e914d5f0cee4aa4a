import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Button } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import type { Tone } from "#platform/ui/show/tone.ts";
import { encountersText } from "../../messages/index.ts";
import type { ItemState } from "../../model/sync/queue.ts";
import type { TakenAlong } from "../../service/take-along.ts";
import type { FieldItem, FieldPhotoItem } from "./device/box.ts";
import { ClashChoice } from "./clash-choice.tsx";

const TONES: Readonly<Record<ItemState, Tone>> = { waiting: "due", sending: "calm", accepted: "ok", refused: "late", clash: "late" };
const ORDER: readonly ItemState[] = ["clash", "refused", "sending", "waiting", "accepted"];

export interface QueueActions {
  edit: (item: FieldItem) => void;
  drop: (item: FieldItem) => void;
  choose: (item: FieldItem, side: "mine" | "theirs") => void;
  photo: (photo: FieldPhotoItem, what: "drop" | "again") => void;
}

/** What was written on this device, each with a state of its own; what wants a look stands first. */
export function QueueList({ items, photos, topics, today, ...acts }: { items: readonly FieldItem[]; photos: readonly FieldPhotoItem[]; topics: TakenAlong["topics"]; today: string } & QueueActions) {
  const { field: t, modes, minutesOf, refusals } = useText(encountersText);
  const language = useLanguage();
  const known = new Set(items.map(({ id }) => id));
  const alone = photos.filter(({ entry }) => !known.has(entry.of));
  if (items.length + alone.length === 0) return null;
  return (
    <Card title={t.queue}>
      <ul className="field-people">
        {items.toSorted((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)).map((item) => (
          <li key={item.id} className={item.state}>
            <div>
              <strong>{item.entry.name}</strong> <Chip tone={TONES[item.state]}>{t.states[item.state]}</Chip>
              <div className="small soft">{[formatDayOnly(item.entry.entry.happenedOn, language, today), modes[item.entry.entry.mode], minutesOf(item.entry.entry.minutes), item.entry.entry.seen.slice(0, 40)].filter(Boolean).join(" · ")}</div>
              {item.state === "refused" ? <p className="fault">{refusals[item.reason ?? ""] ?? item.reason}</p> : null}
              <PhotoLines photos={photos.filter(({ entry }) => entry.of === item.id)} act={acts.photo} />
              {item.state === "clash" ? <ClashChoice item={item} topics={topics} choose={(side) => acts.choose(item, side)} /> : null}
            </div>
            {item.state === "clash" ? null : (
              <div className="field-acts">
                <Button onClick={() => acts.edit(item)} aria-label={`${t.edit} ${item.entry.name}`}>{t.edit}</Button>
                {item.state === "refused" ? <details className="confirm"><summary className="button danger">{t.drop}</summary><div className="confirm-body"><p>{t.dropAsk}</p><Button tone="danger" onClick={() => acts.drop(item)}>{t.dropNow}</Button></div></details> : null}
              </div>
            )}
          </li>
        ))}
        {alone.length > 0 ? <li><div><strong>{t.photosAlone}</strong><PhotoLines photos={alone} act={acts.photo} /></div></li> : null}
      </ul>
    </Card>
  );
}

/** Photographs of one entry, each with a state of its own. */
function PhotoLines({ photos, act }: { photos: readonly FieldPhotoItem[]; act: QueueActions["photo"] }) {
  const { field: t, photos: words, refusals } = useText(encountersText);
  if (photos.length === 0) return null;
  return (
    <ul className="field-photos">
      {photos.map((photo) => (
        <li key={photo.id}>
          <span>{words.of(photo.entry.caption)}</span> <Chip tone={TONES[photo.state]}>{t.states[photo.state]}</Chip>
          {photo.state === "refused" ? (
            <>
              <p className="fault">{refusals[photo.reason ?? ""] ?? t.photoRefused}</p>
              <div className="field-acts">
                <Button onClick={() => act(photo, "again")} aria-label={`${t.photoAgain} ${photo.entry.caption}`}>{t.photoAgain}</Button>
                <details className="confirm"><summary className="button danger">{t.photoDrop}</summary><div className="confirm-body"><p>{t.dropAsk}</p><Button tone="danger" onClick={() => act(photo, "drop")}>{t.dropNow}</Button></div></details>
              </div>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
