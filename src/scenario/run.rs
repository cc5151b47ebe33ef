//! What one run of the levers gives, by whichever model.

use rust_decimal::Decimal;

use crate::money::published;

/// What the levers release and what they are applied to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Run {
    /// Receivables that are no longer there at the as-of date.
    pub closing: Decimal,
    /// Receivables released at the opening of the window, where its receivables are known.
    pub opening: Option<Decimal>,
    /// Receivables released on average: mean of the days of the window.
    pub average: Decimal,
    /// At the as-of date and on average: what deposits release of it.
    pub deposits: Balance,
    /// At the as-of date and on average: what factors have lent on receivables that stay.
    pub financed: Balance,
    /// Days of that mean.
    pub days: u32,
    /// By lever, in the order of the request.
    pub by_lever: Vec<LeverSums>,
}

impl Run {
    /// Adds a part of another that stands for what was paid by the as-of date: it counts before, not at it.
    pub fn add_paid(&mut self, other: &Self, part: Decimal) {
        self.average += other.average * part;
        self.opening = self.opening.map(|opening| opening + published(other.opening.unwrap_or_default() * part));
        self.deposits.average += other.deposits.average * part;
        self.financed.average += other.financed.average * part;
        for (sums, more) in self.by_lever.iter_mut().zip(&other.by_lever) {
            sums.sales += more.sales * part;
            sums.moved += more.moved * part;
            sums.charged += more.charged * part;
            sums.undisputed += more.undisputed * part;
            sums.earlier += more.earlier * part;
            sums.earlier_days += more.earlier_days * part;
            sums.anyway += more.anyway * part;
            sums.advanced += more.advanced * part;
        }
    }
}

/// An amount at the as-of date, and on average over the days of the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Balance {
    /// At the date.
    pub closing: Decimal,
    /// On average.
    pub average: Decimal,
}

impl Balance {
    /// Adds a part of another.
    pub fn add(&mut self, other: Self, part: Decimal) {
        self.closing += other.closing * part;
        self.average += other.average * part;
    }

    /// The sum of both.
    #[must_use]
    pub fn plus(self, other: Self) -> Self {
        Self { closing: self.closing + other.closing, average: self.average + other.average }
    }
}

/// What a lever is applied to in the window.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LeverSums {
    /// Sales in its scope.
    pub sales: Decimal,
    /// Sales whose payment it moves; all of them for what moves none.
    pub moved: Decimal,
    /// Settled invoices of the window whose payment it moves, where there are invoices.
    pub moved_invoices: u64,
    /// Sales that it is paid for: of a factor those sold, of an insurance those insured, of a deposit what is paid in advance,
    /// of credit limits those that stop.
    pub charged: Decimal,
    /// Of them, those that are not in dispute.
    pub undisputed: Decimal,
    /// Sales that take the discount and are paid earlier for it.
    pub earlier: Decimal,
    /// The same, each times the days it is paid earlier.
    pub earlier_days: Decimal,
    /// Sales that are paid by its day anyway.
    pub anyway: Decimal,
    /// Advances of the factor, mean of the days.
    pub advanced: Decimal,
}

/// Receivables at one date: what is in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct States {
    /// All of it.
    pub receivables: Decimal,
    /// Overdue.
    pub overdue: Decimal,
    /// In dispute.
    pub disputed: Decimal,
    /// Both.
    pub disputed_overdue: Decimal,
    /// Overdue today, whatever the due dates under the levers.
    pub overdue_today: Decimal,
}

impl States {
    /// Each rounded.
    #[must_use]
    pub fn rounded(self, round: impl Fn(Decimal) -> Decimal) -> Self {
        Self {
            receivables: round(self.receivables),
            overdue: round(self.overdue),
            disputed: round(self.disputed),
            disputed_overdue: round(self.disputed_overdue),
            overdue_today: round(self.overdue_today),
        }
    }
}

/// Everything the levers release, month by month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Released {
    /// At every month-end of the history; `None` where the history before it is too short to say.
    pub by_month: Vec<Option<Decimal>>,
    /// At the as-of date, by state.
    pub closing: States,
}
