import * as vscode from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  DidChangeConfigurationNotification,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  type Location,
  type Position,
  RevealOutputChannelOn,
  Trace,
} from 'vscode-languageclient/node';

import { messages } from './messages';
import { findServer } from './server';
import { explicitSettings, lookUp, SECTION } from './settings';

const LANGUAGES = ['plaintext', 'markdown', 'html', 'latex', 'typst', 'asciidoc'];
/** A server that stops more often than this within RESTART_SPAN_MS is left stopped. */
const RESTARTS = 4;
const RESTART_SPAN_MS = 3 * 60_000;

let controller: Controller | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel('Viendan', { log: true });
  controller = new Controller(context.extension, output);
  const { restart, settingsChanged, watcher } = controller;
  context.subscriptions.push(
    output,
    watcher,
    vscode.commands.registerCommand('viendan.restartServer', restart),
    vscode.commands.registerCommand('viendan.showOutput', () => output.show()),
    vscode.workspace.onDidChangeConfiguration(settingsChanged),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  await controller?.stop();
}

/** Holds the one client of this window and exchanges it on restart. */
class Controller {
  readonly watcher = vscode.workspace.createFileSystemWatcher('**/viendan.toml');
  private client: LanguageClient | undefined;
  /** Starts and stops run one after the other, however fast commands and settings come. */
  private queue: Promise<void> = Promise.resolve();

  constructor(
    private readonly extension: vscode.Extension<unknown>,
    private readonly output: vscode.LogOutputChannel,
  ) {}

  readonly restart = (): Promise<void> =>
    this.enqueue(async () => {
      await this.end();
      await this.start();
    });

  readonly stop = (): Promise<void> => this.enqueue(() => this.end());

  readonly settingsChanged = (event: vscode.ConfigurationChangeEvent): void => {
    if (event.affectsConfiguration(`${SECTION}.server`)) {
      void this.restart();
    } else if (event.affectsConfiguration(SECTION)) {
      void this.enqueue(async () => {
        await this.sendSettings();
        await this.applyTrace();
      });
    }
  };

  private enqueue(task: () => Promise<void>): Promise<void> {
    this.queue = this.queue.then(task).catch((error: unknown) => this.output.error(String(error)));
    return this.queue;
  }

  private async start(): Promise<void> {
    const server = findServer(this.extension);
    if (!server.found) {
      const { missing, notThere } = messages();
      // Not awaited: the message stays until the user answers.
      void this.complain(server.configured === undefined ? missing : notThere(server.configured));
      return;
    }
    const { command, args } = server;
    this.output.info(`server: ${[command, ...args].join(' ')} (from ${server.from})`);
    const client = new Client(SECTION, 'Viendan', { command, args }, this.options(command));
    this.client = client;
    try {
      await client.start();
      await this.applyTrace();
    } catch (error) {
      this.output.error(String(error));
      if (this.client === client) this.client = undefined;
      void this.complain(messages().failed(command));
    }
  }

  private async end(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (client === undefined) return;
    try {
      await client.dispose();
    } catch (error) {
      // A server that is gone already cannot be asked to stop.
      this.output.warn(String(error));
    }
  }

  private options(command: string): LanguageClientOptions {
    let started = false;
    const stops: number[] = [];
    return {
      documentSelector: LANGUAGES.flatMap((language) =>
        ['file', 'untitled'].map((scheme) => ({ scheme, language })),
      ),
      initializationOptions: () => explicitSettings(this.extension),
      synchronize: { fileEvents: this.watcher },
      outputChannel: this.output,
      traceOutputChannel: alwaysWritten(this.output),
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      initializationFailedHandler: () => false,
      errorHandler: {
        error: () => ({ action: ErrorAction.Continue, handled: true }),
        closed: (): CloseHandlerResult => {
          started ||= this.client?.initializeResult !== undefined;
          // A server that never answered would fail the same way again: start() says so.
          if (!started) return { action: CloseAction.DoNotRestart, handled: true };
          const now = Date.now();
          stops.push(now);
          while (now - (stops[0] ?? now) > RESTART_SPAN_MS) stops.shift();
          if (stops.length <= RESTARTS) return { action: CloseAction.Restart, handled: true };
          this.output.error(`${command} stopped ${stops.length} times`);
          void this.complain(messages().stopped, true);
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
      middleware: {
        executeCommand: (command, args, next) => this.execute(command, args, next),
        workspace: {
          configuration: (params) =>
            params.items.map((item) => {
              const scope = item.scopeUri == null ? undefined : vscode.Uri.parse(item.scopeUri);
              return lookUp(explicitSettings(this.extension, scope), item.section ?? SECTION);
            }),
          // Where the server registers for changes itself: the same settings, defaults left out.
          didChangeConfiguration: () => this.sendSettings(),
        },
      },
    };
  }

  /** Commands of the server whose result VS Code has a view for. */
  private async execute(
    command: string,
    args: unknown[],
    next: (command: string, args: unknown[]) => vscode.ProviderResult<unknown>,
  ): Promise<unknown> {
    const client = this.client;
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
    if (command === 'viendan.citations') {
      const active = vscode.window.activeTextEditor?.document.uri;
      if (args.length === 0 && active === undefined) return undefined;
      const text = await next(command, args.length > 0 ? args : [client?.code2ProtocolConverter.asUri(active as vscode.Uri)]);
      if (typeof text !== 'string') return text;
      const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
      return vscode.window.showTextDocument(document, { preview: true });
    }
    return next(command, args);
  }

  private async sendSettings(): Promise<void> {
    if (!this.client?.isRunning()) return;
    const settings = { [SECTION]: explicitSettings(this.extension) };
    await this.client.sendNotification(DidChangeConfigurationNotification.type, { settings });
  }

  private async applyTrace(): Promise<void> {
    const trace = vscode.workspace.getConfiguration(SECTION).get<string>('trace', 'off');
    await this.client?.setTrace(Trace.fromString(trace));
  }

  private async complain(text: string, restartable = false): Promise<void> {
    this.output.error(text);
    const { openSettings, showOutput, restart } = messages();
    const answer = await vscode.window.showErrorMessage(text, restartable ? restart : openSettings, showOutput);
    if (answer === openSettings) {
      await vscode.commands.executeCommand('workbench.action.openSettings', 'viendan.server');
    } else if (answer === showOutput) {
      this.output.show();
    } else if (answer === restart) {
      await this.restart();
    }
  }
}

/** A client whose errors go to the output alone: what the user must know, the controller says, with a way out. */
class Client extends LanguageClient {
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }
}

/**
 * The client writes its trace at level "trace", which an output channel shows only after the user
 * has raised its level too. `viendan.trace` alone should do.
 */
function alwaysWritten(output: vscode.LogOutputChannel): vscode.LogOutputChannel {
  return Object.create(output, {
    trace: { value: (text: string) => output.info(text) },
  }) as vscode.LogOutputChannel;
}
