import { endingWith } from '../lib/abort';
import { whenIdle } from '../lib/idle';
import type { Answer, Connection, Request } from './connection';
import type { Questions } from './pkg/encours';
import { given, read, type Input, type Progress, type Reading } from './reading';
import { watching, type Watching } from './watching';
import { Workers } from './workers';

/** The data that questions are about, and the engine of the worker that holds it, once one does. */
interface Data {
  inputs: readonly Input[];
  engine: Promise<number> | null;
}

/** Data of more bytes is not held twice, not even while the new takes the place of the old. */
const mostHeldTwice = 50_000_000;

/** The engine as the page sees it: bytes in, answers out. A worker that ends is replaced, and given its data again. */
class EngineClient {
  readonly #workers = new Workers(() => {
    this.#data = { ...this.#data, engine: null };
  });
  #data: Data = { inputs: [], engine: null };
  #reading = new AbortController();
  /** Readings come one after the other: a worker has one workbook open. */
  #readings: Promise<void> = Promise.resolve();
  #isWarm = false;

  /** The version of the engine, which shows that it answers. */
  version(): Promise<string> {
    return this.#workers.call(({ version }) => Promise.resolve(version));
  }

  /** Fetches, once nothing else happens, what the first data will need. If that fails, it is fetched when needed. */
  warmUp(): void {
    if (this.#isWarm) return;
    this.#isWarm = true;
    whenIdle(() => {
      this.#workers
        .call(async ({ service }) => given(await service.warmUp()))
        .catch(() => undefined);
    });
  }

  /** Asks about the data that was loaded last. */
  ask<Name extends keyof Questions>(name: Name, request: Request<Name>): Promise<Answer<Name>> {
    const watch = watching(new AbortController().signal);
    return this.#workers.call(
      async (connection) => {
        const engine = name === 'quick' ? 0 : await this.#engine(connection, watch);
        return connection.ask(engine, name, request);
      },
      () => {
        if (watch.input !== null) this.#forget();
        return watch.input;
      },
    );
  }

  /** Reads `inputs`; later questions are about them. Where that fails there is no data. */
  async load(inputs: readonly Input[], tell: (progress: Progress) => void): Promise<Reading> {
    this.cancel();
    const watch = watching(this.#reading.signal, tell);
    if (inputs.reduce((sum, { bytes }) => sum + bytes.size, 0) > mostHeldTwice) this.#forget();
    const before = this.#data.inputs;
    try {
      return await this.#workers.call(
        async (connection) => {
          const { engine, ...reading } = await this.#read(connection, inputs, watch);
          this.#forget();
          this.#data = { inputs, engine: Promise.resolve(engine) };
          return reading;
        },
        () => watch.input,
      );
    } catch (error) {
      if (this.#data.inputs === before) this.#forget();
      throw error;
    }
  }

  /** What another reading of `inputs` answers; the data that is kept stays. */
  beside<Name extends keyof Questions>(
    inputs: readonly Input[],
    name: Name,
    request: Request<Name>,
  ): Promise<Answer<Name>> {
    const watch = watching(this.#reading.signal);
    return this.#workers.call(
      async (connection) => {
        const { engine } = await this.#read(connection, inputs, watch);
        try {
          return await connection.ask(engine, name, request);
        } finally {
          void connection.service.close(engine);
        }
      },
      () => watch.input,
    );
  }

  /** Ends the reading under way: its `load` then fails with `reading-cancelled`. */
  cancel(): void {
    this.#reading.abort();
    this.#reading = new AbortController();
  }

  /** The engine that holds the data; a worker that has just begun is given it first. */
  #engine(connection: Connection, watch: Watching): Promise<number> {
    const data = this.#data;
    data.engine ??= this.#filled(connection, data, watch).catch((error: unknown) => {
      data.engine = null; // the next question tries again
      throw error;
    });
    return data.engine;
  }

  async #filled(connection: Connection, { inputs }: Data, watch: Watching): Promise<number> {
    if (inputs.length === 0) return given(await connection.service.open());
    return (await this.#read(connection, inputs, watch)).engine;
  }

  /** Reads inputs once no other reading is under way. */
  async #read(connection: Connection, inputs: readonly Input[], watch: Watching) {
    const before = this.#readings;
    let done = (): void => undefined;
    this.#readings = new Promise((resolve) => {
      done = resolve;
    });
    await before;
    // It ends with its worker: who reads beside that one would go on for nobody.
    const { signal, end } = endingWith(watch.signal);
    try {
      return await connection.during(read(connection.service, inputs, { ...watch, signal }));
    } finally {
      end();
      done();
    }
  }

  /** Lets go of the data. */
  #forget(): void {
    const [{ engine }, connection] = [this.#data, this.#workers.current];
    this.#data = { inputs: [], engine: null };
    void engine?.then((number) => connection?.service.close(number)).catch(() => undefined);
  }
}

export const engine = new EngineClient();
