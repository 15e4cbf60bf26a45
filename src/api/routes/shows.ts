import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { getShow, listSeasons, listShows, premieres } from '../../coverage/shows.ts';
import { timeline } from '../../coverage/timeline.ts';
import type { Sql } from '../../database/database.ts';
import type { Show } from '../../domain/catalogue.ts';
import { ApiError, notFound } from '../problem.ts';
import { filterOf, filterParameters } from '../query.ts';

const byShow = Type.Object({ show: Type.String({ maxLength: 200, description: 'Identifier of the show.' }) });

const timelineQuery = Type.Object(
  {
    ...filterParameters,
    interval: Type.Optional(Type.Enum(['day', 'week', 'month'], { default: 'week' })),
    tz: Type.Optional(
      Type.String({ maxLength: 64, default: 'UTC', description: 'Time zone that cuts the days of basis=indexed.' }),
    ),
    breakdown: Type.Optional(
      Type.String({ pattern: '^((season|lang)(,(season|lang))?|none)$', default: 'season,lang' }),
    ),
    align: Type.Optional(
      Type.String({
        pattern: '^premiere:[A-Z]{2}$',
        description: 'Counts weeks from the first broadcast on a market.',
      }),
    ),
    dedupe: Type.Optional(
      Type.Boolean({ default: true, description: 'Copies of one text are one voice in the tone.' }),
    ),
  },
  { additionalProperties: false },
);

/** `/v1/shows…`: the catalogue's shows, their seasons and their coverage over time. */
export const showRoutes: FastifyPluginAsyncTypebox<{ readonly sql: Sql }> = async (app, { sql }) => {
  const find = async (id: string): Promise<Show> => {
    const show = await getShow(sql, id);
    if (show === null) throw notFound(`There is no show "${id}" in the catalogue.`);
    return show;
  };

  app.get('/shows', { schema: { summary: 'All shows', tags: ['shows'] } }, () => listShows(sql));

  app.get(
    '/shows/:show',
    { schema: { summary: 'One show with its people, seasons and windows', tags: ['shows'], params: byShow } },
    (request) => find(request.params.show),
  );

  app.get(
    '/shows/:show/seasons',
    { schema: { summary: 'Seasons with their coverage', tags: ['shows'], params: byShow } },
    async (request) => listSeasons(sql, await find(request.params.show)),
  );

  app.get(
    '/shows/:show/timeline',
    {
      schema: {
        summary: 'Coverage over time, by season and language',
        tags: ['coverage'],
        params: byShow,
        querystring: timelineQuery,
      },
    },
    async ({ params, query }) => {
      const show = await find(params.show);
      const tz = checkedZone(query.tz ?? 'UTC');
      const parts = (query.breakdown ?? 'season,lang').split(',');
      return await timeline(sql, filterOf(show.id, query), {
        interval: query.interval ?? 'week',
        bySeason: parts.includes('season'),
        byLanguage: parts.includes('lang'),
        dedupe: query.dedupe ?? true,
        tz,
        premieres: query.align ? premieres(show, query.align.slice(-2)) : new Map(),
      });
    },
  );
};

function checkedZone(tz: string): string {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: tz }).resolvedOptions().timeZone;
  } catch {
    throw new ApiError(400, 'request-invalid', `"${tz}" is not a time zone; write it as in Europe/Paris.`);
  }
}
