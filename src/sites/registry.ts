import { reviewSite } from '../reading/extract/reviews/review-site.ts';
import type { SiteAdapter } from '../reading/extract/site.ts';
import allocine from './allocine/allocine.json' with { type: 'json' };
import imdb from './imdb/imdb.json' with { type: 'json' };
import { imdbText } from './imdb/imdb-text.ts';
import letterboxd from './letterboxd/letterboxd.json' with { type: 'json' };
import { listing } from './listing/listing.ts';
import metacritic from './metacritic/metacritic.json' with { type: 'json' };
import rottentomatoes from './rottentomatoes/rottentomatoes.json' with { type: 'json' };
import senscritique from './senscritique/senscritique.json' with { type: 'json' };
import { wikipedia } from './wikipedia/wikipedia.ts';

const tables = [imdb, allocine, senscritique, metacritic, rottentomatoes, letterboxd];

/** Sites and forms of pages that need more than the general reader, asked in this order. */
export const siteAdapters: readonly SiteAdapter[] = [imdbText, ...tables.map(reviewSite), wikipedia, listing];
