import { loadLanguageModels } from '../../src/app-models.ts';

/** What tells languages, as the application loads it. */
export const languageModels = await loadLanguageModels('models');
