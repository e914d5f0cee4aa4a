import { Form } from "react-router";
import { useText } from "#platform/i18n/use-text.ts";
import { SubmitButton } from "#platform/ui/form/button.tsx";
import { Card } from "#platform/ui/layout/card.tsx";
import { Figure } from "#platform/ui/show/figure.tsx";
import { Notice } from "#platform/ui/show/notice.tsx";
import { StatRow } from "#platform/ui/show/stat.tsx";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { messagingText } from "../messages/index.ts";
import type { Preview } from "../service/show-message.ts";
import { ReasonList } from "./reason-list.tsx";

/** Who would get it and by what, who would not and why, and the one button that lets it go. */
export function PreviewCards({ preview, gateway }: { preview: Preview; gateway: boolean }) {
  const { show: t } = useText(messagingText);
  return (
    <>
      <StatRow label={t.figures} stats={[
        { label: t.people, value: <Figure value={preview.people} unit="persons" /> },
        { label: t.app, value: <Figure value={preview.app} unit="persons" to="?show=app#people" /> },
        { label: t.texts, value: <Figure value={preview.texts} unit="persons" to="?show=text#people" /> },
        { label: t.joined, value: <Figure value={preview.joined} unit="persons" to="?show=joined#people" />, note: t.joinedHint },
        { label: t.guardians, value: <Figure value={preview.guardians} unit="persons" to="?show=guardian#people" /> },
      ]} />
      <Card title={t.leftOut} flush><ReasonList rows={preview.leftOut} none={t.noneLeftOut} /></Card>
      {preview.texts > 0 && !gateway ? <Notice tone="due">{t.noGateway}</Notice> : null}
      {preview.people === 0 ? <Notice tone="late">{t.nobody}</Notice> : (
        <Form method="post" className="stack tight">
          <IdempotencyField />
          <div><SubmitButton name="step" value="release">{t.send(preview.people)}</SubmitButton></div>
          <p className="soft">{t.sendHint}</p>
        </Form>
      )}
    </>
  );
}
