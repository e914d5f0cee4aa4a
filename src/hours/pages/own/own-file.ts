export { certificateFile as loader } from "../certificate-answers.ts";
