import { RevueError } from '../../../domain/errors.ts';

/** The refusal of a page that nests deeper than any article does: `page-too-deep`, quarantine. */
export function tooDeep(url: string | null, depth: number): RevueError {
  const message = `${url ?? 'The page'} nests elements deeper than ${depth}, as no article does.`;
  return new RevueError('page-too-deep', message, 'quarantine');
}
