import pg from "pg";

/** A statement as it left for the server. */
export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

const BOOKKEEPING = /^\s*(begin|start transaction|set |commit|rollback|select set_config)/i;

const READS = /^\s*(select|with)\b/i;
const WRITES = /\b(insert into|update|delete from)\b/i;

/** The statements some work sends, without those that open, bind and end its transactions. */
export async function statementsOf(work: () => Promise<unknown>): Promise<Statement[]> {
  const sent: Statement[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function query(this: pg.Client, ...args: unknown[]) {
    const [first, second] = args as [string | { text: string; values?: unknown[] }, unknown[] | undefined];
    const text = typeof first === "string" ? first : first.text;
    const values = typeof first === "string" ? second : (first.values ?? second);
    if (!BOOKKEEPING.test(text)) sent.push({ text, values: Array.isArray(values) ? values : [] });
    return Reflect.apply(original, this, args);
  } as typeof original;
  try {
    await work();
  } finally {
    pg.Client.prototype.query = original;
  }
  return sent;
}

/** The same statements run bare, one after another; what writes is left out, since it would write again. */
export async function runBare(owner: pg.Pool, statements: readonly Statement[]): Promise<void> {
  for (const { text, values } of statements) if (READS.test(text) && !WRITES.test(text)) await owner.query(text, [...values]);
}
