import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadPublishedFigures } from '../../src/app-figures.ts';
import { readConfig } from '../../src/config.ts';
import { type Running, startAll } from '../../src/serve.ts';
import { sayTested } from '../support/services.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const tested = sayTested('the method page in a browser', existsSync(CHROMIUM), 'CHROMIUM to a Chromium program');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const { figures } = loadPublishedFigures('models');

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

describe.runIf(tested)('the method page in Chromium', () => {
  let browser: Browser;
  let running: Running;
  let directory: string;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'revue-method-'));
    const config = readConfig({ DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'error' });
    running = await startAll(config, { withDemo: false, queues: [] });
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', '--disable-gpu'] });
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await running?.close();
    rmSync(directory, { recursive: true });
  });

  async function open(
    path: string,
    options: Parameters<Browser['newPage']>[0] = {},
  ): Promise<{ readonly page: Page; readonly faults: string[] }> {
    const page = await browser.newPage({ viewport: { width: 1360, height: 900 }, ...options });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
    await page.goto(`${running.url}${path}`);
    return { page, faults };
  }

  it.each([
    ['en', 'How tone is read', 'Method'],
    ['fr', 'Comment la tonalité est lue', 'Méthode'],
  ])('is linked from every page and shows every figure: %s', async (locale, title, link) => {
    const { page, faults } = await open(`/${locale}`);
    await page.getByRole('link', { name: link, exact: true }).click();
    expect(await page.locator('h1').textContent()).toBe(title);
    expect(await page.locator('.steps li').count()).toBe(6);
    expect(await page.locator('table.figures tbody tr:not(.group)').count()).toBe(figures.length);
    expect(await page.locator('main').textContent()).not.toContain('method.');
    expect(faults).toEqual([]);
    await page.close();
  });

  it('fits a narrow screen, where a row is a card that names its figures', async () => {
    const { page } = await open('/fr/method', { viewport: { width: 375, height: 800 } });
    expect(await page.evaluate<number>('document.documentElement.scrollWidth')).toBe(375);
    const named = await page.evaluate<string>(
      'getComputedStyle(document.querySelector(".figures td"), "::before").content',
    );
    expect(named).toBe('"Nombre"');
    await page.close();
  });

  it.each([
    ['English', '/en/method', {}],
    ['French, dark', '/fr/method', { colorScheme: 'dark' as const }],
    ['on a phone', '/fr/method', { viewport: { width: 375, height: 800 } }],
  ])('has no accessibility fault that axe finds: %s', async (_name, path, options) => {
    const { page } = await open(path, { bypassCSP: true, ...options });
    await page.evaluate(axe);
    const { violations } = await page.evaluate<AxeResult>(
      'axe.run({ runOnly: ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"] })',
    );
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await page.close();
  });
});
