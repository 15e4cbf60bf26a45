import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { RevueError } from './domain/errors.ts';

const port = Type.Integer({ minimum: 0, maximum: 65_535 });

/** Every variable that Revue reads, with its default; `.env.example` lists the same ones. */
export const configSchema = Type.Object({
  DATABASE_URL: Type.Union([Type.Null(), Type.String({ pattern: '^postgres(ql)?://.+' })], {
    default: null,
    description: 'PostgreSQL server, as postgres://user@host/database. Unset: PostgreSQL runs inside Revue.',
  }),
  REDIS_URL: Type.Union([Type.Null(), Type.String({ pattern: '^rediss?://.+' })], {
    default: null,
    description:
      'Redis for the queues, as redis://host:6379. Needs DATABASE_URL. Unset: the queues live in PostgreSQL.',
  }),
  DATA_DIR: Type.String({ minLength: 1, default: 'data', description: 'Directory of the embedded database.' }),
  HOST: Type.String({
    minLength: 1,
    default: '127.0.0.1',
    description: 'Address that the API and the dashboard listen on.',
  }),
  PORT: { ...port, default: 3000, description: 'Port that the API and the dashboard listen on.' },
  READ_THREADS: Type.Integer({ minimum: 1, maximum: 64, default: 2, description: 'Threads that read pages.' }),
  USER_AGENT: Type.String({
    minLength: 3,
    default: 'Revue/0.1 (+https://revue.example/bot; press coverage of series)',
    description: 'How Revue names itself to the sites it fetches from; put a contact in it.',
  }),
  TONE_MODEL: Type.Union([Type.Null(), Type.String({ minLength: 1 })], {
    default: null,
    description:
      'A text classifier that reads tone, as a directory or a name at the Hugging Face hub; see docs/stronger-tone.md. Unset: the models that ship.',
  }),
  TONE_CALIBRATION: Type.Union([Type.Null(), Type.String({ minLength: 1 })], {
    default: null,
    description: 'Calibration of TONE_MODEL. Unset: calibration.json in its directory, if there is one.',
  }),
  LOG_LEVEL: Type.Enum(['silent', 'error', 'warn', 'info', 'debug'], {
    default: 'warn',
    description: 'How much is logged.',
  }),
});

/** What every entry of the schema says of itself. */
interface Entry {
  readonly type?: string;
  readonly default?: unknown;
  readonly description?: string;
}
const entries = Object.entries(configSchema.properties) as readonly (readonly [string, Entry])[];

/** The configuration: read once, checked, frozen. */
export type Config = Readonly<Static<typeof configSchema>>;

/**
 * Reads the configuration from an environment; `overrides` (from the command line) win.
 * Throws `config-invalid` (fatal) with all faults in one sentence each.
 */
export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  overrides: Partial<Config> = {},
): Config {
  const given = entries.map(([name, entry]) => {
    const raw = environment[name];
    if (raw === undefined || raw === '') return [name, entry.default];
    return [name, entry.type === 'integer' ? toNumber(raw) : raw];
  });
  const values: unknown = { ...Object.fromEntries(given), ...overrides };
  const faults = faultsOf(values);
  if (faults.length > 0)
    throw new RevueError('config-invalid', `The configuration is not valid. ${faults.join(' ')}`, 'fatal');
  return Object.freeze(Value.Parse(configSchema, values));
}

const toNumber = (raw: string): number | string => (/^-?\d+$/u.test(raw) ? Number(raw) : raw);

function faultsOf(values: unknown): readonly string[] {
  const wrong = new Set([...Value.Errors(configSchema, values)].map((error) => error.instancePath.split('/')[1] ?? ''));
  const record = values as Readonly<Record<string, unknown>>;
  const faults = [...wrong].map((name) => {
    const entry = entries.find(([key]) => key === name)?.[1];
    return `${name} is ${JSON.stringify(record[name])}; expected: ${entry?.description ?? 'nothing'}`;
  });
  if (record['REDIS_URL'] !== null && record['DATABASE_URL'] === null) {
    faults.push('REDIS_URL is set without DATABASE_URL: queues on Redis need a PostgreSQL server.');
  }
  if (record['TONE_CALIBRATION'] !== null && record['TONE_MODEL'] === null) {
    faults.push('TONE_CALIBRATION is set without TONE_MODEL: there is nothing to calibrate.');
  }
  return faults;
}
