import type { PublishedFigure } from '../../evaluation/published.ts';
import type { Speech } from '../messages.ts';
import { Layout } from './layout.tsx';
import { MethodFigures } from './method-figures.tsx';

const steps = ['neutral', 'whose', 'clause', 'rollUp', 'interval', 'languages'] as const;
const measures = ['macroF1', 'neutralRecall', 'calibration'] as const;

/** How tone is read, in plain words, and how often that is right. `minimum` is the number of stories below which no tone is stated. */
export function MethodPage(props: {
  readonly figures: readonly PublishedFigure[];
  readonly minimum: number;
  readonly words: Speech;
}) {
  const { figures, minimum, words } = props;
  const { say } = words;
  return (
    <Layout words={words} title={say('method.title')} path="/method" search="">
      <h1>{say('method.title')}</h1>
      <p class="lede">{say('method.lede')}</p>
      <ol class="steps">
        {steps.map((step) => (
          <li key={step}>
            <h2>{say(`method.${step}`)}</h2>
            <p>{say(`method.${step}Text`, { minimum })}</p>
          </li>
        ))}
      </ol>
      <section aria-labelledby="figures">
        <h2 id="figures">{say('method.figures')}</h2>
        <p class="lede">{say('method.figuresText')}</p>
        <MethodFigures figures={figures} words={words} />
        <dl class="terms">
          {measures.map((measure) => (
            <div key={measure}>
              <dt>{say(`method.${measure}`)}</dt>
              <dd>{say(`method.${measure}Text`)}</dd>
            </div>
          ))}
        </dl>
        <p class="prose">{say('method.weakness')}</p>
      </section>
      <section aria-labelledby="measure">
        <h2 id="measure">{say('method.own')}</h2>
        <p class="prose">{say('method.ownText')}</p>
        <pre>
          <code>revue evaluate sentiment --data reviews.jsonl</code>
        </pre>
        <p>
          <a href="/v1/method">{say('method.data')}</a>
        </p>
      </section>
    </Layout>
  );
}
