// How long a user waits for the first finding.
//   node start.mjs INSTALL_DIR EXTENSION.vsix [TIMES]
// On fresh data each time, in milliseconds, until the first squiggle is drawn:
//   - in a window that comes up with the draft: from VS Code's own "Eager extensions activated", when it is ready, and from the
//     draft's text on the screen, when it is not;
//   - in a window that is ready, where the draft is opened then: from the draft's text.
import fs from 'node:fs';
import path from 'node:path';

import { Hands, until } from './hands.mjs';
import { VSCode } from './workbench.mjs';

const [install, vsix, times = '5'] = process.argv.slice(2);
const LIMIT_MS = 60_000;

// In the page: when text and squiggle are drawn for the first time.
const watch = () => {
  const seen = {};
  const look = () => {
    const lines = document.querySelectorAll('.editor-instance .view-line');
    if (!seen.text && [...lines].some((line) => line.textContent.includes('QUYẾT'))) seen.text = Date.now();
    if (!seen.squiggle && document.querySelector('.editor-instance .squiggly-error, .editor-instance .squiggly-warning')) seen.squiggle = Date.now();
    requestAnimationFrame(look);
  };
  window.seen = seen;
  requestAnimationFrame(look);
};

/** When VS Code's extension host was ready, by its own log. */
function ready(vscode) {
  const logs = path.join(vscode.data, 'data/logs');
  const names = fs.existsSync(logs) ? fs.readdirSync(logs, { recursive: true }).filter((name) => name.endsWith('remoteexthost.log')) : [];
  for (const name of names) {
    const time = /^(\S+) .*Eager extensions activated/m.exec(fs.readFileSync(path.join(logs, name), 'utf8'))?.[1];
    if (time) return Date.parse(time);
  }
  return undefined;
}

async function once(withDraft) {
  const vscode = new VSCode(install);
  try {
    await vscode.cli(['--install-extension', vsix]);
    await vscode.start();
    const page = await vscode.open(withDraft ? [['openFile', vscode.remote(vscode.draft)]] : [], {}, watch);
    const hands = new Hands(page, vscode);
    if (!withDraft) {
      await until('the window is ready', () => ({ ok: ready(vscode) !== undefined }), LIMIT_MS);
      await hands.press('Control+P');
      await hands.input.locator('input').first().fill('draft.md');
      await hands.input.locator('.monaco-list-row', { hasText: 'draft.md' }).first().waitFor();
      await hands.press('Enter');
    }
    await page.waitForFunction(() => window.seen.squiggle, undefined, { timeout: LIMIT_MS });
    const { text, squiggle } = await page.evaluate(() => window.seen);
    // The host may say so a little later than it is.
    await until('the window is ready', () => ({ ok: ready(vscode) !== undefined }), LIMIT_MS);
    return { fromReady: squiggle - ready(vscode), fromText: squiggle - text };
  } finally {
    await vscode.end();
  }
}

const all = (times_, key) => times_.map((one) => one[key]).join(' ');
for (const [name, withDraft] of [['window with the draft', true], ['draft in a window that is ready', false]]) {
  const seen = [];
  for (let n = 0; n < Number(times); n++) seen.push(await once(withDraft));
  if (withDraft) console.log(`${name}, from ready: ${all(seen, 'fromReady')}`);
  console.log(`${name}, from its text: ${all(seen, 'fromText')}`);
}
