import type { zh } from "./zh.ts";

export const en: typeof zh = {
  name: "Linli",
  nav: {
    today: "Today", people: "Residents", register: "Import a register", segments: "Segments", messages: "Messages", outreach: "Outreach", needs: "Needs", carers: "Carers", results: "Results", digest: "Weekly digest", cases: "Cases", assessments: "Assessments", plans: "Support plans", volunteers: "Volunteers", matching: "Matching", visits: "Visits", hours: "Hours", certificates: "Certificates", badges: "Badges", duties: "Withdrawals", myAgreements: "My agreements", myFile: "Who saw my data", myHours: "My hours", rounds: "Visiting rounds", activities: "Activities", myActivities: "My activities", encounters: "Services", pathways: "Helped become helpers", groupWork: "Groups", safeguarding: "Safeguarding", referrals: "Referrals", employment: "Supported employment",
    enquiries: "Enquiries", returns: "Monthly return", places: "Places", neighbourTeams: "Neighbours' teams", team: "Team and roles", jobs: "Background tasks", audit: "Audit trail", myPairs: "My friends",
    groups: { residents: "Residents and cases", reaching: "Reaching and referring", helpers: "Volunteers and activities", office: "Office" },
  },
  publicLinks: { help: "Ask for help", join: "Volunteer", gatherings: "Activities", about: "About us" },
  faults: {
    notFoundTitle: "This page was not found",
    notFound: "The address may be mistyped, or what was here has moved.",
    refusedTitle: "This step was not finished",
    bugTitle: "Something unexpected went wrong",
    bug: "It has been noted. Go back and try again; if it stays, tell your administrator the number below.",
    number: "Number",
    home: "Back to today",
    difference: "Both sides",
    stored: "Stored now",
    sent: "What you sent",
  },
};
