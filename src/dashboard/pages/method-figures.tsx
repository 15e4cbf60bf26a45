import type { PublishedFigure } from '../../evaluation/published.ts';
import { type Speech, sayAny } from '../messages.ts';

const columns = ['texts', 'accuracy', 'macroF1', 'neutralRecall', 'calibration'] as const;

/** The published figures, a group of rows per language in the order of the data. On a narrow screen every row is a card. */
export function MethodFigures({ figures, words }: { figures: readonly PublishedFigure[]; words: Speech }) {
  const { say } = words;
  const languages = [...new Set(figures.map(({ language }) => language))];
  return (
    <table class="figures">
      <thead>
        <tr>
          <th scope="col">{say('method.set')}</th>
          {columns.map((column) => (
            <th key={column} scope="col">
              {say(`method.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      {languages.map((language) => (
        <tbody key={language}>
          <tr class="group">
            <th scope="rowgroup" colspan={columns.length + 1}>
              {words.language(language)}
            </th>
          </tr>
          {figures
            .filter((figure) => figure.language === language)
            .map((figure) => (
              <Row key={`${figure.set} ${figure.basis} ${figure.classes}`} figure={figure} words={words} />
            ))}
        </tbody>
      ))}
    </table>
  );
}

function Row({ figure, words }: { figure: PublishedFigure; words: Speech }) {
  const { say, percent, whole } = words;
  const { set, basis, classes, n, accuracy, macroF1, low, high, neutralRecall, calibrationError } = figure;
  return (
    <tr>
      <th scope="row">
        {sayAny(words, `method.set.${set}`)}
        <small>{`${say(`method.ways${classes}`)} · ${say(`method.basis.${basis}`)}`}</small>
      </th>
      <td data-name={say('method.texts')}>{whole(n)}</td>
      <td data-name={say('method.accuracy')}>{percent(accuracy)}</td>
      <td data-name={say('method.macroF1')}>
        <span class="estimate">
          <strong>{percent(macroF1)}</strong>
          <Whisker figure={figure} />
          <small>{say('method.range', { low: percent(low), high: percent(high) })}</small>
        </span>
      </td>
      <td data-name={say('method.neutralRecall')}>{neutralRecall === null ? '–' : percent(neutralRecall)}</td>
      <td data-name={say('method.calibration')}>{percent(calibrationError)}</td>
    </tr>
  );
}

/** Macro-F1 as a dot on a scale from 0 to 100 %, its interval as a bar; said in words beside it. */
function Whisker({ figure: { language, macroF1, low, high } }: { figure: PublishedFigure }) {
  const at = (share: number): number => Math.round(share * 1_500) / 10;
  return (
    <svg class={`whisker ${language}`} viewBox="-4 0 158 16" width="158" height="16" aria-hidden="true">
      <path class="scale" d="M0 8H150M0 5V11M75 5V11M150 5V11" />
      <rect x={at(low)} y="4.5" width={Math.max(1, at(high - low))} height="7" rx="2" />
      <circle cx={at(macroF1)} cy="8" r="3" />
    </svg>
  );
}
