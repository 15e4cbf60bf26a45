import type { ComponentChildren } from 'preact';
import type { Speech } from '../messages.ts';

/** The frame of every page. `path` is the page's path without its language, `search` its query. */
export function Layout(props: {
  readonly words: Speech;
  readonly title: string;
  readonly path: string;
  readonly search: string;
  readonly children: ComponentChildren;
}) {
  const { words, title, path, search, children } = props;
  const { say, other } = words;
  return (
    <html lang={words.locale}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${title} · Revue`}</title>
        <link rel="stylesheet" href="/assets/style.css" />
        <link rel="icon" href="data:," />
        <script type="module" src="/assets/season-panel.js" />
        <script type="module" src="/assets/progress.js" />
      </head>
      <body>
        <a class="skip" href="#main">
          {say('skip')}
        </a>
        <header>
          <a class="name" href={`/${words.locale}`}>
            Revue
          </a>
          <span class="tagline">{say('tagline')}</span>
          <nav aria-label="Revue">
            <a href={`/${words.locale}`}>{say('shows')}</a>
            <a href={`/${words.locale}/method`}>{say('method')}</a>
            <a href="/docs">{say('api')}</a>
            <a href={`/${other}${path}${search}`} hreflang={other} lang={other}>
              {say('otherLanguage')}
            </a>
          </nav>
        </header>
        <main id="main">{children}</main>
      </body>
    </html>
  );
}
