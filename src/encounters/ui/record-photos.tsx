import { Form, Link } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { encountersText } from "../messages/index.ts";
import { MOST_PHOTOS } from "../model/photo.ts";
import type { RecordPhotos as Photos, ShownPhoto } from "../service/photos/list-photos.ts";
import { PhotoFields } from "./photo-fields.tsx";

interface RecordPhotosProps {
  encounterId: string;
  of: Photos;
  /** Which one is looked at. */
  opened: string | null;
  /** For the next one to be added. */
  photoId: string;
  mayWrite: boolean;
  at: (instant: string) => string;
}

/** Photographs of a record: words first, a picture only for whoever opens it. */
export function RecordPhotos({ encounterId, of: { mayHave, photos, offered }, opened, photoId, mayWrite, at }: RecordPhotosProps) {
  const { photos: t } = useText(encountersText);
  if (!mayHave) return <Card title={t.title}><p className="soft">{t.notYours}</p></Card>;
  const full = photos.filter(({ state }) => state !== "withdrawn").length >= MOST_PHOTOS;
  return (
    <div className="no-print"><Card title={t.title}>
      {photos.length === 0 ? <p className="soft">{t.empty}</p> : (
        <ul className="photos">{photos.map((photo) => <Photo key={photo.id} encounterId={encounterId} photo={photo} open={opened === photo.id} mayWrite={mayWrite} at={at} />)}</ul>
      )}
      {photos.length > 0 ? <p className="small soft">{t.noted}</p> : null}
      {mayWrite ? full ? <p className="soft">{t.full}</p> : (
        <details>
          <summary>{t.add}</summary>
          <Form method="post" encType="multipart/form-data" className="form">
            <input type="hidden" name="intent" value="add_photo" />
            <PhotoFields photoId={photoId} offered={offered} />
            <SubmitButton>{t.save}</SubmitButton>
          </Form>
        </details>
      ) : null}
    </Card></div>
  );
}

function Photo({ encounterId, photo, open, mayWrite, at }: { encounterId: string; photo: ShownPhoto; open: boolean; mayWrite: boolean; at: RecordPhotosProps["at"] }) {
  const { photos: t } = useText(encountersText);
  const { id, state, caption, shows, withdrawal, addedByName, addedAt, width, height } = photo;
  return (
    <li>
      {state === "open" && !open ? <Link to={`?photo=${id}`} preventScrollReset>{t.open(caption)}</Link> : null}
      {state === "open" && open ? (
        <figure>
          <img src={`/encounters/${encounterId}/photos/${id}`} alt={caption} width={width} height={height} />
          <figcaption>{caption}</figcaption>
        </figure>
      ) : null}
      {state === "cut" ? <Notice tone="late">{t.cut}</Notice> : null}
      {withdrawal ? <p className="soft">{t.gone(withdrawal.byName, withdrawal.reason)}</p> : null}
      <p className="small soft">{[t.added(addedByName, at(addedAt)), shows.length > 0 ? t.shows(shows.join("、")) : ""].filter(Boolean).join(" · ")}</p>
      {open && state === "open" ? <p><Link to="?" preventScrollReset>{t.close}</Link></p> : null}
      {mayWrite && !withdrawal ? (
        <FormScope result={undefined} texts={{}} form={id}>
          <ConfirmForm trigger={t.takeBack} question={t.reason} confirm={t.takeBackNow} values={{ intent: "withdraw_photo", photoId: id }}><TextField name="reason" label={t.reason} maxLength={500} /></ConfirmForm>
        </FormScope>
      ) : null}
    </li>
  );
}
