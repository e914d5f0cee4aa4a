import type { zh } from "./zh.ts";

export const en: typeof zh = {
  refusals: {},
  title: "Today",
  greeting: (hour, name) => `${hour < 12 ? "Good morning" : hour < 18 ? "Good afternoon" : "Good evening"}, ${name}`,
  waiting: (count) => (count === 0 ? "Nothing waits for you today" : count === 1 ? "One thing waits for you today" : `${count} things wait for you today`),
  due: "For you to do",
  nothing: "All done",
  nothingHint: "Contacts that are due, pairs gone quiet, new enquiries and concerns appear here.",
  figures: { label: "At a glance", pairs: "Pairs", silent: (count) => (count === 0 ? "all meeting as agreed" : `${count} gone quiet`), month: "Meetings this month", hours: "hours", volunteers: "Volunteers", concerns: "Open concerns" },
  chips: { late: "Overdue", today: "Today", soon: "Soon", news: "New" },
  years: (age) => `aged ${age}`,
  tasks: {
    concern: (by, severity) => `${by} reports: ${severity === "danger" ? "maybe danger" : severity === "worry" ? "a worry" : "to talk about"}`,
    silence: (days, rhythm, helper) => `has not met ${helper} for ${days} days; agreed ${rhythm === 7 ? "once a week" : `every ${rhythm} days`}`,
    enquiry: (words, community) => `${words}${community ? ` · ${community}` : ""}`,
    attempt: (round) => `${round}: contact is due`,
    answer: (helper, days) => `proposal with ${helper} has waited ${days} days for an answer`,
    assessment: (instrument) => `to be assessed again: ${instrument}`,
    rhythm: (every: number, over: number) => (over === 0 ? `Every ${every} days: due today` : `Every ${every} days: ${over} days over`),
    visit: "it is time to meet",
  },
  newEnquiry: "Somebody asks for help",
  actions: { concern: "Look into it", silence: "Look at the pair", enquiry: "Take it", attempt: "Make contact", answer: "Ask", rhythm: "Enter a service", assessment: "Assess", visit: "Open" },
};
