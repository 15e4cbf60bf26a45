import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RevueError } from './domain/errors.ts';
import { type PublishedFigures, parsePublishedFigures } from './evaluation/published.ts';

const NAME = 'tone-figures.json';

/** Loads the published figures of tone from the directory of the models. Throws `bad-figures` (fatal), also when there are none. */
export function loadPublishedFigures(directory: string): PublishedFigures {
  return parsePublishedFigures(contentOf(directory));
}

function contentOf(directory: string): string {
  try {
    return readFileSync(join(directory, NAME), 'utf8');
  } catch (cause) {
    throw new RevueError('bad-figures', `${directory} holds no readable ${NAME}; train tone again.`, 'fatal', {
      cause,
    });
  }
}
