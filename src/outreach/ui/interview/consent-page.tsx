import { useText } from "#platform/i18n/use-text.ts";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextField } from "#platform/ui/form/text-field.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { outreachText } from "../../messages/index.ts";
import { needsGuardian, type Understanding } from "../../model/interview/consent-rules.ts";
import { CONSENT_PURPOSES } from "../../model/interview/consent-texts.ts";
import { first } from "../../model/interview/steps.ts";
import { AnswerFields } from "./answer-fields.tsx";
import type { About } from "./step-form.tsx";

/** Consent per purpose: who answers, in which capacity, and what they said. */
export function ConsentPage({ about }: { about: About }) {
  const { draft, relatives, ageYears } = about;
  const { interview: t } = useText(outreachText);
  const guarded = needsGuardian(ageYears, (first(draft.talk?.["understanding"]) ?? "alone") as Understanding);
  const hasCarer = first(draft.carer?.["carer"]) === "new";
  const chosenCarer = first(draft.carer?.["carer"]);
  const known = relatives.filter(({ otherId, forward }) => otherId !== null && forward);
  return (
    <>
      {guarded ? <Notice tone="due">{t.guardianNeeded}</Notice> : null}
      <div className="three-answers"><RadioCards name="capacity" label={t.capacity} defaultValue={guarded ? "guardian" : "self"} choices={(["self", "guardian", "agent"] as const).map((value) => ({ value, label: t.capacities[value] }))} /></div>
      <div className="unless-self form">
        <Select name="by" label={t.by} hint={t.byHint} optional defaultValue={hasCarer ? "carer" : known.some(({ otherId }) => otherId === chosenCarer) ? chosenCarer : undefined} options={[
          ...(hasCarer ? [{ value: "carer", label: t.byCarer }] : []),
          ...known.map(({ otherId, otherName, relation }) => ({ value: otherId!, label: t.knownCarer(otherName, relation) })), { value: "named", label: t.byNamed },
        ]} />
        <TextField name="byName" label={t.byName} width={16} maxLength={80} optional />
      </div>
      <AnswerFields purposes={CONSENT_PURPOSES} />
    </>
  );
}
