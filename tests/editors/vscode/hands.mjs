// What a person does with the workbench, and what they see of it.
import fs from 'node:fs';

/** Until this is over, every wait is given up: a machine under load is slow, a broken server never answers. */
const WAIT_MS = 20_000;

/** VS Code shows spaces as no-break spaces, and puts marks without width between words. */
export const plain = (text) => text.replaceAll('\u00a0', ' ').replaceAll('\u200b', '');

/** Waits for a condition; what it last saw is in the complaint. */
export async function until(what, look, limit = WAIT_MS) {
  const end = Date.now() + limit;
  for (;;) {
    const { ok, seen } = await look();
    if (ok) return;
    if (Date.now() > end) throw new Error(`not in ${limit} ms: ${what}; seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

export class Hands {
  constructor(page, vscode) {
    this.page = page;
    this.vscode = vscode;
    this.editor = page.locator('.editor-instance .monaco-editor').first();
    this.lines = this.editor.locator('.view-line');
    this.suggestions = page.locator('.suggest-widget.visible .monaco-list-row');
    this.input = page.locator('.quick-input-widget:visible');
    this.status = page.locator('#workbench\\.parts\\.statusbar');
  }

  press(...keys) {
    return keys.reduce((before, key) => before.then(() => this.page.keyboard.press(key)), Promise.resolve());
  }

  /** Letter by letter, at a quick typist's pace; "⌫" takes back the letter before. */
  async type(text) {
    for (const letter of text) {
      await (letter === '⌫' ? this.press('Backspace') : this.page.keyboard.type(letter));
      await this.page.waitForTimeout(40);
    }
  }

  /** Begins a line at the end of the draft. */
  async newLine() {
    await this.focus();
    await this.press('Control+End', 'Enter');
  }

  async text(locator) {
    return plain(await locator.innerText());
  }

  async texts(locator) {
    return (await locator.allInnerTexts()).map(plain);
  }

  async waitFor(locator, text) {
    await until(text, async () => {
      const seen = await this.texts(locator);
      return { ok: seen.some((one) => one.includes(text)), seen };
    });
  }

  /** Where on the screen a text of the draft stands. */
  placeOf(text) {
    return this.page.evaluate((wanted) => {
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
  }

  /** Puts the cursor into the draft, away from hovers and lists. */
  async focus() {
    await this.page.mouse.move(5, 795);
    await this.press('Escape', 'Control+1', 'Escape');
  }

  /** Puts the cursor behind the first place of a text, by the editor's own search, wherever it scrolls to. */
  async goBehind(text) {
    await this.focus();
    await this.press('Control+Home', 'Control+F');
    const box = this.page.locator('.find-widget.visible .find-part textarea').first();
    await box.waitFor();
    await box.fill(text);
    const count = this.page.locator('.find-widget.visible .matchesCount');
    await this.waitFor(count, '1 of ');
    await this.press('Escape', 'ArrowRight');
  }

  /** Presses a key until what it opens is there: a machine under load may close it again, and so would a person. */
  async open(key, locator) {
    await until(key, async () => {
      await this.press(key);
      await locator.waitFor({ timeout: WAIT_MS / 4 }).catch(() => {});
      return { ok: await locator.isVisible(), seen: 'nothing' };
    }, 2 * WAIT_MS);
  }

  /** A command of the palette, by its title. */
  async command(title) {
    await this.page.mouse.move(5, 795);
    await this.press('Escape', 'F1');
    await this.input.locator('input').first().fill(`>${title}`);
    const row = this.input.locator('.monaco-list-row', { hasText: title }).first();
    await row.waitFor();
    await row.click();
  }

  /** Takes the suggestion with this label; what was typed before must have brought the list up. */
  async take(label) {
    // On a busy machine VS Code may drop the list that it asked for: as a person would, ask for it once more.
    const patience = Date.now() + 8000;
    let again = false;
    await until(label, async () => {
      const seen = await this.texts(this.suggestions);
      const ok = seen.some((one) => one.includes(label));
      if (!ok && !again && Date.now() > patience) {
        again = true;
        await this.press('Control+Space');
      }
      return { ok, seen };
    });
    const chosen = this.page.locator('.suggest-widget.visible .monaco-list-row.focused');
    // Down to ours, which need not be the first.
    for (let presses = await this.suggestions.count(); presses > 0; presses--) {
      if ((await this.text(chosen)).includes(label)) return this.press('Enter');
      await this.press('ArrowDown');
    }
    throw new Error(`${label} could not be chosen`);
  }

  draft() {
    return fs.readFileSync(this.vscode.draft, 'utf8').split('\n');
  }

  /** The number of a line of the saved draft, from 1. */
  lineOf(line) {
    return this.draft().indexOf(line) + 1;
  }

  /** Saves, until the file has a line. */
  saved(line) {
    return this.savedOne((one) => one === line, line);
  }

  async savedOne(isIt, what) {
    await this.press('Control+S');
    await until(what, () => {
      const lines = this.draft();
      return { ok: lines.some(isIt), seen: lines.slice(2) };
    });
  }
}
