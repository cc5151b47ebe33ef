/**
 * What a user chose instead of what was found.
 */
export interface Choices {
    /**
     * The companies whose sales these are, by SIREN, other identifier or name; none for those that are found.
     */
    companies?: string[];
    /**
     * Do credit notes of negative sums raise what is owed, rather than reduce it?
     */
    negativeCreditsRaise?: boolean;
}

/**
 * Documents as their files come in, and what they come to.
 */
export class Documents {
    free(): void;
    [Symbol.dispose](): void;
    /**
     * As [`Reader::archive`]; answers where the directory starts, if its bytes are not among those given.
     */
    archive(name: string, tail: Uint8Array | number[], base: number): number | undefined;
    /**
     * Reads a file, whole, and answers how many were read.
     */
    file(name: string, bytes: Uint8Array | number[]): number;
    /**
     * Ends the archive, and answers how many files were read.
     */
    finish(): number;
    /**
     * Puts together what was read, and answers what goes with the list.
     *
     * # Errors
     *
     * Throws an `EngineError` if `choices` are not what their type says.
     */
    gather(choices: Choices): DocumentFacts;
    /**
     * The messages about none of the invoices as a list of statuses; empty if there are none.
     */
    messages(): Uint8Array;
    /**
     * No documents yet.
     */
    constructor();
    /**
     * What goes with the list of purchases.
     *
     * # Errors
     *
     * Never throws: what it answers can be written.
     */
    purchaseFacts(): DocumentFacts;
    /**
     * The list of purchases.
     */
    purchases(): Uint8Array;
    /**
     * Reads the next bytes of the archive, and answers how many files were read.
     */
    push(bytes: Uint8Array | number[]): number;
    /**
     * The list of sales, as text; empty if there are none.
     */
    sales(): Uint8Array;
    /**
     * The names of the tables that lie beside the documents.
     */
    tableNames(): string[];
    /**
     * The bytes of one of them.
     */
    table(place: number): Uint8Array;
}

export interface InitOutput {
    readonly memory: WebAssembly.Memory;
    readonly __wbg_documents_free: (a: number, b: number) => void;
    readonly documents_archive: (a: number, b: number, c: number, d: number, e: number, f: number) => number;
    readonly documents_file: (a: number, b: number, c: number, d: number, e: number) => number;
    readonly documents_finish: (a: number) => number;
    readonly documents_gather: (a: number, b: any) => [number, number, number];
    readonly documents_messages: (a: number) => [number, number];
    readonly documents_new: () => number;
    readonly documents_purchaseFacts: (a: number) => [number, number, number];
    readonly documents_purchases: (a: number) => [number, number];
    readonly documents_push: (a: number, b: number, c: number) => number;
    readonly documents_sales: (a: number) => [number, number];
    readonly documents_table: (a: number, b: number) => [number, number];
    readonly documents_tableNames: (a: number) => [number, number];
    readonly __wbindgen_malloc: (a: number, b: number) => number;
    readonly __wbindgen_realloc: (a: number, b: number, c: number, d: number) => number;
    readonly __wbindgen_free: (a: number, b: number, c: number) => void;
    readonly __wbindgen_exn_store: (a: number) => void;
    readonly __externref_table_alloc: () => number;
    readonly __wbindgen_externrefs: WebAssembly.Table;
    readonly __externref_table_dealloc: (a: number) => void;
    readonly __externref_drop_slice: (a: number, b: number) => void;
    readonly __wbindgen_start: () => void;
}
