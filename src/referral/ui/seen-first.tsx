import { Form } from "react-router";
import { formatDay } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Button, Card, Facts, FormActions, Notice, SubmitButton } from "#platform/ui/index.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { referralText } from "../messages/index.ts";
import type { Preview, Wish } from "../service/send-referral.ts";
import { packetLines } from "./packet-words.ts";

/** 请核对: everything that leaves, and nothing else. */
export function SeenFirst({ preview, wish, sharedUntil, today }: { preview: Preview; wish: Omit<Wish, "personId" | "caseId">; sharedUntil: string | null; today: string }) {
  const { make: t, topics, list, show } = useText(referralText);
  const language = useLanguage();
  const kept: readonly (readonly [string, string])[] = [["toOrg", wish.toOrg ?? ""], ["toName", wish.toName], ["topic", wish.topic], ["words", wish.words], ["dueOn", wish.dueOn], ["seen", preview.seen], ...wish.parts.map((part) => ["parts", part] as const)];
  return (
    <>
      <Card title={t.seenTitle}>
        <p>{t.seenLead(preview.toName)}</p>
        <Facts facts={[{ label: list.topic, value: topics[wish.topic] }, ...packetLines(preview.packet, language).map(([label, value]) => ({ label, value: <span className="pre">{value}</span> })), { label: show.due, value: formatDay(wish.dueOn, language, today) }]} />
        {sharedUntil ? <Notice tone="calm">{t.until(formatDay(sharedUntil, language, today))}</Notice> : null}
      </Card>
      <Form method="post">
        <IdempotencyField />
        {kept.map(([name, value]) => <input key={name + value} type="hidden" name={name} value={value} />)}
        <FormActions>
          <SubmitButton big name="intent" value="send">{t.send}</SubmitButton>
          <Button type="submit" name="intent" value="change">{t.back}</Button>
        </FormActions>
      </Form>
    </>
  );
}
