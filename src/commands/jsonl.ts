import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { RevueError } from '../domain/errors.ts';
import type { PageInput } from '../domain/reading.ts';
import { checkedFacts } from './facts.ts';
import { contentTypeOf, readFileBytes } from './input.ts';

const text = Type.Optional(Type.Union([Type.String(), Type.Null()]));
const lineSchema = Type.Object({
  id: Type.Optional(Type.Unknown()),
  url: text,
  html: text,
  text,
  file: text,
  type: text,
  show: text,
  published: text,
  title: text,
  lang: text,
  fetched: text,
});

/**
 * One line `{id, url?, html?|text?|file?, type?, show?, published?, title?, lang?, fetched?}` as a page. `onId` hears the id as soon as it is known.
 * Throws `line-invalid` when the line is no such object, or gives none or several of html, text and file.
 */
export async function parseLine(line: string, onId: (id: unknown) => void): Promise<PageInput> {
  const value = parseJson(line);
  if (typeof value === 'object' && value !== null && 'id' in value) onId(value.id);
  if (!Value.Check(lineSchema, value)) {
    const [first] = Value.Errors(lineSchema, value);
    throw invalid(
      `The line is not of the form {id, url?, html?|text?|file?, …}: ${first?.instancePath || 'it'} ${first?.message ?? ''}.`,
    );
  }
  const body = await bodyOf(value);
  const given = checkedFacts({
    show: value.show ?? undefined,
    title: value.title ?? undefined,
    published: value.published ?? undefined,
    language: value.lang ?? undefined,
    fetchedOn: value.fetched ?? undefined,
  });
  return { url: value.url ?? null, given, ...body };
}

async function bodyOf({
  html,
  text: plain,
  file,
  type,
}: Static<typeof lineSchema>): Promise<Pick<PageInput, 'bytes' | 'contentType'>> {
  const bodies = [html, plain, file].filter((each) => typeof each === 'string');
  if (bodies.length !== 1) throw invalid('The line must give one of html, text and file.');
  if (typeof file === 'string') return { bytes: await readFileBytes(file), contentType: type ?? contentTypeOf(file) };
  const contentType = type ?? (typeof html === 'string' ? 'text/html' : 'text/plain');
  // The text is characters already, so whatever charset it declares no longer holds.
  return {
    bytes: new TextEncoder().encode(html ?? plain ?? ''),
    contentType: `${contentType.split(';')[0]}; charset=utf-8`,
  };
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new RevueError('line-invalid', 'The line is not JSON.', 'quarantine', { cause });
  }
}

const invalid = (message: string): RevueError => new RevueError('line-invalid', message, 'quarantine');
