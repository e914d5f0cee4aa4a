import { Camera } from "lucide-react";
import { useRef, useState, type ChangeEvent } from "react";
import { useText } from "#platform/i18n/use-text.ts";
import { Button } from "#platform/ui/form/button.tsx";
import { CheckboxGroup } from "#platform/ui/form/choices.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { encountersText } from "../../messages/index.ts";
import { MOST_PHOTOS } from "../../model/photo.ts";
import type { DrawnPhoto } from "./device/decide-item.ts";
import type { PhotoDraft } from "./device/photo-drafts.ts";
import { shrinkPhoto } from "./device/shrink-photo.ts";

export interface PhotoDrafts {
  readonly drafts: readonly PhotoDraft[];
  /** What is missing, by the field it is missing at. */
  readonly faults: Readonly<Record<string, string>>;
  readonly unreadable: boolean;
  /** The device has no room: a closed page would lose them. */
  readonly unkept: boolean;
  pick(files: readonly Blob[]): Promise<void>;
  remove(key: string): void;
  /** The photographs with what the form says of them; null, and said at the fields, while something is missing. */
  drawn(data: FormData): DrawnPhoto[] | null;
}

/** Photographs taken while a visit is written, drawn anew the moment they are chosen and kept until it is saved; `begun` was found from before. */
export function usePhotoDrafts(begun: readonly PhotoDraft[], keep: (drafts: readonly PhotoDraft[]) => Promise<void>): PhotoDrafts {
  const [drafts, setDrafts] = useState(begun);
  const latest = useRef(begun);
  const [unkept, setUnkept] = useState(false);
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({});
  const [unreadable, setUnreadable] = useState(false);
  function change(next: readonly PhotoDraft[]) {
    latest.current = next;
    setDrafts(next);
    keep(next).then(() => setUnkept(false), () => setUnkept(true));
  }
  return {
    drafts, faults, unreadable, unkept,
    pick: async (files) => {
      const drawn = await Promise.all(files.map((file) => shrinkPhoto(file).catch(() => null)));
      setUnreadable(drawn.includes(null));
      change([...latest.current, ...drawn.flatMap((picture) => (picture === null ? [] : [{ key: crypto.randomUUID(), picture }]))].slice(0, MOST_PHOTOS));
    },
    remove: (key) => change(latest.current.filter((draft) => draft.key !== key)),
    drawn: (data) => {
      const missing: Record<string, string> = {};
      const said = drafts.map(({ key, picture }) => {
        const caption = String(data.get(`caption-${key}`) ?? "").trim();
        const shows = data.getAll(`shows-${key}`).map(String);
        const people = shows.filter((one) => one !== "nobody");
        if (caption === "") missing[`caption-${key}`] = "encounter.photo_caption";
        if (shows.length === 0 || (people.length > 0 && people.length < shows.length)) missing[`shows-${key}`] = "encounter.photo_say_who";
        return { caption, shows: people, picture };
      });
      setFaults(missing);
      return Object.keys(missing).length > 0 ? null : said;
    },
  };
}

export interface VisitPhotosProps {
  photos: PhotoDrafts;
  people: readonly { readonly personId: string; readonly name: string; readonly mayPhotograph: boolean }[];
}

/** Photographs of one visit: taken or chosen, looked at, and said what they show. */
export function VisitPhotos({ photos: { drafts, faults, unreadable, unkept, pick, remove }, people }: VisitPhotosProps) {
  const { photos: t, field, refusals } = useText(encountersText);
  const input = useRef<HTMLInputElement>(null);
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const files = [...(event.target.files ?? [])];
    event.target.value = "";
    void pick(files);
  };
  const faultOf = (name: string) => (faults[name] ? refusals[faults[name]] : undefined);
  return (
    <div className="stack">
      {drafts.map(({ key, picture }, index) => (
        <div key={key} className="field-photo stack tight" role="group" aria-label={`${t.file} ${index + 1}`}>
          <img src={`data:image/jpeg;base64,${picture}`} alt="" />
          <TextField name={`caption-${key}`} label={t.caption} hint={t.captionHint} maxLength={300} error={faultOf(`caption-${key}`)} />
          <CheckboxGroup name={`shows-${key}`} label={t.who} hint={t.whoHint} error={faultOf(`shows-${key}`)}
            choices={[{ value: "nobody", label: t.nobody }, ...people.map(({ personId, name, mayPhotograph }) => ({ value: personId, label: name, ...(mayPhotograph ? {} : { hint: t.noConsent }) }))]} />
          <p><Button onClick={() => remove(key)}>{field.photoRemove}</Button></p>
        </div>
      ))}
      {unreadable ? <p className="fault" role="alert">{field.photoUnreadable}</p> : null}
      {unkept ? <p className="fault" role="alert">{field.photoUnkept}</p> : null}
      {drafts.length < MOST_PHOTOS ? (
        <p>
          <input ref={input} className="sr-only" type="file" accept="image/*" tabIndex={-1} aria-hidden="true" onChange={choose} />
          <Button icon={<Camera className="icon" aria-hidden="true" />} onClick={() => input.current?.click()}>{t.add}</Button>
        </p>
      ) : null}
    </div>
  );
}
