import { z } from "zod";
import type { ReviewQuery } from "../service/rounds/show-round.ts";

const Show = z.enum(["undecided", "opened", "locked", "forbidden", "fresh", "left"]).optional().catch(undefined);
const Id = z.uuid().optional().catch(undefined);

/** What an address of the review asks for; what cannot be is ignored. */
export function reviewQueryOf(params: URLSearchParams): ReviewQuery {
  const community = params.get("community") || undefined;
  const communityId = community === "none" ? null : Id.parse(community);
  const [show, q] = [Show.parse(params.get("show") ?? undefined), params.get("q")?.trim().slice(0, 40)];
  return {
    ...(show && { show }), ...(communityId !== undefined && { communityId }), ...(q && { q }), ...(params.get("order") === "weakest" && { weakestFirst: true }),
    after: params.get("after"), before: params.get("before"),
  };
}
