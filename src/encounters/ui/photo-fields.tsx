import { useText } from "#platform/i18n/use-text.ts";
import { CheckboxGroup } from "#platform/ui/form/choices.tsx";
import { FileField } from "#platform/ui/form/file-field.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { encountersText } from "../messages/index.ts";
import { MOST_PHOTO_BYTES } from "../model/photo.ts";

export interface PhotoFieldsProps {
  /** Given to it beforehand, so that the same form sent twice adds it once. */
  photoId: string;
  offered: readonly { readonly personId: string; readonly name: string; readonly agreed: boolean }[];
  optional?: boolean;
}

/** A photograph at a desk: the file, what it shows, who is in it. */
export function PhotoFields({ photoId, offered, optional = false }: PhotoFieldsProps) {
  const { photos: t } = useText(encountersText);
  return (
    <>
      <input type="hidden" name="photoId" value={photoId} />
      <FileField name="photo" label={t.file} hint={t.fileHint} accept=".jpg,.jpeg,.png,.webp" maxBytes={MOST_PHOTO_BYTES} optional={optional} />
      <TextField name="photoCaption" label={t.caption} hint={t.captionHint} maxLength={300} optional={optional} />
      <PhotoPeople offered={offered} optional={optional} />
    </>
  );
}

/** Who is in it; whoever has not agreed is named, so that one knows why they cannot be. */
function PhotoPeople({ offered, optional = false }: Pick<PhotoFieldsProps, "offered" | "optional">) {
  const { photos: t } = useText(encountersText);
  return (
    <CheckboxGroup name="photoShows" label={t.who} hint={t.whoHint} optional={optional}
      choices={[{ value: "nobody", label: t.nobody }, ...offered.map(({ personId, name, agreed }) => ({ value: personId, label: name, ...(agreed ? {} : { hint: t.noConsent }) }))]} />
  );
}
