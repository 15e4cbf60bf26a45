import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { configSchema, readConfig } from '../../src/config.ts';

const codeOf = (environment: Record<string, string>): unknown => {
  try {
    return readConfig(environment);
  } catch (error) {
    return error;
  }
};

describe('readConfig', () => {
  it('runs embedded when nothing is set', () => {
    expect(readConfig({})).toMatchObject({ DATABASE_URL: null, REDIS_URL: null, PORT: 3000 });
  });

  it('takes an empty variable for an unset one', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' })).toMatchObject({ DATABASE_URL: null, PORT: 3000 });
  });

  it('lists all faults at once', () => {
    const error = codeOf({ PORT: 'eighty', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud' });
    expect(error).toMatchObject({ code: 'config-invalid', disposition: 'fatal' });
    for (const name of ['PORT', 'DATABASE_URL', 'LOG_LEVEL']) expect(String(error)).toContain(name);
  });

  it('refuses Redis without a PostgreSQL server', () => {
    expect(codeOf({ REDIS_URL: 'redis://127.0.0.1' })).toMatchObject({ code: 'config-invalid' });
  });

  it('refuses a calibration without a model', () => {
    expect(codeOf({ TONE_CALIBRATION: 'calibration.json' })).toMatchObject({ code: 'config-invalid' });
  });

  it('is frozen', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });
});

describe('.env.example', () => {
  const example = parseEnv(readFileSync('.env.example', 'utf8'));

  it('lists exactly the variables that are read', () => {
    expect(Object.keys(example).sort()).toEqual(Object.keys(configSchema.properties).sort());
  });

  it('holds the defaults', () => {
    expect(readConfig(example)).toEqual(readConfig({}));
  });
});
