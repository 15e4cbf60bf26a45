import { readFileSync } from 'node:fs';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyPluginAsync, FastifyReply } from 'fastify';
import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { Type } from 'typebox';
import { getDocument } from '../coverage/document.ts';
import { findEvidence } from '../coverage/evidence.ts';
import { MINIMUM_N } from '../coverage/filter.ts';
import { isSettled, readProgress } from '../coverage/progress.ts';
import { getShow, listShows, premieres } from '../coverage/shows.ts';
import { timeline } from '../coverage/timeline.ts';
import type { Sql } from '../database/database.ts';
import type { Show } from '../domain/catalogue.ts';
import type { PublishedFigures } from '../evaluation/published.ts';
import { speech } from './messages.ts';
import { type Choice, choiceSchema, filterOfChoice } from './pages/choice.ts';
import { DocumentPage } from './pages/document-page.tsx';
import { MethodPage } from './pages/method-page.tsx';
import { ShowPage, type ShowPageData } from './pages/show-page.tsx';
import { ShowsPage } from './pages/shows-page.tsx';

/** `demoUrl` is where the demo newsroom can be seen; null without a demo. `figures` say how well tone is read. */
export interface DashboardOptions {
  readonly sql: Sql;
  readonly demoUrl: string | null;
  readonly figures: PublishedFigures;
}

const QUOTATIONS = 24;
const locale = Type.Object({ locale: Type.Union([Type.Literal('en'), Type.Literal('fr')]) });
const assets = {
  'style.css': 'text/css',
  'season-panel.js': 'text/javascript',
  'progress.js': 'text/javascript',
} as const;

/** The dashboard: pages drawn on the server, whole without JavaScript. */
export function dashboard({ sql, demoUrl, figures }: DashboardOptions): FastifyPluginAsync {
  return async (fastify) => {
    const app = fastify.withTypeProvider<TypeBoxTypeProvider>();
    for (const [name, type] of Object.entries(assets)) {
      const content = readFileSync(new URL(`./assets/${name}`, import.meta.url));
      app.get(`/assets/${name}`, { schema: { hide: true } }, (_request, reply) =>
        reply.type(`${type}; charset=utf-8`).header('cache-control', 'max-age=300').send(content),
      );
    }

    app.get('/', { schema: { hide: true } }, async (request, reply) => {
      const language = /^\s*fr/iu.test(request.headers['accept-language'] ?? '') ? 'fr' : 'en';
      const [show] = await listShows(sql);
      return reply.redirect(show ? `/${language}/shows/${show.id}` : `/${language}`);
    });

    app.get('/:locale', { schema: { hide: true, params: locale } }, async ({ params }, reply) => {
      const progress = await readProgress(sql);
      const shows = await listShows(sql);
      return send(reply, ShowsPage({ shows, progress, settled: isSettled(progress), words: speech[params.locale] }));
    });

    app.get('/:locale/method', { schema: { hide: true, params: locale } }, ({ params }, reply) =>
      send(reply, MethodPage({ figures: figures.figures, minimum: MINIMUM_N, words: speech[params.locale] })),
    );

    const showParams = Type.Object({ ...locale.properties, show: Type.String({ maxLength: 200 }) });
    app.get(
      '/:locale/shows/:show',
      { schema: { hide: true, params: showParams, querystring: choiceSchema } },
      async ({ params, query }, reply) => {
        const show = await getShow(sql, params.show);
        if (show === null) return reply.callNotFound();
        const data = await showPageData(sql, show, query, demoUrl !== null);
        return send(reply, ShowPage({ data, words: speech[params.locale] }));
      },
    );

    const documentParams = Type.Object({ ...locale.properties, id: Type.String({ pattern: '^\\d{1,18}$' }) });
    app.get('/:locale/documents/:id', { schema: { hide: true, params: documentParams } }, async ({ params }, reply) => {
      const document = await getDocument(sql, params.id);
      if (document === null) return reply.callNotFound();
      return send(
        reply,
        DocumentPage({ document, source: sourceLink(document.url, demoUrl), words: speech[params.locale] }),
      );
    });
  };
}

/** Hosts of the demo exist only in this process, which serves them under its own address. */
function sourceLink(url: string, demoUrl: string | null): string {
  if (demoUrl === null || !URL.canParse(url)) return url;
  const { hostname, pathname, search } = new URL(url);
  return hostname.endsWith('.example') ? `${demoUrl}/${hostname}${pathname}${search}` : url;
}

async function showPageData(sql: Sql, show: Show, choice: Choice, isDemo: boolean): Promise<ShowPageData> {
  const market = choice.market ?? show.country;
  const filter = filterOfChoice(show.id, choice);
  const cut = { interval: 'week', bySeason: true, byLanguage: true, dedupe: true, tz: 'UTC' } as const;
  const coverage = await timeline(sql, filter, { ...cut, premieres: premieres(show, market) });
  const seasons = choice.season ? [Number(choice.season)] : null;
  const quotations = await findEvidence(
    sql,
    { ...filter, seasons },
    { order: 'strongest', limit: QUOTATIONS, offset: 0 },
  );
  return { show, timeline: coverage, quotations, progress: await readProgress(sql), choice, market, isDemo };
}

function send(reply: FastifyReply, page: VNode): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(`<!doctype html>${renderToString(page)}`);
}
