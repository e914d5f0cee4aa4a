import { createApi } from "#platform/http/api.ts";
import { readApi } from "./read.ts";
import { writeApi } from "./write.ts";

/** The endpoints of volunteering. */
export const api = createApi().route("/", readApi).route("/", writeApi);
