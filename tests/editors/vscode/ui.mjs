// Drives the VS Code workbench as a person does, with the packaged extension and the server in it.
//   node ui.mjs INSTALL_DIR EXTENSION.vsix OUT_DIR
// A screenshot of each step goes to OUT_DIR.
import fs from 'node:fs';
import path from 'node:path';

import { Hands, until } from './hands.mjs';
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
  if (failed) return; // after a first failure the rest is likely lost too
  page.setDefaultTimeout(20_000);
  let problem;
  try {
    await action();
  } catch (error) {
    problem = String(error.message ?? error).slice(0, 1500);
  }
  await page.screenshot({ path: path.join(out, `vscode-${name.replace(/\W+/g, '-')}.png`) }).catch(() => {});
  check(name, problem === undefined, problem);
}

const has = (text, part) => {
  if (!text.includes(part)) throw new Error(`no ${JSON.stringify(part)} in ${JSON.stringify(text)}`);
};

async function run() {
  has(await vscode.cli(['--install-extension', vsix]), 'successfully installed');
  check('the .vsix installs', true);
  await vscode.start();
  page = await vscode.open([['openFile', vscode.remote(vscode.draft)]]);
  const hands = new Hands(page, vscode);
  const squiggles = hands.editor.locator('.squiggly-error, .squiggly-warning');
  let opened;

  await step('the draft is open', async () => {
    await hands.lines.filter({ hasText: 'QUYẾT' }).first().waitFor({ timeout: 40_000 });
    opened = Date.now();
  });

  await step('squiggle under the finding', async () => {
    await squiggles.first().waitFor();
    console.log(`# ${Date.now() - opened} ms from the text to the first squiggle`);
    // To a pixel: a squiggle is drawn from the text's first letter to its last, in the lower half of the line.
    const near = (a, b) => Math.abs(a - b) < 1.5;
    const under = (box, place) => near(box.x, place.x) && near(box.width, place.width) && Math.abs(box.y - place.y) < place.height;
    await until('a squiggle under the finding', async () => {
      const boxes = (await Promise.all((await squiggles.all()).map((one) => one.boundingBox().catch(() => null)))).filter(Boolean);
      const places = (await Promise.all(expected.diagnostic.texts.map((text) => hands.placeOf(text)))).filter(Boolean);
      return { ok: boxes.some((box) => places.some((place) => under(box, place))), seen: { boxes, places } };
    });
  });

  await step('hover by mouse', async () => {
    const card = page.locator('.monaco-hover:visible', { hasText: expected.hover.contains[0] }).first();
    await until('the card', async () => {
      const hovers = await hands.texts(page.locator('.monaco-hover:visible'));
      if (hovers.length === 0) {
        const place = await hands.placeOf(expected.hover.on);
        // The mouse has to come in from elsewhere.
        await page.mouse.move(place.x + 300, place.y + 300);
        await page.mouse.move(place.x + place.width / 2, place.y + place.height / 2, { steps: 5 });
        await page.locator('.monaco-hover:visible').first().waitFor({ timeout: 3000 }).catch(() => {});
      }
      return { ok: await card.isVisible(), seen: hovers };
    });
    for (const part of [...expected.hover.contains, expected.hover.summary]) has(await hands.text(card), part);
  });

  await step('Problems panel, with a link from the code', async () => {
    const { code, source, line, texts } = expected.diagnostic;
    await hands.press('Escape', 'Control+Shift+M');
    const problem = page.locator('.markers-panel .monaco-list-row', { hasText: code }).first();
    await problem.waitFor();
    const seen = await hands.text(problem);
    has(seen, source);
    const draft = fs.readFileSync(vscode.draft, 'utf8').split('\n')[line];
    if (!texts.some((text) => seen.includes(`[Ln ${line + 1}, Col ${draft.indexOf(text) + 1}]`))) throw new Error(seen);
    // To the page of the rule.
    const link = problem.locator('a', { hasText: code });
    has((await link.getAttribute('title')) ?? (await link.getAttribute('href')) ?? '', `${code}.md`);
    await hands.press('Control+Shift+M');
  });

  await step('quick fix', async () => {
    await hands.goBehind(expected.diagnostic.texts[1]);
    const first = page.locator('.action-widget .monaco-list-row.action').first();
    await hands.open('Control+.', first);
    has(await hands.text(first), expected.action.title);
    await hands.press('Enter');
    await hands.saved(expected.action.line);
    await until('no error', async () => ({ ok: (await hands.editor.locator('.squiggly-error').count()) === 0 }));
  });

  for (const { typed, label, line } of expected.completions) {
    await step(`completion of ${label}`, async () => {
      await hands.newLine();
      await hands.type(typed);
      await hands.take(label);
      await hands.saved(line);
    });
  }

  await step('completion of a name, and its line corrected', async () => {
    const { typed, label, begins } = expected.typing;
    await hands.newLine();
    await hands.type(typed);
    await hands.take(label);
    await hands.savedOne((line) => line.startsWith(begins), begins);
  });

  await step('Telex', async () => {
    const { completion, diagnostic } = expected.telex;
    await hands.newLine();
    await hands.type(completion.typed);
    await hands.take(completion.label);
    await hands.saved(completion.line);
    await hands.newLine();
    await hands.type(diagnostic.typed);
    await hands.saved(diagnostic.line);
    await hands.press('Escape', 'Control+Shift+M');
    await hands.waitFor(page.locator('.markers-panel .monaco-list-row', { hasText: `[Ln ${hands.lineOf(diagnostic.line)},` }), diagnostic.code);
    await hands.press('Control+Shift+M');
  });

  await step('completion in the middle of a line', async () => {
    await hands.goBehind('Thực hiện []');
    await hands.press('Backspace', 'Backspace');
    await hands.type('Thông báo số 169/');
    await hands.take('169/TB-VPCP');
    await hands.saved('Thực hiện Thông báo số 169/TB-VPCP của Văn phòng Chính phủ.');
  });

  await step('articles of an act, after a blank', async () => {
    await hands.goBehind('Thực hiện Thông báo số 169/TB-VPCP');
    await hands.type(' và Điều');
    await hands.press('Escape');
    await hands.type(' Luật Lưu trữ năm 2024');
    await hands.press(...Array(' Luật Lưu trữ năm 2024'.length).fill('ArrowLeft'));
    await hands.type(' ');
    await hands.take('Điều 2');
    await hands.saved('Thực hiện Thông báo số 169/TB-VPCP và Điều 2 Luật Lưu trữ năm 2024 của Văn phòng Chính phủ.');
  });

  await step('an article is renamed', async () => {
    await hands.goBehind('Điều 2');
    const box = page.locator('.rename-box input');
    await hands.open('F2', box);
    await box.fill('5');
    await hands.press('Enter');
    await hands.saved('Điều 5. Trách nhiệm');
    await hands.saved('2. Hồ sơ quy định tại khoản 1 Điều 5 Quyết định này được số hóa trước.');
  });

  await step('outline', async () => {
    await hands.command('Focus on Outline View');
    await hands.waitFor(page.locator('.outline-pane .monaco-list-row'), 'Điều 5. Trách nhiệm');
  });

  const instruments = page.locator('#workbench\\.view\\.extension\\.viendan .monaco-list-row');
  const expired = instruments.filter({ hasText: '110/2004/NĐ-CP' });
  await step('side view', async () => {
    await page.locator('.activitybar .action-label[aria-label^="Viendan"]').click();
    await hands.waitFor(expired, 'hết hiệu lực');
    await hands.waitFor(instruments, 'Luật Lưu trữ 33/2024/QH15');
    await expired.click();
    await hands.waitFor(hands.status, 'Ln 9, Col 100 (14 selected)');
  });

  await step('status bar, and another day', async () => {
    const entry = hands.status.locator('.statusbar-item', { hasText: 'Quyết định' });
    await until('kind, day and counts', async () => {
      const seen = await hands.texts(entry);
      return { ok: /^\s*Quyết định · Hôm nay · \s*\d/.test(seen[0] ?? ''), seen };
    });
    await entry.click();
    await hands.input.locator('.monaco-list-row', { hasText: 'Ngày khác' }).click();
    await page.locator('.quick-input-widget:visible .quick-input-message', { hasText: 'Ngày xét hiệu lực' }).waitFor();
    await hands.type('24/11/2019');
    await hands.press('Enter');
    await hands.waitFor(hands.status, 'Quyết định · 24/11/2019');
    // On that day it was in force.
    await hands.waitFor(expired, 'còn hiệu lực');
  });

  await step('a changed setting', async () => {
    vscode.set('viendan.language', 'en');
    await hands.waitFor(expired, 'in force');
  });

  await step('search, and the citation put in', async () => {
    await hands.newLine();
    await hands.type('Theo ');
    await hands.command('Viendan: Tra cứu danh mục');
    await page.locator('.quick-input-titlebar:visible', { hasText: 'Search the catalogue' }).waitFor();
    await hands.type('luat luu tru');
    await hands.waitFor(hands.input.locator('.monaco-list-row', { hasText: 'Luật Lưu trữ 01/2011/QH13' }), 'expired');
    await hands.press('Control+A');
    await hands.type('luat thu vien');
    await hands.waitFor(hands.input.locator('.monaco-list-row'), 'Luật Thư viện 46/2019/QH14');
    await hands.input.locator('.monaco-list-row', { hasText: 'Luật Thư viện 46/2019/QH14' }).click();
    await hands.saved('Theo Luật Thư viện số 46/2019/QH14 ngày 21 tháng 11 năm 2019');
    await hands.waitFor(instruments, 'Luật Thư viện 46/2019/QH14');
  });

  await step('a killed server is restarted, with a notice', async () => {
    const before = vscode.languageServers();
    if (before.length !== 1) throw new Error(`servers: ${before}`);
    process.kill(before[0], 'SIGKILL');
    await hands.waitFor(page.locator('.notifications-toasts .notification-list-item'), 'has been restarted');
    const after = vscode.languageServers();
    if (after.length !== 1 || after[0] === before[0]) throw new Error(`servers: ${before}, then ${after}`);
  });

  await step('the new server knows draft and settings', async () => {
    await hands.newLine();
    await hands.type('Kính gửi: bo noi v');
    await hands.take('Bộ Nội vụ');
    await hands.saved('Kính gửi: Bộ Nội vụ');
    await hands.waitFor(expired, 'in force');
  });

  await step('sample draft, with settings taken back', async () => {
    vscode.set('viendan.language', undefined);
    vscode.set('viendan.asOf', undefined);
    await hands.command('Viendan: Mở dự thảo mẫu');
    await hands.waitFor(instruments, 'Luật Đất đai 31/2024/QH15');
    await hands.waitFor(expired, 'hết hiệu lực');
    await hands.waitFor(hands.status, 'Quyết định · 24/11/2026');
    await squiggles.first().waitFor();
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
