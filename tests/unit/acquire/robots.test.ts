import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crawlDelay, isAllowed, parseRobots } from '../../../src/acquire/robots.ts';

type Case = readonly [name: string, file: string, agent: string, path: string, allowed: boolean];

/** Rules for everybody, as the body of a `*` group. */
const all = (rules: string) => `User-agent: *\n${rules}`;

const GROUPS: readonly Case[] = [
  ['no file forbids nothing', '', 'Revue', '/a', true],
  ['no group for us and none for all', 'User-agent: Other\nDisallow: /', 'Revue', '/a', true],
  ['the group for all', all('Disallow: /'), 'Revue', '/a', false],
  [
    'our own group instead of the one for all',
    `${all('Disallow: /')}\nUser-agent: Revue\nDisallow: /b`,
    'Revue',
    '/a',
    true,
  ],
  ['our own group, whatever the order', `User-agent: Revue\nDisallow: /b\n${all('Disallow: /')}`, 'Revue', '/b', false],
  ['our own empty group', `User-agent: Revue\n\n${all('Disallow: /')}`, 'Revue', '/a', false],
  ['our own group that forbids nothing', `User-agent: Revue\nDisallow:\n${all('Disallow: /')}`, 'Revue', '/a', true],
  ['several agents on one group', 'User-agent: Other\nUser-agent: Revue\nDisallow: /', 'Revue', '/a', false],
  [
    'groups of the same agent are joined',
    'User-agent: Revue\nDisallow: /a\n\nUser-agent: Revue\nDisallow: /b',
    'Revue',
    '/a',
    false,
  ],
  ['blank lines do not end a group', 'User-agent: Revue\n\n\nDisallow: /a', 'Revue', '/a', false],
  [
    'other records do not end the list of agents',
    'User-agent: Other\nSitemap: /s.xml\nUser-agent: Revue\nDisallow: /',
    'Revue',
    '/a',
    false,
  ],
  ['rules before any group count for nobody', 'Disallow: /\nUser-agent: Revue\nAllow: /a', 'Revue', '/z', true],
  ['agents in any case', 'user-AGENT: rEvUe\ndisALLOW: /', 'REVUE', '/a', false],
  ['a version after the name, in the file', 'User-agent: Revue/2.0\nDisallow: /', 'Revue', '/a', false],
  [
    'a version after the name, in ours',
    'User-agent: revue\nDisallow: /',
    'Revue/1.0 (+https://revue.test)',
    '/a',
    false,
  ],
  ['a name that only begins like ours', 'User-agent: Revue-News\nDisallow: /', 'Revue', '/a', true],
  ['a name that is only the beginning of ours', 'User-agent: Rev\nDisallow: /', 'Revue', '/a', true],
  ['words after the star', 'User-agent: * bots\nDisallow: /', 'Revue', '/a', false],
  ['a star glued to a word names nobody', 'User-agent: *bot\nDisallow: /', 'Revue', '/a', true],
];

const RULES: readonly Case[] = [
  ['an empty rule forbids nothing', all('Disallow:'), 'Revue', '/a', true],
  ['a prefix', all('Disallow: /a'), 'Revue', '/abc/d?e=f', false],
  ['a path in another case', all('Disallow: /A'), 'Revue', '/a', true],
  ['a longer allow', all('Disallow: /a\nAllow: /a/b'), 'Revue', '/a/b/c', true],
  ['a longer disallow', all('Allow: /a\nDisallow: /a/b'), 'Revue', '/a/b/c', false],
  ['the length decides, not the order', all('Allow: /a/b\nDisallow: /'), 'Revue', '/a/b', true],
  ['a tie goes to allow', all('Disallow: /page\nAllow: /page'), 'Revue', '/page', true],
  ['a tie goes to allow, in the other order', all('Allow: /page\nDisallow: /page'), 'Revue', '/page', true],
  [
    'RFC 9309 §5.2, images',
    all('Allow: /example/page/\nDisallow: /example/page/disallowed.gif'),
    'Revue',
    '/example/page/disallowed.gif',
    false,
  ],
  [
    'RFC 9309 §5.2, the rest',
    all('Allow: /example/page/\nDisallow: /example/page/disallowed.gif'),
    'Revue',
    '/example/page/x',
    true,
  ],
  ['a star', all('Disallow: /*/archive'), 'Revue', '/2015/archive/1', false],
  ['a star for nothing', all('Disallow: /a*b'), 'Revue', '/ab', false],
  ['a star at the end changes nothing', all('Disallow: /a*'), 'Revue', '/abc', false],
  ['a star counts in the length', all('Allow: /a/b\nDisallow: /*/b*'), 'Revue', '/a/b', false],
  ['an end', all('Disallow: /*.php$'), 'Revue', '/a/b.php', false],
  ['an end that is not there', all('Disallow: /*.php$'), 'Revue', '/a/b.php?c', true],
  ['an end after a fixed path', all('Disallow: /$\nAllow: /'), 'Revue', '/', false],
  ['an end does not reach further', all('Disallow: /$'), 'Revue', '/a', true],
  ['an end that overlaps the star', all('Disallow: /ab*b$'), 'Revue', '/ab', true],
  ['a dollar inside is a dollar', all('Disallow: /a$b'), 'Revue', '/a$b', false],
  ['the query takes part', all('Disallow: /*?print='), 'Revue', '/a?print=1', false],
  ['the fragment does not', all('Disallow: /*part'), 'Revue', '/a#part', true],
  ['characters outside ASCII', all('Disallow: /légende'), 'Revue', '/l%C3%A9gende/1', false],
  ['triplets in either case', all('Disallow: /l%c3%a9gende'), 'Revue', '/l%C3%A9gende', false],
  ['triplets of the URL in either case', all('Disallow: /l%C3%A9gende'), 'Revue', '/l%c3%a9gende', false],
  ['an encoded slash is no slash', all('Disallow: /a/b'), 'Revue', '/a%2Fb', true],
  ['the robots file itself', all('Disallow: /'), 'Revue', '/robots.txt', true],
  ['the index of an allowed directory', all('Disallow: /\nAllow: /fr/index.html'), 'Revue', '/fr/', true],
];

const LINES: readonly Case[] = [
  ['comments', '# hello\nUser-agent: * # all\nDisallow: /a # not this', 'Revue', '/a', false],
  ['a comment cuts the rule', all('Disallow: /a#b'), 'Revue', '/a-other', false],
  ['carriage returns alone', 'User-agent: *\rDisallow: /a', 'Revue', '/a', false],
  ['both line ends', 'User-agent: *\r\nDisallow: /a\r\n', 'Revue', '/a', false],
  ['a byte order mark', '\uFEFFUser-agent: *\nDisallow: /a', 'Revue', '/a', false],
  ['blanks around everything', '  User-agent  :  *  \n\tDisallow\t:\t/a  ', 'Revue', '/a', false],
  ['missing colons', 'user-agent Revue\ndisallow /', 'Revue', '/a', false],
  ['misspelt keys', all('Dissallow: /a\nDisalow: /b'), 'Revue', '/b', false],
  ['unknown keys', all('Forbid: /a'), 'Revue', '/a', true],
  [
    'an HTML page in its place',
    '<!DOCTYPE html><html><body>User-agent: * Disallow: /</body></html>',
    'Revue',
    '/a',
    true,
  ],
];

const letters = (alphabet: string[]) => fc.array(fc.constantFrom(...alphabet), { maxLength: 7 });

describe('isAllowed', () => {
  it.each([...GROUPS, ...RULES, ...LINES])('%s', (_, file, agent, path, allowed) => {
    expect(isAllowed(parseRobots(file), agent, `https://press.test${path}`)).toBe(allowed);
  });

  it('takes URLs of any shape', () => {
    const robots = parseRobots(all('Disallow: /a\nDisallow: /?'));
    for (const url of ['http://x.test/a', '//x.test/a', 'x.test/a', 'http://x.test?q', 'http://x.test:80/a;b']) {
      expect([url, isAllowed(robots, 'Revue', url)]).toEqual([url, false]);
    }
    for (const url of ['http://x.test', '', 'http://x.test/b?u=http://y.test/a', 'http://x.test#/a']) {
      expect([url, isAllowed(robots, 'Revue', url)]).toEqual([url, true]);
    }
  });

  it('agrees with a regular expression on every small pattern', () => {
    fc.assert(
      fc.property(letters(['a', 'b', '/', '*', '$']), letters(['a', 'b', '/']), (pattern, path) => {
        const rule = `/${pattern.join('')}`;
        const source = rule.replace(/\$(?!$)/g, '\\$').replaceAll(/\*+/g, '.*');
        const robots = parseRobots(all(`Disallow: ${rule}`));
        const expected = !new RegExp(`^${source}`).test(`/${path.join('')}`);
        expect(isAllowed(robots, 'Revue', `http://x.test/${path.join('')}`)).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('stays quick on hostile files', () => {
    const file = all(Array.from({ length: 20_000 }, () => 'Disallow: /*a*a*a*a*a*b').join('\n'));
    const started = performance.now();
    expect(isAllowed(parseRobots(file), 'Revue', `http://x.test/${'a'.repeat(2000)}`)).toBe(true);
    expect(performance.now() - started).toBeLessThan(1500);
  });
});

describe('crawlDelay', () => {
  it.each([
    ['User-agent: *\nCrawl-delay: 10', 10],
    ['User-agent: *\nCrawl-delay: 2.5\nDisallow: /x', 2.5],
    ['User-agent: Revue\nCrawl-delay: 3\n\nUser-agent: *\nCrawl-delay: 60', 3],
    ['User-agent: Other\nCrawl-delay: 100\nUser-agent: *\nDisallow: /x', null],
    ['User-agent: Revue\nDisallow: /x\n\nUser-agent: *\nCrawl-delay: 60', null],
    ['User-agent: *\nCrawl-delay: soon', null],
    ['User-agent: *\nCrawl-delay: -1', null],
    ['Crawl-delay: 5', null],
    ['', null],
  ])('%j', (file, seconds) => {
    expect(crawlDelay(parseRobots(file), 'Revue/1.0')).toBe(seconds);
  });
});

it('lists sitemaps wherever they stand', () => {
  const file = 'Sitemap: https://press.test/a.xml\nUser-agent: *\nDisallow: /\nsitemap: /b.xml # second';
  expect(parseRobots(file).sitemaps).toEqual(['https://press.test/a.xml', '/b.xml']);
});
