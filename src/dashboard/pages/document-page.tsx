import type { StoredDocument } from '../../coverage/document.ts';
import { type Speech, sayAny } from '../messages.ts';
import { Layout } from './layout.tsx';
import { SentenceTone, Tone } from './quotations.tsx';

/** One document: its facts, the sentences that count for a season with the reason, and whom it names. */
export function DocumentPage({ document, source, words }: { document: StoredDocument; source: string; words: Speech }) {
  const { say } = words;
  const title = document.title ?? sayAny(words, `kind-${document.kind}`);
  const { lead, copies } = document.story;
  const others = [lead.id, ...copies].filter((id) => id !== document.id);
  return (
    <Layout words={words} title={title} path={`/documents/${document.id}`} search="">
      <h1 lang={document.language}>{title}</h1>
      <p class="meta">
        <Tone sentiment={document.sentiment} words={words} /> {sayAny(words, `kind-${document.kind}`)}
        {document.outlet && <> · {document.outlet}</>} ·{' '}
        {document.published ? words.date(document.published) : say('undated')}
        {document.rating && (
          <>
            {' '}
            · {say('rating')} {document.rating.value}/{document.rating.best}
          </>
        )}
      </p>
      {/^https?:/u.test(source) && (
        <p>
          {say('source')}{' '}
          <a href={source} rel="noreferrer">
            {document.url}
          </a>
        </p>
      )}
      <h2>{say('passages')}</h2>
      <ol class="quotations">
        {document.attributions.map((each) => (
          <li key={`${each.passage}-${each.show}-${each.season}`}>
            <blockquote lang={document.language}>{each.quotation}</blockquote>
            <p class="meta">
              <SentenceTone sentence={each} words={words} />{' '}
              {`${each.show} ${say('seasonShort', { season: each.season })} · ${sayAny(words, `relation-${each.relation}`)}`}
            </p>
            <p class="why">{`${say('why', { season: each.season })} ${sayAny(words, `basis-${each.basis}`, { evidence: each.evidence })}`}</p>
          </li>
        ))}
      </ol>
      <h2>{say('mentions')}</h2>
      <ul class="ledger">
        {document.mentions.map(({ surface, type, count }) => (
          <li key={`${type} ${surface}`}>
            {surface}
            {count > 1 ? ` × ${count}` : ''}
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <>
          <h2>{say('copiesOf')}</h2>
          <ul>
            {others.map((id) => (
              <li key={id}>
                <a href={`/${words.locale}/documents/${id}`}>{`${say('document')} ${id}`}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </Layout>
  );
}
