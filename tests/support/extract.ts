import { createExtractTools } from '../../src/tools.ts';

/** What extraction needs, with the models of the project. */
export const extractTools = createExtractTools('models');
