import type { zhPublic } from "./zh-public.ts";

/** The same words in English. */
export const enPublic: typeof zhPublic = {
  title: "Volunteer", lead: "An hour or two a week with one neighbour is plenty.", none: "No programme is looking for volunteers now.", open: "Sign up", about: "What it is", asks: "Steps to becoming a volunteer", contact: "Ask first", closed: "This programme is not taking sign-ups now.", notYet: (day) => `Sign-up opens on ${day}.`,
  form: "Sign-up form", about_you: "Who you are", name: "Name", sex: "Sex", female: "female", male: "male", unsaid: "rather not say", birthOn: "Date of birth", birthHint: "Under 18, a guardian's consent is needed", phone: "Phone", phoneHint: "We will reach you at this number", otherContact: "Another way to reach you", otherHint: "WeChat or e-mail if you have no phone",
  area: "Which community do you live in", areaHint: "e.g. Yunbo community", affiliation: "School or employer", subject: "Subject", when: "When you are free", times: "Free every week", timesText: "Or in your own words", timesHint: "e.g. Saturday morning, weekday evenings", likes: "About you", interests: "Interests", interestsHint: "separated by commas, e.g. chess, walking", skills: "Skills", skillsHint: "e.g. sign language, first aid, driving", languages: "Languages and dialects", motivation: "Why you want to come",
  emergency: "Emergency contact", emergencyName: "Name", emergencyPhone: "Phone", guardian: "Guardian (needed under 18)", guardianHint: "Leave empty if you are 18 or over. We will ring your guardian to confirm.", guardianName: "Guardian's name", guardianRelation: "Relation to you", relations: { father: "father", mother: "mother", grandparent: "grandparent", other: "another guardian" }, guardianPhone: "Guardian's phone", guardianAgrees: "My guardian knows and agrees that I sign up",
  consent: "Your consent", consentLead: "Decide each one separately. You can change your mind at any time: just ring us.",
  purposes: {
    keep_data: "You may keep what I filled in, to arrange volunteering (needed to sign up)", contact: "You may reach me by phone or WeChat", be_matched: "You may use my times, interests and community to find a match", photograph: "You may photograph me at activities",
  },
  send: "Sign up", thanks: "Thank you for signing up!", thanksLead: "We have received it.", next: "What happens next", nextDefault: "We will be in touch within a week about training and the other steps.", another: "Sign up somebody else", home: "Back to the programme", comma: ", ", fromAge: (age) => `from the age of ${age}`, guardianUnder: (age) => `under ${age} with a guardian's consent`, trap: "Leave this one empty",
};
