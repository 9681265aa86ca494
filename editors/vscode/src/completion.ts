import * as vscode from 'vscode';
import { type Message, type MessageStrategy, ResponseMessage } from 'vscode-languageclient/node';

import { languages } from './settings';

/** A unit whose numbers the server offers after the blank: the articles of the act that is named behind it. */
const ASKING = /(^|[^\p{L}])(điều|dieu) $/iu;

/**
 * Takes the blank out of the characters at which VS Code asks for suggestions. While it waits for an answer to one of these, it asks
 * for nothing else: who types the next word before the answer is there sees no list for it. `askAfterUnits` asks where it is of use.
 */
export const withoutBlank: MessageStrategy = {
  handleMessage(message: Message, next) {
    const triggers = triggersOf(message);
    const blank = triggers?.indexOf(' ') ?? -1;
    if (blank >= 0) triggers?.splice(blank, 1);
    return next(message);
  },
};

/** The list in the server's answer to `initialize`, and in no other message. */
function triggersOf(message: Message): string[] | undefined {
  if (!('result' in message)) return undefined;
  const { result } = message as ResponseMessage;
  type Answer = { capabilities?: { completionProvider?: { triggerCharacters?: string[] } } };
  return typeof result === 'object' ? (result as Answer | null)?.capabilities?.completionProvider?.triggerCharacters : undefined;
}

/** Asks for suggestions when a blank is typed behind "Điều". */
export function askAfterUnits(): vscode.Disposable {
  return vscode.workspace.onDidChangeTextDocument(({ document, contentChanges: [change, ...more] }) => {
    if (change?.text !== ' ' || change.rangeLength > 0 || more.length > 0) return;
    if (document !== vscode.window.activeTextEditor?.document || !languages().includes(document.languageId)) return;
    const { line, character } = change.range.start;
    const before = document.lineAt(line).text.slice(0, character + 1);
    // `auto`: without a word where there is nothing to offer.
    if (ASKING.test(before)) void vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true });
  });
}
