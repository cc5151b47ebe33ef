//! How much a workbook may hold. Each limit is checked before memory is taken for what it bounds, whatever the headers
//! of the file declare.

/// Bytes of the file.
pub const FILE_BYTES: usize = 100_000_000;

/// Rows of a sheet, as spreadsheets have them.
pub const ROWS: u32 = 1_048_576;

/// Columns of a sheet, as spreadsheets have them.
pub const COLUMNS: u32 = 16_384;

/// Sheets of a workbook.
pub const SHEETS: usize = 1_000;

/// Cells of a sheet with something in them: thirty columns of the longest sheet.
pub const CELLS: u32 = 1 << 25;

/// Bytes of the text of a sheet, together with the strings that its cells share with those of other sheets.
pub const TEXT_BYTES: usize = 256 << 20;

/// Bytes of the text of a cell: a row of the importer holds no more.
pub const CELL_BYTES: usize = 1 << 20;

/// Files in a ZIP archive, and lists inside of them that no workbook has as long.
pub const PARTS: usize = 1 << 16;

/// Bytes of all parts of a ZIP archive once inflated.
pub const INFLATED_BYTES: u64 = 2 << 30;

/// Bytes that parts may inflate to whatever the size of the file; beyond, no more than [`INFLATED_TIMES`] its size.
pub const INFLATED_FREELY: u64 = 64 << 20;

/// How many times its size a file may inflate to. Sheets inflate five to twenty times.
pub const INFLATED_TIMES: u64 = 100;

/// Bytes of one piece of XML: a tag, a comment, the text between two tags.
pub const PIECE_BYTES: usize = 2 << 20;
