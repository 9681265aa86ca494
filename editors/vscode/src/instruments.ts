import * as vscode from 'vscode';

import { citations, type Cited } from './commands';
import type { Controller } from './controller';
import type { DraftTracker } from './drafts';
import { messages } from './messages';
import { shownDay } from './regime';

const VIEW = 'viendan.instruments';
const REVEAL = 'viendan.revealCitation';

const ICONS: Record<Cited['status'], [icon: string, colour: string]> = {
  'in-force': ['pass', 'charts.green'],
  'partly-expired': ['warning', 'charts.yellow'],
  expired: ['error', 'charts.red'],
  'not-yet-in-force': ['clock', 'charts.blue'],
  suspended: ['debug-pause', 'charts.orange'],
  unknown: ['question', 'disabledForeground'],
};

/** An instrument, or one of the lines that cite it (from 1). */
interface Node {
  document: vscode.TextDocument;
  cited: Cited;
  line?: number;
}

/** The view in the side bar: the instruments that the draft in front cites, and below each the lines. */
export class InstrumentsView implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  private nodes: Node[] = [];
  /** Counts the questions, so that an answer that comes late does not replace a newer one. */
  private asked = 0;
  private readonly changed = new vscode.EventEmitter<undefined>();
  private readonly view: vscode.TreeView<Node>;
  private readonly parts: vscode.Disposable[];
  readonly onDidChangeTreeData = this.changed.event;

  constructor(
    private readonly controller: Controller,
    private readonly drafts: DraftTracker,
  ) {
    this.view = vscode.window.createTreeView<Node>(VIEW, { treeDataProvider: this, showCollapseAll: true });
    this.parts = [
      this.changed,
      this.view,
      this.view.onDidChangeVisibility(() => this.update()),
      drafts.onDidChange(() => this.update()),
      vscode.commands.registerCommand(REVEAL, reveal),
    ];
    void this.update();
  }

  dispose(): void {
    for (const part of this.parts) part.dispose();
  }

  getChildren(node?: Node): Node[] {
    if (node === undefined) return this.nodes;
    return node.line === undefined ? lines(node.cited).map((line) => ({ ...node, line })) : [];
  }

  getTreeItem({ document, cited, line }: Node): vscode.TreeItem {
    const at = line ?? cited.lines[0] ?? 1;
    const item = line === undefined ? ofInstrument(cited) : ofLine(document, cited, line);
    // The draft may have become shorter since it was asked about.
    item.command = { command: REVEAL, title: messages().goTo, arguments: [document.uri, cited, at] };
    return item;
  }

  private async update(): Promise<void> {
    // Who does not see the view does not pay for it.
    if (!this.view.visible) return;
    const asked = ++this.asked;
    const client = this.controller.running;
    const document = this.drafts.current;
    let nodes: Node[] = [];
    try {
      if (client !== undefined && document !== undefined) {
        nodes = (await citations(client, document.uri)).map((cited) => ({ document, cited }));
      }
    } catch {
      // Asked to stop, or gone: the next change asks again.
      return;
    }
    if (asked !== this.asked) return;
    this.nodes = nodes;
    const isEmpty = client !== undefined && document !== undefined && nodes.length === 0;
    // VS Code's own type for "no message" is undefined, which its setter alone takes.
    (this.view as { message: string | undefined }).message = isEmpty ? messages().citesNothing : undefined;
    this.changed.fire(undefined);
  }
}

function lines(cited: Cited): number[] {
  return [...new Set(cited.lines)];
}

function ofInstrument(cited: Cited): vscode.TreeItem {
  const text = messages();
  const several = lines(cited).length > 1;
  const { Collapsed, None } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(cited.label, several ? Collapsed : None);
  item.description = cited.count > 1 ? `${cited.statusText} · ${text.times(cited.count)}` : cited.statusText;
  const [icon, colour] = ICONS[cited.status] ?? ICONS.unknown;
  item.iconPath = new vscode.ThemeIcon(icon, new vscode.ThemeColor(colour));
  item.contextValue = 'instrument';
  const facts = [cited.issuer, cited.issued && shownDay(cited.issued)].filter(Boolean).join(' · ');
  item.tooltip = [cited.label, cited.title, facts, cited.statusText].filter(Boolean).join('\n');
  return item;
}

function ofLine(document: vscode.TextDocument, cited: Cited, line: number): vscode.TreeItem {
  const item = new vscode.TreeItem(messages().line(line));
  const text = line <= document.lineCount ? document.lineAt(line - 1).text : '';
  const from = Math.max(0, placeIn(text, cited).start - 25);
  item.description = (from > 0 ? '…' : '') + text.slice(from).trim();
  item.tooltip = text.trim();
  return item;
}

async function reveal(uri: vscode.Uri, cited: Cited, line: number): Promise<void> {
  const editor = await vscode.window.showTextDocument(uri);
  const { text, lineNumber } = editor.document.lineAt(Math.min(line, editor.document.lineCount) - 1);
  const { start, end } = placeIn(text, cited);
  const range = new vscode.Range(lineNumber, start, lineNumber, end);
  editor.selection = new vscode.Selection(range.start, range.end);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Where in its line an instrument is cited: its number, else as much of its label as stands there, else the whole line. */
function placeIn(line: string, cited: Cited): { start: number; end: number } {
  const words = cited.label.split(' ');
  const beginnings = words.map((_, n) => words.slice(0, words.length - n).join(' '));
  for (const wanted of [cited.number, ...beginnings]) {
    const start = wanted ? line.indexOf(wanted) : -1;
    if (wanted && start >= 0) return { start, end: start + wanted.length };
  }
  return { start: line.length - line.trimStart().length, end: line.trimEnd().length };
}
