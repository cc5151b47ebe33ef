//! The charts of accounts that general ledgers are kept in.

use macro_rules_attribute::apply;

/// A chart of accounts. Only the French one, and those that number customers, suppliers, tax and sales as it does, is
/// read.
#[apply(answer!)]
#[derive(Copy, Default)]
pub enum Chart {
    /// Customers on 411, suppliers on 401, VAT on 4457, sales on 70.
    #[default]
    French,
    /// Customers on 400, suppliers on 440, VAT on 451, sales on 70.
    Belgian,
    /// Customers on 4011, suppliers on 4411, VAT on 4614, sales on 70.
    Luxembourgish,
    /// Customers on 3421, suppliers on 4411, sales on 71.
    Moroccan,
    /// Customers on 1100, suppliers on 2000, sales on 3.
    Swiss,
    /// Customers on 1400 or 1200, as in SKR03 and SKR04.
    German,
    /// Customers on 430, suppliers on 400, VAT on 477, sales on 70.
    Spanish,
    /// Another one, or one that cannot be named.
    Unknown,
}

impl Chart {
    /// The country it belongs to, by its code; empty where it has no name.
    #[must_use]
    pub const fn country(self) -> &'static str {
        match self {
            Self::French => "FR",
            Self::Belgian => "BE",
            Self::Luxembourgish => "LU",
            Self::Moroccan => "MA",
            Self::Swiss => "CH",
            Self::German => "DE",
            Self::Spanish => "ES",
            Self::Unknown => "",
        }
    }
}
