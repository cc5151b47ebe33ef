/// <reference lib="esnext.disposable" />
import type { ErrorCode, ImportOptions, Loaded, Questions } from './wasm/encours.js';

export type * from './wasm/encours.js';

/** What cannot be answered or read; its code stays the same between versions. */
export interface EngineError extends Error {
  readonly code: ErrorCode | 'workbook-too-large';
}

/** The bytes of a file, or a text. */
export type Bytes = string | Uint8Array | ArrayBuffer;

/** A file by its bytes, or a text; a name helps to tell electronic invoices apart. */
export type File = Bytes | { name?: string; bytes: Bytes };

/** Files that were read together, and the questions about them. */
export interface Session {
  /** What was understood, and what is doubtful; `null` without files. */
  readonly loaded: Loaded | null;
  /** The answer to a question by its name. Throws an `EngineError`, with its `code`, if it cannot be answered. */
  ask<Name extends keyof Questions>(
    name: Name,
    request?: Partial<Questions[Name]['request']>,
  ): Questions[Name]['answer'];
  /** Gives the memory back; the session can be asked no more. */
  free(): void;
}

/**
 * Reads files that belong together: texts, workbooks and electronic invoices, told by their bytes.
 * Without files it answers the questions about what is typed into them.
 */
export function read(files?: readonly File[], options?: Partial<ImportOptions>): Promise<Session>;
