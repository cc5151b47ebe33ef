/** The files that are read: an invoice list with commas, and accounting entries with tabs. */
export type Kind = 'invoices' | 'fec';

/** What is measured: something that reads a file. */
export interface Contender {
  /** What is done once per page, such as compiling a module. Not measured. */
  start?(): Promise<void>;

  /** What precedes each reading. Not measured. */
  prepare?(bytes: Uint8Array): Promise<void>;

  /**
   * Reads the file and answers how many rows below its header it holds: 0 if it cannot read it, `null` if it looks for none.
   * Measured.
   */
  read(bytes: Uint8Array, kind: Kind): number | null | Promise<number>;

  /** Lets go of what was read. Not measured. */
  drop(): void | Promise<void>;

  /** The bytes of its WebAssembly memory, which never shrinks. */
  memoryBytes?(): number;
}
