import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalsBetween, nextInterval, startOfInterval, weeksSince } from '../../../src/coverage/intervals.ts';

const dates = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const kinds = fc.constantFrom('day' as const, 'week' as const, 'month' as const);

describe('intervals', () => {
  it('start weeks on Monday', () => {
    expect(startOfInterval('2015-05-03', 'week')).toBe('2015-04-27');
  });

  it('hold their date', () => {
    fc.assert(
      fc.property(dates, kinds, (date, kind) => {
        const start = startOfInterval(date, kind);
        expect(start <= date && date < nextInterval(start, kind)).toBe(true);
      }),
    );
  });

  it('follow each other without a gap', () => {
    expect(intervalsBetween('2015-12-20', '2016-01-05', 'week', false)).toEqual([
      '2015-12-14',
      '2015-12-21',
      '2015-12-28',
      '2016-01-04',
    ]);
    expect(intervalsBetween('2016-01-01', '2016-03-01', 'month', true)).toEqual(['2016-01-01', '2016-02-01']);
  });

  it('count weeks from the premiere, backwards as well', () => {
    expect(weeksSince('2015-04-27', '2015-05-25')).toBe(4);
    expect(weeksSince('2015-04-27', '2015-04-26')).toBe(-1);
  });
});
