import { BookOpenCheck, Award, Briefcase, CalendarCheck, CalendarDays, ChartColumn, ClipboardCheck, ClipboardList, Component, Eye, FolderOpen, Clock, Flag, Footprints, HandHeart, Handshake, Inbox, ListFilter, Loader, MapPinned, PhoneCall, Route, Send, ShieldAlert, ShieldCheck, Sprout, Undo2, Upload, Users, UsersRound, type LucideIcon } from "lucide-react";
import type { zh } from "../messages/zh.ts";
import type { NavItem } from "#platform/ui/layout/nav.ts";

const icon = (Icon: LucideIcon) => <Icon className="icon" aria-hidden="true" />;

/** Every place in the main navigation; the shell shows those the actor may open. */
export function navigation(t: typeof zh.nav): NavItem[] {
  const { residents, reaching, helpers, office } = t.groups;
  return [
    { to: "/", label: t.today, icon: icon(CalendarCheck) },
    { to: "/my-pairs", label: t.myPairs, icon: icon(Handshake), needs: ["visits.own"] },
    { to: "/my-activities", label: t.myActivities, icon: icon(CalendarDays), needs: ["activities.own"] },
    { to: "/my-hours", label: t.myHours, icon: icon(Clock), needs: ["hours.own"] },
    { to: "/my-file", label: t.myFile, icon: icon(Eye), needs: ["hours.own"] },
    { to: "/people", label: t.people, icon: icon(Users), needs: ["people.read"], group: residents },
    { to: "/cases", label: t.cases, icon: icon(FolderOpen), needs: ["cases.work"], group: residents },
    { to: "/encounters", label: t.encounters, icon: icon(BookOpenCheck), needs: ["encounters.read"], group: residents },
    { to: "/plans", label: t.plans, icon: icon(Flag), needs: ["plans.work"], group: residents },
    { to: "/assessments", label: t.assessments, icon: icon(ClipboardCheck), needs: ["assessments.work"], group: residents },
    { to: "/needs", label: t.needs, icon: icon(ClipboardList), needs: ["people.read"], group: residents },
    { to: "/safeguarding", label: t.safeguarding, icon: icon(ShieldAlert), needs: ["safeguarding.report"], group: residents },
    { to: "/people/duties", label: t.duties, icon: icon(Undo2), needs: ["people.write"], group: residents },
    { to: "/enquiries", label: t.enquiries, icon: icon(Inbox), needs: ["enquiries.manage"], group: reaching },
    { to: "/outreach", label: t.outreach, icon: icon(PhoneCall), needs: ["outreach.work", "outreach.manage"], group: reaching },
    { to: "/segments", label: t.segments, icon: icon(ListFilter), needs: ["outreach.work", "outreach.manage"], group: reaching },
    { to: "/rounds", label: t.rounds, icon: icon(Route), needs: ["rounds.plan"], group: reaching },
    { to: "/referrals", label: t.referrals, icon: icon(Send), needs: ["referrals.work"], group: reaching },
    { to: "/employment", label: t.employment, icon: icon(Briefcase), needs: ["employment.work"], group: reaching },
    { to: "/volunteers", label: t.volunteers, icon: icon(HandHeart), needs: ["volunteers.read"], group: helpers },
    { to: "/matching", label: t.matching, icon: icon(Handshake), needs: ["matching.read"], group: helpers },
    { to: "/visits", label: t.visits, icon: icon(Footprints), needs: ["visits.read"], group: helpers },
    { to: "/activities", label: t.activities, icon: icon(CalendarDays), needs: ["activities.read"], group: helpers },
    { to: "/groups", label: t.groupWork, icon: icon(Component), needs: ["groups.work"], group: helpers },
    { to: "/hours", label: t.hours, icon: icon(Clock), needs: ["hours.read"], group: helpers },
    { to: "/certificates", label: t.certificates, icon: icon(Award), needs: ["certificates.issue"], group: helpers },
    { to: "/pathways", label: t.pathways, icon: icon(Sprout), needs: ["pathways.read"], group: helpers },
    { to: "/returns", label: t.returns, icon: icon(ChartColumn), needs: ["returns.read"], group: office },
    { to: "/register", label: t.register, icon: icon(Upload), needs: ["register.import"], group: office },
    { to: "/places", label: t.places, icon: icon(MapPinned), needs: ["places.read"], group: office },
    { to: "/team", label: t.team, icon: icon(UsersRound), needs: ["accounts.manage"], group: office },
    { to: "/jobs", label: t.jobs, icon: icon(Loader), needs: ["jobs.read"], group: office },
    { to: "/audit", label: t.audit, icon: icon(ShieldCheck), needs: ["audit.read"], group: office },
  ];
}
