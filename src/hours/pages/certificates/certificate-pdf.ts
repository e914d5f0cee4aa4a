export { certificatePdf as loader } from "../certificate-answers.ts";
