/** The person table's rows: read at once, written one statement at a time. */
import type { Kysely } from 'kysely';
import type { TenantId } from '@rufwerk/engine/core';
import type { OpenedFile } from '../sqlite.ts';
import type { PersonTable, Tables } from '../tables.ts';

/** The ways to look somebody up. */
export type PersonIndex = 'entra_index' | 'name_index' | 'phone_index' | 'mail_index';

export type PersonRow = Omit<PersonTable, 'tenant_id'>;

export class PersonRows {
  readonly #db: Kysely<Tables>;
  readonly #readNow: OpenedFile['readNow'];
  readonly #tenantId: TenantId;

  constructor(db: Kysely<Tables>, readNow: OpenedFile['readNow'], tenantId: TenantId) {
    this.#db = db;
    this.#readNow = readNow;
    this.#tenantId = tenantId;
  }

  find(column: 'id' | PersonIndex, value: string): PersonRow | undefined {
    const sql = `select * from person where tenant_id = ? and ${column} = ?`;
    const [row] = this.#readNow(sql, [this.#tenantId, value]);
    return row as PersonRow | undefined;
  }

  async insert(row: PersonRow): Promise<void> {
    const values = { tenant_id: this.#tenantId, ...row };
    await this.#db.insertInto('person').values(values).execute();
  }

  async update(id: string, row: Partial<PersonRow>): Promise<void> {
    await this.#db
      .updateTable('person')
      .set(row)
      .where('tenant_id', '=', this.#tenantId)
      .where('id', '=', id)
      .execute();
  }
}
