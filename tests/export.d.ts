/**
 * A cell.
 */
export interface CellToWrite {
    /**
     * What it holds.
     */
    value: ValueToWrite;
    /**
     * What it is in its table.
     */
    look: Look;
    /**
     * How a number is shown, in the notation of spreadsheets, such as `#,##0.00`; `null` for text.
     */
    format: string | null;
}

/**
 * A formula of other cells.
 */
export interface FormulaToWrite {
    /**
     * With English names and commas, as files have them.
     */
    formula: string;
    /**
     * The figure as the engine computed it: what is shown until a spreadsheet computes it again.
     */
    result: Decimal;
}

/**
 * A sheet.
 */
export interface SheetToWrite {
    /**
     * Its name: 1 to 31 characters, none of `[ ] : * ? / \`.
     */
    name: string;
    /**
     * How wide its columns are, in characters.
     */
    widths: number[];
    /**
     * Rows at the top that stay when it is scrolled.
     */
    frozenRows: number;
    /**
     * Its rows; a cell that is missing stays empty.
     */
    rows: (CellToWrite | null)[][];
}

/**
 * A workbook.
 */
export interface BookToWrite {
    /**
     * The date of its figures, which the file has for that of its making: the same figures are the same bytes.
     */
    asOf: NaiveDate;
    /**
     * Its sheets, in order.
     */
    sheets: SheetToWrite[];
}

/**
 * What a cell holds.
 */
export type ValueToWrite = { text: string } | { number: Decimal } | { date: NaiveDate } | { formula: FormulaToWrite };

/**
 * What a cell is in its table.
 */
export type Look = "title" | "section" | "head" | "numberHead" | "plain" | "input" | "strong" | "note";

/**
 * The bytes of an XLSX file.
 *
 * # Errors
 *
 * Throws an `EngineError` for what no spreadsheet opens.
 */
export function writeWorkbook(book: BookToWrite): Uint8Array;

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly writeWorkbook: (a: any) => [number, number, number, number];
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __wbindgen_start: () => void;
}
