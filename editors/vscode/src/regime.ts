import * as vscode from 'vscode';

import { isoDay } from './draft';
import { messages, type Regime, REGIMES } from './messages';
import { SECTION } from './settings';

interface Choice extends vscode.QuickPickItem {
  key?: 'asOf' | 'regime';
  /** `ask`: another day, which is asked for; nothing: what VS Code's settings say of both is taken back. */
  value?: string;
}

/** Asks for the day on which validity is judged, or for the kind of draft, and sets it for the folder of the draft. */
export async function chooseDateAndRegime(draft: vscode.TextDocument | undefined): Promise<void> {
  const text = messages();
  const configuration = vscode.workspace.getConfiguration(SECTION, draft?.uri);
  const asOf = configuration.get<string>('asOf', 'document');
  const regime = configuration.get<Regime>('regime', 'auto');
  const separator = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
  const choice = (key: 'asOf' | 'regime', value: string, label: string, current: boolean): Choice => ({
    key,
    value,
    label,
    iconPath: new vscode.ThemeIcon(current ? 'check' : 'blank'),
    ...(current ? { description: text.current } : {}),
  });
  const isDay = /^\d/.test(asOf);
  const choices: Choice[] = [
    separator(text.day),
    choice('asOf', 'document', text.dayOfDraft, asOf === 'document'),
    choice('asOf', 'today', text.today, asOf === 'today'),
    choice('asOf', 'ask', isDay ? `${text.otherDay} (${shownDay(asOf)})` : text.otherDay, isDay),
    separator(text.regime),
    ...REGIMES.map((value) => choice('regime', value, text.regimes[value], value === regime)),
  ];
  if (isSet(configuration, 'asOf') || isSet(configuration, 'regime')) {
    choices.push(separator(''), { label: text.takeBack, iconPath: new vscode.ThemeIcon('discard') });
  }
  const picked = await vscode.window.showQuickPick(choices, { title: text.chooseTitle, matchOnDescription: true });
  if (picked === undefined) return;
  const value = picked.value === 'ask' ? await askForDay(isDay ? asOf : undefined) : picked.value;
  if (picked.key === undefined) {
    for (const key of ['asOf', 'regime'] as const) await takeBack(configuration, key);
  } else if (value !== undefined) {
    await configuration.update(picked.key, value, target(draft));
  }
}

async function askForDay(current: string | undefined): Promise<string | undefined> {
  const { askDay, noDay } = messages();
  const answer = await vscode.window.showInputBox({
    prompt: askDay,
    placeHolder: '24/11/2026',
    ...(current === undefined ? {} : { value: shownDay(current) }),
    validateInput: (typed) => (readDay(typed) === undefined ? noDay : undefined),
  });
  return answer === undefined ? undefined : readDay(answer);
}

/** "24/11/2026", "24-11-2026", "2026-11-24" → "2026-11-24". */
function readDay(typed: string): string | undefined {
  const parts = /^\s*(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})\s*$/.exec(typed);
  if (parts === null) return undefined;
  const [first, month, last] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return first > 31 ? isoDay(first, month, last) : last > 999 ? isoDay(last, month, first) : undefined;
}

/** "2026-11-24" → "24/11/2026", as the server writes days. */
export function shownDay(iso: string): string {
  const [year, month, day] = iso.split('-');
  return `${day}/${Number(month) < 3 ? month : Number(month)}/${year}`;
}

function isSet(configuration: vscode.WorkspaceConfiguration, key: string): boolean {
  const found = configuration.inspect(key);
  return [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue].some((value) => value !== undefined);
}

async function takeBack(configuration: vscode.WorkspaceConfiguration, key: string): Promise<void> {
  const { Global, Workspace, WorkspaceFolder } = vscode.ConfigurationTarget;
  const found = configuration.inspect(key);
  if (found?.workspaceFolderValue !== undefined) await configuration.update(key, undefined, WorkspaceFolder);
  if (found?.workspaceValue !== undefined) await configuration.update(key, undefined, Workspace);
  if (found?.globalValue !== undefined) await configuration.update(key, undefined, Global);
}

function target(draft: vscode.TextDocument | undefined): vscode.ConfigurationTarget {
  const { workspace, ConfigurationTarget } = vscode;
  if (workspace.workspaceFile !== undefined && draft !== undefined && workspace.getWorkspaceFolder(draft.uri) !== undefined) {
    return ConfigurationTarget.WorkspaceFolder;
  }
  return workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
}
