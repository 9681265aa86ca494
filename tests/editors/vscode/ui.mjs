// Drives the VS Code workbench as a person does, with the packaged extension and the server in it.
//   node ui.mjs INSTALL_DIR EXTENSION.vsix OUT_DIR
// A screenshot of each step goes to OUT_DIR.
import fs from 'node:fs';
import path from 'node:path';

import { expected, VSCode } from './workbench.mjs';

const [install, vsix, out] = process.argv.slice(2);
let passed = 0;
let failed = 0;
const check = (name, ok, seen = '') => {
  if (ok) passed++; else failed++;
  console.log(`${ok ? 'ok' : 'NOT OK'} - ${name}${ok || !seen ? '' : `\n${seen}`}`);
};

const vscode = new VSCode(install);
let page;
async function step(name, action) {
  page?.setDefaultTimeout(failed ? 3000 : 20_000); // after a first failure the rest is likely lost too
  let problem;
  try {
    await action();
  } catch (error) {
    problem = String(error.message ?? error).slice(0, 800);
  }
  await page?.screenshot({ path: path.join(out, `vscode-${name.replace(/\W+/g, '-')}.png`) }).catch(() => {});
  check(name, problem === undefined, problem);
}

// VS Code shows spaces as no-break spaces.
const textOf = async (locator) => (await locator.innerText()).replaceAll('\u00a0', ' ').replaceAll('\u200b', '');
const has = (text, part) => {
  if (!text.includes(part)) throw new Error(`no ${JSON.stringify(part)} in ${JSON.stringify(text)}`);
};

/** Where on the screen a text of the draft stands. */
const placeOf = (text) => page.evaluate((wanted) => {
  for (const line of document.querySelectorAll('.editor-instance .view-line')) {
    const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.data.replaceAll('\u00a0', ' ').indexOf(wanted);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x, y, width, height };
    }
  }
  return null;
}, text);

async function run() {
  has(await vscode.cli(['--install-extension', vsix]), 'successfully installed');
  check('the .vsix installs', true);
  await vscode.start();
  page = await vscode.open([['openFile', vscode.remote(vscode.draft)]]);
  const editor = page.locator('.editor-instance .monaco-editor').first();
  const lines = editor.locator('.view-line');

  await step('the draft is open', () => lines.filter({ hasText: 'QUYẾT' }).first().waitFor({ timeout: 40_000 }));

  await step('squiggle under the finding', async () => {
    const squiggles = editor.locator('.squiggly-error, .squiggly-warning');
    await squiggles.first().waitFor();
    const boxes = await Promise.all((await squiggles.all()).map((squiggle) => squiggle.boundingBox()));
    const places = (await Promise.all(expected.diagnostic.texts.map(placeOf))).filter(Boolean);
    // To a pixel: a squiggle is drawn from the text's first letter to its last, in the lower half of the line.
    const near = (a, b) => Math.abs(a - b) < 1.5;
    const under = (box, place) => near(box.x, place.x) && near(box.width, place.width) && Math.abs(box.y - place.y) < place.height;
    if (!boxes.some((box) => places.some((place) => under(box, place)))) {
      throw new Error(`squiggles at ${JSON.stringify(boxes)}, expected at one of ${JSON.stringify(places)}`);
    }
  });

  await step('hover by mouse', async () => {
    const place = await placeOf(expected.hover.on);
    // The mouse has to come in from elsewhere.
    await page.mouse.move(place.x + 300, place.y + 300);
    await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2, { steps: 5 });
    const card = page.locator('.monaco-hover:visible', { hasText: expected.hover.contains[0] }).first();
    await card.waitFor();
    for (const part of expected.hover.contains) has(await textOf(card), part);
  });

  for (const { typed, asked, label, line } of expected.completions) {
    const how = asked ? 'asked' : 'typed';
    await step(`completion ${how}`, async () => {
      await page.mouse.move(5, 5);
      await page.keyboard.press('Escape');
      await lines.first().click();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.type(typed, { delay: 20 });
      if (asked) await page.keyboard.press('Control+Space');
      const rows = page.locator('.suggest-widget.visible .monaco-list-row');
      await rows.filter({ hasText: label }).first().waitFor();
      // Down to ours, which need not be the first.
      for (let presses = await rows.count(); presses > 0; presses--) {
        if ((await textOf(page.locator('.suggest-widget.visible .monaco-list-row.focused'))).includes(label)) return;
        await page.keyboard.press('ArrowDown');
      }
      throw new Error(`${label} could not be chosen`);
    });
    await step(`completion ${how} and taken`, async () => {
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+S');
      const saved = () => fs.readFileSync(vscode.draft, 'utf8').replace(/\n$/, '').split('\n').at(-1);
      const end = Date.now() + 10_000;
      while (saved() !== line) {
        if (Date.now() > end) throw new Error(saved());
        await new Promise((resolve) => { setTimeout(resolve, 50); });
      }
    });
  }

  await step('Problems panel', async () => {
    const { code, source, line: row, texts } = expected.diagnostic;
    await page.keyboard.press('Control+Shift+M');
    const panel = page.locator('.markers-panel');
    const problem = panel.locator('.monaco-list-row', { hasText: code }).first();
    await problem.waitFor();
    has(await textOf(problem), source);
    const draft = fs.readFileSync(vscode.draft, 'utf8').split('\n')[row];
    const seen = await textOf(problem);
    if (!texts.some((text) => seen.includes(`[Ln ${row + 1}, Col ${draft.indexOf(text) + 1}]`))) throw new Error(seen);
  });
}

try {
  await run();
} catch (problem) {
  check('the script ran through', false, String(problem.stack ?? problem));
} finally {
  if (failed && fs.existsSync(vscode.log)) fs.copyFileSync(vscode.log, path.join(out, 'vscode-server.log'));
  await vscode.end();
}
console.log(`vscode-workbench: ${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
