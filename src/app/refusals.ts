import { assessmentText } from "../assessment/messages/index.ts";
import { planningText } from "../planning/messages/index.ts";
import { activitiesText } from "../activities/messages/index.ts";
import { caseworkText } from "../casework/messages/index.ts";
import { outreachText } from "../outreach/messages/index.ts";
import { safeguardingText } from "../safeguarding/messages/index.ts";
import { documentsText } from "../documents/messages/index.ts";
import { encountersText } from "../encounters/messages/index.ts";
import { enquiriesText } from "../enquiries/messages/index.ts";
import { hoursText } from "../hours/messages/index.ts";
import { referralText } from "../referral/messages/index.ts";
import { employmentText } from "../employment/messages/index.ts";
import { identityText } from "../identity/messages/index.ts";
import { visitsText } from "../visits/messages/index.ts";
import { matchingText } from "../matching/messages/index.ts";
import { insightsText } from "../insights/messages/index.ts";
import { volunteeringText } from "../volunteering/messages/index.ts";
import { peopleText } from "../people/messages/index.ts";
import { placesText } from "../places/messages/index.ts";
import { groupsText } from "../groups/messages/index.ts";
import { teamsText } from "../teams/messages/index.ts";
import { badgesText } from "../badges/messages/index.ts";
import { messagingText } from "../messaging/messages/index.ts";
import { pathwaysText } from "../pathways/messages/index.ts";
import { routingText } from "../routing/messages/index.ts";
import { registerText } from "../register/messages/index.ts";
import { platformText } from "../platform/messages/index.ts";
import type { Language } from "../platform/i18n/language.ts";

/** Every slice's sentences for its refusals. */
const BUNDLES: readonly { zh: { refusals: Record<string, string> }; en: { refusals: Record<string, string> } }[] = [platformText, documentsText, assessmentText, planningText, caseworkText, outreachText, placesText, peopleText, volunteeringText, identityText, enquiriesText, visitsText, insightsText, matchingText, registerText, routingText, activitiesText, encountersText, safeguardingText, hoursText, referralText, employmentText, pathwaysText, groupsText, teamsText, badgesText, messagingText];

/** A refusal's sentence; the reason itself where a slice forgot one (a check fails the build first). */
export function refusalText(reason: string, language: Language): string {
  for (const bundle of BUNDLES) {
    const text = bundle[language].refusals[reason];
    if (text) return text;
  }
  return reason;
}

/** For answers read by programs: English. */
export const refusalTitle = (reason: string): string => refusalText(reason, "en");
