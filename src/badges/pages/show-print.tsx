import { redirect, useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatDayOnly } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { FormScope } from "#platform/ui/form/form-scope.tsx";
import { RefusalNote } from "#platform/ui/form/refusal-note.tsx";
import { Select } from "#platform/ui/form/select.tsx";
import { PageHeader } from "#platform/ui/layout/page-header.tsx";
import { ConfirmForm } from "#platform/ui/overlay/confirm-form.tsx";
import { Chip } from "#platform/ui/show/chip.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { IdempotencyField } from "#platform/web/idempotency-field.tsx";
import { useRefusals } from "#platform/web/use-refusals.ts";
import { badgesText } from "../messages/index.ts";
import { REASONS } from "../model/badge.ts";
import { showPrint } from "../service/show-print.ts";
import { withdrawBadge } from "../service/withdraw-badge.ts";
import { BadgePreview } from "../ui/badge-preview.tsx";
import { STATE_TONES } from "../ui/tones.ts";
import styles from "../ui/badges.css?url";

export const links = () => [{ rel: "stylesheet", href: styles }];

export async function loader({ params, context }: LoaderFunctionArgs) {
  const session = sessionOf(context);
  const printId = readParam(params.printId, z.uuid());
  return { ...await showPrint(session, printId), printId, today: session.today };
}

export function action({ request, params, context }: ActionFunctionArgs) {
  return submit(request, webOf(context).lang, async ({ read }) => {
    const printId = readParam(params.printId, z.uuid());
    await withdrawBadge(sessionOf(context), read(z.object({ badgeId: z.uuid(), reason: z.enum(REASONS) })));
    return redirect(`/badges/prints/${printId}`);
  });
}

/** What was printed in one go: the sheets, and each badge as it stands. */
export default function ShowPrint() {
  const { organization, badges, printId, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { print: t, title, states, reasons } = useText(badgesText);
  const texts = useRefusals(badgesText);
  const language = useLanguage();
  const heading = t.title(badges.length);
  return (
    <>
      <title>{heading}</title>
      <PageHeader title={heading} lead={t.lead} crumbs={[{ label: title, to: "/badges" }]}
        actions={badges.some(({ state }) => state === "valid") ? <a className="button primary" href={`/badges/prints/${printId}/pdf`} download>{t.pdf}</a> : undefined} />
      <RefusalNote of={answer && "refusal" in answer ? answer.refusal : undefined} texts={texts} />
      <ul className="badge-sheet">
        {badges.map((badge) => (
          <li key={badge.id} id={badge.id} className="card">
            <p className="cluster"><Chip tone={STATE_TONES[badge.state]}>{states[badge.state]}</Chip><span className="small soft">{badge.number}</span></p>
            <BadgePreview organization={organization} {...badge} />
            {badge.withdrawnOn !== null ? <p className="small">{t.withdrawn(formatDayOnly(badge.withdrawnOn, language, today), badge.withdrawnByName ?? "", reasons[badge.reason ?? "lost"]!)}</p> : (
              <FormScope form={badge.id} result={undefined} texts={texts}>
                <ConfirmForm trigger={<>{t.withdraw}<span className="sr-only"> {badge.name}</span></>} question={badge.name} confirm={t.submit} values={{ badgeId: badge.id }}>
                  <IdempotencyField />
                  <Select name="reason" label={t.reason} empty={null} options={REASONS.map((value) => ({ value, label: reasons[value]! }))} />
                </ConfirmForm>
              </FormScope>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
