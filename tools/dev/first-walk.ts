import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { launch } from '../../tests/e2e/chromium.ts';

// Walks from `npm start` to the first answered practice mail as a person does, in a clone that may be fresh:
// `npx tsx tools/dev/first-walk.ts [FOLDER] [PORT]`. Prints each step with its clicks and seconds (docs/first-walk.md).
const [folder = join(import.meta.dirname, '..', '..'), port = '4390'] = process.argv.slice(2);
const data = mkdtempSync(join(tmpdir(), 'rapport-walk-'));
const environment = { ...process.env, RAPPORT_DATA: data, RAPPORT_PORT: port };
const begun = performance.now();
let clicks = 0;

const started = spawn('npm', ['start'], {
  cwd: folder,
  env: environment,
  stdio: ['ignore', 'pipe', 'ignore'],
});
const browser = await launch();
try {
  const url = await addressOf();
  step('npm start has printed the address');
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  page.setDefaultTimeout(120_000);
  await page.goto(url);
  step('the first page is open');
  await click(page.getByRole('button', { name: 'Start practising' }));
  await page.getByLabel('Your name').fill('Mira Hofmann');
  await page.getByLabel('Affiliation').fill('Technical University');
  await click(page.getByRole('button', { name: 'Save and go on' }));
  step('it knows who writes');
  await click(page.getByRole('button', { name: 'Write to Ana Souza' }));
  const approve = page.getByRole('button', { name: 'Approve the first mail to Ana Souza' });
  await approve.waitFor();
  step('the mail to Ana is drafted');
  await click(approve);
  step('it is approved');
  await click(page.getByRole('navigation').getByRole('link', { name: 'Needs you' }));
  const interested = page.getByRole('button', { name: /^Interested/ }).first();
  await interested.waitFor();
  step('Ana has answered');
  await pressAndSee(page, interested);
  step('the answer is judged, and the page says what comes next');
} finally {
  await browser.close();
  // The command line of that clone: the server stops everything in order.
  const stop = spawn(process.execPath, ['bin/rapport.js', 'stop-server'], {
    cwd: folder,
    env: environment,
    stdio: 'ignore',
  });
  await once(stop, 'exit');
  started.kill();
  rmSync(data, { recursive: true, force: true });
}

async function pressAndSee(page: Page, button: Locator): Promise<void> {
  await click(button);
  await page.getByRole('heading', { name: 'You have had your first answer' }).waitFor();
}

async function click(what: Locator): Promise<void> {
  await what.click();
  clicks += 1;
}

function step(what: string): void {
  const seconds = ((performance.now() - begun) / 1000).toFixed(0);
  process.stdout.write(`${seconds.padStart(4)} s  ${String(clicks).padStart(2)} clicks  ${what}\n`);
}

function addressOf(): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = '';
    started.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const found = /https?:\/\/\S*[?]token=[\w-]+/.exec(out);
      if (found !== null) resolve(found[0]);
    });
    started.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${out}`)));
  });
}
