/** The few parts of an OpenAPI document that the human page shows. */
interface OpenApi {
  readonly info: { readonly title: string; readonly version: string };
  readonly paths?: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}
interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly description?: string;
  }[];
}

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"]/gu, (character) => escapes[character] ?? character);

/** A page for people over an OpenAPI document: every route with its parameters. */
export function docsPage(document: unknown): string {
  const { info, paths = {} } = document as OpenApi;
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => operationSection(method, path, operation)),
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(info.title)} API</title><link rel="stylesheet" href="/assets/style.css"></head><body><main>
<h1>${escapeHtml(info.title)} API ${escapeHtml(info.version)}</h1>
<p>The description for programs is at <a href="/v1/openapi.json">/v1/openapi.json</a> (OpenAPI 3.1). Errors are problem+json with a code.</p>
${operations.join('\n')}</main></body></html>`;
}

function operationSection(method: string, path: string, { summary, parameters = [] }: Operation): string {
  const rows = parameters.map(
    (each) =>
      `<tr><th scope="row"><code>${escapeHtml(each.name)}</code></th><td>${each.in}${each.required ? ', required' : ''}</td><td>${escapeHtml(each.description ?? '')}</td></tr>`,
  );
  const table = rows.length > 0 ? `<table><tbody>${rows.join('')}</tbody></table>` : '';
  return `<section><h2><code>${method.toUpperCase()} ${escapeHtml(path)}</code></h2><p>${escapeHtml(summary ?? '')}</p>${table}</section>`;
}
