import swagger from '@fastify/swagger';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Sql } from '../database/database.ts';
import type { PublishedFigures } from '../evaluation/published.ts';
import { docsPage } from './docs-page.ts';
import { ApiError } from './problem.ts';
import { coverageRoutes } from './routes/coverage.ts';
import { methodRoutes } from './routes/method.ts';
import { showRoutes } from './routes/shows.ts';

/** What the API works on. `ready` says whether the database answers. */
export interface ApiOptions {
  readonly sql: Sql;
  readonly version: string;
  readonly figures: PublishedFigures;
  readonly ready: () => Promise<boolean>;
}

/** The HTTP API as a Fastify plugin: tests inject requests into it, only the process that serves it listens. */
export const api: FastifyPluginAsyncTypebox<ApiOptions> = async (app, { sql, version, figures, ready }) => {
  await app.register(swagger, { openapi: { openapi: '3.1.0', info: { title: 'Revue', version } } });
  await app.register(
    async (v1) => {
      await v1.register(showRoutes, { sql });
      await v1.register(coverageRoutes, { sql });
      await v1.register(methodRoutes, { figures });
      v1.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
    },
    { prefix: '/v1' },
  );
  app.get('/docs', { schema: { hide: true } }, (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(docsPage(app.swagger())),
  );
  app.get('/healthz', { schema: { hide: true } }, () => ({ status: 'ok' }));
  app.get('/readyz', { schema: { hide: true } }, async () => {
    if (!(await ready())) throw new ApiError(503, 'not-ready', 'The database does not answer.');
    return { status: 'ready' };
  });
};
