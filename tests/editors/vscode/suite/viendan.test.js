'use strict';
const assert = require('node:assert/strict');
const fs = require('node:fs');
const path = require('node:path');
const vscode = require('vscode');

const expected = JSON.parse(fs.readFileSync(path.join(__dirname, '../../expected.json'), 'utf8'));
const WAIT_MS = 10_000;

async function until(what, condition) {
  const end = Date.now() + WAIT_MS;
  for (;;) {
    const got = await condition();
    if (got) return got;
    if (Date.now() > end) throw new Error(`not in ${WAIT_MS} ms: ${what}`);
    await new Promise((resolve) => { setTimeout(resolve, 50); });
  }
}

/** All messages that the extension has sent to the server, of all its runs. */
function sent() {
  const record = fs.readFileSync(process.env.VIENDAN_TEST_RECORD);
  const messages = [];
  for (let at = 0; ;) {
    const body = record.indexOf('\r\n\r\n', at);
    if (body < 0) return messages;
    const length = Number(/Content-Length: (\d+)/i.exec(record.toString('ascii', at, body))[1]);
    at = body + 4 + length;
    if (at > record.length) return messages;
    messages.push(JSON.parse(record.toString('utf8', body + 4, at)));
  }
}
const sentBy = (method) => sent().filter((message) => message.method === method);

describe('viendan in the extension host', () => {
  let document;
  let editor;
  const folder = () => vscode.workspace.workspaceFolders[0].uri.fsPath;
  const codeOf = (diagnostic) => diagnostic.code?.value ?? diagnostic.code;
  const diagnostics = () => vscode.languages.getDiagnostics(document.uri)
    .filter((diagnostic) => codeOf(diagnostic) === expected.diagnostic.code);

  before(async () => {
    document = await vscode.workspace.openTextDocument(path.join(folder(), 'draft.md'));
    editor = await vscode.window.showTextDocument(document);
  });

  it('publishes one diagnostic at its place', async () => {
    await until('diagnostic', () => diagnostics().length > 0);
    const [diagnostic, ...more] = diagnostics();
    assert.equal(more.length, 0);
    assert.equal(diagnostic.source, expected.diagnostic.source);
    assert.equal(diagnostic.range.start.line, expected.diagnostic.line);
    assert.ok(diagnostic.range.isSingleLine);
    assert.ok(expected.diagnostic.texts.includes(document.getText(diagnostic.range)), document.getText(diagnostic.range));
  });

  it('sends the settings that the user has set, and no defaults', () => {
    // Defaults would win over viendan.toml.
    assert.deepEqual(sentBy('initialize')[0].params.initializationOptions, { completion: { limit: 20 } });
  });

  it('shows a hover', async () => {
    const column = document.lineAt(expected.hover.line).text.indexOf(expected.hover.on);
    const at = new vscode.Position(expected.hover.line, column + 1);
    const hovers = await vscode.commands.executeCommand('vscode.executeHoverProvider', document.uri, at);
    const text = hovers.flatMap((hover) => hover.contents.map((content) => content.value ?? content)).join('\n');
    for (const part of expected.hover.contains) assert.ok(text.includes(part), text);
  });

  for (const { typed, label, line } of expected.completions) {
    it(`completes ${typed}`, async () => {
      const end = document.lineAt(document.lineCount - 1).range.end;
      await editor.edit((edit) => edit.insert(end, `\n${typed}`));
      const at = document.lineAt(document.lineCount - 1).range.end;
      const list = await vscode.commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, at);
      const labels = list.items.map((item) => item.label.label ?? item.label);
      const item = list.items[labels.indexOf(label)];
      assert.ok(item, labels.join());
      // What VS Code does when the item is taken.
      const text = item.insertText?.value ?? item.insertText ?? label;
      await editor.edit((edit) => edit.replace(item.range.replacing ?? item.range, text));
      assert.equal(document.lineAt(at.line).text, line);
    });
  }

  it('sends a changed setting on', async () => {
    const configuration = vscode.workspace.getConfiguration('viendan');
    await configuration.update('language', 'en', vscode.ConfigurationTarget.Workspace);
    // The first is sent when the server registers for it.
    const isChange = (message) => 'language' in (message.params.settings?.viendan ?? {});
    await until('didChangeConfiguration', () => sentBy('workspace/didChangeConfiguration').some(isChange));
    assert.deepEqual(sentBy('workspace/didChangeConfiguration').at(-1).params.settings,
      { viendan: { completion: { limit: 20 }, language: 'en' } });
  });

  it('restarts the server', async () => {
    await vscode.commands.executeCommand('viendan.restartServer');
    assert.equal(sentBy('shutdown').length, 1);
    assert.equal(sentBy('initialize').length, 2);
    await until('diagnostic of the second server', () => diagnostics().length === 1);
  });

  it('restarts it when its path changes, and survives a wrong one', async () => {
    const configuration = vscode.workspace.getConfiguration('viendan');
    const { globalValue: right } = configuration.inspect('server.path');
    await configuration.update('server.path', '/no/such/program', vscode.ConfigurationTarget.Global);
    await until('diagnostics gone', () => diagnostics().length === 0);
    await configuration.update('server.path', right, vscode.ConfigurationTarget.Global);
    await until('diagnostic of the third server', () => diagnostics().length === 1);
    assert.equal(sentBy('initialize').length, 3);
  });

  it('takes no program and no arguments from the folder', async () => {
    const configuration = vscode.workspace.getConfiguration('viendan');
    assert.deepEqual(configuration.get('server.args'), ['lsp']);
    assert.notEqual(configuration.get('server.path'), path.join(folder(), 'trap'));
    assert.ok(!fs.existsSync(path.join(folder(), 'sprung')));
  });

  it('leaves documents alone that are not chosen', async () => {
    const configuration = vscode.workspace.getConfiguration('viendan');
    await configuration.update('server.languages', ['plaintext'], vscode.ConfigurationTarget.Workspace);
    await until('diagnostics gone', () => diagnostics().length === 0);
    await configuration.update('server.languages', undefined, vscode.ConfigurationTarget.Workspace);
    await until('diagnostic again', () => diagnostics().length === 1);
  });

  it('has all its texts in both languages', () => {
    const { extensionPath } = vscode.extensions.getExtension('viendan.viendan');
    const read = (name) => fs.readFileSync(path.join(extensionPath, name), 'utf8');
    const wanted = new Set(Array.from(read('package.json').matchAll(/"%([^"%]+)%"/g), ([, key]) => key));
    for (const name of ['package.nls.json', 'package.nls.vi.json']) {
      assert.deepEqual(new Set(Object.keys(JSON.parse(read(name)))), wanted, name);
    }
  });
});
