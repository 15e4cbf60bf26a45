import type { Evidence } from './evidence.ts';
import type { Field } from './field.ts';
import { bestOf, textOf, titleOf } from './name-observations.ts';
import { counted, type Observation, when } from './observation.ts';
import { isMadeBy, isNamed, isTold } from './presence.ts';
import type { Setting } from './setting.ts';

/** How much of a show's people and characters tells something. */
const WEIGHTS = [0.4, 0.9, 1.4, 1.9, 2.9, 4.9];

/**
 * Everything that a document shows of its relation to a show. Each feature also stands crossed with where the show is
 * named (title, text, nowhere), since somebody of the show says other things beside its title than alone.
 */
export function observationsOf(evidence: Evidence, field: Field, setting: Setting): readonly Observation[] {
  const { inTitle, inText } = evidence;
  const place = inTitle.length > 0 ? 'title' : inText.length > 0 ? 'text' : 'nowhere';
  const grade = bestOf([...inTitle, ...inText]);
  const all = [
    ...titleOf(inTitle),
    ...textOf(inText),
    ...companyIn(evidence, setting.television >= 1 || (evidence.season && setting.television >= 0.5)),
    ...settingIn(evidence, setting),
    ...fieldIn(evidence, field),
    ...when(isNamed(evidence, field, setting), 'rule named'),
    ...when(isTold(evidence, setting), 'rule told'),
  ];
  const crossed = all.map(({ features, ...rest }) => ({
    ...rest,
    features: features.flatMap((each) => [each, `${place}: ${each}`]),
  }));
  return [{ key: '', said: '', features: ['always', place, grade, `${place} ${grade}`] }, ...crossed];
}

function companyIn(evidence: Evidence, television: boolean): readonly Observation[] {
  const { company, titleCompany, show } = evidence;
  const { characters, people, firstNames, played, full, organisations } = company;
  const others = [...people].filter((id) => !titleCompany.people.has(id)).length;
  return [
    ...counted(characters.size, 'characters', [1, 2, 3, 5]),
    ...counted(firstNames.size, 'first names', [1, 2, 3]),
    ...counted(people.size, 'people', [1, 2, 3, 5]),
    ...counted(others, 'other people', [1, 2]),
    ...counted(Math.round(full * 10) / 10, 'full names', [0.5, 1, 2, 3]),
    ...counted(company.weight, 'hints', WEIGHTS, ''),
    ...(television ? counted(company.weight, 'hints on television', WEIGHTS, '') : []),
    ...counted(titleCompany.weight, 'title hints', [0.5, 1], ''),
    ...when(characters.size > 0 && people.size > 0, 'cast and characters'),
    ...when(characters.size + people.size === 0, 'nobody'),
    ...counted(played, 'played', [1, 2]),
    ...when(isMadeBy(show, people), 'creator'),
    ...when(evidence.season && people.size + characters.size + firstNames.size > 0, 'season and somebody'),
    ...when(titleCompany.characters.size > 0, 'title characters'),
    ...counted(titleCompany.people.size, 'title people', [1, 2]),
    ...when(titleCompany.people.size > 0 && isMadeBy(show, titleCompany.people), 'title creator'),
    ...when(titleCompany.people.size > 0 && others + characters.size === 0, 'portrait'),
    ...when(organisations.size > 0, 'carried'),
  ];
}

function settingIn(
  { season, address, homonym, yearsBefore, otherwise, titleCompany }: Evidence,
  setting: Setting,
): readonly Observation[] {
  const { television, series, section } = setting;
  return [
    ...counted(television, 'television', [0.5, 1, 2, 3]),
    ...counted(series, 'series', [1, 2, 4], ''),
    ...when(television < 0.5, 'no television'),
    ...when(season, 'season'),
    ...when(setting.elsewhere, 'elsewhere'),
    ...when(setting.culture, 'culture'),
    ...when(setting.remake, 'remake'),
    ...when(setting.roundUp, 'round-up'),
    ...when(setting.death && titleCompany.people.size > 0, 'death'),
    ...when(setting.oneSeries, 'one series'),
    ...when(setting.quoted !== null, 'quoted', setting.quoted ?? ''),
    ...when(setting.reviewed !== null, 'reviewed', setting.reviewed ?? ''),
    ...when(section !== null, `section ${section}`),
    ...when(address, 'address'),
    ...counted(otherwise, 'otherwise', [1, 3]),
    ...when(homonym !== null, 'homonym', homonym ?? ''),
    ...counted(yearsBefore, 'early', [1, 3]),
  ];
}

function fieldIn(evidence: Evidence, { otherTitled, others, share, crowd, lead }: Field): readonly Observation[] {
  return [
    ...when(otherTitled, 'other titled'),
    ...counted(others, 'others', [1, 2, 3, 5]),
    ...(evidence.inText.length + evidence.inTitle.length > 0 && others > 0
      ? counted(Math.round(share * 100), 'share', [20, 35, 50, 65, 80])
      : []),
    ...counted(crowd, 'crowd', [3, 6, 12, 25]),
    ...when(lead !== null, `company ${lead}`),
  ];
}
