//! How a text is cut into cells.

use serde::Serialize;

use super::source::Delimiter;

/// What holds a cell together that has delimiters or line ends in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Quote {
    /// `"`
    #[default]
    Double,
    /// `'`
    Single,
    /// Nothing: every quote is a character like others.
    None,
}

impl Quote {
    /// The byte; zero, which no text holds, where there is none.
    #[must_use]
    pub const fn byte(self) -> u8 {
        match self {
            Self::Double => b'"',
            Self::Single => b'\'',
            Self::None => 0,
        }
    }
}

/// How a text is cut into cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Dialect {
    /// What stands between two cells.
    pub delimiter: Delimiter,
    /// What holds a cell together.
    pub quote: Quote,
    /// Cells of most rows; zero where that is not known. Of two ways to cut a row the one that gives as many wins.
    pub width: usize,
}

impl From<Delimiter> for Dialect {
    fn from(delimiter: Delimiter) -> Self {
        Self { delimiter, quote: Quote::Double, width: 0 }
    }
}
