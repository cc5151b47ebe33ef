//! A dataset cut to a part of itself.

use chrono::NaiveDate;

use super::history::KeptMonths;
use super::{Data, Dataset};
use crate::cut::Cut;
use crate::error::Error;

impl Dataset {
    /// The part of it that `cut` says, to be asked with an `At` of the same cut.
    ///
    /// # Errors
    ///
    /// [`Error::UnknownSegment`] for a segment, or a value of one, that the data does not have.
    pub fn cut(&self, cut: &Cut, as_of: Option<NaiveDate>) -> Result<Self, Error> {
        let data = match &self.data {
            Data::Ledger(ledger) => Data::Ledger(ledger.cut(cut, as_of)?),
            Data::Issued(ledger) => Data::Issued(ledger.cut(cut, as_of)?),
            Data::AgedBalance(balance) => Data::AgedBalance(balance.cut(cut)?),
            // Neither has segments; the customers of a FEC are taken together where its invoices are given.
            Data::Fec(_) | Data::Series(_) if cut.segment.is_some() || cut.customers_by.is_some() => {
                return Err(Error::UnknownSegment);
            }
            data => data.clone(),
        };
        let Self { source, files, issues, .. } = self;
        // Nobody knows for which part of it was bought or sold, and neither is converted.
        let is_whole = cut.segment.is_none() && cut.rates.is_none();
        let (purchases, sold) = (self.purchases.clone().filter(|_| is_whole), self.sold.clone().filter(|_| is_whole));
        let (source, files, issues) = (source.clone(), files.clone(), issues.clone());
        Ok(Self {
            data,
            purchases,
            sold,
            cut: cut.clone(),
            source,
            files,
            issues,
            months: KeptMonths::default(),
            bought: KeptMonths::default(),
        })
    }
}
