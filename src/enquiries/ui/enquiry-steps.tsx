import type { ReactNode } from "react";
import { Form, Link } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { DraftForm } from "#platform/ui/draft/draft-form.tsx";
import { Button, ButtonLink, SubmitButton } from "#platform/ui/form/button.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { TextArea, TextField } from "#platform/ui/form/text-field.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { enquiriesText } from "../messages/index.ts";
import { CLOSING_REASONS } from "../model/enquiry.ts";
import type { ShownEnquiry } from "../service/show-enquiry.ts";
import { caseAddress } from "./case-address.ts";

/** What can be done with an enquiry now; each is a form of its own and works without script. */
export function EnquirySteps({ enquiry, mayOpenCase }: { enquiry: ShownEnquiry; mayOpenCase: boolean }) {
  const { steps: t } = useText(enquiriesText);
  const linked = enquiry.events.findLast(({ personId }) => personId !== null)?.personId;
  const file = linked ? <p className="cluster"><Link to={`/people/${linked}`}>{t.file}</Link>{mayOpenCase ? <ButtonLink to={caseAddress(linked, enquiry.id)} tone="primary">{t.openCase}</ButtonLink> : null}</p> : null;
  if (enquiry.status === "closed") return <>{file}<StepForm enquiry={enquiry}><Button type="submit" name="step" value="reopened">{t.reopen}</Button></StepForm></>;
  return (
    <div className="stack">
      {file}
      {enquiry.taker ? null : <StepForm enquiry={enquiry}><SubmitButton name="step" value="taken">{t.take}</SubmitButton></StepForm>}
      <Spoken enquiry={enquiry} />
      {linked ? null : (
        <details>
          <summary>{t.openFile}</summary>
          <StepForm enquiry={enquiry}>
            <TextField name="name" label={t.openFile} hint={t.openFileHint} defaultValue={nameOf(enquiry)} width={16} maxLength={40} />
            <div className="cluster">
              <Button type="submit" name="step" value="open_file">{t.openFile}</Button>
              {mayOpenCase ? <Button type="submit" name="step" value="open_case" tone="primary">{t.openFileAndCase}</Button> : null}
            </div>
          </StepForm>
        </details>
      )}
      <details>
        <summary>{t.close}</summary>
        <StepForm enquiry={enquiry}>
          <Select name="reason" label={t.reason} options={CLOSING_REASONS.map((value) => ({ value, label: t.reasons[value] }))} />
          <Button type="submit" name="step" value="closed">{t.close}</Button>
        </StepForm>
      </details>
    </div>
  );
}

/** What was said, or that nobody answered; kept while it is written. */
function Spoken({ enquiry }: { enquiry: ShownEnquiry }) {
  const { steps: t } = useText(enquiriesText);
  return (
    <DraftForm formKey={`enquiry/${enquiry.id}/note`} basis={enquiry.version} className="stack" actions={(
      <div className="cluster">
        <Button type="submit" name="step" value="contacted">{t.contacted}</Button>
        <Button type="submit" name="step" value="not_reached">{t.notReached}</Button>
      </div>
    )}>
      <IdempotencyField />
      <input type="hidden" name="version" value={enquiry.version} />
      <TextArea name="note" label={t.note} hint={t.noteHint} rows={3} maxLength={2000} optional />
    </DraftForm>
  );
}

function StepForm({ enquiry, children }: { enquiry: ShownEnquiry; children: ReactNode }) {
  return <Form method="post" className="stack"><IdempotencyField /><input type="hidden" name="version" value={enquiry.version} />{children}</Form>;
}

const nameOf = ({ forWhom, subjectName, askerName }: ShownEnquiry) => (forWhom === "self" ? askerName : subjectName) ?? undefined;
