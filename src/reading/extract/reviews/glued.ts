import type { Rating } from '../../../domain/reading.ts';
import { checked } from '../metadata/ratings.ts';

/** "10kickeeen": the rating out of ten that is glued to a user name; null when the line is no such name. */
export function gluedRating(line: string): Rating | null {
  const match = /^(10|[1-9])(\p{L}[\p{L}\p{N}_.-]{2,30})$/u.exec(line);
  return match ? checked(Number(match[1]), 10) : null;
}
