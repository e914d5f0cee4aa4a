import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { CheckboxGroup, RadioCards } from "#platform/ui/form/choices.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { outreachText } from "../../messages/index.ts";
import type { AssignChoice } from "../../model/round/round.ts";
import type { PlaceCount } from "../../service/gather-places.ts";
import { PLACE_PREFIX } from "../place-field.ts";

export interface AssignFormProps {
  workers: readonly { readonly workerId: string; readonly name: string; readonly loadNow: number }[];
  places: readonly PlaceCount[];
  choice: AssignChoice | null;
}

/** How people are shared out; the answer stands in the address, so it can be looked at before it is done. */
export function AssignForm({ workers, places, choice }: AssignFormProps) {
  const { assign: t, round, segments } = useText(outreachText);
  const options = workers.map(({ workerId, name }) => ({ value: workerId, label: name }));
  return (
    <Form method="get" className="form">
      <RadioCards name="how" label={t.how} defaultValue={choice?.how ?? "community"} choices={(["community", "evenly", "hand"] as const).map((value) => ({ value, label: t.hows[value], hint: t.howHints[value] }))} />
      <RadioCards name="whom" label={t.whom} defaultValue={choice?.whom ?? "unassigned"} choices={(["unassigned", "all"] as const).map((value) => ({ value, label: t.whoms[value] }))} />
      <div className="unless-hand">
        <CheckboxGroup name="workerIds" label={t.workers} defaultValues={choice ? choice.workerIds : workers.map(({ workerId }) => workerId)}
          choices={workers.map(({ workerId, name, loadNow }) => ({ value: workerId, label: name, hint: t.loadNow(loadNow) }))} />
      </div>
      <div className="only-hand">
        <fieldset className="field">
          <legend>{t.byCommunity}</legend>
          {places.map(({ id, name, count }) => (
            <Select key={id} name={PLACE_PREFIX + id} label={`${name ?? segments.noCommunity} · ${round.persons(count)}`} empty={t.leave} defaultValue={choice?.byCommunity[id]} options={options} />
          ))}
        </fieldset>
      </div>
      <FormActions><SubmitButton>{t.preview}</SubmitButton></FormActions>
    </Form>
  );
}
