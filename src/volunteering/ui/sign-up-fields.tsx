import { useText } from "#platform/i18n/use-text.ts";
import { Checkbox, RadioCards } from "#platform/ui/form/choices.tsx";
import { DayField } from "#platform/ui/form/day-field.tsx";
import { HoursGrid } from "#platform/ui/form/hours-grid.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { volunteeringText } from "../messages/index.ts";
import { CONSENT_PURPOSES, GUARDIAN_RELATIONS } from "../model/sign-up/choices.ts";

/** Every question of the public form. Asks no ID number: identity is checked later, face to face. */
export function SignUpFields({ today }: { today: string }) {
  const { join: t } = useText(volunteeringText);
  return (
    <>
      <Who today={today} />
      <WhenAndWhat />
      <Card title={t.emergency}>
        <div className="stack">
          <TextField name="emergencyName" label={t.emergencyName} optional maxLength={60} width={16} />
          <TextField name="emergencyPhone" label={t.emergencyPhone} type="tel" inputMode="tel" optional maxLength={20} width={16} />
        </div>
      </Card>
      <Guardian />
      <Card title={t.consent}>
        <div className="stack">
          <p className="soft">{t.consentLead}</p>
          {CONSENT_PURPOSES.map((purpose) => <Checkbox key={purpose} name={purpose} label={t.purposes[purpose]} />)}
        </div>
      </Card>
      <div hidden><label>{t.trap}<input type="text" name="website" tabIndex={-1} autoComplete="off" /></label></div>
    </>
  );
}

function Who({ today }: { today: string }) {
  const { join: t } = useText(volunteeringText);
  return (
    <Card title={t.about_you}>
      <div className="stack">
        <TextField name="name" label={t.name} autoComplete="name" maxLength={60} width={16} />
        <DayField name="birthOn" label={t.birthOn} hint={t.birthHint} max={today} min="1900-01-01" />
        <RadioCards name="sex" label={t.sex} optional choices={[{ value: "female", label: t.female }, { value: "male", label: t.male }]} />
        <TextField name="phone" label={t.phone} hint={t.phoneHint} type="tel" inputMode="tel" autoComplete="tel" maxLength={20} width={16} />
        <TextField name="otherContact" label={t.otherContact} hint={t.otherHint} optional maxLength={100} width={16} />
        <TextField name="area" label={t.area} hint={t.areaHint} optional maxLength={100} />
        <TextField name="affiliation" label={t.affiliation} optional autoComplete="organization" maxLength={100} />
        <TextField name="subject" label={t.subject} optional maxLength={100} />
      </div>
    </Card>
  );
}

function WhenAndWhat() {
  const { join: t } = useText(volunteeringText);
  return (
    <>
      <Card title={t.when}>
        <div className="stack">
          <HoursGrid name="times" label={t.times} optional />
          <TextField name="timesText" label={t.timesText} hint={t.timesHint} optional maxLength={200} />
        </div>
      </Card>
      <Card title={t.likes}>
        <div className="stack">
          <TextField name="interests" label={t.interests} hint={t.interestsHint} optional maxLength={300} />
          <TextField name="skills" label={t.skills} hint={t.skillsHint} optional maxLength={300} />
          <TextField name="languages" label={t.languages} optional maxLength={300} />
          <TextArea name="motivation" label={t.motivation} optional rows={3} maxLength={1000} />
        </div>
      </Card>
    </>
  );
}

function Guardian() {
  const { join: t } = useText(volunteeringText);
  return (
    <Card title={t.guardian}>
      <div className="stack">
        <p className="soft">{t.guardianHint}</p>
        <TextField name="guardianName" label={t.guardianName} optional maxLength={60} width={16} />
        <Select name="guardianRelation" label={t.guardianRelation} optional options={GUARDIAN_RELATIONS.map((value) => ({ value, label: t.relations[value] }))} />
        <TextField name="guardianPhone" label={t.guardianPhone} type="tel" inputMode="tel" optional maxLength={20} width={16} />
        <Checkbox name="guardianAgrees" label={t.guardianAgrees} />
      </div>
    </Card>
  );
}
