import { BookOpenCheck, Award, Briefcase, CalendarCheck, CalendarDays, ChartColumn, ClipboardCheck, ClipboardList, Component, Eye, FilePenLine, FolderOpen, Clock, Flag, Footprints, HandHeart, HandHelping, Handshake, HeartHandshake, IdCard, Inbox, ListFilter, Loader, MapPinned, Megaphone, NotebookText, PhoneCall, Route, Send, ShieldAlert, ShieldCheck, Sprout, Target, Undo2, Upload, Users, UsersRound, type LucideIcon } from "lucide-react";
import type { zh } from "../messages/zh.ts";
import type { NavItem } from "#platform/ui/layout/nav.ts";

const icon = (Icon: LucideIcon) => <Icon className="icon" aria-hidden="true" />;

/** Every place in the main navigation; the shell shows those the actor may open. */
export function navigation(t: typeof zh.nav): NavItem[] {
  const { groups } = t;
  const under = (group: string, places: NavItem[]) => places.map((place) => ({ ...place, group }));
  return [...own(t), ...under(groups.residents, residents(t)), ...under(groups.reaching, reaching(t)), ...under(groups.helpers, helpers(t)), ...under(groups.office, office(t))];
}

const own = (t: typeof zh.nav): NavItem[] => [
  { to: "/", label: t.today, icon: icon(CalendarCheck) },
  { to: "/my-pairs", label: t.myPairs, icon: icon(Handshake), needs: ["visits.own"] },
  { to: "/my-activities", label: t.myActivities, icon: icon(CalendarDays), needs: ["activities.own"] },
  { to: "/my-hours", label: t.myHours, icon: icon(Clock), needs: ["hours.own"] },
  { to: "/my-agreements", label: t.myAgreements, icon: icon(FilePenLine), needs: ["hours.own"] },
  { to: "/my-file", label: t.myFile, icon: icon(Eye), needs: ["hours.own"] },
];

const residents = (t: typeof zh.nav): NavItem[] => [
  { to: "/people", label: t.people, icon: icon(Users), needs: ["people.read"] },
  { to: "/cases", label: t.cases, icon: icon(FolderOpen), needs: ["cases.work"] },
  { to: "/encounters", label: t.encounters, icon: icon(BookOpenCheck), needs: ["encounters.read"] },
  { to: "/plans", label: t.plans, icon: icon(Flag), needs: ["plans.work"] },
  { to: "/assessments", label: t.assessments, icon: icon(ClipboardCheck), needs: ["assessments.work"] },
  { to: "/carers", label: t.carers, icon: icon(HeartHandshake), needs: ["assessments.work"] },
  { to: "/needs", label: t.needs, icon: icon(ClipboardList), needs: ["people.read"] },
  { to: "/safeguarding", label: t.safeguarding, icon: icon(ShieldAlert), needs: ["safeguarding.report"] },
  { to: "/people/duties", label: t.duties, icon: icon(Undo2), needs: ["people.write"] },
];

const reaching = (t: typeof zh.nav): NavItem[] => [
  { to: "/enquiries", label: t.enquiries, icon: icon(Inbox), needs: ["enquiries.manage"] },
  { to: "/outreach", label: t.outreach, icon: icon(PhoneCall), needs: ["outreach.work", "outreach.manage"] },
  { to: "/segments", label: t.segments, icon: icon(ListFilter), needs: ["outreach.work", "outreach.manage"] },
  { to: "/messages", label: t.messages, icon: icon(Megaphone), needs: ["messages.send"] },
  { to: "/rounds", label: t.rounds, icon: icon(Route), needs: ["rounds.plan"] },
  { to: "/referrals", label: t.referrals, icon: icon(Send), needs: ["referrals.work"] },
  { to: "/employment", label: t.employment, icon: icon(Briefcase), needs: ["employment.work"] },
];

const helpers = (t: typeof zh.nav): NavItem[] => [
  { to: "/volunteers", label: t.volunteers, icon: icon(HandHeart), needs: ["volunteers.read"] },
  { to: "/matching", label: t.matching, icon: icon(Handshake), needs: ["matching.read"] },
  { to: "/visits", label: t.visits, icon: icon(Footprints), needs: ["visits.read"] },
  { to: "/activities", label: t.activities, icon: icon(CalendarDays), needs: ["activities.read"] },
  { to: "/groups", label: t.groupWork, icon: icon(Component), needs: ["groups.work"] },
  { to: "/teams", label: t.neighbourTeams, icon: icon(HandHelping), needs: ["teams.own"] },
  { to: "/hours", label: t.hours, icon: icon(Clock), needs: ["hours.read"] },
  { to: "/certificates", label: t.certificates, icon: icon(Award), needs: ["certificates.issue"] },
  { to: "/badges", label: t.badges, icon: icon(IdCard), needs: ["volunteers.manage"] },
  { to: "/pathways", label: t.pathways, icon: icon(Sprout), needs: ["pathways.read"] },
];

const office = (t: typeof zh.nav): NavItem[] => [
  { to: "/digest", label: t.digest, icon: icon(NotebookText), needs: ["cases.supervise"] },
  { to: "/returns", label: t.returns, icon: icon(ChartColumn), needs: ["returns.read"] },
  { to: "/results", label: t.results, icon: icon(Target), needs: ["returns.read"] },
  { to: "/register", label: t.register, icon: icon(Upload), needs: ["register.import"] },
  { to: "/places", label: t.places, icon: icon(MapPinned), needs: ["places.read"] },
  { to: "/team", label: t.team, icon: icon(UsersRound), needs: ["accounts.manage"] },
  { to: "/jobs", label: t.jobs, icon: icon(Loader), needs: ["jobs.read"] },
  { to: "/audit", label: t.audit, icon: icon(ShieldCheck), needs: ["audit.read"] },
];
