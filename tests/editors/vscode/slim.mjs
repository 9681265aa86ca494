// slim.mjs APP drop|stub  -- makes VS Code's server installable without compilers, and smaller.
//   drop   before `npm install`: takes out dependencies that an editor test has no use for
//   stub   after it: puts a few lines of JavaScript in place of the two native modules that the
//          server asks for at start, so that nothing has to be compiled
import fs from 'node:fs';
import path from 'node:path';

const [app, step] = process.argv.slice(2);

function drop() {
  // AI agents, terminals, remote shells, other systems' modules.
  const unwanted = new RegExp([
    '^@github/copilot-sdk$', '^@microsoft/mxc-sdk$', '^@devcontainers/cli$',
    '^@vscode/(sandbox-runtime|copilot-api|sqlite3|spdlog|windows-.*|native-watchdog|deviceid|fs-copyfile)$',
    '^(kerberos|ssh2|node-pty)$',
  ].join('|'));
  const file = path.join(app, 'package.json');
  const manifest = JSON.parse(fs.readFileSync(file, 'utf8'));
  for (const name of Object.keys(manifest.dependencies)) {
    if (unwanted.test(name)) delete manifest.dependencies[name];
  }
  fs.writeFileSync(file, JSON.stringify(manifest, null, 2));
  // The other built-in extensions stay: the workbench has their list compiled in and waits for some.
  for (const name of ['copilot', 'mermaid-markdown-features', 'git', 'github', 'tunnel-forwarding', 'ms-vscode.js-debug']) {
    fs.rmSync(path.join(app, 'extensions', name), { recursive: true, force: true });
  }
}

function stub() {
  const module = (name, code) => {
    const folder = path.join(app, 'node_modules/@vscode', name);
    fs.mkdirSync(folder, { recursive: true });
    fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: `@vscode/${name}`, version: '0.0.0', main: 'index.js' }));
    fs.writeFileSync(path.join(folder, 'index.js'), `'use strict';\n${code}`);
  };
  // The log writer: its logs are worth having when a test fails.
  module('spdlog', `
const fs = require('node:fs'), path = require('node:path');
class Logger {
  constructor(file) { this.file = file; this.raw = false; fs.mkdirSync(path.dirname(file), { recursive: true }); }
  write(level, text) {
    try { fs.appendFileSync(this.file, this.raw ? String(text) : new Date().toISOString() + ' [' + level + '] ' + text + '\\n'); }
    catch { /* the throw-away folder is gone already */ }
  }
  clearFormatters() { this.raw = true; }
  setPattern() {} setLevel() {} getLevel() { return 2; } flush() {} drop() {}
}
for (const level of ['trace', 'debug', 'info', 'warn', 'error', 'critical']) {
  Logger.prototype[level] = function (text) { this.write(level, text); };
}
exports.version = 0;
exports.setLevel = exports.setFlushOn = exports.shutdown = () => {};
exports.createRotatingLogger = exports.createAsyncRotatingLogger = async (name, file) => new Logger(file);
`);
  // The watchdog: ends the extension host when the server is gone.
  module('native-watchdog', `
exports.start = (pid) => {
  setInterval(() => { try { process.kill(pid, 0); } catch { process.exit(87); } }, 1000).unref();
};
`);
  // ripgrep comes for every system: keep this one's.
  const ripgrep = path.join(app, 'node_modules/@vscode/ripgrep-universal/bin');
  for (const name of fs.existsSync(ripgrep) ? fs.readdirSync(ripgrep) : []) {
    if (name !== `linux-${process.arch}`) fs.rmSync(path.join(ripgrep, name), { recursive: true });
  }
}

({ drop, stub })[step]();
