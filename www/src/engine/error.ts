import type { ErrorCode as EngineCode } from './pkg/encours';

/** Every code that an error can have: those of the engine and those of the bridge to it. */
export type ErrorCode =
  | EngineCode
  | 'file-unreadable'
  | 'folder-too-large'
  | 'parquet-unreadable'
  | 'workbook-too-large'
  | 'reading-cancelled'
  | 'engine-stopped'
  | 'input-stops-engine'
  | 'memory-full'
  | 'engine-unavailable'
  | 'engine-unsupported';

/** What is known of an error besides its code. */
export interface Failure {
  code: ErrorCode;
  /** The lever at fault, by its place in the request. */
  lever?: string | undefined;
  field?: string | undefined;
  value?: string | undefined;
  least?: string | undefined;
  most?: string | undefined;
}

/** Why a call to the engine gave no answer. */
export class EngineError extends Error {
  readonly code: ErrorCode;
  readonly lever: string | undefined;
  readonly field: string | undefined;
  readonly value: string | undefined;
  readonly least: string | undefined;
  readonly most: string | undefined;

  constructor(failure: Failure) {
    super(failure.code);
    this.name = 'EngineError';
    this.code = failure.code;
    this.lever = failure.lever;
    this.field = failure.field;
    this.value = failure.value;
    this.least = failure.least;
    this.most = failure.most;
  }
}

/** The same as an `EngineError`, whatever was thrown. */
export function asEngineError(thrown: unknown): EngineError {
  return thrown instanceof EngineError ? thrown : new EngineError({ code: 'engine-stopped' });
}
