//! Exact amounts: ledger units and decimals, and the rounding of published figures.

use rust_decimal::{Decimal, dec};

/// Decimal places of a ledger unit: every currency in use has at most three.
pub const UNIT_SCALE: u32 = 3;

/// Integer digits an amount may have; beyond, a total could leave the exact range.
pub const MAX_INTEGER_DIGITS: u32 = 15;

/// Decimal places kept in a published figure. Inputs are never rounded; only quotients are.
const PUBLISHED_SCALE: u32 = 10;

/// What money costs in percent a year, where nobody says.
pub const USUAL_RATE_PERCENT: Decimal = dec!(5);

/// An amount of a ledger: a whole number of thousandths of the currency unit.
///
/// # Examples
///
/// ```
/// use encours::money::Amount;
/// use rust_decimal::dec;
///
/// assert_eq!(Amount::from_units(12_340).to_decimal(), dec!(12.340));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(i64);

impl Amount {
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// `units` thousandths.
    #[must_use]
    pub const fn from_units(units: i64) -> Self {
        Self(units)
    }

    /// The number of thousandths.
    #[must_use]
    pub const fn units(self) -> i64 {
        self.0
    }

    /// The same amount as a decimal.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, UNIT_SCALE)
    }

    /// Is it below zero, as a credit note is?
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }

    /// The sum, held inside the range.
    #[must_use]
    pub const fn saturating_add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }

    /// The difference, held inside the range.
    #[must_use]
    pub const fn saturating_sub(self, other: Self) -> Self {
        Self(self.0.saturating_sub(other.0))
    }

    /// The sum, or `None` where it would leave the range.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference, or `None` where it would leave the range.
    #[must_use]
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }
}

/// A total of ledger units as a decimal. Totals beyond 28 digits saturate; a ledger that could reach them is refused
/// at import (`amount-too-large`).
#[must_use]
pub fn total(units: i128) -> Decimal {
    Decimal::try_from_i128_with_scale(units, UNIT_SCALE).unwrap_or(Decimal::MAX)
}

/// The product of two whole numbers, exactly. Nearly all are small enough for one multiplication of 64 bits, where
/// WebAssembly takes a call for 128.
///
/// # Examples
///
/// ```
/// use encours::money::product;
///
/// assert_eq!(product(-1_000, 60), -60_000);
/// assert_eq!(product(i64::MAX, i64::MIN), i128::from(i64::MAX) * i128::from(i64::MIN));
/// ```
#[must_use]
pub fn product(units: i64, times: i64) -> i128 {
    if units.unsigned_abs() >> 41 == 0 && times.unsigned_abs() >> 22 == 0 {
        (units * times).into()
    } else {
        i128::from(units) * i128::from(times)
    }
}

/// `units` with so many decimal places. Digits beyond the 28 that a decimal has are left off at the end.
#[must_use]
pub fn scaled(mut units: i128, mut scale: u32) -> Decimal {
    loop {
        match Decimal::try_from_i128_with_scale(units, scale) {
            Ok(decimal) => return decimal,
            Err(_) if scale == 0 => return if units < 0 { Decimal::MIN } else { Decimal::MAX },
            Err(_) => (units, scale) = (units / 10, scale - 1),
        }
    }
}

/// A figure as it is published: ten decimal places at most, half to even, without trailing zeros.
///
/// # Examples
///
/// ```
/// use encours::money::published;
/// use rust_decimal::dec;
///
/// assert_eq!(published(dec!(68.50)).to_string(), "68.5");
/// assert_eq!(published(dec!(200) / dec!(3)).to_string(), "66.6666666667");
/// ```
#[must_use]
pub fn published(figure: Decimal) -> Decimal {
    figure.round_dp(PUBLISHED_SCALE).normalize()
}
