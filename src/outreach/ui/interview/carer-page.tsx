import { useText } from "#platform/i18n/use-text.ts";
import { Checkbox, RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { outreachText } from "../../messages/index.ts";
import { AnswerFields } from "./answer-fields.tsx";
import type { About } from "./step-form.tsx";

/** What a carer is asked to agree to; the rest concerns the resident. */
const CARER_PURPOSES = ["contact", "keep_data"] as const;

/** Who cares: nobody, a relative who is known, or somebody new. The register's own word about a guardian is filled in. */
export function CarerPage({ about: { relatives } }: { about: About }) {
  const { interview: t } = useText(outreachText);
  const known = relatives.filter(({ otherId, forward }) => otherId !== null && forward);
  const named = relatives.find(({ otherId, forward }) => otherId === null && forward);
  return (
    <>
      <RadioCards name="carer" label={t.carer} defaultValue={known[0]?.otherId ?? (named ? "new" : "none")} choices={[
        ...known.map(({ otherId, otherName, relation }) => ({ value: otherId!, label: t.knownCarer(otherName, relation) })),
        { value: "new", label: named ? t.knownCarer(named.otherName, named.relation) : t.newCarer }, { value: "none", label: t.noCarer },
      ]} />
      <div className="only-new-carer"><NewCarer named={named} /></div>
      <div className="only-with-carer form">
        <Checkbox name="isGuardian" label={t.isGuardian} defaultChecked={(known[0] ?? named)?.isGuardian ?? false} />
        <fieldset className="field"><legend>{t.carerConsent}</legend><AnswerFields purposes={CARER_PURPOSES} /></fieldset>
      </div>
    </>
  );
}

function NewCarer({ named }: { named: About["relatives"][number] | undefined }) {
  const { interview: t, sexes } = useText(outreachText);
  return (
    <fieldset className="field">
      <legend>{t.newCarerTitle}</legend>
      <p className="hint">{t.newCarerHint}</p>
      <TextField name="name" label={t.carerName} width={16} maxLength={80} defaultValue={named?.otherName} optional />
      <TextField name="relation" label={t.relation} hint={t.relationHint} width={8} maxLength={40} defaultValue={named?.relation} optional />
      <TextField name="phone" type="tel" inputMode="tel" label={t.phone} width={16} maxLength={40} defaultValue={named?.otherPhone ?? undefined} optional />
      <Select name="sex" label={t.sex} optional options={(["female", "male"] as const).map((value) => ({ value, label: sexes[value] }))} />
      <DayField name="birthOn" label={t.birthOn} optional />
    </fieldset>
  );
}
