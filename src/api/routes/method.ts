import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { type PublishedFigures, publishedFiguresSchema } from '../../evaluation/published.ts';

/** `/v1/method`: how well tone is read, as the method page shows it. */
export const methodRoutes: FastifyPluginAsyncTypebox<{ readonly figures: PublishedFigures }> = async (
  app,
  { figures },
) => {
  app.get(
    '/method',
    {
      schema: {
        summary: 'How well tone is read, by language and set of texts',
        tags: ['operation'],
        response: { 200: publishedFiguresSchema },
      },
    },
    () => figures,
  );
};
