import { connect, type Connection } from './connection';
import { EngineError } from './error';
import { Ended } from './living';
import type { Input } from './reading';

/** How often a call is made before it is given up: where the engine broke, which it will do again, and where it was ended. */
const mostBreaks = 2;
const mostEnds = 6;

/** One worker after the other: what ends is replaced when it is next called. */
export class Workers {
  #starting: Promise<Connection> | null = null;
  #connection: Connection | null = null;

  /** `onEnd` is told of each worker that ends. */
  constructor(readonly onEnd: () => void) {}

  /** The worker, if there is one. */
  get current(): Connection | null {
    return this.#connection;
  }

  /** Calls a worker, and if that one ends, the next. `atFault` is the input that was read when the last one ended. */
  async call<T>(
    call: (connection: Connection) => Promise<T>,
    atFault: () => Input | null = () => null,
  ): Promise<T> {
    for (let breaks = 0, ends = 0; ;) {
      let connection: Connection | null = null;
      try {
        connection = await this.#connected();
        return await connection.during(call(connection));
      } catch (error) {
        // An engine whose memory is full broke: the next one has more room, without the data of before.
        const isFull = error instanceof EngineError && error.code === 'memory-full';
        if (error instanceof EngineError && !isFull) throw error;
        // What a broken engine holds is not to be trusted any more.
        if (connection !== null) this.#drop(connection);
        if (error instanceof Ended) ends += 1;
        else breaks += 1;
        if (breaks < mostBreaks && ends < mostEnds) continue;
        const input = atFault();
        throw isFull ? error : stopped(input);
      }
    }
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
      connection.onEnd(() => {
        this.#drop(connection);
      });
      return connection;
    } finally {
      this.#starting = null;
    }
  }

  #drop(connection: Connection): void {
    if (this.#connection === connection) {
      this.#connection = null;
      this.onEnd();
    }
    connection.close();
  }
}

/** An input that ends one worker after the other is named. */
function stopped(input: Input | null): EngineError {
  if (input === null) return new EngineError({ code: 'engine-stopped' });
  const { bytes } = input;
  return new EngineError({
    code: 'input-stops-engine',
    value: bytes instanceof File ? bytes.name : undefined,
  });
}
