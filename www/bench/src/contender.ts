/** What is measured: something that reads an invoice list. */
export interface Contender {
  /** What is done once per page, such as compiling a module. Not measured. */
  start?(): Promise<void>;

  /** What precedes each reading. Not measured. */
  prepare?(bytes: Uint8Array): Promise<void>;

  /** Reads the list and answers how many invoices it holds. Measured. */
  read(bytes: Uint8Array): number | Promise<number>;

  /** Lets go of what was read. Not measured. */
  drop(): void | Promise<void>;

  /** The bytes of its WebAssembly memory, which never shrinks. */
  memoryBytes?(): number;
}
