import type { Actor } from "#kernel/actor.ts";

/** Names and rows of the ladder are for whoever walks it with people and opens files; everybody else sees figures with small cells hidden. */
export const mayOpenRows = ({ capabilities }: Pick<Actor, "capabilities">): boolean => capabilities.has("pathways.work") && capabilities.has("people.read");
