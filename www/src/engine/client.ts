import { whenIdle } from '../lib/idle';
import { connect, Ended, type Connection } from './connection';
import { asEngineError, EngineError } from './error';
import type { Question, Questions } from './pkg/encours';
import { given, read, type Input, type Progress, type Reading, type Watch } from './reading';

/** The data that questions are about, and the engine of the worker that holds it, once one does. */
interface Data {
  inputs: readonly Input[];
  engine: Promise<number> | null;
}

type Request<Name extends keyof Questions> = Questions[Name]['request'];
type Answer<Name extends keyof Questions> = Questions[Name]['answer'];

/** How often a call is made before it is given up: where the engine broke, which it will do again, and where it was ended. */
const mostBreaks = 2;
const mostEnds = 6;

/** The engine as the page sees it: bytes in, answers out. A worker that ends is replaced, and given its data again. */
class EngineClient {
  #starting: Promise<Connection> | null = null;
  #connection: Connection | null = null;
  #data: Data = { inputs: [], engine: null };
  #reading = new AbortController();
  /** The input that is being read, or was when the worker broke. */
  #input: Input | null = null;
  #isWarm = false;

  /** The version of the engine, which shows that it answers. */
  version(): Promise<string> {
    return this.#call(({ version }) => Promise.resolve(version));
  }

  /** Fetches, once nothing else happens, what the first data will need. If that fails, it is fetched when needed. */
  warmUp(): void {
    if (this.#isWarm) return;
    this.#isWarm = true;
    whenIdle(() => {
      this.#call(async ({ service }) => given(await service.warmUp())).catch(() => undefined);
    });
  }

  /** Asks about the data that was loaded last. */
  ask<Name extends keyof Questions>(name: Name, request: Request<Name>): Promise<Answer<Name>> {
    return this.#call(async (connection) => {
      const engine = name === 'quick' ? 0 : await this.#engine(connection);
      return answerOf(connection, engine, name, request);
    });
  }

  /** Reads `inputs`; later questions are about them. What was loaded before stays until they are read. */
  async load(inputs: readonly Input[], tell: (progress: Progress) => void): Promise<Reading> {
    this.cancel();
    const watch = this.#watch(this.#reading.signal, tell);
    try {
      return await this.#call(async (connection) => {
        const { engine, ...reading } = await read(connection.service, inputs, watch);
        const before = this.#data.engine;
        this.#data = { inputs, engine: Promise.resolve(engine) };
        void before?.then((old) => connection.service.close(old)).catch(() => undefined);
        return reading;
      });
    } catch (error) {
      // Whatever it is, it is not given to an engine again by itself.
      if (asEngineError(error).code !== 'reading-cancelled') this.#forget();
      throw error;
    }
  }

  /** What another reading of `inputs` answers; the data that is kept stays. */
  beside<Name extends keyof Questions>(
    inputs: readonly Input[],
    name: Name,
    request: Request<Name>,
  ): Promise<Answer<Name>> {
    const watch = this.#watch(this.#reading.signal);
    return this.#call(async (connection) => {
      const { engine } = await read(connection.service, inputs, watch);
      const answer = await answerOf(connection, engine, name, request);
      void connection.service.close(engine);
      return answer;
    });
  }

  /** Ends the reading under way: its `load` then fails with `reading-cancelled`. */
  cancel(): void {
    this.#reading.abort();
    this.#reading = new AbortController();
  }

  /** The engine that holds the data; a worker that has just begun is given it first. */
  #engine({ service }: Connection): Promise<number> {
    const data = this.#data;
    data.engine ??= this.#filled(service, data.inputs).catch((error: unknown) => {
      data.engine = null; // the next question tries again
      throw error;
    });
    return data.engine;
  }

  async #filled(service: Connection['service'], inputs: readonly Input[]): Promise<number> {
    if (inputs.length === 0) return given(await service.open());
    const watch = this.#watch(new AbortController().signal);
    return (await read(service, inputs, watch)).engine;
  }

  #watch(signal: AbortSignal, tell: Watch['tell'] = () => undefined): Watch {
    const at = (input: Input | null) => {
      this.#input = input;
    };
    return { signal, tell, at };
  }

  /** Calls a worker, and if that one ends, the next. */
  async #call<T>(call: (connection: Connection) => Promise<T>): Promise<T> {
    for (let breaks = 0, ends = 0; ;) {
      const connection = await this.#connected();
      try {
        return await Promise.race([call(connection), connection.end]);
      } catch (error) {
        if (error instanceof EngineError) throw error;
        // What a broken engine holds is not to be trusted any more.
        this.#drop(connection);
        if (error instanceof Ended) ends += 1;
        else breaks += 1;
        if (breaks >= mostBreaks || ends >= mostEnds) throw this.#gaveUp();
      }
    }
  }

  /** An input that ends one worker after the other is set aside, and named. */
  #gaveUp(): EngineError {
    if (this.#input === null) return new EngineError({ code: 'engine-stopped' });
    const { bytes } = this.#input;
    this.#forget();
    const value = bytes instanceof File ? bytes.name : undefined;
    return new EngineError({ code: 'input-stops-engine', value });
  }

  #forget(): void {
    this.#input = null;
    this.#data = { inputs: [], engine: null };
  }

  #connected(): Promise<Connection> {
    if (this.#connection !== null) return Promise.resolve(this.#connection);
    return (this.#starting ??= this.#started());
  }

  async #started(): Promise<Connection> {
    try {
      const connection = await connect();
      this.#connection = connection;
      // Between two calls too: the next one then starts on a new worker at once.
      connection.end.catch(() => {
        this.#drop(connection);
      });
      return connection;
    } finally {
      this.#starting = null;
    }
  }

  #drop(connection: Connection): void {
    connection.close();
    if (this.#connection !== connection) return; // another one took its place already
    this.#connection = null;
    this.#data = { ...this.#data, engine: null };
  }
}

async function answerOf<Name extends keyof Questions>(
  { service }: Connection,
  engine: number,
  name: Name,
  request: Request<Name>,
): Promise<Answer<Name>> {
  // That the answer is one to this question is what the type of `Questions` says.
  const question = { [name]: request } as unknown as Question;
  return given(await service.ask(engine, question)) as Answer<Name>;
}

export const engine = new EngineClient();
