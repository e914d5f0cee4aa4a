/** The door of activities: series, sessions, sign-up, attendance. */
export { createSeries } from "./service/planning/create-series.ts";
export { activitiesPanel } from "./service/person-panel.ts";
export { activitiesFound } from "./service/calendar/activities-found.ts";
export { signUp } from "./service/registration/sign-up.ts";
export { helpersComing } from "./service/registration/helpers-coming.ts";
export { peopleOfSession } from "./service/registration/people-of-session.ts";
export { listSessions } from "./service/calendar/list-sessions.ts";
export { takeAttendance, type AttendanceAnswer, type AttendanceBatch } from "./service/attendance/take-attendance.ts";
export { addWalkIn } from "./service/attendance/add-walk-in.ts";
export { markRestAbsent } from "./service/attendance/mark-rest-absent.ts";
export { cancelSession } from "./service/planning/cancel-session.ts";
export { carryLetter } from "./service/letters/carry-letter.ts";
export { ACTIVITY_TOPIC, type ActivityLetter } from "./service/letters/post-letters.ts";
