/**
 * Chromium, Firefox and WebKit, driven alike by the commands of W3C WebDriver: over HTTP by their drivers, and in Firefox,
 * whose driver Debian does not have, by the browser itself, in the same words on a plain connection (Marionette).
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout } from 'node:timers/promises';

/** A browser with a page. */
export interface Browser {
  open: (address: string) => Promise<void>;
  /** What a function answers in the page, of which it may use everything, and nothing of the test. */
  run: <Given extends unknown[], Found>(
    script: (...given: Given) => Found,
    ...given: Given
  ) => Promise<Found>;
  /** Gives files to the file field of this test id. */
  give: (testid: string, paths: readonly string[]) => Promise<void>;
  close: () => Promise<void>;
}

/** Sends a command of WebDriver by its name, and answers its value. */
type Send = (name: CommandName, parameters: Record<string, unknown>) => Promise<unknown>;

/** What a driver is asked for, and where over HTTP. */
const addresses = {
  Navigate: () => 'url',
  ExecuteScript: () => 'execute/sync',
  FindElement: () => 'element',
  ElementSendKeys: ({ id }: Record<string, unknown>) => `element/${String(id)}/value`,
};

type CommandName = keyof typeof addresses;

/** What was started for a browser, to be ended after it, the last first. */
class Started {
  readonly #ends: (() => Promise<void> | void)[] = [];

  later(end: () => Promise<void> | void): void {
    this.#ends.unshift(end);
  }

  program(name: string, options: readonly string[], environment: Settings = {}) {
    const program = spawn(name, options, {
      env: { ...process.env, ...texts(environment) },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    program.on('error', () => undefined); // nothing answers then, which is told with the name
    const kill = () => program.kill();
    process.once('exit', kill); // a test that took too long ends nothing itself
    this.later(async () => {
      await ended(program);
      process.off('exit', kill);
    });
    return program;
  }

  directory(): string {
    const path = mkdtempSync(join(tmpdir(), 'encours-'));
    this.later(() => {
      rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    });
    return path;
  }

  async end(): Promise<void> {
    for (const end of this.#ends) await end();
  }
}

const browsers = { Chromium: chromium, Firefox: firefox, WebKit: webkit };

export type BrowserName = keyof typeof browsers;

/** Of Firefox, preferences; of WebKit, variables that it is started with. */
type Settings = Record<string, string | number | boolean>;

/** Starts a browser, in French where it can be told. */
export async function start(name: BrowserName, settings: Settings = {}): Promise<Browser> {
  const started = new Started();
  try {
    return driven(await browsers[name](started, settings), started);
  } catch (error) {
    await started.end();
    throw new Error(`${name} does not start`, { cause: error });
  }
}

async function chromium(started: Started): Promise<Send> {
  const port = await freePort();
  const driver = process.env['CHROMEDRIVER'] ?? 'chromedriver';
  started.program(driver, [`--port=${String(port)}`]).stdout.resume();
  return overHttp(port, started, {
    'goog:chromeOptions': {
      ...(process.env['CHROMIUM'] === undefined ? {} : { binary: process.env['CHROMIUM'] }),
      args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--window-size=1280,900'],
      prefs: { 'intl.accept_languages': 'fr-FR,fr' },
    },
  });
}

async function firefox(started: Started, settings: Settings): Promise<Send> {
  const port = await freePort();
  const profile = started.directory();
  const all = { 'marionette.port': port, 'intl.accept_languages': 'fr-FR, fr', ...settings };
  const lines = Object.entries(all).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const options = ['--marionette', '--headless', '--no-remote', '--profile', profile];
  started.program(process.env['FIREFOX'] ?? 'firefox-esr', options).stdout.resume();
  return overMarionette(port, started);
}

async function webkit(started: Started, settings: Settings): Promise<Send> {
  const port = await freePort();
  const screen = ['-displayfd', '1', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'];
  const display = await firstLine(started.program(process.env['XVFB'] ?? 'Xvfb', screen));
  const driver = process.env['WEBKITWEBDRIVER'] ?? 'WebKitWebDriver';
  const options = [`--port=${String(port)}`];
  started.program(driver, options, { DISPLAY: `:${display}`, ...settings }).stdout.resume();
  return overHttp(port, started, {
    browserName: 'MiniBrowser',
    strictFileInteractability: false, // the file field is behind a button
  });
}

function driven(send: Send, started: Started): Browser {
  return {
    open: async (url) => {
      await send('Navigate', { url });
    },
    run: async <Given extends unknown[], Found>(
      script: (...given: Given) => Found,
      ...args: Given
    ) => {
      const text = `return (${script.toString()}).apply(null, arguments)`;
      return (await send('ExecuteScript', { script: text, args })) as Found;
    },
    give: async (testid, paths) => {
      const field = { using: 'css selector', value: `[data-testid="${testid}"]` };
      const found = (await send('FindElement', field)) as Record<string, string>;
      const [id] = Object.values(found);
      await send('ElementSendKeys', { id, text: paths.join('\n') });
    },
    close: () => started.end(),
  };
}

async function overHttp(
  port: number,
  started: Started,
  capabilities: Record<string, unknown>,
): Promise<Send> {
  const driver = `http://127.0.0.1:${String(port)}`;
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`${driver}/${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
    });
    const { value } = (await answer.json()) as { value: unknown };
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value).slice(0, 500)}`);
    return value;
  };
  await patiently(() => call('GET', 'status'));
  const made = await call('POST', 'session', { capabilities: { alwaysMatch: capabilities } });
  const session = `session/${(made as { sessionId: string }).sessionId}`;
  started.later(() => call('DELETE', session).then(() => undefined));
  return (name, parameters) =>
    call('POST', `${session}/${addresses[name](parameters)}`, parameters);
}

async function overMarionette(port: number, started: Started): Promise<Send> {
  const socket = await patiently(() => connected(port));
  started.later(() => {
    socket.destroy();
  });
  const waiting = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (why: Error) => void }
  >();
  let sent = 0;
  let rest = Buffer.alloc(0);
  socket.on('data', (bytes: Buffer) => {
    rest = Buffer.concat([rest, bytes]);
    // A message is its length in bytes, a colon, and JSON.
    for (;;) {
      const colon = rest.indexOf(':');
      const end = colon + 1 + Number(rest.subarray(0, Math.max(colon, 0)).toString());
      if (colon < 0 || rest.length < end) return;
      const message = JSON.parse(rest.subarray(colon + 1, end).toString()) as unknown;
      rest = rest.subarray(end);
      if (!Array.isArray(message)) continue; // the greeting
      const [, id, error, value] = message as [number, number, unknown, unknown];
      const caller = waiting.get(id);
      waiting.delete(id);
      if (error === null) caller?.resolve(value);
      else caller?.reject(new Error(JSON.stringify(error).slice(0, 500)));
    }
  });
  socket.on('close', () => {
    for (const { reject } of waiting.values()) reject(new Error('the browser is gone'));
  });
  const call = (name: string, parameters: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      sent += 1;
      waiting.set(sent, { resolve, reject });
      const message = JSON.stringify([0, sent, `WebDriver:${name}`, parameters]);
      socket.write(`${String(Buffer.byteLength(message))}:${message}`);
    });
  await call('NewSession', { strictFileInteractability: false });
  return async (name, parameters) => {
    const answer = await call(name, parameters);
    return (answer as { value?: unknown } | null)?.value;
  };
}

const texts = (settings: Settings): Record<string, string> =>
  Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, String(value)]));

function connected(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.off('error', reject);
      socket.on('error', () => undefined); // it is closed then
      resolve(socket);
    });
    socket.once('error', reject);
  });
}

/** Tries until it works: a program that was started takes a while to listen. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  const until = Date.now() + 30_000;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > until) throw error;
      await setTimeout(100);
    }
  }
}

async function firstLine(program: ChildProcess): Promise<string> {
  if (program.stdout === null) throw new Error('nothing is heard of the program');
  for await (const line of createInterface(program.stdout)) return line;
  throw new Error('the program said nothing');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        resolve(port);
      });
    });
  });
}

function ended(program: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const isOver =
      program.pid === undefined || program.exitCode !== null || program.signalCode !== null;
    if (isOver) {
      resolve();
      return;
    }
    program.once('exit', () => {
      resolve();
    });
    program.kill();
  });
}
