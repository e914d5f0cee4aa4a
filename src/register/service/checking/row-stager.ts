import { findSamePersons, type SamePersonProbe } from "#people/index.ts";
import { expectManyRows } from "#platform/db/many-rows.ts";
import type { Session } from "#platform/db/session.ts";
import { FAULTS } from "../../model/faults.ts";
import { stageRow, type StagedRow } from "../../model/import/staged-row.ts";
import type { TakenRow } from "../../model/preview.ts";
import type { RegisterRow } from "../../model/register-row.ts";
import { insertRows, type StagedMatch } from "../../store/rows.ts";

const BATCH = 1000;

/** What tells a row's person among those who are here already. */
export function probeOf(row: RegisterRow): SamePersonProbe {
  return {
    name: row.name ?? "", birthOn: row.birthOn, residentId: row.residentIdHolds ? row.residentId : row.recovery?.residentId ?? null,
    certificateNumber: row.certificateNumber, phones: row.phones.map(({ number }) => number),
  };
}

/** Stages rows while they are read: one batch is being written while the next is read, never more. */
export class RowStager {
  readonly #session: Session;
  readonly #importId: string;
  readonly #noted: (rows: number) => Promise<void>;
  #batch: StagedRow[] = [];
  #writing: Promise<void> = Promise.resolve();
  #rows = 0;
  warned = 0;
  matchesCertain = 0;
  matchesPossible = 0;

  /** `noted` is told how many rows are kept, after each batch; it may throw to stop. */
  constructor(session: Session, importId: string, noted: (rows: number) => Promise<void>) {
    this.#session = session;
    this.#importId = importId;
    this.#noted = noted;
  }

  /** Takes one row; gives a promise to wait for when the writing has fallen behind. */
  take(taken: TakenRow): Promise<void> | undefined {
    const staged = stageRow(taken, FAULTS);
    if (staged.warned && staged.verdict !== "back") this.warned++;
    this.#batch.push(staged);
    return this.#batch.length < BATCH ? undefined : this.#flush();
  }

  async finish(): Promise<void> {
    await this.#flush();
    await this.#writing;
  }

  async #flush(): Promise<void> {
    const batch = this.#batch;
    this.#batch = [];
    await this.#writing;
    this.#writing = this.#write(batch);
    this.#writing.catch(() => {}); // thrown to whoever waits for it next
  }

  async #write(batch: readonly StagedRow[]): Promise<void> {
    if (batch.length === 0) return;
    const { actor, keys } = this.#session;
    await this.#session.write("register.stage", null, async (tx) => {
      await expectManyRows(tx);
      const named = batch.filter(({ row }) => row.name !== null);
      const found = await findSamePersons(this.#session, tx, named.map(({ row }) => probeOf(row)));
      const matches = new Map(named.flatMap(({ position }, index) => {
        const best = found[index]?.[0];
        return best ? [[position, best satisfies StagedMatch] as const] : [];
      }));
      for (const { certain } of matches.values()) {
        if (certain) this.matchesCertain++;
        else this.matchesPossible++;
      }
      await insertRows(tx, actor.orgId, keys, this.#importId, batch, batch.map(({ position }) => matches.get(position) ?? null));
    });
    this.#rows += batch.length;
    await this.#noted(this.#rows);
  }
}
