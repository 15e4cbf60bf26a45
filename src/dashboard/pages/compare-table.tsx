import type { ToneSummary } from '../../coverage/mean.ts';
import type { Speech } from '../messages.ts';
import { type Panel, type PanelLanguage, panelLanguages } from '../panel/panel-data.ts';
import { type Choice, linkTo } from './choice.ts';

/** Seasons under each other, French beside English with their difference; every figure leads to its sentences. */
export function CompareTable({ panels, words, choice }: { panels: readonly Panel[]; words: Speech; choice: Choice }) {
  const { say } = words;
  return (
    <section>
      <h2 id="compare">{say('compare')}</h2>
      <p class="note">{say('compareNote')}</p>
      <div class="scroll" tabindex={0} role="region" aria-label={say('compare')}>
        <table>
          <thead>
            <tr>
              <td />
              {panelLanguages.map((language) => [
                <th key={`${language}n`} scope="col">{`${say('documentsTotal')} (${say(language)})`}</th>,
                <th key={`${language}o`} scope="col">{`${say('outlets')} (${say(language)})`}</th>,
                <th key={`${language}t`} scope="col">{`${say('tone')} (${say(language)})`}</th>,
              ])}
              <th scope="col">{say('difference')}</th>
            </tr>
          </thead>
          <tbody>
            {panels.map((panel) => (
              <tr key={panel.season}>
                <th scope="row">{say('season', { season: panel.season })}</th>
                {panelLanguages.map((language) => (
                  <Cells key={language} panel={panel} language={language} words={words} choice={choice} />
                ))}
                <td>{difference(panel, words)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Cells({
  panel,
  language,
  words,
  choice,
}: {
  panel: Panel;
  language: PanelLanguage;
  words: Speech;
  choice: Choice;
}) {
  const { documents, outlets, tone } = panel.total[language];
  const href = `${linkTo(choice, { season: String(panel.season), lang: language })}#quotations`;
  return (
    <>
      <td>{documents > 0 ? <a href={href}>{documents}</a> : '0'}</td>
      <td>{outlets}</td>
      <td>
        {tone === null ? (
          <span class="muted">{words.say(documents > 0 ? 'tooFew' : 'none')}</span>
        ) : (
          <a href={href}>{toneText(tone, words)}</a>
        )}
      </td>
    </>
  );
}

const toneText = ({ mean, low, high, n }: ToneSummary, { signed }: Speech): string =>
  `${signed(mean)} (${signed(low)} … ${signed(high)}), n ${n}`;

function difference({ total: { fr, en } }: Panel, words: Speech): string {
  return fr.tone && en.tone ? words.signed(fr.tone.mean - en.tone.mean) : '–';
}
