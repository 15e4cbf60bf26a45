import { existsSync, readFileSync } from 'node:fs';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { configSchema } from '../../src/config.ts';

const healthcheck = Type.Object({ test: Type.Array(Type.String(), { minItems: 2 }) });
const service = Type.Object({
  image: Type.Optional(Type.String()),
  build: Type.Optional(Type.String()),
  command: Type.Optional(Type.Array(Type.String())),
  environment: Type.Optional(Type.Record(Type.String(), Type.String())),
  healthcheck,
  restart: Type.String(),
});
const composeSchema = Type.Object({
  services: Type.Object({ postgres: service, redis: service, api: service, worker: service }),
  volumes: Type.Object({ postgres: Type.Unknown(), redis: Type.Unknown() }),
});

describe('docker-compose.yml', () => {
  const compose: unknown = parse(readFileSync('docker-compose.yml', 'utf8'), { merge: true });

  it('describes PostgreSQL, Redis, API and workers, each with a health check', () => {
    expect([...Value.Errors(composeSchema, compose)]).toEqual([]);
  });

  it('sets only variables that the configuration reads', () => {
    const { services } = Value.Parse(composeSchema, compose);
    for (const name of ['api', 'worker'] as const) {
      for (const variable of Object.keys(services[name].environment ?? {}))
        expect(Object.keys(configSchema.properties)).toContain(variable);
    }
  });

  it('keeps jobs on disk and evicts none', () => {
    const command = Value.Parse(composeSchema, compose).services.redis.command?.join(' ');
    expect(command).toContain('--appendonly yes');
    expect(command).toContain('--maxmemory-policy noeviction');
  });

  it('starts programs that exist', () => {
    const { services } = Value.Parse(composeSchema, compose);
    for (const name of ['api', 'worker'] as const) {
      const program = services[name].command?.[1] ?? '';
      expect(existsSync(program.replace(/^dist\//u, '').replace(/\.js$/u, '.ts')), program).toBe(true);
    }
  });
});
