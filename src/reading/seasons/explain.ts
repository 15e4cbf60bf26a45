import { type Answer, answerSection, answersOf, type Section, type Watched } from './explain-answers.ts';
import { foundLines, titleOf } from './explain-found.ts';
import { dateText, say, seasonValues, shownText } from './explain-sentences.ts';
import { speaksOfAnother } from './implied.ts';
import { type Judge, judgeBy, type Question, type SeasonModel } from './judge.ts';
import type { Seen } from './seen.ts';
import { NO_TIMELINE } from './timeline.ts';

export { type Answer, answersOf, type Section, type Watched } from './explain-answers.ts';

/** A judge that follows a model and keeps, in `watched`, every passage with its questions in the order of reading. */
export function watchingJudge(model: SeasonModel): { readonly judge: Judge; readonly watched: readonly Watched[] } {
  const judge = judgeBy(model);
  const watched: Watched[] = [];
  let questions: Question[] = [];
  const decide = (question: Question): ReturnType<Judge> => {
    questions.push(question);
    return judge(question);
  };
  const watch = (seen: Seen): void => {
    watched.push({ seen, questions });
    questions = [];
  };
  return { judge: Object.assign(decide, { watch }), watched };
}

function titleLine({ input: { title, documentSeason }, context, titled }: Seen): string {
  const { own } = context.standing;
  if (documentSeason !== null) return say('season of the page', seasonValues([documentSeason]));
  if (title === null) return say('no title');
  if (own !== null) return say('season of the title', { ...seasonValues([own]), title });
  return say(titled ? 'seasons of the title' : 'title without season', { title });
}

function documentLines(seen: Seen): readonly string[] {
  const { input, context } = seen;
  const { published } = input;
  const timeline = context.show === null ? NO_TIMELINE : context.timelineOf(context.show);
  const { current } = timeline;
  const shown = current === null ? null : shownText(current, published, timeline);
  const dated =
    published === null
      ? say('undated')
      : say(published.precision === 'day' ? 'published' : 'published in', {
          date: dateText(published.date, published.precision),
        });
  const { main } = context.standing;
  return [
    ...(context.show === null ? [say('about no show')] : []),
    titleLine(seen),
    dated,
    ...(shown === null ? (published === null || context.show === null ? [] : [say('no windows')]) : [shown]),
    ...(main === null ? [] : [say('most named', seasonValues([main]))]),
  ];
}

function beforeLines({ passage, memory }: Seen): readonly string[] {
  if (passage.at === 0) return [say('first passage')];
  const named = [...new Set(memory.named.map(({ season }) => season))].sort((a, b) => a - b);
  const count = memory.sinceNamed + 1;
  return [
    memory.topic === null ? say('no topic') : say('topic', seasonValues([memory.topic])),
    ...(named.length === 0
      ? []
      : [say(count === 1 ? 'named just before' : 'named before', { ...seasonValues(named), count })]),
  ];
}

/** Why nobody was asked whether the passage goes on about a season; nothing when somebody was. */
function unasked({ questions, seen }: Watched): readonly string[] {
  if (questions.some(({ kind }) => kind === 'implied') || seen.context.show === null) return [];
  const said = seen.attributions.filter(({ evidence }) => evidence !== '');
  if (said.some(({ relation }) => relation !== 'background')) return [say('settled')];
  const { names, grammar } = seen.passage;
  return [say(speaksOfAnother(names, seen.context.show, grammar) ? 'speaks of another' : 'nothing to go on')];
}

/** Where a season came from that no words name. */
function sourceOf({ input }: Seen, season: number): 'page' | 'title' {
  return input.documentSeason === season ? 'page' : 'title';
}

function concludedLines({ seen, questions }: Watched, answers: readonly Answer[]): readonly string[] {
  const { attributions } = seen;
  const lines = attributions.map(({ show, season, relation, basis, evidence }) =>
    say('attribution', {
      ...seasonValues([season]),
      show: titleOf(show, seen),
      relation: say(`relation ${relation}`),
      basis: basis === 'document' ? say(`document ${sourceOf(seen, season)}`) : say(basis, { evidence }),
    }),
  );
  const silent = attributions.length > 0 && answers.every(({ verdict }) => verdict === 'none');
  return [
    ...unasked({ seen, questions }),
    ...(silent && attributions.every(({ basis }) => basis === 'document') ? [say('says nothing')] : []),
    ...(lines.length > 0 ? lines : [say('no season')]),
  ];
}

/** Why a passage has the seasons that it has, step by step, in plain words. */
export function explain(watched: Watched, model: SeasonModel): readonly Section[] {
  const { seen, questions } = watched;
  const answers = answersOf(watched, model);
  return [
    { heading: say('the document'), lines: documentLines(seen) },
    { heading: say('before'), lines: beforeLines(seen) },
    { heading: say('the words'), lines: foundLines(seen, questions) },
    ...answers.map(answerSection),
    { heading: say('concluded'), lines: concludedLines(watched, answers) },
  ];
}
