import * as vscode from 'vscode';
import {
  CodeActionRequest,
  CodeActionResolveRequest,
  type LanguageClient,
  type SymbolInformation,
  SymbolKind,
  SymbolTag,
  WorkspaceSymbolRequest,
} from 'vscode-languageclient/node';

import { citations } from './commands';
import type { Controller } from './controller';
import { messages } from './messages';

/** So long nobody types before the catalogue is asked. */
const REST_MS = 120;

interface Act extends vscode.QuickPickItem {
  /** Its text in the library, else its card. */
  location: SymbolInformation['location'];
}

/** Searches the catalogue while one types, and puts the citation of what is chosen at the cursor. */
export function searchCatalogue(controller: Controller): void {
  const editor = vscode.window.activeTextEditor;
  const text = messages();
  const pick = vscode.window.createQuickPick<Act>();
  const openCard: vscode.QuickInputButton = { iconPath: new vscode.ThemeIcon('go-to-file'), tooltip: text.openCard };
  pick.title = text.searchTitle;
  pick.placeholder = text.searchPlaceholder;
  let timer: NodeJS.Timeout | undefined;
  let asking: vscode.CancellationTokenSource | undefined;

  const search = async (): Promise<void> => {
    asking?.cancel();
    const client = controller.running;
    const query = pick.value.trim();
    if (client === undefined || query === '') {
      pick.items = [];
      pick.busy = false;
      return;
    }
    const own = (asking = new vscode.CancellationTokenSource());
    pick.busy = true;
    try {
      const acts = await actsOf(client, query, own.token);
      if (own.token.isCancellationRequested) return;
      pick.items = acts.map((act) => ({ ...act, buttons: [openCard] }));
    } catch {
      // Asked to stop because more was typed, or the server has ended: the next letter asks again.
    }
    if (asking === own) pick.busy = false;
  };

  pick.onDidChangeValue(() => {
    clearTimeout(timer);
    timer = setTimeout(() => void search(), REST_MS);
  });
  pick.onDidTriggerItemButton(({ item }) => {
    pick.hide();
    const client = controller.running;
    if (client) void vscode.window.showTextDocument(client.protocol2CodeConverter.asUri(item.location.uri), { preview: true });
  });
  pick.onDidAccept(() => {
    const [act] = pick.selectedItems;
    const client = controller.running;
    pick.hide();
    if (act !== undefined && client !== undefined) void insert(client, editor, citationOf(act.label));
  });
  pick.onDidHide(() => {
    clearTimeout(timer);
    asking?.cancel();
    pick.dispose();
  });
  const selected = editor?.document.getText(editor.selection) ?? '';
  if (selected !== '' && !/[\r\n]/.test(selected)) {
    pick.value = selected;
    void search();
  }
  pick.show();
}

async function actsOf(client: LanguageClient, query: string, token: vscode.CancellationToken): Promise<Act[]> {
  const found = (await client.sendRequest(WorkspaceSymbolRequest.type, { query }, token)) ?? [];
  // The others are units of the drafts of the workspace.
  const acts = found.filter((symbol): symbol is SymbolInformation => symbol.kind === SymbolKind.File && 'range' in symbol.location);
  return acts.map(({ name, containerName, location, tags }) => ({
    label: name,
    location,
    // The server has searched, without diacritics too; VS Code's own filter would hide most of it.
    alwaysShow: true,
    ...(tags?.includes(SymbolTag.Deprecated) ? { description: messages().expired } : {}),
    ...(containerName && !name.includes(containerName) ? { detail: containerName } : {}),
  }));
}

/** "Nghị định 30/2020/NĐ-CP" → "Nghị định số 30/2020/NĐ-CP". */
function citationOf(label: string): string {
  return label.replace(/ (\S*\d\S*\/\S+)$/, ' số $1');
}

/**
 * Puts a citation in the place of the selection. What the draft does not cite yet is cited in full, with day, issuer and title, as
 * Nghị định 30/2020/NĐ-CP wants it of the first citation; the server knows how.
 */
async function insert(client: LanguageClient, editor: vscode.TextEditor | undefined, citation: string): Promise<void> {
  if (editor === undefined) {
    await vscode.env.clipboard.writeText(citation);
    void vscode.window.showInformationMessage(messages().copied(citation));
    return;
  }
  const { document } = editor;
  const number = / số (\S+)$/.exec(citation)?.[1];
  const cited = number === undefined ? [] : await citations(client, document.uri).catch(() => []);
  const isFirst = number !== undefined && !cited.some((act) => act.number === number);
  const { start } = editor.selection;
  const done = await editor.edit((edit) => edit.replace(editor.selection, citation), { undoStopBefore: true, undoStopAfter: !isFirst });
  const end = document.positionAt(document.offsetAt(start) + citation.length);
  editor.selection = new vscode.Selection(end, end);
  if (!done || !isFirst) return;
  const edits = await expansion(client, document, end);
  if (edits.length === 0) return;
  // Together with the first edit this is one step back.
  await editor.edit((edit) => edits.forEach(({ range, newText }) => edit.replace(range, newText)), {
    undoStopBefore: false,
    undoStopAfter: true,
  });
}

/** The edits of the server's action that writes out the citation that ends at `end`. */
async function expansion(client: LanguageClient, document: vscode.TextDocument, end: vscode.Position): Promise<vscode.TextEdit[]> {
  const { version } = document;
  const at = client.code2ProtocolConverter.asPosition(end.translate(0, -1));
  const actions = await client.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
    range: { start: at, end: at },
    context: { diagnostics: [], only: ['refactor.rewrite'] },
  });
  const action = actions?.find((found) => 'data' in found && (found.data as { id?: unknown } | undefined)?.id === 'expand');
  if (action === undefined || !('data' in action)) return [];
  const { edit } = await client.sendRequest(CodeActionResolveRequest.type, action);
  const whole = await client.protocol2CodeConverter.asWorkspaceEdit(edit);
  return document.version === version ? (whole?.get(document.uri) ?? []) : [];
}
