import { loadSeasonModel } from '../../src/app-models.ts';
import { judgeBy } from '../../src/reading/seasons/judge.ts';

/** The judge of the shipped model. */
export const seasonJudge = judgeBy(loadSeasonModel('models'));
