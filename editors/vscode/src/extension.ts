import * as vscode from 'vscode';

import { searchCatalogue } from './catalogue';
import { askAfterUnits } from './completion';
import { Controller } from './controller';
import { DraftTracker } from './drafts';
import { InstrumentsView } from './instruments';
import { chooseDateAndRegime } from './regime';
import { DraftStatus } from './status';

let controller: Controller | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('Viendan', { log: true });
  const own = (controller = new Controller(context.extension, output));
  const drafts = new DraftTracker(own);
  const register = vscode.commands.registerCommand;
  context.subscriptions.push(
    output,
    own,
    drafts,
    new DraftStatus(own, drafts),
    new InstrumentsView(own, drafts),
    askAfterUnits(),
    register('viendan.restartServer', own.restart),
    register('viendan.showOutput', () => output.show()),
    register('viendan.searchCatalogue', () => searchCatalogue(own)),
    register('viendan.chooseDateAndRegime', () => chooseDateAndRegime(drafts.current)),
    register('viendan.openSample', () => openSample(context.extensionUri)),
  );
  await own.restart();
}

export async function deactivate(): Promise<void> {
  await controller?.stop();
}

/** The sample draft as a document without a file, so that a newcomer can do with it what they like. */
async function openSample(extension: vscode.Uri): Promise<void> {
  const bytes = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(extension, 'media', 'sample.md'));
  const content = new TextDecoder().decode(bytes);
  await vscode.window.showTextDocument(await vscode.workspace.openTextDocument({ language: 'markdown', content }));
}
