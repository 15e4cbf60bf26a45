import type { ToneSummary } from '../../coverage/mean.ts';
import type { Speech } from '../messages.ts';
import { type Panel, type PanelLanguage, panelLanguages } from '../panel/panel-data.ts';

interface Received {
  readonly season: number;
  readonly language: PanelLanguage;
  readonly tone: ToneSummary;
}

/** One generated sentence: which season was received best and which least well, with n and interval. */
export function finding(panels: readonly Panel[], words: Speech, minimum: number): string {
  const received = panels
    .flatMap(({ season, total }) =>
      panelLanguages.map((language) => ({ season, language, tone: total[language].tone })),
    )
    .filter((each): each is Received => each.tone !== null)
    .sort((a, b) => b.tone.mean - a.tone.mean);
  const [best] = received;
  const worst = received.at(-1);
  if (!best || !worst) return words.say('findingNone', { minimum });
  const sentence = (key: 'findingBest' | 'findingWorst', { season, language, tone }: Received): string =>
    words.say(key, {
      season,
      language: words.say(language),
      mean: words.signed(tone.mean),
      low: words.signed(tone.low),
      high: words.signed(tone.high),
      n: tone.n,
    });
  const last = best === worst ? '' : ` ${sentence('findingWorst', worst)}`;
  return `${sentence('findingBest', best)}${last}`;
}
