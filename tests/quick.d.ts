/**
 * The version of the engine, as in `Cargo.toml`.
 */
export function engineVersion(): string;

/**
 * The accounting DSO of three typed numbers.
 *
 * # Errors
 *
 * Throws an `EngineError` that names the field.
 */
export function quick(request: QuickRequest): QuickAnswer;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly engineVersion: () => [number, number];
    readonly quick: (a: any) => [number, number, number];
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}
