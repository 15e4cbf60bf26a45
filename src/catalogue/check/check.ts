import { basename, extname } from 'node:path';
import { type ShowFile, sharedFileSchema, showFileSchema } from '../schema.ts';
import { findingsIn, formFaults, readSource, type Source } from '../yaml.ts';
import { countryNotes, languageNotes } from './codes.ts';
import { entityNotes } from './entities.ts';
import { advice, type Finding, fault, type Note } from './findings.ts';
import { formOf, likeliest, type Usable } from './form.ts';
import { each } from './lists.ts';
import { isRecord } from './places.ts';
import { seasonNotes } from './seasons.ts';
import { titleNotes } from './titles.ts';

/** A file to check. */
export interface CatalogueFile {
  readonly name: string;
  readonly text: string;
}

/** What was checked: the ids of the shows and all findings, by file and line. */
export interface Checked {
  readonly shows: readonly string[];
  readonly findings: readonly Finding[];
}

/** Checks files of the catalogue, alone and together; `known` are shows that `related` may name as well. Never throws. */
export function checkFiles(files: readonly CatalogueFile[], known: readonly string[] = []): Checked {
  const read = files.map(({ name, text }) => readSource(text, name));
  const shows = read.map((source) => ({ source, file: isShared(source) ? null : usableShow(source) }));
  const ids = shows.flatMap(({ file }) => (file?.show === undefined ? [] : [file.show]));
  const findings = shows.flatMap(({ source, file }, at) => {
    if (file === null) return formFaults(source, sharedFileSchema);
    const earlier = shows.slice(0, at).find((other) => file.show !== undefined && other.file?.show === file.show);
    return [
      ...formFaults(source, showFileSchema),
      ...findingsIn(source, [
        ...showNotes(file, source),
        ...(earlier ? [fault(['show'], 'show-twice', { show: file.show ?? '', other: earlier.source.name })] : []),
        ...relatedNotes(file, [...ids, ...known]),
      ]),
    ].toSorted((a, b) => a.line - b.line);
  });
  return { shows: ids, findings };
}

/** Checks one show's file; what its faults leave is checked as well. Never throws. */
export const checkShow = (file: CatalogueFile, known: readonly string[] = []): readonly Finding[] =>
  checkFiles([file], known).findings;

/** The file of shared entities is known by its name. */
const isShared = ({ name }: Source): boolean => /^shared\.(?:ya?ml|json)$/u.test(basename(name));

const usableShow = ({ value }: Source): Usable<ShowFile> => {
  const { usable } = formOf(showFileSchema, value);
  return isRecord(usable) ? usable : {};
};

const showNotes = (file: Usable<ShowFile>, source: Source): readonly Note[] => [
  ...fileNameNotes(file, source.name),
  ...countryNotes(file.country, ['country']),
  ...languageNotes(file.language, ['language']),
  ...titleNotes(file),
  ...seasonNotes(file),
  ...entityNotes(file, source.lineOf),
];

function fileNameNotes({ show }: Usable<ShowFile>, name: string): readonly Note[] {
  const extension = extname(name);
  if (show === undefined || basename(name, extension) === show || !/^\.(?:ya?ml|json)$/iu.test(extension)) return [];
  return [fault(['show'], 'file-name', { show, extension, file: basename(name) })];
}

function relatedNotes({ show, related }: Usable<ShowFile>, ids: readonly string[]): readonly Note[] {
  return each(related, ['related']).flatMap(([other, path]) => {
    if (other === show) return [advice(path, 'related-self')];
    if (ids.includes(other)) return [];
    const meant = likeliest(other, ids);
    return [
      meant === null
        ? advice(path, 'related-unknown', { show: other })
        : advice(path, 'related-meant', { show: other, meant }),
    ];
  });
}
