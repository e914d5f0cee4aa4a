import { useText } from "#platform/i18n/use-text.ts";
import { Select } from "#platform/ui/form/select.tsx";
import { peopleText } from "../messages/index.ts";
import type { PlaceChoices } from "../service/lists/place-choices.ts";

/** Lanes under the community they lie in, so that one list serves without script. */
export function laneOptions({ communities, lanes }: PlaceChoices) {
  return communities.map(({ id, name }) => ({ group: name, options: lanes.filter(({ parentId }) => parentId === id).map((lane) => ({ value: lane.id, label: lane.name })) })).filter(({ options }) => options.length > 0);
}

/** Community and lane of somebody. */
export function PlaceFields({ places, communityId, laneId }: { places: PlaceChoices; communityId?: string | null; laneId?: string | null }) {
  const { fields } = useText(peopleText);
  return (
    <>
      <Select name="communityId" label={fields.communityId} optional defaultValue={communityId ?? undefined} options={places.communities.map(({ id, name }) => ({ value: id, label: name }))} />
      {places.lanes.length > 0 ? <Select name="laneId" label={fields.laneId} optional defaultValue={laneId ?? undefined} options={laneOptions(places)} /> : null}
    </>
  );
}
