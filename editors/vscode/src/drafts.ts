import * as vscode from 'vscode';

import type { Controller } from './controller';
import { languages, SECTION } from './settings';

/** So long nothing may have changed before what is shown of a draft is made anew. */
const REST_MS = 300;

/** Knows which draft is in front, and tells when something about it may have changed. */
export class DraftTracker implements vscode.Disposable {
  private draft: vscode.TextDocument | undefined;
  private timer: NodeJS.Timeout | undefined;
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly parts: vscode.Disposable[];
  readonly onDidChange = this.changed.event;

  constructor(controller: Controller) {
    const { window, workspace } = vscode;
    const isAbout = (uri: vscode.Uri) => uri.toString() === this.draft?.uri.toString();
    this.parts = [
      this.changed,
      window.onDidChangeActiveTextEditor(() => this.look()),
      window.onDidChangeVisibleTextEditors(() => this.look()),
      workspace.onDidChangeTextDocument(({ document }) => isAbout(document.uri) && this.later()),
      workspace.onDidChangeConfiguration((event) => event.affectsConfiguration(SECTION) && this.look()),
      vscode.languages.onDidChangeDiagnostics(({ uris }) => uris.some(isAbout) && this.later()),
      controller.onDidChangeState(() => this.look()),
      controller.onDidCheck(() => this.later()),
    ];
    this.look();
  }

  get current(): vscode.TextDocument | undefined {
    return this.draft;
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const part of this.parts) part.dispose();
  }

  private look(): void {
    const served = languages();
    const isDraft = ({ document }: vscode.TextEditor) =>
      ['file', 'untitled'].includes(document.uri.scheme) && served.includes(document.languageId);
    const { activeTextEditor: active, visibleTextEditors: visible } = vscode.window;
    if (active !== undefined && isDraft(active)) {
      this.draft = active.document;
    } else if (!visible.some((editor) => editor.document === this.draft && isDraft(editor))) {
      // An output in front does not hide the draft beside it.
      this.draft = visible.find(isDraft)?.document;
    }
    void vscode.commands.executeCommand('setContext', 'viendan.hasDraft', this.draft !== undefined);
    clearTimeout(this.timer);
    this.changed.fire();
  }

  private later(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.changed.fire(), REST_MS);
  }
}
