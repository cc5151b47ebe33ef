//! How much documents may hold. Each limit is checked before memory is taken for what it bounds.

/// Bytes of an XML file. One with a picture of the invoice in it has one or two million.
pub const XML_BYTES: usize = 64 << 20;

/// Bytes of a PDF.
pub const PDF_BYTES: usize = 100_000_000;

/// Bytes that the parts of a PDF that are looked at may inflate to together.
pub const PDF_INFLATED: usize = 256 << 20;

/// Bytes of an archive inside an archive.
pub const INNER_ARCHIVE_BYTES: usize = 100_000_000;

/// Files of an archive.
pub const FILES: usize = 200_000;

/// Times its packed size that a file of an archive may inflate to, beyond what is free.
pub const INFLATED_TIMES: usize = 200;

/// Bytes that a file of an archive may inflate to whatever its packed size.
pub const INFLATED_FREELY: usize = 4 << 20;

/// Elements inside each other; invoices have ten.
pub const DEEPEST: usize = 100;

/// Elements of a document besides those of its lines.
pub const NODES: usize = 1 << 20;

/// Findings of one kind that are named; the others are counted.
pub const NAMED: usize = 50;
