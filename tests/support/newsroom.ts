import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outlet, PageInput, PageKind } from '../../src/domain/reading.ts';

/** What a careful reader says of one document of a page. */
export interface ExpectedDocument {
  readonly kind: string;
  readonly title: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly language: string;
  readonly rating: { readonly value: number; readonly best: number } | null;
  readonly about: true | false | 'mention';
  readonly seasons: readonly number[];
  readonly sentiment: string;
  readonly contains: readonly string[];
  readonly attributions: readonly {
    readonly contains: string;
    readonly show: string;
    readonly season: number;
    readonly relation: string;
  }[];
}

/** What a careful reader says of a page of the newsroom. */
export interface ExpectedPage {
  readonly url: string;
  readonly pageKind: PageKind;
  readonly documents: readonly ExpectedDocument[];
  readonly absent: readonly string[];
}

/** A page of the newsroom as it would arrive over HTTP, with what it is expected to say. */
export interface NewsroomPage {
  readonly name: string;
  readonly input: PageInput;
  readonly expected: ExpectedPage;
}

interface OutletFile extends Pick<Outlet, 'name' | 'country' | 'language' | 'kind'> {
  readonly pages: readonly { readonly path: string; readonly file: string; readonly type: string }[];
}

/** Every page of the newsroom that has an expected reading beside it. */
export function newsroomPages(directory = 'fixtures/newsroom'): readonly NewsroomPage[] {
  return readdirSync(directory).flatMap((host) => {
    const { pages, name, country, language, kind } = JSON.parse(
      readFileSync(join(directory, host, 'outlet.json'), 'utf8'),
    ) as OutletFile;
    return pages.flatMap(({ path, file, type }) => {
      const beside = join(directory, host, file.replace(/\.[a-z]+$/u, '.expected.json'));
      if (!existsSync(beside)) return [];
      const outlet = { domain: host, name, country, language, kind };
      const input = {
        url: `http://${host}${path}`,
        contentType: type,
        bytes: new Uint8Array(readFileSync(join(directory, host, file))),
        given: { outlet },
      };
      return [{ name: `${host}${path}`, input, expected: JSON.parse(readFileSync(beside, 'utf8')) as ExpectedPage }];
    });
  });
}
