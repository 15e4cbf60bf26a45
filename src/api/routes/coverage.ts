import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { getDocument } from '../../coverage/document.ts';
import { findEvidence } from '../../coverage/evidence.ts';
import { readProgress } from '../../coverage/progress.ts';
import { searchCoverage } from '../../coverage/search.ts';
import type { Sql } from '../../database/database.ts';
import { coverageAnswer, documentAnswer, evidenceAnswer } from '../answers.ts';
import { notFound } from '../problem.ts';
import { filterOf, filterParameters, pageParameters } from '../query.ts';

const show = Type.String({ maxLength: 200, description: 'Identifier of the show.' });
const coverageQuery = Type.Object(
  {
    show,
    ...filterParameters,
    ...pageParameters,
    q: Type.Optional(Type.String({ minLength: 2, maxLength: 200, description: 'Words to find.' })),
  },
  { additionalProperties: false },
);
const evidenceQuery = Type.Object(
  {
    show,
    ...filterParameters,
    ...pageParameters,
    order: Type.Optional(Type.Enum(['strongest', 'newest'], { default: 'strongest' })),
  },
  { additionalProperties: false },
);
const byId = Type.Object({ id: Type.String({ pattern: '^\\d{1,18}$' }) });

/** `/v1/coverage`, `/v1/evidence`, `/v1/documents`: the documents and sentences behind the figures. */
export const coverageRoutes: FastifyPluginAsyncTypebox<{ readonly sql: Sql }> = async (app, { sql }) => {
  app.get(
    '/coverage',
    {
      schema: {
        summary: 'Documents about a show',
        tags: ['coverage'],
        querystring: coverageQuery,
        response: { 200: coverageAnswer },
      },
    },
    async ({ query }) => [
      ...(await searchCoverage(sql, filterOf(query.show, query), {
        query: query.q ?? null,
        limit: query.limit ?? 50,
        offset: query.offset ?? 0,
      })),
    ],
  );

  app.get(
    '/evidence',
    {
      schema: {
        summary: 'The sentences behind a figure',
        tags: ['coverage'],
        querystring: evidenceQuery,
        response: { 200: evidenceAnswer },
      },
    },
    async ({ query }) => [
      ...(await findEvidence(sql, filterOf(query.show, query), {
        order: query.order ?? 'strongest',
        limit: query.limit ?? 50,
        offset: query.offset ?? 0,
      })),
    ],
  );

  app.get(
    '/documents/:id',
    { schema: { summary: 'One document', tags: ['coverage'], params: byId, response: { 200: documentAnswer } } },
    async ({ params }) => {
      const document = await getDocument(sql, params.id);
      if (document === null) throw notFound(`There is no document ${params.id}.`);
      const { story, attributions } = document;
      return { ...document, attributions: [...attributions], story: { ...story, copies: [...story.copies] } };
    },
  );

  app.get('/progress', { schema: { summary: 'How far the taking-in is', tags: ['operation'] } }, () =>
    readProgress(sql),
  );
};
