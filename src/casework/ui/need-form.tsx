import { Form, useParams } from "react-router";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea } from "#platform/ui/form/text-field.tsx";
import type { Refused } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { caseworkText } from "../messages/index.ts";
import type { NeedTopic } from "../model/need-pack.ts";
import type { Population } from "../model/population.ts";

const PRIORITIES = ["urgent", "soon", "later"] as const;
const SOURCES = ["client", "carer", "worker", "survey"] as const;

export interface NeedFormProps {
  /** The one they belong to, unless said otherwise. */
  population: Population;
  populations: readonly Population[];
  topics: readonly NeedTopic[];
  today: string;
  refused: Refused | undefined;
}

/** One need to write down. All needs of the list can be chosen: which situation of life it belongs to is a field of its own. */
export function NeedForm({ population, populations, topics, today, refused }: NeedFormProps) {
  const t = useText(caseworkText);
  const language = useLanguage();
  const texts = useRefusals(caseworkText);
  const { personId } = useParams();
  const { ref, ...draft } = useDraft(`need/${personId}`);
  const options = topics.map((topic) => ({ group: topic[language], options: topic.codes.map((code) => ({ value: code.code, label: code[language] })) }));
  return (
    <FormScope result={refused} texts={texts}>
      <RefusalNote of={refused?.refusal} texts={texts} />
      <Form method="post" className="form" ref={ref}>
        <IdempotencyField />
        <input type="hidden" name="intent" value="record" />
        <Select name="code" label={t.person.topicAndNeed} options={options} />
        <TextArea name="words" label={t.person.words} hint={t.person.wordsHint} rows={3} maxLength={2000} optional />
        <Select name="priority" label={t.person.priority} empty={null} defaultValue="soon" options={PRIORITIES.map((value) => ({ value, label: t.priorities[value] }))} />
        <Select name="source" label={t.person.source} empty={null} defaultValue="client" options={SOURCES.map((value) => ({ value, label: t.sources[value] }))} />
        <Select name="population" label={t.person.population} empty={null} defaultValue={population} options={populations.map((value) => ({ value, label: t.populations[value] }))} />
        <DayField name="heardOn" label={t.person.heardOn} defaultValue={today} max={today} />
        <DraftNote draft={draft} />
        <FormActions><SubmitButton>{t.person.save}</SubmitButton></FormActions>
      </Form>
    </FormScope>
  );
}
