// Runs suite/ inside VS Code's real extension host, with the extension from its folder.
//   node extension-host.mjs INSTALL_DIR EXTENSION_DIR SERVER OUT_DIR
// Exits as VS Code does: 0 when the suite resolved, 1 when it rejected; 3 when it came to no end.
import fs from 'node:fs';
import path from 'node:path';
import { format } from 'node:util';

import { here, VSCode } from './workbench.mjs';

const [install, extension, server, out] = process.argv.slice(2);
const LIMIT_MS = 120_000;

// What the extension sends is part of its contract, so the server is started through a recorder.
const vscode = new VSCode(install);
const recorder = path.join(vscode.root, 'recorder');
const record = path.join(vscode.root, 'record');
const script = (file, text) => fs.writeFileSync(file, `#!/bin/sh\n${text}\n`, { mode: 0o755 });
const machine = path.join(vscode.data, 'data/Machine/settings.json');
script(recorder, `tee -a '${record}' | '${server}' "$@"`);
fs.writeFileSync(machine, JSON.stringify({ 'viendan.server.path': recorder }));
// A folder that somebody else made: it may choose settings, and no program.
const trap = path.join(vscode.folder, 'trap');
script(trap, `echo "$0" > '${path.join(vscode.folder, 'sprung')}'`);
fs.mkdirSync(path.join(vscode.folder, '.vscode'));
fs.writeFileSync(path.join(vscode.folder, '.vscode/settings.json'), JSON.stringify({
  'viendan.server.path': trap,
  'viendan.server.args': ['lsp', '--of-the-folder'],
  'viendan.completion.limit': 20,
}));

let code = 3;
try {
  // Without the option a built VS Code takes no extensionDevelopmentPath from the page's address. With it no notices pop up.
  await vscode.start(['--enable-smoke-test-driver'], { VIENDAN_TEST_TOOLS: vscode.tools, VIENDAN_TEST_RECORD: record });
  let finished;
  const exit = new Promise((resolve) => { finished = resolve; });
  const timer = setTimeout(() => { console.error(`no end in ${LIMIT_MS} ms`); finished(3); }, LIMIT_MS);
  await vscode.open([
    ['extensionDevelopmentPath', vscode.remote(extension)],
    ['extensionTestsPath', vscode.remote(path.join(here, 'suite'))],
  ], {
    // VS Code's web workbench calls these two where they exist.
    codeAutomationLog: (type, args) => {
      const line = format(...args);
      // The rest is VS Code's own talk.
      if (type === 'info' && !/^(\[|Resolv|Creating a socket|Updating additional|Extension host test runner)/.test(line)) console.log(line);
    },
    codeAutomationExit: finished,
  });
  code = await exit;
  clearTimeout(timer);
  if (code !== 0) await vscode.page.screenshot({ path: path.join(out, 'vscode-extension-host.png') });
} catch (problem) {
  console.error(String(problem.stack ?? problem));
  console.error(fs.readFileSync(vscode.log, 'utf8').slice(-3000));
} finally {
  if (code !== 0 && fs.existsSync(record)) fs.copyFileSync(record, path.join(out, 'vscode-record.txt'));
  await vscode.end();
}
process.exit(code);
