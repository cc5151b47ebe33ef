/**
 * An open workbook: XLSX, XLSB, XLS or ODS.
 */
export class Workbook {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * The lines, from 1, of the rows of a sheet that are hidden by a filter or by hand and have something in them.
     */
    hiddenLines(index: number): Uint32Array;
    /**
     * The names of its sheets, hidden ones last.
     */
    names(): string[];
    /**
     * Opens a workbook.
     *
     * # Errors
     *
     * Throws an `EngineError` if it is none, is too large, or asks for a password.
     */
    constructor(bytes: Uint8Array | number[]);
    /**
     * A sheet as rows of tab-separated UTF-8.
     *
     * # Errors
     *
     * Throws an `EngineError` if there is no such sheet, or it is damaged or too large.
     */
    text(index: number): Uint8Array;
    /**
     * The formulas of a sheet whose results were not saved, so that their cells are empty in its text: how many there
     * are, then line and column of the first, from 1. Empty if there are none.
     */
    unsavedFormulas(index: number): Uint32Array;
    /**
     * The indices of the sheets that are read unless one is chosen.
     */
    usuallyRead(): Uint32Array;
}

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_workbook_free: (a: number, b: number) => void;
    readonly workbook_hiddenLines: (a: number, b: number) => [number, number];
    readonly workbook_names: (a: number) => [number, number];
    readonly workbook_new: (a: number, b: number) => [number, number, number];
    readonly workbook_text: (a: number, b: number) => [number, number, number, number];
    readonly workbook_unsavedFormulas: (a: number, b: number) => [number, number];
    readonly workbook_usuallyRead: (a: number) => [number, number];
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __externref_drop_slice: (a: number, b: number) => void;
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}
