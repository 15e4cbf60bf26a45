import type { CatalogueIndex, NameHit, Show, ShowId } from '../../domain/catalogue.ts';
import type { PublicationDate } from '../../domain/reading.ts';
import { evidenceOf, type Subject } from './evidence.ts';
import { fieldsOf } from './field.ts';
import { showsIn, sortHits } from './found.ts';
import type { Observation } from './observation.ts';
import { observationsOf } from './observations.ts';
import { settingOf } from './setting.ts';

/** What relevance is judged by. `hits` are the name matches over `text`; `given` is a show the text is known to concern. */
export interface RelevanceInput {
  readonly title: string | null;
  readonly text: string;
  readonly url: string | null;
  readonly published?: PublicationDate | null;
  readonly hits: readonly NameHit[];
  readonly given: ShowId | undefined;
}

/** A show that a document may concern, with all that was observed. */
export interface Candidate {
  readonly show: ShowId;
  readonly observations: readonly Observation[];
  /** The show's name is written as a title is, so that it can hardly be anything else. */
  readonly sure: boolean;
}

/** Characters of a title that are read. */
const LONGEST_TITLE = 1000;

/** Observes a document for every show that some name in it may point to. */
export function observe(input: RelevanceInput, index: CatalogueIndex): readonly Candidate[] {
  const subject = subjectOf(input, index);
  const { titleNames, textNames, setting } = subject;
  const all = [...candidates(input, subject, index)].map((show) => evidenceOf(show, subject));
  const fieldOf = fieldsOf(all, [titleNames, textNames], setting);
  return all.map((evidence) => ({
    show: evidence.show.id,
    observations: observationsOf(evidence, fieldOf(evidence), setting),
    sure: [...evidence.inTitle, ...evidence.inText].some(({ grade }) => grade === 'sure'),
  }));
}

function subjectOf(input: RelevanceInput, index: CatalogueIndex): Subject {
  const title = (input.title ?? '').slice(0, LONGEST_TITLE);
  const titleNames = sortHits(index.scan(title), title);
  const textNames = sortHits(input.hits, input.text);
  const setting = settingOf(title, input.text, input.url, [titleNames, textNames]);
  const published = input.published?.date ?? null;
  return { title, text: input.text, url: input.url, published, titleNames, textNames, setting };
}

function candidates({ given }: RelevanceInput, subject: Subject, index: CatalogueIndex): ReadonlySet<Show> {
  const ids = showsIn(index, subject.titleNames, subject.textNames);
  return new Set([...(given === undefined ? [] : [given]), ...ids].flatMap((id) => index.shows.get(id) ?? []));
}
