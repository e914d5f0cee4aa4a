import type { ColumnType } from "kysely";

/** A column the database fills in when nothing is given. */
export type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;

/** What a jsonb column holds. */
export type Json = boolean | number | string | null | Json[] | { [key: string]: Json | undefined };
