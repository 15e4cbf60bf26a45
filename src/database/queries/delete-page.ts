import type { Database } from '../database.ts';
import { documentsAlike } from './stories/documents-alike.ts';
import { lockStories } from './stories/lock.ts';
import { retell } from './stories/retell.ts';

/** Removes a page and everything that was read from it; copies of its documents find another lead. */
export async function deletePage(database: Pick<Database, 'transaction'>, id: string): Promise<void> {
  await database.transaction(async (sql) => {
    // In the order in which a reading is stored: the page, then the stories.
    await sql.query('SELECT FROM page WHERE id = $1 FOR UPDATE', [id]);
    await lockStories(sql);
    const alike = await documentsAlike(sql, { pageIds: [id] });
    await sql.query('DELETE FROM page WHERE id = $1', [id]);
    await retell(sql, alike);
  });
}
