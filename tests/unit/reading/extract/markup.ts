import fc from 'fast-check';

const pieces = [
  ...['<div>', '</div>', '<p>', '</p>', '<span class="a b">', '</span>', '<a href="/x">', '</a>', '<b>', '</b>'],
  ...['<section id="comments">', '</section>', '<h1>', '</h1>', '<h2>', '<ul><li>', '</li>', '<table><tr><td>', '<br>'],
  ...['<script>', '</script>', '<script type="application/ld+json">', '{"@type":"Article"}', '<style>', '</style>'],
  ...['<noscript>', '</noscript>', '<!--', '-->', '<![CDATA[', ']]>', '<title>', '</title>', '<svg>', '</svg>'],
  ...['<time datetime="2020-01-02">', '</time>', '<img alt="3/5">', '<meta name="author" content="A">', '<p hidden>'],
  ...[
    '&amp;',
    '&#0;',
    '&',
    '<',
    '>',
    '"',
    '\0',
    '\u00A0',
    '\u200B',
    '\uD83D',
    '★★★',
    '8/10',
    ' ',
    '\n',
    'mot ',
    '連続',
  ],
  'Une phrase de la page, assez longue pour en être une vraie, avec ses virgules et son point. ',
];

/** Pages of tags, texts and signs in any order. */
export const markup: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 120 })
  .map((parts) => parts.join(''));
