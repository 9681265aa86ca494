import * as vscode from 'vscode';

export const SECTION = 'viendan';

export type Settings = Record<string, unknown>;

/** The language ids of the documents that the server is asked about. */
export function languages(): string[] {
  return [...vscode.workspace.getConfiguration(SECTION).get<string[]>('server.languages', [])];
}

/**
 * The server's settings as far as the user has set them, without this extension's own `server.*`.
 *
 * Defaults are left out on purpose: the server takes an editor's settings over those of `viendan.toml`,
 * so a default sent from here would silence that file.
 */
export function explicitSettings(extension: vscode.Extension<unknown>, scope?: vscode.Uri): Settings {
  const configuration = vscode.workspace.getConfiguration(SECTION, scope);
  const settings: Settings = {};
  for (const key of serverKeys(extension)) {
    const found = configuration.inspect(key);
    const set = [found?.globalValue, found?.workspaceValue, found?.workspaceFolderValue];
    if (set.some((value) => value !== undefined)) {
      // get() gives read-only proxies for lists and objects: the copy is plain.
      put(settings, key.split('.'), structured(configuration.get(key)));
    }
  }
  return settings;
}

/** Whether a key that was set is not set any more, in tables too. */
export function lacksOf(settings: Settings, earlier: Settings): boolean {
  const isTable = (value: unknown): value is Settings => typeof value === 'object' && value !== null && !Array.isArray(value);
  return Object.entries(earlier).some(([key, value]) => {
    const now = settings[key];
    return now === undefined || (isTable(value) && lacksOf(isTable(now) ? now : {}, value));
  });
}

/** What `workspace/configuration` asks for: the section itself or one key in it. */
export function lookUp(settings: Settings, section: string): unknown {
  let value: unknown = { [SECTION]: settings };
  for (const part of section.split('.')) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as Settings)[part];
  }
  return value ?? null;
}

/** The keys are those of package.json, so that none is named twice. */
function serverKeys(extension: vscode.Extension<unknown>): string[] {
  const manifest = extension.packageJSON as { contributes: { configuration: { properties: object } } };
  return Object.keys(manifest.contributes.configuration.properties)
    .map((key) => key.slice(SECTION.length + 1))
    .filter((key) => !key.startsWith('server.'));
}

function put(into: Settings, path: string[], value: unknown): void {
  const [head, ...rest] = path;
  if (head === undefined) return;
  if (rest.length === 0) into[head] = value;
  else put((into[head] ??= {}) as Settings, rest, value);
}

function structured(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}
