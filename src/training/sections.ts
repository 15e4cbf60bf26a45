import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const markOf = (name: string): string => `<!-- ${name} -->`;

/** Writes one model's section of the page about all models and leaves the others as they are; sections stand in the order of their names. */
export function writeSection(path: string, name: string, text: string): void {
  const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const parts = before.split(/^(<!-- [a-z]+ -->)\n/mu).slice(1);
  const sections = new Map(parts.flatMap((part, i) => (i % 2 === 0 ? [[part, parts[i + 1] ?? '']] : [])));
  sections.set(markOf(name), `\n${text.trim()}\n\n`);
  const all = [...sections].sort(([a], [b]) => a.localeCompare(b)).map(([mark, body]) => `${mark}\n${body}`);
  writeFileSync(path, `${['# Models\n\n', ...all].join('').trimEnd()}\n`);
}
