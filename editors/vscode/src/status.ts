import * as vscode from 'vscode';

import type { Controller } from './controller';
import { heading } from './draft';
import type { DraftTracker } from './drafts';
import { messages, type Regime } from './messages';
import { shownDay } from './regime';
import { SECTION } from './settings';

/** The entry of the status bar: kind of the draft, the day on which validity is judged, counts of findings. */
export class DraftStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem('viendan.draft', vscode.StatusBarAlignment.Right, 90);
  private readonly listening: vscode.Disposable;

  constructor(
    private readonly controller: Controller,
    private readonly drafts: DraftTracker,
  ) {
    this.item.name = 'Viendan';
    this.listening = drafts.onDidChange(() => this.update());
    this.update();
  }

  dispose(): void {
    this.listening.dispose();
    this.item.dispose();
  }

  private update(): void {
    const draft = this.drafts.current;
    if (draft === undefined) {
      this.item.hide();
      return;
    }
    const { state } = this.controller;
    if (state === 'running') this.describe(draft);
    else this.wait(state === 'starting');
    this.item.show();
  }

  private wait(starting: boolean): void {
    const text = messages();
    this.item.text = starting ? '$(loading~spin) Viendan' : '$(error) Viendan';
    this.item.tooltip = starting ? text.starting : text.notRunning;
    this.item.command = starting ? 'viendan.showOutput' : 'viendan.restartServer';
    this.item.backgroundColor = starting ? undefined : new vscode.ThemeColor('statusBarItem.errorBackground');
  }

  private describe(draft: vscode.TextDocument): void {
    const text = messages();
    const configuration = vscode.workspace.getConfiguration(SECTION, draft.uri);
    const asOf = configuration.get<string>('asOf', 'document');
    const regime = configuration.get<Regime>('regime', 'auto');
    const written = heading(draft.getText(new vscode.Range(0, 0, 60, 0)));
    const kind = regime === 'auto' ? (written.kind ?? text.draft) : (text.regimes[regime] ?? text.draft);
    const day = asOf === 'document' ? written.day : asOf === 'today' ? undefined : asOf;
    const shown = day === undefined ? text.today : shownDay(day);

    const { Error, Warning, Information, Hint } = vscode.DiagnosticSeverity;
    const findings = vscode.languages.getDiagnostics(draft.uri).filter(({ source }) => source === 'viendan');
    const count = (...severities: vscode.DiagnosticSeverity[]) => findings.filter((f) => severities.includes(f.severity)).length;
    const [errors, warnings, others] = [count(Error), count(Warning), count(Information, Hint)];
    const counts = [
      errors > 0 ? `$(error) ${errors}` : '',
      warnings > 0 ? `$(warning) ${warnings}` : '',
      others > 0 ? `$(info) ${others}` : '',
    ].filter(Boolean).join(' ') || '$(pass)';

    this.item.text = `$(law) ${kind} · ${shown} · ${counts}`;
    this.item.tooltip = [
      `${text.regime}: ${kind} (${regime === 'auto' ? text.asWritten : text.asSet})`,
      `${text.day}: ${shown} (${asOf !== 'document' ? text.asSet : day === undefined ? text.noDayWritten : text.asWritten})`,
      text.findings(errors, warnings, others),
      text.clickToChoose,
    ].join('\n');
    this.item.accessibilityInformation = { label: `${kind}, ${shown}, ${text.findings(errors, warnings, others)}` };
    this.item.command = 'viendan.chooseDateAndRegime';
    this.item.backgroundColor = undefined;
  }
}
