import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { RadioCards } from "#platform/ui/form/choices.tsx";
import { outreachText } from "../../messages/index.ts";
import { CONSENT_TEXTS, type ConsentPurpose } from "../../model/interview/consent-texts.ts";

/** Each purpose with the sentence that is read out, and what was answered. */
export function AnswerFields({ purposes }: { purposes: readonly ConsentPurpose[] }) {
  const { interview: t } = useText(outreachText);
  const language = useLanguage();
  return (
    <div className="three-answers">
      {purposes.map((purpose) => (
        <RadioCards key={purpose} name={`answer.${purpose}`} label={t.purposes[purpose]} hint={CONSENT_TEXTS[language][purpose]} defaultValue="not_asked"
          choices={(["given", "refused", "not_asked"] as const).map((value) => ({ value, label: t.answers[value] }))} />
      ))}
    </div>
  );
}
