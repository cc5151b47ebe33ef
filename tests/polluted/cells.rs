//! One cell, or one row, spoiled.

use super::{Harm, Kind, Role, Table, Variant, cents};

/// What is put into a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Spoil {
    /// `#REF!`, as a broken formula leaves it.
    BrokenFormula,
    Letters,
    /// Digits, where they may mean nothing.
    Digits,
    Nothing,
    /// What the cell says, in another notation.
    OtherNotation,
    StrayQuote,
    /// A delimiter inside the text, so that the row has one cell more.
    Surplus,
}

impl Spoil {
    const ALL: [Self; 7] = [
        Self::BrokenFormula,
        Self::Letters,
        Self::Digits,
        Self::Nothing,
        Self::OtherNotation,
        Self::StrayQuote,
        Self::Surplus,
    ];

    /// The spoiled cell; `None` if it is what was there, or makes no sense.
    fn of(self, cell: &str, role: Role, delimiter: char) -> Option<String> {
        let spoiled = match self {
            Self::BrokenFormula => "#REF!".to_owned(),
            Self::Letters => "abc".to_owned(),
            Self::Digits => "99999".to_owned(),
            Self::Nothing => String::new(),
            Self::OtherNotation if role.is_amount() => cell.replace(',', "."),
            Self::OtherNotation if role.is_day() => {
                let mut parts: Vec<&str> = cell.split('/').collect();
                parts.reverse();
                parts.join("-")
            }
            Self::StrayQuote if role == Role::Customer => format!("\"{cell}"),
            Self::Surplus if role == Role::Customer => format!("{cell}{delimiter}fils"),
            Self::OtherNotation | Self::StrayQuote | Self::Surplus => return None,
        };
        (spoiled != cell).then_some(spoiled)
    }

    /// Does the column hold such a cell as a matter of course?
    const fn is_lawful(self, kind: Kind, role: Role) -> bool {
        match self {
            // An amount, or an account, like any other: nothing in the table contradicts it.
            Self::Digits => match kind {
                Kind::List | Kind::Series => role.is_amount(),
                Kind::Books => matches!(role, Role::Account),
                Kind::Aged => false,
            },
            Self::Nothing => matches!(
                role,
                Role::Number
                    | Role::Customer
                    | Role::Due
                    | Role::Settled
                    | Role::Sales
                    | Role::Receivables
                    | Role::Overdue
            ),
            _ => false,
        }
    }
}

/// Every cell of the table spoiled in each way, and every row cut short.
pub fn all(clean: &Table) -> Vec<Variant> {
    let mut variants = Vec::new();
    for (place, column) in clean.columns.iter().enumerate() {
        // Of a FEC, what says when, on which account and how much.
        if clean.kind == Kind::Books && column.role == Role::Other {
            continue;
        }
        for (row, cell) in column.cells.iter().enumerate() {
            for spoil in Spoil::ALL {
                let Some(spoiled) = spoil.of(cell, column.role, clean.delimiter) else { continue };
                let mut table = clean.clone();
                let held = table.columns.get_mut(place).and_then(|column| column.cells.get_mut(row));
                let Some(held) = held else { continue };
                *held = spoiled;
                let bound = clean.largest(row).max(table.largest(row));
                let is_lawful = spoil.is_lawful(clean.kind, column.role);
                let harm = if is_lawful { Harm::Lawful(bound) } else { Harm::Row(bound) };
                let name = format!("{spoil:?} in {} of row {}", column.heading, row + 1);
                variants.push(Variant { name, table, harm });
            }
        }
    }
    variants.extend((0..clean.rows()).flat_map(|row| (1..3).map(move |lost| (row, lost))).map(|(row, lost)| {
        let kept = clean.columns.len() - lost;
        let is_lawful = clean.columns.iter().skip(kept).all(|column| {
            let is_nothing = column.cells.get(row).is_none_or(|cell| cell.is_empty() || cents(cell) == Some(0));
            is_nothing || Spoil::Nothing.is_lawful(clean.kind, column.role)
        });
        let bound = clean.largest(row);
        let harm = if is_lawful { Harm::Lawful(bound) } else { Harm::Row(bound) };
        let table = Table { cut: Some((row, kept)), ..clean.clone() };
        Variant { name: format!("row {} without its last {lost}", row + 1), table, harm }
    }));
    variants
}
