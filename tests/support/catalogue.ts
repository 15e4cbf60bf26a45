import { buildIndex } from '../../src/catalogue/index.ts';
import { loadCatalogue } from '../../src/catalogue/load.ts';
import type { CatalogueIndex } from '../../src/domain/catalogue.ts';

/** The catalogue that ships, ready for matching. */
export const shippedIndex = async (): Promise<CatalogueIndex> => buildIndex(await loadCatalogue('fixtures/catalogue'));
