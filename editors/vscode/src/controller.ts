import * as vscode from 'vscode';
import {
  CloseAction,
  type CloseHandlerResult,
  DidChangeConfigurationNotification,
  ErrorAction,
  LanguageClient,
  type LanguageClientOptions,
  RevealOutputChannelOn,
  State,
  Trace,
} from 'vscode-languageclient/node';

import { execute } from './commands';
import { withoutBlank } from './completion';
import { messages } from './messages';
import { findServer } from './server';
import { explicitSettings, lacksOf, languages, lookUp, SECTION, type Settings } from './settings';

/** A server that stops more often than this within RESTART_SPAN_MS is left stopped. */
const RESTARTS = 4;
const RESTART_SPAN_MS = 3 * 60_000;

export type ServerState = 'starting' | 'running' | 'stopped';

/** Holds the one client of this window and exchanges it on restart. */
export class Controller implements vscode.Disposable {
  private client: LanguageClient | undefined;
  /** The settings that the server was started with. */
  private initial: Settings = {};
  /** Starts and stops run one after the other, however fast commands and settings come. */
  private queue: Promise<void> = Promise.resolve();
  private readonly watcher = vscode.workspace.createFileSystemWatcher('**/viendan.toml');
  private readonly stateChanged = new vscode.EventEmitter<void>();
  private readonly settings: vscode.Disposable;
  readonly onDidChangeState = this.stateChanged.event;
  private readonly checked = new vscode.EventEmitter<void>();
  /** The server has told what it finds in a document. It may be what it told before: other answers need not be (settings). */
  readonly onDidCheck = this.checked.event;

  constructor(
    private readonly extension: vscode.Extension<unknown>,
    private readonly output: vscode.LogOutputChannel,
  ) {
    this.settings = vscode.workspace.onDidChangeConfiguration((event) => this.settingsChanged(event));
  }

  get state(): ServerState {
    switch (this.client?.state) {
      case State.Running:
        return 'running';
      case State.Starting:
        return 'starting';
      default:
        return 'stopped';
    }
  }

  /** The client, while its server can be asked. */
  get running(): LanguageClient | undefined {
    return this.state === 'running' ? this.client : undefined;
  }

  readonly restart = (): Promise<void> =>
    this.enqueue(async () => {
      await this.end();
      await this.start();
    });

  readonly stop = (): Promise<void> => this.enqueue(() => this.end());

  dispose(): void {
    for (const part of [this.watcher, this.stateChanged, this.checked, this.settings]) part.dispose();
  }

  private settingsChanged(event: vscode.ConfigurationChangeEvent): void {
    if (event.affectsConfiguration(`${SECTION}.server`)) {
      void this.restart();
    } else if (event.affectsConfiguration(SECTION)) {
      void this.enqueue(async () => {
        if (lacksOf(explicitSettings(this.extension), this.initial)) {
          // What the server was started with lies under what it is told later: only a start takes it back.
          await this.end();
          await this.start();
          return;
        }
        await this.sendSettings();
        await this.applyTrace();
      });
    }
  }

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
    client.onDidChangeState(() => this.stateChanged.fire());
    this.client = client;
    try {
      await client.start();
      await this.applyTrace();
    } catch (error) {
      this.output.error(String(error));
      if (this.client === client) this.client = undefined;
      void this.complain(messages().failed(command));
    }
    this.stateChanged.fire();
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
    this.stateChanged.fire();
  }

  private options(command: string): LanguageClientOptions {
    let started = false;
    const stops: number[] = [];
    return {
      documentSelector: languages().flatMap((language) => ['file', 'untitled'].map((scheme) => ({ scheme, language }))),
      initializationOptions: () => (this.initial = explicitSettings(this.extension)),
      synchronize: { fileEvents: this.watcher },
      outputChannel: this.output,
      traceOutputChannel: alwaysWritten(this.output),
      revealOutputChannelOn: RevealOutputChannelOn.Never,
      connectionOptions: { messageStrategy: withoutBlank },
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
          if (stops.length <= RESTARTS) {
            void this.noticeRestart();
            return { action: CloseAction.Restart, handled: true };
          }
          this.output.error(`${command} stopped ${stops.length} times`);
          void this.complain(messages().stopped, true);
          return { action: CloseAction.DoNotRestart, handled: true };
        },
      },
      middleware: {
        provideDiagnostics: async (document, previous, token, next) => {
          const report = await next(document, previous, token);
          this.checked.fire();
          return report;
        },
        executeCommand: (name, args, next) => execute(this.client, name, args, next),
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

  private async sendSettings(): Promise<void> {
    if (!this.client?.isRunning()) return;
    const settings = { [SECTION]: explicitSettings(this.extension) };
    await this.client.sendNotification(DidChangeConfigurationNotification.type, { settings });
  }

  private async applyTrace(): Promise<void> {
    const trace = vscode.workspace.getConfiguration(SECTION).get<string>('trace', 'off');
    await this.client?.setTrace(Trace.fromString(trace));
  }

  /** Says that the server stopped of its own accord, once another one answers in its place. */
  private async noticeRestart(): Promise<void> {
    this.output.warn('the server stopped');
    await new Promise<void>((resolve) => {
      const waiting = this.onDidChangeState(() => {
        if (this.state !== 'running') return;
        waiting.dispose();
        resolve();
      });
    });
    const { restarted, showOutput } = messages();
    const answer = await vscode.window.showWarningMessage(restarted, showOutput);
    if (answer === showOutput) this.output.show();
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
