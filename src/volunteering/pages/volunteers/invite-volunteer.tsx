import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from "react-router";
import { z } from "zod";
import { formatInstant } from "#platform/i18n/days.ts";
import { useLanguage, useText } from "#platform/i18n/use-text.ts";
import { Notice } from "#platform/ui/show/notice.tsx";
import { sessionOf, webOf } from "#platform/web/context.ts";
import { readParam, submit } from "#platform/web/form.ts";
import { volunteeringText } from "../../messages/index.ts";
import { inviteVolunteer } from "../../service/volunteers/invite-volunteer.ts";
import { crumbsOf } from "../../ui/crumbs.ts";
import { StepPage } from "../../ui/step-page.tsx";
import { loadStep } from "./volunteer-step.ts";

export const loader = (args: LoaderFunctionArgs) => loadStep(args);

export function action({ request, params, context }: ActionFunctionArgs) {
  const { lang, installation } = webOf(context);
  return submit(request, lang, async () => {
    const { token, expiresAt } = await inviteVolunteer(sessionOf(context), readParam(params.volunteerId, z.uuid()));
    return { link: `${installation.origin}/invite/${token}`, expiresAt };
  });
}

export default function InviteVolunteer() {
  const data = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const t = useText(volunteeringText);
  const language = useLanguage();
  const made = answer && "link" in answer ? answer : undefined;
  return (
    <StepPage title={t.invite.title} lead={t.invite.lead} crumbs={crumbsOf(data, t.list.title)} refused={answer} submit={t.invite.submit}>
      {made ? (
        <Notice tone="ok">
          <p>{t.invite.link}</p>
          <p><code className="wrap">{made.link}</code></p>
          <p className="small">{t.invite.validUntil(formatInstant(made.expiresAt, language, data.today))}</p>
        </Notice>
      ) : null}
    </StepPage>
  );
}
