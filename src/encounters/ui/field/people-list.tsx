import { PenLine, Phone } from "lucide-react";
import { formatDayOnly, formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Button } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { EmptyState } from "#platform/ui/show/empty-state.tsx";
import { encountersText } from "../../messages/index.ts";
import { LIST_HOURS } from "../../model/sync/kept-list.ts";
import type { FieldItem } from "./device/box.ts";
import type { FieldList } from "./device/take-along.ts";

/** Today's people, each with the one thing to do. */
export function PeopleList({ taken, items, today, write }: { taken: FieldList | null; items: readonly FieldItem[]; today: string; write: (personId: string) => void }) {
  const { field: t } = useText(encountersText);
  const language = useLanguage();
  const done = new Set(items.filter(({ entry: { entry } }) => entry.happenedOn === today).flatMap(({ entry: { entry } }) => entry.people.map(({ personId }) => personId)));
  return (
    <Card title={t.people}>
      {taken?.until ? <p className="small soft">{t.until(formatInstant(taken.until, language, today), LIST_HOURS)}</p> : null}
      {taken && taken.until === null ? <EmptyState title={t.over} level={3}>{t.overHint(LIST_HOURS)}</EmptyState> : !taken || taken.people.length === 0 ? <EmptyState title={t.nobody} level={3}>{t.nobodyHint}</EmptyState> : (
        <ul className="field-people">
          {taken.people.map(({ personId, name, age, address, phone, lastOn }) => (
            <li key={personId}>
              <div>
                <strong>{name}</strong> {age === null ? null : <span className="soft">{t.years(age)}</span>} {done.has(personId) ? <Chip tone="ok">{t.done}</Chip> : null}
                <div className="small soft">{[address, lastOn ? t.last(formatDayOnly(lastOn, language, today)) : t.never].filter(Boolean).join(" · ")}</div>
              </div>
              <div className="field-acts">
                {phone ? <a className="button" href={`tel:${phone}`} aria-label={`${t.call} ${name}`}><Phone className="icon" aria-hidden="true" /></a> : null}
                <Button tone={done.has(personId) ? "plain" : "primary"} icon={<PenLine className="icon" aria-hidden="true" />} onClick={() => write(personId)} aria-label={`${done.has(personId) ? t.again : t.write} ${name}`}>{done.has(personId) ? t.again : t.write}</Button>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
