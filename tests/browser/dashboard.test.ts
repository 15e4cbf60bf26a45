import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { queueNames } from '../../src/jobs/payloads.ts';
import { type Running, startAll } from '../../src/serve.ts';
import { sayTested } from '../support/services.ts';
import { settled } from '../support/settled.ts';

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const tested = sayTested('the dashboard in a browser', existsSync(CHROMIUM), 'CHROMIUM to a Chromium program');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}

describe.runIf(tested)('the dashboard in Chromium', () => {
  let browser: Browser;
  let running: Running;
  let directory: string;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'revue-browser-'));
    running = await startAll(readConfig({ DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'error' }), {
      withDemo: true,
      queues: queueNames,
    });
    browser = await chromium.launch({
      executablePath: CHROMIUM,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        '--no-first-run',
      ],
    });
    await settled(running.app.database);
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

  it('draws five seasons with both languages and logs no error', async () => {
    const { page, faults } = await open('/en/shows/le-bureau-des-legendes');
    expect(await page.locator('season-panel').count()).toBe(5);
    expect(await page.locator('season-panel .fr.label').count()).toBeGreaterThanOrEqual(5);
    expect(await page.locator('.quotations li').count()).toBeGreaterThan(10);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('moves one week over all panels by keyboard', async () => {
    const { page } = await open('/en/shows/le-bureau-des-legendes');
    await page.locator('season-panel svg').first().focus();
    await page.keyboard.press('ArrowRight');
    const readings = await page.locator('season-panel output').allTextContents();
    expect(readings).toHaveLength(5);
    for (const reading of readings) expect(reading).toMatch(/^W \+1 · FR \d+ .* · EN \d+ /u);
    await page.close();
  });

  it('leads from a figure to the sentences about that season', async () => {
    const { page } = await open('/en/shows/le-bureau-des-legendes');
    await page.locator('table a').first().click();
    await page.waitForURL(/season=1/u);
    expect(await page.locator('.quotations li').count()).toBeGreaterThan(0);
    const whys = await page.locator('.quotations .why').allTextContents();
    for (const why of whys) expect(why).toContain('Why season 1');
    await page.locator('.quotations a').first().click();
    expect(await page.locator('h1').textContent()).not.toBe('');
    await page.close();
  });

  it('is whole without JavaScript', async () => {
    const { page } = await open('/fr/shows/le-bureau-des-legendes', { javaScriptEnabled: false });
    expect(await page.locator('season-panel svg path.line').count()).toBeGreaterThan(10);
    await page.getByText('Afficher les semaines en tableau').click();
    expect(await page.locator('details table tbody tr').count()).toBeGreaterThan(10);
    await page.close();
  });

  it.each([
    ['English', '/en/shows/le-bureau-des-legendes', {}],
    ['French, dark', '/fr/shows/le-bureau-des-legendes', { colorScheme: 'dark' as const }],
    ['on a phone', '/en/shows/le-bureau-des-legendes', { viewport: { width: 390, height: 800 } }],
    ['the list of shows', '/en', {}],
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
