import { expect, it } from 'vitest';
import { passageLanguage } from '../../src/reading/language/passage-language.ts';
import { languageModels } from '../support/language.ts';

// Two thousand letters took milliseconds each; a page has thousands of such sentences. The runner's time limit ends a relapse.
it('capitals without a blank cost no more than other letters', () => {
  const sentence = 'A'.repeat(200_000);
  for (let i = 0; i < 5; i++) expect(passageLanguage(sentence, 'fr', languageModels)).toBe('fr');
});
