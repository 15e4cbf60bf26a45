import { createRandom, type Random } from '../../domain/random.ts';

/** Something that runs SQL, and a database with transactions, as the store has them. */
interface Sql {
  readonly query: <Row>(text: string, parameters?: readonly unknown[]) => Promise<Result<Row>>;
}
interface Result<Row> {
  readonly rows: readonly Row[];
  readonly rowCount: number;
}
interface Database {
  readonly transaction: <Result>(work: (sql: Sql) => Promise<Result>) => Promise<Result>;
}

/** What a look-up of one text costs in a store of so many documents. Times in milliseconds, sizes in MB. */
export interface LookUpTimes {
  readonly documents: number;
  readonly median: number;
  readonly p95: number;
  /** Share of the look-ups of a half of a stored text that find it. */
  readonly found: number;
  readonly indexMb: number;
}

/** The store's own look-up: the documents that share most fingerprints. */
export type LookUp = (sql: Sql, fingerprint: readonly number[]) => Promise<readonly { readonly id: string }[]>;

/** Fingerprints of a press article of 400 words: most are its own, a few stand in many texts. */
const OWN = 96;
const SHARED = 5;
/** Fingerprints that are shared at all. The n-th stands in so many texts that all n together fall off as words do (Zipf). */
const VOCABULARY = 1_000_000;
/** Look-ups before those that are timed, as a multiple: the store learns the common fingerprints from the first ones. */
const WARM_UP = 1.5;

const create = [
  'CREATE SCHEMA revue_bench',
  'SET LOCAL search_path = revue_bench',
  "SET LOCAL maintenance_work_mem = '512MB'",
  'CREATE TABLE common_print (print int PRIMARY KEY, documents int NOT NULL)',
  'CREATE TABLE document (id bigint PRIMARY KEY, page_id bigint NOT NULL, published date, fingerprint int[] NOT NULL, text text NOT NULL)',
];

// `n * 0` makes PostgreSQL draw anew for every document.
const fill = `
  INSERT INTO document SELECT n, n, DATE '2015-01-01' + (n % 3000)::int, array(
    SELECT (random() * 4294967294 - 2147483647)::bigint::int FROM generate_series(1, $2::int + (n * 0)::int)
    UNION SELECT -floor(exp(random() * ln($4::int)))::int FROM generate_series(1, $3::int + (n * 0)::int)), ''
  FROM generate_series(1, $1::bigint) AS n`;

/**
 * Times the store's look-up among so many made documents, in a schema of its own that is dropped again.
 * Half of the look-ups are of new texts, half of texts that share half of their fingerprints with a stored one.
 */
export async function lookUpTimes(
  database: Database,
  documents: number,
  lookUp: LookUp,
  lookUps = 200,
): Promise<LookUpTimes> {
  return await database.transaction(async (sql) => {
    for (const statement of create) await sql.query(statement);
    await sql.query('SELECT setseed(0.5)');
    await sql.query(fill, [documents, OWN, SHARED, VOCABULARY]);
    await sql.query('CREATE INDEX document_fingerprint ON document USING gin (fingerprint) WITH (fastupdate = off)');
    await sql.query('ANALYZE document');
    const random = createRandom(7);
    const warmUp = Math.ceil(lookUps * WARM_UP);
    const all: Timed[] = [];
    for (let i = 0; i < warmUp + lookUps; i++) all.push(await timed(sql, documents, i % 2 === 0, lookUp, random));
    const { rows } = await sql.query<{ mb: number }>(
      "SELECT (pg_relation_size('document_fingerprint') / 1e6)::int AS mb",
    );
    await sql.query('DROP SCHEMA revue_bench CASCADE');
    return { documents, ...figuresOf(all.slice(warmUp)), indexMb: rows[0]?.mb ?? 0 };
  });
}

interface Timed {
  readonly ms: number;
  /** Null where nothing was to be found. */
  readonly found: boolean | null;
}

async function timed(sql: Sql, documents: number, isNew: boolean, lookUp: LookUp, random: Random): Promise<Timed> {
  const id = 1 + random.below(documents);
  const { rows } = await sql.query<{ prints: readonly number[] }>(
    'SELECT fingerprint AS prints FROM document WHERE id = $1',
    [id],
  );
  const prints = textLike(isNew ? [] : (rows[0]?.prints ?? []), random);
  const start = performance.now();
  const found = await lookUp(sql, prints);
  const ms = performance.now() - start;
  return { ms, found: isNew ? null : found.some((each) => Number(each.id) === id) };
}

/** The fingerprints of a text that has half of those of another one. */
function textLike(other: readonly number[], random: Random): readonly number[] {
  const kept = other.filter((_, i) => i % 2 === 0);
  const own = Array.from({ length: OWN - kept.length + SHARED }, () => random.below(2 ** 32) - 2 ** 31);
  const shared = Array.from({ length: SHARED }, () => -Math.floor(VOCABULARY ** (random.below(1e6) / 1e6)));
  return [...new Set([...kept, ...own, ...shared])].toSorted((a, b) => a - b);
}

function figuresOf(all: readonly Timed[]): Pick<LookUpTimes, 'median' | 'p95' | 'found'> {
  const times = all.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round((times[Math.floor(share * times.length)] ?? 0) * 100) / 100;
  const sought = all.filter(({ found }) => found !== null);
  const found = sought.filter(({ found }) => found === true).length / Math.max(1, sought.length);
  return { median: at(0.5), p95: at(0.95), found: Math.round(found * 10_000) / 10_000 };
}
