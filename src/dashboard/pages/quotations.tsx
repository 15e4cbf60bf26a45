import type { Evidence } from '../../coverage/evidence.ts';
import type { Sentiment } from '../../domain/reading.ts';
import { type Speech, sayAny } from '../messages.ts';
import { type Choice, linkTo } from './choice.ts';

/** The sentences behind the figures, each with why it counts for its season. */
export function Quotations({
  quotations,
  words,
  choice,
}: {
  quotations: readonly Evidence[];
  words: Speech;
  choice: Choice;
}) {
  const { say } = words;
  return (
    <section aria-labelledby="quotations">
      <h2 id="quotations">{choice.season ? say('quotationsOf', { season: choice.season }) : say('quotations')}</h2>
      {choice.season && (
        <p>
          <a href={`${linkTo(choice, { season: '' })}#quotations`}>{say('allSeasons')}</a>
        </p>
      )}
      {quotations.length === 0 && <p class="note">{say('noQuotations')}</p>}
      <ol class="quotations">
        {quotations.map((each) => (
          <li key={`${each.documentId}-${each.passage}-${each.season}`}>
            <blockquote lang={each.language}>{each.quotation}</blockquote>
            <p class="meta">
              <SentenceTone sentence={each} words={words} /> {say('seasonShort', { season: each.season })} ·{' '}
              <a href={`/${words.locale}/documents/${each.documentId}`}>
                {each.title ?? sayAny(words, `kind-${each.kind}`)}
              </a>
              {each.outlet && <> · {each.outlet}</>}
              {each.published && <> · {words.date(each.published)}</>}
            </p>
            <p class="why">{`${say('why', { season: each.season })} ${sayAny(words, `basis-${each.basis}`, { evidence: each.evidence })}`}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The tone of a sentence, what it rests on unless that is a trained model, and apart from it the opinion that it reports. */
export function SentenceTone({
  sentence: { sentiment, reported },
  words,
}: {
  sentence: Pick<Evidence, 'sentiment' | 'reported'>;
  words: Speech;
}) {
  const rests = sentiment === null || sentiment.basis === 'model' ? null : `rests-${sentiment.basis}`;
  return (
    <>
      <Tone sentiment={sentiment} words={words} />
      {rests && (
        <>
          {' '}
          <span title={sayAny(words, `${rests}-why`)}>({sayAny(words, rests)})</span>
        </>
      )}
      {reported && (
        <>
          {' '}
          <span class="chip" title={words.say('reports-why')}>
            {sayAny(words, `reports-${reported.label}`)}
          </span>
        </>
      )}
    </>
  );
}

/** A tone as a chip: sign, word and figure, never colour alone. */
export function Tone({ sentiment, words }: { sentiment: Sentiment | null; words: Speech }) {
  if (sentiment === null) return <span class="chip">–</span>;
  const sign = { positive: '+', negative: '−', mixed: '±', neutral: '○' }[sentiment.label];
  const figure = sentiment.label === 'neutral' ? '' : ` ${words.signed(sentiment.score)}`;
  return <span class={`chip ${sentiment.label}`}>{`${sign} ${words.say(sentiment.label)}${figure}`}</span>;
}
