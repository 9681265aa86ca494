// A VS Code of its own for one test: the server that install.sh put into place, on throw-away data,
// and its workbench in a headless Chromium.
import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export const here = import.meta.dirname;
export const expected = JSON.parse(fs.readFileSync(path.join(here, '../expected.json'), 'utf8'));

// What would get in the way of a test, and a font that sets Vietnamese letters well in screenshots.
const QUIET = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'telemetry.telemetryLevel': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'update.mode': 'none',
  'git.enabled': false,
  'editor.minimap.enabled': false,
  'editor.fontFamily': "'Noto Sans Mono', 'DejaVu Sans Mono', monospace",
};

export class VSCode {
  /** `install` is the folder that install.sh fills; `machine` are settings of the machine, the only ones that can name a program. */
  constructor(install, machine = {}) {
    this.program = path.join(install, 'bin/vscode');
    this.tools = path.join(install, 'vscode/tools/node_modules');
    this.root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'viendan-vscode-')));
    this.data = path.join(this.root, 'data');
    this.log = path.join(this.root, 'server.log');
    for (const [name, settings] of [['User', QUIET], ['Machine', machine]]) {
      fs.mkdirSync(path.join(this.data, 'data', name), { recursive: true });
      fs.writeFileSync(path.join(this.data, 'data', name, 'settings.json'), JSON.stringify(settings));
    }
    this.folder = path.join(this.root, 'draft');
    this.draft = path.join(this.folder, 'draft.md');
    fs.mkdirSync(this.folder);
    // The draft of all editors, and behind it what is done in VS Code alone.
    const parts = ['../draft.md', 'articles.md'].map((name) => fs.readFileSync(path.join(here, name), 'utf8'));
    fs.writeFileSync(this.draft, parts.join(''));
  }

  /** Changes a setting of the folder as another program or a hand does: in its file. */
  set(key, value) {
    const file = path.join(this.folder, '.vscode/settings.json');
    fs.writeFileSync(file, JSON.stringify({ ...JSON.parse(fs.readFileSync(file, 'utf8')), [key]: value }));
  }

  /** The process ids of the servers that run out of an installed extension. */
  languageServers() {
    return fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
      try {
        return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0')[0].startsWith(path.join(this.data, 'extensions'));
      } catch {
        return false; // ended meanwhile
      }
    });
  }

  /** Runs the program's command line once, for example ['--install-extension', 'x.vsix']. */
  async cli(args) {
    const child = this.#spawn(args);
    const code = await new Promise((resolve) => { child.on('exit', resolve); });
    const said = fs.readFileSync(this.log, 'utf8');
    if (code !== 0) throw new Error(`exit ${code}: ${said}`);
    return said;
  }

  async start(options = [], environment = {}) {
    this.server = this.#spawn([
      '--host', '127.0.0.1', '--port', '0', '--without-connection-token', '--telemetry-level', 'off', ...options,
    ], environment);
    const end = Date.now() + 30_000;
    for (;;) {
      const port = /listening on (\d+)/.exec(fs.readFileSync(this.log, 'utf8'))?.[1];
      if (port) {
        this.authority = `127.0.0.1:${port}`;
        return;
      }
      if (this.server.exitCode !== null || Date.now() > end) throw new Error('VS Code does not start');
      await new Promise((resolve) => { setTimeout(resolve, 50); });
    }
  }

  /**
   * Opens the workbench on the folder with the draft. `payload` and `exposed` are what VS Code's own web client takes; `first` runs
   * in the page before anything else.
   */
  async open(payload, exposed = {}, first = undefined) {
    const { chromium } = createRequire(`${this.tools}/`)('playwright-core');
    this.browser = await chromium.launchPersistentContext(path.join(this.root, 'chromium'), {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      headless: true,
      viewport: { width: 1280, height: 800 },
      locale: 'en-US',
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-sync',
        '--disable-background-networking', '--disable-component-update', '--disable-dev-shm-usage'],
    });
    this.page = this.browser.pages()[0] ?? await this.browser.newPage();
    for (const [name, call] of Object.entries(exposed)) await this.page.exposeFunction(name, call);
    if (first) await this.page.addInitScript(first);
    // Nothing outside this machine is asked; such requests fail at once instead of waiting.
    await this.page.route((url) => url.hostname !== '127.0.0.1', (route) => route.abort());
    const address = new URL(`http://${this.authority}/`);
    address.searchParams.set('folder', this.folder);
    address.searchParams.set('payload', JSON.stringify(payload));
    await this.page.goto(address.href);
    return this.page;
  }

  /** A file as this VS Code, which the browser sees as a remote one, names it. */
  remote(file) {
    return `vscode-remote://${this.authority}${path.resolve(file)}`;
  }

  async end() {
    await this.browser?.close().catch(() => {});
    // Its process group, so that the extension host and the language server end with it.
    try { process.kill(-this.server.pid, 'SIGTERM'); } catch { /* not started, or gone */ }
    await new Promise((resolve) => { setTimeout(resolve, 100); });
    fs.rmSync(this.root, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  #spawn(args, environment = {}) {
    const log = fs.openSync(this.log, 'a');
    return spawn(this.program, [...args, '--accept-server-license-terms', '--server-data-dir', this.data],
      { stdio: ['ignore', log, log], env: { ...process.env, ...environment }, detached: true });
  }
}
