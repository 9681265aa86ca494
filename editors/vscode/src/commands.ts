import * as vscode from 'vscode';
import { ExecuteCommandRequest, type LanguageClient, type Location, type Position } from 'vscode-languageclient/node';

/** An instrument that a document cites, as the server's command `viendan.citations` gives it. */
export interface Cited {
  /** Type and number, or the name. */
  label: string;
  number?: string;
  title?: string;
  issuer?: string;
  /** YYYY-MM-DD. */
  issued?: string;
  status: 'in-force' | 'partly-expired' | 'expired' | 'not-yet-in-force' | 'suspended' | 'unknown';
  /** The same in the language of the server's messages. */
  statusText: string;
  count: number;
  /** The lines of its citations, from 1; a line with two of them twice. */
  lines: number[];
}

/** What a document cites, in the order of first citation; nothing where the server does not know the document. */
export async function citations(client: LanguageClient, document: vscode.Uri): Promise<Cited[]> {
  const uri = client.code2ProtocolConverter.asUri(document);
  const params = { command: 'viendan.citations', arguments: [uri, 'json'] };
  const cited: unknown = await client.sendRequest(ExecuteCommandRequest.type, params);
  return Array.isArray(cited) ? (cited as Cited[]) : [];
}

/** Commands of the server whose result VS Code has a view for. */
export async function execute(
  client: LanguageClient | undefined,
  command: string,
  args: unknown[],
  next: (command: string, args: unknown[]) => vscode.ProviderResult<unknown>,
): Promise<unknown> {
  if (command === 'viendan.showReferences' && client !== undefined) {
    const [uri, position, locations] = args as [string, Position, Location[]];
    const convert = client.protocol2CodeConverter;
    return vscode.commands.executeCommand(
      'editor.action.showReferences',
      convert.asUri(uri),
      convert.asPosition(position),
      locations.map((location) => convert.asLocation(location)),
    );
  }
  if (command === 'viendan.citations' && client !== undefined) {
    // Called from the palette it is about the document in front; called by a lens, about the one that the lens is in.
    const active = vscode.window.activeTextEditor?.document.uri;
    const [uri] = args;
    const about = typeof uri === 'string' ? uri : active && client.code2ProtocolConverter.asUri(active);
    if (about === undefined) return undefined;
    const text = await next(command, [about]);
    if (typeof text !== 'string') return text;
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
    return vscode.window.showTextDocument(document, { preview: true });
  }
  return next(command, args);
}
