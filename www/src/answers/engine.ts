import { engine } from '../engine/client';

/** Fetches, once nothing else happens, what the first data will need. */
export const warmUp = (): void => {
  engine.warmUp();
};

/** The version of the engine, which shows that it answers. */
export const engineVersion = (): Promise<string> => engine.version();
