import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { DraftNote } from "#platform/ui/draft/draft-note.tsx";
import { useDraft } from "#platform/ui/draft/use-draft.ts";
import { Button, FormActions, SubmitButton } from "#platform/ui/form/button.tsx";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import type { Refused } from "#platform/web/form.ts";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { outreachText } from "../../messages/index.ts";
import type { InterviewDraft, Step } from "../../model/interview/steps.ts";
import type { Mode } from "../../model/round/outcome.ts";
import type { MemberFile } from "../../service/members/show-member.ts";
import { CarerPage } from "./carer-page.tsx";
import { ClosePage, OthersPage } from "./close-pages.tsx";
import { ConsentPage } from "./consent-page.tsx";
import { NeedsPage, WordsPage } from "./needs-pages.tsx";
import type { OfferedNeeds } from "./offered-needs.ts";
import { TalkPage } from "./talk-page.tsx";

/** What every page of the interview may need to know. */
export interface About {
  readonly draft: InterviewDraft;
  readonly card: MemberFile["card"];
  readonly relatives: MemberFile["relatives"];
  readonly needs: OfferedNeeds;
  readonly ageYears: number | null;
  readonly proposedMode: Mode;
  readonly today: string;
  readonly opensOn: string;
}

export interface StepFormProps {
  step: Exclude<Step, "check">;
  formKey: string;
  basis: string;
  refused: Refused | undefined;
  about: About;
}

/** One page of the interview: kept on the device while typing, and by the server when going on, back or away. */
export function StepForm({ step, formKey, basis, refused, about }: StepFormProps) {
  const { interview: t } = useText(outreachText);
  const texts = useRefusals(outreachText);
  const { ref, ...draft } = useDraft(formKey, { basis });
  const typed = about.draft[step];
  const kept = typed && { values: typed as Record<string, string | string[]> };
  return (
    <FormScope result={refused ?? kept} texts={texts}>
      <Card>
        <Form method="post" ref={ref} className="form">
          <RefusalNote of={refused?.refusal} texts={texts} />
          <Page step={step} about={about} />
          <DraftNote draft={draft} />
          <FormActions>
            <SubmitButton big name="intent" value="next">{t.next}</SubmitButton>
            <Button type="submit" name="intent" value="back">{t.back}</Button>
            <Button type="submit" tone="quiet" name="intent" value="later">{t.later}</Button>
          </FormActions>
        </Form>
      </Card>
    </FormScope>
  );
}

function Page({ step, about }: Pick<StepFormProps, "step" | "about">) {
  switch (step) {
    case "talk": return <TalkPage about={about} />;
    case "carer": return <CarerPage about={about} />;
    case "consent": return <ConsentPage about={about} />;
    case "needs": case "carer-needs": return <NeedsPage about={about} whose={step === "needs" ? "client" : "carer"} />;
    case "needs-words": case "carer-words": return <WordsPage about={about} whose={step === "needs-words" ? "client" : "carer"} />;
    case "others": return <OthersPage />;
    case "close": return <ClosePage about={about} />;
  }
}
