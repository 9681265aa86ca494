import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';
import * as vscode from 'vscode';

import { SECTION } from './settings';

const PROGRAM = process.platform === 'win32' ? 'viendan.exe' : 'viendan';

export type Server =
  | { found: true; command: string; args: string[]; from: 'settings' | 'extension' | 'PATH' }
  /** `configured` is the path that the settings name and where no program is. */
  | { found: false; configured?: string };

/**
 * The program of the settings; else the one in the extension; else the one on PATH. `viendan.server.path` is a setting of the
 * machine: VS Code never takes it from a workspace.
 */
export function findServer(extension: vscode.Extension<unknown>): Server {
  const configuration = vscode.workspace.getConfiguration(SECTION);
  const args = [...configuration.get<string[]>('server.args', ['lsp'])];
  const setting = configuration.get<string>('server.path', '').trim();
  if (setting !== '') {
    const command = expand(setting);
    // A plain name is looked up as a shell would do it.
    const program = command.includes('/') || command.includes(path.sep) ? executable(command) : onPath(command);
    return program === undefined
      ? { found: false, configured: command }
      : { found: true, command: program, args, from: 'settings' };
  }
  const bundled = executable(path.join(extension.extensionPath, 'server', PROGRAM));
  if (bundled !== undefined) return { found: true, command: bundled, args, from: 'extension' };
  const installed = onPath(PROGRAM);
  if (installed !== undefined) return { found: true, command: installed, args, from: 'PATH' };
  return { found: false };
}

/** Nothing here leads into the folder that is open: what lies in it may be somebody else's. */
function expand(setting: string): string {
  const command = setting.replace(/^~(?=$|[\\/])/, os.homedir());
  return /[\\/]/.test(command) ? path.resolve(os.homedir(), command) : command;
}

function onPath(name: string): string | undefined {
  // Windows finds `viendan` as viendan.exe; scripts cannot be started without a shell there.
  const names = process.platform === 'win32' && path.extname(name) === '' ? [`${name}.exe`] : [name];
  for (const folder of (process.env['PATH'] ?? '').split(path.delimiter)) {
    // "." and the like would be the folder that is open.
    if (!path.isAbsolute(folder)) continue;
    for (const candidate of names) {
      const program = executable(path.join(folder, candidate));
      if (program !== undefined) return program;
    }
  }
  return undefined;
}

function executable(file: string): string | undefined {
  try {
    fs.accessSync(file, fs.constants.X_OK);
    return fs.statSync(file).isFile() ? file : undefined;
  } catch {
    return undefined;
  }
}
