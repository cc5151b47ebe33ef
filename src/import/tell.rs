//! What was understood of a table, as findings and as what is shown.

use rust_decimal::Decimal;

use super::source::{
    BlockRead, DoubtRead, ProofRead, RelationKind, RelationRead, RoleRead, RowCounts, SheetFacts, SourceReading,
    SpokenForBy, TotalRead, Trust, UnusedColumn,
};
use super::totals::Totals;
use super::understanding::{Because, Doubt, Found, Relation, Split, Table};
use crate::issue::{Issue, IssueCode, Issues, Severity};
use crate::money::{self, Amount, published};

/// Findings on what is doubtful about the reading of a table.
pub fn doubts(table: &Table, issues: &mut Issues) {
    if table.heading_lines.is_empty() {
        issues.push(Issue::new(IssueCode::NoHeader));
    }
    for doubt in &table.doubts {
        let mut issue = Issue::new(doubt.what);
        if let Some(column) = doubt.column {
            issue = issue.in_column(column);
        }
        if let Some(instead) = instead(table, doubt) {
            let column = doubt.column.map_or("", |column| table.heading(column));
            issue = issue.reading(&if column.is_empty() { instead } else { format!("{column} / {instead}") });
        }
        if let Some((_, other)) = doubt.sums {
            issue = issue.amounting(Amount::from_units(other).to_decimal());
        }
        issues.push(issue);
    }
    if table.parts.as_ref().is_some_and(|parts| parts.split == Split::Gaps) {
        issues.push(Issue::new(IssueCode::EntitiesWithGaps));
    }
}

/// Is what is doubtful too much for any figure?
#[must_use]
pub fn is_refused(table: &Table) -> bool {
    let has_gaps = table.parts.as_ref().is_some_and(|parts| parts.split == Split::Gaps);
    has_gaps || table.doubts.iter().any(|doubt| doubt.what.severity() == Severity::Error)
}

fn instead(table: &Table, doubt: &Doubt) -> Option<String> {
    let kind = || {
        doubt
            .other_kind
            .and_then(|kind| serde_json::to_value(kind).ok())
            .and_then(|kind| kind.as_str().map(str::to_owned))
    };
    doubt.instead.map(|column| table.heading(column).to_owned()).or_else(kind)
}

/// The reading of a table as it is shown, with what was checked on all rows.
#[must_use]
pub fn reading(table: &Table, totals: &Totals, sheet: Option<&SheetFacts>) -> SourceReading {
    let sheet = sheet.map(|facts| facts.name.clone());
    let place = |column: usize| u32::try_from(column + 1).unwrap_or(u32::MAX);
    let roles = table.mapping.iter().enumerate().filter_map(|(column, field)| {
        let reasons = table.because.get(column).map_or(&[][..], Vec::as_slice);
        Some(RoleRead {
            column: table.heading(column).to_owned(),
            place: place(column),
            role: (*field)?,
            because: reasons.iter().map(reason).collect(),
        })
    });
    let relations = table.relations.iter().map(|found| relation(table, found, totals));
    let proved = table.totals.iter().map(|(line, first, last)| TotalRead { line: *line, of: [*first, *last] });
    let doubts = table.doubts.iter().map(|doubt| DoubtRead {
        what: doubt.what,
        column: doubt.column.map(|column| table.heading(column).to_owned()),
        role: doubt.field,
        instead: instead(table, doubt),
        instead_place: doubt.instead.map(place),
        figures: doubt.sums.map_or_else(Vec::new, |(one, other)| {
            [one, other].map(|units| Amount::from_units(units).to_decimal()).to_vec()
        }),
    });
    let last = table.last_line.or_else(|| table.roles.last().map(|(line, _)| *line)).unwrap_or(table.first_line);
    SourceReading {
        kind: table.kind,
        roles: roles.collect(),
        relations: relations.collect(),
        totals: proved.collect(),
        blocks: vec![BlockRead { sheet, lines: [table.first_line, last], used: true }],
        doubts: doubts.collect(),
    }
}

/// How far the figures of a table can be trusted.
#[must_use]
pub fn trust(table: &Table, rows: RowCounts, totals: &Totals) -> Trust {
    let proofs = totals.proofs().filter(|proof| proof.rows > 0).map(|proof| ProofRead {
        what: equation(table, &proof.relation),
        expected: money::total(proof.expected).normalize(),
        found: money::total(proof.found).normalize(),
        holds: proof.holds == proof.rows,
    });
    let unused = totals.unused_sums().map(|(column, sum)| UnusedColumn {
        header: table.heading(column).to_owned(),
        sum: sum.map(|sum| sum.normalize()),
    });
    let read = rows.read.saturating_sub(rows.rejected);
    let share =
        (rows.read > 0).then(|| published(Decimal::from(read) / Decimal::from(rows.read) * Decimal::ONE_HUNDRED));
    Trust {
        rows_read_percent: share,
        amount_read_percent: totals.read_percent(),
        proofs: proofs.collect(),
        unused_columns: unused.collect(),
        checks: None,
    }
}

/// `Payé + Reste dû = Montant TTC`.
fn equation(table: &Table, relation: &Relation) -> String {
    let columns = relation.columns();
    let Some((total, parts)) = columns.split_last() else { return String::new() };
    let parts: Vec<&str> = parts.iter().map(|column| table.heading(*column)).collect();
    format!("{} = {}", parts.join(" + "), table.heading(*total))
}

const fn reason(because: &Because) -> SpokenForBy {
    match because {
        Because::Heading => SpokenForBy::Heading,
        Because::Values => SpokenForBy::Values,
        Because::Relation(_) => SpokenForBy::Sum,
        Because::Chosen => SpokenForBy::Chosen,
    }
}

fn relation(table: &Table, found: &Found, totals: &Totals) -> RelationRead {
    let what = match found.relation {
        Relation::Sum(_) => RelationKind::Sum,
        Relation::Tax(_) | Relation::WithTax(_) => RelationKind::Tax,
        Relation::Total(..) => RelationKind::Total,
        Relation::PartsOf(_) => RelationKind::PartsOf,
        Relation::BalanceOf(_) => RelationKind::BalanceOf,
        Relation::Running(_) | Relation::Cumulated(_) => RelationKind::Running,
    };
    let checked = totals.proofs().find(|proof| proof.relation == found.relation);
    let (rows, holds) = checked.map_or((found.rows, found.holds), |proof| (proof.rows, proof.holds));
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let columns = found.relation.columns().into_iter().map(|column| table.heading(column).to_owned()).collect();
    RelationRead { what, columns, rows: count(rows), holds: count(holds) }
}
